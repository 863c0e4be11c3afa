import type { Network } from '../scores/network';
import { AdamWeights, rateLeft, type StepSize } from './adam';
import { AT_ONCE, addInputs } from './add-inputs';
import { randomStream, shuffledOrder } from './random';

export interface FitOptions {
  hidden: number;
  epochs: number;
  batch: number;
  /** Step size of the first epochs; it falls to nothing along a half cosine. */
  rate: number;
  /** Weight decay a step, as a share of the step size: towards the weights of `prior`, without one towards 0. */
  decay: number;
  /** Share of the inputs left out at random, row by row, while fitting. */
  dropInputs: number;
  seed: number;
  /** As in `StepSize`; without one all steps are of one size. */
  epsilon?: number;
  /** Network of the same shape to start from. Its biases decay as its weights do. */
  prior?: Network;
  /** What the prior knows nothing of. */
  fresh?: FreshParts;
}

/** Inputs (1 each) and last outputs of a network whose weights are new in it, and the size of the first steps that these take. */
export interface FreshParts {
  inputs: Uint8Array;
  outputs: number;
  size: StepSize;
}

/** Rows to fit: `inputs` row-major, a target distribution over the outputs and a weight for each row. */
export interface FitRows {
  width: number;
  inputs: Float32Array;
  outputs: number;
  targets: Float32Array;
  weights: Float32Array;
}

/** A row whose probabilities are all this near to their targets is learned: its step would change next to nothing. */
const LEARNED_ERROR = 0.01;
/** Rarely used inputs are not blown up without bound. */
const MAX_SCALE = 4;
/** Length of the random pattern that says which inputs are left out; each row reads it from another place. */
const DROP_PATTERN = 1 << 18;

