const HEAD_CHARS = 200_000;
const TAG = /<(?:link|meta|base)\s[^>]{1,2000}>/gi;
const SITE_TAG = /(?:\brel|\bproperty|\bname)\s*=\s*["']?(?:canonical|og:url|twitter:url)\b|^<base\b/i;
const ADDRESS = /\b(?:href|content)\s*=\s*["']?(?:https?:)?\/\/(?:www\.)?([^/"'\s?#>:]{3,253})/i;
const LANGUAGE = /<html\s(?:[^>]{0,2000}\s)?lang\s*=\s*["']?([a-z]{2,3})\b/i;

/** The host that an HTML page names as its own address, without `www.`; undefined where it names none. */
export function siteOfPage(source: string): string | undefined {
  for (const [tag] of source.slice(0, HEAD_CHARS).matchAll(TAG)) {
    const host = SITE_TAG.test(tag) ? ADDRESS.exec(tag)?.[1] : undefined;
    if (host) return host.toLowerCase();
  }
  return undefined;
}

/** The language that an HTML page says it is in, without region. */
export function languageOfPage(source: string): string | undefined {
  return LANGUAGE.exec(source.slice(0, HEAD_CHARS))?.[1].toLowerCase();
}
