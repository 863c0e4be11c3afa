import { FAMILY_NAMES, HEURISTIC_NAMES, type Reading } from '../features/extract-features';
import { STEPS } from '../features/heuristic';
import { AdamWeights, rateLeft } from './adam';
import { randomStream, shuffledOrder } from './random';
import type { EvidenceTable } from './token-counts';
import type { TrainingPage } from './training-page';
import { countLabelled, rowWeight } from './training-rows';

/** Weights of the tokens of each family, by token number: of all folds, then without each. Tokens past the end weigh 1. */
export type TokenWeights = ReadonlyMap<string, readonly Float32Array[]>;

/** Weights are whole steps, so many a unit, from 0 to one step less than 4. */
export const WEIGHT_STEPS_A_UNIT = 16;
const WEIGHT_STEPS = 64;

/** Settings of the fit, measured by folds. `decay` draws weights towards 1. */
export const FIT_WEIGHTS = { epochs: 1, batch: 256, rate: 0.05, decay: 0.1, combinationRate: 0.005, seed: 3 };

/** A row whose label has all but this probability is learned: its step would change next to nothing. */
const LEARNED_ERROR = 0.01;

/** Pages of one reading to fit on. */
export interface WeighedPages {
  reading: Reading;
  pages: readonly TrainingPage[];
}

/** One labelled block: the place of its reading in the list, its page, the block and what it weighs. */
interface Row {
  reading: number;
  page: TrainingPage;
  block: number;
  weight: number;
}

/**
 * How far each token's evidence counts (weighted naive Bayes: Zaidi and others, *Alleviating naive Bayes attribute independence assumption by
 * attribute weighting*, 2013). Tokens that say the same thing twice lose weight, tokens whose counts say too little gain it. The weights are fitted
 * by cross-entropy together with a linear combination of the damped sums and the heuristics, one for each reading, which is then thrown away: the
 * combination that is kept learns from sums that are out of fold. Returned are whole steps, by token number.
 */
export function fitTokenWeights(readings: readonly WeighedPages[], tables: ReadonlyMap<string, EvidenceTable>, labels: number, options = FIT_WEIGHTS): Map<string, Float32Array> {
  const weighed = new Map([...tables].map(([name, table]) => [name, weighedFamily(table, options.decay)]));
  const combinations = readings.map(({ reading }) => new Combination(reading, labels, weighed));
  const rows: Row[] = readings.flatMap(({ pages }, reading) => pages.flatMap((page) => {
    const weight = rowWeight(countLabelled(page.labels));
    return Array.from(page.labels.keys(), (block) => ({ reading, page, block, weight })).filter(({ block }) => page.labels[block] >= 0);
  }));
  const random = randomStream(options.seed);
  const steps = Math.ceil(rows.length / options.batch) * options.epochs;
  let step = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const order = shuffledOrder(rows.length, random);
    for (let from = 0; from < rows.length; from += options.batch) {
      let size = 0;
      for (let i = from; i < Math.min(rows.length, from + options.batch); i++) {
        const row = rows[order[i]];
        combinations[row.reading].addGradient(row.page, row.block, row.weight);
        size += row.weight;
      }
      step++;
      const left = rateLeft(step, steps);
      for (const { weights } of weighed.values()) weights.step(step, size, { rate: options.rate * left });
      for (const { parts } of combinations) for (const part of parts) part.step(step, size, { rate: options.combinationRate * left });
    }
  }
  return new Map([...weighed].map(([name, { chosen, placeOf, weights }]) => {
    const result = new Float32Array(placeOf.length).fill(1);
    chosen.forEach((token, place) => (result[token] = wholeSteps(weights.values[place])));
    return [name, result];
  }));
}

function wholeSteps(weight: number): number {
  return Math.max(0, Math.min(WEIGHT_STEPS - 1, Math.round(weight * WEIGHT_STEPS_A_UNIT))) / WEIGHT_STEPS_A_UNIT;
}

/** A family's chosen tokens with the weights to fit. Chosen tokens are few of all: they are numbered by their places among themselves. */
interface WeighedFamily {
  chosen: readonly number[];
  /** Place of each token, -1 where it is not chosen. */
  placeOf: Int32Array;
  /** By place and label. */
  evidence: Float32Array;
  weights: AdamWeights;
}

function weighedFamily({ chosen, isChosen, evidence, labels }: EvidenceTable, decay: number): WeighedFamily {
  const placeOf = new Int32Array(isChosen.length).fill(-1);
  chosen.forEach((token, place) => (placeOf[token] = place));
  const ones = new Float32Array(chosen.length).fill(1);
  return {
    chosen, placeOf, weights: new AdamWeights(ones.slice(), decay, ones),
    evidence: Float32Array.from({ length: chosen.length * labels }, (_, i) => evidence[chosen[Math.floor(i / labels)] * labels + (i % labels)]),
  };
}

