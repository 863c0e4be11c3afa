import type { Task } from './task';

/** A line of a task: its bytes, without what ends it, and its number in the file. */
interface Line {
  line: number;
  bytes: Uint8Array;
}

const LINE_FEED = 10;

/** The lines of a task. */
export function* linesOf({ firstLine, bytes }: Task & { kind: 'lines' }): Generator<Line> {
  for (let from = 0, line = firstLine; from < bytes.length; line++) {
    const end = bytes.indexOf(LINE_FEED, from);
    yield { line, bytes: bytes.subarray(from, end < 0 ? bytes.length : end) };
    from = end < 0 ? bytes.length : end + 1;
  }
}
