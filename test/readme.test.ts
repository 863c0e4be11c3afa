import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as library from '../src/index';

const readme = readFileSync('README.md', 'utf8');
const blocks = [...readme.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, language, code]) => ({ language, code }));
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

// In the repo, so that the packages that the code imports are found.
const folder = mkdtempSync(resolve('node_modules', '.readme-'));
afterAll(() => rmSync(folder, { recursive: true }));

const programs = blocks.filter(({ language, code }) => language === 'ts' && code.includes('import '));

test.each(programs.map(({ code }, i) => [i, code]))('program %i of the README runs and prints something', (i, code) => {
  const file = join(folder, `program-${i}.ts`);
  writeFileSync(file, code.replaceAll("'boilerplate-classifier'", `'${resolve('src/index')}'`));
  const output = execFileSync(process.execPath, ['--import', 'tsx', file], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
  expect(output.trim()).not.toBe('');
});

test('the quick start prints what stands below it, but for how sure the model is today', () => {
  const file = join(folder, 'quick-start.ts');
  writeFileSync(file, programs[0].code.replaceAll("'boilerplate-classifier'", `'${resolve('src/index')}'`));
  const output = execFileSync(process.execPath, ['--import', 'tsx', file], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
  const shown = blocks[blocks.findIndex(({ code }) => code === programs[0].code) + 1];
  const withoutFigures = (text: string) => text.replace(/ \d\.\d\d /g, ' N ');
  expect(shown.language).toBe('text');
  expect(withoutFigures(output)).toBe(withoutFigures(shown.code));
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
