import type { Page, PageBlock, PageElement } from '../blocks/page';
import { CUE_NAMES, countCues } from '../words/cues';
import { tokenize } from '../words/tokenize';
import { BODY_HEURISTICS, bodyFacts } from './body-span';
import { boxesOf, sectionsOf, type Boxes } from './boxes';
import { announcesSection, CUE_HEURISTICS, type CueFacts } from './cue-phrases';
import { toStep, type Heuristic } from './heuristic';
import { LINK_HEURISTICS, linksBetween, ownSiteOf, sumLinks, targetParser, targetTokens, type LinkFacts } from './links';
import { landmarksAround, LONG_CHARS, STRUCTURE_HEURISTICS, type ContainerSums, type StructureFacts } from './structure';
import { SURROUNDINGS_HEURISTICS, seriesOf, type BlockOutline, type PageOutline, type SurroundingsFacts } from './surroundings';
import { TEXT_HEURISTICS, countText, type TextFacts } from './text';
import { MARKUP_FAMILIES, TEXT_FAMILIES, fold, nearbyTokens, placeTokens, wordTokens } from './tokens';

/** How a page is read: with the elements around its blocks, or as text alone. */
export type Reading = 'markup' | 'text';
export const READINGS: readonly Reading[] = ['markup', 'text'];

/** Raised when a heuristic or a token changes its meaning, so that figures measured before are known to be stale. */
export const FEATURES_VERSION = 6;

/** Names of the heuristics of a reading, in the order of the columns of `steps`. */
export const HEURISTIC_NAMES: Record<Reading, readonly string[]> = {
  markup: [...TEXT_HEURISTICS, ...SURROUNDINGS_HEURISTICS, ...BODY_HEURISTICS, ...CUE_HEURISTICS, ...LINK_HEURISTICS, ...STRUCTURE_HEURISTICS].map(({ name }) => name),
  text: [...TEXT_HEURISTICS, ...SURROUNDINGS_HEURISTICS, ...BODY_HEURISTICS, ...CUE_HEURISTICS].map(({ name }) => name),
};

/** Names of the token families of a reading, in the order of `tokens`. */
export const FAMILY_NAMES: Record<Reading, readonly string[]> = { markup: MARKUP_FAMILIES, text: TEXT_FAMILIES };

/** What the scores are computed from. */
export interface Features {
  reading: Reading;
  blocks: number;
  /** Heuristic values in steps of 1/15: row `i` is block `i`, column `j` is `HEURISTIC_NAMES[reading][j]`. */
  steps: Uint8Array;
  /** `tokens[family][block]`. */
  tokens: readonly (readonly (readonly string[])[])[];
  /** Index of the heading above each block, -1 for none. */
  headingAbove: Int32Array;
  narrow: Boxes;
  wide: Boxes;
  /** What an announcing line rules (see `announcesSection`). */
  section: Boxes;
  containers: readonly Boxes[];
}

/** Features of every block of a page. Pure; time linear in the page. */
export function extractFeatures(page: Page, reading: Reading): Features {
  const { blocks } = page;
  const written = blocks.map((block) => tokenize(block.text));
  const folded = written.map((list) => list.map(fold));
  const texts = blocks.map((block, i) => countText(block.text, written[i]));
  const surroundings = surroundingsOf(page, reading, texts, folded);
  const body = bodyFacts(surroundings[0]?.outlines ?? [], folded, (i) => surroundings[i].headingAbove);
  const boxes = boxesOf(page, reading === 'markup');
  const counts = blocks.map((block, i) => countCues(folded[i], block.text));
  const announces = counts.map((count, i) => announcesSection(count, folded[i].length, surroundings[i].outlines[i].endsSentence));
  const cues = cuesOf(counts, announces, folded, surroundings, boxes);
  const nearby = folded.map(nearbyTokens);
  const headingAbove = Int32Array.from(surroundings, (facts) => facts.headingAbove);
  const words = [
    folded.map(wordTokens),
    reading === 'text' ? sectionTokens(headingAbove, nearby) : tokensAt(headingAbove, nearby),
    nearby.map((_, i) => (i > 0 ? nearby[i - 1] : START)),
    nearby.map((_, i) => (i + 1 < nearby.length ? nearby[i + 1] : END)),
  ];
  const announced = tokensAt(cues.map(({ section }) => section), nearby);
  const structure = reading === 'markup' ? structureOf(page) : [];
  const links = reading === 'markup' ? linksOf(page, boxes) : [];
  const common: FactsOf[] = [[TEXT_HEURISTICS, texts], [SURROUNDINGS_HEURISTICS, surroundings], [BODY_HEURISTICS, body], [CUE_HEURISTICS, cues]];
  return {
    reading,
    blocks: blocks.length,
    steps: stepsOf(reading === 'markup' ? [...common, [LINK_HEURISTICS, links], [STRUCTURE_HEURISTICS, structure]] : common, blocks.length),
    tokens: reading === 'markup' ? [...words, ...placeTokens(structure), links.map(({ target }) => targetTokens(target)), titleTokens(boxes, nearby), announced] : [...words, announced],
    headingAbove,
    ...boxes,
    section: sectionsOf(announces),
  };
}