/** A linear combination of the heuristics and the weighted sums of one reading. */
class Combination {
  readonly parts: readonly AdamWeights[];
  private readonly heuristics: number;
  private readonly families: WeighedFamily[];
  private readonly sums: Float64Array;
  private readonly back: Float64Array;
  private readonly roots: Float64Array;
  private readonly outputs: Float64Array;

  constructor(reading: Reading, private readonly labels: number, weighed: ReadonlyMap<string, WeighedFamily>) {
    this.heuristics = HEURISTIC_NAMES[reading].length;
    this.families = FAMILY_NAMES[reading].map((name) => weighed.get(name)!);
    this.sums = new Float64Array(this.families.length * labels);
    this.back = new Float64Array(this.sums.length);
    this.roots = new Float64Array(this.families.length);
    this.outputs = new Float64Array(labels);
    this.parts = [new AdamWeights(new Float32Array((this.heuristics + this.sums.length) * labels), 0), new AdamWeights(new Float32Array(labels), 0)];
  }

  /** Adds the gradient of one block to that of the combination and of the token weights. Plain loops: it is called millions of times. */
  addGradient(page: TrainingPage, block: number, weight: number): void {
    const { labels, heuristics, families, sums, back, roots, outputs, parts: [{ values, gradient }, bias] } = this;
    const at = block * heuristics;
    outputs.set(bias.values);
    for (let j = 0; j < heuristics; j++) {
      const value = page.steps[at + j] / (STEPS - 1);
      if (value) for (let o = 0; o < labels; o++) outputs[o] += value * values[j * labels + o];
    }
    sums.fill(0);
    for (let k = 0; k < families.length; k++) roots[k] = sumTokens(families[k], page.tokens[k][block], labels, sums, k * labels);
    for (let s = 0; s < sums.length; s++) for (let o = 0; o < labels; o++) outputs[o] += sums[s] * values[(heuristics + s) * labels + o];
    if (toErrors(outputs, page.labels[block], weight) < LEARNED_ERROR) return;
    for (let o = 0; o < labels; o++) bias.gradient[o] += outputs[o];
    for (let j = 0; j < heuristics; j++) {
      const value = page.steps[at + j] / (STEPS - 1);
      if (value) for (let o = 0; o < labels; o++) gradient[j * labels + o] += value * outputs[o];
    }
    back.fill(0);
    for (let s = 0; s < sums.length; s++) {
      const row = (heuristics + s) * labels;
      for (let o = 0; o < labels; o++) {
        gradient[row + o] += sums[s] * outputs[o];
        back[s] += values[row + o] * outputs[o];
      }
    }
    for (let k = 0; k < families.length; k++) addTokenGradient(families[k], page.tokens[k][block], labels, back, k * labels, roots[k]);
  }
}

/** Weighted evidence of the chosen tokens over the square root of their number, written to `into` from `at` on. Returns that root. */
function sumTokens({ evidence, placeOf, weights: { values } }: WeighedFamily, tokens: Int32Array, labels: number, into: Float64Array, at: number): number {
  let known = 0;
  for (let i = 0; i < tokens.length; i++) {
    const place = placeOf[tokens[i]];
    if (place < 0) continue;
    known++;
    for (let l = 0; l < labels; l++) into[at + l] += values[place] * evidence[place * labels + l];
  }
  const root = Math.sqrt(Math.max(1, known));
  for (let l = 0; l < labels; l++) into[at + l] /= root;
  return root;
}

/** The way back: from the gradient of the damped sums to that of the tokens' weights. */
function addTokenGradient({ evidence, placeOf, weights: { gradient } }: WeighedFamily, tokens: Int32Array, labels: number, back: Float64Array, at: number, root: number): void {
  for (let i = 0; i < tokens.length; i++) {
    const place = placeOf[tokens[i]];
    if (place < 0) continue;
    let sum = 0;
    for (let l = 0; l < labels; l++) sum += back[at + l] * evidence[place * labels + l];
    gradient[place] += sum / root;
  }
}

/** Unnormalised log-probabilities turned into weighted probabilities less the target, in place. Returns how far the target's probability is from 1. */
function toErrors(outputs: Float64Array, target: number, weight: number): number {
  let most = -Infinity;
  for (let o = 0; o < outputs.length; o++) most = Math.max(most, outputs[o]);
  let sum = 0;
  for (let o = 0; o < outputs.length; o++) sum += outputs[o] = Math.exp(outputs[o] - most);
  const missing = 1 - outputs[target] / sum;
  for (let o = 0; o < outputs.length; o++) outputs[o] = weight * (outputs[o] / sum - Number(o === target));
  return missing;
}
