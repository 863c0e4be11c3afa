import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'tsup';
import config from '../../../tsup.config';

const MAX_MS = 60_000;
const env = { ...process.env, NODE_OPTIONS: '' };

// Built as the package has it, into the repo, so that the packages that it imports are found.
const folder = mkdtempSync(resolve('node_modules', '.classify-'));
/** The command line; there after `buildClassify`. */
export const CLI = join(folder, 'cli.js');

/** Builds the command line for the tests of a file and takes it away after them. */
export function buildClassify(): void {
  beforeAll(async () => {
    const commandLine = (config as { entry: Record<string, string> }[]).find(({ entry }) => 'cli' in entry)!;
    await build({ ...commandLine, config: false, outDir: folder, silent: true });
  });
  afterAll(() => rmSync(folder, { recursive: true }));
}

/** Runs `classify` to its end. One that the time limit ended says so, since what it wrote till then would look like a wrong result. */
export function runClassify(args: readonly string[], input: string | Uint8Array = ''): { status: number | null; stdout: string; stderr: string } {
  const { error, signal, status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'classify', ...args], { encoding: 'utf8', input, timeout: MAX_MS, maxBuffer: 1e9, env });
  if (signal) throw new Error(`classify was ended by ${signal}: ${error?.message ?? ''}`);
  return { status, stdout, stderr };
}

/** Starts `classify` with its streams open. */
export function startClassify(args: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [CLI, 'classify', ...args], { env, timeout: MAX_MS });
}
