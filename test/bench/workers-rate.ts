// Rate and memory of `classify --jsonl` with one worker and with two: `npm run build && npm run bench:workers`
//
// Small records, where the cost of handing them over weighs most. Runs of both kinds take turns, so that what else the machine does hits
// both; the median counts. Exits with 1 where two workers are too little faster, write other bytes, or memory grows.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const RECORDS = 10_000;
const RECORD_CHARS = 1_000;
const RUNS = 5;
const LEAST_GAIN = 1.5;
const STRETCH = 1_000;
const STRETCHES = RECORDS / STRETCH;
/** Unit in which the system counts processor time. */
const TICK_MS = 10;
const SAMPLE_MS = 50;
/** Pages of memory that a collection has not come to yet: what equal runs differ by. */
const NOISE = 1.1;

interface Run {
  rate: number;
  digest: string;
  /** Largest resident memory, in MB, while each thousand records were written. */
  mb: number[];
  /** Processor time in ms: of the main thread, of the busiest other threads, which are the workers, and of V8's own. */
  cpu: { main: number; workers: number; others: number };
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

/** Processor time of each thread of a process in ms, the main one first, then the busiest; empty where the system does not say. */
function threadTimes(pid: number): number[] {
  try {
    const times = new Map(readdirSync(`/proc/${pid}/task`).map((thread) => {
      const [, user, system] = /\) (?:\S+ ){11}(\d+) (\d+)/.exec(readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8')) ?? [];
      return [Number(thread), (Number(user) + Number(system)) * TICK_MS];
    }));
    const main = times.get(pid) ?? 0;
    times.delete(pid);
    return [main, ...[...times.values()].sort((a, b) => b - a)];
  } catch {
    return [];
  }
}

async function runOnce(file: string, workers: number): Promise<Run> {
  const started = performance.now();
  const child = spawn(process.execPath, [resolve('dist', 'cli.js'), 'classify', '--jsonl', '--workers', String(workers), file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  const hash = createHash('sha256');
  const mb = new Array<number>(STRETCHES).fill(0);
  let lines = 0;
  let times: number[] = [];
  let sampled = 0;
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    hash.update(chunk);
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++;
    const stretch = Math.min(STRETCHES - 1, Math.floor(Math.max(0, lines - 1) / STRETCH));
    mb[stretch] = Math.max(mb[stretch], residentMb(child.pid!));
    if (performance.now() - sampled < SAMPLE_MS && lines < RECORDS) continue;
    sampled = performance.now();
    const now = threadTimes(child.pid!);
    if (now.length) times = now;
  }
  const [code] = await ended;
  if (code !== 0 || lines !== RECORDS) throw new Error(`${lines} lines of ${RECORDS}, exit code ${code}`);
  const sum = (from: number, to?: number) => times.slice(from, to).reduce((a, b) => a + b, 0);
  const inPool = workers > 1 ? workers : 0;
  return { rate: (1000 * RECORDS) / (performance.now() - started), digest: hash.digest('hex'), mb, cpu: { main: sum(0, 1), workers: sum(1, 1 + inPool), others: sum(1 + inPool) } };
}

/** How many times as fast two workers would be if nothing else ran on two cores: no thread can do more than one, nor all together more than two. */
function gainOnFreeCores(one: Run['cpu'], two: Run['cpu']): number {
  return one.main / Math.max(two.main, two.workers / 2, (two.main + two.workers + two.others) / 2);
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
    const cpu = ([1, 2] as const).map((workers): Run['cpu'] => {
      const of = (part: keyof Run['cpu']) => median(runs[workers].map((run) => run.cpu[part]));
      return { main: of('main'), workers: of('workers'), others: of('others') };
    });
    for (const workers of [1, 2] as const) {
      const mb = Array.from({ length: STRETCHES }, (_, i) => Math.round(median(runs[workers].map((run) => run.mb[i]))));
      flat &&= mb.at(-1)! <= mb[0] * NOISE;
      const { main, workers: pool, others } = cpu[workers - 1];
      const perRecord = (ms: number) => (ms / RECORDS).toFixed(2);
      process.stdout.write(`${workers} worker${workers > 1 ? 's' : ' '}: ${Math.round(workers === 1 ? one : two)} records a second; processor time a record: main thread ${perRecord(main)} ms, pool ${perRecord(pool)} ms, V8's threads ${perRecord(others)} ms; MB by thousand records: ${mb.join(' ')}\n`);
    }
    if (cpu[0].main) process.stdout.write(`by processor time two workers are up to ${gainOnFreeCores(cpu[0], cpu[1]).toFixed(2)} times as fast on two free cores\n`);
    process.stdout.write(`two workers are ${(two / one).toFixed(2)} times as fast as one (median of ${RUNS} runs in turns, ${RECORDS} records of 1 kB); output ${same ? 'the same' : 'NOT the same'}, memory ${flat ? 'flat' : 'NOT flat'}\n`);
    return same && flat && two / one >= LEAST_GAIN;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href && !(await workersRate())) process.exitCode = 1;
