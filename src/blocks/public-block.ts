import type { Block } from '../types';
import type { Page } from './page';

/** Block `index` of a page as callers see it. */
export function publicBlock(page: Page, index: number): Block {
  const { text, start, end, element, hidden } = page.blocks[index];
  const block: Block = { index, text };
  if (page.source !== 'blocks') {
    block.start = start;
    block.end = end;
  }
  const { path, tag } = page.elements[element] ?? { path: '', tag: '' };
  if (path) block.path = path;
  if (tag) block.tag = tag;
  if (hidden) block.hidden = true;
  if (page.truncated && index === page.blocks.length - 1) block.truncated = page.truncated;
  return block;
}
