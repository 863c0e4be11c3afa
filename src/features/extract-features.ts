import type { Page, PageBlock, PageElement } from '../blocks/page';
import { countCues } from '../words/cues';
import type { Lexicon } from '../words/lexicon';
import { tokenize } from '../words/tokenize';
import { BODY_HEURISTICS, bodyFacts, findBodySpan } from './body-span';
import { boxesOf, elementRanges, sectionsOf, type Boxes, type ElementRanges } from './boxes';
import { announcesSection, CUE_HEURISTIC_NAMES, cueColumns, CueCounts } from './cue-phrases';
import { kept } from './kept';
import { countLikeSiblings, countPlaces, kindsOf } from './like-elements';
import { LINE_RUN_HEURISTICS, lineRunFacts } from './line-run-facts';
import { findLineRuns, lineShapes, type LineShape } from './line-runs';
import { LINK_HEURISTICS } from './links';
import { MARKUP_HEURISTIC_NAMES, markupColumns } from './markup-columns';
import { linkFacts, readPageLinks } from './page-links';
import { readTokens, type TokensOf } from './read-tokens';
import { heuristicColumns, stepRows, writtenColumns } from './step-rows';
import { landmarksAround, LONG_CHARS, STRUCTURE_HEURISTICS, type ContainerSums, type StructureFacts } from './structure';
import { SURROUNDINGS_HEURISTICS, seriesOf, type BlockOutline, type PageOutline, type SurroundingsFacts } from './surroundings';
import { TEXT_HEURISTICS, countText, type TextFacts } from './text';
import { MARKUP_FAMILIES, TEXT_FAMILIES, fold, wordFolder } from './tokens';

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
    folded.push(words.map(foldWord));
    outlines.push(outlineOf(page, reading, blocks[i], facts));
    if (!markup) lines.push(shapeOf(outlines[i], facts, folded[i]));
    cueCounts.set(i, countCues(folded[i], text));
    return facts;
  }), blocks.length);
  const { headingAbove, factsOf: surroundingsOf } = readSurroundings(page, reading, outlines, folded);
  const announces = outlines.map(({ endsSentence }, i) => announcesSection(cueCounts.of(i), folded[i].length, endsSentence));
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

/** For each block the nearest one above of which something holds, -1 for none. */
function nearestAbove(holds: readonly boolean[]): Int32Array {
  let last = -1;
  return Int32Array.from(holds, (here, at) => {
    const above = last;
    if (here) last = at;
    return above;
  });
}

