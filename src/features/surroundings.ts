import { flag, log1p, logScale, share, type Heuristic } from './heuristic';

/** What is known of a block before its surroundings are looked at. */
export interface BlockOutline {
  words: number;
  chars: number;
  linkDensity: number;
  endsSentence: boolean;
  /** A heading element, or in plain text a short line that looks like one. */
  heading: boolean;
  /** 1 to 6 for `h1` to `h6`, 0 for none, 7 for a line that only looks like a heading. */
  headingLevel: number;
  /** Long and with little link text. */
  paragraph: boolean;
  holdsDate: boolean;
  holdsPrice: boolean;
  /** Nothing but a number. */
  isCount: boolean;
}

/** Where a block stands in the page's sequence. */
export interface SurroundingsFacts {
  at: number;
  outlines: readonly BlockOutline[];
  page: PageOutline;
  /** Index of the heading above, -1 for none; of the next heading, the number of blocks for none. */
  headingAbove: number;
  headingBelow: number;
  /** Index of the nearest paragraph before, -1 for none; after, the number of blocks for none. */
  paragraphAbove: number;
  paragraphBelow: number;
  /** Whether the heading above stands in the same container (shares one of the three elements around the block). */
  headingNear: boolean;
  titleOverlap: number;
  titleCover: number;
  descriptionOverlap: number;
  /** Blocks with the same text: earlier ones, all others. */
  sameTextBefore: number;
  sameText: number;
  blankLinesBefore: number;
  blankLinesAfter: number;
}

/** Facts of the whole page. */
export interface PageOutline {
  blocks: number;
  chars: number;
  /** `charsUpTo[i]`: characters of the blocks before block `i`. */
  charsUpTo: Float64Array;
  paragraphs: number;
  paragraphChars: number;
  linkDensity: number;
  firstParagraph: number;
  lastParagraph: number;
  mainHeading: number;
  hasBlankLines: boolean;
  series: Series;
}

/** What windows sum up, a value for each block. */
type Series = Record<'lengths' | 'sentenceEnds' | 'linkDensities' | 'paragraphs', Float64Array>;

export function seriesOf(outlines: readonly BlockOutline[]): Series {
  const of = (value: (outline: BlockOutline) => number) => new Float64Array(outlines.map(value));
  return { lengths: of((o) => logScale(o.words, 100)), sentenceEnds: of((o) => flag(o.endsSentence)), linkDensities: of((o) => o.linkDensity), paragraphs: of((o) => flag(o.paragraph)) };
}

type Named = Heuristic<SurroundingsFacts>;

const neighbour = (offset: number, name: string, value: (outline: BlockOutline) => number): Named => ({
  name: `${name}-of-block-${Math.abs(offset)}-${offset < 0 ? 'before' : 'after'}`,
  value: ({ at, outlines }) => {
    const other = at + offset;
    return other >= 0 && other < outlines.length ? value(outlines[other]) : 0;
  },
});

const neighbours = [-2, -1, 1, 2].flatMap((offset) => [
  neighbour(offset, 'length', (o) => logScale(o.words, 200)),
  neighbour(offset, 'link-density', (o) => o.linkDensity),
  neighbour(offset, 'sentence-end', (o) => flag(o.endsSentence)),
  ...(Math.abs(offset) === 1 ? [neighbour(offset, 'heading', (o) => flag(o.heading))] : []),
]);

const window = (reach: number, name: string, of: keyof Series): Named => ({
  name: `${name}-within-${reach}`,
  value: ({ at, page }) => {
    const values = page.series[of];
    const from = Math.max(0, at - reach);
    const to = Math.min(values.length, at + reach + 1);
    let sum = 0;
    for (let i = from; i < at; i++) sum += values[i];
    for (let i = at + 1; i < to; i++) sum += values[i];
    return share(sum, to - from - 1);
  },
});

const distance = (blocks: number) => 1 - Math.min(1, logScale(Math.max(0, blocks - 1), 40));

/** Lines whose sentence end differs from the next line's: near 1 where headlines and summaries alternate. */
function alternation({ at, outlines }: SurroundingsFacts): number {
  let changes = 0;
  let pairs = 0;
  for (let i = Math.max(0, at - 4); i < Math.min(outlines.length - 1, at + 4); i++) {
    pairs++;
    if (outlines[i].endsSentence !== outlines[i + 1].endsSentence) changes++;
  }
  return share(changes, pairs);
}

