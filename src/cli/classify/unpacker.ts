import { once } from 'node:events';
import { createGunzip } from 'node:zlib';

/** zlib's stream for gzip data, a piece at a time. */
export class Unpacker {
  /** Why it ended, where the data were broken. */
  failure?: Error;
  /** Bytes of the last piece that it did not take: zlib ends at a zero behind a member. */
  spare = 0;
  readonly #gunzip = createGunzip();
  readonly #unpacked: Uint8Array[] = [];
  readonly #closed = once(this.#gunzip, 'close').catch((error: Error) => {
    this.failure = error;
  });

  constructor() {
    this.#gunzip.on('data', (chunk: Uint8Array) => this.#unpacked.push(chunk));
  }

  /** What a piece unpacks to; of a broken one, what zlib gave before it threw the rest away. */
  async write(piece: Uint8Array): Promise<Uint8Array[]> {
    const taken = this.#gunzip.bytesWritten;
    const written = new Promise<void>((done) => this.#gunzip.write(piece, (error) => {
      if (!error) done();
    }));
    await Promise.race([this.#closed, written]);
    this.spare = this.failure ? 0 : piece.length - (this.#gunzip.bytesWritten - taken);
    return this.#unpacked.splice(0);
  }

  /** What is left at the end of the data. */
  async end(): Promise<Uint8Array[]> {
    this.#gunzip.end();
    await this.#closed;
    return this.#unpacked.splice(0);
  }

  close(): void {
    this.#gunzip.destroy();
  }
}
