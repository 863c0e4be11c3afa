import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes to a stream no faster than it takes what is written; stops for good where its reader is gone, as behind `head`. */
export class OutputWriter {
  /** Aborts when the reader of the output is gone. */
  readonly closed = new AbortController();

  constructor(private readonly stream: Writable) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      this.closed.abort();
    });
  }

  async write(text: string): Promise<void> {
    if (!text || this.closed.signal.aborted || this.stream.write(text)) return;
    await once(this.stream, 'drain', { signal: this.closed.signal }).catch(() => {});
  }
}
