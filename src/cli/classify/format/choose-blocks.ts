import { chooseArticle } from '../../../labels/choose-article';
import type { ClassifiedBlock } from '../../../types';

/** The visible blocks whose text is wanted, in document order: for `article` those that `articleText` takes, for other labels those that bear them. */
export function chooseBlocks(blocks: readonly ClassifiedBlock<string>[], labels: readonly string[] = ['article']): ClassifiedBlock<string>[] {
  const visible = blocks.filter((block) => !block.hidden);
  const content = labels.includes('article') ? chooseArticle(visible) : [];
  return visible.filter(({ label }, i) => content[i] || (label !== 'article' && labels.includes(label)));
}
