import { flag, logScale, share, type Heuristic } from './heuristic';
import type { BlockOutline } from './surroundings';

/** Where the longest stretch of running text stands, and the words that it is about. */
export interface BodySpan {
  /** First block, and the one after the last; the same where the page has no running text. */
  from: number;
  to: number;
  chars: number;
  /** Block that looks like the headline of the stretch, -1 for none. */
  headline: number;
  /** In how many blocks of the stretch each of its longer words stands. */
  words: ReadonlyMap<string, number>;
  headlineWords: ReadonlySet<string>;
}

export interface BodyFacts {
  at: number;
  body: BodySpan;
  pageChars: number;
  headingAbove: number;
  /** Share of the block's longer words that stand in other blocks of the body; in the headline. */
  sharedWithBody: number;
  sharedWithHeadline: number;
}

/** A block of this much text outside links weighs as much for a stretch of running text as a block without text weighs against it. */
const NEUTRAL_CHARS = 110;
const MOST_CHARS = 600;
/** A short line costs a stretch less than a whole block: sub-headings and list items stand in articles too. */
const SHORT_LINE_COST = 0.35;
const LONG_WORD_CHARS = 5;
const HEADLINE_REACH = 15;
const HEADLINE_MIN_WORDS = 3;
const HEADLINE_MAX_WORDS = 25;

/** The run of blocks whose summed weight is largest (Kadane's algorithm; the idea is that of Pasternack and Roth, 2009). */
export function findBodySpan(outlines: readonly BlockOutline[], words: readonly (readonly string[])[]): BodySpan {
  let best = 0;
  let from = 0;
  let to = 0;
  let sum = 0;
  let start = 0;
  outlines.forEach((outline, i) => {
    const text = outline.chars * (1 - outline.linkDensity);
    const weight = text >= NEUTRAL_CHARS || outline.endsSentence ? Math.min(text, MOST_CHARS) / NEUTRAL_CHARS - 1 : -SHORT_LINE_COST - outline.linkDensity / 2;
    if (sum <= 0) {
      sum = 0;
      start = i;
    }
    sum += weight;
    if (sum > best) {
      best = sum;
      from = start;
      to = i + 1;
    }
  });
  const counts = new Map<string, number>();
  let chars = 0;
  for (let i = from; i < to; i++) {
    chars += outlines[i].chars;
    for (const word of longWords(words[i])) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const headline = to > from ? findHeadline(outlines, from) : -1;
  return { from, to, chars, headline, words: counts, headlineWords: headline < 0 ? new Set() : longWords(words[headline]) };
}

/** The nearest line before the body that reads like a headline; a first heading wins over nearer plain lines. */
function findHeadline(outlines: readonly BlockOutline[], from: number): number {
  let plain = -1;
  for (let i = from; i >= Math.max(0, from - HEADLINE_REACH); i--) {
    const { words, endsSentence, headingLevel } = outlines[i];
    if (headingLevel === 1) return i;
    if (plain < 0 && words >= HEADLINE_MIN_WORDS && words <= HEADLINE_MAX_WORDS && !endsSentence) plain = i;
  }
  return plain;
}

function longWords(words: readonly string[]): Set<string> {
  const long = new Set<string>();
  for (const word of words) if (word.length >= LONG_WORD_CHARS) long.add(word);
  return long;
}

/** Facts of a block about the body. */
export function bodyFacts(body: BodySpan, outlines: readonly BlockOutline[], words: readonly (readonly string[])[], headingAbove: ArrayLike<number>): (block: number) => BodyFacts {
  const pageChars = outlines.reduce((sum, { chars }) => sum + chars, 0);
  return (at) => {
    const own = longWords(words[at]);
    const needed = at >= body.from && at < body.to ? 2 : 1;
    let shared = 0;
    let headline = 0;
    for (const word of own) {
      if ((body.words.get(word) ?? 0) >= needed) shared++;
      if (body.headlineWords.has(word)) headline++;
    }
    return { at, body, pageChars, headingAbove: headingAbove[at], sharedWithBody: share(shared, own.size), sharedWithHeadline: at === body.headline ? 0 : share(headline, own.size) };
  };
}

const near = (blocks: number) => 1 - Math.min(1, logScale(Math.max(0, blocks), 40));

/** Heuristics about the page's longest stretch of running text. */
export const BODY_HEURISTICS: readonly Heuristic<BodyFacts>[] = [
  { name: 'in-body', value: ({ at, body }) => flag(at >= body.from && at < body.to) },
  { name: 'before-body-near', value: ({ at, body }) => (body.to > body.from && at < body.from ? near(body.from - at - 1) : 0) },
  { name: 'after-body-near', value: ({ at, body }) => (body.to > body.from && at >= body.to ? near(at - body.to) : 0) },
  { name: 'heading-above-after-body', value: ({ headingAbove, body }) => flag(headingAbove >= body.to) },
  { name: 'headline-of-body', value: ({ at, body }) => flag(at === body.headline) },
  { name: 'between-headline-and-body', value: ({ at, body }) => flag(body.headline >= 0 && at > body.headline && at < body.from) },
  { name: 'words-shared-with-body', value: ({ sharedWithBody }) => sharedWithBody },
  { name: 'words-shared-with-headline', value: ({ sharedWithHeadline }) => sharedWithHeadline },
  { name: 'body-length', value: ({ body }) => logScale(body.to - body.from, 80) },
  { name: 'body-text-share', value: ({ body, pageChars }) => share(body.chars, pageChars) },
];
