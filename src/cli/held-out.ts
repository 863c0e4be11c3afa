import { READINGS } from '../features/extract-features';
import { figuresOf } from '../training/figures';
import type { TrainedFrom } from '../training/train-from';
import { percent } from './percent';
import { READING_NAMES } from './reading-names';
import { table } from './table';

type HeldOut = Pick<TrainedFrom, 'model' | 'before' | 'heldOut' | 'heldOutBy'>;

/** How right the blocks of each reading are before and after, on pages that were held out; what could not be held out is said. */
export function heldOutSummary(trained: HeldOut, sites: number): string {
  const rows = comparisons(trained);
  if (!rows.length) return 'one page alone: nothing could be held out\n';
  const figures = table([`held out by ${trained.heldOutBy}`, 'blocks', 'right of 100 before', 'after', 'macro-F1 before', 'after'], rows.map(({ name, before, after }) => [
    name, String(after.blocks), percent(before.accuracy), percent(after.accuracy), percent(before.macroF1), percent(after.macroF1),
  ]));
  return sites > 1 ? figures : `${figures}all pages are of one site: no site could be held out, so that this says nothing of other sites\n`;
}

/**
 * A line for each reading whose macro-F1 on sites held out is lower after the training than before, as far as the table shows it. Pages
 * of one site say too little: a few blocks move the figure, and no other site is among them.
 */
export function warningsOfFall(trained: HeldOut): string[] {
  if (trained.heldOutBy === 'page') return [];
  return comparisons(trained).flatMap(({ name, before, after }) => {
    const [old, now] = [percent(before.macroF1), percent(after.macroF1)];
    return Number(now) < Number(old) ? [`warning: on pages held out (${name}), macro-F1 fell from ${old} to ${now}: label more pages before you use this model`] : [];
  });
}

/** A line for each new label: how many of its blocks were found on pages that were held out. */
export function newLabelSummary(trained: HeldOut, added: readonly string[]): string {
  return added.map((label) => ({ label, counts: foundByReading(trained, label) })).filter(({ counts }) => counts.length).map(({ label, counts }) => (
    `\`${label}\`, which is new, on pages held out: ${counts.map(({ name, found, count }) => `${name} ${found} of ${count} found`).join(', ')}\n`
  )).join('');
}

/** A line for each new label of which not half of the blocks were found in a reading. */
export function warningsOfNewLabels(trained: HeldOut, added: readonly string[]): string[] {
  return added.filter((label) => foundByReading(trained, label).some(({ found, count }) => 2 * found < count)).map((label) => (
    `warning: \`${label}\` is hardly learned yet: label more pages that hold it`
  ));
}

function foundByReading(trained: HeldOut, label: string) {
  return comparisons(trained).map(({ name, after }) => {
    const { recall, count } = after.byLabel[label];
    return { name, found: Math.round(recall * count), count };
  });
}

function comparisons({ model, before, heldOut }: HeldOut) {
  return READINGS.filter((reading) => heldOut?.[reading].length).map((reading) => (
    { name: READING_NAMES[reading], before: figuresOf(before[reading], model.labels), after: figuresOf(heldOut![reading], model.labels) }
  ));
}
