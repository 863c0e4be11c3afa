// Time of a queue of crawl files with 1, 2 and 4 worker processes on this machine: `npm run build && npx tsx examples/queue/measure.ts`
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { produce } from './produce';
import { startRedis } from './start-redis';

const FILES = 16;
const RECORDS_PER_FILE = 500;
const MAX_SECONDS = 1_800;

const page = (i: number) => `<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><h1>Ferry ${i}</h1>${`<p>The island ferry will sail every day this winter, the county said on Monday, in year ${i}.</p>`.repeat(9)}`;
const folder = mkdtempSync(join(tmpdir(), 'boilerplate-queue-'));
try {
  const files = Array.from({ length: FILES }, (_, f) => {
    const file = join(folder, `crawl-${f}.jsonl`);
    writeFileSync(file, Array.from({ length: RECORDS_PER_FILE }, (__, i) => `${JSON.stringify({ id: `${f}-${i}`, html: page(i) })}\n`).join(''));
    return file;
  });
  for (const workers of [1, 2, 4]) {
    const redis = await startRedis(MAX_SECONDS);
    const results = join(folder, `results-${workers}`);
    const processes = Array.from({ length: workers }, () => spawn(process.execPath, ['--import', 'tsx', resolve('examples', 'queue', 'work.ts'), redis.url, results, process.execPath, resolve('dist', 'cli.js')], { stdio: 'inherit' }));
    await produce(redis.url, files);
    const started = performance.now();
    while (done(results) < FILES) await new Promise((next) => setTimeout(next, 50));
    const seconds = (performance.now() - started) / 1000;
    process.stdout.write(`${workers} worker ${workers === 1 ? 'process' : 'processes'}: ${FILES * RECORDS_PER_FILE} records of ${page(0).length} characters in ${seconds.toFixed(1)} s, ${Math.round((FILES * RECORDS_PER_FILE) / seconds)} a second\n`);
    const ended = processes.map((child) => once(child, 'close'));
    for (const child of processes) child.kill();
    await Promise.all(ended);
    await redis.stop();
  }
} finally {
  rmSync(folder, { recursive: true });
}

function done(results: string): number {
  try {
    return readdirSync(results).filter((name) => name.endsWith('.jsonl')).length;
  } catch {
    return 0;
  }
}
