import { createReadStream } from 'node:fs';
import { addAbortSignal } from 'node:stream';
import { STANDARD_INPUT } from '../standard-input';
import { beginsWith, GZIP, RECORD_END, WARC } from './byte-marks';
import { unpackGzip } from './unpack-gzip';

const CHUNK_BYTES = 65_536;
const ARCHIVE_NAME = /\.(?:warc|wet)(?:\.gz)?$/i;

/** Bytes of all files read so far, as they lie on the disk. */
export interface ReadCounter {
  bytes: number;
}

export interface Input {
  /** The content, unpacked where it is gzipped. */
  chunks: AsyncGenerator<Uint8Array>;
  /** By its first bytes, or by its name, since an archive whose beginning is broken is one still. */
  isWarc: boolean;
  /** What was wrong with members of a gzipped archive since this was last emptied. Each is a record of its own as a rule: the others are read. */
  brokenMembers: Error[];
}

/** A file or standard input. */
export async function openInput(file: string, counter: ReadCounter, signal: AbortSignal): Promise<Input> {
  const stream = file === STANDARD_INPUT ? process.stdin : createReadStream(file, { highWaterMark: CHUNK_BYTES });
  const raw = await peekAt(GZIP, countBytes(addAbortSignal(signal, stream), counter));
  const brokenMembers: Error[] = [];
  let isWarc = ARCHIVE_NAME.test(file);
  const onBroken = (error: Error) => {
    if (!isWarc) return undefined;
    brokenMembers.push(error);
    return RECORD_END;
  };
  const content = await peekAt(WARC, raw.matches ? unpackGzip(raw.chunks, onBroken) : raw.chunks);
  isWarc ||= content.matches;
  return { chunks: content.chunks, isWarc, brokenMembers };
}

async function* countBytes(chunks: AsyncIterable<Uint8Array>, counter: ReadCounter): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    counter.bytes += chunk.length;
    yield chunk;
  }
}

/** Whether the bytes begin so. Waits for no more bytes than it takes to tell, so that a peer who sends one line and waits gets its answer. */
async function peekAt(mark: Uint8Array, chunks: AsyncGenerator<Uint8Array>): Promise<{ matches: boolean; chunks: AsyncGenerator<Uint8Array> }> {
  let seen: Uint8Array = new Uint8Array(0);
  while (seen.length < mark.length && beginsWith(seen, mark, seen.length)) {
    const { value, done } = await chunks.next();
    if (done) break;
    seen = seen.length ? Buffer.concat([seen, value]) : value;
  }
  return { matches: beginsWith(seen, mark), chunks: putBack(seen, chunks) };
}

async function* putBack(first: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length) yield first;
  yield* rest;
}
