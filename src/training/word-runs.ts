import { alignmentWords } from './align-words';

/** A run of so many words that bear one label. Runs hold no text, and still fit when the blocks of a page are cut in another way. */
export interface WordRun {
  label: string;
  words: number;
}

/** The label that most words of each block bear; undefined for blocks without words. Nothing where the runs have another number of words than the blocks. */
export function labelsOfRuns(blocks: readonly { text: string }[], runs: readonly WordRun[]): (string | undefined)[] | undefined {
  const words = blocks.map(({ text }) => alignmentWords(text).length);
  if (sum(words) !== sum(runs.map((run) => run.words))) return undefined;
  let run = -1;
  let left = 0;
  return words.map((count) => {
    let best: string | undefined;
    for (let most = 0, taken = 0; count > 0; count -= taken, left -= taken) {
      if (!left) left = runs[++run].words;
      taken = Math.min(count, left);
      if (taken <= most) continue;
      best = runs[run].label;
      most = taken;
    }
    return best;
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
