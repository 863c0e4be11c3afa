import { KNOWN_TAGS, TEXTLESS_TAGS, VOID_TAGS } from './html-tags';

const TAG_NAME = /<(\/?)([a-z][a-z0-9]{0,15})(?=[\s/>])/gi;

/** Characters of a tag that are looked at: no more is needed to tell attributes from code. */
const TAG_CHARS = 200;
const ATTRIBUTE_START = /^[a-z_:@*#[(]/i;

/**
 * Whether a string is HTML: it holds a doctype, a comment, or a known element name right after `<` or `</`, with attributes if with anything.
 * Mail addresses in angle brackets, code and maths (`a < b`, `a<b && c>d`) are not. Nor is the start of an element whose content is no
 * text, unless it ends: `#include <map>` and `List<Object>` are code, and as HTML all that follows would be lost.
 */
export function isHtml(input: string): boolean {
  if (!input.includes('<')) return false;
  if (/<!doctype\s|<!--/i.test(input)) return true;
  for (const { 0: tag, 1: slash, 2: name, index } of input.matchAll(TAG_NAME)) {
    const from = index + tag.length;
    if (isEvidence(name.toLowerCase(), slash !== '') && (slash || holdsAttributes(name, input.slice(from, from + TAG_CHARS)))) return true;
  }
  return false;
}

/** Whether what follows the name of a start tag can be its attributes. Without a value those of a name of one letter are words: `p<a and q>b`. */
function holdsAttributes(name: string, rest: string): boolean {
  const inside = rest.split('>', 1)[0].trim();
  return !inside || inside === '/' || (ATTRIBUTE_START.test(inside) && (name.length > 1 || inside.includes('=')));
}

function isEvidence(name: string, isEndTag: boolean): boolean {
  return KNOWN_TAGS.has(name) && (isEndTag || !TEXTLESS_TAGS.has(name) || VOID_TAGS.has(name));
}
