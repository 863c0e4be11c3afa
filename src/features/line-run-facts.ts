import { flag, logScale, share, type Heuristic } from './heuristic';
import { countLike, numbered } from './like-elements';
import { MAX_PERIOD, type LineRuns } from './line-runs';
import type { LineShape } from './line-shape';

/** What is known of a line from the run it is in. A line in no run is a run of its own. */
export interface LineRunFacts {
  /** 0 for a line in no run. */
  period: number;
  slot: number;
  /** Lines of the run; before this line and after it. */
  lines: number;
  before: number;
  after: number;
  pageLines: number;
  /** The line just above the run: its title, where it has one. */
  above: LineShape | undefined;
  /** Means over the lines of the run. */
  meanSize: number;
  sentenceEnds: number;
  dates: number;
  /** Share of the other lines of the same slot that have the same words. */
  sameWords: number;
}

/** The facts of each line. */
export function lineRunFacts(lines: readonly LineShape[], { from, to, period, slot }: LineRuns): (line: number) => LineRunFacts {
  const sizes = sumsUpTo(lines, ({ size }) => size);
  const ends = sumsUpTo(lines, ({ endsSentence }) => flag(endsSentence));
  const dates = sumsUpTo(lines, ({ holdsDate }) => flag(holdsDate));
  const slots = likeOthers(lines.length, (at) => from[at] * (lines.length + 1) + slot[at]);
  const wordings = likeOthers(lines.length, (at) => slots.numberOf[at] * (lines.length + 1) + lines[at].wording);
  return (at) => {
    const count = to[at] - from[at];
    const mean = (sums: Float64Array) => (sums[to[at]] - sums[from[at]]) / count;
    return {
      period: period[at], slot: slot[at], lines: count, before: at - from[at], after: to[at] - 1 - at, pageLines: lines.length, above: lines[from[at] - 1],
      meanSize: mean(sizes), sentenceEnds: mean(ends), dates: mean(dates), sameWords: share(wordings.othersOf(at), slots.othersOf(at)),
    };
  };
}

function sumsUpTo(lines: readonly LineShape[], value: (line: LineShape) => number): Float64Array {
  const sums = new Float64Array(lines.length + 1);
  lines.forEach((line, i) => { sums[i + 1] = sums[i] + value(line); });
  return sums;
}

/** Numbers lines by a key, and tells how many others have the key of a line. */
function likeOthers(lines: number, keyOf: (line: number) => number): { numberOf: Int32Array; othersOf: (line: number) => number } {
  const known = new Map<number, number>();
  const numberOf = Int32Array.from({ length: lines }, (_, at) => numbered(known, keyOf(at)));
  const like = countLike(numberOf, known.size + 1);
  return { numberOf, othersOf: (at) => like[at] - 1 };
}

/** `LineShape.size` of 255 words. */
const FULL_SIZE = 8;
/** A title is no longer than 8 words. */
const TITLE_SIZE = 3.2;

/** Heuristics about runs of lines that repeat. */
export const LINE_RUN_HEURISTICS: readonly Heuristic<LineRunFacts>[] = [
  { name: 'period-of-run', value: ({ period }) => period / MAX_PERIOD },
  { name: 'lines-of-run', value: ({ lines }) => logScale(lines - 1, 40) },
  { name: 'repeats-of-run', value: ({ lines, period }) => logScale(Math.max(0, lines / Math.max(1, period) - 1), 20) },
  { name: 'place-in-period', value: ({ slot, period }) => share(slot, period - 1) },
  { name: 'run-of-single-lines', value: ({ period }) => flag(period === 1) },
  { name: 'title-above-run', value: ({ above }) => flag(above !== undefined && above.size < TITLE_SIZE && !above.endsSentence) },
  { name: 'length-of-line-above-run', value: ({ above }) => (above?.size ?? 0) / FULL_SIZE },
  { name: 'mean-length-in-run', value: ({ meanSize }) => meanSize / FULL_SIZE },
  { name: 'sentence-ends-in-run', value: ({ sentenceEnds }) => sentenceEnds },
  { name: 'dates-in-run', value: ({ dates }) => dates },
  { name: 'lines-before-in-run', value: ({ before }) => logScale(before, 20) },
  { name: 'lines-after-in-run', value: ({ after }) => logScale(after, 20) },
  { name: 'run-share-of-page', value: ({ lines, pageLines }) => share(lines, pageLines) },
  { name: 'same-words-in-run', value: ({ sameWords }) => sameWords },
];
