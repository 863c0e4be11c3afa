/**
 * Numbers for tokens. Most tokens of a page are known to no model, and a number that stands for a token without its text being built costs
 * nothing: so tokens are put together by number. A token that is not known has the number -1, and so has whatever is made of it.
 */
export interface Lexicon {
  numberOf(token: string): number;
  /** The number of two tokens with a space between. */
  joined(first: number, second: number): number;
  /** The number of a token with a mark of one character before it. */
  marked(mark: string, token: number): number;
}

/** The numbers of those tokens that are known, in order. */
export function knownNumbers(tokens: readonly string[], lexicon: Lexicon): number[] {
  const numbers: number[] = [];
  for (const token of tokens) {
    const number = lexicon.numberOf(token);
    if (isKnown(number)) numbers.push(number);
  }
  return numbers;
}

export function isKnown(number: number): boolean {
  return number >= 0;
}
