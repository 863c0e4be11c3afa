import { calibrationError, figuresOf, type ScoredBlock } from '../../src/training/figures';

const rows = (...groups: [gold: number, got: number, count: number, confidence?: number][]): ScoredBlock[] =>
  groups.flatMap(([gold, got, count, confidence = 1]) => Array.from({ length: count }, () => ({ gold, got, confidence })));

describe('figures by hand', () => {
  const figures = figuresOf(rows([0, 0, 3], [0, 1, 1], [1, 1, 2], [1, 0, 2]), ['a', 'b', 'c']);

  test('precision, recall and F1 of each label', () => {
    expect(figures.byLabel.a).toEqual({ precision: 3 / 5, recall: 3 / 4, f1: 2 / 3, count: 4 });
    expect(figures.byLabel.b).toEqual({ precision: 2 / 3, recall: 1 / 2, f1: 4 / 7, count: 4 });
    expect(figures.byLabel.c).toEqual({ precision: 0, recall: 0, f1: 0, count: 0 });
  });
  test('macro-F1 is the mean over the labels that occur', () => expect(figures.macroF1).toBeCloseTo(13 / 21, 12));
  test('accuracy, confusion, number of blocks', () => {
    expect(figures.accuracy).toBe(5 / 8);
    expect(figures.confusion).toEqual([[3, 1, 0], [2, 2, 0], [0, 0, 0]]);
    expect(figures.blocks).toBe(8);
  });
});

test('a label that is claimed but never right counts in no mean, but costs recall', () => {
  // a: precision 1, recall 1/2, F1 2/3. b does not occur.
  expect(figuresOf(rows([0, 0, 1], [0, 1, 1]), ['a', 'b'])).toMatchObject({ macroF1: 2 / 3, accuracy: 0.5, byLabel: { b: { precision: 0, f1: 0, count: 0 } } });
});

test('a label that occurs and is never found brings the mean down', () => {
  // a: precision 3/4, F1 6/7; b: 0.
  expect(figuresOf(rows([0, 0, 3], [1, 0, 1]), ['a', 'b']).macroF1).toBeCloseTo(3 / 7, 12);
});

test('no rows', () => {
  expect(figuresOf([], ['a', 'b'])).toMatchObject({ blocks: 0, accuracy: 0, macroF1: 0, calibrationError: 0 });
});

describe('calibration error by hand', () => {
  test.each<[string, ScoredBlock[], number]>([
    ['sure and right', rows([0, 0, 3, 1]), 0],
    ['sure and wrong', rows([0, 1, 3, 1]), 1],
    // 0.9 stands in bin 13: |1.8 - 1|. 0.5 in bin 7: |0.5 - 1|. 1 in bin 14: 0. Of four rows.
    ['three bins', rows([0, 0, 1, 0.9], [0, 1, 1, 0.9], [1, 1, 1, 0.5], [1, 1, 1, 1]), 1.3 / 4],
    ['one bin, in which over- and underconfidence even out', rows([0, 0, 1, 0.52], [0, 1, 1, 0.48]), 0],
    // 0.4 stands in bin 6, 0.39 in bin 5: the same rows in two bins do not even out.
    ['two bins, in which they do not', rows([0, 0, 1, 0.41], [0, 1, 1, 0.39]), (0.59 + 0.39) / 2],
    ['none', [], 0],
  ])('%s', (_, scored, expected) => expect(calibrationError(scored)).toBeCloseTo(expected, 12));
});
