import { classifyBlocks } from '../../src/classify-blocks';
import { SHAPES } from './shapes';

const LIMITS = { maxChars: Infinity, maxBlocks: Infinity };
/** The doubling that is promised is hidden by the garbage collector: two doublings at 2.5 each. What is linear measures at 4 to 5, what is quadratic at 16. */
const PARTS = 4;
const MAX_RATIO = 2.5 ** 2;
/** Below this, what is measured is the garbage collector. */
const NOISE_MS = 15;
const ROUNDS = 3;
/** A shape is made larger until it takes so long, or has the size that is promised. HOSTILE_MS makes the look longer, up to full sizes. */
const ENOUGH_MS = Number(process.env.HOSTILE_MS ?? 200);
const FIRST_SIZE = 1 / 256;

/** Processor time, so that other programs on the machine do not count. */
function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1];

test.each(SHAPES)('time grows in step with the page: $name', ({ make, count, blocks }) => {
  const timeOf = (size: number): number => {
    const page = make(size);
    let found = 0;
    const ms = cpuMs(() => { found = classifyBlocks(page, { limits: LIMITS }).length; });
    expect(found).toBeGreaterThanOrEqual(blocks(size));
    return ms;
  };
  let size = Math.ceil(count * FIRST_SIZE);
  while (timeOf(size) < ENOUGH_MS && size < count) size = Math.min(count, 2 * size);
  const part = Math.ceil(size / PARTS);
  const times = Array.from({ length: ROUNDS }, () => [timeOf(part), timeOf(size)]);
  const [small, large] = [0, 1].map((i) => median(times.map((pair) => pair[i])));
  expect(`${large.toFixed(0)} ms for ${size}, ${small.toFixed(0)} ms for ${part}: ${large > MAX_RATIO * small + NOISE_MS ? 'too much' : 'fine'}`).toMatch(/fine$/);
});
