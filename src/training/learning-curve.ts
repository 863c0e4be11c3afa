import type { Reading } from '../features/extract-features';
import { firstScores, secondPass } from '../labels/second-pass';
import { scoreRows } from './evaluate-model';
import type { ScoredBlock } from './figures';
import { fitReading } from './fit-reading';
import { randomStream, shuffledOrder } from './random';
import { TokenCounts } from './token-counts';
import { countAll, trainingRows, type Measured, type TrainInput } from './train-model';
import type { TrainingPage } from './training-page';

/** What a point of the learning curve is trained on. */
export const CURVE_SOURCES = ['written pages', 'measured figures', 'both'] as const;
export type CurveSource = (typeof CURVE_SOURCES)[number];

/** Shares of the training pages that the points of the curve are trained on. */
export const CURVE_SHARES = [0.25, 0.5, 1] as const;

/** A point of the learning curve. */
export interface CurvePoint {
  source: CurveSource;
  /** Pages trained on, the mean of the folds. */
  pages: number;
  /** On the written pages of the folds left out. */
  macroF1: number;
}

/** One fold of a point: the scored blocks of its written pages, and how many pages the fit was given. */
export interface CurveFold {
  pages: number;
  rows: ScoredBlock[];
}

/**
 * Trains on a share of the pages of all folds but one and scores the written pages of that one. Whatever is trained on, the same pages
 * are scored, so that the points can be compared. Smaller shares are parts of larger ones. Undefined where there is nothing to train on.
 *
 * The Bayes sums of measured rows stay as they were measured, on all pages: points of few measured pages trust them a little too much.
 */
export function scoreCurveFold(reading: Reading, input: TrainInput, fold: number, source: CurveSource, share: number): CurveFold | undefined {
  if (source !== 'written pages' && !input.measured) return undefined;
  const labels = input.labels.length;
  const some: TrainInput = {
    ...input,
    markup: someWritten(input.markup, fold, source === 'measured figures' ? 0 : share),
    text: someWritten(input.text, fold, source === 'measured figures' ? 0 : share),
    measured: source === 'written pages' ? undefined : input.measured && someMeasured(input.measured, share),
  };
  const rows = trainingRows(reading, some, countAll(some), [fold]);
  const train = rows.filter((page) => page.fold !== fold);
  if (!train.length) return undefined;
  const { fit } = fitReading(reading, train, labels, { heldOutGroups: 1 });
  const test = rows.filter((page) => page.fold === fold && page.written);
  return { pages: train.length, rows: test.flatMap(({ inputs, layout, labels: gold }) => scoreRows(secondPass(inputs, firstScores(inputs, fit), layout, fit).scores, gold, labels)) };
}

/** The pages of the fold left out, and a share of the sites of each other fold. */
function someWritten(pages: readonly TrainingPage[], without: number, share: number): TrainingPage[] {
  const kept = new Set<string>();
  for (const fold of new Set(pages.map((page) => page.fold))) {
    const sites = [...new Set(pages.filter((page) => page.fold === fold).map(({ site }) => site))].sort();
    const order = shuffledOrder(sites.length, randomStream(fold));
    for (const i of order.subarray(0, fold === without ? sites.length : Math.round(sites.length * share))) kept.add(sites[i]);
  }
  return pages.filter(({ site }) => kept.has(site));
}

/**
 * A share of the measured pages. Which page a token was counted on is not known: each page that a token stands on is kept with the chance
 * of the share, which leaves the counts that so many pages would have.
 */
function someMeasured(measured: Measured, share: number): Measured {
  if (share === 1) return measured;
  const counts = new Map([...measured.counts].map(([name, table], k) => {
    const thin = new TokenCounts(table.index, table.folds, table.labels);
    const random = randomStream(k);
    table.index.names.forEach((_, token) => {
      for (let fold = 0; fold < table.folds; fold++) {
        for (let label = 0; label < table.labels; label++) {
          let kept = 0;
          for (let page = table.get(token, fold, label); page > 0; page--) if (random() < share) kept++;
          if (kept) thin.add(token, fold, label, kept);
        }
      }
    });
    return [name, thin];
  }));
  const rows = (reading: Reading) => {
    const pages = measured.rows[reading];
    const order = shuffledOrder(pages.length, randomStream(pages.length));
    const kept = new Set(order.subarray(0, Math.round(pages.length * share)));
    return pages.filter((_, i) => kept.has(i));
  };
  return { ...measured, counts, rows: { markup: rows('markup'), text: rows('text') } };
}
