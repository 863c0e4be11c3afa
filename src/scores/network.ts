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

/** Outputs for every row of inputs: `rows * outputs` values. The same sums as `firstValues` makes, in the same order, in less time. */
export function runNetwork(network: Network, inputs: Float32Array): Float64Array {
  const rows = inputs.length / network.inputs;
  const result = new Float64Array(rows * network.outputs);
  const units = firstUnits(network);
  const padded = Math.ceil(units / COLUMNS) * COLUMNS;
  const weights = packColumns(network);
  const bias = new Float64Array(padded);
  bias.set(network.hidden ? network.firstBias : network.secondBias);
  const at = new Int32Array(network.inputs);
  const values = new Float64Array(network.inputs);
  const sums = new Float64Array(padded);
  const hiddenLayer = sums.subarray(0, units);
  const row = new Float64Array(network.outputs);
  for (let r = 0; r < rows; r++) {
    let count = 0;                                   // most inputs are 0
    for (let i = 0; i < network.inputs; i++) {
      const x = inputs[r * network.inputs + i];
      if (x === 0) continue;
      at[count] = i * COLUMNS;
      values[count++] = x;
    }
    for (let h = 0, from = 0; h < units; h += COLUMNS, from += COLUMNS * network.inputs) sumColumns(weights, from, at, values, count, bias, h, sums);
    outputValues(network, hiddenLayer, row);
    result.set(row, r * network.outputs);
  }
  return result;
}

/** So many units are summed at once: their sums stay in registers. */
const COLUMNS = 8;

/** The weights of `first` with those of `COLUMNS` units side by side, input by input; units that are missing have weight 0. */
function packColumns(network: Network): Float32Array {
  const units = firstUnits(network);
  const packed = new Float32Array(Math.ceil(units / COLUMNS) * COLUMNS * network.inputs);
  for (let h = 0; h < units; h++) {
    let to = (h - (h % COLUMNS)) * network.inputs + (h % COLUMNS);
    for (let i = h; i < network.first.length; i += units, to += COLUMNS) packed[to] = network.first[i];
  }
  return packed;
}

function sumColumns(weights: Float32Array, from: number, at: Int32Array, values: Float64Array, count: number, bias: Float64Array, h: number, into: Float64Array): void {
  let a = bias[h];
  let b = bias[h + 1];
  let c = bias[h + 2];
  let d = bias[h + 3];
  let e = bias[h + 4];
  let f = bias[h + 5];
  let g = bias[h + 6];
  let last = bias[h + 7];
  for (let k = 0; k < count; k++) {
    const w = from + at[k];
    const x = values[k];
    a += x * weights[w];
    b += x * weights[w + 1];
    c += x * weights[w + 2];
    d += x * weights[w + 3];
    e += x * weights[w + 4];
    f += x * weights[w + 5];
    g += x * weights[w + 6];
    last += x * weights[w + 7];
  }
  into[h] = a;
  into[h + 1] = b;
  into[h + 2] = c;
  into[h + 3] = d;
  into[h + 4] = e;
  into[h + 5] = f;
  into[h + 6] = g;
  into[h + 7] = last;
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
