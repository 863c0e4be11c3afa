import type { ScoredPage } from '../../src/training/scored-page';
import { thresholdCurve } from '../../src/training/threshold-curve';

/** Blocks with two labels, from their label and the score of the first. */
function pageOf(...blocks: readonly [gold: number, score: number][]): ScoredPage {
  return { gold: Int8Array.from(blocks, ([gold]) => gold), scores: Float64Array.from(blocks.flatMap(([, score]) => [score, 1 - score])), content: new Float64Array(blocks.length) };
}

const pages = [pageOf([0, 0.9], [1, 0.7], [-1, 0.95]), pageOf([0, 0.6], [1, 0.1])];

test.each([
  // From 0 on everything counts: 4 blocks, 2 of them of the label.
  [0, 2 / 4, 1, 4 / 6],
  // 0.9, 0.7 and 0.6 count.
  [0.6, 2 / 3, 1, 4 / 5],
  // 0.9 and 0.7 count.
  [0.62, 1 / 2, 1 / 2, 2 / 4],
  [0.9, 1, 1 / 2, 2 / 3],
])('from %p on: precision %p, recall %p, F1 %p', (threshold, precision, recall, f1) => {
  expect(thresholdCurve(pages, 0, 2).find((point) => point.threshold === threshold)).toEqual({ threshold, precision, recall, f1 });
});

test('thresholds rise in steps of 0.02 and end where no scored block reaches them', () => {
  const thresholds = thresholdCurve(pages, 0, 2).map(({ threshold }) => threshold);
  expect(thresholds).toEqual(Array.from({ length: 46 }, (_, i) => i / 50));
});

test('recall never rises with the threshold', () => {
  for (const label of [0, 1]) {
    const recalls = thresholdCurve(pages, label, 2).map(({ recall }) => recall);
    expect(recalls).toEqual([...recalls].sort((a, b) => b - a));
  }
});

test('a label that no block bears, and no blocks at all', () => {
  expect(thresholdCurve([pageOf([0, 0.9])], 1, 2)[0]).toEqual({ threshold: 0, precision: 0, recall: 0, f1: 0 });
  expect(thresholdCurve([], 0, 2)).toEqual([]);
});
