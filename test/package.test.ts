import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { classifyBlocks } from '../src/classify-blocks';
import { readModel } from '../src/model/read-model';
import { writeTinyCorpus } from './cli/tiny-corpus';
import { CLEAN_ENV, installPackage, type Installed } from './installed-package';
import { NEWS_HTML } from './news-page';

const NAME = 'boilerplate-classifier';
const env = CLEAN_ENV;
let installed: Installed;
beforeAll(() => { installed = installPackage(); });
afterAll(() => installed.remove());
const run: Installed['run'] = (file, code) => installed.run(file, code);

const PRINT = `const blocks = classifyBlocks(${JSON.stringify(NEWS_HTML)});
console.log(JSON.stringify({ blocks, article: articleText(blocks), names: splitBlocks('One line').length }));`;
const IMPORT = {
  esm: (names: string, from: string) => `import { ${names} } from '${from}';\n`,
  cjs: (names: string, from: string) => `const { ${names} } = require('${from}');\n`,
};

test('import and require give the blocks, labels and scores of the source', () => {
  const imported = run('page.mjs', IMPORT.esm('classifyBlocks, articleText, splitBlocks', NAME) + PRINT);
  expect(run('page.cjs', IMPORT.cjs('classifyBlocks, articleText, splitBlocks', NAME) + PRINT)).toBe(imported);
  expect((JSON.parse(imported) as { blocks: unknown }).blocks).toEqual(classifyBlocks(NEWS_HTML));
});

// Trains a model of two labels from pages whose files are made on the spot.
const TRAIN = `const LABELS = ['tale', 'law'];
const files = [...Array(6).keys()].map((i) => parseLabels(
  '# page: x\\n# site: s' + i + '\\n# kind: k\\n# language: en\\n# year: 1\\n# sha256: 0\\ntale\\tAnn told a long tale about boat ' + i + '\\nlaw\\tTerms of use', 'x.labels'));
const indexes = newTokenIndexes();
const html = (file) => labelledPage('<p>' + file.lines[0][1] + '</p><ul><li>' + file.lines[1][1] + '</li></ul>', file, LABELS);
const pages = files.map((file, i) => ({ ...html(file), fold: i % 5 }));
const texts = files.map((file, i) => ({ ...labelledText(file, LABELS), fold: i % 5 }));
const model = trainModel({ labels: LABELS, indexes, corpusDigest: '0'.repeat(64),
  markup: pages.map((page) => toTrainingPage(page, 'markup', LABELS, indexes)), text: texts.map((page) => toTrainingPage(page, 'text', LABELS, indexes)) });
console.log(JSON.stringify({ blocks: classifyBlocks('<p>Bo told a long tale</p>', { model }), accuracy: evaluateModel(model, pages).accuracy }));`;
const TRAINING_NAMES = 'trainModel, evaluateModel, parseLabels, labelledPage, labelledText, newTokenIndexes, toTrainingPage';

test('`./training` trains a model that the package takes, imported and required', () => {
  const imported = run('train.mjs', IMPORT.esm('classifyBlocks', NAME) + IMPORT.esm(TRAINING_NAMES, `${NAME}/training`) + TRAIN);
  expect(run('train.cjs', IMPORT.cjs('classifyBlocks', NAME) + IMPORT.cjs(TRAINING_NAMES, `${NAME}/training`) + TRAIN)).toBe(imported);
  expect(JSON.parse(imported)).toMatchObject({ blocks: [{ label: 'tale' }], accuracy: 1 });
});

/** Modules that a file of the package imports, and those that the files do that it imports itself. */
function importsOf(file: string, seen = new Set<string>()): Set<string> {
  const found = new Set<string>();
  if (seen.has(file)) return found;
  seen.add(file);
  for (const [, from] of readFileSync(file, 'utf8').matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)["']([^"'\s]+)["']/g)) {
    if (from.startsWith('.')) for (const inner of importsOf(join(dirname(file), from), seen)) found.add(inner);
    else found.add(from);
  }
  return found;
}

test('the library imports nothing but cheerio and valibot, on no platform in particular', () => {
  for (const conditions of Object.values(installed.manifest.exports)) {
    for (const { default: file } of Object.values(conditions)) expect([...importsOf(join(installed.folder, file))].filter((from) => !/^(?:cheerio(?:\/slim)?|valibot)$/.test(from))).toEqual([]);
  }
  expect([...importsOf(join(installed.folder, installed.manifest.exports['.'].import.default))].sort()).toEqual(['cheerio/slim', 'valibot']);
});

test('natural is built in: no file imports it, the package does not depend on it', () => {
  expect(Object.keys(installed.manifest.dependencies).sort()).toEqual(['cac', 'cheerio', 'cli-progress', 'encoding-sniffer', 'valibot']);
  for (const file of readdirSync(join(installed.folder, 'dist')).filter((name) => /\.[cm]?js$/.test(name))) {
    expect([file, ...[...importsOf(join(installed.folder, 'dist', file))].filter((from) => /^natural/.test(from))]).toEqual([file]);
  }
});

