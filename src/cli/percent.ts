/** A share as figures are printed: per cent with one decimal, without the sign. */
export const percent = (share: number): string => (100 * share).toFixed(1);
