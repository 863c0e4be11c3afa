import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a scorer of a bench folder prints. By its real path: a scorer that compares its own address with the one it was called by says nothing
 * where it is called through a link.
 */
export function runScorer(bench: string, scorer: string, args: readonly string[]): string {
  const file = join(realpathSync(bench), scorer);
  const printed = execFileSync(process.execPath, [file, ...args], { encoding: 'utf8', maxBuffer: 1e8 });
  if (!printed.trim()) throw new Error(`Expected ${file} to print figures, it printed nothing; called with ${args.join(' ')}`);
  return printed;
}
