import { readFileSync } from 'node:fs';

/** The bytes of a file; where it cannot be read, tells what stands there instead. The error of a folder does not say its name. */
export function readOrTell(file: string, tell: (got: string) => void): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    tell(code === 'EISDIR' ? 'a folder' : `one that cannot be read (${code})`);
    return undefined;
  }
}
