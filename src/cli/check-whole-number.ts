import { InputRangeError, show } from '../errors';

/** Throws a RangeError unless the value of a flag is a whole number from `least` to `most`. */
export function checkWholeNumber(flag: string, value: unknown, least: number, most: number): asserts value is number {
  if (!Number.isInteger(value) || (value as number) < least || (value as number) > most) throw new InputRangeError('BAD_OPTION', `Expected \`--${flag}\` to be a whole number from ${least} to ${most}, got ${show(value)}`);
}
