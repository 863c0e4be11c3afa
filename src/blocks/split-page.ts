import type { Page } from './page';
import { splitHtml } from './split-html';
import { splitText } from './split-text';

/** Raised when blocks are cut otherwise, so that figures measured before are known to be stale. */
export const SPLITTER_VERSION = 1;

/** Bounds on one page, all resolved. */
export interface ResolvedLimits {
  maxChars: number;
  maxBlocks: number;
  maxDepth: number;
}

/** The page of an HTML or plain-text source. */
export function splitPage(source: 'html' | 'text', input: string, limits: ResolvedLimits): Page {
  const cut = input.length > limits.maxChars;
  const read = cut ? input.slice(0, limits.maxChars) : input;
  const page = source === 'html' ? splitHtml(read, limits) : splitText(read, limits);
  if (cut) page.truncated ??= 'maxChars';
  return page;
}
