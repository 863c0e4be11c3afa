import { beginsWith, GZIP } from './byte-marks';
import { Unpacker } from './unpacker';

/** Packed bytes given to zlib at a time: at its highest ratio, 1 to 1032, they unpack to 17 MB. */
const PACKED_BYTES = 16_384;
/** What a member begins with, the number of the method included. Other data hold it too, about once in 16 MB, which costs no more than a needless cut. */
const MEMBER = Uint8Array.of(...GZIP, 8);
/** As many as the check sum that ends the data of a member, so that bytes which show a fault are never written together with good data. */
const CAREFUL_BYTES = 4;
/** Bound on what is kept of a member so that it can be unpacked again. */
const MAX_KEPT_BYTES = 1_048_576;
/** Broken members of one file, with what only looks like the beginning of one behind them: each costs a stream of zlib's. */
const MAX_BROKEN_MEMBERS = 1_000;
const NOTHING = new Uint8Array(0);

/**
 * Unpacks gzip data of any number of members. Data cut short or broken give what can be unpacked before the error is thrown, which zlib's
 * own stream would throw away with its buffer of 16 kB: the member that breaks is unpacked again, in small bites where it broke.
 *
 * @param onBroken is told what is wrong with a member, and says what stands in place of what is lost of it: reading goes on at the next
 * member, the one after that where a member is cut short. Where it says nothing, the error is thrown.
 */
export async function* unpackGzip(packed: AsyncIterable<Uint8Array>, onBroken: (error: Error) => Uint8Array | undefined = () => undefined): AsyncGenerator<Uint8Array> {
  let unpacker = new Unpacker();
  let open = new OpenMember();                      // from the last piece on that begins a member
  let brokenMembers = 0;
  let lost = false;                                 // behind a broken member, no other was found yet
  let padded = false;                               // in zeros behind a member
  let passedOver: Uint8Array = NOTHING;             // the last bytes of a chunk of what is lost: a member may begin with them
  try {
    for await (const chunk of packed) {
      let rest = passedOver.length ? Buffer.concat([passedOver, chunk]) : chunk;
      passedOver = NOTHING;
      for (let taken = 0; rest.length; rest = rest.subarray(taken)) {
        if (padded) {
          taken = zerosAtStart(rest);
          if (taken) continue;
          padded = false;
        }
        if (lost && !beginsWith(rest, MEMBER)) {
          const next = asBuffer(rest).indexOf(MEMBER);
          taken = next < 0 ? rest.length : next;
          if (next < 0) passedOver = rest.subarray(1 - MEMBER.length);
          continue;
        }
        const piece = firstPiece(rest);
        taken = piece.length;
        if (beginsWith(piece, MEMBER)) open = new OpenMember();
        const unpacked = await unpacker.write(piece);
        open.add(piece, unpacked);
        yield* unpacked;
        const { failure, spare } = unpacker;
        if (!failure) {
          lost = false;
          if (!spare) continue;
          taken -= spare;
          padded = true;
          open = new OpenMember();
        } else {
          const { unpacked: last, at } = await open.unpackRest();
          yield last;
          // What gives nothing behind a broken member is no member.
          const instead = lost && open.given + last.length === 0 ? NOTHING : onBroken(failure);
          if (!instead || ++brokenMembers > MAX_BROKEN_MEMBERS) throw failure;
          yield instead;
          lost = true;
          taken = Math.max(1, at);
        }
        unpacker.close();
        unpacker = new Unpacker();
      }
    }
    if (!lost && !padded) yield* await unpacker.end();
    if (unpacker.failure) throw unpacker.failure;
  } finally {
    unpacker.close();
  }
}

/**
 * The first piece of what is left of a chunk. One that does not begin a member ends where the next begins, so that little has to be unpacked
 * again. To cut at each member would take ten times as long where they are small.
 */
function firstPiece(rest: Uint8Array): Uint8Array {
  const bytes = asBuffer(rest.subarray(0, PACKED_BYTES));
  const member = bytes.indexOf(MEMBER);
  return member > 0 ? bytes.subarray(0, member) : bytes;
}

function zerosAtStart(bytes: Uint8Array): number {
  const end = bytes.findIndex((byte) => byte !== 0);
  return end < 0 ? bytes.length : end;
}

/** The same memory, with the searches of a `Buffer`. */
function asBuffer({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length);
}

/** A member that is being unpacked: what is kept of it, so that it can be unpacked again where it breaks. */
class OpenMember {
  /** Bytes that its pieces gave. */
  given = 0;
  #pieces: Uint8Array[] = [];
  #bytes = 0;

  add(piece: Uint8Array, unpacked: readonly Uint8Array[]): void {
    this.given += lengthOf(unpacked);
    this.#bytes += piece.length;
    // Too much: from here to the next member none is kept that begins one.
    if (this.#bytes > MAX_KEPT_BYTES) this.#pieces = [];
    this.#pieces.push(piece);
  }

  /** What it gives beyond the bytes that it gave already, the last piece being broken; where in that one it breaks, 0 where nobody knows. */
  async unpackRest(): Promise<{ unpacked: Uint8Array; at: number }> {
    if (!this.#pieces.length || !beginsWith(this.#pieces[0], MEMBER)) return { unpacked: NOTHING, at: 0 };
    const unpacker = new Unpacker();
    const unpacked: Uint8Array[] = [];
    const broken = this.#pieces[this.#pieces.length - 1];
    let at = 0;
    try {
      for (const piece of this.#pieces.slice(0, -1)) unpacked.push(...await unpacker.write(piece));
      for (; at < broken.length; at += CAREFUL_BYTES) {
        unpacked.push(...await unpacker.write(broken.subarray(at, at + CAREFUL_BYTES)));
        if (unpacker.failure || unpacker.spare) break;
      }
    } finally {
      unpacker.close();
    }
    return { unpacked: Buffer.concat(unpacked).subarray(this.given), at };
  }
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}
