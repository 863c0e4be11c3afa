import { FAMILY_NAMES, HEURISTIC_NAMES, type Features } from '../features/extract-features';
import type { Model } from '../model/model';
import { dampSums } from '../scores/block-inputs';
import { knownTokens } from '../scores/known-tokens';
import { sumEvidence } from '../scores/naive-bayes';
import { firstUnits, firstValues, outputValues } from '../scores/network';
import { expOfNegative, logOfLarge } from '../scores/portable-math';
import type { Evidence } from '../types';
import { contextNames } from './context';
import { shapeMoves } from './shape-evidence';

/** How many entries of evidence a block gets at most: those that moved the decision most. */
const MAX_EVIDENCE = 40;

/**
 * What moved the decision of a block, most first; `row` holds its inputs of the second pass.
 * The weight of an input is how far the final log-odds of the block's label move when
 * the input takes its training mean and all others stay (natural logarithm; positive speaks for the label). The inputs of a token family
 * and of a context group, one a label, move together; a single token's or sentence shape's weight is the move when it is taken away.
 */
export function explainBlock(block: number, label: number, row: Float32Array, features: Features, model: Model, shape?: string): Evidence[] {
  const { reading } = features;
  const labels = model.labels.length;
  const { second, means, sharpness } = model.readings[reading];
  const units = firstUnits(second);
  const unmoved = new Float64Array(units);
  firstValues(second, row, 0, unmoved);
  const moved = new Float64Array(units);
  const outputs = new Float64Array(labels);
  const shapeAdds = model.grammar && shapeMoves(shape, model.grammar.readings[reading], labels, model.grammar.shapes);

  /** Log-odds of the label when the inputs from `first` on take these values. */
  const logOdds = (first: number, values: ArrayLike<number>): number => {
    moved.set(unmoved);
    for (let k = 0; k < values.length; k++) {
      const step = values[k] - row[first + k];
      if (step !== 0) for (let h = 0; h < units; h++) moved[h] += step * second.first[(first + k) * units + h];
    }
    outputValues(second, moved, outputs);
    return logOddsOf(outputs, label, sharpness, shapeAdds);
  };

  const now = logOdds(0, []);
  const evidence: Evidence[] = [];
  const add = (kind: Evidence['kind'], name: string, value: string | number, first: number, values: ArrayLike<number>) => {
    const weight = now - logOdds(first, values);
    if (weight !== 0) evidence.push({ name, kind, value, weight, label: model.labels[label] });
  };

  const known = knownTokens(model.families);
  const tokensOf = features.tokensIn(known);
  HEURISTIC_NAMES[reading].forEach((name, j) => add('heuristic', name, row[j], j, means.subarray(j, j + 1)));
  FAMILY_NAMES[reading].forEach((name, k) => {
    const first = HEURISTIC_NAMES[reading].length + k * labels;
    add('bayes', name, row[first + label], first, means.subarray(first, first + labels));
    const tokens = tokensOf(k, block);
    for (const token of new Set(tokens)) {
      if (known.rowsOf(name)[token] >= 0) add('word', name, known.nameOf(token), first, inputsWithout(token, tokens, model, name));
    }
  });
  const contextFrom = HEURISTIC_NAMES[reading].length + FAMILY_NAMES[reading].length * labels;
  contextNames(features.containers.length).forEach((name, k) => {
    const first = contextFrom + k * labels;
    add('context', name, row[first + label], first, means.subarray(first, first + labels));
  });
  if (shape && shapeAdds) {
    outputValues(second, unmoved, outputs);
    evidence.push({ name: 'sentence-shape', kind: 'heuristic', value: shape, weight: now - logOddsOf(outputs, label, sharpness), label: model.labels[label] });
  }
  return evidence.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, MAX_EVIDENCE);
}

function inputsWithout(token: number, tokens: readonly number[], { families, labels }: Model, name: string): Float32Array {
  const inputs = new Float32Array(labels.length);
  const count = sumEvidence(families.get(name)!.evidence, knownTokens(families).rowsOf(name), labels.length, tokens.filter((other) => other !== token), inputs, 0);
  dampSums(inputs, 0, labels.length, count);
  return inputs;
}

/** `ln(p / (1 - p))` of one label, from unnormalised log-probabilities: `outputs` times `sharpness`, plus what `adds` says. */
export function logOddsOf(outputs: ArrayLike<number>, label: number, sharpness: number, adds?: ArrayLike<number>): number {
  const value = (l: number) => outputs[l] * sharpness + (adds ? adds[l] : 0);
  let most = -Infinity;
  for (let l = 0; l < outputs.length; l++) if (l !== label) most = Math.max(most, value(l));
  let others = 0;
  for (let l = 0; l < outputs.length; l++) if (l !== label) others += expOfNegative(value(l) - most);
  return value(label) - most - logOfLarge(others);
}
