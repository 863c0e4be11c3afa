import { CUE_NAMES, type CueGroup } from '../words/cues';
import { flag, logScale, share, type Heuristic } from './heuristic';

/** Cue phrases of a block and of what stands around it. */
export interface CueFacts {
  at: number;
  words: number;
  /** `counts[block][group]`. */
  counts: readonly Uint8Array[];
  headingAbove: number;
  /** Index of the nearest line above that announces a section (see `announcesSection`), -1 for none. */
  section: number;
  /** The boxes around each block, narrow and wide: at `block * CUE_NAMES.length + group` the share of the other blocks that hold the group. */
  narrow: Float32Array;
  wide: Float32Array;
}

const groupsOf = (...names: CueGroup[]) => names.map((name) => ({ name, group: CUE_NAMES.indexOf(name) }));

/** What a section can be announced as. */
const SECTION_GROUPS = groupsOf(
  'advert-label', 'sign-up-pitch', 'offer', 'buy', 'download-or-event', 'donation', 'job', 'teaser-heading', 'menu-word', 'legal', 'share', 'comment',
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

const NEXT_TO = groupsOf('advert-label', 'sign-up-pitch', 'offer', 'buy', 'download-or-event', 'donation', 'teaser-heading', 'byline');

/** Heuristics about cue phrases: in the block, in the heading above, next to it, in the box around. */
export const CUE_HEURISTICS: readonly Heuristic<CueFacts>[] = [
  ...CUE_NAMES.map((name, group): Heuristic<CueFacts> => ({ name: `${name}-cues`, value: (f) => logScale(f.counts[f.at][group], 4) })),
  ...CUE_NAMES.map((name, group): Heuristic<CueFacts> => ({ name: `${name}-cue-share`, value: (f) => Math.sqrt(share(f.counts[f.at][group], f.words)) })),
  ...CUE_NAMES.map((name, group): Heuristic<CueFacts> => ({
    name: `${name}-cue-in-heading-above`, value: (f) => flag(f.headingAbove >= 0 && f.counts[f.headingAbove][group] > 0),
  })),
  ...CUE_NAMES.map((name, group): Heuristic<CueFacts> => ({ name: `${name}-cues-in-box`, value: (f) => f.narrow[f.at * CUE_NAMES.length + group] })),
  ...CUE_NAMES.map((name, group): Heuristic<CueFacts> => ({ name: `${name}-cues-in-wide-box`, value: (f) => Math.sqrt(f.wide[f.at * CUE_NAMES.length + group]) })),
  ...SECTION_GROUPS.map(({ name, group }): Heuristic<CueFacts> => ({
    name: `in-section-of-${name}`,
    value: (f) => (f.section >= 0 && f.counts[f.section][group] > 0 ? 1 - logScale(f.at - f.section - 1, SECTION_REACH) / 2 : 0),
  })),
  ...NEXT_TO.map(({ name, group }): Heuristic<CueFacts> => ({ name: `${name}-cue-just-before`, value: (f) => flag((f.counts[f.at - 1]?.[group] ?? 0) > 0) })),
  ...NEXT_TO.map(({ name, group }): Heuristic<CueFacts> => ({ name: `${name}-cue-just-after`, value: (f) => flag((f.counts[f.at + 1]?.[group] ?? 0) > 0) })),
];
