import type { Boxes } from './boxes';
import { ADDRESS_HEURISTICS, readRelations } from './own-address';
import type { PageLinks } from './page-links';
import { sparseColumns, type StepColumns } from './step-rows';

/** Names of the heuristics that compare a block's links and boxes with the page around them, in the order of `markupColumns`. */
export const MARKUP_HEURISTIC_NAMES: readonly string[] = [
  ADDRESS_HEURISTICS,
].flatMap((heuristics) => heuristics.map(({ name }) => name));

/** What these heuristics are worked out from. */
export interface MarkupSources {
  links: PageLinks;
  boxes: { narrow: Boxes; wide: Boxes };
}

/** Columns of `MARKUP_HEURISTIC_NAMES`. What a box or the page says is read once, not for each of its blocks. */
export function markupColumns({ links, boxes: { narrow, wide } }: MarkupSources): StepColumns[] {
  return [
    sparseColumns(ADDRESS_HEURISTICS, readRelations(links.relations, narrow, wide)),
  ];
}
