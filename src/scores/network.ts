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

/** Values of the hidden units before rectification for one row of inputs. */
export function hiddenValues(network: Network, inputs: Float32Array, at: number, into: Float64Array): void {
  const { hidden, first, firstBias } = network;
  for (let h = 0; h < hidden; h++) into[h] = firstBias[h];
  for (let i = 0; i < network.inputs; i++) {
    const x = inputs[at + i];
    if (x === 0) continue;
    const row = i * hidden;
    for (let h = 0; h < hidden; h++) into[h] += x * first[row + h];
  }
}

/** Outputs (unnormalised log-probabilities) from hidden values. */
export function outputValues(network: Network, hiddenLayer: Float64Array, into: Float64Array): void {
  const { hidden, outputs, second, secondBias } = network;
  for (let o = 0; o < outputs; o++) into[o] = secondBias[o];
  for (let h = 0; h < hidden; h++) {
    const value = hiddenLayer[h];
    if (value <= 0) continue;
    for (let o = 0; o < outputs; o++) into[o] += value * second[h * outputs + o];
  }
}

/** Outputs of a network without hidden layer: its `first` weights lead to the outputs. */
function linearValues(network: Network, inputs: Float32Array, at: number, into: Float64Array): void {
  const { outputs, first, secondBias } = network;
  for (let o = 0; o < outputs; o++) into[o] = secondBias[o];
  for (let i = 0; i < network.inputs; i++) {
    const x = inputs[at + i];
    if (x === 0) continue;
    const row = i * outputs;
    for (let o = 0; o < outputs; o++) into[o] += x * first[row + o];
  }
}

/** Outputs for every row of inputs: `rows * outputs` values. */
export function runNetwork(network: Network, inputs: Float32Array): Float64Array {
  const rows = inputs.length / network.inputs;
  const result = new Float64Array(rows * network.outputs);
  const hiddenLayer = new Float64Array(network.hidden);
  const row = new Float64Array(network.outputs);
  for (let r = 0; r < rows; r++) {
    if (network.hidden) {
      hiddenValues(network, inputs, r * network.inputs, hiddenLayer);
      outputValues(network, hiddenLayer, row);
    } else linearValues(network, inputs, r * network.inputs, row);
    result.set(row, r * network.outputs);
  }
  return result;
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
