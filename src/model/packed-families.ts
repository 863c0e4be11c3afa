import { InputTypeError } from '../errors';
import type { BayesFamily } from '../scores/naive-bayes';
import { LEVELS, levelAt, packEvidence, unpackEvidence } from './packed-numbers';
import { packTokens, unpackTokens } from './packed-tokens';

/** Families as a model file holds them: all their tokens in one sorted list, and for each family which of the list it knows. */
export interface PackedFamilies {
  tokens: string;
  families: { name: string; tokens: string; evidence: string }[];
}

export function packFamilies(families: ReadonlyMap<string, BayesFamily>, labels: number): PackedFamilies {
  const all = [...new Set([...families.values()].flatMap(({ tokens }) => tokens))].sort();
  const numberOf = new Map(all.map((token, number) => [token, number]));
  return {
    tokens: packTokens(all),
    families: [...families].map(([name, { tokens, evidence }]) => {
      const rows = tokens.map((token, row) => ({ number: numberOf.get(token)!, row })).sort((a, b) => a.number - b.number);
      return { name, tokens: packRising(rows.map(({ number }) => number)), evidence: packEvidence(rows.flatMap(({ row }) => [...evidence.subarray(row * labels, (row + 1) * labels)]), labels) };
    }),
  };
}

/** What `packFamilies` packed. */
export function unpackFamilies({ tokens, families }: PackedFamilies, labels: number): Map<string, BayesFamily> {
  const all = unpackTokens(tokens, 'tokens');
  return new Map(families.map(({ name, tokens: known, evidence }) => {
    const numbers = unpackRising(known, all.length, `families.${name}.tokens`);
    return [name, { tokens: numbers.map((number) => all[number]), evidence: unpackEvidence(evidence, numbers.length, labels, `families.${name}.evidence`) }];
  }));
}

/** Stands for so many numbers that are left out, and that the gap goes on. */
const GAP_GOES_ON = LEVELS.length - 1;

/** Rising numbers by how many are left out before each: a character for a gap, the last of `LEVELS` for one that goes on with the next. */
function packRising(numbers: readonly number[]): string {
  let packed = '';
  let next = 0;
  for (const number of numbers) {
    for (; number - next >= GAP_GOES_ON; next += GAP_GOES_ON) packed += LEVELS[GAP_GOES_ON];
    packed += LEVELS[number - next];
    next = number + 1;
  }
  return packed;
}

/** What `packRising` packed; throws where a number is not below `end`. */
function unpackRising(packed: string, end: number, name: string): number[] {
  const numbers: number[] = [];
  let next = 0;
  for (let i = 0; i < packed.length; i++) {
    const gap = levelAt(packed, i, name);
    next += gap;
    if (gap === GAP_GOES_ON) continue;
    if (next >= end) throw new InputTypeError('BAD_MODEL', `Expected \`${name}\` of the model to name some of its ${end} tokens, got the number ${next}`);
    numbers.push(next++);
  }
  return numbers;
}
