import { classifyBlocks } from '../../src/classify-blocks';
import { blocksMs, expectLinear } from '../cpu-time';
import { SHAPES } from './shapes';

const LIMITS = { maxChars: Infinity, maxBlocks: Infinity };
/** A shape is made larger until it takes so long, or has the size that is promised. HOSTILE_MS makes the look longer, up to full sizes. */
const ENOUGH_MS = Number(process.env.HOSTILE_MS ?? 200);
const FIRST_SIZE = 1 / 256;

test.each(SHAPES)('time grows in step with the page: $name', ({ make, count, blocks }) => {
  const timeOf = (size: number): number => {
    const page = make(size);
    return blocksMs(() => classifyBlocks(page, { limits: LIMITS }), blocks(size));
  };
  let size = Math.ceil(count * FIRST_SIZE);
  while (timeOf(size) < ENOUGH_MS && size < count) size = Math.min(count, 2 * size);
  expectLinear(size, timeOf);
});
