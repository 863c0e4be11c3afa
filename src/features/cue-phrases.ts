import { CUE_NAMES, type CueGroup } from '../words/cues';
import { flag, logScale, share, type Heuristic } from './heuristic';

/** Cue phrases of a block and of what stands around it. */
export interface CueFacts {
  at: number;
  words: number;
  /** `counts[block][group]`. */
  counts: readonly Uint8Array[];
  headingAbove: number;
  /** The boxes around the block, narrow and wide: for each group the share of the other blocks that hold it. */
  narrow: Float32Array;
  wide: Float32Array;
}

const NEXT_TO: readonly CueGroup[] = ['advert-label', 'sign-up-pitch', 'offer', 'buy', 'download-or-event', 'donation', 'teaser-heading', 'byline'];
const groupOf = (name: CueGroup) => CUE_NAMES.indexOf(name);

/** Heuristics about cue phrases: in the block, in the heading above, next to it, in the box around. */
export const CUE_HEURISTICS: readonly Heuristic<CueFacts>[] = [
  ...CUE_NAMES.map((name, group): Heuristic<CueFacts> => ({ name: `${name}-cues`, value: (f) => logScale(f.counts[f.at][group], 4) })),
  ...CUE_NAMES.map((name, group): Heuristic<CueFacts> => ({ name: `${name}-cue-share`, value: (f) => Math.sqrt(share(f.counts[f.at][group], f.words)) })),
  ...CUE_NAMES.map((name, group): Heuristic<CueFacts> => ({
    name: `${name}-cue-in-heading-above`, value: (f) => flag(f.headingAbove >= 0 && f.counts[f.headingAbove][group] > 0),
  })),
  ...CUE_NAMES.map((name, group): Heuristic<CueFacts> => ({ name: `${name}-cues-in-box`, value: (f) => f.narrow[group] })),
  ...CUE_NAMES.map((name, group): Heuristic<CueFacts> => ({ name: `${name}-cues-in-wide-box`, value: (f) => Math.sqrt(f.wide[group]) })),
  ...NEXT_TO.map((name): Heuristic<CueFacts> => ({ name: `${name}-cue-just-before`, value: (f) => flag((f.counts[f.at - 1]?.[groupOf(name)] ?? 0) > 0) })),
  ...NEXT_TO.map((name): Heuristic<CueFacts> => ({ name: `${name}-cue-just-after`, value: (f) => flag((f.counts[f.at + 1]?.[groupOf(name)] ?? 0) > 0) })),
];
