import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

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

test('the quick start labels what it shows', () => {
  const file = join(folder, 'quick-start.ts');
  writeFileSync(file, programs[0].code.replaceAll("'boilerplate-classifier'", `'${resolve('src/index')}'`));
  const output = execFileSync(process.execPath, ['--import', 'tsx', file], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
  expect(output).toMatch(/^navigation \d\.\d\d Home Sport$/m);
  expect(output).toMatch(/^article \d\.\d\d The island ferry/m);
  expect(output).toMatch(/^related \d\.\d\d Harbour wall repair/m);
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
