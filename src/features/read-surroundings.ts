import { mapEach } from '../blocks/map-each';
import type { Page, PageBlock } from '../blocks/page';
import { tokenize } from '../words/tokenize';
import { nearestAbove, nearestBelow } from './nearest';
import { seriesOf, type BlockOutline, type PageOutline, type SurroundingsFacts } from './surroundings';
import { fold } from './tokens';

/** The facts of each block about what stands around it, and the heading above each, -1 for none. */
export function readSurroundings(
  page: Page, markup: boolean, outlines: readonly BlockOutline[], folded: readonly string[][],
): { headingAbove: Int32Array; factsOf: (at: number) => SurroundingsFacts } {
  const { blocks } = page;
  const outline = pageOutline(page, outlines);
  const title = new Set(markup ? tokenize(page.title).map(fold) : []);
  const description = new Set(markup ? tokenize(page.description).map(fold) : []);
  const seen = new Map<string, number>();
  const sameTextBefore = new Int32Array(blocks.length);
  blocks.forEach(({ text }, at) => {
    sameTextBefore[at] = seen.get(text) ?? 0;
    seen.set(text, sameTextBefore[at] + 1);
  });
  const headings = mapEach(outlines, ({ heading }) => heading);
  const paragraphs = mapEach(outlines, ({ paragraph }) => paragraph);
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
      headingNear: above >= 0 && markup && sharesContainer(page, block, blocks[above]),
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
