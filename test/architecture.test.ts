import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';

const SRC = resolve('src');
/** Each folder may import from those left of it. */
const ORDER = ['blocks', 'words', 'features', 'scores', 'labels'];
const SHARED = ['model', 'types', 'options', 'errors'];
/** `model` describes and checks what is learned: it may read the shapes of what it holds. */
const MODEL_MAY_IMPORT = ['features', 'scores', 'labels', 'types', 'errors'];
const FORBIDDEN_NAME = /^(?:utils?|helpers?|core|manager|common|misc|lib|shared)\b/i;

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => file.replaceAll('\\', '/')).sort();
const FROM = /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"`]([^'"`]+)['"`]/gm;

interface Import {
  file: string;
  /** A package or `node:` module as it stands; a file of ours by its path from `src`. */
  from: string;
  own: boolean;
}

const importsOf = (file: string, source: string): Import[] => [...source.matchAll(FROM)].map(([, a, b, c]) => {
  const from = a ?? b ?? c;
  const own = from.startsWith('.');
  return { file, own, from: own ? relative(SRC, resolve(SRC, dirname(file), from)).replaceAll('\\', '/') : from };
});
const imports = files.flatMap((file) => importsOf(file, readFileSync(join(SRC, file), 'utf8')));

/** The folder of a path, or the name of a file that stands in `src` itself. */
const partOf = (path: string) => path.split('/')[0].replace(/\.ts$/, '');
const shown = (list: readonly Import[]) => list.map(({ file, from }) => `${file} imports ${from}`);

function isBackward({ file, from, own }: Import): boolean {
  const [here, there] = [partOf(file), partOf(from)];
  if (!own || here === there) return false;
  if (ORDER.includes(here)) return !ORDER.slice(0, ORDER.indexOf(here)).includes(there) && !SHARED.includes(there);
  if (here === 'model') return !MODEL_MAY_IMPORT.includes(there);
  if (['types', 'errors'].includes(here)) return true;
  if (here === 'options') return !['types', 'errors'].includes(there);
  if (here === 'training') return there === 'cli';
  return here !== 'cli' && ['training', 'cli'].includes(there);
}

test('the imports are read', () => {
  expect(importsOf('a/b.ts', "import { x } from '../c/d';\nimport {\n  y,\n} from './e';\nexport type { Z } from 'z';\nimport 'w';\nconst v = await import('./v');\nconst u = require('u');\n// from 'nothing'\n"))
    .toEqual([['c/d', true], ['a/e', true], ['z', false], ['w', false], ['a/v', true], ['u', false]].map(([from, own]) => ({ file: 'a/b.ts', from, own })));
  expect(files.length).toBeGreaterThan(40);
  expect(shown(imports)).toEqual(expect.arrayContaining([
    'blocks/parse-html.ts imports cheerio/slim', 'features/extract-features.ts imports features/tokens', 'features/extract-features.ts imports words/tokenize',
  ]));
  for (const folder of [...ORDER, 'model']) expect(imports.some(({ file }) => partOf(file) === folder)).toBe(true);
});

test('a folder imports only from those left of it, and from model, types, options and errors', () => {
  expect(shown(imports.filter(isBackward))).toEqual([]);
});

test.each<[string, string, boolean]>([
  ['labels/x.ts', 'features/boxes', false], ['features/x.ts', 'blocks/page', false], ['features/x.ts', 'errors', false], ['scores/x.ts', 'model/model', false],
  ['classify-blocks.ts', 'labels/x', false], ['cli/x.ts', 'training/x', false], ['training/x.ts', 'labels/x', false],
  ['blocks/x.ts', 'features/boxes', true], ['features/x.ts', 'scores/network', true], ['scores/x.ts', 'labels/context', true], ['words/x.ts', 'features/tokens', true],
  ['labels/x.ts', 'training/random', true], ['model/x.ts', 'training/random', true], ['model/x.ts', 'blocks/page', true], ['classify-blocks.ts', 'training/x', true],
  ['blocks/x.ts', 'classify-blocks', true], ['training/x.ts', 'cli/x', true], ['errors.ts', 'types', true],
])('%s importing %s is backward: %p', (file, from, backward) => {
  expect(isBackward({ file, from, own: true })).toBe(backward);
});

test.each<[string, RegExp, RegExp]>([
  ['cheerio is imported by the parser alone', /^cheerio/, /^blocks\/parse-html\.ts$/],
  ['natural and compromise are imported by words alone', /^(?:natural|compromise)/, /^words\//],
  ['Node modules are imported by the command line alone', /^(?:node:.*|fs|path|os|url|util|zlib|crypto|stream|worker_threads|child_process|buffer|events)(?:\/|$)/, /^cli\//],
])('%s', (_, what, where) => {
  const found = imports.filter(({ from, own }) => !own && what.test(from));
  expect(found).not.toEqual([]);
  expect(shown(found.filter(({ file }) => !where.test(file)))).toEqual([]);
});

test('natural is never imported as a whole: that loads a thousand modules', () => {
  expect(shown(imports.filter(({ from }) => from === 'natural'))).toEqual([]);
});

test('files and folders are named for what they do', () => {
  const names = files.flatMap((file) => [...new Set([basename(file), ...dirname(file).split('/')])]);
  expect(names.filter((name) => FORBIDDEN_NAME.test(name))).toEqual([]);
  expect(names.filter((name) => name !== '.' && !/^[a-z0-9-]+(?:\.d)?(?:\.ts)?$/.test(name))).toEqual([]);
});

test('stages are pure: no clock, no randomness, no I/O outside of the command line', () => {
  const impure = /\bDate\.now\b|\bnew Date\b|\bperformance\.|\bMath\.random\b|\bconsole\.|\bprocess\.|\bfetch\(|\bset(?:Timeout|Interval)\(|\bglobalThis\b/;
  const codeOf = (file: string) => readFileSync(join(SRC, file), 'utf8').replace(/@example[\s\S]*?\*\//g, '');
  expect(files.filter((file) => !file.startsWith('cli/') && impure.test(codeOf(file)))).toEqual([]);
});

test('no file needs itself by way of others; types may name each other', () => {
  const valuesOf = (file: string) => readFileSync(join(SRC, file), 'utf8').replace(/^(?:import|export) type [^;]*;$/gm, '');
  const imported = new Map(files.map((file) => [file, importsOf(file, valuesOf(file)).filter(({ own }) => own).map(({ from }) => `${from}.ts`)]));
  const done = new Set<string>();
  const cycleFrom = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of imported.get(file) ?? []) {
      const cycle = cycleFrom(next, [...path, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  expect(files.map((file) => cycleFrom(file, [])).filter(Boolean)).toEqual([]);
});
