import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as library from '../src/index';
import { runProgram } from './run-program';

const readme = readFileSync('README.md', 'utf8');
const blocks = [...readme.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, language, code]) => ({ language, code }));
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

// In the repo, so that the packages that the code imports are found.
const folder = mkdtempSync(resolve('node_modules', '.readme-'));
afterAll(() => rmSync(folder, { recursive: true }));

const programs = blocks.filter(({ language, code }) => language === 'ts' && code.includes('import '));

test.each(programs.map(({ code }, i) => [i, code]))('program %i of the README runs and prints something', (i, code) => {
  const output = runProgram(join(folder, `program-${i}.ts`), code);
  expect(output.trim()).not.toBe('');
});

test('the quick start prints what stands below it, but for how sure the model is today', () => {
  const output = runProgram(join(folder, 'quick-start.ts'), programs[0].code);
  const shown = blocks[blocks.findIndex(({ code }) => code === programs[0].code) + 1];
  const withoutFigures = (text: string) => text.replace(/ \d\.\d\d /g, ' N ');
  expect(shown.language).toBe('text');
  expect(withoutFigures(output)).toBe(withoutFigures(shown.code));
});

const EXAMPLE = /@example\n([\s\S]*?) \*\//g;
const examples = ['classify-blocks', 'split-blocks', 'article-text', 'model/read-model'].flatMap((file) => (
  [...readFileSync(`src/${file}.ts`, 'utf8').matchAll(EXAMPLE)].map(([, lines]): [string, string] => [file, lines.replace(/^ \* ?/gm, '')])
));

test('every public function has an example', () => expect(examples).toHaveLength(4));

test.each(examples)('the example of %s prints what it says', (file, code) => {
  const says = [...code.matchAll(/^\/\/ (.*)$/gm)].map(([, line]) => line);
  expect(runProgram(join(folder, `example-${file.replace('/', '-')}.ts`), code).trim().split('\n')).toEqual(says);
});

test('the signatures under "API" are those of the package, all of them', () => {
  const signatures = blocks.find(({ language, code }) => language === 'ts' && !code.includes('import '))!.code;
  const functions = Object.entries(library).filter(([, value]) => typeof value === 'function').map(([name]) => name);
  expect([...signatures.matchAll(/^(\w+)\(/gm)].map(([, name]) => name).sort()).toEqual(functions.sort());
});

test('there are programs to run', () => {
  expect(programs.length).toBeGreaterThanOrEqual(2);
});

test('every npm script that the documents name is there', () => {
  for (const document of ['README.md', 'CONTRIBUTING.md', 'corpus/README.md']) {
    for (const [, script] of readFileSync(document, 'utf8').matchAll(/npm run ([\w:-]+)/g)) expect(scripts).toHaveProperty([script]);
  }
});

test('every file that the README links to is there', () => {
  for (const [, target] of readme.matchAll(/\]\(([^)#]+)\)/g)) if (!target.startsWith('http')) expect([target, existsSync(target)]).toEqual([target, true]);
});
