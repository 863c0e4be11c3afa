import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { CLEAN_ENV } from '../installed-package';

const MAX_RATIO = 2.5;
/** A process has this much more or less by chance: what is compiled, when garbage is collected. */
const NOISE_BYTES = 40e6;
const MAX_ROUNDS = 3;

function peakOf(contestant: 'ours' | 'slim', shape: string, count: number): number {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', resolve('test/hostile/measure-peak.ts'), contestant, shape, String(count)], { env: CLEAN_ENV, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}

test.each<[string, number]>([
  ['empty links', 200_000], ['one text node with spaces', 10_000_000], ['one attribute', 10_000_000], ['unclosed inline tags', 100_000],
])('%s: the peak is at most 2.5 times that of parsing', (shape, count) => {
  // Again while it is too much, and the least of each counts: by chance the collector comes late, never early.
  let [ours, parsing] = [Infinity, Infinity];
  for (let round = 0; round < MAX_ROUNDS && !(ours < MAX_RATIO * parsing + NOISE_BYTES); round++) {
    ours = Math.min(ours, peakOf('ours', shape, count));
    parsing = Math.min(parsing, peakOf('slim', shape, count));
  }
  expect(ours / 1e6).toBeLessThan((MAX_RATIO * parsing + NOISE_BYTES) / 1e6);
});
