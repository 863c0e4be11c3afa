import { share } from './heuristic';
import type { LineShape } from './line-shape';

/**
 * Runs of lines that repeat, as lists and cards look in plain text: the line a period further on is alike. A line is in one run, or in none.
 */
export interface LineRuns {
  /** The run of each line, `from` to before `to`; a line in no run is alone. */
  from: Int32Array;
  to: Int32Array;
  /** After how many lines it repeats, 1 to `MAX_PERIOD`; 0 for a line in no run. */
  period: Int32Array;
  /** Number of the line within its period, 0 to `period - 1`. */
  slot: Int32Array;
}

/** Cards of more lines than this are rare. */
export const MAX_PERIOD = 8;
/** Lines that differ by less are alike: about the size of a headline of 4 words and of one of 12. */
const ALIKE = 1.5;
const COSTS = { endsSentence: 1.2, hasLetters: 1.2, holdsDate: 0.8, capitals: 0.7, initial: 0.6, wording: 0.2 };
/** How much the first line of a run may differ: it is not to be the title of those below. */
const FIRST_ALIKE = 0.8;
/** From this period on one line of a card may be unlike now and then. */
const PERIOD_WITH_GAPS = 3;
/** Of runs that claim a line, the one with the most like lines wins; a long period needs better reasons, more repeats are some. */
const PERIOD_COST = 0.12;
const REPEATS_GAIN = 0.3;

function difference(a: LineShape, b: LineShape): number {
  if (a.wording === b.wording) return 0;
  let sum = Math.abs(a.size - b.size);
  if (a.endsSentence !== b.endsSentence) sum += COSTS.endsSentence;
  if (a.hasLetters !== b.hasLetters) sum += COSTS.hasLetters;
  if (a.holdsDate !== b.holdsDate) sum += COSTS.holdsDate;
  if (a.capitals !== b.capitals) sum += COSTS.capitals;
  if (a.initial !== b.initial) sum += COSTS.initial;
  return sum;
}

function differenceInWords(a: LineShape, b: LineShape): number {
  return difference(a, b) + (a.wording === b.wording ? 0 : COSTS.wording);
}

/** Finds the runs of a page; time linear in its lines. */
export function findLineRuns(lines: readonly LineShape[]): LineRuns {
  const count = lines.length;
  const runs: LineRuns = { from: Int32Array.from(lines, (_, i) => i), to: Int32Array.from(lines, (_, i) => i + 1), period: new Int32Array(count), slot: new Int32Array(count) };
  const costs = new Float64Array(count).fill(Infinity);
  for (let period = 1; period <= MAX_PERIOD; period++) {
    for (let at = 0; at + period < count; ) {
      const { like, mean } = likeLines(lines, at, period);
      if (like < Math.max(2, period)) {
        at += Math.max(1, like);
        continue;
      }
      const [from, to] = wholePeriods(lines, at, at + like + period, period);
      const cost = mean + PERIOD_COST * period - REPEATS_GAIN * Math.log2(1 + like / period);
      for (let i = from; i < to; i++) {
        if (cost >= costs[i]) continue;
        costs[i] = cost;
        runs.from[i] = from;
        runs.to[i] = to;
        runs.period[i] = period;
        runs.slot[i] = (i - from) % period;
      }
      at += like;
    }
  }
  return cutRuns(runs);
}

/** From line `at` on, so many lines are each like the one a period further on, and differ from it by `mean`. */
function likeLines(lines: readonly LineShape[], at: number, period: number): { like: number; mean: number } {
  let like = 0;
  let sum = 0;
  let gap = false;
  for (let i = at; i + period < lines.length; i++) {
    const differs = difference(lines[i], lines[i + period]);
    if (like === 0 && differs >= FIRST_ALIKE) break;
    if (differs >= ALIKE && (period < PERIOD_WITH_GAPS || gap)) break;
    sum += differs;
    gap = differs >= ALIKE;
    if (!gap) like = i - at + 1;
  }
  return { like, mean: share(sum, like) };
}

/** Lines that make no whole period are left out, above or below, those that are least like the others: most often the title of a list. */
function wholePeriods(lines: readonly LineShape[], from: number, to: number, period: number): [from: number, to: number] {
  const odd = (to - from) % period;
  let unlike = 0;
  for (let i = 1; i <= odd; i++) unlike += differenceInWords(lines[to - i], lines[to - i - period]);
  let most = unlike;
  let above = 0;
  for (let i = 0; i < odd; i++) {
    unlike += differenceInWords(lines[from + i], lines[from + i + period]) - differenceInWords(lines[to - odd + i], lines[to - odd + i - period]);
    if (unlike <= most) continue;
    most = unlike;
    above = i + 1;
  }
  return [from + above, to - odd + above];
}

/** Where a better run has taken lines, what is left of a run ends there. */
function cutRuns(runs: LineRuns): LineRuns {
  const { from, to, period } = runs;
  for (let start = 0; start < from.length; ) {
    let end = start + 1;
    while (end < from.length && from[end] === from[start] && to[end] === to[start] && period[end] === period[start]) end++;
    from.fill(start, start, end);
    to.fill(end, start, end);
    start = end;
  }
  return runs;
}
