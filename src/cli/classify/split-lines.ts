import { fileError } from './file-error';
import { tooLarge, type Task } from './task';

const LINE_FEED = 10;

/**
 * The lines of a file, those of a chunk together, so that small records share the cost of a task and a peer who waits for an answer before
 * its next line gets it. A line past the bound is given up as soon as it passes, and the rest of it is not kept.
 */
export async function* splitLines(file: string, chunks: AsyncIterable<Uint8Array>, maxRecordBytes: number): AsyncGenerator<Task> {
  let line = 1;                                     // number of the open line
  let open: Uint8Array[] = [];
  let openBytes = 0;

  const refused = (): Task => ({ kind: 'bad', place: { file, line }, error: tooLarge(maxRecordBytes) });

  try {
    for await (const chunk of chunks) {
      let ready: Uint8Array[] = [];
      let firstLine = line;
      let from = 0;
      for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
        if (openBytes + end - from > maxRecordBytes) {
          if (ready.length) yield { kind: 'lines', file, firstLine, bytes: joinBytes(ready) };
          yield refused();
          ready = [];
          firstLine = line + 1;
        } else ready.push(...open, chunk.subarray(from, end + 1));
        open = [];
        openBytes = 0;
        from = end + 1;
        line++;
      }
      if (ready.length) yield { kind: 'lines', file, firstLine, bytes: joinBytes(ready) };
      openBytes += chunk.length - from;
      if (openBytes > maxRecordBytes) open = [];
      else if (from < chunk.length) open.push(chunk.subarray(from));
    }
  } catch (error) {
    yield { kind: 'bad', place: { file, line }, error: fileError(error) };
    return;
  }
  if (openBytes > maxRecordBytes) yield refused();
  else if (openBytes) yield { kind: 'lines', file, firstLine: line, bytes: joinBytes(open) };
}

/** One array of its own: parts of a stream's chunks share memory, which would go to another thread whole. */
function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
