import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { articleText } from '../../../src/article-text';
import { classifyBlocks } from '../../../src/classify-blocks';
import { NEWS_HTML } from '../../news-page';
import { packed, pageOf, response } from './archive';
import { parseLines } from './parse-lines';
import { buildClassify, CLI, runClassify } from './run-classify';

buildClassify();

const folder = mkdtempSync(join(tmpdir(), 'boilerplate-classify-'));
const at = (name: string) => join(folder, name);
const article = articleText(classifyBlocks(NEWS_HTML));

beforeAll(() => {
  mkdirSync(at('site/deep'), { recursive: true });
  writeFileSync(at('site/b.html'), NEWS_HTML);
  writeFileSync(at('site/a.txt'), 'Sign up for our newsletter\nHome');
  writeFileSync(at('site/picture.png'), 'x');
  writeFileSync(at('site/deep/c.htm.gz'), gzipSync('<meta charset=windows-1252><p>Caf\xe9 open'.replace('\xe9', '\u00e9'), {}));
  writeFileSync(at('site/deep/d.warc.gz'), packed(response('1', pageOf('1')), response('2', pageOf('2'))));
  writeFileSync(at('latin.html'), Buffer.from('<meta charset=windows-1252><p>Caf\xe9', 'latin1'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('files, folders and standard input, each in its place; what is no page is left out', () => {
  const { status, stdout, stderr } = runClassify([at('latin.html'), '-', at('site')], NEWS_HTML);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const pages = parseLines(stdout) as { id: string; charset: string; blocks: { text: string }[] }[];
  expect(pages.map(({ id }) => id)).toEqual([at('latin.html'), '-', at('site/a.txt'), at('site/b.html'), at('site/deep/c.htm.gz'), 'urn:1', 'urn:2']);
  expect(pages[0]).toMatchObject({ charset: 'windows-1252', blocks: [{ text: 'Café' }] });
  expect(pages[1].blocks).toEqual(classifyBlocks(NEWS_HTML));
  expect(pages[2].blocks.map(({ text }) => text)).toEqual(['Sign up for our newsletter', 'Home']);
});

test('--format text prints the article, json one array, html one page', () => {
  expect(runClassify([at('site/b.html'), '--format', 'text'])).toEqual(expect.objectContaining({ status: 0, stdout: `${article}\n`, stderr: '' }));
  const json = JSON.parse(runClassify([at('site/b.html'), at('nowhere'), at('site/b.html'), '--format', 'json', '--article', '--label', 'promo, related']).stdout) as { id: string; article: string; blocks: { label: string }[] }[];
  expect(json).toEqual([
    expect.objectContaining({ id: at('site/b.html'), article }), { id: at('nowhere'), file: at('nowhere'), error: { code: 'UNREADABLE', message: expect.stringContaining('ENOENT') } }, expect.anything(),
  ]);
  expect(new Set(json[0].blocks.map(({ label }) => label))).toEqual(new Set(['promo', 'related']));
  const html = runClassify([at('site'), '--format', 'html']).stdout;
  expect(html.match(/<!doctype html>/g)).toHaveLength(1);
  expect(html.match(/<section>/g)).toHaveLength(5);
});

test('what is bad is named with its place, the rest goes on, exit code 1', () => {
  const line = (id: string, html = '<p>One') => `${JSON.stringify({ id, html })}\n`;
  const inputs: Record<string, string | Uint8Array> = {
    '1.jsonl': `${line('a')}{"id": \n${line('big', 'x'.repeat(3_000))}${line('b')}`,
    '2.jsonl.gz': gzipSync(line('c') + Array.from({ length: 500 }, (_, i) => line(`${(i * 2654435761) % 4294967296}`)).join('')).subarray(0, 2_000),
    '3.warc': Buffer.concat([response('d', pageOf('d')), response('broken', pageOf('broken'), undefined, 20), response('e', pageOf('e'))]),
    '4.warc.gz': packed(response('f', pageOf('f')), response('cut', pageOf('cut'))).subarray(0, -40),
    '6.jsonl': line('g'),
  };
  mkdirSync(at('bad'));
  for (const [name, content] of Object.entries(inputs)) writeFileSync(at(`bad/${name}`), content);
  symlinkSync(at('bad/gone'), at('bad/5.jsonl'));
  const { status, stdout, stderr } = runClassify(['--jsonl', '--max-record', '2kB', at('bad')]);
  expect(stderr.split('\n')).toEqual([
    expect.stringMatching(/1\.jsonl:2: not JSON: /), expect.stringMatching(/1\.jsonl:3: the record is larger than 2000 bytes: raise --max-record$/),
    expect.stringMatching(/2\.jsonl\.gz:\d+: the gzip data is broken or cut short: /),
    expect.stringMatching(/3\.warc: record 2, at byte \d+: its `Content-Length` /),
    expect.stringMatching(/4\.warc\.gz: record 2, at byte \d+: the gzip data is broken or cut short: /),
    expect.stringMatching(/5\.jsonl: it cannot be read: ENOENT/), '',
  ]);
  expect(status).toBe(1);
  const results = parseLines(stdout);
  expect(results.flatMap(({ error, id, file, line, part }) => (error ? [[(error as { code: string }).code, id, file, line, part]] : []))).toEqual([
    ['NOT_JSON', undefined, at('bad/1.jsonl'), 2, undefined], ['TOO_LARGE', undefined, at('bad/1.jsonl'), 3, undefined],
    ['BROKEN_FILE', undefined, at('bad/2.jsonl.gz'), expect.any(Number), undefined],
    ['BROKEN_FILE', 'urn:broken', at('bad/3.warc'), undefined, expect.stringMatching(/^record 2, at byte \d+$/)],
    ['BROKEN_FILE', undefined, at('bad/4.warc.gz'), undefined, expect.stringMatching(/^record 2, at byte \d+$/)],
    ['UNREADABLE', at('bad/5.jsonl'), at('bad/5.jsonl'), undefined, undefined],
  ]);
  expect(results.map(({ id }) => id).filter((id) => /^(urn:)?[a-g]$/.test(String(id)))).toEqual(['a', 'b', 'c', 'urn:d', 'urn:e', 'urn:f', 'g']);
});

test('records are not taken for a page: the flag that reads them is named', () => {
  expect(runClassify(['latin.html', 'records.jsonl.gz'])).toMatchObject({ status: 2, stdout: '', stderr: 'records.jsonl.gz holds a record a line, by its name: read it with `--jsonl`\n' });
});

test('binary data and a folder without pages are bad, each named', () => {
  mkdirSync(at('nothing'));
  writeFileSync(at('nothing/notes.md'), 'Notes');
  writeFileSync(at('paper.pdf'), Buffer.from(Array.from({ length: 3_000 }, (_, i) => (i * 73) % 256)));
  const { status, stdout, stderr } = runClassify([at('nothing'), at('paper.pdf'), at('latin.html')]);
  expect(stderr.split('\n')).toEqual([
    expect.stringMatching(/nothing: nothing to read in it: in a folder files are looked for whose names end in \.html, .*\.wet, gzipped or not$/),
    expect.stringMatching(/paper\.pdf: expected HTML or plain text, got binary data \(\d+ of 3000 characters are controls\)$/), '',
  ]);
  expect(status).toBe(1);
  expect(parseLines(stdout)).toMatchObject([{ error: { code: 'UNREADABLE' } }, { error: { code: 'BAD_RECORD' } }, { id: at('latin.html') }]);
});

test.each<[string, string, string]>([
  ['that is not there', 'nowhere.html', 'ENOENT'],
  ['below a file', 'latin.html/x', 'ENOTDIR'],
  ['that is a link to itself', 'self.html', 'ELOOP'],
  ['whose name is too long', `${'n'.repeat(300)}.html`, 'ENAMETOOLONG'],
])('an input %s is a bad record, alone as beside others', (_, name, code) => {
  if (name === 'self.html') symlinkSync(name, at(name));
  const bad = { id: at(name), file: at(name), error: { code: 'UNREADABLE', message: expect.stringContaining(code) } };
  const alone = runClassify([at(name)]);
  expect({ status: alone.status, records: parseLines(alone.stdout) }).toEqual({ status: 1, records: [bad] });
  const beside = runClassify([at(name), at('latin.html')]);
  expect({ status: beside.status, records: parseLines(beside.stdout) }).toEqual({ status: 1, records: [bad, expect.objectContaining({ id: at('latin.html') })] });
});

// A device that is always full; other systems have none.
(existsSync('/dev/full') ? test : test.skip)('an output that fails is told in one line, exit code 2', () => {
  const { status, stderr } = spawnSync('/bin/sh', ['-c', `exec "${process.execPath}" "${CLI}" classify "${at('site/b.html')}" > /dev/full`], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
  expect(stderr).toMatch(/^Cannot write the output: ENOSPC: [^\n]+\n$/);
  expect(status).toBe(2);
});

test('an archive whose beginning is broken is an archive still, by its name: what is broken is named once', () => {
  mkdirSync(at('archives'));
  writeFileSync(at('archives/a.warc'), Buffer.concat([Buffer.from('cut off in front\r\nX: y\r\n'), response('h', pageOf('h'))]));
  const { status, stdout, stderr } = runClassify(['--jsonl', at('archives')]);
  expect(stderr).toMatch(/^[^\n]*a\.warc: after record 0, at byte 0: expected a line such as `WARC\/1\.0`[^\n]*\n$/);
  expect(status).toBe(1);
  expect(parseLines(stdout)).toMatchObject([{ error: { code: 'BROKEN_FILE' } }, { id: 'urn:h' }]);
});

test.each<[string[], RegExp]>([
  [['x', '--format', 'xml'], /^Expected `--format` to be one of json, jsonl, text, html, markdown, got a string `xml`$/],
  [['x', '--label', 'article,sport'], /^Expected `--label` to name labels of the model \(article, navigation, promo, related\), got a string `sport`$/],
  [['x', '--workers', '0'], /^Expected `--workers` to be a whole number from 1 to \d+, got `0`$/],
  [['x', '--max-record', 'much'], /^Expected `--max-record` to be a size such as 50MB/],
  [['x', '--jsonl', '--format', 'text'], /^`--jsonl` writes a line for each record/],
  [['x', '--model', 'package.json'], /model/],
  [['x', '--format', 'text', '--explain', '--article'], /^Expected `--explain` and `--article` with `--format` json or jsonl, which have room for it, got a string `text`$/],
])('%j is wrong use: one line, exit code 2', (args, message) => {
  const { status, stdout, stderr } = runClassify(args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(stderr.trimEnd()).toMatch(message);
});
