import { EVERY_FAMILY, READINGS, type Reading } from '../features/extract-features';
import { FOLDS } from './labelled-page';
import { TOKENS_A_CHOSEN, VOCABULARY } from './measure-pages';
import { evidenceTable, type TokenCounts } from './token-counts';
import { FIT_WEIGHTS, fitTokenWeights, type TokenWeights } from './token-weights';
import type { TrainingPage } from './training-page';

/**
 * Weights of the tokens that were measured, from all pages and from those outside each fold. `counts` are those of all pages, `measured` hold the
 * tokens to weigh.
 */
export function weighTokens(
  pages: Readonly<Record<Reading, readonly TrainingPage[]>>, counts: ReadonlyMap<string, TokenCounts>, measured: ReadonlyMap<string, TokenCounts>, labels: number,
  options = FIT_WEIGHTS,
): TokenWeights {
  const isMeasured = new Map([...measured].map(([name, table]) => [name, onesWhereCounted(table)]));
  const fits = [[], ...Array.from({ length: FOLDS }, (_, fold) => [fold])].map((without) => {
    const tables = new Map(EVERY_FAMILY.map((name) => [name, evidenceTable(counts.get(name)!, TOKENS_A_CHOSEN * VOCABULARY[name], without, isMeasured.get(name))]));
    return fitTokenWeights(READINGS.map((reading) => ({ reading, pages: pages[reading].filter(({ fold }) => !without.includes(fold)) })), tables, labels, options);
  });
  return new Map(EVERY_FAMILY.map((name) => [name, fits.map((fit) => fit.get(name)!)]));
}

function onesWhereCounted(counts: TokenCounts): Float32Array {
  const sums = counts.sum([]);
  return Float32Array.from({ length: counts.index.names.length }, (_, token) => Number(sums.subarray(token * counts.labels, (token + 1) * counts.labels).some((pages) => pages > 0)));
}
