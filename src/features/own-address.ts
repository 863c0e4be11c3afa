import type { Page } from '../blocks/page';
import type { Boxes } from './boxes';
import { flag, type Heuristic } from './heuristic';
import { parseTarget, siteOf, withoutWww, type LinkTarget } from './links';

/**
 * Where a link leads as seen from the page's own address: to a named place on the page; to the page itself, maybe with other parameters; to
 * one of the directories that the page is in; to something inside the page's own path; to the same directory, with a last segment of the
 * same shape or another; to another directory of the host, as deep as the page and with a last segment of the same shape; to anything else
 * there; to another host of the site; to another site.
 */
export type Relation = 'own-fragment' | 'own-page' | 'parent' | 'below' | 'beside' | 'own-directory' | 'like-own' | 'own-host' | 'other-host' | 'other-site';

/** The page's own address. */
export interface OwnAddress {
  /** Without `www.`; empty where it is not known. */
  host: string;
  site: string;
  segments: readonly string[];
  directory: string;
  shape: string;
  query: string;
}

const INDEX_FILE = /^(?:index|default|home)\.[a-z]{3,5}$/;

/** The address that a page gives as its own; of one that gives none the host alone, which most links to its site have. */
export function ownAddressOf(page: Page, site: string, targets: Iterable<LinkTarget | undefined>): OwnAddress {
  const own = parseTarget(page.url, '', '', site);
  const segments = own.kind === 'page' ? withoutIndex(own.segments) : [];
  const host = bareHost(own.host) || mostFrequentHost(targets);
  return { host, site: own.host ? siteOf(own.host) : site, segments, directory: directoryOf(segments), shape: shapeOf(segments), query: own.query };
}

function mostFrequentHost(targets: Iterable<LinkTarget | undefined>): string {
  const counts = new Map<string, number>();
  let best = '';
  for (const target of targets) {
    if (!target?.host || target.external) continue;
    const host = bareHost(target.host);
    counts.set(host, (counts.get(host) ?? 0) + 1);
    if (counts.get(host)! > (counts.get(best) ?? 0)) best = host;
  }
  return best;
}

function bareHost(host: string): string {
  return withoutWww(host).replace(/:\d+$/, '');
}

function withoutIndex(segments: readonly string[]): readonly string[] {
  return segments.length && INDEX_FILE.test(segments[segments.length - 1]) ? segments.slice(0, -1) : segments;
}

/** All segments but the last; numbers, such as those of a day, are all alike. */
function directoryOf(segments: readonly string[]): string {
  return segments.slice(0, -1).join('/').replace(/\d+/g, '0');
}

const SLUG_WORD = /[a-z\u00df-\uffff]{2,}/g;
const SLUG_MIN_WORDS = 3;

/** What the last segment is made of: whether it is a slug, holds a long number, ends in the name of a format. */
function shapeOf(segments: readonly string[]): string {
  const last = segments[segments.length - 1] ?? '';
  const words = last.replace(/\.[a-z]{2,5}$/, '').match(SLUG_WORD)?.length ?? 0;
  return `${words >= SLUG_MIN_WORDS ? 'slug' : words > 0 ? 'word' : ''}${/\d{4}/.test(last) ? '#' : ''}${/\.[a-z]{2,5}$/.exec(last)?.[0] ?? ''}`;
}

/** How a target relates to the page's own address; undefined for what leads to no page. */
export function relationOf(target: LinkTarget, own: OwnAddress): Relation | undefined {
  if (target.kind === 'fragment') return target.fragment ? 'own-fragment' : undefined;
  if (target.kind !== 'page') return undefined;
  if (target.host && siteOf(target.host) !== own.site) return 'other-site';
  if (target.host && own.host && bareHost(target.host) !== own.host) return 'other-host';
  const segments = withoutIndex(target.host || target.rooted ? target.segments : resolve(own.segments, target.segments));
  if (!own.segments.length || !segments.length) return 'own-host';
  const shared = countShared(own.segments, segments);
  if (shared === own.segments.length && shared === segments.length) return target.fragment && target.query === own.query ? 'own-fragment' : 'own-page';
  if (shared === segments.length) return 'parent';
  if (shared === own.segments.length) return 'below';
  const alike = segments.length === own.segments.length && shapeOf(segments) === own.shape;
  if (directoryOf(segments) === own.directory) return alike ? 'beside' : 'own-directory';
  return alike ? 'like-own' : 'own-host';
}

