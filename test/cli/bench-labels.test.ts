import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBenchFeatures } from '../../src/cli/bench-files';
import { BENCH_LABELS_FILE, readBenchLabels } from '../../src/cli/bench-labels';
import { DEFAULT_LABELS, readCorpus } from '../../src/cli/corpus-files';
import { alignmentWords } from '../../src/training/align-words';
import { newTokenIndexes } from '../../src/training/training-page';
import type { WordRun } from '../../src/training/word-runs';
import { writeTinyBench, writeTinyCorpus } from './tiny-corpus';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'boilerplate-bench-labels-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (content: string) => {
  const file = join(folder, BENCH_LABELS_FILE);
  writeFileSync(file, content);
  return readBenchLabels(file);
};

test('a line a page: its name and its labels as runs of words', () => {
  expect([...read('wcxb-1\tN12A340X2\nwcxb-2\tP1\n')]).toEqual([
    ['wcxb-1', [{ label: 'navigation', words: 12 }, { label: 'article', words: 340 }, { label: 'undecided', words: 2 }]],
    ['wcxb-2', [{ label: 'promo', words: 1 }]],
  ]);
  expect(readBenchLabels(join(folder, 'none.tsv')).size).toBe(0);
});

test.each(['wcxb-1', 'wcxb-1\t', '\tN1', 'wcxb-1\tN0', 'wcxb-1\tQ4', 'wcxb-1\tN1 A2', 'wcxb-1\tN1\tA2'])('what is no such line is named: %j', (line) => {
  expect(() => read(`wcxb-0\tN1\n${line}\n`)).toThrow(expect.objectContaining({ code: 'BAD_CORPUS', message: expect.stringContaining(`${BENCH_LABELS_FILE}:2`) }));
});

test('a page that stands twice is named', () => {
  expect(() => read('wcxb-1\tN1\nwcxb-1\tN1\n')).toThrow('Expected each page once');
});

describe('a bench folder with labels', () => {
  const page = () => {
    writeTinyCorpus(join(folder, 'corpus'));
    writeTinyBench(join(folder, 'bench'));
    // The sixth page of the bench folder is the sixth of the corpus too.
    const { blocks } = readCorpus(join(folder, 'corpus')).pages[5].page;
    return blocks.map(({ text }) => alignmentWords(text).length);
  };
  const features = (runs: readonly WordRun[]) =>
    readBenchFeatures(join(folder, 'bench'), DEFAULT_LABELS, newTokenIndexes(), new Map([['wcxb-5', runs]])).find(({ read: { html } }) => html.name === 'wcxb-5')!;

  test('both readings of the page bear them, and it stays without gold', () => {
    const words = page();
    const first = words.slice(0, 5).reduce((sum, count) => sum + count);
    const rest = words.slice(5).reduce((sum, count) => sum + count);
    const { read: { given, gold }, markup, text } = features([{ label: 'navigation', words: first }, { label: 'promo', words: rest }]);
    expect({ given, gold }).toEqual({ given: words.map((_, i) => (i < 5 ? 'navigation' : 'promo')), gold: undefined });
    for (const { labels } of [markup, text]) expect([...labels]).toEqual(words.map((_, i) => (i < 5 ? 1 : 2)));
  });

  test('labels of another version of the page are refused', () => {
    page();
    expect(() => features([{ label: 'navigation', words: 3 }])).toThrow('The labels for wcxb-5 are of another number of words');
  });
});
