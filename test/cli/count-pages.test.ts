import { spawnSync } from 'node:child_process';
import { countPages } from '../../src/cli/count-pages';
import type { LabelledFile } from '../../src/cli/labelled-folders';

/** Floors of the corpus that is written for the project. */
const FLOORS = { pages: 120, text: 20, languages: 12, promoBoxes: 25, relatedBoxes: 30, threads: 10, shop: 10, docs: 10 };

const file = (page: string, site: string, kind: string, language: string, labels: string) => ({ labels: { page, site, kind, language, lines: [...labels].map((label) => [label, 'x']) } }) as unknown as LabelledFile;

test('forms, kinds, languages, and boxes: runs of two blocks or more', () => {
  expect(countPages([file('a.html', 'a.example', 'news', 'en', 'NNARRNRRR'), file('b.txt', 'b.example', 'shop', 'en', 'APNP'), file('c.html', 'b.example', 'news', 'de', 'RR')])).toBe(
    `3 pages of 2 sites: 2 HTML, 1 plain text
kinds (2): news 2, shop 1
languages (2): en 2, de 1

label  blocks  pages  with a box of it  with two or more
A           2      2                 0                 0
N           4      2                 1                 0
P           2      1                 0                 0
R           7      2                 2                 1
`);
});

test('the corpus of the project has what it needs, as `check --counts` prints it', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'check', '--counts'], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
  expect([status, stderr]).toEqual([0, expect.stringMatching(/ in corpus\/pages: nothing to mend\n$/)]);
  const number = (pattern: RegExp) => Number(pattern.exec(stdout)?.[1] ?? NaN);
  expect(number(/^(\d+) pages/m)).toBeGreaterThanOrEqual(FLOORS.pages);
  expect(number(/, (\d+) plain text$/m)).toBeGreaterThanOrEqual(FLOORS.text);
  expect(number(/^languages \((\d+)\)/m)).toBeGreaterThanOrEqual(FLOORS.languages);
  expect(number(/^promo +\d+ +\d+ +(\d+)/m)).toBeGreaterThanOrEqual(FLOORS.promoBoxes);
  expect(number(/^related +\d+ +\d+ +\d+ +(\d+)/m)).toBeGreaterThanOrEqual(FLOORS.relatedBoxes);
  // A page of questions and answers is a thread.
  expect(number(/\bforum (\d+)/) + number(/\bqa (\d+)/)).toBeGreaterThanOrEqual(FLOORS.threads);
  expect(number(/\bshop (\d+)/)).toBeGreaterThanOrEqual(FLOORS.shop);
  expect(number(/\bdocs (\d+)/)).toBeGreaterThanOrEqual(FLOORS.docs);
});
