import type { LabelledPage } from './labelled-page';
import { randomStream } from './random';

/** Excerpts cut from a page. */
const EXCERPTS = 2;
/** Stretches of one label in an excerpt, at least and at most; blocks of each. */
const STRETCHES = [2, 5] as const;
const BLOCKS = [1, 4] as const;
/** Smaller ones teach nothing about their surroundings. */
const MIN_BLOCKS = 3;

/** A small page with the indexes of its blocks on the page that it was cut from. */
export interface Excerpt {
  page: LabelledPage;
  kept: readonly number[];
}

/**
 * Small pages cut from a labelled one: a few stretches of one label each that follow one another, of each the first few blocks. Real pages are long, and
 * a fit that knows no others misreads what somebody pastes to try it: a headline, two paragraphs, a line of a menu. The same for the same page each time.
 */
export function excerptsOf(labelled: LabelledPage): Excerpt[] {
  const stretches = stretchesOf(labelled);
  const random = randomStream(labelled.page.blocks.length * 7919 + stretches.length);
  const between = ([least, most]: readonly [number, number]) => least + Math.floor(random() * (most - least + 1));
  const excerpts: Excerpt[] = [];
  for (let i = 0; i < EXCERPTS; i++) {
    const count = between(STRETCHES);
    const from = Math.floor(random() * Math.max(1, stretches.length - count + 1));
    const kept = stretches.slice(from, from + count).flatMap((blocks) => blocks.slice(0, between(BLOCKS)));
    const isBare = random() < 0.5;
    const isSpaced = random() < 0.5;
    if (kept.length >= MIN_BLOCKS) excerpts.push({ page: cut(labelled, kept, isBare, isSpaced), kept });
  }
  return excerpts;
}

/** The labelled visible blocks of a page, as runs of one label. */
function stretchesOf({ page: { blocks }, labels }: LabelledPage): number[][] {
  const stretches: number[][] = [];
  let last: string | undefined;
  blocks.forEach(({ hidden }, i) => {
    const label = labels[i];
    if (hidden || label === undefined) return;
    if (label !== last) stretches.push([]);
    stretches[stretches.length - 1].push(i);
    last = label;
  });
  return stretches;
}

/** The page with these blocks alone: without its head where it is to be bare, with blank lines between the lines of a text where it is to be spaced. */
function cut(labelled: LabelledPage, kept: readonly number[], isBare: boolean, isSpaced: boolean): LabelledPage {
  const { page, labels, content } = labelled;
  const blocks = kept.map((at) => page.blocks[at]);
  return {
    ...labelled,
    page: {
      ...page, ...(isBare && { title: '', description: '', url: '', types: [] }),
      blocks: page.source === 'text' ? blocks.map((block, i) => ({ ...block, blankLinesBefore: isSpaced && i ? 1 : 0 })) : blocks,
    },
    labels: kept.map((at) => labels[at]),
    ...(content && { content: Float32Array.from(kept, (at) => content[at]) }),
  };
}
