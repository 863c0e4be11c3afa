import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes to a stream no faster than it takes what is written; stops for good where its reader is gone, as behind `head`, or where it fails. */
export class OutputWriter {
  /** Aborts when the output takes no more. */
  readonly closed = new AbortController();
  /** Why it failed, as on a full disk; undefined where its reader is gone. */
  failure: Error | undefined;

  constructor(private readonly stream: Writable) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') this.failure = Object.assign(new Error(`Cannot write the output: ${error.message}`), { code: error.code });
      this.closed.abort();
    });
  }

  async write(text: string): Promise<void> {
    if (!text || this.closed.signal.aborted || this.stream.write(text)) return;
    await once(this.stream, 'drain', { signal: this.closed.signal }).catch(() => {});
  }
}
