import { labelsOfRuns, type WordRun } from '../../src/training/word-runs';

const blocks = ['Home', 'Sport and weather', '–', 'Ferry stays in port', 'Read also'].map((text) => ({ text }));
const runs: WordRun[] = [{ label: 'navigation', words: 4 }, { label: 'article', words: 4 }, { label: 'related', words: 2 }];

test('blocks get the labels of their words', () => {
  expect(labelsOfRuns(blocks, runs)).toEqual(['navigation', 'navigation', undefined, 'article', 'related']);
});

test('blocks that are cut in another way get the label of most of their words', () => {
  const others = ['Home Sport and weather Ferry', 'stays in port Read', 'also'].map((text) => ({ text }));
  expect(labelsOfRuns(others, runs)).toEqual(['navigation', 'article', 'related']);
});

test('runs of more or fewer words than the blocks have say nothing', () => {
  expect(labelsOfRuns(blocks.slice(1), runs)).toBeUndefined();
  expect(labelsOfRuns([...blocks, { text: 'again' }], runs)).toBeUndefined();
  expect(labelsOfRuns([], [])).toEqual([]);
});
