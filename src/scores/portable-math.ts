/** ln 2 in two parts: the first has so few bits that its multiples by whole numbers are exact. */
const LN2_HIGH = 0.693147180369123816490;
const LN2_LOW = 1.90821492927058770002e-10;
/** Terms of the Taylor series: on half of ln 2 to each side of 0 the rest is smaller than what a double can hold. */
const TERMS = 13;
const LEAST_EXPONENT = -1022;

/** `POWERS[k]` is 2 to the power of -k. */
const POWERS = new Float64Array(-LEAST_EXPONENT + 1).fill(1);
for (let k = 1; k < POWERS.length; k++) POWERS[k] = POWERS[k - 1] / 2;

/**
 * e to the power of `x`, for `x` up to 0; 0 where that is too small for a normal double. Built from operations that IEEE 754 defines to the last
 * bit: `Math.exp` differs between engines, and scores must not.
 */
export function expOfNegative(x: number): number {
  const k = Math.round(x / Math.LN2);
  if (!(k >= LEAST_EXPONENT)) return 0;
  const rest = x - k * LN2_HIGH - k * LN2_LOW;
  let sum = 1;
  for (let n = TERMS; n > 0; n--) sum = 1 + (rest / n) * sum;
  return sum * POWERS[-k];
}

/** Terms of the series of the inverse hyperbolic tangent, which is used up to 1/5. */
const LOG_TERMS = 12;
const LARGEST_MANTISSA = 1.5;

/** The natural logarithm of a number from 1 up, by the same operations alone. */
export function logOfLarge(x: number): number {
  let mantissa = x;
  let doublings = 0;
  for (; mantissa > LARGEST_MANTISSA; mantissa /= 2) doublings++;
  const s = (mantissa - 1) / (mantissa + 1);
  let sum = 0;
  for (let n = LOG_TERMS; n >= 0; n--) sum = 1 / (2 * n + 1) + s * s * sum;
  return 2 * s * sum + doublings * LN2_LOW + doublings * LN2_HIGH;
}

/** The natural logarithm of a number from 0 to 1; minus infinity where it is too small for its inverse to be a number. */
export function logOfProbability(p: number): number {
  const inverse = 1 / p;
  return inverse < Infinity ? -logOfLarge(inverse) : -Infinity;
}