/** How alike the lengths of every second line are, compared with those of neighbouring lines. */
function rhythm({ at, outlines }: SurroundingsFacts): number {
  let second = 0;
  let first = 0;
  for (let i = Math.max(0, at - 4); i + 2 < Math.min(outlines.length, at + 5); i++) {
    const here = log1p(outlines[i].chars);
    first += Math.abs(here - log1p(outlines[i + 1].chars));
    second += Math.abs(here - log1p(outlines[i + 2].chars));
  }
  return share(first, first + second);
}

/** Heuristics about the blocks before and after, the heading above, the title and the page as a whole. */
export const SURROUNDINGS_HEURISTICS: readonly Named[] = [
  ...neighbours,
  window(5, 'mean-length', 'lengths'),
  window(5, 'sentence-ends', 'sentenceEnds'),
  window(5, 'mean-link-density', 'linkDensities'),
  window(5, 'paragraphs', 'paragraphs'),
  window(12, 'mean-length', 'lengths'),
  window(12, 'paragraphs', 'paragraphs'),
  window(12, 'mean-link-density', 'linkDensities'),
  { name: 'headline-summary-alternation', value: alternation },
  { name: 'rhythm-of-lengths', value: rhythm },
  { name: 'position-in-blocks', value: (f) => share(f.at, f.page.blocks - 1) },
  { name: 'position-in-text', value: (f) => share(f.page.charsUpTo[f.at], f.page.chars) },
  { name: 'blocks-before', value: (f) => logScale(f.at, 300) },
  { name: 'blocks-after', value: (f) => logScale(f.page.blocks - 1 - f.at, 300) },
  { name: 'before-first-paragraph', value: (f) => flag(f.at < f.page.firstParagraph) },
  { name: 'after-last-paragraph', value: (f) => flag(f.at > f.page.lastParagraph) },
  { name: 'paragraph-above-near', value: (f) => (f.paragraphAbove < 0 ? 0 : distance(f.at - f.paragraphAbove)) },
  { name: 'paragraph-below-near', value: (f) => (f.paragraphBelow >= f.page.blocks ? 0 : distance(f.paragraphBelow - f.at)) },
  { name: 'paragraph-text-above', value: (f) => share(f.page.charsUpTo[f.at], Math.max(1, f.page.chars)) * flag(f.at > f.page.firstParagraph) },
  { name: 'before-main-heading', value: (f) => flag(f.page.mainHeading >= 0 && f.at < f.page.mainHeading) },
  { name: 'main-heading-above-near', value: (f) => (f.page.mainHeading < 0 || f.at < f.page.mainHeading ? 0 : distance(f.at - f.page.mainHeading + 1)) },
  { name: 'heading', value: (f) => flag(f.outlines[f.at].heading) },
  { name: 'heading-above', value: (f) => flag(f.headingAbove >= 0) },
  { name: 'heading-above-near', value: (f) => (f.headingAbove < 0 ? 0 : distance(f.at - f.headingAbove)) },
  { name: 'heading-above-in-container', value: (f) => flag(f.headingNear) },
  { name: 'level-of-heading-above', value: (f) => (f.headingAbove < 0 ? 0 : f.outlines[f.headingAbove].headingLevel / 7) },
  { name: 'heading-below-near', value: (f) => (f.headingBelow >= f.page.blocks ? 0 : distance(f.headingBelow - f.at)) },
  { name: 'words-shared-with-title', value: (f) => f.titleOverlap },
  { name: 'title-words-covered', value: (f) => f.titleCover },
  { name: 'words-shared-with-description', value: (f) => f.descriptionOverlap },
  { name: 'same-text-before', value: (f) => logScale(f.sameTextBefore, 6) },
  { name: 'same-text-on-page', value: (f) => logScale(f.sameText, 6) },
  { name: 'blank-line-before', value: (f) => flag(f.blankLinesBefore > 0) },
  { name: 'blank-line-after', value: (f) => flag(f.blankLinesAfter > 0) },
  { name: 'page-has-blank-lines', value: (f) => flag(f.page.hasBlankLines) },
  { name: 'page-length-in-blocks', value: (f) => logScale(f.page.blocks, 1000) },
  { name: 'page-length-in-text', value: (f) => logScale(f.page.chars, 60000) },
  { name: 'page-paragraph-count', value: (f) => logScale(f.page.paragraphs, 60) },
  { name: 'page-paragraph-text-share', value: (f) => share(f.page.paragraphChars, f.page.chars) },
  { name: 'page-link-density', value: (f) => f.page.linkDensity },
];
