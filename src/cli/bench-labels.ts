import { existsSync, readFileSync } from 'node:fs';
import { InputTypeError, show } from '../errors';
import type { WordRun } from '../training/word-runs';

/** Codes of the labels in the bench folder's gold and in the labels file of a corpus. The last two teach nothing. */
export const LABEL_OF_CODE: Readonly<Record<string, string>> = { A: 'article', N: 'navigation', P: 'promo', R: 'related', C: 'comment', X: 'undecided' };

/** A labels file of a corpus: labels that were given by reading to pages of the bench folder that have no gold. */
export const BENCH_LABELS_FILE = 'bench-labels.tsv';

/** Labels of bench pages as runs of words, by name of the page. */
export type BenchLabels = ReadonlyMap<string, readonly WordRun[]>;

const RUNS = new RegExp(String.raw`^(?:[${Object.keys(LABEL_OF_CODE).join('')}][1-9]\d*)+$`);

/**
 * Reads a labels file: a line a page, its name, a tab, then its labels as runs of words, `N12A340` for twelve words of navigation and 340 of the
 * article. No pages where there is no such file.
 *
 * @throws TypeError with code `BAD_CORPUS` that names file and line.
 */
export function readBenchLabels(file: string): BenchLabels {
  const pages = new Map<string, WordRun[]>();
  if (!existsSync(file)) return pages;
  readFileSync(file, 'utf8').split('\n').forEach((line, i) => {
    if (!line) return;
    const [page, runs = '', ...more] = line.split('\t');
    if (!page || more.length || !RUNS.test(runs)) throw new InputTypeError('BAD_CORPUS', `Expected a page's name, a tab and runs like \`N12A340\` at ${file}:${i + 1}, got ${show(line)}`);
    if (pages.has(page)) throw new InputTypeError('BAD_CORPUS', `Expected each page once in ${file}, found ${page} again at line ${i + 1}`);
    pages.set(page, Array.from(runs.matchAll(/([A-Z])(\d+)/g), ([, code, words]) => ({ label: LABEL_OF_CODE[code], words: Number(words) })));
  });
  return pages;
}