/** Heuristics with what they are measured on, a block each. */
type FactsOf = [readonly Heuristic<any>[], readonly unknown[]];

/** Heuristic by heuristic, not block by block: that runs in half the time. */
function stepsOf(families: readonly FactsOf[], blocks: number): Uint8Array {
  const width = families.reduce((sum, [heuristics]) => sum + heuristics.length, 0);
  const steps = new Uint8Array(blocks * width);
  let column = 0;
  for (const [heuristics, facts] of families) {
    for (const heuristic of heuristics) {
      for (let i = 0, at = column; i < blocks; i++, at += width) steps[at] = toStep(heuristic.value(facts[i]));
      column++;
    }
  }
  return steps;
}

// One array each, since what is computed of an array's tokens is kept for all blocks that share it.
const START: readonly string[] = ['<start>'];
const END: readonly string[] = ['<end>'];
const NONE: readonly string[] = ['<none>'];
const FIRST: readonly string[] = ['<first>'];

/** For each block the tokens of the one that it refers to by index, -1 for none. */
function tokensAt(references: ArrayLike<number>, nearby: readonly (readonly string[])[]): (readonly string[])[] {
  return nearby.map((_, i) => (references[i] < 0 ? NONE : nearby[references[i]]));
}

function cuesOf(
  counts: readonly Uint8Array[], announces: readonly boolean[], folded: readonly string[][], surroundings: readonly SurroundingsFacts[], boxes: { narrow: Boxes; wide: Boxes },
): CueFacts[] {
  const groups = CUE_NAMES.length;
  const upTo = new Int32Array((counts.length + 1) * groups);
  counts.forEach((count, i) => {
    for (let g = 0; g < groups; g++) upTo[(i + 1) * groups + g] = upTo[i * groups + g] + (count[g] ? 1 : 0);
  });
  const others = ({ from, to }: Boxes) => {
    const shares = new Float32Array(counts.length * groups);
    for (let i = 0; i < counts.length; i++) {
      const size = to[i] - from[i] - 1;
      if (size > 0) for (let g = 0; g < groups; g++) shares[i * groups + g] = (upTo[to[i] * groups + g] - upTo[from[i] * groups + g] - (counts[i][g] ? 1 : 0)) / size;
    }
    return shares;
  };
  const narrow = others(boxes.narrow);
  const wide = others(boxes.wide);
  let section = -1;
  const sections = announces.map((announcing, at) => {
    const above = section;
    if (announcing) section = at;
    return above;
  });
  return counts.map((_, at) => ({
    at, words: folded[at].length, counts, headingAbove: surroundings[at].headingAbove, section: sections[at], narrow, wide,
  }));
}

/**
 * For each block the words of the first block of the narrow box, where its title stands if it has one, and of that of the wide box, marked
 * as such. Blocks of one box share their array.
 */
function titleTokens({ narrow, wide }: { narrow: Boxes; wide: Boxes }, nearby: readonly (readonly string[])[]): (readonly string[])[] {
  const marked = new Map<number, readonly string[]>();
  const known = new Map<string, readonly string[]>();
  return nearby.map((_, at) => {
    const first = narrow.from[at];
    const outer = wide.from[at];
    const own = first === at ? FIRST : nearby[first];
    if (outer === first) return own;
    const key = `${first === at ? '' : first} ${outer}`;
    let tokens = known.get(key);
    if (!tokens) {
      if (!marked.has(outer)) marked.set(outer, nearby[outer].map((token) => `>${token}`));
      tokens = [...own, ...marked.get(outer)!];
      known.set(key, tokens);
    }
    return tokens;
  });
}

const SECTIONS = 3;

