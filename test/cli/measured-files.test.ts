import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMeasured, writeMeasured } from '../../src/cli/measured-files';
import { newTokenIndexes } from '../../src/training/training-page';
import { measureSynthetic } from '../training/synthetic-pages';

const folder = mkdtempSync(join(tmpdir(), 'boilerplate-measured-'));
afterAll(() => rmSync(folder, { recursive: true }));

const measured = measureSynthetic(15);
const weights = new Map([...measured.counts].map(([name, { index }]) => [name, Array.from({ length: 6 }, (_, column) => Float32Array.from(index.names, (__, token) => ((token * 7 + column) % 64) / 16))]));

test('counts and weights of tokens come back as they were written, whatever their numbers are', () => {
  writeMeasured(folder, { ...measured, weights });
  const indexes = newTokenIndexes();
  indexes.get('words')!.numberOf('a word that comes first');
  const read = readMeasured(folder, indexes)!;
  let tokens = 0;
  for (const [name, counts] of measured.counts) {
    counts.index.names.forEach((token, number) => {
      const of = (table: typeof counts, at: number) => Array.from({ length: 10 }, (_, i) => table.get(at, Math.floor(i / 2), i % 2));
      const pages = of(counts, number);
      if (!pages.some((n) => n > 0)) return;
      tokens++;
      const again = indexes.get(name)!.numberOf(token);
      expect(of(read.counts.get(name)!, again)).toEqual(pages);
      expect(read.weights!.get(name)!.map((column) => column[again])).toEqual(weights.get(name)!.map((column) => column[number]));
    });
  }
  expect(tokens).toBeGreaterThan(50);
});

test.each([
  ['a weight too few', (line: string) => line.slice(0, -1)],
  ['a weight that is none', (line: string) => `${line.slice(0, -1)}*`],
  ['no weights', (line: string) => line.slice(0, line.lastIndexOf('\t'))],
])('%s is told with its line', (_, break_) => {
  writeMeasured(folder, measured);
  const file = join(folder, 'tokens-words.tsv');
  const lines = readFileSync(file, 'utf8').split('\n');
  lines[1] = break_(lines[1]);
  writeFileSync(file, lines.join('\n'));
  expect(() => readMeasured(folder, newTokenIndexes())).toThrow('Expected a token, a tab, counts of 5 folds, a tab and 6 weights at tokens-words.tsv:2');
});
