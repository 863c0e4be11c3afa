import { createReadStream } from 'node:fs';
import { addAbortSignal } from 'node:stream';
import { STANDARD_INPUT } from '../standard-input';
import { RECORD_END } from './record-end';
import { unpackGzip } from './unpack-gzip';

const CHUNK_BYTES = 65_536;
const GZIP = Uint8Array.of(0x1f, 0x8b);
const WARC = new TextEncoder().encode('WARC/');
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
  const raw = await beginsWith(GZIP, countBytes(addAbortSignal(signal, stream), counter));
  const brokenMembers: Error[] = [];
  let isWarc = ARCHIVE_NAME.test(file);
  const onBroken = (error: Error) => {
    if (!isWarc) return undefined;
    brokenMembers.push(error);
    return RECORD_END;
  };
  const content = await beginsWith(WARC, raw.matches ? unpackGzip(raw.chunks, onBroken) : raw.chunks);
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
async function beginsWith(magic: Uint8Array, chunks: AsyncGenerator<Uint8Array>): Promise<{ matches: boolean; chunks: AsyncGenerator<Uint8Array> }> {
  let seen: Uint8Array = new Uint8Array(0);
  while (seen.length < magic.length && same(seen, magic, seen.length)) {
    const { value, done } = await chunks.next();
    if (done) break;
    seen = seen.length ? Buffer.concat([seen, value]) : value;
  }
  return { matches: seen.length >= magic.length && same(seen, magic, magic.length), chunks: putBack(seen, chunks) };
}

function same(a: Uint8Array, b: Uint8Array, length: number): boolean {
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return false;
  return true;
}

async function* putBack(first: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length) yield first;
  yield* rest;
}
