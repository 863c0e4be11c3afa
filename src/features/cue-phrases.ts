import { CUE_NAMES, type CueGroup } from '../words/cues';
import type { Boxes } from './boxes';
import { logScale, share, STEPS, toStep } from './heuristic';
import type { StepColumns } from './step-rows';

/** How often each group of cues occurs in each block of a page. */
export class CueCounts {
  /** Block `i` and group `g` at `i * CUE_NAMES.length + g`. */
  readonly all: Uint8Array;
  constructor(readonly blocks: number) {
    this.all = new Uint8Array(blocks * CUE_NAMES.length);
  }

  set(block: number, counts: Uint8Array): void {
    this.all.set(counts, block * CUE_NAMES.length);
  }

  of(block: number): Uint8Array {
    return this.all.subarray(block * CUE_NAMES.length, (block + 1) * CUE_NAMES.length);
  }

  /** The count of one group, 0 for a block that is not there. */
  get(block: number, group: number): number {
    return block >= 0 && block < this.blocks ? this.all[block * CUE_NAMES.length + group] : 0;
  }

  /** In how many blocks before block `i` group `g` occurs, at `i * CUE_NAMES.length + g`. */
  holding(): Int32Array {
    const sums = new Int32Array((this.blocks + 1) * CUE_NAMES.length);
    for (let at = 0; at < this.all.length; at++) sums[at + CUE_NAMES.length] = sums[at] + (this.all[at] ? 1 : 0);
    return sums;
  }
}

/** What the heuristics about cue phrases are worked out from. */
export interface CueSources {
  counts: CueCounts;
  /** The words of each block. */
  words: readonly { length: number }[];
  headingAbove: Int32Array;
  /** Index of the nearest line above each block that announces a section (see `announcesSection`), -1 for none. */
  section: Int32Array;
  narrow: Boxes;
  wide: Boxes;
}

const groupsOf = (...names: CueGroup[]) => names.map((name) => ({ name, group: CUE_NAMES.indexOf(name) }));

/** What a section can be announced as. */
const SECTION_GROUPS = groupsOf(
  'advert-label', 'sign-up-pitch', 'offer', 'buy', 'whitepaper', 'download-or-event', 'donation', 'job', 'teaser-heading', 'menu-word', 'legal', 'share', 'comment',
);
const SECTION_MAX_WORDS = 5;
/** In so large a share of its words a line must hold cues to announce a section. */
const SECTION_MIN_CUES = 0.3;
const SECTION_REACH = 40;

/**
 * Whether a line announces what follows it ("Whitepapers", "More from the desk"): short, no sentence, and a good part of it cues. Such a
 * line rules the blocks after it until the next one, also where headlines stand between.
 */
export function announcesSection(counts: Uint8Array, words: number, endsSentence: boolean): boolean {
  if (words === 0 || words > SECTION_MAX_WORDS || endsSentence) return false;
  let cues = 0;
  for (const { group } of SECTION_GROUPS) cues += counts[group];
  return cues / words >= SECTION_MIN_CUES;
}

const NEXT_TO = groupsOf('advert-label', 'sign-up-pitch', 'offer', 'buy', 'whitepaper', 'download-or-event', 'donation', 'teaser-heading', 'byline');

/** Names of the heuristics about cue phrases: in the block, in the heading above, in the box around, next to it. */
export const CUE_HEURISTIC_NAMES: readonly string[] = [
  ...['cues', 'cue-share', 'cue-in-heading-above', 'cues-in-box', 'cues-in-wide-box'].flatMap((kind) => CUE_NAMES.map((name) => `${name}-${kind}`)),
  ...SECTION_GROUPS.map(({ name }) => `in-section-of-${name}`),
  ...NEXT_TO.map(({ name }) => `${name}-cue-just-before`),
  ...NEXT_TO.map(({ name }) => `${name}-cue-just-after`),
];

const GROUPS = CUE_NAMES.length;
const FULL = STEPS - 1;
const COUNT_STEPS = Uint8Array.from({ length: 256 }, (_, count) => toStep(logScale(count, 4)));

/**
 * The columns of `CUE_HEURISTIC_NAMES`. Written block by block where there is something to write, and not heuristic by heuristic: they are
 * a third of all heuristics, and nearly all of their values are 0.
 */
export function cueColumns({ counts, words, headingAbove, section, narrow, wide }: CueSources): StepColumns {
  const { all } = counts;
  const holding = counts.holding();

  const writeBlock = (rows: Uint8Array, column: number, at: number) => {
    const own = at * GROUPS;
    for (let g = 0; g < GROUPS; g++) {
      const count = all[own + g];
      if (!count) continue;
      rows[column + g] = COUNT_STEPS[count];
      rows[column + GROUPS + g] = toStep(Math.sqrt(share(count, words[at].length)));
    }
    const above = headingAbove[at] * GROUPS;
    if (above >= 0) for (let g = 0; g < GROUPS; g++) if (all[above + g]) rows[column + 2 * GROUPS + g] = FULL;
    writeBox(rows, column + 3 * GROUPS, own, narrow.from[at], narrow.to[at], false);
    writeBox(rows, column + 4 * GROUPS, own, wide.from[at], wide.to[at], true);
  };

  /** Share of the other blocks of a box that hold a cue of each group, or its square root; single precision, as the model was fitted. */
  const writeBox = (rows: Uint8Array, column: number, own: number, from: number, to: number, root: boolean) => {
    const others = to - from - 1;
    if (others <= 0) return;
    for (let g = 0; g < GROUPS; g++) {
      const hold = holding[to * GROUPS + g] - holding[from * GROUPS + g] - (all[own + g] ? 1 : 0);
      if (hold <= 0) continue;
      const part = Math.fround(hold / others);
      rows[column + g] = toStep(root ? Math.sqrt(part) : part);
    }
  };

  const writePlace = (rows: Uint8Array, column: number, at: number) => {
    if (section[at] >= 0) {
      const near = toStep(1 - logScale(at - section[at] - 1, SECTION_REACH) / 2);
      for (let k = 0; k < SECTION_GROUPS.length; k++) if (counts.get(section[at], SECTION_GROUPS[k].group)) rows[column + k] = near;
    }
    const before = column + SECTION_GROUPS.length;
    for (let k = 0; k < NEXT_TO.length; k++) {
      const { group } = NEXT_TO[k];
      if (counts.get(at - 1, group)) rows[before + k] = FULL;
      if (counts.get(at + 1, group)) rows[before + NEXT_TO.length + k] = FULL;
    }
  };

  return {
    count: CUE_HEURISTIC_NAMES.length,
    write(rows, width, column, from, to) {
      for (let i = from, start = column; i < to; i++, start += width) {
        writeBlock(rows, start, i);
        writePlace(rows, start + 5 * GROUPS, i);
      }
    },
  };
}
