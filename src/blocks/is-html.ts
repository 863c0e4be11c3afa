import { KNOWN_TAGS } from './html-tags';

const TAG_NAME = /<\/?([a-z][a-z0-9]{0,15})(?=[\s/>])/gi;

/**
 * Whether a string is HTML: it holds a doctype, a comment, or a known element name right after `<` or `</`.
 * Mail addresses in angle brackets, code and maths (`a < b`) are not.
 */
export function isHtml(input: string): boolean {
  if (!input.includes('<')) return false;
  if (/<!doctype\s|<!--/i.test(input)) return true;
  for (const match of input.matchAll(TAG_NAME)) if (KNOWN_TAGS.has(match[1].toLowerCase())) return true;
  return false;
}
