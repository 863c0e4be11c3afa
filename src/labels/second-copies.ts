import { countWords } from '../words/count-words';

/**
 * Words that repeated texts in a row hold together where they are a second copy: pages hold their text once for narrow and once for wide
 * windows, or an answer on top and again in its thread. A refrain or a caption that comes twice is shorter. Found by folds.
 */
const MIN_COPIED_WORDS = 25;

/** Which texts are a second copy of what stands above: those in a row each of which came before, where they are long enough together. Linear. */
export function secondCopies(texts: readonly string[]): boolean[] {
  const seen = new Set<string>();
  const copies = texts.map(() => false);
  let from = 0;                                     // where the row of repeated texts begins
  let words = 0;
  texts.forEach((text, i) => {
    if (!seen.has(text)) {
      seen.add(text);
      from = i + 1;
      words = 0;
      return;
    }
    words += countWords(text);
    if (words < MIN_COPIED_WORDS) return;
    while (from <= i) copies[from++] = true;
  });
  return copies;
}
