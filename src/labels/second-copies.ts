import { countWords } from '../words/count-words';

/**
 * What makes repeated texts in a row a second copy of a passage: words together, at least; share of all words, at least; words a text, at
 * least. Pages hold a passage twice for narrow and for wide windows, or an answer on top and again in its thread; rows of tables, short
 * replies and terms repeat themselves too, but are short. Found by folds.
 */
const MIN_WORDS = 25;
const MIN_SHARE = 0.02;
const MIN_WORDS_A_TEXT = 5;

/** Which texts are a second copy of a passage above: texts in a row, each of which came before to the letter. Linear. */
export function secondCopies(texts: readonly string[]): boolean[] {
  const words = texts.map(countWords);
  const all = words.reduce((sum, count) => sum + count, 0);
  const seen = new Set<string>();
  const copies = texts.map(() => false);
  let from = 0;                                     // where the row of repeated texts begins
  let inRow = 0;
  for (let i = 0; i <= texts.length; i++) {
    if (i < texts.length && seen.has(texts[i])) {
      inRow += words[i];
      continue;
    }
    if (inRow >= Math.max(MIN_WORDS, MIN_SHARE * all, MIN_WORDS_A_TEXT * (i - from))) copies.fill(true, from, i);
    seen.add(texts[i]);
    from = i + 1;
    inRow = 0;
  }
  return copies;
}
