import { CUE_NAMES, type CueGroup } from '../words/cues';
import { flag, logScale, share, type Heuristic } from './heuristic';

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

/** Cue phrases of a block and of what stands around it. */
export interface CueFacts {
  at: number;
  words: number;
  counts: CueCounts;
  headingAbove: number;
  /** Index of the nearest line above that announces a section (see `announcesSection`), -1 for none. */
  section: number;
  /** See `CueCounts.holding`. */
  holding: Int32Array;
  /** The boxes around the block, narrow and wide: first block, and the one after the last. */
  narrowFrom: number;
  narrowTo: number;
  wideFrom: number;
  wideTo: number;
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

/** Share of the other blocks of a box that hold a cue of the group; single precision, as the model was fitted. */
function shareOfOthers({ at, counts, holding }: CueFacts, from: number, to: number, group: number): number {
  const others = to - from - 1;
  if (others <= 0) return 0;
  const groups = CUE_NAMES.length;
  return Math.fround((holding[to * groups + group] - holding[from * groups + group] - (counts.get(at, group) ? 1 : 0)) / others);
}

/** Heuristics about cue phrases: in the block, in the heading above, next to it, in the box around. */
export const CUE_HEURISTICS: readonly Heuristic<CueFacts>[] = [
  ...CUE_NAMES.map((name, group): Heuristic<CueFacts> => ({ name: `${name}-cues`, value: (f) => logScale(f.counts.get(f.at, group), 4) })),
  ...CUE_NAMES.map((name, group): Heuristic<CueFacts> => ({ name: `${name}-cue-share`, value: (f) => Math.sqrt(share(f.counts.get(f.at, group), f.words)) })),
  ...CUE_NAMES.map((name, group): Heuristic<CueFacts> => ({
    name: `${name}-cue-in-heading-above`, value: (f) => flag(f.headingAbove >= 0 && f.counts.get(f.headingAbove, group) > 0),
  })),
  ...CUE_NAMES.map((name, group): Heuristic<CueFacts> => ({ name: `${name}-cues-in-box`, value: (f) => shareOfOthers(f, f.narrowFrom, f.narrowTo, group) })),
  ...CUE_NAMES.map((name, group): Heuristic<CueFacts> => ({ name: `${name}-cues-in-wide-box`, value: (f) => Math.sqrt(shareOfOthers(f, f.wideFrom, f.wideTo, group)) })),
  ...SECTION_GROUPS.map(({ name, group }): Heuristic<CueFacts> => ({
    name: `in-section-of-${name}`,
    value: (f) => (f.section >= 0 && f.counts.get(f.section, group) > 0 ? 1 - logScale(f.at - f.section - 1, SECTION_REACH) / 2 : 0),
  })),
  ...NEXT_TO.map(({ name, group }): Heuristic<CueFacts> => ({ name: `${name}-cue-just-before`, value: (f) => flag(f.counts.get(f.at - 1, group) > 0) })),
  ...NEXT_TO.map(({ name, group }): Heuristic<CueFacts> => ({ name: `${name}-cue-just-after`, value: (f) => flag(f.counts.get(f.at + 1, group) > 0) })),
];
