import { wordOverlap } from '../../src/training/word-overlap';

test('words are counted as often as they stand in both texts', () => {
  // the, ferry of five words; the, ferry of three.
  expect(wordOverlap('The ferry runs. The end', 'the FERRY sails')).toEqual({ precision: 2 / 5, recall: 2 / 3, f1: 4 / 8 });
  expect(wordOverlap('no no', 'no no no').recall).toBeCloseTo(2 / 3, 12);
});

test('writings without spaces are compared character by character', () => {
  expect(wordOverlap('渡し船', '船')).toEqual({ precision: 1 / 3, recall: 1, f1: 2 / 4 });
});

test('texts without words', () => {
  expect(wordOverlap('', ' … ')).toEqual({ precision: 1, recall: 1, f1: 1 });
  expect(wordOverlap('', 'word')).toEqual({ precision: 0, recall: 0, f1: 0 });
  expect(wordOverlap('word', '')).toEqual({ precision: 0, recall: 0, f1: 0 });
});

test('words with names of built-in properties are ordinary words', () => {
  expect(wordOverlap('constructor __proto__', 'constructor').f1).toBeCloseTo(2 / 3, 12);
});
