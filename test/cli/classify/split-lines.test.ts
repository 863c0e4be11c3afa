import fc from 'fast-check';
import { splitLines } from '../../../src/cli/classify/split-lines';
import type { Task } from '../../../src/cli/classify/task';
import { collect, inChunks } from './collect';

/** Number and text of each line; an error code for a line that was refused. */
function linesOf(tasks: readonly Task[]): [number, string][] {
  return tasks.flatMap((task): [number, string][] => {
    if (task.kind === 'bad') return [[task.place.line!, task.error.code]];
    if (task.kind !== 'lines') throw new Error(task.kind);
    const lines = Buffer.from(task.bytes).toString().replace(/\n$/, '').split('\n');
    return lines.map((line, i) => [task.firstLine + i, line]);
  });
}

test('every line comes out once, in order and with its number, however the bytes are cut; long ones are refused', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.stringMatching(/^[a-z]{0,12}$/), { maxLength: 12 }), fc.integer({ min: 1, max: 40 }), fc.boolean(), async (lines, size, ended) => {
    const text = lines.join('\n') + (ended && lines.length ? '\n' : '');
    // A last line without a line feed and without text is none.
    const expected = (text === '' ? [] : text.replace(/\n$/, '').split('\n')).map((line, i): [number, string] => [i + 1, line.length > 8 ? 'TOO_LARGE' : line]);
    expect(linesOf(await collect(splitLines('x', inChunks(Buffer.from(text), size), 8)))).toEqual(expected);
  }));
});

test('the lines of a chunk make one task', async () => {
  const tasks = await collect(splitLines('x', inChunks(Buffer.from('a\nb\nc\nd'), 100), 8));
  expect(tasks.map((task) => task.kind === 'lines' && Buffer.from(task.bytes).toString())).toEqual(['a\nb\nc\n', 'd']);
});

test('a refused line is not kept: its task comes when it ends, and little is held meanwhile', async () => {
  const chunk = new Uint8Array(1_000_000).fill(97);
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (let i = 0; i < 400; i++) yield chunk.slice();
    yield Buffer.from('\n{}\n');
  }
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  const watched = async function* () {
    for await (const part of endless()) {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      yield part;
    }
  };
  expect(linesOf(await collect(splitLines('x', watched(), 10_000_000)))).toEqual([[1, 'TOO_LARGE'], [2, '{}']]);
  // 400 MB went by. What was let go of waits for the collector, so that the bound is a loose one.
  expect(most).toBeLessThan(200e6);
});

test('a stream that breaks ends the lines with an error that names the line', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('a\nb');
    throw Object.assign(new Error('unexpected end of file'), { code: 'Z_BUF_ERROR' });
  }
  expect(linesOf(await collect(splitLines('x', broken(), 8)))).toEqual([[1, 'a'], [2, 'BROKEN_FILE']]);
});
