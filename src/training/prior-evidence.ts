import { centreRows } from '../scores/naive-bayes';
import { mostTelling, type EvidenceTable, type TokenCounts } from './token-counts';

/**
 * What the prior says of a token weighs as much as this many pages; of a token that it does not know it says that no label is likelier
 * than another. Chosen with `FIT_FROM`.
 */
const PRIOR_PAGES = 50;
/** A label counts at least this share of all pages with tokens, so that one which does not occur keeps its prior. */
const MIN_LABEL_SHARE = 0.01;

/**
 * Evidence of a prior table, moved by counts from all folds but those left out, with up to `size` tokens that the prior does not know.
 *
 * `e(t,l) = ln((s q(t,l) + n(t,l)) / N(l))`, centred: `n` the pages of the counts with the token under the label, `N` their sum over all
 * tokens, `q(t,l) ∝ N(l) exp(e0(t,l))` how the prior `e0` would spread the token over the labels of these pages, `s` how many pages the
 * prior weighs. A token that does not occur keeps `e0`.
 */
export function evidenceWithPrior(prior: EvidenceTable, counts: TokenCounts, size: number, without: readonly number[]): EvidenceTable {
  const { labels } = prior;
  const sums = counts.sum(without);
  const totals = new Float64Array(labels);
  for (let i = 0; i < sums.length; i++) totals[i % labels] += sums[i];
  const all = totals.reduce((sum, n) => sum + n, 0);
  if (!all) return prior;
  for (let l = 0; l < labels; l++) totals[l] = Math.max(totals[l], MIN_LABEL_SHARE * all);
  const added = mostTelling(counts, sums, size, (token) => Number(!prior.isChosen[token]));
  const evidence = prior.evidence.slice();
  const isChosen = prior.isChosen.slice();
  const move = (token: number) => {
    const at = token * labels;
    const row = new Float64Array(labels);
    let spread = 0;
    for (let l = 0; l < labels; l++) spread += row[l] = totals[l] * Math.exp(prior.evidence[at + l]);
    for (let l = 0; l < labels; l++) row[l] = Math.log(((PRIOR_PAGES * row[l]) / spread + sums[at + l]) / totals[l]);
    evidence.set(centreRows(row, labels), at);
  };
  for (const token of prior.chosen) if (sums.subarray(token * labels, (token + 1) * labels).some((n) => n > 0)) move(token);
  for (const token of added) {
    move(token);
    isChosen[token] = 1;
  }
  return { labels, evidence, chosen: [...prior.chosen, ...added], isChosen };
}
