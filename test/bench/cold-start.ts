import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Milliseconds from the start of Node to the first result, over those of a Node with nothing to do: on the clock and of the processor. */
export interface ColdStart {
  clock: number;
  cpu: number;
}

const PAGE = '<h1>Ferry to run all winter</h1><p>The island ferry will sail every day this winter, the county said on Monday.</p>';
const REPORT = '{ const { user, system } = process.cpuUsage(); console.log((user + system) / 1000); }\n';

/** Medians of runs in turn, each in a new process. */
export function measureColdStart(runs = 9): ColdStart {
  const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
  try {
    const empty = join(folder, 'empty.mjs');
    const first = join(folder, 'first.mjs');
    writeFileSync(empty, REPORT);
    writeFileSync(first, `import { classifyBlocks } from ${JSON.stringify(pathToFileURL(resolve('dist/index.js')).href)};\nclassifyBlocks(${JSON.stringify(PAGE)});\n${REPORT}`);
    const rounds = Array.from({ length: runs }, () => {
      const [a, b] = [startOnce(empty), startOnce(first)];
      return { clock: b.clock - a.clock, cpu: b.cpu - a.cpu };
    });
    return { clock: median(rounds.map(({ clock }) => clock)), cpu: median(rounds.map(({ cpu }) => cpu)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function startOnce(file: string): ColdStart {
  const start = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, [file], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
  if (status) throw new Error(stderr.split('\n').slice(0, 5).join('\n'));
  return { clock: performance.now() - start, cpu: Number(stdout) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

// As a program: the figures as JSON, for the test of the budget.
if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${JSON.stringify(measureColdStart())}\n`);
