import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { InputTypeError } from '../errors';

/**
 * Writes a file whole or not at all.
 *
 * @throws TypeError with code `BAD_OPTION` where it cannot be written.
 */
export function writeWhole(file: string, text: string): void {
  const part = `${file}.part`;
  try {
    makeFolder(dirname(file));
    try {
      writeFileSync(part, text);
      renameSync(part, file);
    } catch (error) {
      rmSync(part, { force: true });
      throw error;
    }
  } catch (error) {
    throw new InputTypeError('BAD_OPTION', `Cannot write ${file} (${(error as NodeJS.ErrnoException).code}): name a place that can be written`);
  }
}

/** One folder after the other: Node's own recursion never ends where a file system refuses a folder as if its parent were missing, as /proc does. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}
