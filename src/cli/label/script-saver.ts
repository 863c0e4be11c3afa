/// <reference lib="dom" />
import type { BlockChange } from './labelling-session';
import type { Boot } from './page-parts';

interface Save {
  name: string;
  sha256: string;
  changes: BlockChange[];
}

export type SaveState = 'saved' | 'saving' | 'lost' | 'refused';

/**
 * Sends changes to the server one after the other and says how that goes. What is not acknowledged stays in the browser's own store: the
 * next label page of the same folder sends it, also where the server was killed in between.
 */
export function createSaver(boot: Boot, onState: (state: SaveState, message: string) => void) {
  const RETRY_MS = 1500;
  const waiting: Save[] = [];
  let sending: Promise<void> | undefined;

  /** The store may be full, shut off or hold anything: it is a second net. */
  function keep(): void {
    try {
      if (waiting.length) localStorage.setItem(boot.store, JSON.stringify(waiting));
      else localStorage.removeItem(boot.store);
    } catch {
      return;
    }
  }

  function takeKept(): Save[] {
    try {
      return JSON.parse(localStorage.getItem(boot.store) ?? '[]') as Save[];
    } catch {
      return [];
    }
  }

  function send(): Promise<void> {
    sending ??= sendAll().finally(() => (sending = undefined));
    return sending;
  }

  async function sendAll(): Promise<void> {
    while (waiting.length) {
      onState('saving', '');
      let answer: Response;
      let message: string;
      try {
        answer = await fetch(`/save?token=${boot.token}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(waiting[0]) });
        message = await answer.text();
      } catch {
        return retry('The server does not answer. Start `label` again; what is not saved yet is kept here.');
      }
      // Its own page, which knows the new token, sends what waits.
      if (answer.status === 403) return onState('lost', 'The server was started anew. Open the address that it printed; what is not saved yet comes along.');
      // A folder that cannot be written may be writable again; a change that was made on other data never fits.
      if (answer.status >= 500) return retry(message);
      waiting.shift();
      keep();
      if (!answer.ok) onState('refused', message);
      else if (!waiting.length) onState('saved', '');
    }
  }

  function retry(message: string): void {
    onState('lost', message);
    setTimeout(() => void send(), RETRY_MS);
  }

  waiting.push(...takeKept());
  return {
    save(save: Save): void {
      waiting.push(save);
      keep();
      void send();
    },
    /** Sends what waits, also what an earlier page could not; resolves when that was tried. */
    settle: send,
  };
}
