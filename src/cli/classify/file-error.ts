import { EmptyFolderError } from './list-files';
import type { RecordError } from './task';

/** Messages of zlib about check sums, which stand behind the data that they tell of. */
const FOUND_AT_THE_END = /incorrect (?:data|length) check/;

/** What stopped the reading of a file, as an error record says it: only what the file itself is to blame for, anything else is thrown on. */
export function fileError(error: unknown): RecordError {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code.startsWith('Z_')) return { code: 'BROKEN_FILE', message: `the gzip data is broken or cut short: ${message}${FOUND_AT_THE_END.test(message) ? ' of what was read, so the record before may be wrong' : ''}` };
  if (error instanceof EmptyFolderError) return { code: 'UNREADABLE', message };
  if ((error as NodeJS.ErrnoException).syscall) return { code: 'UNREADABLE', message: `it cannot be read: ${message}` };
  throw error;
}
