import type { Limits } from '../types';
import type { Page } from './page';
import { splitHtml } from './split-html';
import { splitText } from './split-text';

/** Raised when blocks are cut otherwise, so that figures measured before are known to be stale. */
export const SPLITTER_VERSION = 3;

/** The page of an HTML or plain-text source. */
export function splitPage(source: 'html' | 'text', input: string, limits: Required<Limits>): Page {
  const cut = input.length > limits.maxChars;
  const read = cut ? input.slice(0, cutAt(source, input, limits.maxChars)) : input;
  const page = source === 'html' ? splitHtml(read, limits) : splitText(read, limits);
  if (cut) page.truncated ??= 'maxChars';
  return page;
}

/** A character reference, the longest of which has 33 characters, that ends with the text or goes on. */
const OPEN_REFERENCE = /&#?[0-9a-zA-Z]{0,31}$/;
const MAX_REFERENCE = 33;

/** Where to cut a longer input: at most at `maxChars`, and neither within a surrogate pair nor, in HTML, within a character reference. */
function cutAt(source: 'html' | 'text', input: string, maxChars: number): number {
  const isPair = input.codePointAt(maxChars - 1)! > 0xffff;
  const end = isPair ? maxChars - 1 : maxChars;
  const open = source === 'html' ? OPEN_REFERENCE.exec(input.slice(Math.max(0, end - MAX_REFERENCE), end)) : null;
  return open ? end - open[0].length : end;
}