test('the tarball holds what is published and no more, and every file that the manifest names', () => {
  expect(readdirSync(installed.folder).sort()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json']);
  const named = [...Object.values(installed.manifest.exports).flatMap((conditions) => Object.values(conditions).flatMap((files) => Object.values(files))), ...Object.values(installed.manifest.bin)];
  expect(named.filter((file) => !existsSync(join(installed.folder, file)))).toEqual([]);
});

const TYPED = `import { classifyBlocks, type ClassifiedBlock } from '${NAME}';
import { trainModel } from '${NAME}/training';
import { readModel } from '${NAME}';
export const own: 'article' | 'comment' = classifyBlocks('One line', { model: readModel<'article' | 'comment'>('') })[0].label;
export const blocks: ClassifiedBlock[] = classifyBlocks('One line'); export const label: 'article' | 'navigation' | 'promo' | 'related' = blocks[0].label; export const train: Function = trainModel;
`;

test.each([['nodenext', 'nodenext', ['typed.mts', 'typed.cts']], ['bundler', 'esnext', ['typed.ts']]])('types resolve with moduleResolution %s', (resolution, module, files) => {
  for (const file of files) writeFileSync(join(installed.project, file), TYPED);
  const { stdout, status } = spawnSync(process.execPath, [
    resolve('node_modules', 'typescript', 'bin', 'tsc'), '--noEmit', '--strict', '--target', 'es2022', '--module', module, '--moduleResolution', resolution, ...files,
  ], { cwd: installed.project, env, encoding: 'utf8' });
  expect(stdout).toBe('');
  expect(status).toBe(0);
});

const tool = (file: string, ...args: string[]) => spawnSync(process.execPath, [resolve('node_modules', file), ...args], { cwd: installed.project, env: { ...env, NO_COLOR: '1' }, encoding: 'utf8' });

test('publint finds nothing', () => {
  const { status, stdout, stderr } = tool('publint/src/cli.js', 'run', installed.folder, '--strict');
  expect([status, stdout + stderr]).toEqual([0, expect.stringMatching(/All good!/)]);
});

// Node 10 is left out, which knows no sub-paths.
test('arethetypeswrong finds nothing', () => {
  const { status, stdout, stderr } = tool('@arethetypeswrong/cli/dist/index.js', installed.tarball, '--profile', 'node16', '--no-definitely-typed', '--no-emoji');
  expect([status, stdout + stderr]).toEqual([0, expect.stringMatching(/node16 \(from CJS\)/)]);
});

describe('the command line as installed', () => {
  const bin = (...args: string[]) => spawnSync(process.execPath, [join(installed.folder, installed.manifest.bin[NAME]), ...args], { cwd: installed.project, env, encoding: 'utf8' });

  test('prints how it is used', () => expect(bin('--help')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/train[^]*eval/) }));

  test('trains', () => {
    writeTinyCorpus(join(installed.project, 'corpus'));
    expect(bin('train', '--out', 'model.json').status).toBe(0);
    expect(readModel(readFileSync(join(installed.project, 'model.json'), 'utf8')).labels).toEqual(['article', 'navigation', 'promo', 'related']);
  });

  test('classifies, and says which package is missing for what needs one', () => {
    writeFileSync(join(installed.project, 'page.html'), NEWS_HTML);
    writeFileSync(join(installed.project, 'page.warc'), 'WARC/1.0\r\n');
    const { status, stdout } = bin('classify', 'page.html');
    expect(status).toBe(0);
    expect((JSON.parse(stdout) as { blocks: unknown }).blocks).toEqual(classifyBlocks(NEWS_HTML));
    expect(bin('classify', '--workers', '2', 'page.html')).toMatchObject({ status: 2, stdout: '', stderr: '`--workers` needs the package `tinypool`, which is not installed: `npm install tinypool`\n' });
    expect(bin('classify', '--jsonl', 'page.warc')).toMatchObject({ status: 2, stdout: '', stderr: 'Reading web archives needs the package `warcio`, which is not installed: `npm install warcio`\n' });
    for (const name of ['tinypool', 'warcio']) symlinkSync(resolve('node_modules', name), join(installed.project, 'node_modules', name), 'junction');
    expect(bin('classify', '--workers', '2', 'page.html')).toMatchObject({ status: 0, stdout });
    expect(bin('classify', '--jsonl', 'page.warc')).toMatchObject({ status: 1, stderr: 'page.warc: record 1, at byte 0: its head does not end\n' });
  });

  test('says that cross-validation needs a clone', () => {
    expect(bin('eval', '--gate')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/`--gate` of `eval` runs in a clone of the project alone: `npm run eval`\n$/) });
  });
});
