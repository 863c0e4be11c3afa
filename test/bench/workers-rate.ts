// Rate and memory of `classify --jsonl` with one worker and with two: `npm run build && npm run bench:workers`
//
// Small records, where the cost of handing them over weighs most. Runs of both kinds take turns, so that what else the machine does hits
// both; the median counts. Exits with 1 where two workers are too little faster, write other bytes, or memory grows.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const RECORDS = 10_000;
const RECORD_CHARS = 1_000;
const RUNS = 5;
const LEAST_GAIN = 1.5;
const STRETCH = 1_000;
/** Records in which a thread compiles its code and grows its heap; printed beside, the verdict is on the first and the last stretch. */
const WARM_UP_PER_WORKER = 2_000;
/** Pages of memory that a collection has not come to yet: what equal runs differ by. */
const NOISE = 1.1;

interface Run {
  rate: number;
  digest: string;
  /** Largest resident memory, in MB, while the records of the first stretch, of the warm-up and of the last stretch were written. */
  firstMb: number;
  warmMb: number;
  lastMb: number;
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1];

function record(i: number): string {
  const start = `<nav><ul><li><a href="/">News</a></li><li><a href="/sport">Sport</a></li></ul></nav><h1>Ferry ${i} of Low Tarn</h1>`;
  let html = start;
  for (let p = 0; html.length < RECORD_CHARS - 120; p++) html += `<p>The ferry will sail every day of winter ${i + p}, the county said on Monday, after cuts.</p>`;
  return `${JSON.stringify({ id: i, html })}\n`;
}

/** Resident memory of a process; 0 where the system does not say. */
function residentMb(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

async function runOnce(file: string, workers: number): Promise<Run> {
  const started = performance.now();
  const child = spawn(process.execPath, [resolve('dist', 'cli.js'), 'classify', '--jsonl', '--workers', String(workers), file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const hash = createHash('sha256');
  let lines = 0;
  const mb = { firstMb: 0, warmMb: 0, lastMb: 0 };
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    hash.update(chunk);
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++;
    const now = residentMb(child.pid!);
    if (lines <= STRETCH) mb.firstMb = Math.max(mb.firstMb, now);
    if (lines <= WARM_UP_PER_WORKER * workers) mb.warmMb = Math.max(mb.warmMb, now);
    if (lines > RECORDS - STRETCH) mb.lastMb = Math.max(mb.lastMb, now);
  }
  const [code] = await ended;
  if (code !== 0 || lines !== RECORDS) throw new Error(`${lines} lines of ${RECORDS}, exit code ${code}`);
  return { rate: (1000 * RECORDS) / (performance.now() - started), digest: hash.digest('hex'), ...mb };
}

/** Prints the figures; gives whether they are as they must be. */
export async function workersRate(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'boilerplate-workers-'));
  try {
    const file = join(folder, 'records.jsonl');
    writeFileSync(file, Array.from({ length: RECORDS }, (_, i) => record(i)).join(''));
    // Without two idle cores two workers cannot be faster, whatever they do.
    process.stdout.write(`load before the runs: ${loadavg()[0].toFixed(1)} on ${availableParallelism()} cores\n`);
    const runs: Record<1 | 2, Run[]> = { 1: [], 2: [] };
    for (let i = 0; i < RUNS; i++) for (const workers of [1, 2] as const) runs[workers].push(await runOnce(file, workers));
    const [one, two] = ([1, 2] as const).map((workers) => median(runs[workers].map(({ rate }) => rate)));
    const same = new Set([...runs[1], ...runs[2]].map(({ digest }) => digest)).size === 1;
    let flat = true;
    for (const workers of [1, 2] as const) {
      const [first, warm, last] = (['firstMb', 'warmMb', 'lastMb'] as const).map((when) => median(runs[workers].map((run) => run[when])));
      flat &&= last <= first * NOISE;
      process.stdout.write(`${workers} worker${workers > 1 ? 's' : ' '}: ${Math.round(workers === 1 ? one : two)} records a second; ${first.toFixed(0)} MB at the first ${STRETCH}, ${warm.toFixed(0)} MB at the first ${WARM_UP_PER_WORKER * workers}, ${last.toFixed(0)} MB at the last ${STRETCH}\n`);
    }
    process.stdout.write(`two workers are ${(two / one).toFixed(2)} times as fast as one (median of ${RUNS} runs in turns, ${RECORDS} records of 1 kB); output ${same ? 'the same' : 'NOT the same'}, memory ${flat ? 'flat' : 'NOT flat'}\n`);
    return same && flat && two / one >= LEAST_GAIN;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (!(await workersRate())) process.exitCode = 1;
