import { tokenize } from '../words/tokenize';

/** From this many words on a block is a paragraph of the body and not head matter. */
const PARAGRAPH_WORDS = 20;

/**
 * What is content of a page where nobody marked it: the blocks of the first label, which is that of articles. Those before the first
 * paragraph stay unknown (headline, byline, date), since of the 214 benchmark articles whose content was marked only 11 hold the headline.
 *
 * @returns for each block 1 content, 0 not, -1 unknown.
 */
export function contentByLabels(labels: Int8Array, texts: readonly string[]): Int8Array {
  const firstParagraph = Math.max(0, labels.findIndex((label, i) => label === 0 && tokenize(texts[i]).length >= PARAGRAPH_WORDS));
  return labels.map((label, i) => (label < 0 || (label === 0 && i < firstParagraph) ? -1 : Number(label === 0)));
}
