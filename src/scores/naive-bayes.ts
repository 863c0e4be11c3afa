/** Naive Bayes for one family of tokens: for each known token the evidence that it gives for each label. */
export interface BayesFamily {
  /** The tokens that are known, each once. */
  tokens: readonly string[];
  /** Evidence in natural log units: that of `tokens[t]` for label `l` at `t * labels + l`. */
  evidence: Float32Array;
}

/**
 * Evidence of tokens for labels, from counts: a table of tokens by labels.
 *
 * Multinomial naive Bayes with additive smoothing (Manning, Raghavan and Schütze, *Introduction to Information Retrieval*, section 13.2):
 * `P(t|l) = (n(t,l) + a) / (N(l) + a V)`, with `n` the count of the token under the label, `N` the sum over the label's tokens, `V` the
 * number of tokens and `a` the smoothing. Returned is `ln P(t|l)`, row by row.
 */
export function logLikelihoods(counts: ArrayLike<number>, labels: number, smoothing: number): Float64Array {
  const tokens = counts.length / labels;
  const totals = new Float64Array(labels);
  for (let i = 0; i < counts.length; i++) totals[i % labels] += counts[i];
  const result = new Float64Array(counts.length);
  for (let i = 0; i < counts.length; i++) result[i] = Math.log((counts[i] + smoothing) / (totals[i % labels] + smoothing * tokens));
  return result;
}

/** The rows of a table less their mean, so that a token which says nothing about the label adds nothing to any of them. */
export function centreRows(table: Float64Array, labels: number): Float64Array {
  for (let row = 0; row < table.length; row += labels) {
    let mean = 0;
    for (let l = 0; l < labels; l++) mean += table[row + l] / labels;
    for (let l = 0; l < labels; l++) table[row + l] -= mean;
  }
  return table;
}

/**
 * Sums of the evidence of a block's tokens, one a label, written to `into` from `at` on; a token counts once a block, tokens that have no
 * row in the evidence not at all. Returns how many tokens were counted.
 */
export function sumEvidence(evidence: Float32Array, rows: Int32Array, labels: number, tokens: readonly number[], into: Float32Array, at: number): number {
  const seen: number[] = [];                       // short: a block has few tokens that are known
  for (const token of tokens) {
    const row = rows[token];
    if (row < 0 || seen.includes(row)) continue;
    seen.push(row);
    for (let l = 0; l < labels; l++) into[at + l] += evidence[row * labels + l];
  }
  return seen.length;
}
