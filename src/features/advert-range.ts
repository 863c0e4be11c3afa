import { CUE_NAMES } from '../words/cues';
import type { Boxes } from './boxes';
import type { CueCounts } from './cue-phrases';
import type { Heuristic } from './heuristic';
import type { BlockOutline } from './surroundings';

const ADVERT_LABEL = CUE_NAMES.indexOf('advert-label');
const LABEL_MAX_WORDS = 5;
const LABEL_MIN_CUES = 0.3;
const MAX_LINK_DENSITY = 0.5;
/** In a longer container a label rules until the next heading alone, and no further than this. */
const SHORT_BLOCKS = 12;
const REACH_BLOCKS = 40;

/** Whether a line says of what follows that it is advertising ("Advertisement", "Sponsored by Dock & Sons"). What is linked is a menu's way to the rates. */
function isLabel(cues: CueCounts, at: number, { words, endsSentence, linkDensity }: BlockOutline): boolean {
  return words > 0 && words <= LABEL_MAX_WORDS && !endsSentence && linkDensity < MAX_LINK_DENSITY && cues.get(at, ADVERT_LABEL) / words >= LABEL_MIN_CUES;
}

/** For each block 1 where it stands between such a line and the end of the label's container, falling to 1/2 with the distance; else 0. */
export function advertRange(outlines: readonly BlockOutline[], cues: CueCounts, container: Boxes): Float32Array {
  const under = new Float32Array(outlines.length);
  for (let at = 0; at < outlines.length; at++) {
    if (!isLabel(cues, at, outlines[at])) continue;
    const end = Math.min(container.to[at], at + REACH_BLOCKS);
    const isLong = container.to[at] - container.from[at] > SHORT_BLOCKS;
    under[at] = 1;
    for (let i = at + 1; i < end; i++) {
      if (isLong && i > at + 1 && outlines[i].heading) break;
      under[i] = Math.max(under[i], 1 - (i - at) / (2 * REACH_BLOCKS));
    }
  }
  return under;
}

/** Heuristics about lines that announce advertising. */
export const ADVERT_HEURISTICS: readonly Heuristic<number>[] = [{ name: 'under-advert-label', value: (under) => under }];
