/** Processor time, so that other programs on the machine do not count. */
export function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Processor time of what must find blocks, so many at least: time spent on reading the page, not on giving up. */
export function blocksMs(find: () => readonly unknown[], atLeast: number): number {
  let found = 0;
  const ms = cpuMs(() => { found = find().length; });
  expect(found).toBeGreaterThanOrEqual(atLeast);
  return ms;
}

/** How much smaller the smaller size is: the doubling that is promised is hidden by the garbage collector, two doublings show. */
const PARTS = 4;
/** 2.5 for each doubling. What is linear measures at 4 to 5, what is quadratic at 16. */
const MAX_RATIO = 2.5 ** 2;
/** Below this, what is measured is the garbage collector. */
const NOISE_MS = 15;
const MAX_ROUNDS = 8;
/** What takes less is looked at once more at a larger size before it fails. */
const SURE_MS = 500;

/**
 * Throws unless time grows in step with size. Both sizes are measured in turn and the least of each counts, since what else goes on
 * (the collector, the compiler, a busy machine) only ever adds; what is not linear stays so however often it is measured. A page may also be
 * the first that the collector's nursery cannot hold: that is one step at one size, while what is not linear is so at larger ones all the more.
 */
export function expectLinear(size: number, timeOf: (size: number) => number): void {
  const { small, large } = leastTimes(size, timeOf);
  if (isInStep(small, large)) return;
  if (large < SURE_MS) expectLinear(PARTS * size, timeOf);
  else throw new Error(`${small.toFixed(0)} ms for ${partOf(size)}, ${large.toFixed(0)} ms for ${size}: more than ${MAX_RATIO} times`);
}

/** Least times of a part and of the whole, over as many rounds as it takes until they are in step. */
function leastTimes(size: number, timeOf: (size: number) => number): { small: number; large: number } {
  let [small, large] = [Infinity, Infinity];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    small = Math.min(small, timeOf(partOf(size)));
    large = Math.min(large, timeOf(size));
    if (isInStep(small, large)) break;
  }
  return { small, large };
}

function partOf(size: number): number {
  return Math.ceil(size / PARTS);
}

function isInStep(small: number, large: number): boolean {
  return large <= MAX_RATIO * small + NOISE_MS;
}
