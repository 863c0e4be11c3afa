import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { SPLITTER_VERSION } from '../../src/blocks/split-page';
import { corpusDigest, DEFAULT_LABELS } from '../../src/cli/corpus-files';
import { FEATURES_VERSION, HEURISTIC_NAMES } from '../../src/features/extract-features';
import { readModel } from '../../src/model/read-model';
import { FOLDS } from '../../src/training/labelled-page';
import { readRows } from '../../src/training/measured';

const MODEL = join('src', 'model', 'model.json');
const MEASURED = join('corpus', 'measured');
const MAX_MODEL_BYTES = 400_000;
const MAX_MODEL_GZIPPED_BYTES = 150_000;
const MAX_MEASURED_BYTES = 6_000_000;
const MAX_BLOCKS_A_PAGE = 60;

describe('the model that ships with the package', () => {
  const text = readFileSync(MODEL, 'utf8');

  test('was trained on the corpus as it is: else `npm run train`', () => expect((JSON.parse(text) as { corpusDigest: string }).corpusDigest).toBe(corpusDigest('corpus')));
  test('is read, and has the four labels', () => expect(readModel(text).labels).toEqual(DEFAULT_LABELS));
  test(`takes at most ${MAX_MODEL_BYTES} bytes`, () => expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_MODEL_BYTES));
  test(`and ${MAX_MODEL_GZIPPED_BYTES} gzipped`, () => expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(MAX_MODEL_GZIPPED_BYTES));
});

describe('measured figures', () => {
  const files = readdirSync(MEASURED);
  const read = (file: string) => readFileSync(join(MEASURED, file), 'utf8');
  const about = JSON.parse(read('about.json')) as { splitterVersion: number; featuresVersion: number; labels: string[]; folds: number; heuristics: typeof HEURISTIC_NAMES };
  const tokenFiles = files.filter((file) => file.startsWith('tokens-'));
  const tokens = tokenFiles.flatMap((file) => read(file).split('\n').filter(Boolean).map((line) => line.slice(0, line.lastIndexOf('\t'))));

  test('were measured with this version of splitter and heuristics: else `npm run measure`', () => {
    expect(about).toEqual({ splitterVersion: SPLITTER_VERSION, featuresVersion: FEATURES_VERSION, labels: DEFAULT_LABELS, folds: FOLDS, heuristics: HEURISTIC_NAMES });
  });

  test(`take at most ${MAX_MEASURED_BYTES} bytes in all`, () => {
    expect(files.reduce((sum, file) => sum + statSync(join(MEASURED, file)).size, 0)).toBeLessThanOrEqual(MAX_MEASURED_BYTES);
  });

  test.each(['markup', 'text'] as const)('rows of the %s reading are read, of every fold, and few of each page', (reading) => {
    const pages = readRows(read(`rows-${reading}.txt`), reading, about.labels, `rows-${reading}.txt`);
    expect(new Set(pages.map(({ fold }) => fold)).size).toBe(FOLDS);
    expect(Math.max(...pages.map(({ positions }) => positions.length))).toBeLessThanOrEqual(MAX_BLOCKS_A_PAGE);
    for (const { labels, bayes } of pages) {
      expect(Math.max(...labels)).toBeLessThan(about.labels.length);
      expect(bayes.every(Number.isFinite)).toBe(true);
    }
  });

  test.each(['markup', 'text'])('rows of the %s reading hold numbers and codes alone', (reading) => {
    // Position, label, content, heading, share, boxes, heuristics, Bayes inputs: none has room for a host or a word.
    const row = /^(?:#.*|@ [0-4] \d+ [\d,-]+|\d+ (?:-|\d+) (?:-|[01]) (?:-|\d+) (?:\.|\d+(?:\.\d)?) (?:\.|\d+(?:,\d+)*) [0-9a-zA-Z]+ [\w-]+)$/;
    expect(read(`rows-${reading}.txt`).split('\n').filter((line) => line && !row.test(line)).slice(0, 5)).toEqual([]);
  });

  test('no token is a host', () => {
    expect(tokens.length).toBeGreaterThan(1000);
    const host = /^(?:https?:|\/\/|www\.)|\b[\w-]+\.(?:com|org|net|info|co\.[a-z]{2}|de|fr|uk|ru|es|it|nl|pl|se|cz|jp|cn|edu|gov)\b/i;
    // schema.org is no site but the name of a vocabulary: values of `itemtype` begin with it.
    expect(tokens.filter((token) => host.test(token.replace(/^\.https?:\/\/(?:www\.)?schema\.org\//, ''))).slice(0, 20)).toEqual([]);
  });

  const folds = join('..', 'shared', 'bench', 'folds.json');
  (existsSync(folds) ? test : test.skip)('no token is the name of a site that was measured', () => {
    const sites = new Set(Object.values(JSON.parse(readFileSync(folds, 'utf8')) as Record<string, { site: string }>).map(({ site }) => site.toLowerCase()));
    expect(tokens.filter((token) => sites.has(token.toLowerCase()))).toEqual([]);
  });
});
