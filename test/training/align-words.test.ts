import fc from 'fast-check';
import { alignmentWords, alignWords } from '../../src/training/align-words';
import { cpuMs } from '../cpu-time';

const words = (text: string) => text.split(' ').filter(Boolean);
/** The pairs as the words they match, checked to be rising on both sides. */
function matched(a: string, b: string): string {
  const pairs = alignWords(words(a), words(b));
  pairs.forEach(([i, j], k) => {
    expect(words(a)[i]).toBe(words(b)[j]);
    if (k) expect(i > pairs[k - 1][0] && j > pairs[k - 1][1]).toBe(true);
  });
  return pairs.map(([i]) => words(a)[i]).join(' ');
}

test.each<[string, string, string, string]>([
  ['equal texts', 'a b c', 'a b c', 'a b c'],
  ['nothing in common', 'a b', 'c d', ''],
  ['one side empty', '', 'c d', ''],
  ['a word more', 'a b c', 'a x b c', 'a b c'],
  ['a word less', 'a x b c', 'a b c', 'a b c'],
  ['one word changed', 'a b c', 'a y c', 'a c'],
  ['two parts change places: the longer one is kept', 'p q r s t u v w', 'u v w p q r s t', 'p q r s t'],
  ['repeated words without any unique one', 'a b a b b a', 'b a b a a b', 'b a b b'], // no common subsequence is longer than four
  ['a menu before and after', 'home news the boat sank at dawn home news', 'the boat sank at dawn', 'the boat sank at dawn'],
  ['runs that are unique among repeated words', 'go x go y go z end', 'go y go z go x end', 'go y go z end'],
])('%s', (_, a, b, expected) => {
  expect(matched(a, b)).toBe(expected);
});

test('the positions of the pairs', () => {
  expect(alignWords(words('a b c d'), words('b x d'))).toEqual([[1, 0], [3, 2]]);
});

test('pairs match equal words and rise on both sides; a text matches itself in full', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });
  fc.assert(fc.property(text, text, (a, b) => {
    matched(a.join(' '), b.join(' '));
    expect(alignWords(a, a)).toEqual(a.map((_, i) => [i, i]));
  }), { seed: 1 });
});

test('names of prototype keys are words', () => {
  expect(matched('constructor __proto__ toString', 'x constructor y __proto__ toString')).toBe('constructor __proto__ toString');
});

test('words for alignment: lower case, compatibility forms folded, CJK and Thai by character', () => {
  expect(alignmentWords('The BOAT’s ﬁne, ２ — a\u0301')).toEqual(['the', 'boat', 's', 'fine', '2', 'á']);
  expect(alignmentWords('最新ニュ ฟรี')).toEqual(['最', '新', 'ニ', 'ュ', 'ฟ', 'ร', 'ี']);
  expect(alignmentWords('– …')).toEqual([]);
});

test('long texts that share little are aligned in good time', () => {
  const a = Array.from({ length: 20_000 }, (_, i) => `w${(i * 7919) % 97}`);
  const b = Array.from({ length: 20_000 }, (_, i) => `w${(i * 104_729) % 89}`);
  expect(cpuMs(() => { alignWords(a, b); })).toBeLessThan(3000);
});
