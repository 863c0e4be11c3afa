import { splitBlocks } from '../../src/split-blocks';
import type { Block, Limits } from '../../src/types';

/** Blocks of an HTML source, never taken for plain text. */
export const split = (html: string, limits?: Limits): Block[] => splitBlocks({ html }, { limits });

/** Texts of the blocks, hidden ones in brackets. */
export const texts = (html: string, limits?: Limits): string[] =>
  split(html, limits).map(({ text, hidden }) => (hidden ? `[${text}]` : text));

/** The source of each block. */
export const slices = (html: string, limits?: Limits): string[] =>
  split(html, limits).map(({ start, end }) => html.slice(start, end));
