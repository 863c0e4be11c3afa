import type { ScoredPage } from './scored-page';

/** Figures of one label where every block counts as it whose score for it reaches the threshold. */
export interface ThresholdPoint {
  threshold: number;
  precision: number;
  recall: number;
  f1: number;
}

const STEPS = 50;

/**
 * Precision, recall and F1 of a label against the threshold from which on its score is believed, in steps of 0.02 from 0 to 1. Thresholds
 * that no block reaches are left out. From 0.5 on this is what a threshold on `confidence` does; below, it shows what else could be won.
 */
export function thresholdCurve(pages: readonly ScoredPage[], label: number, labels: number): ThresholdPoint[] {
  // Blocks, and those of the label, by the highest threshold that they reach.
  const all = new Float64Array(STEPS + 1);
  const hits = new Float64Array(STEPS + 1);
  for (const { gold, scores } of pages) {
    gold.forEach((is, i) => {
      if (is < 0) return;
      const step = Math.floor(scores[i * labels + label] * STEPS + 1e-9);
      all[step]++;
      if (is === label) hits[step]++;
    });
  }
  const count = hits.reduce((sum, n) => sum + n, 0);
  const points: ThresholdPoint[] = [];
  let claimed = 0;
  let found = 0;
  for (let step = STEPS; step >= 0; step--) {
    claimed += all[step];
    found += hits[step];
    if (claimed) points.push({ threshold: step / STEPS, precision: found / claimed, recall: count ? found / count : 0, f1: (2 * found) / (claimed + count) });
  }
  return points.reverse();
}
