import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { resolve } from 'node:path';

const MAX_MS = 60_000;
export const CLASSIFY = ['--import', 'tsx', resolve('src', 'cli', 'main.ts'), 'classify'];
const env = { ...process.env, NODE_OPTIONS: '' };

/** Runs `classify` from its source to its end. */
export function runClassify(args: readonly string[], input?: string | Uint8Array): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [...CLASSIFY, ...args], { encoding: 'utf8', input: input ?? '', timeout: MAX_MS, maxBuffer: 1e9, env });
}

/** Starts `classify` with its streams open. */
export function startClassify(args: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [...CLASSIFY, ...args], { env, timeout: MAX_MS });
}

/** The values of lines of JSON. */
export function parseLines(text: string): Record<string, unknown>[] {
  return text.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>);
}
