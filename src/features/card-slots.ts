import { mapEach } from '../blocks/map-each';
import type { Page } from '../blocks/page';
import type { Card, CardList } from './cards';
import { flag, logScale, share, type Heuristic } from './heuristic';
import type { BlockOutline } from './surroundings';

/** What a slot of a card can hold. */
export const CONTENTS = ['headline-link', 'date', 'image', 'count', 'short-link'] as const;
const CONTENT_COUNT = CONTENTS.length;

/** What is known of a block inside a card. */
export interface SlotFacts {
  card: Card;
  at: number;
  /** What the other slots of the card hold, a bit each as in `CONTENTS`. */
  others: number;
  /** What is known of the list. */
  list: ListFacts;
}

export interface ListFacts {
  /** Share of the cards that hold each of `CONTENTS`. */
  holding: Float32Array;
  /** Share of the cards with as many blocks as the first. */
  regular: number;
  /** Share of the page's text that stands in the list. */
  textShare: number;
  afterBody: boolean;
  /** Share of the body's blocks that stand in the list. */
  bodyShare: number;
}

const HEADLINE_MIN_WORDS = 4;
const HEADLINE_MAX_WORDS = 25;
const DATE_LINE_CHARS = 40;
const SHORT_LINK_WORDS = 3;
const LINKED = 0.8;

/** What a block is, a bit each as in `CONTENTS`. */
function contentsOf({ words, chars, linkDensity, holdsDate, isCount }: BlockOutline, images: number): number {
  const linked = linkDensity >= LINKED;
  return Number(linked && words >= HEADLINE_MIN_WORDS && words <= HEADLINE_MAX_WORDS)
    | Number(holdsDate && chars < DATE_LINE_CHARS) << 1
    | Number(images > 0) << 2
    | Number(isCount) << 3
    | Number(linked && words <= SHORT_LINK_WORDS) << 4;
}

/** Facts of the blocks inside cards; what a card or a list holds is read once. */
export function readSlots(page: Page, outlines: readonly BlockOutline[], cards: readonly (Card | undefined)[], body: { from: number; to: number }): (block: number) => SlotFacts | undefined {
  const blocks = outlines.length;
  const upTo = new Int32Array((blocks + 1) * CONTENT_COUNT);
  const charsUpTo = new Float64Array(blocks + 1);
  const contents = mapEach(outlines, (outline, i) => contentsOf(outline, page.blocks[i].imagesBefore));
  for (let i = 0; i < blocks; i++) {
    charsUpTo[i + 1] = charsUpTo[i] + outlines[i].chars;
    for (let c = 0; c < CONTENT_COUNT; c++) upTo[(i + 1) * CONTENT_COUNT + c] = upTo[i * CONTENT_COUNT + c] + ((contents[i] >> c) & 1);
  }
  const count = (from: number, to: number, c: number) => upTo[to * CONTENT_COUNT + c] - upTo[from * CONTENT_COUNT + c];

  const readList = ({ from, to, cards: all }: CardList): ListFacts => {
    const holding = new Float32Array(CONTENT_COUNT);
    for (const card of all) for (let c = 0; c < CONTENT_COUNT; c++) if (count(card.from, card.to, c)) holding[c] += 1 / all.length;
    const size = all[0].to - all[0].from;
    return {
      holding, regular: share(all.filter((card) => card.to - card.from === size).length, all.length),
      textShare: share(charsUpTo[to] - charsUpTo[from], charsUpTo[blocks]), afterBody: body.to > body.from && from >= body.to,
      bodyShare: share(Math.max(0, Math.min(to, body.to) - Math.max(from, body.from)), body.to - body.from),
    };
  };
  const lists = new Map<CardList, ListFacts>();

  return (at) => {
    const card = cards[at];
    if (!card) return undefined;
    let list = lists.get(card.list);
    if (!list) lists.set(card.list, (list = readList(card.list)));
    let others = 0;
    for (let c = 0; c < CONTENT_COUNT; c++) if (count(card.from, card.to, c) > ((contents[at] >> c) & 1)) others |= 1 << c;
    return { card, at, others, list };
  };
}

const holds = (content: (typeof CONTENTS)[number]): Heuristic<SlotFacts> => {
  const bit = CONTENTS.indexOf(content);
  return { name: `card-holds-${content}`, value: ({ others }) => (others >> bit) & 1 };
};
const listHolds = (content: (typeof CONTENTS)[number]): Heuristic<SlotFacts> => {
  const bit = CONTENTS.indexOf(content);
  return { name: `cards-with-${content}`, value: ({ list }) => list.holding[bit] };
};

/** Heuristics about the place of a block in a repeated card, and about the list of cards; all are 0 outside of cards. */
export const SLOT_HEURISTICS: readonly Heuristic<SlotFacts>[] = [
  { name: 'slot-in-card', value: ({ card, at }) => share(at - card.from, card.to - card.from - 1) },
  { name: 'slots-of-card', value: ({ card }) => logScale(card.to - card.from, 12) },
  { name: 'cards-of-list', value: ({ card }) => logScale(card.list.cards.length, 40) },
  { name: 'cards-of-one-size', value: ({ list }) => list.regular },
  holds('headline-link'),
  holds('date'),
  holds('image'),
  holds('count'),
  listHolds('headline-link'),
  listHolds('date'),
  listHolds('image'),
  listHolds('short-link'),
  { name: 'card-list-text-share', value: ({ list }) => list.textShare },
  { name: 'card-list-after-body', value: ({ list }) => flag(list.afterBody) },
  { name: 'body-in-card-list', value: ({ list }) => list.bodyShare },
];
