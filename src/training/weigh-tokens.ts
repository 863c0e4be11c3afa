import { FAMILY_NAMES, READINGS, type Reading } from '../features/extract-features';
import { FOLDS } from './labelled-page';
import { VOCABULARY } from './measure-pages';
import { evidenceTable, type TokenCounts } from './token-counts';
import { FIT_WEIGHTS, fitTokenWeights, type TokenWeights } from './token-weights';
import type { TrainingPage } from './training-page';

/** More tokens are weighed than a model takes: which it takes depends on their weights. */
const WEIGHED_TOKENS_A_CHOSEN = 1.5;

/**
 * Weights of the tokens that were measured, from all pages and from those outside each fold. `counts` are those of all pages, `measured` hold the
 * tokens to weigh.
 */
export function weighTokens(
  pages: Readonly<Record<Reading, readonly TrainingPage[]>>, counts: ReadonlyMap<string, TokenCounts>, measured: ReadonlyMap<string, TokenCounts>, labels: number,
  options = FIT_WEIGHTS,
): TokenWeights {
  const isMeasured = new Map([...measured].map(([name, table]) => [name, onesWhereCounted(table)]));
  const families = [...new Set(READINGS.flatMap((reading) => FAMILY_NAMES[reading]))];
  const fits = [[], ...Array.from({ length: FOLDS }, (_, fold) => [fold])].map((without) => {
    const tables = new Map(families.map((name) => [name, evidenceTable(counts.get(name)!, WEIGHED_TOKENS_A_CHOSEN * VOCABULARY[name], without, isMeasured.get(name))]));
    return fitTokenWeights(READINGS.map((reading) => ({ reading, pages: pages[reading].filter(({ fold }) => !without.includes(fold)) })), tables, labels, options);
  });
  return new Map(families.map((name) => [name, fits.map((fit) => fit.get(name)!)]));
}

function onesWhereCounted(counts: TokenCounts): Float32Array {
  const sums = counts.sum([]);
  return Float32Array.from({ length: counts.index.names.length }, (_, token) => Number(sums.subarray(token * counts.labels, (token + 1) * counts.labels).some((pages) => pages > 0)));
}
