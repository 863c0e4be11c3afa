import { alignWords } from './align-words';
import { alignBlocks, type LabelLine } from './labelled-page';

/** Which lines of a labels file stand on which blocks of its page. */
export interface MatchedLines {
  /** Index of the line of each block, -1 for none. */
  lineOf: number[];
  /** Indexes of the lines that stand on no block. */
  unused: number[];
}

/** Pairs blocks and lines: those of the same text in order, then each other block with the line that shares most of its words. */
export function matchLines(blocks: readonly { text: string }[], lines: readonly LabelLine[]): MatchedLines {
  const lineOf = blocks.map(() => -1);
  const used = new Set<number>();
  for (const [block, line] of alignWords(blocks.map(({ text }) => text), lines.map(([, text]) => text))) {
    lineOf[block] = line;
    used.add(line);
  }
  if (lineOf.includes(-1) || used.size < lines.length) {
    alignBlocks(blocks, lines.map(([, text]) => text)).forEach((votes, block) => {
      for (const [line] of votes) used.add(line);
      if (lineOf[block] < 0 && votes.size) [lineOf[block]] = [...votes].reduce((most, vote) => (vote[1] > most[1] ? vote : most));
    });
  }
  return { lineOf, unused: lines.map((_, line) => line).filter((line) => !used.has(line)) };
}
