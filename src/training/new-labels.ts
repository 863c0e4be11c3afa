import { UNDECIDED, type LabelsFile } from './corpus-page';

/** A new label stands on at least so many blocks: one that stands on fewer is a slip, and cannot be learned. */
const MIN_BLOCKS_OF_NEW_LABEL = 3;
/** A label so few letters from one that is known is a slip, however often it stands. */
const SLIP_LETTERS = 2;
const SLIP_MIN_LENGTH = 5;

/** What can be said of labels that are not known: on how many blocks each stands, and which known label it may have been meant for. */
export interface NewLabel {
  label: string;
  blocks: number;
  meant?: string;
  /** It cannot be learned: it stands on too few blocks, or is a slip for a known one. */
  isSlip: boolean;
}

/** The labels of the files that are not known, by the alphabet. `undecided` is none. */
export function newLabels(files: readonly Pick<LabelsFile, 'lines'>[], known: readonly string[]): NewLabel[] {
  const blocks = new Map<string, number>();
  for (const { lines } of files) for (const [label] of lines) if (label !== UNDECIDED && !known.includes(label)) blocks.set(label, (blocks.get(label) ?? 0) + 1);
  return [...blocks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([label, count]) => {
    const meant = known.find((other) => Math.min(other.length, label.length) >= SLIP_MIN_LENGTH && lettersApart(other, label) <= SLIP_LETTERS);
    return { label, blocks: count, meant, isSlip: meant !== undefined || count < MIN_BLOCKS_OF_NEW_LABEL };
  });
}

/** Letters to insert, delete or replace to make one word of the other (Levenshtein). */
function lettersApart(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + Number(a[i - 1] !== b[j - 1]));
    row = next;
  }
  return row[b.length];
}
