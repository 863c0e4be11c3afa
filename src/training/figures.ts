import { reliabilityBins } from './reliability-bins';

/** One scored block. */
export interface ScoredBlock {
  /** Index of the right label; of the label that the block got. */
  gold: number;
  got: number;
  /** Probability of `got`. */
  confidence: number;
}

/** Figures of one label, 0 to 1; `count` blocks bear it. */
export interface LabelFigures {
  precision: number;
  recall: number;
  f1: number;
  count: number;
}

/** Figures of a classifier on blocks with known labels. */
export interface Figures {
  blocks: number;
  accuracy: number;
  /** Mean F1 of the labels that occur. */
  macroF1: number;
  /** Expected calibration error of the confidence (see `calibrationError`). */
  calibrationError: number;
  byLabel: Record<string, LabelFigures>;
  /** `confusion[gold][got]`: blocks. */
  confusion: number[][];
}

/** Precision, recall and F1 a label, their mean, and calibration, of scored blocks. */
export function figuresOf(rows: readonly ScoredBlock[], labels: readonly string[]): Figures {
  const confusion = labels.map(() => labels.map(() => 0));
  let right = 0;
  for (const { gold, got } of rows) {
    confusion[gold][got]++;
    if (gold === got) right++;
  }
  const byLabel: Record<string, LabelFigures> = {};
  let sum = 0;
  let present = 0;
  labels.forEach((label, l) => {
    const hits = confusion[l][l];
    const count = confusion[l].reduce((a, b) => a + b, 0);
    const claimed = confusion.reduce((a, row) => a + row[l], 0);
    byLabel[label] = { precision: claimed ? hits / claimed : 0, recall: count ? hits / count : 0, f1: count + claimed ? (2 * hits) / (count + claimed) : 0, count };
    if (count) {
      sum += byLabel[label].f1;
      present++;
    }
  });
  return { blocks: rows.length, accuracy: rows.length ? right / rows.length : 0, macroF1: present ? sum / present : 0, calibrationError: calibrationError(rows), byLabel, confusion };
}

/**
 * Expected calibration error: the mean difference between confidence and share of right blocks over 15 bins of equal width, weighted by
 * the blocks in each (Naeini, Cooper and Hauskrecht, 2015). 0 for no rows.
 */
export function calibrationError(rows: readonly ScoredBlock[]): number {
  const sum = reliabilityBins(rows).reduce((all, { blocks, confidence, right }) => all + blocks * Math.abs(confidence - right), 0);
  return rows.length ? sum / rows.length : 0;
}
