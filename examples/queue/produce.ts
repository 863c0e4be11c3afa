// Puts crawl files on the queue: `npx tsx examples/queue/produce.ts redis://127.0.0.1:6379 crawl/*.warc.gz`
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { connect, QUEUE, type CrawlFile } from './connect';
import { resultName } from './result-name';

/** Adds a job for each file. The job is named for its file, so that a file that is added twice is classified once. */
export async function produce(url: string, files: readonly string[]): Promise<void> {
  const { Queue, connection } = await connect(url);
  const queue = new Queue<CrawlFile>(QUEUE, { connection });
  await queue.addBulk(files.map((file) => ({ name: 'classify', data: { file: resolve(file) }, opts: { jobId: resultName(resolve(file)), attempts: 3 } })));
  await queue.close();
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [url, ...files] = process.argv.slice(2);
  await produce(url, files);
  process.stdout.write(`${files.length} files queued\n`);
}
