/** A named measurement of one block. */
export interface Heuristic<Facts> {
  /** Name that explanations show: lower case with hyphens. */
  name: string;
  /** The value for the block, 0 to 1. */
  value(facts: Facts): number;
}

/** Values are kept in this many equal steps from 0 to 1, so that measured rows stay small and training sees what classification sees. */
export const STEPS = 16;

const LOG1P = Float64Array.from({ length: 2048 }, (_, count) => Math.log1p(count));

/** `ln(1 + count)`; for counts, which are mostly small, it is looked up. */
export function log1p(count: number): number {
  return Number.isInteger(count) && count >= 0 && count < LOG1P.length ? LOG1P[count] : Math.log1p(count);
}

/** 0 to 1 on a logarithmic scale that reaches 1 at `full`. */
export function logScale(count: number, full: number): number {
  return log1p(count) / log1p(full);
}

/** 1 for true, 0 for false. */
export function flag(condition: boolean): number {
  return condition ? 1 : 0;
}

/** `part / whole`, 0 where there is no whole. */
export function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

/** The value in whole steps, 0 to `STEPS - 1`; values outside 0 to 1 take the nearest end. */
export function toStep(value: number): number {
  return value <= 0 ? 0 : value >= 1 ? STEPS - 1 : Math.round(value * (STEPS - 1));
}
