import { InputRangeError, InputTypeError, show } from './errors';
import type { Limits } from './types';

/** Default bounds: at least ten times the largest page of 1,746 measured ones. */
export const DEFAULT_LIMITS: Readonly<Required<Limits>> = { maxChars: 64_000_000, maxBlocks: 50_000, maxDepth: 700 };

/** Checks an options object: a plain object with known keys alone. */
export function checkOptions(name: string, options: unknown, known: readonly string[]): Record<string, unknown> {
  if (options === undefined) return {};
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new InputTypeError('BAD_OPTION', `Expected \`${name}\` to be an object, got ${show(options)}`);
  }
  for (const key of Object.keys(options)) {
    if (!known.includes(key)) {
      throw new InputTypeError('BAD_OPTION', `Unknown key \`${key}\` in \`${name}\`: known are ${known.map((k) => `\`${k}\``).join(', ')}`);
    }
  }
  return options as Record<string, unknown>;
}

/** The limits with defaults filled in. */
export function resolveLimits(limits: unknown): Required<Limits> {
  const given = checkOptions('limits', limits, Object.keys(DEFAULT_LIMITS));
  const resolved = { ...DEFAULT_LIMITS };
  for (const key of Object.keys(DEFAULT_LIMITS) as (keyof Limits)[]) {
    const value = given[key];
    if (value === undefined) continue;
    if (typeof value !== 'number') throw new InputTypeError('BAD_OPTION', `Expected \`limits.${key}\` to be a number, got ${show(value)}`);
    if (!(value >= 1) || (value !== Infinity && !Number.isInteger(value))) {
      throw new InputRangeError('BAD_OPTION', `Expected \`limits.${key}\` to be a whole number from 1 up, or \`Infinity\`, got ${show(value)}`);
    }
    resolved[key] = value;
  }
  return resolved;
}