const HEADING_TAG = /^h([1-6])$/;
const HEADING_MAX_WORDS = 7;
const PARAGRAPH_MAX_LINK_DENSITY = 0.4;
const SENTENCE_END = /[.!?…。！？]["”’')»]?$/;

function outlineOf(page: Page, reading: Reading, block: PageBlock, text: TextFacts): BlockOutline {
  const linkDensity = reading === 'markup' && block.chars ? block.linkChars / block.chars : 0;
  const level = reading === 'markup' && block.element >= 0 ? HEADING_TAG.exec(page.elements[block.element].tag) : null;
  const endsSentence = SENTENCE_END.test(text.text.slice(-3));
  const looksLikeHeading = reading === 'text' && text.words.length <= HEADING_MAX_WORDS && !endsSentence && text.letters > text.digits;
  return {
    words: text.words.length,
    chars: text.chars,
    linkDensity,
    endsSentence,
    heading: level !== null || looksLikeHeading,
    headingLevel: level ? Number(level[1]) : looksLikeHeading ? 7 : 0,
    paragraph: text.chars >= LONG_CHARS && linkDensity < PARAGRAPH_MAX_LINK_DENSITY,
    holdsDate: text.holdsDate,
    holdsPrice: text.holdsPrice,
    isCount: text.isCount,
  };
}

function readSurroundings(
  page: Page, reading: Reading, outlines: readonly BlockOutline[], folded: readonly string[][],
): { headingAbove: Int32Array; factsOf: (at: number) => SurroundingsFacts } {
  const { blocks } = page;
  const outline = pageOutline(page, outlines);
  const title = new Set(reading === 'markup' ? tokenize(page.title).map(fold) : []);
  const description = new Set(reading === 'markup' ? tokenize(page.description).map(fold) : []);
  const seen = new Map<string, number>();
  const sameTextBefore = new Int32Array(blocks.length);
  blocks.forEach(({ text }, at) => {
    sameTextBefore[at] = seen.get(text) ?? 0;
    seen.set(text, sameTextBefore[at] + 1);
  });
  const headings = outlines.map(({ heading }) => heading);
  const paragraphs = outlines.map(({ paragraph }) => paragraph);
  const headingAbove = nearestAbove(headings);
  const headingBelow = nearestBelow(headings);
  const paragraphAbove = nearestAbove(paragraphs);
  const paragraphBelow = nearestBelow(paragraphs);
  const factsOf = (at: number): SurroundingsFacts => {
    const block = blocks[at];
    const above = headingAbove[at];
    const titleOverlap = overlap(folded[at], title);
    return {
      at, outlines, page: outline, headingAbove: above, headingBelow: headingBelow[at], paragraphAbove: paragraphAbove[at], paragraphBelow: paragraphBelow[at],
      headingNear: above >= 0 && reading === 'markup' && sharesContainer(page, block, blocks[above]),
      titleOverlap,
      titleCover: cover(folded[at], title, titleOverlap),
      descriptionOverlap: overlap(folded[at], description),
      sameTextBefore: sameTextBefore[at],
      sameText: seen.get(block.text)! - 1,
      blankLinesBefore: block.blankLinesBefore,
      blankLinesAfter: blocks[at + 1]?.blankLinesBefore ?? 0,
    };
  };
  return { headingAbove, factsOf };
}

/** For each block the nearest one below of which something holds, the number of blocks for none. */
function nearestBelow(holds: readonly boolean[]): Int32Array {
  const below = new Int32Array(holds.length);
  let next = holds.length;
  for (let at = holds.length - 1; at >= 0; at--) {
    below[at] = next;
    if (holds[at]) next = at;
  }
  return below;
}

function pageOutline(page: Page, outlines: readonly BlockOutline[]): PageOutline {
  const charsUpTo = new Float64Array(outlines.length);
  let chars = 0;
  let linkChars = 0;
  let paragraphs = 0;
  let paragraphChars = 0;
  let firstParagraph = outlines.length;
  let lastParagraph = -1;
  let mainHeading = -1;
  outlines.forEach((outline, i) => {
    charsUpTo[i] = chars;
    chars += outline.chars;
    linkChars += outline.chars * outline.linkDensity;
    if (outline.headingLevel === 1 && mainHeading < 0) mainHeading = i;
    if (!outline.paragraph) return;
    paragraphs++;
    paragraphChars += outline.chars;
    firstParagraph = Math.min(firstParagraph, i);
    lastParagraph = i;
  });
  return {
    blocks: outlines.length, chars, charsUpTo, paragraphs, paragraphChars, linkDensity: chars ? linkChars / chars : 0,
    firstParagraph, lastParagraph, mainHeading, hasBlankLines: page.blocks.some((block) => block.blankLinesBefore > 0), series: seriesOf(outlines),
  };
}

function overlap(words: readonly string[], others: ReadonlySet<string>): number {
  if (!others.size || !words.length) return 0;
  let shared = 0;
  for (const word of words) if (others.has(word)) shared++;
  return shared / words.length;
}

function cover(words: readonly string[], others: ReadonlySet<string>, shared: number): number {
  if (!shared) return 0;
  const found = new Set<string>();
  for (const word of words) if (others.has(word)) found.add(word);
  return found.size / others.size;
}

const CONTAINER_STEPS = 3;

/** Whether two blocks have a common ancestor at most three elements above the first. */
function sharesContainer(page: Page, block: PageBlock, other: PageBlock): boolean {
  let at = block.element;
  for (let i = 0; i < CONTAINER_STEPS && at > 0; i++) at = page.elements[at].parent;
  if (at < 0) return false;
  const { depth } = page.elements[at];
  let up = other.element;
  while (up >= 0 && page.elements[up].depth > depth) up = page.elements[up].parent;
  return up === at;
}

const MAX_CHAIN = 24;
const SUMMED_LEVELS = 5;

function readStructure(page: Page, landmarks: Int32Array): (at: number) => StructureFacts {
  const { elements, blocks } = page;
  const sums = sumContainers(page);
  const kinds = kindsOf(elements);
  const siblings = countLikeSiblings(elements, kinds);
  const places = countPlaces(blocks, elements, kinds);
  const toPrevious = new Int32Array(blocks.length).fill(FAR_STEPS);
  const toNext = new Int32Array(blocks.length).fill(FAR_STEPS);
  for (let i = 1; i < blocks.length; i++) [toPrevious[i], toNext[i - 1]] = stepsApart(elements, blocks[i].element, blocks[i - 1].element);
  return (i) => {
    const block = blocks[i];
    const chain: PageElement[] = [];
    const sumsAround: ContainerSums[] = [];
    for (let at = block.element; at >= 0 && chain.length < MAX_CHAIN; at = elements[at].parent) {
      chain.push(elements[at]);
      if (sumsAround.length < SUMMED_LEVELS) sumsAround.push(sums[at]);
    }
    sumsAround.push(sums[0]);
    return {
      page,
      block,
      chain,
      sums: sumsAround,
      around: landmarks[block.element],
      sameSiblings: siblings[block.element],
      sameParents: chain.length > 1 ? siblings[chain[0].parent] : 1,
      samePlace: places[i],
      stepsToPrevious: toPrevious[i],
      stepsToNext: toNext[i],
    };
  };
}

/** Steps from the first and the last block to the one that is not there. */
const FAR_STEPS = 8;

function sumContainers({ elements, blocks }: Page): ContainerSums[] {
  const sums = elements.map((): ContainerSums => ({ blocks: 0, chars: 0, linkChars: 0, paragraphs: 0, sentences: 0, linkBlocks: 0, images: 0 }));
  for (const block of blocks) {
    const sum = sums[block.element];
    sum.blocks++;
    sum.chars += block.chars;
    sum.linkChars += block.linkChars;
    if (block.chars >= LONG_CHARS && block.linkChars < block.chars * PARAGRAPH_MAX_LINK_DENSITY) sum.paragraphs++;
    sum.images += block.imagesBefore;
  }
  for (let i = elements.length - 1; i > 0; i--) {
    const from = sums[i];
    const into = sums[elements[i].parent];
    into.blocks += from.blocks;
    into.chars += from.chars;
    into.linkChars += from.linkChars;
    into.paragraphs += from.paragraphs;
    into.images += from.images;
  }
  return sums;
}

/** Steps from each of two elements up to their innermost common ancestor. */
function stepsApart(elements: readonly PageElement[], a: number, b: number): [number, number] {
  let up = 0;
  let upOther = 0;
  while (a !== b && a >= 0 && b >= 0) {
    if (elements[a].depth >= elements[b].depth) {
      a = elements[a].parent;
      up++;
    } else {
      b = elements[b].parent;
      upOther++;
    }
  }
  return [up, upOther];
}
