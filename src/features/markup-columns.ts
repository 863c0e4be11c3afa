import type { Page } from '../blocks/page';
import { ADVERT_HEURISTICS, advertRange } from './advert-range';
import type { BodySpan } from './body-span';
import type { Boxes, ElementRanges } from './boxes';
import { CALL_HEURISTICS, readCalls } from './calls-to-action';
import { readSlots, SLOT_HEURISTICS } from './card-slots';
import { findCards } from './cards';
import type { CueCounts } from './cue-phrases';
import { DESTINATION_HEURISTICS, readDestinations } from './destinations';
import { ADDRESS_HEURISTICS, readRelations } from './own-address';
import { PAGE_KIND_HEURISTICS, readPageKind } from './page-kind';
import type { PageLinks } from './page-links';
import { heuristicColumns, pageColumns, sparseColumns, type StepColumns } from './step-rows';
import { MENU_BITS } from './structure';
import type { BlockOutline } from './surroundings';

/** Names of the heuristics that compare a block's links, boxes and cards with the page around them, in the order of `markupColumns`. */
export const MARKUP_HEURISTIC_NAMES: readonly string[] = [
  ADDRESS_HEURISTICS, CALL_HEURISTICS, DESTINATION_HEURISTICS, ADVERT_HEURISTICS, SLOT_HEURISTICS, PAGE_KIND_HEURISTICS,
].flatMap((heuristics) => heuristics.map(({ name }) => name));

/** What these heuristics are worked out from. */
export interface MarkupSources {
  page: Page;
  outlines: readonly BlockOutline[];
  cues: CueCounts;
  links: PageLinks;
  boxes: { narrow: Boxes; wide: Boxes; containers: readonly Boxes[] };
  ranges: ElementRanges;
  /** The landmarks around each element. */
  landmarks: Int32Array;
  body: BodySpan;
}

/** Columns of `MARKUP_HEURISTIC_NAMES`. What a box, a card or the page says is read once, not for each of its blocks. */
export function markupColumns({ page, outlines, cues, links, boxes: { narrow, wide, containers }, ranges, landmarks, body }: MarkupSources): StepColumns[] {
  const inMenu = (block: number) => (landmarks[page.blocks[block].element] & MENU_BITS) !== 0;
  const under = advertRange(outlines, cues, containers[0]);
  const cards = findCards(page, ranges);
  return [
    sparseColumns(ADDRESS_HEURISTICS, readRelations(links.relations, narrow, wide)),
    sparseColumns(CALL_HEURISTICS, readCalls({ page, outlines, cues, links, containers, inMenu })),
    heuristicColumns(DESTINATION_HEURISTICS, readDestinations(links, narrow, wide)),
    sparseColumns(ADVERT_HEURISTICS, (block) => under[block] || undefined),
    sparseColumns(SLOT_HEURISTICS, readSlots(page, outlines, cards, body)),
    pageColumns(PAGE_KIND_HEURISTICS, readPageKind(page, links.own, outlines, cues, cards.filter(Boolean).length)),
  ];
}
