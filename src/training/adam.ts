const BETA1 = 0.9;
const BETA2 = 0.999;
/** Keeps steps finite where gradients are 0. */
const EPSILON = 1e-8;

/** What is left of the rate at a step, counted from 1: it falls from 1 to nothing along a half cosine. */
export function rateLeft(step: number, steps: number): number {
  return 0.5 * (1 + Math.cos((Math.PI * step) / steps));
}

/** How far the weights go in a step. */
export interface StepSize {
  rate: number;
  /** Gradients well below this make steps in proportion to them, those well above steps of one size. */
  epsilon?: number;
}

/** One block of weights with the running means that Adam keeps (Kingma and Ba, 2015), decay kept apart (Loshchilov and Hutter, 2019). */
export class AdamWeights {
  readonly gradient: Float32Array;
  private readonly mean: Float32Array;
  private readonly square: Float32Array;

  /** @param fresh 1 for the weights of which `prior` knows nothing: their steps are of a size of their own. */
  constructor(readonly values: Float32Array, private readonly decay: number, private readonly prior?: Float32Array, private readonly fresh?: Uint8Array) {
    this.gradient = new Float32Array(values.length);
    this.mean = new Float32Array(values.length);
    this.square = new Float32Array(values.length);
  }

  /** Moves the values by the gradient summed over rows of `size` weight, and clears it. Steps count from 1. */
  step(step: number, size: number, usual: StepSize, ofFresh: StepSize = usual): void {
    const { values, gradient, mean, square, decay, prior, fresh } = this;
    const { rate: usualRate, epsilon: usualEpsilon = EPSILON } = usual;
    const { rate: freshRate, epsilon: freshEpsilon = EPSILON } = ofFresh;
    const correct1 = 1 - BETA1 ** step;
    const correct2 = 1 - BETA2 ** step;
    for (let i = 0; i < values.length; i++) {
      const g = gradient[i] / size;
      gradient[i] = 0;
      const m = (mean[i] = BETA1 * mean[i] + (1 - BETA1) * g);
      const s = (square[i] = BETA2 * square[i] + (1 - BETA2) * g * g);
      const isFresh = fresh !== undefined && fresh[i] > 0;
      const epsilon = isFresh ? freshEpsilon : usualEpsilon;
      values[i] -= (isFresh ? freshRate : usualRate) * (m / correct1 / (Math.sqrt(s / correct2) + epsilon) + decay * (prior ? values[i] - prior[i] : values[i]));
    }
  }
}
