import { articleText } from '../../../src/article-text';
import { classifyBlocks } from '../../../src/classify-blocks';
import { runTask } from '../../../src/cli/classify/run-task';
import { survive } from '../../../src/cli/classify/start-runner';
import type { Settings, Task } from '../../../src/cli/classify/task';
import { NEWS_HTML } from '../../news-page';
import { parseLines } from './parse-lines';

const SETTINGS: Settings = { format: 'jsonl', compact: true, explain: false, article: false, maxRecordBytes: 1e6 };
const lines = (...records: (string | object)[]): Task => ({
  kind: 'lines', file: 'x.jsonl', firstLine: 5, bytes: Buffer.from(records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record))).join('\n')),
});
const page: Task = { kind: 'page', place: { file: 'news.html' }, id: 'news.html', bytes: Buffer.from(NEWS_HTML) };
const labelled = classifyBlocks(NEWS_HTML);

test('a record gives its id, labels, offsets and characters of each label', async () => {
  const { output, problems, records } = await runTask(lines({ id: 'a', url: 'https://paper.example/', html: NEWS_HTML, more: 1 }), SETTINGS);
  expect({ problems, records }).toEqual({ problems: [], records: 1 });
  const chars: Record<string, number> = { article: 0, navigation: 0, promo: 0, related: 0 };
  for (const { label, text, hidden } of labelled) if (!hidden) chars[label] += text.length;
  expect(parseLines(output)).toEqual([{
    id: 'a', url: 'https://paper.example/', chars,
    blocks: labelled.map(({ index, label, confidence, start, end }) => ({ index, label, confidence: Math.round(confidence * 1e4) / 1e4, start, end })),
  }]);
});

test('links are compared with the address of a record or page; a name that is no address is passed over', async () => {
  const url = 'https://paper.example/news/ferry-to-run-all-winter';
  const html = '<p><a href="/news/ferry-to-run-all-winter">Ferry to run all winter</a></p><p><a href="/news/harbour-wall-repair-delayed">Harbour wall repair delayed</a></p>';
  const confidences = (blocks: readonly { confidence: number }[]) => blocks.map(({ confidence }) => Math.round(confidence * 1e4) / 1e4);
  const told = async (task: Task) => parseLines((await runTask(task, SETTINGS)).output).map((line) => confidences((line as { blocks: { confidence: number }[] }).blocks));
  const [without, given] = [{ html }, { html, url }].map((page) => confidences(classifyBlocks(page)));
  expect(given).not.toEqual(without);
  expect(await told(lines({ url, html }, { url: 'ferry', html }, { html }))).toEqual([given, without, without]);
  const bytes = Buffer.from(html);
  expect(await told({ ...page, url, bytes })).toEqual([given]);
  expect(await told({ ...page, url: 'urn:page:1', bytes, reading: 'html' })).toEqual([without]);
});

