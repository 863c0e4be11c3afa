import { statSync } from 'node:fs';

/** Whether a folder stands there. What cannot be looked up is none: who reads it as a file says why. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
