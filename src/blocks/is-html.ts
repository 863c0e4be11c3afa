import { KNOWN_TAGS, TEXTLESS_TAGS, VOID_TAGS } from './html-tags';

const TAG_NAME = /<(\/?)([a-z][a-z0-9]{0,15})(?=[\s/>])/gi;

/**
 * Whether a string is HTML: it holds a doctype, a comment, or a known element name right after `<` or `</`.
 * Mail addresses in angle brackets, code and maths (`a < b`) are not. Nor is the start of an element whose content is no text, unless
 * it ends: `#include <map>` and `List<Object>` are code, and as HTML all that follows would be lost.
 */
export function isHtml(input: string): boolean {
  if (!input.includes('<')) return false;
  if (/<!doctype\s|<!--/i.test(input)) return true;
  for (const [, slash, name] of input.matchAll(TAG_NAME)) if (isEvidence(name.toLowerCase(), slash !== '')) return true;
  return false;
}

function isEvidence(name: string, isEndTag: boolean): boolean {
  return KNOWN_TAGS.has(name) && (isEndTag || !TEXTLESS_TAGS.has(name) || VOID_TAGS.has(name));
}
