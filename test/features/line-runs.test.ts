import fc from 'fast-check';
import { findLineRuns } from '../../src/features/line-runs';
import type { LineShape } from '../../src/features/line-shape';
import { readSteps } from './read-steps';

let wordings = 0;
const line = (words: number, more: Partial<LineShape> = {}): LineShape => (
  { size: Math.log2(1 + words), endsSentence: false, holdsDate: false, hasLetters: true, capitals: false, initial: 'upper', wording: ++wordings, ...more }
);
const HEADLINE = () => line(7);
const SUMMARY = () => line(31, { endsSentence: true });
const DATE = () => line(3, { holdsDate: true, initial: 'digit' });
const MORE = () => line(2, { wording: 0 });
const BODY = () => line(127, { endsSentence: true });

/** Each line as `from-to/period.slot`, `.` for one in no run. */
const runsOf = (lines: readonly LineShape[]) => {
  const { from, to, period, slot } = findLineRuns(lines);
  return lines.map((_, i) => (period[i] ? `${from[i]}-${to[i]}/${period[i]}.${slot[i]}` : '.')).join(' ');
};

describe('runs of lines', () => {
  test.each<[string, LineShape[], string]>([
    ['a list of headlines', [BODY(), HEADLINE(), HEADLINE(), HEADLINE()], '. 1-4/1.0 1-4/1.0 1-4/1.0'],
    ['two lines are no list', [HEADLINE(), HEADLINE(), BODY()], '. . .'],
    ['headlines with summaries', [HEADLINE(), SUMMARY(), HEADLINE(), SUMMARY(), HEADLINE(), SUMMARY()], '0-6/2.0 0-6/2.1 0-6/2.0 0-6/2.1 0-6/2.0 0-6/2.1'],
    ['cards of three lines, the last cut off', [HEADLINE(), SUMMARY(), DATE(), HEADLINE(), SUMMARY(), DATE(), HEADLINE()], '0-6/3.0 0-6/3.1 0-6/3.2 0-6/3.0 0-6/3.1 0-6/3.2 .'],
    ['a card with a line unlike the others', [HEADLINE(), SUMMARY(), DATE(), HEADLINE(), BODY(), line(60, { capitals: true }), HEADLINE(), SUMMARY(), DATE()], '. . . . . . . . .'],
    ['a title of the last line\'s length', [line(2), HEADLINE(), DATE(), MORE(), HEADLINE(), DATE(), MORE()], '. 1-7/3.0 1-7/3.1 1-7/3.2 1-7/3.0 1-7/3.1 1-7/3.2'],
    ['a short title of a list', [line(2), HEADLINE(), HEADLINE(), HEADLINE()], '. 1-4/1.0 1-4/1.0 1-4/1.0'],
    ['the same words are alike in lines of any length', [line(2, { wording: 0 }), BODY(), line(9, { wording: 0 }), BODY(), line(40, { wording: 0 }), BODY()], '0-6/2.0 0-6/2.1 0-6/2.0 0-6/2.1 0-6/2.0 0-6/2.1'],
    ['where two runs meet', [BODY(), HEADLINE(), BODY(), HEADLINE(), DATE(), DATE(), DATE(), DATE()], '0-4/2.0 0-4/2.1 0-4/2.0 0-4/2.1 4-8/1.0 4-8/1.0 4-8/1.0 4-8/1.0'],
    ['nothing', [], ''],
  ])('%s', (_, lines, expected) => expect(runsOf(lines)).toBe(expected));
});

const KINDS = [HEADLINE, SUMMARY, DATE, MORE, BODY];

test('a line is in one run, which holds it, and its slots follow one another', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...KINDS), { maxLength: 60 }), (kinds) => {
    const { from, to, period, slot } = findLineRuns(kinds.map((make) => make()));
    for (let i = 0; i < kinds.length; i++) {
      expect(from[i] <= i && i < to[i]).toBe(true);
      if (!period[i]) expect([from[i], to[i], slot[i]]).toEqual([i, i + 1, 0]);
      if (i === from[i]) continue;
      expect([from[i], to[i], period[i], slot[i]]).toEqual([from[i - 1], to[i - 1], period[i - 1], (slot[i - 1] + 1) % period[i]]);
    }
  }));
});

const PAGE = readSteps(`Home
The keeper of the lock has opened the gates by hand every morning since his father fell ill, and he means to go on doing so.
More news
Ferry sinks off the mole
12 March 2024
Read on
Barge sinks off the pier
13 March 2024
Read on
Raft sinks off the beach
14 March 2024
Read on
© The Harbour Post, all rights are with the publisher`);

test.each<[line: string, heuristic: string, step: number]>([
  ['Ferry', 'period-of-run', 6], // 3 of 8
  ['The keeper', 'period-of-run', 0],
  ['Ferry', 'lines-of-run', 9], // ln 9 / ln 41
  ['Ferry', 'repeats-of-run', 5], // ln 3 / ln 21
  ['The keeper', 'repeats-of-run', 0],
  ['Ferry', 'place-in-period', 0], ['13 March', 'place-in-period', 8], ['Read on', 'place-in-period', 15],
  ['Ferry', 'run-of-single-lines', 0],
  ['Ferry', 'title-above-run', 15], ['Read on', 'title-above-run', 15], ['More news', 'title-above-run', 0], ['Home', 'title-above-run', 0],
  ['Raft', 'length-of-line-above-run', 3], // log2 3 / 8
  ['Home', 'length-of-line-above-run', 0],
  ['Ferry', 'mean-length-in-run', 4], // (log2 6 + log2 4 + log2 3) / 3 / 8
  ['The keeper', 'sentence-ends-in-run', 15], ['Ferry', 'sentence-ends-in-run', 0],
  ['Ferry', 'dates-in-run', 5], ['Home', 'dates-in-run', 0],
  ['Ferry', 'lines-before-in-run', 0], ['Barge', 'lines-before-in-run', 7], // ln 4 / ln 21
  ['Ferry', 'lines-after-in-run', 11], // ln 9 / ln 21
  ['Ferry', 'run-share-of-page', 10], // 9 of 13
  ['Read on', 'same-words-in-run', 15], ['Ferry', 'same-words-in-run', 0],
])('%s: %s is %i', (line, heuristic, step) => expect(PAGE.step(line, heuristic)).toBe(step));