/** The path of a relative link, from the directory that the page is in. */
function resolve(own: readonly string[], relative: readonly string[]): string[] {
  const path = own.slice(0, -1);
  for (const segment of relative) {
    if (segment === '..') path.pop();
    else if (segment !== '.') path.push(segment);
  }
  return path;
}

function countShared(a: readonly string[], b: readonly string[]): number {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  return shared;
}

/** Relations that are counted in boxes. */
const COUNTED = ['own-fragment', 'own-page', 'parent', 'beside', 'own-directory', 'like-own'] as const satisfies readonly Relation[];
type Counted = (typeof COUNTED)[number];
/** Relations are summed up in so many numbers: those that are counted, and all. */
const SUMS = COUNTED.length + 1;

/** What is known of a block's link and of those in its boxes. */
export interface AddressFacts {
  relation: Relation | undefined;
  /** Shares of the links in the narrow and in the wide box, in the order of `COUNTED`. */
  narrow: Float32Array;
  wide: Float32Array;
}

const NO_SHARES: Float32Array = new Float32Array(COUNTED.length);

/** Facts of the blocks, given the relation of each one's link; undefined where neither it nor its boxes have a link that is counted. */
export function readRelations(relations: readonly (Relation | undefined)[], narrow: Boxes, wide: Boxes): (block: number) => AddressFacts | undefined {
  const upTo = new Int32Array((relations.length + 1) * SUMS);
  relations.forEach((relation, i) => {
    const next = (i + 1) * SUMS;
    upTo.copyWithin(next, i * SUMS, next);
    if (!relation) return;
    upTo[next + COUNTED.length]++;
    const counted = COUNTED.indexOf(relation as Counted);
    if (counted >= 0) upTo[next + counted]++;
  });
  const inNarrow = sharesIn(upTo, narrow);
  const inWide = sharesIn(upTo, wide);
  return (block) => {
    const facts = { relation: relations[block], narrow: inNarrow(block), wide: inWide(block) };
    return facts.narrow === NO_SHARES && facts.wide === NO_SHARES && facts.relation !== 'other-host' ? undefined : facts;
  };
}

/** Shares of the links in the box of each block; blocks that stand one after another in a box share what is read of it. */
function sharesIn(upTo: Int32Array, { from, to }: Boxes): (block: number) => Float32Array {
  let last = { from: -1, to: -1, shares: NO_SHARES };
  return (block) => {
    if (from[block] !== last.from || to[block] !== last.to) last = { from: from[block], to: to[block], shares: sharesBetween(upTo, from[block], to[block]) };
    return last.shares;
  };
}

function sharesBetween(upTo: Int32Array, from: number, to: number): Float32Array {
  const links = upTo[to * SUMS + COUNTED.length] - upTo[from * SUMS + COUNTED.length];
  let shares = NO_SHARES;
  for (let r = 0; r < COUNTED.length; r++) {
    const count = upTo[to * SUMS + r] - upTo[from * SUMS + r];
    if (!count) continue;
    if (shares === NO_SHARES) shares = new Float32Array(COUNTED.length);
    shares[r] = count / links;
  }
  return shares;
}

const linkIs = (relation: Relation, name: string): Heuristic<AddressFacts> => ({ name: `link-${name}`, value: (facts) => flag(facts.relation === relation) });
const linksInBox = (relation: Counted, name: string): Heuristic<AddressFacts> => {
  const at = COUNTED.indexOf(relation);
  return { name: `links-${name}-in-box`, value: ({ narrow }) => narrow[at] };
};
const linksInWideBox = (relation: Counted, name: string): Heuristic<AddressFacts> => {
  const at = COUNTED.indexOf(relation);
  return { name: `links-${name}-in-wide-box`, value: ({ wide }) => wide[at] };
};

/** Heuristics about links compared with the page's own address. */
export const ADDRESS_HEURISTICS: readonly Heuristic<AddressFacts>[] = [
  linkIs('own-fragment', 'to-place-on-page'),
  linkIs('parent', 'to-directory-around-page'),
  linkIs('beside', 'beside-page'),
  linkIs('like-own', 'like-own-address'),
  linkIs('other-host', 'to-other-host-of-site'),
  linksInBox('own-fragment', 'to-place-on-page'),
  linksInBox('own-page', 'to-own-page'),
  linksInBox('parent', 'to-directory-around-page'),
  linksInBox('beside', 'beside-page'),
  linksInBox('own-directory', 'in-own-directory'),
  linksInBox('like-own', 'like-own-address'),
  linksInWideBox('own-fragment', 'to-place-on-page'),
  linksInWideBox('beside', 'beside-page'),
];
