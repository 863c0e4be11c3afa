import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pageOf } from './archive';
import { buildClassify, CLI, runClassify } from './run-classify';

buildClassify();
const folder = mkdtempSync(join(tmpdir(), 'boilerplate-rate-'));
const file = join(folder, 'a.jsonl');
beforeAll(() => writeFileSync(file, `${JSON.stringify({ html: pageOf('a') })}\nno json\n${JSON.stringify({ html: pageOf('b') })}\n`));
afterAll(() => rmSync(folder, { recursive: true }));

const script = spawnSync('script', ['--version']).status === 0;
(script ? test : test.skip)(`a terminal shows bar, records, rate and time left, and what is bad on lines of its own${script ? '' : ' (skipped: no `script` here)'}`, () => {
  const out = join(folder, 'out.jsonl');
  // `script` lends a terminal, which has no width where the test itself has none; the output goes to a file.
  const { stdout } = spawnSync('script', ['-qec', `stty cols 200; "${process.execPath}" "${CLI}" classify --jsonl "${file}" > "${out}"`, '/dev/null'], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
  expect(stdout).toMatch(/[█░]+ 100% · 3 records · \d+ a second · \S+ left/);
  expect(stdout).toMatch(/a\.jsonl:2: not JSON: /);
  expect(readFileSync(out, 'utf8').trimEnd().split('\n')).toHaveLength(3);
});

test('no terminal, no bar', () => expect(runClassify(['--jsonl', file]).stderr).toMatch(/^[^\n]*a\.jsonl:2: not JSON: [^\n]*\n$/));
