import { classifyBlocks } from '../../src/classify-blocks';
import { cpuMs, expectLinear } from '../cpu-time';
import { SHAPES } from './shapes';

const LIMITS = { maxChars: Infinity, maxBlocks: Infinity };
/** A shape is made larger until it takes so long, or has the size that is promised. HOSTILE_MS makes the look longer, up to full sizes. */
const ENOUGH_MS = Number(process.env.HOSTILE_MS ?? 200);
const FIRST_SIZE = 1 / 256;

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
  expectLinear(size, timeOf);
});
