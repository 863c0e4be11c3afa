import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { pageOf } from './archive';
import { parseLines } from './parse-lines';
import { buildClassify, runClassify, startClassify } from './run-classify';

buildClassify();

const record = (i: number) => `${JSON.stringify({ id: i, html: pageOf(String(i)) })}\n`;
const records = (count: number) => Array.from({ length: count }, (_, i) => record(i)).join('');

test('one line out for each line in, in order, and the same bytes from a pool', () => {
  const input = `${records(300)}no json\n${records(300)}`;
  const one = runClassify(['--jsonl'], input);
  expect(one.status).toBe(1);
  expect(one.stderr).toMatch(/^-:301: not JSON: [^\n]+\n$/);
  const lines = parseLines(one.stdout);
  expect(lines.map(({ id, line }) => id ?? line)).toEqual([...Array(300).keys(), 301, ...Array(300).keys()]);
  expect(runClassify(['--jsonl', '--workers', '2'], input)).toMatchObject({ status: 1, stdout: one.stdout, stderr: one.stderr });
});

test.each([['1'], ['2']])('with %s workers a peer that waits for each answer gets it', async (workers) => {
  const child = startClassify(['--jsonl', '--workers', workers]);
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  for (let i = 0; i < 3; i++) {
    child.stdin.write(record(i));
    expect(JSON.parse((await answers.next()).value as string)).toMatchObject({ id: i });
  }
  child.stdin.end();
  expect(await once(child, 'close')).toEqual([0, null]);
});

test.each([['1'], ['2']])('with %s workers it ends quietly when its output closes, though its input stays open', async (workers) => {
  const child = startClassify(['--jsonl', '--workers', workers]);
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  child.stdin.on('error', () => {});
  const closed = once(child, 'close');
  let open = true;
  child.once('exit', () => {
    open = false;
  });
  child.stdin.write(records(100));
  await once(child.stdout, 'data');
  child.stdout.destroy();
  // Never ended: the next lines that it answers tell it.
  for (let i = 0; open && i < 2_000; i++) {
    child.stdin.write(record(i));
    await new Promise((done) => setTimeout(done, 5));
  }
  expect(await closed).toEqual([0, null]);
  expect(stderr).toBe('');
});

test('what nobody reads is not read ahead: input waits', async () => {
  const child = startClassify(['--jsonl']);
  child.stdin.on('error', () => {});
  // The pipes and buffers on the way take some; of 40 MB most must be left when nothing is taken at the other end.
  const chunk = records(500);
  let taken = 0;
  for (let sent = 0; sent < 40e6; sent += chunk.length) {
    if (!child.stdin.write(chunk) && !(await Promise.race([once(child.stdin, 'drain').then(() => true), new Promise<boolean>((done) => setTimeout(() => done(false), 3_000))]))) break;
    taken = sent;
  }
  child.kill();
  await once(child, 'close');
  expect(taken).toBeLessThan(5e6);
});
