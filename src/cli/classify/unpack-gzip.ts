import { once } from 'node:events';
import { createGunzip } from 'node:zlib';

/** Packed bytes given to zlib at a time: at its highest ratio, 1 to 1032, they unpack to 17 MB. */
const PACKED_BYTES = 16_384;

/**
 * Unpacks gzip data of any number of members. Data cut short gives all that can be unpacked before the error is thrown, which zlib's own
 * stream would throw away with its buffer.
 */
export async function* unpackGzip(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const unpacked: Uint8Array[] = [];
  gunzip.on('data', (chunk: Uint8Array) => unpacked.push(chunk));
  let failure: Error | undefined;
  const failed = once(gunzip, 'close').catch((error: Error) => {
    failure = error;
  });
  try {
    for await (const chunk of packed) {
      for (let from = 0; from < chunk.length && !failure; from += PACKED_BYTES) {
        await Promise.race([failed, new Promise<void>((done) => gunzip.write(chunk.subarray(from, from + PACKED_BYTES), () => done()))]);
        yield* unpacked.splice(0);
      }
      if (failure) throw failure;
    }
    gunzip.end();
    await failed;
    yield* unpacked.splice(0);
    if (failure) throw failure;
  } finally {
    gunzip.destroy();
  }
}
