// Takes crawl files off the queue and classifies them until it is told to end (SIGTERM), on as many machines as share the server and the
// folder of results: `npx tsx examples/queue/work.ts redis://127.0.0.1:6379 results [COMMAND …]`
//
// A result is written under another name and renamed when it is whole, so that one file's result is there once or not at all, however
// often its job was begun. What a killed worker left in `results/parts` can be deleted when the queue is empty.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { connect, QUEUE, type CrawlFile } from './connect';
import { resultName } from './result-name';

/** After so long without a sign of life a job is given to another worker. */
const LOCK_MS = Number(process.env.LOCK_MS ?? 30_000);
/** How often a file may take its worker down before it is given up. */
const MAX_DEATHS = 5;

const [url, results, ...command] = process.argv.slice(2);
const [program, ...args] = command.length ? command : ['npx', 'boilerplate-classifier'];
const parts = join(results, 'parts');
mkdirSync(parts, { recursive: true });

/** Classifies a file in a process of its own, whose output closes, and which so ends, when this one is killed. */
async function classifyFile(file: string): Promise<void> {
  const part = join(parts, `${process.pid}-${randomUUID()}`);
  const child = spawn(program, [...args, 'classify', '--jsonl', file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [[code]] = await Promise.all([once(child, 'close'), pipeline(child.stdout, createWriteStream(part, { flush: true }))]);
  // 1 tells of bad records, which stand in the result.
  if (code !== 0 && code !== 1) throw new Error(`${file}: the worker ended with ${code}`);
  renameSync(part, join(results, resultName(file)));
}

const { Worker, connection } = await connect(url);
const worker = new Worker<CrawlFile>(QUEUE, ({ data }) => classifyFile(data.file), { connection, lockDuration: LOCK_MS, stalledInterval: LOCK_MS / 2, maxStalledCount: MAX_DEATHS });
worker.on('failed', (_, error) => process.stderr.write(`${error.message}\n`));
worker.on('error', (error) => process.stderr.write(`${error.message}\n`));
process.once('SIGTERM', () => {
  // Where the server is gone, taking leave of it would wait for ever; a job that is cut off by then is given to another worker.
  setTimeout(() => process.exit(1), LOCK_MS).unref();
  void worker.close();
});
