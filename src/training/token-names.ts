import type { Lexicon } from '../words/lexicon';
import { TokenIndex } from './token-counts';

/** A lexicon to which every token is known: those of the pages that are learned from. */
export class TokenNames extends TokenIndex implements Lexicon {
  joined(first: number, second: number): number {
    return this.numberOf(`${this.names[first]} ${this.names[second]}`);
  }

  marked(mark: string, token: number): number {
    return this.numberOf(mark + this.names[token]);
  }
}
