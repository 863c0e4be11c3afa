import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { heldOutTable } from '../../src/cli/measure';
import { readMeasured } from '../../src/cli/measured-files';
import type { ScoredBlock } from '../../src/training/figures';
import { newTokenIndexes } from '../../src/training/training-page';
import { writeTinyBench, writeTinyCorpus } from './tiny-corpus';

/** Blocks of a page: so many of each of two labels, the first `wrong` ones of the second taken for the first. */
const page = (each: number, wrong: number): ScoredBlock[] =>
  Array.from({ length: 2 * each }, (_, i) => ({ gold: Number(i >= each), got: Number(i >= each + wrong), confidence: 0.9 }));

test('figures held out: F1 over all blocks, and the mean over pages, in which a long page counts as a short one', () => {
  // All blocks: 51 and 51, of which 25 are taken for the other: F1 102/127 and 52/77. By page: none of 2 wrong, 25 of 100.
  const table = heldOutTable([['HTML', [page(1, 0), page(50, 25), []]], ['none', [[]]]], ['a', 'b']);
  expect(table.split('\n').map((line) => line.trim().split(/ {2,}/))).toEqual([
    ['held out', 'pages', 'blocks', 'macro-F1', 'F1 a', 'F1 b', 'wrong of a page, mean'],
    ['HTML', '2', '102', '73.9', '80.3', '67.5', '12.5'],
    [''],
  ]);
});

test('a bench folder is measured, and what was not seen is scored', () => {
  const folder = mkdtempSync(join(tmpdir(), 'boilerplate-measure-'));
  try {
    writeTinyCorpus(join(folder, 'corpus'));
    writeTinyBench(join(folder, 'bench'));
    const out = join(folder, 'measured');
    const args = ['--import', 'tsx', join('src', 'cli', 'main.ts'), 'measure', join(folder, 'bench'), '--corpus', join(folder, 'corpus'), '--out', out];
    const [first, , ...table] = execFileSync(process.execPath, args, { encoding: 'utf8', stdio: 'pipe' }).split('\n');
    expect(first).toBe(`${out}: measured 6 pages, 5 with gold labels, 0 labelled by bench-labels.tsv, 1 without labels`);
    // Fifteen blocks on each of the five pages with gold labels, of both readings.
    expect(table.filter(Boolean).map((line) => line.trim().split(/ {2,}/).slice(0, 3))).toEqual([['held out', 'pages', 'blocks'], ['HTML', '5', '75'], ['plain text', '5', '75']]);
    const [, , , ...html] = table[1].trim().split(/ {2,}/).map(Number);
    expect(html[0]).toBeGreaterThan(80);
    expect(readdirSync(out)).toEqual(expect.arrayContaining(['about.json', 'fits-markup.json', 'fits-text.json', 'rows-markup.txt', 'tokens-words.tsv']));
    const measured = readMeasured(out, newTokenIndexes())!;
    expect(measured.fits?.markup.without).toHaveLength(5);
    expect(measured.rows.markup).toHaveLength(6);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
