import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { produce } from '../../examples/queue/produce';
import { resultName } from '../../examples/queue/result-name';
import { hasRedis, startRedis } from '../../examples/queue/start-redis';
import { buildClassify, CLI, runClassify } from '../cli/classify/run-classify';

const there = hasRedis();
/** A dead worker's job is given on after so long. */
const LOCK_MS = 2_000;
const MAX_MS = 300_000;
const MAX_WAIT_MS = 120_000;
buildClassify();

/** Gives up before the test's own limit, so that what was started is ended. */
const until = async (what: () => boolean) => {
  const started = Date.now();
  while (!what()) {
    if (Date.now() - started > MAX_WAIT_MS) throw new Error(`after ${MAX_WAIT_MS} ms still not: ${what.toString()}`);
    await new Promise((done) => setTimeout(done, 20));
  }
};

(there ? test : test.skip)(`a worker killed with -9 in the middle of a file loses and doubles nothing${there ? '' : ' (skipped: no redis-server here, `apt-get install redis-server`)'}`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'boilerplate-queue-'));
  const results = join(folder, 'results');
  const redis = await startRedis(MAX_MS / 1000);
  const workers: ChildProcess[] = [];
  const running = () => workers.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
  const startWorker = () => {
    const worker = spawn(process.execPath, ['--import', 'tsx', resolve('examples', 'queue', 'work.ts'), redis.url, results, process.execPath, CLI], {
      env: { ...process.env, NODE_OPTIONS: '', LOCK_MS: String(LOCK_MS) }, stdio: 'ignore',
    });
    workers.push(worker);
    return worker;
  };
  try {
    // The first is long, so that it can be hit in its middle.
    const files = [1_500, 30, 30, 30].map((count, f) => {
      const file = join(folder, `crawl-${f}.jsonl`);
      writeFileSync(file, Array.from({ length: count }, (_, i) => `${JSON.stringify({ id: `${f}-${i}`, html: `<h1>Ferry ${i}</h1><p>The ferry will sail.` })}\n`).join(''));
      return file;
    });
    await produce(redis.url, files);
    await produce(redis.url, files);
    const first = startWorker();
    const parts = join(results, 'parts');
    const begun = () => (existsSync(parts) ? readdirSync(parts) : []).filter((name) => statSync(join(parts, name), { throwIfNoEntry: false })?.size);
    await until(() => begun().length > 0);
    first.kill('SIGKILL');
    await once(first, 'close');
    const left = readdirSync(parts);
    expect(left).toHaveLength(1);
    expect(existsSync(join(results, resultName(files[0])))).toBe(false);

    startWorker();
    startWorker();
    const finished = () => readdirSync(results).filter((name) => name.endsWith('.jsonl')).sort();
    await until(() => finished().length === files.length);
    expect(finished()).toEqual(files.map(resultName).sort());
    const written = files.map((file) => readFileSync(join(results, resultName(file)), 'utf8')).join('');
    const ids = written.split('\n').filter(Boolean).map((line) => (JSON.parse(line) as { id: string }).id);
    expect(new Set(ids).size).toBe(1_590);
    expect(ids).toHaveLength(1_590);
    expect(written).toBe(runClassify(['--jsonl', ...files]).stdout);
    // What the killed one had begun is the only thing that is left over.
    expect(readdirSync(parts)).toEqual(left);

    // A worker that is told to end does so, also where the server is gone.
    await redis.stop();
    const told = running();
    const ends = told.map((worker) => once(worker, 'close'));
    for (const worker of told) worker.kill();
    await Promise.all(ends);
  } finally {
    const left = running();
    const ended = left.map((worker) => once(worker, 'close'));
    for (const worker of left) worker.kill('SIGKILL');
    await Promise.all(ended);
    await redis.stop();
    rmSync(folder, { recursive: true });
  }
}, MAX_MS);
