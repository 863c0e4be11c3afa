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

/**
 * Outputs for every row of inputs: `rows * outputs` values. The sums of `firstValues` but for rounding: each row starts from the sums of the
 * row before and adds what differs, since neighbouring blocks have most inputs in common.
 */
export function runNetwork(network: Network, inputs: Float32Array): Float64Array {
  const rows = inputs.length / network.inputs;
  const result = new Float64Array(rows * network.outputs);
  const weights = new Float64Array(network.first);
  const at = new Int32Array(network.inputs + AT_ONCE);
  const changes = new Float64Array(network.inputs + AT_ONCE);
  const hiddenLayer = new Float64Array(network.hidden ? network.firstBias : network.secondBias);
  const row = new Float64Array(network.outputs);
  let before: Float32Array = new Float32Array(network.inputs);
  for (let r = 0; r < rows; r++) {
    const now = inputs.subarray(r * network.inputs, (r + 1) * network.inputs);
    const count = gatherChanges(before, now, hiddenLayer.length, at, changes);
    for (let k = 0; k < count; k += AT_ONCE) addInputs(weights, at, changes, k, hiddenLayer);
    outputValues(network, hiddenLayer, row);
    result.set(row, r * network.outputs);
    before = now;
  }
  return result;
}

/** So many inputs are added to the units at once: fewer, and most of the time goes into fetching and storing the sums. */
export const AT_ONCE = 8;

/** Writes by how much the inputs of a row differ from those of the row before, where they do, and where their weights begin; filled up with zeros to full groups. Returns their number. */
function gatherChanges(before: Float32Array, now: Float32Array, units: number, at: Int32Array, changes: Float64Array): number {
  let count = 0;
  for (let i = 0; i < now.length; i++) {
    // No branch: which inputs differ cannot be foreseen, and a wrong guess costs more than the writing.
    const change = now[i] - before[i];
    at[count] = i * units;
    changes[count] = change;
    count += Number(change !== 0);
  }
  for (; count % AT_ONCE; count++) at[count] = changes[count] = 0;
  return count;
}

/** Adds `AT_ONCE` inputs to the sums of the units: the values from `k` on, by the weights that begin where `at` says. */
export function addInputs(weights: Float32Array | Float64Array, at: Int32Array, values: Float32Array | Float64Array, k: number, units: Float64Array): void {
  const x0 = values[k], x1 = values[k + 1], x2 = values[k + 2], x3 = values[k + 3], x4 = values[k + 4], x5 = values[k + 5], x6 = values[k + 6], x7 = values[k + 7];
  const w0 = at[k], w1 = at[k + 1], w2 = at[k + 2], w3 = at[k + 3], w4 = at[k + 4], w5 = at[k + 5], w6 = at[k + 6], w7 = at[k + 7];
  for (let h = 0; h < units.length; h++) {
    units[h] = units[h] + x0 * weights[w0 + h] + x1 * weights[w1 + h] + x2 * weights[w2 + h] + x3 * weights[w3 + h]
      + x4 * weights[w4 + h] + x5 * weights[w5 + h] + x6 * weights[w6 + h] + x7 * weights[w7 + h];
  }
}

/** Rows of unnormalised log-probabilities turned into probabilities, in place. */
export function softmaxRows(values: Float64Array, outputs: number): Float64Array {
  for (let row = 0; row < values.length; row += outputs) {
    let most = -Infinity;
    for (let o = 0; o < outputs; o++) most = Math.max(most, values[row + o]);
    let sum = 0;
    for (let o = 0; o < outputs; o++) sum += values[row + o] = Math.exp(values[row + o] - most);
    for (let o = 0; o < outputs; o++) values[row + o] /= sum;
  }
  return values;
}
