import { InputTypeError, show } from '../errors';

/** What a token of a model cannot hold: features fold case. */
const CAPITAL = /[A-Z]/;
const FIRST = 'A'.charCodeAt(0);
const MAX_SHARED = 25;

/** Tokens one after the other: a capital letter for how many characters it has in common with the one before (`A` none, `B` one), then the others. */
export function packTokens(tokens: Iterable<string>): string {
  let last = '';
  let packed = '';
  for (const token of tokens) {
    if (CAPITAL.test(token)) throw new InputTypeError('BAD_MODEL', `Expected tokens of a model without capital letters, got ${show(token)}`);
    let shared = 0;
    while (shared < MAX_SHARED && shared < token.length && token[shared] === last[shared]) shared++;
    packed += String.fromCharCode(FIRST + shared) + token.slice(shared);
    last = token;
  }
  return packed;
}

/** What `packTokens` packed. */
export function unpackTokens(packed: string, name: string): string[] {
  if (packed && !CAPITAL.test(packed[0])) throw new InputTypeError('BAD_MODEL', `Expected \`${name}\` of the model to begin with a capital letter, got ${show(packed[0])}`);
  const tokens: string[] = [];
  let last = '';
  // Read character by character: every user of the library waits for this.
  for (let from = 0, end = 1; from < packed.length; from = end++) {
    while (end < packed.length && !isCapital(packed.charCodeAt(end))) end++;
    const shared = packed.charCodeAt(from) - FIRST;
    if (shared > last.length) throw new InputTypeError('BAD_MODEL', `Expected \`${name}\` of the model to share at most ${last.length} characters with ${show(last)}, got ${shared}`);
    last = last.slice(0, shared) + packed.slice(from + 1, end);
    tokens.push(last);
  }
  return tokens;
}

function isCapital(code: number): boolean {
  return code >= FIRST && code <= FIRST + MAX_SHARED;
}
