import { expOfNegative } from './portable-math';

/**
 * A small feed-forward network: inputs, one layer of rectified hidden units (or none: multinomial logistic regression), one output a
 * label. Weights are row-major: `first[i * hidden + h]` leads from input `i` to unit `h`.
 */
export interface Network {
  inputs: number;
  hidden: number;
  outputs: number;
  first: Float32Array;
  firstBias: Float32Array;
  second: Float32Array;
  secondBias: Float32Array;
}

/** How many units the weights of `first` lead to: the hidden ones, or the outputs where there are none. */
export function firstUnits({ hidden, outputs }: Network): number {
  return hidden || outputs;
}

/** Values of the units that `first` leads to, before rectification, for one row of inputs. */
export function firstValues(network: Network, inputs: Float32Array, at: number, into: Float64Array): void {
  const { hidden, first, firstBias, secondBias } = network;
  const units = firstUnits(network);
  const bias = hidden ? firstBias : secondBias;
  for (let h = 0; h < units; h++) into[h] = bias[h];
  for (let i = 0; i < network.inputs; i++) {
    const x = inputs[at + i];
    if (x === 0) continue;
    const row = i * units;
    for (let h = 0; h < units; h++) into[h] += x * first[row + h];
  }
}

/** Outputs (unnormalised log-probabilities) from the values of `firstValues`. */
export function outputValues(network: Network, hiddenLayer: Float64Array, into: Float64Array): void {
  const { hidden, outputs, second, secondBias } = network;
  if (!hidden) {
    into.set(hiddenLayer);
    return;
  }
  for (let o = 0; o < outputs; o++) into[o] = secondBias[o];
  for (let h = 0; h < hidden; h++) {
    const value = hiddenLayer[h];
    if (value <= 0) continue;
    for (let o = 0; o < outputs; o++) into[o] += value * second[h * outputs + o];
  }
}

/** Rows of unnormalised log-probabilities turned into probabilities, in place. */
export function softmaxRows(values: Float64Array, outputs: number): Float64Array {
  for (let row = 0; row < values.length; row += outputs) {
    let most = -Infinity;
    for (let o = 0; o < outputs; o++) most = Math.max(most, values[row + o]);
    let sum = 0;
    for (let o = 0; o < outputs; o++) sum += values[row + o] = expOfNegative(values[row + o] - most);
    for (let o = 0; o < outputs; o++) values[row + o] /= sum;
  }
  return values;
}
