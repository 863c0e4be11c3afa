import { chooseContent } from './choose-content';
import { secondCopies } from './second-copies';

/** Which of a page's visible blocks make its article text: its content, each part of it once. */
export function chooseArticle(blocks: readonly { text: string; content: number }[]): boolean[] {
  const chosen = chooseContent(blocks);
  const copies = secondCopies(blocks.filter((_, i) => chosen[i]).map(({ text }) => text));
  let next = 0;
  return chosen.map((isContent) => isContent && !copies[next++]);
}
