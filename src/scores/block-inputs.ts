import type { Features } from '../features/extract-features';
import { FAMILY_NAMES, HEURISTIC_NAMES, type Reading } from '../features/extract-features';
import { STEPS } from '../features/heuristic';
import type { Model } from '../model/model';
import { sumEvidence } from './naive-bayes';

/** How many inputs a block has: its heuristics, then one Bayes input for each family and label. */
export function inputWidth(reading: Reading, labels: number): number {
  return HEURISTIC_NAMES[reading].length + FAMILY_NAMES[reading].length * labels;
}

/**
 * Inputs of the blocks from `from` to before `to`, row by row. Heuristics run from 0 to 1. The Bayes inputs are the summed evidence of the family's tokens over
 * the square root of how many tokens were known: words of one block do not occur independently, so evidence grows slower than their number.
 */
export function blockInputs(features: Features, model: Model, from = 0, to = features.blocks): Float32Array {
  const { reading } = features;
  const steps = features.stepsOf(from, to);
  const labels = model.labels.length;
  const heuristics = HEURISTIC_NAMES[reading].length;
  const families = FAMILY_NAMES[reading].map((name) => model.families.get(name)!);
  const width = inputWidth(reading, labels);
  const rows = new Float32Array((to - from) * width);
  for (let i = 0; i < to - from; i++) fillHeuristics(rows, i * width, steps, i * heuristics, heuristics);
  families.forEach((family, k) => {
    const summed = new Map<readonly string[], number>();     // blocks in one place share the very array of tokens
    for (let i = from; i < to; i++) {
      const at = (i - from) * width + heuristics + k * labels;
      const tokens = features.tokensOf(k, i);
      const same = summed.get(tokens);
      if (same !== undefined) {
        for (let l = 0; l < labels; l++) rows[at + l] = rows[same + l];
        continue;
      }
      summed.set(tokens, at);
      dampSums(rows, at, labels, sumEvidence(family, labels, tokens, rows, at));
    }
  });
  return rows;
}

/** Heuristic steps as inputs from 0 to 1. */
export function fillHeuristics(rows: Float32Array, at: number, steps: Uint8Array, from: number, count: number): void {
  for (let j = 0; j < count; j++) rows[at + j] = steps[from + j] / (STEPS - 1);
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
