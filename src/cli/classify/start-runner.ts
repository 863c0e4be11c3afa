import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { linesOf } from './lines-of';
import { loadPeer } from './load-peer';
import type { Outcome, Settings, Task } from './task';

/** Runs tasks, in this thread or in a pool of others. */
export interface Runner {
  /** How many tasks are handed over before the first is done. */
  inFlight: number;
  run(task: Task): Promise<Outcome>;
  stop(): Promise<void>;
}

/** Tasks that wait for each thread beside the one that it works on, so that none is ever idle. */
const WAITING_PER_WORKER = 2;
/** Memory for short-lived objects of each thread, in MB. */
const YOUNG_MB = 8;
/** How far the heap of a thread may grow over what was in use after the last full collection, in per cent. */
const HEAP_GROWTH_PERCENT = 20;
/** Tasks after which this thread collects what it has handed over and written. */
const TASKS_PER_COLLECTION = 6;

/**
 * Keeps a pool small at no cost of time: in four interleaved runs over 10,000 records of 1 kB two threads took 142 MB at most, where V8's
 * own bounds (young generations of 16 MB, heaps that grow by 50 per cent) let them take 178 MB, in the same 6.7 s. No bound on what a
 * large record may use. With one worker the bounds are left as V8 has them: one thread has both cores, and collects beside the work.
 *
 * `--single-threaded-gc` would save some of the processor time that helper threads take from the pool, but set here it ends the process
 * in Node 20: this thread may be marking, or marks later, with the helpers that it was started with. `--optimize-for-size` took 117 MB
 * and a tenth more time.
 *
 * @returns what collects the short-lived objects of this thread: bytes of tasks, which V8 does not count as pressure until they are many.
 */
function keepPoolSmall(): () => void {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH_PERCENT}`);
  // Young generations of this size are collected by one thread as fast as by several, which would take processor time from the pool.
  setFlagsFromString('--no-parallel-scavenge');
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (options: { type: 'minor' }) => void;
  return () => collect({ type: 'minor' });
}

/** Runs a task in this thread, which loads what classifies with the first one: beside a pool it most often needs it never. */
async function runHere(task: Task, settings: Settings): Promise<Outcome> {
  const { runTask } = await import('./run-task');
  return runTask(task, settings);
}

/** With one worker this thread itself, which needs no other package. */
export async function startRunner(workers: number, settings: Settings): Promise<Runner> {
  if (workers === 1) return { inFlight: 1, run: (task) => runHere(task, settings), stop: async () => {} };
  const { Tinypool } = await loadPeer('tinypool', () => import('tinypool'), '`--workers`');
  const collectYoung = keepPoolSmall();
  const size = { minThreads: workers, maxThreads: workers, isolateWorkers: false };
  // The worker lies beside the command, in the package as in the source, where tsx must translate it, which it does in processes alone.
  const pool = import.meta.url.endsWith('.ts')
    ? new Tinypool({ ...size, filename: new URL('./classify-worker.ts', import.meta.url).href, runtime: 'child_process', serialization: 'advanced', execArgv: ['--import', 'tsx'] })
    : new Tinypool({ ...size, filename: new URL('./classify-worker.js', import.meta.url).href, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
  let tasks = 0;
  let stopped = false;
  const inPool = (task: Task) => {
    if (++tasks % TASKS_PER_COLLECTION === 0) collectYoung();
    return pool.run({ task, settings }) as Promise<Outcome>;
  };
  // Where a worker cannot start at all, no record is to blame.
  await inPool({ kind: 'lines', file: '', firstLine: 1, bytes: new Uint8Array(0) });
  return {
    inFlight: workers * (1 + WAITING_PER_WORKER),
    run: (task) => (task.kind === 'bad' ? runHere(task, settings) : survive(task, settings, inPool, () => stopped)),
    stop: () => {
      stopped = true;
      return pool.destroy();
    },
  };
}

/**
 * A record that takes its thread down, as one that needs more memory than there is, costs that record alone: the lines of its task are run
 * anew one by one, and what fails alone becomes an error record. Nothing is run anew once the pool is stopped, which takes its threads down too.
 */
export async function survive(task: Task, settings: Settings, run: (task: Task) => Promise<Outcome>, isStopped: () => boolean = () => false): Promise<Outcome> {
  try {
    return await run(task);
  } catch (error) {
    if (isStopped()) throw error;
    const parts = task.kind === 'lines' ? eachLine(task) : [];
    if (parts.length > 1) {
      const outcomes: Outcome[] = [];
      for (const part of parts) outcomes.push(await survive(part, settings, run, isStopped));
      return { output: outcomes.map(({ output }) => output).join(''), problems: outcomes.flatMap(({ problems }) => problems), records: parts.length };
    }
    const place = task.kind === 'lines' ? { file: task.file, line: task.firstLine } : task.place;
    return runHere({ kind: 'bad', place, id: task.kind === 'page' ? task.id : undefined, error: { code: 'FAILED', message: `its worker ended: ${(error as Error).message}` } }, settings);
  }
}

/** A task for each line, with memory of its own: what several share goes to another thread whole. */
function eachLine(task: Task & { kind: 'lines' }): Task[] {
  return Array.from(linesOf(task), ({ line, bytes }) => ({ kind: 'lines', file: task.file, firstLine: line, bytes: bytes.slice() }));
}
