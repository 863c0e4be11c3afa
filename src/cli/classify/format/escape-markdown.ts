/** Schemes that a link may have; an address without one is relative. */
const SAFE_SCHEME = /^(?:https?|mailto|tel):/i;
const SCHEME = /^[^/?#]*:/;

/** The text so that Markdown shows it as it is, whatever it holds. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>&|~]/g, '\\$&')
    .replace(/^(\s*)([#+=-])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2');
}

/** A link; the bare text where the address could run a script. */
export function markdownLink(text: string, href: string): string {
  // A browser drops these before it looks at the scheme.
  const address = href.replace(/\p{Cc}+/gu, '').trim();
  if (!address || (SCHEME.test(address) && !SAFE_SCHEME.test(address))) return escapeMarkdown(text);
  return `[${escapeMarkdown(text)}](${address.replace(/[\s()<>\\]/g, (character) => encodeURIComponent(character).replace(/[()]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)).replace(/&/g, '&amp;')})`;
}
