import type { BlockLink, Page, PageBlock } from '../blocks/page';
import { flag, logScale, share, type Heuristic } from './heuristic';

/** What the links of a block say: how much of it they cover and what their targets look like. */
export interface LinkFacts {
  block: PageBlock;
  /** The link with the most characters of the block, parsed; undefined where the block has none. */
  target: LinkTarget | undefined;
  /** How many links of the page have the same target. */
  sameTarget: number;
  /** Links of the blocks in the boxes around, narrow and wide. */
  narrow: LinkSums;
  wide: LinkSums;
}

/** Of the blocks with a link: how many there are, and how many of them lead to another site, are paid for, or bear a date in their address. */
export interface LinkSums {
  links: number;
  external: number;
  paid: number;
  dated: number;
}

export interface LinkTarget {
  kind: 'page' | 'fragment' | 'script' | 'mail' | 'phone';
  host: string;
  /** Path segments, lower case. */
  segments: readonly string[];
  query: string;
  rel: string;
  newWindow: boolean;
  /** The host is not that of most links of the page. */
  external: boolean;
  /** The path begins at the root of the host. */
  rooted: boolean;
  /** The link ends in the name of a place on its target. */
  fragment: boolean;
}

const ABSOLUTE = /^(?:[a-z][a-z\d+.-]*:)?[/\\]{2}([^/\\?#]*)([^?#]*)(\?[^#]*)?/i;
const RELATIVE = /^([^?#]*)(\?[^#]*)?/;
const MAX_HREF_CHARS = 500;
const SECOND_LEVEL = /^(?:co|com|org|net|gov|ac|edu|or|ne|gob|gouv)$/;

/** A host without the label that says no more than that it serves pages. */
export function withoutWww(host: string): string {
  return host.replace(/^www\d?\./, '');
}

/** The registrable part of a host, guessed without a list: the last two labels, three under `co.uk` and its like. */
export function siteOf(host: string): string {
  const labels = host.toLowerCase().replace(/:\d+$/, '').split('.');
  const keep = labels.length > 2 && SECOND_LEVEL.test(labels[labels.length - 2]) ? 3 : 2;
  return labels.slice(-keep).join('.');
}

export function parseTarget(href: string, rel: string, target: string, ownSite: string): LinkTarget {
  const source = href.slice(0, MAX_HREF_CHARS).replace(/[\t\n\r]+/g, '').trim();
  const lower = source.slice(0, 12).toLowerCase();
  const link: LinkTarget = { kind: 'page', host: '', segments: [], query: '', rel, newWindow: target === '_blank', external: false, rooted: false, fragment: /#./.test(source) };
  if (!source || source[0] === '#') link.kind = 'fragment';
  else if (lower.startsWith('javascript:')) link.kind = 'script';
  else if (lower.startsWith('mailto:')) link.kind = 'mail';
  else if (lower.startsWith('tel:')) link.kind = 'phone';
  else {
    const absolute = ABSOLUTE.exec(source);
    const [path, query] = absolute ? [absolute[2], absolute[3]] : [RELATIVE.exec(source)![1], RELATIVE.exec(source)![2]];
    link.host = absolute ? absolute[1].toLowerCase() : '';
    link.external = link.host !== '' && siteOf(link.host) !== ownSite;
    link.segments = withoutHosts(path.toLowerCase().split(/[/\\]/).filter(Boolean));
    link.rooted = absolute !== null || /^[/\\]/.test(path);
    link.query = query ? query.slice(1).toLowerCase() : '';
  }
  return link;
}

/** Parses the links of a page, each of those that are alike to `parseTarget` once: blocks inside one link must not pay again for its length. */
export function targetParser(ownSite: string): (link: BlockLink) => LinkTarget {
  const parsed = new Map<string, LinkTarget>();
  return ({ href, rel, target }) => {
    const start = href.slice(0, MAX_HREF_CHARS);
    const key = `${start.length} ${rel.length} ${start}${rel}${target === '_blank'}`;
    let found = parsed.get(key);
    if (!found) parsed.set(key, (found = parseTarget(start, rel, target, ownSite)));
    return found;
  };
}

/** Segments less what names a host: an address inside the path (`/go/https://shop.example/sale`), a relative link that lacks its `//`. */
function withoutHosts(segments: readonly string[]): string[] {
  return segments.filter((segment, i) => !segment.startsWith('www.') && !segment.endsWith(':') && !segments[i - 1]?.endsWith(':'));
}

/** The site that most absolute links of the page lead to, or empty. */
export function ownSiteOf(page: Page): string {
  const hosts = new Map<string, number>();
  for (const block of page.blocks) {
    for (const { href } of block.links) {
      const host = ABSOLUTE.exec(href.slice(0, MAX_HREF_CHARS).trim())?.[1];
      if (host) hosts.set(host, (hosts.get(host) ?? 0) + 1);
    }
  }
  const counts = new Map<string, number>();
  for (const [host, count] of hosts) counts.set(siteOf(host), (counts.get(siteOf(host)) ?? 0) + count);
  let best = '';
  let most = 0;
  for (const [site, count] of counts) {
    if (count > most) {
      best = site;
      most = count;
    }
  }
  return best;
}

const SLUG_BREAK = /[-_+]|%20/;

function longestSlug(link: LinkTarget | undefined): number {
  let most = 0;
  if (link) for (const segment of link.segments) most = Math.max(most, segment.split(SLUG_BREAK).filter(holdsLetter).length);
  return most;
}

function holdsSegment(link: LinkTarget | undefined, pattern: RegExp): boolean {
  return link !== undefined && link.segments.some((segment) => pattern.test(segment));
}

const CAMPAIGN = /(?:^|&)(?:utm_|aff|ref=|tag=|cid=|clickid|campaign|promo)/;
const DATE_SEGMENT = /^(?:19|20)\d\d$|(?:19|20)\d\d-?[01]\d/;

/** Sums over all blocks before each one, and over all. */
export function sumLinks(targets: readonly (LinkTarget | undefined)[]): LinkSums[] {
  let sums: LinkSums = { links: 0, external: 0, paid: 0, dated: 0 };
  const upTo = [sums];
  for (const target of targets) {
    if (target) {
      sums = {
        links: sums.links + 1,
        external: sums.external + flag(target.external),
        paid: sums.paid + flag(/sponsored/i.test(target.rel) || CAMPAIGN.test(target.query)),
        dated: sums.dated + flag(holdsSegment(target, DATE_SEGMENT)),
      };
    }
    upTo.push(sums);
  }
  return upTo;
}

export function linksBetween(upTo: readonly LinkSums[], from: number, to: number): LinkSums {
  const a = upTo[from];
  const b = upTo[to];
  return { links: b.links - a.links, external: b.external - a.external, paid: b.paid - a.paid, dated: b.dated - a.dated };
}

/** Heuristics about the links inside a block and in the boxes around it. */
export const LINK_HEURISTICS: readonly Heuristic<LinkFacts>[] = [
  { name: 'link-density', value: ({ block }) => share(block.linkChars, block.chars) },
  { name: 'nothing-but-link', value: ({ block }) => flag(block.linkChars > 0 && block.linkChars >= block.chars) },
  { name: 'holds-link', value: ({ block }) => flag(block.linkCount > 0) },
  { name: 'link-count', value: ({ block }) => logScale(block.linkCount, 20) },
  { name: 'words-per-link', value: ({ block }) => (block.linkCount ? logScale(block.linkChars / block.linkCount, 100) : 0) },
  { name: 'link-leaves-site', value: ({ target }) => flag(target?.external === true) },
  { name: 'link-to-fragment', value: ({ target }) => flag(target?.kind === 'fragment') },
  { name: 'link-to-script', value: ({ target }) => flag(target?.kind === 'script') },
  { name: 'link-to-mail-or-phone', value: ({ target }) => flag(target?.kind === 'mail' || target?.kind === 'phone') },
  { name: 'link-opens-new-window', value: ({ target }) => flag(target?.newWindow === true) },
  { name: 'link-is-sponsored', value: ({ target }) => flag(target !== undefined && /sponsored/i.test(target.rel)) },
  { name: 'link-is-nofollow', value: ({ target }) => flag(target !== undefined && /nofollow/i.test(target.rel)) },
  { name: 'link-path-depth', value: ({ target }) => (target ? target.segments.length / 6 : 0) },
  { name: 'link-slug-words', value: ({ target }) => longestSlug(target) / 10 },
  { name: 'link-path-holds-date', value: ({ target }) => flag(holdsSegment(target, DATE_SEGMENT)) },
  { name: 'link-path-holds-number', value: ({ target }) => flag(holdsSegment(target, /\d{4,}/)) },
  { name: 'link-has-query', value: ({ target }) => flag((target?.query ?? '') !== '') },
  { name: 'link-has-campaign', value: ({ target }) => flag(target !== undefined && CAMPAIGN.test(target.query)) },
  { name: 'link-to-home', value: ({ target }) => flag(target?.kind === 'page' && target.segments.length === 0 && !target.query) },
  { name: 'links-leave-site-in-box', value: ({ narrow }) => share(narrow.external, narrow.links) },
  { name: 'links-leave-site-in-wide-box', value: ({ wide }) => share(wide.external, wide.links) },
  { name: 'links-paid-for-in-box', value: ({ narrow }) => share(narrow.paid, narrow.links) },
  { name: 'links-paid-for-in-wide-box', value: ({ wide }) => share(wide.paid, wide.links) },
  { name: 'link-paths-hold-date-in-wide-box', value: ({ wide }) => share(wide.dated, wide.links) },
  { name: 'link-target-repeats', value: ({ sameTarget }) => logScale(Math.max(0, sameTarget - 1), 6) },
];

const FAMILY_SEGMENTS = 4;

/** Tokens of the link's target: words of its path, names of query parameters, `rel` values. Never the host. */
export function targetTokens(link: LinkTarget | undefined): string[] {
  if (!link) return [];
  const tokens: string[] = [`kind:${link.kind}${link.external ? ':out' : ''}`];
  for (const rel of link.rel.toLowerCase().split(/\s+/)) if (rel) tokens.push(`rel:${rel}`);
  const { segments } = link;
  for (let i = 0; i < Math.min(segments.length, FAMILY_SEGMENTS); i++) {
    const parts = partsOf(segments[i]);
    if (parts.length <= 2) tokens.push(`${i === segments.length - 1 ? 'last' : 'dir'}:${shape(parts.join('-'))}`);
    else tokens.push(`slug:${Math.min(8, parts.length)}`);
    for (let k = 0; k < Math.min(parts.length, 6); k++) if (holdsLetter(parts[k])) tokens.push(shape(parts[k]));
  }
  for (const pair of link.query.split('&').slice(0, 5)) if (pair) tokens.push(`?${shape(pair.split('=')[0])}`);
  return tokens;
}

const ASCII_SEGMENT = /^[!-~]*$/;

/** Runs of letters and digits. */
function partsOf(segment: string): string[] {
  return ASCII_SEGMENT.test(segment) ? segment.match(/[a-z0-9]+/gi) ?? [] : segment.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function holdsLetter(text: string): boolean {
  return /[a-z]/i.test(text) || /\p{L}/u.test(text);
}

const SHAPE_CHARS = 24;

/** Digits folded, so that numbered pages share a token. */
function shape(part: string): string {
  return part.slice(0, SHAPE_CHARS).replace(/\d+/g, '0');
}
