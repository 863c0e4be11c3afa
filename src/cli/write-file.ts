import { existsSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { InputTypeError } from '../errors';

/**
 * Writes a file whole or not at all; through a link, the file that it leads to. A device or a pipe is written to as it is.
 *
 * @throws TypeError with code `BAD_OPTION` where it cannot be written.
 */
export function writeWhole(file: string, text: string): void {
  try {
    makeFolder(dirname(file));
    const exists = existsSync(file);
    if (exists && !statSync(file).isFile()) {
      writeFileSync(file, text);
      return;
    }
    const target = exists ? realpathSync(file) : file;
    const part = `${target}.part`;
    try {
      writeFileSync(part, text);
      renameSync(part, target);
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
