import { FAMILY_NAMES, HEURISTIC_NAMES, type Features } from '../features/extract-features';
import type { Model } from '../model/model';
import { dampSums } from '../scores/block-inputs';
import { sumEvidence } from '../scores/naive-bayes';
import { hiddenValues, outputValues } from '../scores/network';
import type { Evidence } from '../types';
import { contextNames } from './context';

/** How many entries of evidence a block gets at most: those that moved the decision most. */
const MAX_EVIDENCE = 40;

/**
 * What moved the decision of a block, most first. The weight of an input is how far the final log-odds of the block's label move when
 * the input takes its training mean and all others stay (natural logarithm; positive speaks for the label). The inputs of a token family
 * and of a context group, one a label, move together; a single token's weight is the move when the token is taken away.
 */
export function explainBlock(block: number, label: number, rows: Float32Array, features: Features, model: Model): Evidence[] {
  const { reading } = features;
  const labels = model.labels.length;
  const { second, means, sharpness } = model.readings[reading];
  const width = second.inputs;
  const at = block * width;
  const unmoved = new Float64Array(second.hidden);
  hiddenValues(second, rows, at, unmoved);
  const moved = new Float64Array(second.hidden);
  const outputs = new Float64Array(labels);

  /** Log-odds of the label when the inputs from `first` on take these values. */
  const logOdds = (first: number, values: ArrayLike<number>): number => {
    moved.set(unmoved);
    for (let k = 0; k < values.length; k++) {
      const step = values[k] - rows[at + first + k];
      if (step !== 0) for (let h = 0; h < second.hidden; h++) moved[h] += step * second.first[(first + k) * second.hidden + h];
    }
    outputValues(second, moved, outputs);
    return logOddsOf(outputs, label, sharpness);
  };

  const now = logOdds(0, []);
  const evidence: Evidence[] = [];
  const add = (kind: Evidence['kind'], name: string, value: string | number, first: number, values: ArrayLike<number>) => {
    const weight = now - logOdds(first, values);
    if (weight !== 0) evidence.push({ name, kind, value, weight, label: model.labels[label] });
  };

  HEURISTIC_NAMES[reading].forEach((name, j) => add('heuristic', name, rows[at + j], j, means.subarray(j, j + 1)));
  FAMILY_NAMES[reading].forEach((name, k) => {
    const first = HEURISTIC_NAMES[reading].length + k * labels;
    add('bayes', name, rows[at + first + label], first, means.subarray(first, first + labels));
    const tokens = features.tokens[k][block];
    const { vocabulary } = model.families.get(name)!;
    for (const token of new Set(tokens)) {
      if (vocabulary.has(token)) add('word', name, token, first, inputsWithout(token, tokens, model, name));
    }
  });
  const contextFrom = HEURISTIC_NAMES[reading].length + FAMILY_NAMES[reading].length * labels;
  contextNames(features.containers.length).forEach((name, k) => {
    const first = contextFrom + k * labels;
    add('context', name, rows[at + first + label], first, means.subarray(first, first + labels));
  });
  return evidence.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, MAX_EVIDENCE);
}

function inputsWithout(token: string, tokens: readonly string[], { families, labels }: Model, name: string): Float32Array {
  const inputs = new Float32Array(labels.length);
  const known = sumEvidence(families.get(name)!, labels.length, tokens.filter((other) => other !== token), inputs, 0);
  dampSums(inputs, 0, labels.length, known);
  return inputs;
}

/** `ln(p / (1 - p))` of one label, from unnormalised log-probabilities. */
export function logOddsOf(outputs: ArrayLike<number>, label: number, sharpness: number): number {
  let most = -Infinity;
  for (let l = 0; l < outputs.length; l++) if (l !== label) most = Math.max(most, outputs[l] * sharpness);
  let others = 0;
  for (let l = 0; l < outputs.length; l++) if (l !== label) others += Math.exp(outputs[l] * sharpness - most);
  return outputs[label] * sharpness - most - Math.log(others);
}
