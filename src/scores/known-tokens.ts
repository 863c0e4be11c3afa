import type { Lexicon } from '../words/lexicon';
import type { BayesFamily } from './naive-bayes';
import { onceForEach } from './once-for-each';

/** Marks that stand before any other token; `=` stands before the first of several words that are joined. */
const OUTER_MARKS = '!>^';
const INNER_MARK = '=';

/** The tokens that the families of a model know, numbered together: one look-up serves all families. */
export class KnownTokens implements Lexicon {
  private readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();
  /** `pairs[first].get(second)`; few tokens begin a pair. */
  private readonly pairs: (Map<number, number> | undefined)[] = [];
  private readonly marks = new Map<string, Map<number, number>>();
  /** For each family the row of each token in its evidence, -1 for none. */
  private readonly rows = new Map<string, Int32Array>();

  constructor(families: ReadonlyMap<string, BayesFamily>) {
    const numbers = new Map<string, number[]>();
    for (const [name, { tokens }] of families) numbers.set(name, tokens.map((token) => this.add(token)));
    for (const [name, known] of numbers) {
      const rows = new Int32Array(this.names.length).fill(-1);
      known.forEach((number, row) => { rows[number] = row; });
      this.rows.set(name, rows);
    }
  }

  numberOf(token: string): number {
    return this.numbers.get(token) ?? -1;
  }

  joined(first: number, second: number): number {
    // An array asked for `[-1]` looks for a property of that name, which is slow, and most words are not known.
    return first < 0 || second < 0 ? -1 : this.pairs[first]?.get(second) ?? -1;
  }

  marked(mark: string, token: number): number {
    return token < 0 ? -1 : this.marks.get(mark)?.get(token) ?? -1;
  }

  nameOf(number: number): string {
    return this.names[number];
  }

  rowsOf(family: string): Int32Array {
    return this.rows.get(family)!;
  }

  /** Numbers a token and the parts that it can be made of. */
  private add(token: string): number {
    const known = this.numbers.get(token);
    if (known !== undefined) return known;
    const number = this.names.push(token) - 1;
    this.numbers.set(token, number);
    const space = token.lastIndexOf(' ');
    if (token.length > 1 && OUTER_MARKS.includes(token[0])) this.addMarked(token, number);
    else if (space > 0) {
      const first = this.add(token.slice(0, space));
      (this.pairs[first] ??= new Map()).set(this.add(token.slice(space + 1)), number);
    } else if (token.length > 1 && token[0] === INNER_MARK) this.addMarked(token, number);
    return number;
  }

  private addMarked(token: string, number: number): void {
    if (!this.marks.has(token[0])) this.marks.set(token[0], new Map());
    this.marks.get(token[0])!.set(this.add(token.slice(1)), number);
  }
}

/** The known tokens of a model, made at first use: who only trains from a model needs none. */
export const knownTokens = onceForEach((families: ReadonlyMap<string, BayesFamily>) => new KnownTokens(families));
