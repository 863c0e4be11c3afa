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
  const kept = localStorage.getItem(boot.store);
  const waiting: Save[] = [];
  let busy = false;

  const keep = () => (waiting.length ? localStorage.setItem(boot.store, JSON.stringify(waiting)) : localStorage.removeItem(boot.store));

  async function send(): Promise<void> {
    if (busy || !waiting.length) return;
    busy = true;
    onState('saving', '');
    try {
      const answer = await fetch(`/save?token=${boot.token}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(waiting[0]) });
      const message = answer.ok ? '' : await answer.text();
      busy = false;
      // The server was started anew: its own page, which knows the new token, sends what waits.
      if (answer.status === 403) return onState('lost', 'The server was started anew. Open the address that it printed; what is not saved yet comes along.');
      // A folder that cannot be written may be writable again; a change that was made on other data never fits.
      if (answer.status >= 500) return retry(message);
      waiting.shift();
      keep();
      if (!answer.ok) onState('refused', message);
      else if (!waiting.length) onState('saved', '');
      await send();
    } catch {
      busy = false;
      retry('The server does not answer. Start `label` again; what is not saved yet is kept here.');
    }
  }

  function retry(message: string): void {
    onState('lost', message);
    setTimeout(() => void send(), RETRY_MS);
  }

  return {
    save(save: Save): void {
      waiting.push(save);
      keep();
      void send();
    },
    /** Sends what an earlier page could not; resolves when it is sent. */
    async sendKept(): Promise<void> {
      try {
        waiting.push(...(JSON.parse(kept ?? '[]') as Save[]));
      } catch {
        localStorage.removeItem(boot.store);
      }
      await send();
    },
    idle: () => !waiting.length,
  };
}