/** Plain text has no containers: the words of the last few lines that look like headings, the nearest marked as such. */
function sectionTokens(headingAbove: Int32Array, nearby: readonly (readonly string[])[]): (readonly string[])[] {
  const below = new Map<number, readonly string[]>();           // blocks under one heading share its tokens
  return nearby.map((_, at) => {
    const above = headingAbove[at];
    if (above < 0) return NONE;
    const known = below.get(above);
    if (known) return known;
    const tokens = nearby[above].map((token) => `!${token}`);
    let heading = headingAbove[above];
    for (let i = 1; i < SECTIONS && heading >= 0; i++) {
      tokens.push(...nearby[heading]);
      heading = headingAbove[heading];
    }
    const result = tokens.length ? tokens : NONE;
    below.set(above, result);
    return result;
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
  };
}

function surroundingsOf(page: Page, reading: Reading, texts: readonly TextFacts[], folded: readonly string[][]): SurroundingsFacts[] {
  const { blocks } = page;
  const outlines = blocks.map((block, i) => outlineOf(page, reading, block, texts[i]));
  const outline = pageOutline(page, outlines);
  const title = new Set(reading === 'markup' ? tokenize(page.title).map(fold) : []);
  const description = new Set(reading === 'markup' ? tokenize(page.description).map(fold) : []);
  const seen = new Map<string, number>();
  for (const { text } of blocks) seen.set(text, (seen.get(text) ?? 0) + 1);
  const before = new Map<string, number>();
  let headingAbove = -1;
  let paragraphAbove = -1;
  const facts = blocks.map((block, at): SurroundingsFacts => {
    const sameTextBefore = before.get(block.text) ?? 0;
    before.set(block.text, sameTextBefore + 1);
    const titleOverlap = overlap(folded[at], title);
    const result: SurroundingsFacts = {
      at, outlines, page: outline, headingAbove, headingBelow: blocks.length, paragraphAbove, paragraphBelow: blocks.length,
      headingNear: headingAbove >= 0 && reading === 'markup' && sharesContainer(page, block, blocks[headingAbove]),
      titleOverlap,
      titleCover: cover(folded[at], title, titleOverlap),
      descriptionOverlap: overlap(folded[at], description),
      sameTextBefore,
      sameText: seen.get(block.text)! - 1,
      blankLinesBefore: block.blankLinesBefore,
      blankLinesAfter: blocks[at + 1]?.blankLinesBefore ?? 0,
    };
    if (outlines[at].heading) headingAbove = at;
    if (outlines[at].paragraph) paragraphAbove = at;
    return result;
  });
  let headingBelow = blocks.length;
  let paragraphBelow = blocks.length;
  for (let at = blocks.length - 1; at >= 0; at--) {
    facts[at].headingBelow = headingBelow;
    facts[at].paragraphBelow = paragraphBelow;
    if (outlines[at].heading) headingBelow = at;
    if (outlines[at].paragraph) paragraphBelow = at;
  }
  return facts;
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

function linksOf(page: Page, boxes: { narrow: Boxes; wide: Boxes }): LinkFacts[] {
  const parse = targetParser(ownSiteOf(page));
  const targets = page.blocks.map((block) => {
    let best = block.links[0];
    for (const link of block.links) if (link.chars > best.chars) best = link;
    if (!best) return undefined;
    return { target: parse(best), href: best.href };
  });
  const counts = new Map<string, number>();
  for (const link of targets) if (link) counts.set(link.href, (counts.get(link.href) ?? 0) + 1);
  const upTo = sumLinks(targets.map((link) => link?.target));
  return page.blocks.map((block, i) => ({
    block, target: targets[i]?.target, sameTarget: targets[i] ? counts.get(targets[i].href)! : 0,
    narrow: linksBetween(upTo, boxes.narrow.from[i], boxes.narrow.to[i]), wide: linksBetween(upTo, boxes.wide.from[i], boxes.wide.to[i]),
  }));
}

const MAX_CHAIN = 24;

function structureOf(page: Page): StructureFacts[] {
  const { elements, blocks } = page;
  const sums = sumContainers(page);
  const around = landmarksAround(elements);
  const kinds = kindsOf(elements);
  const siblings = countLikeSiblings(elements, kinds);
  const chains = blocks.map((block) => {
    const chain: number[] = [];
    for (let at = block.element; at >= 0 && chain.length < MAX_CHAIN; at = elements[at].parent) chain.push(at);
    return chain;
  });
  const places = new Map<string, number>();
  const placeOf = chains.map(([own, parent, grandparent]) => `${kinds[own]}<${kinds[parent]}<${kinds[grandparent]}`);
  for (const place of placeOf) places.set(place, (places.get(place) ?? 0) + 1);
  const steps = blocks.map((block, i) => (i > 0 ? stepsApart(elements, block.element, blocks[i - 1].element) : [8, 8]));
  return blocks.map((block, i) => {
    const chain = chains[i];
    return {
      page,
      block,
      chain: chain.map((at) => elements[at]),
      sums: [...chain.slice(0, 5).map((at) => sums[at]), sums[0]],
      around: around[block.element],
      sameSiblings: siblings[block.element],
      sameParents: chain.length > 1 ? siblings[chain[1]] : 1,
      samePlace: places.get(placeOf[i])!,
      stepsToPrevious: steps[i][0],
      stepsToNext: steps[i + 1]?.[1] ?? 8,
    };
  });
}

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

/** A number for each element, the same for those of the same tag and class: a long class is read once, not for every block inside it. */
function kindsOf(elements: readonly PageElement[]): Int32Array {
  const known = new Map<string, number>();
  const kinds = new Int32Array(elements.length);
  for (let i = 0; i < elements.length; i++) {
    const key = `${elements[i].tag}.${elements[i].className}`;
    let kind = known.get(key);
    if (kind === undefined) known.set(key, (kind = known.size));
    kinds[i] = kind;
  }
  return kinds;
}

/** For each element the number of its listed siblings of the same kind, itself included. */
function countLikeSiblings(elements: readonly PageElement[], kinds: Int32Array): Int32Array {
  const counts = new Int32Array(elements.length).fill(1);
  for (const { children } of elements) {
    if (children.length < 2) continue;
    const same = new Map<number, number>();
    for (const child of children) same.set(kinds[child], (same.get(kinds[child]) ?? 0) + 1);
    for (const child of children) counts[child] = same.get(kinds[child])!;
  }
  return counts;
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
