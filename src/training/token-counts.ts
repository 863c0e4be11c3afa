import { centreRows, logLikelihoods, type BayesFamily } from '../scores/naive-bayes';

/** Additive smoothing of the naive Bayes counts. Half a page, as in Jeffreys' prior; values from 0.3 to 4 measure alike. */
const SMOOTHING = 0.5;

/** Numbers the tokens of one family. */
export class TokenIndex {
  readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(token: string): number {
    let number = this.numbers.get(token);
    if (number === undefined) {
      number = this.names.length;
      this.names.push(token);
      this.numbers.set(token, number);
    }
    return number;
  }
}

/** On how many pages each token of a family stands under each label, by fold. */
export class TokenCounts {
  private counts = new Float32Array(0);

  constructor(readonly index: TokenIndex, readonly folds: number, readonly labels: number) {}

  /** Adds pages of a fold on which the token stands under the label. */
  add(token: number, fold: number, label: number, pages: number): void {
    const width = this.folds * this.labels;
    if ((token + 1) * width > this.counts.length) {
      const grown = new Float32Array(Math.max((token + 1) * width, this.counts.length * 2));
      grown.set(this.counts);
      this.counts = grown;
    }
    this.counts[token * width + fold * this.labels + label] += pages;
  }

  get(token: number, fold: number, label: number): number {
    return this.counts[(token * this.folds + fold) * this.labels + label] ?? 0;
  }

  /** Adds what another table over the same folds counts. Its label `l` is `labelOf[l]` here; labels with -1 are passed over. */
  addAll(other: TokenCounts, labelOf: readonly number[] = Array.from({ length: other.labels }, (_, l) => l)): void {
    other.index.names.forEach((name, from) => {
      const token = this.index.numberOf(name);
      for (let fold = 0; fold < this.folds; fold++) {
        labelOf.forEach((label, l) => {
          const pages = label < 0 ? 0 : other.get(from, fold, l);
          if (pages) this.add(token, fold, label, pages);
        });
      }
    });
  }

  /** The same counts of some of the tokens alone. */
  keep(tokens: readonly number[]): TokenCounts {
    const kept = new TokenCounts(this.index, this.folds, this.labels);
    for (const token of tokens) {
      for (let fold = 0; fold < this.folds; fold++) for (let l = 0; l < this.labels; l++) kept.add(token, fold, l, this.get(token, fold, l));
    }
    return kept;
  }

  /** Counts summed over all folds but those left out: tokens by labels. */
  sum(without: readonly number[]): Float64Array {
    const { folds, labels, counts } = this;
    const sums = new Float64Array(this.index.names.length * labels);
    const tokens = Math.min(this.index.names.length, Math.floor(counts.length / (folds * labels)));
    for (let fold = 0; fold < folds; fold++) {
      if (without.includes(fold)) continue;
      for (let token = 0; token < tokens; token++) {
        const from = (token * folds + fold) * labels;
        for (let l = 0; l < labels; l++) sums[token * labels + l] += counts[from + l];
      }
    }
    return sums;
  }
}

/** Evidence by token number: rows of labels, zeros for tokens that were not chosen. */
export interface EvidenceTable {
  labels: number;
  evidence: Float32Array;
  /** Numbers of the chosen tokens, those that tell most first. */
  chosen: number[];
  isChosen: Uint8Array;
}

/** Tokens on fewer pages than this are not learned from. */
const MIN_PAGES = 3;

/**
 * The naive Bayes table of a family from all folds but those left out. The vocabulary is the `size` tokens that tell most about the
 * label: pages times the divergence of the token's labels from those of all tokens (Kullback and Leibler). `weights` by token number say how far
 * each token's evidence counts, 1 where none is said.
 */
export function evidenceTable(counts: TokenCounts, size: number, without: readonly number[], weights?: Float32Array): EvidenceTable {
  const { labels } = counts;
  const sums = counts.sum(without);
  const weightOf = (token: number) => weights?.[token] ?? 1;
  const chosen = mostTelling(counts, sums, size, weightOf);
  const chosenCounts = new Float64Array(chosen.length * labels);
  chosen.forEach((t, i) => chosenCounts.set(sums.subarray(t * labels, (t + 1) * labels), i * labels));
  const rows = centreRows(logLikelihoods(chosenCounts, labels, SMOOTHING), labels);
  const evidence = new Float32Array(sums.length);
  const isChosen = new Uint8Array(sums.length / labels);
  chosen.forEach((t, i) => {
    for (let l = 0; l < labels; l++) evidence[t * labels + l] = rows[i * labels + l] * weightOf(t);
    isChosen[t] = 1;
  });
  return { labels, evidence, chosen, isChosen };
}

/** Numbers of the `size` tokens that tell most about the label, each as much as its weight says; tokens of weight 0 are left out. */
export function mostTelling(counts: TokenCounts, sums: Float64Array, size: number, weightOf: (token: number) => number = () => 1): number[] {
  const { labels } = counts;
  const tokens = sums.length / labels;
  const totals = new Float64Array(labels);
  for (let i = 0; i < sums.length; i++) totals[i % labels] += sums[i];
  const all = totals.reduce((sum, n) => sum + n, 0) || 1;
  const worth = new Float64Array(tokens);
  const candidates: number[] = [];
  for (let t = 0; t < tokens; t++) {
    let pages = 0;
    for (let l = 0; l < labels; l++) pages += sums[t * labels + l];
    const weight = weightOf(t);
    if (pages < MIN_PAGES || weight === 0) continue;
    for (let l = 0; l < labels; l++) {
      const n = sums[t * labels + l];
      if (n > 0) worth[t] += weight * n * Math.log((n / pages) * (all / totals[l]));
    }
    candidates.push(t);
  }
  const { names } = counts.index;
  candidates.sort((a, b) => worth[b] - worth[a] || (names[a] < names[b] ? -1 : 1));
  return candidates.slice(0, size);
}

/** The table of a model's family, by the numbers of an index. */
export function tableOfFamily({ tokens, evidence: rows }: BayesFamily, index: TokenIndex, labels: number): EvidenceTable {
  const chosen = tokens.map((token) => index.numberOf(token));
  const evidence = new Float32Array(index.names.length * labels);
  const isChosen = new Uint8Array(index.names.length);
  chosen.forEach((token, i) => {
    evidence.set(rows.subarray(i * labels, (i + 1) * labels), token * labels);
    isChosen[token] = 1;
  });
  return { labels, evidence, chosen, isChosen };
}

/** The table as a model holds it: tokens in alphabetical order. */
export function toBayesFamily(table: EvidenceTable, { names }: TokenIndex): BayesFamily {
  const { labels, evidence } = table;
  const sorted = [...table.chosen].sort((a, b) => (names[a] < names[b] ? -1 : 1));
  const rows = new Float32Array(sorted.length * labels);
  sorted.forEach((t, i) => rows.set(evidence.subarray(t * labels, (t + 1) * labels), i * labels));
  return { tokens: sorted.map((t) => names[t]), evidence: rows };
}
