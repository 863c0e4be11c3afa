import { mapEach } from '../blocks/map-each';
import type { Page } from '../blocks/page';
import { countCues } from '../words/cues';
import type { Lexicon } from '../words/lexicon';
import { tokenize } from '../words/tokenize';
import { outlineOf } from './block-outline';
import { BODY_HEURISTICS, bodyFacts, findBodySpan } from './body-span';
import { boxesOf, elementRanges, sectionsOf, type Boxes, type ElementRanges } from './boxes';
import { announcesSection, CUE_HEURISTIC_NAMES, cueColumns, CueCounts } from './cue-phrases';
import { kept } from './kept';
import { LINE_RUN_HEURISTICS, lineRunFacts } from './line-run-facts';
import { findLineRuns } from './line-runs';
import { lineShapes, type LineShape } from './line-shape';
import { LINK_HEURISTICS } from './links';
import { MARKUP_HEURISTIC_NAMES, markupColumns } from './markup-columns';
import { nearestAbove } from './nearest';
import { linkFacts, readPageLinks } from './page-links';
import { readStructure } from './read-structure';
import { readSurroundings } from './read-surroundings';
import { readTokens, type TokensOf } from './read-tokens';
import { heuristicColumns, stepRows, writtenColumns } from './step-rows';
import { landmarksAround, STRUCTURE_HEURISTICS } from './structure';
import { SURROUNDINGS_HEURISTICS, type BlockOutline } from './surroundings';
import { TEXT_HEURISTICS, countText } from './text';
import { MARKUP_FAMILIES, TEXT_FAMILIES, wordFolder } from './tokens';

/** How a page is read: with the elements around its blocks, or as text alone. */
export type Reading = 'markup' | 'text';
export const READINGS: readonly Reading[] = ['markup', 'text'];

/** Raised when a heuristic or a token changes its meaning, so that figures measured before are known to be stale. */
export const FEATURES_VERSION = 10;

const namesOf = (...families: (readonly { name: string }[])[]) => families.flat().map(({ name }) => name);

/** Names of the heuristics of a reading, in the order of the columns of `steps`. */
export const HEURISTIC_NAMES: Record<Reading, readonly string[]> = {
  markup: [...namesOf(TEXT_HEURISTICS, SURROUNDINGS_HEURISTICS, BODY_HEURISTICS), ...CUE_HEURISTIC_NAMES, ...namesOf(LINK_HEURISTICS, STRUCTURE_HEURISTICS), ...MARKUP_HEURISTIC_NAMES],
  text: [...namesOf(TEXT_HEURISTICS, SURROUNDINGS_HEURISTICS, BODY_HEURISTICS), ...CUE_HEURISTIC_NAMES, ...namesOf(LINE_RUN_HEURISTICS)],
};

/** Names of the token families of a reading, in the order of `tokens`. */
export const FAMILY_NAMES: Record<Reading, readonly string[]> = { markup: MARKUP_FAMILIES, text: TEXT_FAMILIES };
/** Names of the families of either reading, each once. */
export const EVERY_FAMILY: readonly string[] = [...new Set([...MARKUP_FAMILIES, ...TEXT_FAMILIES])];

/** What the scores are computed from. */
export interface Features {
  reading: Reading;
  blocks: number;
  /**
   * Heuristic values in steps of 1/15 for the blocks from `from` to before `to`: a row a block, column `j` is `HEURISTIC_NAMES[reading][j]`.
   * Made when asked for, as the tokens are: those of a whole long page would fill the memory.
   */
  stepsOf(from: number, to: number): Uint8Array;
  /** The tokens of each block, as far as the lexicon knows them. */
  tokensIn(lexicon: Lexicon): TokensOf;
  /** Index of the heading above each block, -1 for none. */
  headingAbove: Int32Array;
  narrow: Boxes;
  wide: Boxes;
  /** What an announcing line rules (see `announcesSection`). */
  section: Boxes;
  containers: readonly Boxes[];
}

/** A longer block is judged by its beginning. The longest block of 1,866 measured pages has 32,951 characters. */
const MAX_TEXT_CHARS = 50_000;

/** Features of every block of a page. Pure; time linear in the page. */
export function extractFeatures(page: Page, reading: Reading): Features {
  const { blocks } = page;
  const markup = reading === 'markup';
  const folded: string[][] = [];
  const foldWord = wordFolder();
  const outlines: BlockOutline[] = [];
  const lines: LineShape[] = [];
  const shapeOf = lineShapes();
  const cueCounts = new CueCounts(blocks.length);
  const textColumns = writtenColumns(heuristicColumns(TEXT_HEURISTICS, (i) => {
    const text = blocks[i].text.slice(0, MAX_TEXT_CHARS);
    const words = tokenize(text);
    const facts = countText(text, words);
    folded.push(mapEach(words, foldWord));
    outlines.push(outlineOf(page, markup, blocks[i], facts));
    if (!markup) lines.push(shapeOf(outlines[i], facts, folded[i]));
    cueCounts.set(i, countCues(folded[i], text));
    return facts;
  }), blocks.length);
  const { headingAbove, factsOf: surroundingsOf } = readSurroundings(page, markup, outlines, folded);
  const announces = mapEach(outlines, ({ endsSentence }, i) => announcesSection(cueCounts.of(i), folded[i].length, endsSentence));
  const above = nearestAbove(announces);
  const ranges = markup ? elementRanges(page) : undefined;
  const boxes = boxesOf(page, ranges);
  const body = findBodySpan(outlines, folded);
  const columns = [
    textColumns,
    heuristicColumns(SURROUNDINGS_HEURISTICS, surroundingsOf),
    heuristicColumns(BODY_HEURISTICS, bodyFacts(body, outlines, folded, headingAbove)),
    cueColumns({ counts: cueCounts, words: folded, headingAbove, section: above, narrow: boxes.narrow, wide: boxes.wide }),
  ];
  const found = ranges && readMarkup(page, ranges, boxes);
  // Held as long as tokens are asked for, unlike the rest of what was found.
  const linksOf = found?.linksOf;
  const structureOf = found?.structureOf;
  const readers = new Map<Lexicon, TokensOf>();
  if (found) {
    columns.push(
      heuristicColumns(LINK_HEURISTICS, found.linksOf), heuristicColumns(STRUCTURE_HEURISTICS, found.structureOf),
      ...markupColumns({ page, outlines, cues: cueCounts, links: found.links, boxes, ranges: found.ranges, landmarks: found.landmarks, body }),
    );
  } else columns.push(heuristicColumns(LINE_RUN_HEURISTICS, lineRunFacts(lines, findLineRuns(lines))));
  return {
    reading, blocks: blocks.length, stepsOf: stepRows(columns, blocks.length), headingAbove, ...boxes, section: sectionsOf(announces),
    tokensIn: (lexicon) => {
      // Whoever asks about single blocks asks often, and what is kept of one helps with the next.
      if (!readers.has(lexicon)) readers.set(lexicon, readTokens({ folded, headingAbove, announcedBy: above, boxes, linksOf, structureOf }, lexicon));
      return readers.get(lexicon)!;
    },
  };
}

/** What markup alone tells of a page; plain text has none of it. */
function readMarkup(page: Page, ranges: ElementRanges, boxes: ReturnType<typeof boxesOf>) {
  const links = readPageLinks(page);
  const landmarks = landmarksAround(page.elements);
  return { ranges, links, linksOf: kept(linkFacts(page, links, boxes)), landmarks, structureOf: kept(readStructure(page, landmarks)) };
}
