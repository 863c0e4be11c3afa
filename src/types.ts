/** The four labels of the model that ships with the package. Other models may have others. */
export type DefaultLabel = 'article' | 'navigation' | 'promo' | 'related';

/** A block that the caller has split already; only `text` is needed. */
export interface BlockInput {
  /** The text of the block. Must hold a character that is not white space. */
  text: string;
  /** Name of the block-level element, such as `p`, `li`, `h2`. */
  tag?: string;
  /** Path of the element, outermost first, such as `body > div.main > ul#menu > li`. */
  path?: string;
  /** Share of the characters that stand inside links, 0 to 1. */
  linkShare?: number;
}

/**
 * What can be classified. A bare string is taken for HTML where it holds markup, else for plain text. `url` is the absolute address that the
 * page was read from: links are compared with it where the page itself names no address (canonical link, `og:url`).
 */
export type PageInput = string | { html: string; url?: string | undefined } | { text: string } | { blocks: readonly (string | BlockInput)[] };

/** Bounds on the work done for one page; `Infinity` switches one off. `{ blocks }` gives a result for every entry: `maxDepth` alone applies to it. */
export interface Limits {
  /** UTF-16 code units of the input that are read. */
  maxChars?: number;
  /** Blocks that are made. */
  maxBlocks?: number;
  /** Nesting depth of elements that is kept; deeper tags are ignored, their text is not. */
  maxDepth?: number;
}

/** One block of a page. */
export interface Block {
  /** Position in the result, from 0. */
  index: number;
  /** Visible text, white space collapsed, never empty. */
  text: string;
  /** UTF-16 offset of the block's first visible character in the input; absent for `{ blocks }`. */
  start?: number;
  /** UTF-16 offset just past the block's last visible character in the input; absent for `{ blocks }`. */
  end?: number;
  /** HTML, and `{ blocks }` that name elements: the elements around the block, outermost first. */
  path?: string;
  /** HTML, and `{ blocks }` that name elements: name of the block-level element that holds the text. */
  tag?: string;
  /** `true` where the page does not show this text. */
  hidden?: true;
  /** On the last block only: the limit that ended the reading of the page. */
  truncated?: 'maxChars' | 'maxBlocks';
}

/** One input of the decision and what it did. */
export interface Evidence {
  /** Name of the heuristic, or of the word family for a word. */
  name: string;
  /** `word` for a single token, `bayes` for a whole family of tokens, `heuristic`, or `context` for what the blocks around say. */
  kind: 'word' | 'bayes' | 'heuristic' | 'context';
  /** The token; the value of the heuristic, 0 to 1; of a family the sum of its evidence for `label`; of blocks around the score of `label` that the first pass gave them. */
  value: string | number;
  /**
   * How far the final log-odds (natural logarithm) of `label` move when this input takes its training mean, or the token is taken away;
   * positive speaks for the label. Weights do not add up: inputs act together.
   */
  weight: number;
  /** The label whose log-odds are meant: the label of the block. */
  label: string;
}

/** A block with its label. `L` is the union of the model's labels. */
export interface ClassifiedBlock<L extends string = DefaultLabel> extends Block {
  /** The label with the highest score. */
  label: L;
  /** A probability for each label; they sum to 1. */
  scores: Record<L, number>;
  /** The probability of `label`. */
  confidence: number;
  /** Probability that the block belongs to what a reader of the page comes for: what `articleText` chooses by. 0 to 1. */
  content: number;
  /** With `explain`: what moved the decision, most first, at most 40 entries. */
  evidence?: Evidence[];
}
