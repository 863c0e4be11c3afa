import { InputTypeError, show } from './errors';
import { chooseArticle } from './labels/choose-article';
import { checkOptions } from './options';
import type { Block } from './types';

/** Options of `articleText`. */
export interface ArticleTextOptions {
  /** The label whose text is wanted; `article` where none is given. */
  label?: string;
}

/** What `articleText` needs of a block: any result of `classifyBlocks` will do. */
export interface TextBlock extends Pick<Block, 'text' | 'hidden'> {
  label: string;
  content: number;
}

/**
 * The text of a page's article, one block a line; empty for a page without one. Hidden blocks are left out.
 *
 * For `article` the blocks are those that make the expected F1 of the page largest by their `content`, which keeps whole what the labels
 * alone would cut at a fixed line; it often leaves the headline out. A passage that the page holds twice to the letter is taken once. For any
 * other label they are the blocks that bear it.
 *
 * @throws TypeError where `blocks` is not an array of classified blocks, or an option is of no known form.
 *
 * @example
 * import { articleText, classifyBlocks } from 'boilerplate-classifier';
 *
 * const page = '<nav><a href="/">Home</a></nav><p>The ferry will sail for the last time on Monday, the county said.</p>';
 * console.log(articleText(classifyBlocks(page)));
 * // The ferry will sail for the last time on Monday, the county said.
 */
export function articleText(blocks: readonly TextBlock[], options?: ArticleTextOptions): string {
  const { label = 'article' } = checkOptions('options', options, ['label']);
  if (typeof label !== 'string') throw new InputTypeError('BAD_OPTION', `Expected \`label\` to be a string, got ${show(label)}`);
  if (!Array.isArray(blocks)) throw new InputTypeError('BAD_PAGE', `Expected \`blocks\` to be an array as \`classifyBlocks\` returns it, got ${show(blocks)}`);
  const visible = (blocks as readonly TextBlock[]).filter((block, i) => {
    if (typeof block?.text !== 'string' || typeof block.label !== 'string' || typeof block.content !== 'number') {
      throw new InputTypeError('BAD_PAGE', `Expected \`blocks[${i}]\` to be a block as \`classifyBlocks\` returns it, got ${show(block)}`);
    }
    return !block.hidden;
  });
  const chosen = label === 'article' ? chooseArticle(visible) : visible.map((block) => block.label === label);
  return visible.filter((_, i) => chosen[i]).map(({ text }) => text).join('\n');
}
