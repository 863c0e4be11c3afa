import type { Features } from '../features/extract-features';
import { FAMILY_NAMES, HEURISTIC_NAMES, type Reading } from '../features/extract-features';
import { STEPS } from '../features/heuristic';
import type { Model } from '../model/model';
import { knownTokens } from './known-tokens';
import { sumEvidence } from './naive-bayes';

/** How many inputs a block has: its heuristics, then one Bayes input for each family and label. */
export function inputWidth(reading: Reading, labels: number): number {
  return HEURISTIC_NAMES[reading].length + FAMILY_NAMES[reading].length * labels;
}

/** How far back a block is looked for whose tokens are the same array: in lists, whose items hold some blocks each, one that is near. */
const SHARED_REACH = 6;

/**
 * Inputs of the blocks from `from` to before `to`, row by row. Heuristics run from 0 to 1. The Bayes inputs are the summed evidence of the family's tokens over
 * the square root of how many tokens were known: words of one block do not occur independently, so evidence grows slower than their number.
 */
export function blockInputs(features: Features, model: Model, from = 0, to = features.blocks): Float32Array {
  const { reading } = features;
  const steps = features.stepsOf(from, to);
  const labels = model.labels.length;
  const heuristics = HEURISTIC_NAMES[reading].length;
  const known = knownTokens(model.families);
  const tokensOf = features.tokensIn(known);
  const width = inputWidth(reading, labels);
  const rows = new Float32Array((to - from) * width);
  for (let i = 0; i < to - from; i++) fillHeuristics(rows, i * width, steps, i * heuristics, heuristics);
  FAMILY_NAMES[reading].forEach((family, k) => {
    const { evidence } = model.families.get(family)!;
    const evidenceRows = known.rowsOf(family);
    const lists = Array.from({ length: to - from }, (_, i) => tokensOf(k, from + i));
    for (let i = from; i < to; i++) {
      const at = (i - from) * width + heuristics + k * labels;
      let same = i - 1;                              // blocks in one place share the very array of tokens
      while (same >= from && same >= i - SHARED_REACH && lists[same - from] !== lists[i - from]) same--;
      if (same >= from && same >= i - SHARED_REACH) rows.copyWithin(at, at - (i - same) * width, at - (i - same) * width + labels);
      else dampSums(rows, at, labels, sumEvidence(evidence, evidenceRows, labels, lists[i - from], rows, at));
    }
  });
  return rows;
}

const STEP_VALUES = Float32Array.from({ length: STEPS }, (_, step) => step / (STEPS - 1));

/** Heuristic steps as inputs from 0 to 1. */
export function fillHeuristics(rows: Float32Array, at: number, steps: Uint8Array, from: number, count: number): void {
  for (let j = 0; j < count; j++) rows[at + j] = STEP_VALUES[steps[from + j]];
}

/** Divides a sum of evidence by the square root of the number of its tokens. */
export function dampSums(rows: Float32Array, at: number, labels: number, tokens: number): void {
  if (tokens < 2) return;
  const root = Math.sqrt(tokens);
  for (let l = 0; l < labels; l++) rows[at + l] /= root;
}

/** Rows of two tables side by side. */
export function joinRows(left: Float32Array, right: Float32Array, rows: number): Float32Array {
  const a = left.length / rows;
  const b = right.length / rows;
  const result = new Float32Array(rows * (a + b));
  for (let i = 0; i < rows; i++) {
    result.set(left.subarray(i * a, (i + 1) * a), i * (a + b));
    result.set(right.subarray(i * b, (i + 1) * b), i * (a + b) + a);
  }
  return result;
}