/** Fits a network by weighted cross-entropy. Deterministic; cost is rows × inputs × hidden units × epochs. */
export function fitNetwork(rows: FitRows, options: FitOptions): Network {
  const { width, inputs, outputs, targets, weights: rowWeights } = rows;
  const { hidden, batch, seed } = options;
  const count = rowWeights.length;
  const random = randomStream(seed);
  const scale = inputScales(rows);
  const middle = hidden || outputs;
  const draw = (length: number, spread: number) => Float32Array.from({ length }, () => (random() * 2 - 1) * spread);
  const { prior, fresh } = options;
  const isFresh = (length: number, test: (i: number) => boolean) => fresh && Uint8Array.from({ length }, (_, i) => Number(test(i)));
  const ofNewOutput = (i: number) => i % outputs >= outputs - fresh!.outputs;
  const ofNewInput = (i: number) => fresh!.inputs[Math.floor(i / middle)] > 0 || (!hidden && ofNewOutput(i));
  const weights = (prior: Float32Array | undefined, start: () => Float32Array, decay: number, marks?: Uint8Array) => new AdamWeights(prior?.slice() ?? start(), decay, prior, marks);
  const biasDecay = prior ? options.decay : 0;
  const first = weights(prior && scaled(prior.first, scale, (weight, by) => weight / by), () => (hidden ? draw(width * middle, Math.sqrt(6 / (width + middle))) : new Float32Array(width * middle)), options.decay, isFresh(width * middle, ofNewInput));
  const firstBias = weights(prior?.firstBias, () => new Float32Array(hidden), biasDecay);
  const second = weights(prior?.second, () => draw(hidden * outputs, Math.sqrt(6 / (hidden + outputs))), options.decay, isFresh(hidden * outputs, ofNewOutput));
  const secondBias = weights(prior?.secondBias, () => new Float32Array(outputs), biasDecay, isFresh(outputs, ofNewOutput));
  const blocks = [first, firstBias, second, secondBias];

  /** Where the weights of the inputs that are not 0 begin, and their values; filled up with zeros to full groups. */
  const present = new Int32Array(width + AT_ONCE);
  const value = new Float32Array(width + AT_ONCE);
  const unit = new Float64Array(hidden);
  const output = new Float64Array(outputs);
  const unitGradient = new Float64Array(middle);
  const drop = new Uint8Array(DROP_PATTERN);
  for (let i = 0; i < DROP_PATTERN; i++) drop[i] = random() < options.dropInputs ? 1 : 0;
  const steps = Math.ceil(count / batch) * options.epochs;
  let step = 0;

  const fitRow = (row: number): void => {
    const at = row * width;
    let used = 0;
    const pattern = Math.floor(random() * (DROP_PATTERN - width));
    for (let i = 0; i < width; i++) {
      const x = inputs[at + i];
      if (x === 0 || drop[pattern + i]) continue;
      present[used] = i * middle;
      value[used++] = x * scale[i];
    }
    for (let k = used; k % AT_ONCE; k++) present[k] = value[k] = 0;
    const sums = hidden ? unit : output;
    const bias = hidden ? firstBias.values : secondBias.values;
    for (let h = 0; h < middle; h++) sums[h] = bias[h];
    for (let k = 0; k < used; k += AT_ONCE) addInputs(first.values, present, value, k, sums);
    if (hidden) {
      for (let o = 0; o < outputs; o++) output[o] = secondBias.values[o];
      for (let h = 0; h < hidden; h++) {
        if (unit[h] <= 0) continue;
        for (let o = 0; o < outputs; o++) output[o] += unit[h] * second.values[h * outputs + o];
      }
    }
    let most = -Infinity;
    for (let o = 0; o < outputs; o++) if (output[o] > most) most = output[o];
    let sum = 0;
    for (let o = 0; o < outputs; o++) sum += output[o] = Math.exp(output[o] - most);
    let error = 0;
    for (let o = 0; o < outputs; o++) {
      const gap = output[o] / sum - targets[row * outputs + o];
      error = Math.max(error, Math.abs(gap));
      output[o] = gap * rowWeights[row];
    }
    if (error < LEARNED_ERROR) return;
    for (let o = 0; o < outputs; o++) secondBias.gradient[o] += output[o];
    let into = output;
    if (hidden) {
      into = unitGradient;
      for (let h = 0; h < hidden; h++) {
        let g = 0;
        if (unit[h] > 0) {
          for (let o = 0; o < outputs; o++) {
            g += output[o] * second.values[h * outputs + o];
            second.gradient[h * outputs + o] += output[o] * unit[h];
          }
        }
        unitGradient[h] = g;
        firstBias.gradient[h] += g;
      }
    }
    const G = first.gradient;
    for (let k = 0; k < used; k++) {
      const x = value[k];
      const base = present[k];
      for (let h = 0; h < middle; h++) G[base + h] += x * into[h];
    }
  };

  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const order = shuffledOrder(count, random);
    for (let from = 0; from < count; from += batch) {
      const to = Math.min(count, from + batch);
      let size = 0;
      for (let i = from; i < to; i++) {
        fitRow(order[i]);
        size += rowWeights[order[i]];
      }
      step++;
      const left = rateLeft(step, steps);
      const now = ({ rate, epsilon }: StepSize): StepSize => ({ rate: rate * left, epsilon });
      for (const block of blocks) block.step(step, size || 1, now(options), fresh && now(fresh.size));
    }
  }
  const fitted = scaled(first.values, scale, (weight, by) => weight * by);
  // Inputs that never occur say nothing against the weights that were there before.
  if (prior) scale.forEach((by, i) => by || fitted.set(prior.first.subarray(i * middle, (i + 1) * middle), i * middle));
  return {
    inputs: width, hidden, outputs, first: fitted, firstBias: firstBias.values, second: second.values, secondBias: secondBias.values,
  };
}

/** One over the root mean square of each input, so that steps are of like size. Inputs that are always 0 teach nothing: their scale, and with it their weights, are 0. */
function inputScales({ width, inputs, weights }: FitRows): Float32Array {
  const squares = new Float64Array(width);
  for (let row = 0, at = 0; row < weights.length; row++) for (let i = 0; i < width; i++, at++) squares[i] += inputs[at] * inputs[at];
  return Float32Array.from(squares, (sum) => (sum ? Math.min(MAX_SCALE, 1 / Math.sqrt(sum / weights.length)) : 0));
}

/** The rows of a table of weights, each changed by the scale of its input; 0 where that is 0. */
function scaled(table: Float32Array, scale: Float32Array, change: (weight: number, by: number) => number): Float32Array {
  const columns = table.length / scale.length;
  return table.map((weight, i) => {
    const by = scale[Math.floor(i / columns)];
    return by && change(weight, by);
  });
}
