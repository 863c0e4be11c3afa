import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packed, pageOf, response } from './cli/classify/archive';
import { buildClassify, CLI } from './cli/classify/run-classify';
import { NEWS_HTML } from './news-page';

buildClassify();

/** The command lines of the README by the heading that they stand under, without their comments. */
function commandsUnder(heading: string): string[] {
  const section = readFileSync('README.md', 'utf8').split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, code]) => code.split('\n').map((line) => line.replace(/\s+#.*$/, '')).filter(Boolean));
}

const folder = mkdtempSync(join(tmpdir(), 'boilerplate-readme-'));
const at = (...names: string[]) => join(folder, ...names);
afterAll(() => rmSync(folder, { recursive: true }));

// `npx boilerplate-classifier` as in a project that has installed the package.
const bin = at('bin');
const env = { ...process.env, NODE_OPTIONS: '', PATH: `${bin}:${process.env.PATH}` };
beforeAll(() => {
  mkdirSync(bin);
  writeFileSync(join(bin, 'npx'), `#!/bin/sh\nshift\nexec "${process.execPath}" "${CLI}" "$@"\n`);
  chmodSync(join(bin, 'npx'), 0o755);
  mkdirSync(at('saved'));
  for (const name of ['one', 'two']) writeFileSync(at('saved', `${name}.html`), NEWS_HTML);
  writeFileSync(at('page.html'), NEWS_HTML);
  writeFileSync(at('records.jsonl'), `{"id": 1, "html": "<p>One"}\n{"id": 2, "text": "Two"}\n`);
  writeFileSync(at('crawl.warc.gz'), packed(response('a', pageOf('a')), response('b', pageOf('b'))));
});

const run = (line: string) => spawnSync('sh', ['-c', line], { cwd: folder, env, encoding: 'utf8' });

/** Starts the line, waits for the address that it prints, and stops it as Ctrl+C does. */
async function serve(line: string): Promise<string> {
  const child = spawn('sh', ['-c', `exec ${line}`], { cwd: folder, env });
  for await (const chunk of child.stdout) {
    child.kill('SIGINT');
    return String(chunk);
  }
  return '';
}

test('the commands under "Your own pages" run one after the other, and leave what they say', async () => {
  const commands = commandsUnder('Your own pages');
  expect(commands.map((line) => line.split(' ')[2])).toEqual(['add', 'label', 'check', 'train', 'eval', 'classify']);
  for (const line of commands) {
    if (line.endsWith(' label')) {
      expect(await serve(line)).toMatch(/^http:\/\/127\.0\.0\.1:/);
      continue;
    }
    const { status, stdout, stderr } = run(line);
    // The two pages are the same, which `check` finds.
    expect([line, status, status === (line.endsWith(' check') ? 1 : 0) || stderr]).toEqual([line, line.endsWith(' check') ? 1 : 0, true]);
    expect(stdout).not.toBe('');
  }
  expect(readdirSync(at('pages'))).toEqual(['one.html', 'one.labels', 'two.html', 'two.labels']);
  expect(existsSync(at('model.json'))).toBe(true);
});

test('the commands under "Many pages" run', () => {
  const commands = commandsUnder('Many pages');
  expect(commands).toHaveLength(3);
  for (const line of commands) {
    const { status, stderr, stdout } = run(line);
    expect([line, status, stderr]).toEqual([line, 0, '']);
    const output = stdout || readFileSync(at('labels.jsonl'), 'utf8');
    expect(output.split('\n').length).toBeGreaterThan(2);
  }
});

test('every other command of the README is one that CI runs on a clean checkout', () => {
  const ci = readFileSync('.ci/run', 'utf8');
  const known = new Set([...commandsUnder('Your own pages'), ...commandsUnder('Many pages')]);
  const all = [...readFileSync('README.md', 'utf8').matchAll(/^## (.*)$/gm)].flatMap(([, heading]) => commandsUnder(heading)).filter((line) => !known.has(line));
  expect(all).not.toEqual([]);
  for (const step of all.flatMap((line) => line.split(' && '))) expect(ci).toContain(step);
});
