import { publicBlock } from './blocks/public-block';
import { readPage } from './blocks/read-page';
import { checkOptions, resolveLimits } from './options';
import type { Block, Limits, PageInput } from './types';

/** Options of `splitBlocks`. */
export interface SplitOptions {
  /** Bounds on the work done for one page. */
  limits?: Limits;
}

/**
 * The blocks of a page in document order, without labels; empty for a page without text.
 *
 * @throws TypeError, RangeError where the page or an option is of no known form.
 *
 * @example
 * import { splitBlocks } from 'boilerplate-classifier';
 *
 * for (const { tag, text } of splitBlocks('<h1>Ferry</h1><p>It sails<br>on Monday.')) console.log(tag, text);
 * // h1 Ferry
 * // p It sails on Monday.
 */
export function splitBlocks(page: PageInput, options?: SplitOptions): Block[] {
  const { limits } = checkOptions('options', options, ['limits']);
  const read = readPage(page, resolveLimits(limits));
  return read.blocks.map((_, index) => publicBlock(read, index));
}
