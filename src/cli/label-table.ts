import type { Figures } from '../training/figures';
import { percent } from './percent';
import { table } from './table';

/** Precision, recall and F1 of each label, and what its blocks were taken for. `corner` heads the column of labels. */
export function labelTable(corner: string, { byLabel, confusion }: Figures, labels: readonly string[]): string {
  return table([corner, 'precision', 'recall', 'F1', ...labels.map((label) => `as ${label}`)], labels.map((label, l) => [
    label, percent(byLabel[label].precision), percent(byLabel[label].recall), percent(byLabel[label].f1), ...confusion[l].map(String),
  ]));
}
