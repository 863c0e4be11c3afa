import { mapEach } from '../blocks/map-each';
import type { Page, PageElement } from '../blocks/page';
import type { ElementRanges } from './boxes';
import { numbered } from './like-elements';

/** One of several like elements beside each other, each with some blocks: an entry of a list of teasers, a post, a row of a table. */
export interface Card {
  /** Range of its blocks. */
  from: number;
  to: number;
  list: CardList;
}

export interface CardList {
  /** Range from the first block of the first card to after the last of the last. */
  from: number;
  to: number;
  cards: Card[];
}

const MIN_CARDS = 3;
const MIN_BLOCKS = 2;
const MAX_BLOCKS = 40;

/** For each block the innermost card that it is in. */
export function findCards({ blocks, elements }: Page, { first, end }: ElementRanges): (Card | undefined)[] {
  const lists = new Map<number, CardList>();
  const kinds = new Map<string, number>();
  const cardOf = new Map<number, Card>();
  for (let e = 1; e < elements.length; e++) {
    const size = end[e] - first[e];
    if (size < MIN_BLOCKS || size > MAX_BLOCKS) continue;
    const key = elements[e].parent * elements.length + numbered(kinds, looseKind(elements[e]));
    let list = lists.get(key);
    if (!list) lists.set(key, (list = { from: first[e], to: end[e], cards: [] }));
    const card = { from: first[e], to: end[e], list };
    list.cards.push(card);
    list.from = Math.min(list.from, card.from);
    list.to = Math.max(list.to, card.to);
    cardOf.set(e, card);
  }
  const within: (Card | undefined)[] = new Array(elements.length).fill(undefined);
  for (let e = 1; e < elements.length; e++) {
    const card = cardOf.get(e);
    within[e] = card && card.list.cards.length >= MIN_CARDS ? card : within[elements[e].parent];
  }
  return mapEach(blocks, ({ element }) => within[element]);
}

const CLASS_CHARS = 60;

/** Tag and first class: the further classes of a card often differ ("odd", "has-image"), and so do numbers in them. */
function looseKind({ tag, className }: PageElement): string {
  const [name] = className.slice(0, CLASS_CHARS).trim().split(/\s/, 1);
  return `${tag}.${name.replace(/\d+/g, '0')}`;
}
