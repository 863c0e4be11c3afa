import { heldOutSummary, newLabelSummary, warningsOfFall, warningsOfNewLabels } from '../../src/cli/held-out';
import type { ScoredBlock } from '../../src/training/figures';
import type { TrainedFrom } from '../../src/training/train-from';
import { trainSynthetic } from '../training/synthetic-pages';

const model = trainSynthetic();
/** Ten blocks of either label, of which so many of the second are taken for the first. */
const rows = (wrong: number): ScoredBlock[] => Array.from({ length: 20 }, (_, i) => ({ gold: Number(i >= 10), got: Number(i >= 10 + wrong), confidence: 0.9 }));
const trained = (before: number, after: number): TrainedFrom => (
  { model, before: { markup: rows(before), text: rows(0) }, heldOut: { markup: rows(after), text: [] }, heldOutBy: 'site' }
);

test('a fall on pages held out is told in one line, with macro-F1 before and after', () => {
  // Two of ten wrong: F1 20/22 and 16/18; four of ten wrong: 20/24 and 12/16.
  expect(warningsOfFall(trained(2, 4))).toEqual(['warning: on pages held out (HTML), macro-F1 fell from 89.9 to 79.2: label more pages before you use this model']);
});

test.each([['as good', 2, 2], ['better', 4, 2]])('%s as before, and nothing is warned of', (_, before, after) => {
  expect(warningsOfFall(trained(before, after))).toEqual([]);
});

test('a reading of which nothing was held out is neither shown nor warned of', () => {
  const summary = heldOutSummary(trained(2, 4), 2);
  expect(summary).toMatch(/^held out by site .*\nHTML +20 +90\.0 +80\.0 +89\.9 +79\.2\n$/);
  const alone = { ...trained(2, 4), heldOut: undefined };
  expect(warningsOfFall(alone)).toEqual([]);
  expect(heldOutSummary(alone, 1)).toBe('one page alone: nothing could be held out\n');
});

test('pages of one site say nothing of other sites: that is said, and nothing is warned of', () => {
  expect(warningsOfFall({ ...trained(2, 4), heldOutBy: 'page' })).toEqual([]);
  expect(heldOutSummary({ ...trained(2, 2), heldOutBy: 'page' }, 1)).toMatch(/^held out by page [^]*\nall pages are of one site: no site could be held out, so that this says nothing of other sites\n$/);
});

test('of a new label it is said how much of it was found, and warned of where that is not half', () => {
  const [, label] = model.labels;
  expect(newLabelSummary(trained(10, 4), [label])).toBe(`\`${label}\`, which is new, on pages held out: HTML 6 of 10 found\n`);
  expect(warningsOfNewLabels(trained(10, 5), [label])).toEqual([]);
  expect(warningsOfNewLabels(trained(10, 6), [label])).toEqual([`warning: \`${label}\` is hardly learned yet: label more pages that hold it`]);
  expect([newLabelSummary(trained(2, 4), []), newLabelSummary({ ...trained(2, 4), heldOut: undefined }, [label])]).toEqual(['', '']);
});
