import { mapEach } from '../blocks/map-each';
import type { Page, PageElement } from '../blocks/page';
import { CUE_NAMES } from '../words/cues';
import type { CueCounts } from './cue-phrases';
import { flag, logScale, share, type Heuristic } from './heuristic';
import type { OwnAddress } from './own-address';
import type { BlockOutline } from './surroundings';

const ITEM_TYPE = /\b(?:schema\.org|data-vocabulary\.org)\/([a-z]{2,40})/i;
const MAX_ITEMS = 6;
const HINT_CHARS = 500;

/** Kinds of the outermost microdata items of a page, lower case, each once. */
export function itemTypes(elements: readonly PageElement[]): string[] {
  const inside = new Uint8Array(elements.length);
  const types = new Set<string>();
  elements.forEach(({ parent, hints }, i) => {
    if (parent >= 0) inside[i] = inside[parent];
    if (inside[i] || !hints || types.size >= MAX_ITEMS) return;
    const type = ITEM_TYPE.exec(hints.slice(0, HINT_CHARS))?.[1].toLowerCase();
    // The page as an item and its parts say little, and the items inside them more.
    if (!type || /^w(?:eb(?:page|site)|p)/.test(type)) return;
    types.add(type);
    inside[i] = 1;
  });
  return [...types];
}

/** What a page is by its own word, its address and what recurs on it. */
export interface PageKind {
  /** Kinds that the page or its outermost items bear, without what they were read from. */
  declared: readonly string[];
  own: OwnAddress;
  blocks: number;
  /** Blocks with a price, with a date, with a cue for buying; in repeated cards; that are nothing but the number of a post. */
  prices: number;
  dates: number;
  buying: number;
  inCards: number;
  numberedPosts: number;
  headings: number;
  linkedHeadings: number;
}

const BUY = CUE_NAMES.indexOf('buy');
const NUMBERED_POST = /^#\d{1,5}$/;
const LINKED = 0.8;

export function readPageKind(page: Page, own: OwnAddress, outlines: readonly BlockOutline[], cues: CueCounts, inCards: number): PageKind {
  const kind: PageKind = {
    declared: [...mapEach(page.types, (type) => type.slice(type.indexOf(':') + 1)), ...itemTypes(page.elements)],
    own, blocks: outlines.length, prices: 0, dates: 0, buying: 0, inCards, numberedPosts: 0, headings: 0, linkedHeadings: 0,
  };
  outlines.forEach(({ holdsPrice, holdsDate, heading, linkDensity }, i) => {
    const { text } = page.blocks[i];
    if (holdsPrice) kind.prices++;
    if (holdsDate) kind.dates++;
    if (cues.get(i, BUY)) kind.buying++;
    if (text.charCodeAt(0) === 0x23 && NUMBERED_POST.test(text)) kind.numberedPosts++;
    if (!heading) return;
    kind.headings++;
    if (linkDensity >= LINKED) kind.linkedHeadings++;
  });
  return kind;
}

const declared = (name: string, pattern: RegExp): Heuristic<PageKind> => ({ name: `page-declared-${name}`, value: (kind) => flag(kind.declared.some((type) => pattern.test(type))) });
/** Blocks of a hundred, on a logarithmic scale that reaches 1 at twenty. */
const perHundred = (count: number, { blocks }: PageKind) => logScale(share(100 * count, blocks), 20);

/** Heuristics about the kind of page: each has one value for all blocks. */
export const PAGE_KIND_HEURISTICS: readonly Heuristic<PageKind>[] = [
  declared('article', /article$|^(?:blogposting|report|review)$/),
  declared('product', /^(?:product|offer|individualproduct)/),
  declared('list', /^(?:itemlist|collectionpage|searchresultspage|event|jobposting|blog)$/),
  declared('site', /^website$/),
  { name: 'page-path-ends-in-slug', value: ({ own }) => flag(own.shape.startsWith('slug')) },
  { name: 'page-path-holds-number', value: ({ own }) => flag(own.segments.some((segment) => /\d{4}/.test(segment))) },
  { name: 'page-prices', value: (kind) => perHundred(kind.prices, kind) },
  { name: 'page-dates', value: (kind) => perHundred(kind.dates, kind) },
  { name: 'page-buying-cues', value: (kind) => perHundred(kind.buying, kind) },
  { name: 'page-numbered-posts', value: ({ numberedPosts }) => logScale(numberedPosts, 10) },
  { name: 'page-linked-heading-share', value: ({ headings, linkedHeadings }) => share(linkedHeadings, headings) },
  { name: 'page-card-block-share', value: ({ inCards, blocks }) => share(inCards, blocks) },
];
