/** So many inputs are added to the units at once: fewer, and most of the time goes into fetching and storing the sums. */
export const AT_ONCE = 8;

/** Adds `AT_ONCE` inputs to the sums of the units: the values from `k` on, by the weights that begin where `at` says. */
export function addInputs(weights: Float32Array, at: Int32Array, values: Float32Array, k: number, units: Float64Array): void {
  const x0 = values[k], x1 = values[k + 1], x2 = values[k + 2], x3 = values[k + 3], x4 = values[k + 4], x5 = values[k + 5], x6 = values[k + 6], x7 = values[k + 7];
  const w0 = at[k], w1 = at[k + 1], w2 = at[k + 2], w3 = at[k + 3], w4 = at[k + 4], w5 = at[k + 5], w6 = at[k + 6], w7 = at[k + 7];
  for (let h = 0; h < units.length; h++) {
    units[h] = units[h] + x0 * weights[w0 + h] + x1 * weights[w1 + h] + x2 * weights[w2 + h] + x3 * weights[w3 + h]
      + x4 * weights[w4 + h] + x5 * weights[w5 + h] + x6 * weights[w6 + h] + x7 * weights[w7 + h];
  }
}
