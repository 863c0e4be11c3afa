import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { splitPage } from '../../src/blocks/split-page';
import { DEFAULT_LIMITS } from '../../src/options';

const BENCH = join('..', 'shared', 'bench');
const RUN_WORDS = 6;
/** Scripts written without spaces count two characters as a word. */
const RUN_CHARACTERS = 2 * RUN_WORDS;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;
const WORD = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{M}\p{N}]+/gu;
const ASCII_TEXT = /^[\x00-\x7f]*$/;
const ASCII_WORD = /[a-z0-9]+/g;
/** Runs of numbers and single letters alone say nothing. */
const COUNTING = /^(?:(?:\p{N}+|[a-z])(?: |$))+$/u;
const FILTER_BITS = 24;
/** Held here because every look-up of a global is slow inside Jest. */
const { imul } = Math;

/** Runs of words of our own files. */
interface Runs {
  /** One bit for each hash of a run: most runs of the bench end here. */
  filter: Uint8Array;
  /** Each run with the file that it stands in. */
  files: Map<string, string>;
}

const wordHashes = new Map<string, number>();

function hashOf(word: string): number {
  let hash = wordHashes.get(word);
  if (hash === undefined) {
    hash = 0x811c9dc5;
    for (let i = 0; i < word.length; i++) hash = imul(hash ^ word.charCodeAt(i), 0x01000193);
    wordHashes.set(word, hash);
  }
  return hash;
}

function wordsOf(text: string): string[] {
  const lower = text.toLowerCase();
  return (ASCII_TEXT.test(lower) ? lower.match(ASCII_WORD) : lower.normalize('NFKC').match(WORD)) ?? [];
}

/** Calls `visit` with the hash of every run of a text and a function that gives the run. */
function eachRun(text: string, visit: (hash: number, run: () => string) => void): void {
  const words = wordsOf(text);
  if (words.length < RUN_WORDS) return;
  const hashes = words.map(hashOf);
  for (let i = 0; i + RUN_WORDS <= words.length; i++) {
    const length = words[i].length === 1 && UNSPACED.test(words[i]) ? RUN_CHARACTERS : RUN_WORDS;
    if (i + length > words.length) continue;
    let hash = 0;
    for (let k = i; k < i + length; k++) hash = imul(hash ^ (hash >>> 15), 0x2c1b3c6d) + hashes[k];
    visit(imul(hash ^ (hash >>> 13), 0x297a2d39) >>> (32 - FILTER_BITS), () => words.slice(i, i + length).join(' '));
  }
}

/** What a reader, a screen reader or a search engine is given of a file: of HTML the blocks, title, description and quoted strings. */
function textsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  if (extname(file) !== '.html') return source.split('\n');
  const page = splitPage('html', source, DEFAULT_LIMITS);
  const quoted = source.match(/"[^"<>]+"/g) ?? [];
  return [page.title, page.description, ...page.blocks.map((block) => block.text), ...quoted.filter((text) => !text.includes('device-width'))];
}

function runsOf(folders: readonly string[]): Runs {
  const runs: Runs = { filter: new Uint8Array(1 << (FILTER_BITS - 3)), files: new Map() };
  for (const file of folders.flatMap(filesUnder)) {
    for (const text of textsOf(file)) {
      eachRun(text, (hash, run) => {
        runs.filter[hash >> 3] |= 1 << (hash & 7);
        runs.files.set(run(), file);
      });
    }
  }
  return runs;
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The texts of the bench pages: the gold lines, the titles and main contents of WCXB, the seed page. */
function* benchTexts(): Generator<[page: string, text: string]> {
  for (const line of readFileSync(join(BENCH, 'seed', 'page.txt'), 'utf8').split('\n')) yield ['seed', line];
  for (const file of readdirSync(join(BENCH, 'gold'))) {
    const { page, lines } = JSON.parse(readFileSync(join(BENCH, 'gold', file), 'utf8')) as { page: string; lines: [string, string][] };
    for (const [, text] of lines) yield [page, text];
  }
  for (const file of readdirSync(join(BENCH, 'wcxb-dev', 'truth'))) {
    const { page, title, content } = JSON.parse(readFileSync(join(BENCH, 'wcxb-dev', 'truth', file), 'utf8')) as Record<string, string>;
    yield [page, title ?? ''];
    for (const line of (content ?? '').split('\n')) yield [page, line];
  }
}

/** Runs of a text that stand in our files, with file and page. */
function hits(runs: Runs, page: string, text: string): string[] {
  const found: string[] = [];
  eachRun(text, (hash, runOf) => {
    if (!(runs.filter[hash >> 3] & (1 << (hash & 7)))) return;
    const run = runOf();
    const file = runs.files.get(run);
    if (file !== undefined && !COUNTING.test(run)) found.push(`${file}: "${run}" (${page})`);
  });
  return found;
}

describe('text of the bench pages', () => {
  const here = existsSync(BENCH);
  const runs = runsOf([join('corpus', 'pages'), 'test']);

  (here ? it : it.skip)(`no ${RUN_WORDS} words in a row of a bench page stand in corpus/pages or test${here ? '' : ' (skipped: there is no ../shared/bench here)'}`, () => {
    const found = new Set<string>();
    for (const [page, text] of benchTexts()) for (const hit of hits(runs, page, text)) found.add(hit);
    expect([...found].sort()).toEqual([]);
  });

  it('would find a run that was copied, whatever its case and punctuation, and none that is a word short', () => {
    const words = [...runs.files.keys()].find((run) => /^[a-z]+( [a-z]+){5}$/.test(run))!.split(' ');
    expect(hits(runs, 'a page', `Zzyzx ${words.join(', ').toUpperCase()}!`)).toHaveLength(1);
    expect(hits(runs, 'a page', `Zzyzx ${words.slice(0, 5).join(' ')} zzyzx`)).toEqual([]);
  });

  it('would find twelve characters of a script without spaces', () => {
    const characters = [...runs.files.keys()].find((run) => /^\p{sc=Han}( \p{sc=Han}){11}$/u.test(run))!.split(' ');
    expect(hits(runs, 'a page', characters.join(''))).toHaveLength(1);
    expect(hits(runs, 'a page', characters.slice(0, 11).join(''))).toEqual([]);
  });
});
