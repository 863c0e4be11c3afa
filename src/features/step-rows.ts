import { toStep, type Heuristic } from './heuristic';

/** Facts are made for so many blocks at a time: those of a whole long page would take several times the memory of its tree. */
export const BLOCKS_AT_ONCE = 4096;

/** Some columns of the table of steps: writes the rows of the blocks from `from` to before `to`, each `width` long, from column `column` on. The rows hold zeros before. */
export interface StepColumns {
  count: number;
  write(rows: Uint8Array, width: number, column: number, from: number, to: number): void;
}

/** Columns of heuristics. Heuristic by heuristic, not block by block: that runs in half the time. */
export function heuristicColumns<Facts>(heuristics: readonly Heuristic<Facts>[], factsOf: (block: number) => Facts): StepColumns {
  return {
    count: heuristics.length,
    write(rows, width, column, from, to) {
      const facts = Array.from({ length: to - from }, (_, i) => factsOf(from + i));
      heuristics.forEach((heuristic, h) => {
        for (let i = 0, at = column + h; i < facts.length; i++, at += width) rows[at] = toStep(heuristic.value(facts[i]));
      });
    },
  };
}

/** The same, where all heuristics are 0 for the blocks without facts. */
export function sparseColumns<Facts>(heuristics: readonly Heuristic<Facts>[], factsOf: (block: number) => Facts | undefined): StepColumns {
  return {
    count: heuristics.length,
    write(rows, width, column, from, to) {
      const facts: Facts[] = [];
      const starts: number[] = [];
      for (let i = from, at = column; i < to; i++, at += width) {
        const known = factsOf(i);
        if (known === undefined) continue;
        facts.push(known);
        starts.push(at);
      }
      heuristics.forEach((heuristic, h) => {
        for (let i = 0; i < facts.length; i++) rows[starts[i] + h] = toStep(heuristic.value(facts[i]));
      });
    },
  };
}

/** Columns of heuristics about the page as a whole: worked out once, the same for every block. */
export function pageColumns<Facts>(heuristics: readonly Heuristic<Facts>[], facts: Facts): StepColumns {
  const steps = Uint8Array.from(heuristics, ({ value }) => toStep(value(facts)));
  return {
    count: steps.length,
    write(rows, width, column, from, to) {
      for (let i = from, at = column; i < to; i++, at += width) rows.set(steps, at);
    },
  };
}

/** The same columns worked out at once, for facts that are at hand but once. */
export function writtenColumns(columns: StepColumns, blocks: number): StepColumns {
  const { count } = columns;
  const table = new Uint8Array(blocks * count);
  for (let from = 0; from < blocks; from += BLOCKS_AT_ONCE) {
    const to = Math.min(blocks, from + BLOCKS_AT_ONCE);
    columns.write(table.subarray(from * count, to * count), count, 0, from, to);
  }
  return {
    count,
    write(rows, width, column, from, to) {
      for (let i = from, at = column; i < to; i++, at += width) for (let c = 0; c < count; c++) rows[at + c] = table[i * count + c];
    },
  };
}

/** Rows of all columns for the blocks from `from` to before `to`. Those of the last `BLOCKS_AT_ONCE` blocks are kept: whole pages are most often shorter. */
export function stepRows(columns: readonly StepColumns[], blocks: number): (from: number, to: number) => Uint8Array {
  const width = columns.reduce((sum, { count }) => sum + count, 0);
  let keptPart = -1;
  let kept = new Uint8Array(0);
  const rowsOf = (part: number) => {
    if (part === keptPart) return kept;
    const from = part * BLOCKS_AT_ONCE;
    const to = Math.min(blocks, from + BLOCKS_AT_ONCE);
    kept = new Uint8Array((to - from) * width);
    keptPart = part;
    let column = 0;
    for (const each of columns) {
      each.write(kept, width, column, from, to);
      column += each.count;
    }
    return kept;
  };
  const rows = (from: number, to: number): Uint8Array => {
    const part = Math.floor(from / BLOCKS_AT_ONCE);
    const start = part * BLOCKS_AT_ONCE;
    if (to <= start + BLOCKS_AT_ONCE) return rowsOf(part).subarray((from - start) * width, (to - start) * width);
    const all = new Uint8Array((to - from) * width);
    for (let at = from; at < to; ) {
      const end = Math.min(to, (Math.floor(at / BLOCKS_AT_ONCE) + 1) * BLOCKS_AT_ONCE);
      all.set(rows(at, end), (at - from) * width);
      at = end;
    }
    return all;
  };
  return rows;
}
