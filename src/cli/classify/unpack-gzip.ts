import { Unpacker } from './unpacker';

/** Packed bytes given to zlib at a time: at its highest ratio, 1 to 1032, they unpack to 17 MB. */
const PACKED_BYTES = 16_384;
/** What a member begins with. Other data hold it too, about once in 16 MB, which costs no more than a needless cut. */
const MEMBER = Uint8Array.of(0x1f, 0x8b, 8);
/** As many as the check sum that ends the data of a member, so that bytes which show a fault are never written together with good data. */
const CAREFUL_BYTES = 4;
/** Bound on what is kept of a member so that it can be unpacked again. */
const MAX_KEPT_BYTES = 1_048_576;

/**
 * Unpacks gzip data of any number of members. Data cut short or broken give what can be unpacked before the error is thrown, which zlib's
 * own stream would throw away with its buffer of 16 kB: the member that breaks is unpacked again, in small bites where it broke.
 */
export async function* unpackGzip(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const unpacker = new Unpacker();
  let kept: Uint8Array[] = [];                      // from the last piece on that begins a member
  let keptBytes = 0;
  let given = 0;                                    // bytes that these gave
  try {
    for await (const chunk of packed) {
      for (const piece of cutPieces(chunk)) {
        if (beginsMember(piece)) [kept, keptBytes, given] = [[], 0, 0];
        keptBytes += piece.length;
        // Too much: from here to the next member none is kept that begins one.
        if (keptBytes > MAX_KEPT_BYTES) kept = [];
        kept.push(piece);
        const unpacked = await unpacker.write(piece);
        given += lengthOf(unpacked);
        yield* unpacked;
        if (!unpacker.failure) continue;
        if (beginsMember(kept[0])) yield await unpackRest(kept, given);
        throw unpacker.failure;
      }
    }
    yield* await unpacker.end();
    if (unpacker.failure) throw unpacker.failure;
  } finally {
    unpacker.close();
  }
}

/**
 * Pieces of a chunk. One that does not begin a member ends where the next begins, so that little has to be unpacked again. To cut at each
 * member would take ten times as long where they are small.
 */
function* cutPieces(chunk: Uint8Array): Generator<Uint8Array> {
  const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
  for (let from = 0, to; from < bytes.length; from = to) {
    to = Math.min(from + PACKED_BYTES, bytes.length);
    const member = bytes.subarray(from, to).indexOf(MEMBER);
    if (member > 0) to = from + member;
    yield bytes.subarray(from, to);
  }
}

function beginsMember(piece: Uint8Array): boolean {
  return MEMBER.every((byte, i) => piece[i] === byte);
}

/** What pieces from the beginning of a member on, the last of them broken, unpack to beyond the bytes that they gave already. */
async function unpackRest(pieces: readonly Uint8Array[], given: number): Promise<Uint8Array> {
  const unpacker = new Unpacker();
  const unpacked: Uint8Array[] = [];
  const broken = pieces[pieces.length - 1];
  try {
    for (const piece of pieces.slice(0, -1)) unpacked.push(...await unpacker.write(piece));
    for (let from = 0; from < broken.length && !unpacker.failure; from += CAREFUL_BYTES) unpacked.push(...await unpacker.write(broken.subarray(from, from + CAREFUL_BYTES)));
  } finally {
    unpacker.close();
  }
  return Buffer.concat(unpacked).subarray(given);
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}
