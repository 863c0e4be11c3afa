import type { Lexicon } from '../words/lexicon';

/** A lexicon to which every token is known: those of the pages that are learned from. */
export class TokenNames implements Lexicon {
  private readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(token: string): number {
    let number = this.numbers.get(token);
    if (number === undefined) {
      number = this.names.push(token) - 1;
      this.numbers.set(token, number);
    }
    return number;
  }

  joined(first: number, second: number): number {
    return this.numberOf(`${this.names[first]} ${this.names[second]}`);
  }

  marked(mark: string, token: number): number {
    return this.numberOf(mark + this.names[token]);
  }

  nameOf(number: number): string {
    return this.names[number];
  }
}