test.each(['text', 'markdown'] as const)('%s holds nothing that could steer a terminal', async (format) => {
  const { output } = await runTask({ ...page, bytes: Buffer.from('<pre>The ferry&#27;[2J will sail&#7;\tevery day\nof winter</pre>') }, { ...SETTINGS, format, labels: ['article', 'navigation', 'promo', 'related'] });
  expect(output).toMatch(/The ferry\[2J will sail\s+every day\sof winter/);
  expect(output).not.toMatch(/[^\P{Cc}\n\t]/u);
});

test('text and given blocks are records too; the article and evidence come when asked for, labels are filtered', async () => {
  const { output } = await runTask(lines({ id: 1, text: 'Sign up now\nHome' }, { blocks: ['One'] }, { id: 'h', html: NEWS_HTML }), { ...SETTINGS, article: true, explain: true, labels: ['article'] });
  const [text, blocks, html] = parseLines(output) as { id?: unknown; article: string; blocks: { label: string; evidence: unknown[] }[] }[];
  expect([text.id, blocks.id, html.id]).toEqual([1, undefined, 'h']);
  expect(html.article).toBe(articleText(labelled));
  expect(html.blocks).toHaveLength(labelled.filter(({ label }) => label === 'article').length);
  expect(html.blocks.every(({ label, evidence }) => label === 'article' && evidence.length > 0)).toBe(true);
});

test.each<[string, string | object, string, RegExp, unknown]>([
  ['no JSON', '{"id": 1, "html": "<p>', 'NOT_JSON', /^not JSON: /, undefined],
  ['an empty line', '', 'NOT_JSON', /empty/, undefined],
  ['a list', [1], 'BAD_RECORD', /expected an object.*an array of 1/, undefined],
  ['no page', { id: 'a' }, 'BAD_RECORD', /one of `html`, `text` and `blocks`, got none/, 'a'],
  ['two pages', { id: 'a', html: '', text: '' }, 'BAD_RECORD', /got `html` and `text`/, 'a'],
  ['a page that is a number', { id: 'a', html: 5 }, 'BAD_RECORD', /Expected `html` to be a string, got `5`/, 'a'],
  ['a block without text', { id: 'a', blocks: ['x', ' '] }, 'BAD_RECORD', /blocks\[1\]/, 'a'],
  ['an id that is no name', { id: {}, html: '' }, 'BAD_RECORD', /`id`/, undefined],
  ['an id that would come back changed', '{"id": 12345678901234567890, "html": ""}', 'BAD_RECORD', /as a string/, undefined],
  ['an id that would come back as null', '{"id": 1e400, "html": ""}', 'BAD_RECORD', /as a string/, undefined],
  ['one below all numbers', '{"id": -1e400, "html": ""}', 'BAD_RECORD', /as a string/, undefined],
])('%s gives an error record in its place, and the others go on', async (_, bad, code, message, id) => {
  const { output, problems, records } = await runTask(lines({ id: 'x', html: '' }, bad, { id: 'y', html: '' }), SETTINGS);
  expect(records).toBe(3);
  expect(problems).toEqual([expect.stringMatching(/^x\.jsonl:6: /)]);
  expect(problems[0].slice('x.jsonl:6: '.length)).toMatch(message);
  const records3 = parseLines(output);
  expect(records3).toMatchObject([{ id: 'x' }, { file: 'x.jsonl', line: 6, error: { code } }, { id: 'y' }]);
  expect(records3[1].id).toEqual(id);
});

test('bytes that are no UTF-8 are no JSON', async () => {
  const { output } = await runTask({ kind: 'lines', file: 'x', firstLine: 1, bytes: Buffer.from('{"html": "\xff"}', 'latin1') }, SETTINGS);
  expect(parseLines(output)).toMatchObject([{ file: 'x', line: 1, error: { code: 'NOT_JSON', message: 'not JSON: the line is not valid UTF-8' } }]);
});

test('what a record says cannot steer a terminal', async () => {
  const { problems } = await runTask(lines('\u001b[2J\u202eboo\r'), SETTINGS);
  expect(problems[0]).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

test('a page gives whole blocks, or its article as text', async () => {
  const whole = await runTask(page, { ...SETTINGS, compact: false });
  expect(parseLines(whole.output)).toEqual([{ id: 'news.html', charset: 'utf-8', chars: expect.anything(), blocks: labelled }]);
  expect((await runTask(page, { ...SETTINGS, format: 'text' })).output).toBe(`${articleText(labelled)}\n`);
  expect((await runTask({ ...page, several: true }, { ...SETTINGS, format: 'text' })).output).toBe(`==> news.html <==\n${articleText(labelled)}\n\n`);
  expect((await runTask(page, { ...SETTINGS, format: 'text', labels: ['promo', 'related'] })).output)
    .toBe(labelled.filter(({ label, hidden }) => !hidden && ['promo', 'related'].includes(label)).map(({ text }) => `${text}\n`).join(''));
});

test('a page in a character set that browsers refuse is bad, and says which it declared', async () => {
  const { output, problems } = await runTask({ ...page, bytes: Buffer.from('<meta charset=iso-2022-kr><p>The ferry will sail'), reading: 'html' }, SETTINGS);
  const message = 'expected HTML or plain text, got a page that declares the character set `iso-2022-kr`, which browsers refuse to read';
  expect(problems).toEqual([`news.html: ${message}`]);
  expect(parseLines(output)).toEqual([{ id: 'news.html', file: 'news.html', error: { code: 'BAD_RECORD', message } }]);
});

test('a record that takes its worker down costs itself alone', async () => {
  const run = async (task: Task) => {
    if (task.kind === 'lines' && Buffer.from(task.bytes).includes('deadly')) throw new Error('out of memory');
    return runTask(task, SETTINGS);
  };
  const { output, problems, records } = await survive(lines({ id: 'a', html: '' }, { id: 'b', html: 'deadly' }, { id: 'c', html: '' }), SETTINGS, run);
  expect(records).toBe(3);
  expect(problems).toEqual(['x.jsonl:6: its worker ended: out of memory']);
  expect(parseLines(output)).toMatchObject([{ id: 'a' }, { file: 'x.jsonl', line: 6, error: { code: 'FAILED' } }, { id: 'c' }]);
});

test('what a pool that was stopped did not do is not begun again', async () => {
  let runs = 0;
  const run = async () => {
    runs++;
    throw new Error('Terminating worker thread');
  };
  await expect(survive(lines({ id: 'a', html: '' }, { id: 'b', html: '' }), SETTINGS, run, () => true)).rejects.toThrow('Terminating');
  expect(runs).toBe(1);
});
