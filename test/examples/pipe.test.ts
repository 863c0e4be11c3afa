import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pageOf } from '../cli/classify/archive';
import { parseLines } from '../cli/classify/parse-lines';
import { buildClassify, CLI, runClassify } from '../cli/classify/run-classify';

buildClassify();

/** The line of the recipe that the engines run, with the command line of this project. */
const recipe = /```sh\n(boilerplate-classifier classify [^\n]+)\n```/.exec(readFileSync('examples/pipe.md', 'utf8'))![1];
const runRecipe = (input: string) => spawnSync('sh', ['-c', recipe.replace('boilerplate-classifier', `"${process.execPath}" "${CLI}"`)], { input, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });

test('partitions give together what the whole gives: a line for each line, joined by id', () => {
  const records = Array.from({ length: 60 }, (_, i) => (i === 7 ? '{"id": "r7", "html": 1}' : JSON.stringify({ id: `r${i}`, html: pageOf(String(i)) })));
  // An empty one and one of a single line without a line feed are among them, as engines make them.
  const partitions = [records.slice(0, 25), [], records.slice(25, 26), records.slice(26)];
  const results = partitions.map((lines, p) => {
    const { status, stdout } = runRecipe(lines.join('\n') + (p === 3 ? '\n' : ''));
    expect(status).toBe(0);
    expect(parseLines(stdout).map(({ id }) => id)).toEqual(lines.map((line) => (JSON.parse(line) as { id: string }).id));
    return stdout;
  });
  const whole = runClassify(['--jsonl'], `${records.join('\n')}\n`);
  const byId = (text: string) => new Map(parseLines(text).map((result) => [result.id, result]));
  const joined = byId(results.join(''));
  expect(joined.size).toBe(60);
  // The line number of an error record counts in its partition.
  expect(joined.get('r7')).toMatchObject({ error: { code: 'BAD_RECORD' } });
  expect(joined).toEqual(byId(whole.stdout));
});

test('wrong use still fails the task', () => {
  expect(spawnSync('sh', ['-c', recipe.replace('boilerplate-classifier', `"${process.execPath}" "${CLI}"`).replace('--jsonl', '--jsonl --workers none')], { env: { ...process.env, NODE_OPTIONS: '' } }).status).toBe(1);
});
