import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Milliseconds from the start of Node to the first result, over those of a Node with nothing to do: on the clock and of the processor. */
export interface ColdStart {
  clock: number;
  cpu: number;
  /** Processor time of the empty Node itself, which says how fast the machine is just now. */
  emptyCpu: number;
}

const PAGE = '<h1>Ferry to run all winter</h1><p>The island ferry will sail every day this winter, the county said on Monday.</p>';
const REPORT = '{ const { user, system } = process.cpuUsage(); console.log((user + system) / 1000); }\n';

/** Medians of runs in turn, each in a new process. */
export function measureColdStart(mainEntry: string, runs = 9): ColdStart {
  const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
  try {
    const empty = join(folder, 'empty.mjs');
    const first = join(folder, 'first.mjs');
    writeFileSync(empty, REPORT);
    writeFileSync(first, `import { classifyBlocks } from ${JSON.stringify(pathToFileURL(resolve(mainEntry)).href)};\nclassifyBlocks(${JSON.stringify(PAGE)});\n${REPORT}`);
    const rounds = Array.from({ length: runs }, () => {
      const [a, b] = [startOnce(empty), startOnce(first)];
      return { clock: b.clock - a.clock, cpu: b.cpu - a.cpu, emptyCpu: a.cpu };
    });
    const of = (key: keyof ColdStart) => median(rounds.map((round) => round[key]));
    return { clock: of('clock'), cpu: of('cpu'), emptyCpu: of('emptyCpu') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function startOnce(file: string): { clock: number; cpu: number } {
  const start = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, [file], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
  if (status) throw new Error(stderr.split('\n').slice(0, 5).join('\n'));
  return { clock: performance.now() - start, cpu: Number(stdout) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
