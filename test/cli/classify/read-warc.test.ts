import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { openInput } from '../../../src/cli/classify/open-input';
import { placeName } from '../../../src/cli/classify/place';
import { readWarc } from '../../../src/cli/classify/read-warc';
import { pageOf, response, warcRecord } from './archive';
import { collect, inChunks } from './collect';

interface Read {
  pages: [string, string][];
  problems: [string, string, string?][];
}

/** Ids and texts of the pages, places and messages of what is broken. */
async function read(archive: Uint8Array | AsyncIterable<Uint8Array>, chunkBytes = 65_536, maxRecordBytes = 10_000, brokenMembers: Error[] = []): Promise<Read> {
  const tasks = await collect(readWarc('a.warc', archive instanceof Uint8Array ? inChunks(archive, chunkBytes) : archive, maxRecordBytes, brokenMembers));
  return {
    pages: tasks.flatMap((task): [string, string][] => (task.kind === 'page' ? [[task.id, Buffer.from(task.bytes).toString()]] : [])),
    problems: tasks.flatMap((task): [string, string, string?][] => (task.kind === 'bad' ? [[placeName(task.place), task.error.message, task.id]] : [])),
  };
}

const good = (...ids: string[]): [string, string][] => ids.map((id) => [`urn:${id}`, pageOf(id)]);
const record = (id: string, http?: string, length?: number | string) => response(id, pageOf(id), http, length);

test.each([1, 7, 1_000, 65_536])('pages of an archive read in chunks of %i bytes', async (size) => {
  expect(await read(Buffer.concat([record('a'), record('b'), record('c')]), size)).toEqual({ pages: good('a', 'b', 'c'), problems: [] });
});

test('records without a page are passed over', async () => {
  const others = [
    warcRecord({ 'WARC-Type': 'warcinfo' }, 'software: x'), warcRecord({ 'WARC-Type': 'request' }, 'GET / HTTP/1.1\r\n\r\n'), warcRecord({ 'WARC-Type': 'metadata' }, 'x: y'),
    response('i', 'GIF', 'Content-Type: image/gif'), warcRecord({ 'WARC-Type': 'response', 'Content-Type': 'text/dns' }, 'paper.example'),
    warcRecord({ 'WARC-Type': 'response' }, 'HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n\r\n<p>Moved</p>'), warcRecord({ 'WARC-Type': 'revisit' }, ''),
  ];
  expect(await read(Buffer.concat([...others, record('a')]))).toEqual({ pages: good('a'), problems: [] });
});

test('extracted text (WET) and stored resources are pages', async () => {
  const archive = Buffer.concat([
    warcRecord({ 'WARC-Type': 'conversion', 'WARC-Record-ID': '<urn:w>', 'Content-Type': 'text/plain' }, 'One\nTwo'),
    warcRecord({ 'WARC-Type': 'resource', 'WARC-Record-ID': '<urn:r>', 'Content-Type': 'text/html; charset=latin1' }, '<p>One</p>'),
  ]);
  const tasks = await collect(readWarc('a.wet', inChunks(archive, 100), 10_000));
  expect(tasks).toMatchObject([{ id: 'urn:w', reading: 'text', charset: 'utf-8' }, { id: 'urn:r', reading: 'html', charset: 'latin1' }]);
});

test.each<[string, string, (page: string) => Uint8Array]>([
  ['chunked', 'Transfer-Encoding: chunked', (page) => Buffer.from(`${page.length.toString(16)}\r\n${page}\r\n0\r\n\r\n`)],
  ['gzip', 'Content-Encoding: gzip', gzipSync],
  ['gzip that the crawler unpacked', 'Content-Encoding: gzip', Buffer.from],
  ['deflate', 'Content-Encoding: deflate', deflateSync],
  ['deflate without the head of zlib', 'Content-Encoding: deflate', deflateRawSync],
  ['deflate that the crawler unpacked', 'Content-Encoding: deflate', Buffer.from],
  ['br', 'Content-Encoding: br', brotliCompressSync],
  ['br that the crawler unpacked', 'Content-Encoding: br', Buffer.from],
  ['zstd that the crawler unpacked', 'Content-Encoding: zstd', Buffer.from],
])('content that is %s', async (_, header, encode) => {
  expect(await read(response('a', encode(pageOf('a')), `Content-Type: text/html\r\n${header}`))).toEqual({ pages: good('a'), problems: [] });
});

test.each(['gzip', 'deflate', 'br', 'zstd', 'gzip, br'])('nothing is an empty page, whatever `%s` is announced', async (coding) => {
  expect(await read(response('a', '', `Content-Encoding: ${coding}`))).toEqual({ pages: [['urn:a', '']], problems: [] });
});

test('text in UTF-16 is stored unpacked too', async () => {
  const page = Buffer.from(`\ufeff${pageOf('a')}`, 'utf16le');
  for (const coding of ['br', 'utf-16']) expect(await read(response('a', page, `Content-Encoding: ${coding}`))).toEqual({ pages: [['urn:a', page.toString()]], problems: [] });
});

const responseOf = (content: string) => warcRecord({ 'WARC-Type': 'response', 'WARC-Record-ID': '<urn:a>' }, content);

test.each<[string, string]>([
  ['lines end with LF alone', 'HTTP/1.1 200 OK\nContent-Type: text/html\n\n'],
  ['blank line is LF alone', 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\n'],
  ['blank line is CR LF after LF', 'HTTP/1.1 200 OK\nContent-Type: text/html\n\r\n'],
  ['status is all it has', 'HTTP/1.1 200 OK\r\n\r\n'],
  ['status is all it has, ended with LF', 'HTTP/1.1 200 OK\n\n'],
])('a head whose %s leaves the page whole', async (_, head) => {
  // A blank line of the page's own is none of the head.
  const page = `${pageOf('a')}\r\n\r\n<p>More</p>\n\n`;
  expect(await read(responseOf(head + page))).toEqual({ pages: [['urn:a', page]], problems: [] });
});

test('a head with LF alone says what its page is and how it is packed', async () => {
  expect(await read(responseOf(`HTTP/1.1 200 OK\nContent-Type: image/gif\n\n${pageOf('a')}`))).toEqual({ pages: [], problems: [] });
  const chunk = `${pageOf('a').length.toString(16)}\r\n${pageOf('a')}\r\n0\r\n\r\n`;
  expect(await read(responseOf(`HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n${chunk}`))).toEqual({ pages: good('a'), problems: [] });
});

test('content that unpacks to more than the bound is refused', async () => {
  const { pages, problems } = await read(response('a', gzipSync(Buffer.alloc(1_000_000)), 'Content-Encoding: gzip'));
  expect({ pages, problems }).toEqual({ pages: [], problems: [[expect.stringMatching(/record 1/), expect.stringMatching(/larger than 10000 bytes/), 'urn:a']] });
});

const BROKEN = 'a.warc: record 2, at byte ';
const offset = record('a').length;

test.each<[string, Buffer, string, RegExp]>([
  ['a length that is too small', record('b', undefined, 100), `${BROKEN}${offset}`, /Content-Length.*does not lead/],
  ['a length that is too large', record('b', undefined, 400), `${BROKEN}${offset}`, /Content-Length/],
  ['a length beyond the file', record('b', undefined, 9_000), `${BROKEN}${offset}`, /ends inside/],
  ['a length that is no number', record('b', undefined, 'many'), `${BROKEN}${offset}`, /no valid `Content-Length`/],
  ['no head', Buffer.from('WARC/1.0\r\n'), `${BROKEN}${offset}`, /head does not end/],
  ['no HTTP', warcRecord({ 'WARC-Type': 'response', 'WARC-Record-ID': '<urn:b>' }, 'hello'), `${BROKEN}${offset}`, /no HTTP response/],
  ['a head of HTTP that does not end', warcRecord({ 'WARC-Type': 'response', 'WARC-Record-ID': '<urn:b>' }, `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(8_000)}`), `${BROKEN}${offset}`, /head of its HTTP response does not end/],
  ['broken packed content', response('b', gzipSync(pageOf('b')).fill(0xff, 20, 60), 'Content-Encoding: gzip'), `${BROKEN}${offset}`, /not the `gzip` data/],
  ['broken deflate', response('b', deflateSync(pageOf('b')).fill(0xff, 20, 60), 'Content-Encoding: deflate'), `${BROKEN}${offset}`, /not the `deflate` data/],
  ['br cut short', response('b', brotliCompressSync(pageOf('b')).subarray(0, 60), 'Content-Encoding: br'), `${BROKEN}${offset}`, /not the `br` data/],
  ['a coding that is not read', response('b', gzipSync(pageOf('b')), 'Content-Encoding: zstd'), `${BROKEN}${offset}`, /expected content packed by one of gzip, .*, got .*`zstd`/],
  ['two codings', response('b', gzipSync(gzipSync(pageOf('b'))), 'Content-Encoding: gzip, gzip'), `${BROKEN}${offset}`, /got .*`gzip, gzip`/],
  ['what is no record', Buffer.from('<html>\r\n<p>what is this\r\n\r\n'), `a.warc: after record 1, at byte ${offset}`, /expected a line such as/],
])('%s is named with its place, and the records after it are read', async (_, broken, place, message) => {
  const { pages, problems } = await read(Buffer.concat([record('a'), broken, record('c'), record('d')]), 50);
  expect(problems.map(([where, what]) => [where, what])).toEqual([[place, expect.stringMatching(message)]]);
  expect(pages).toEqual(good('a', 'c', 'd'));
});

test('a record past the bound is passed over without being kept', async () => {
  async function* archive(): AsyncGenerator<Uint8Array> {
    yield record('a');
    yield Buffer.from(`WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:b>\r\nContent-Length: 300000000\r\n\r\n`);
    for (let i = 0; i < 300; i++) yield Buffer.alloc(1_000_000);
    yield Buffer.concat([Buffer.from('\r\n\r\n'), record('c')]);
  }
  const before = process.memoryUsage().arrayBuffers;
  expect(await read(archive())).toEqual({ pages: good('a', 'c'), problems: [[`${BROKEN}${offset}`, expect.stringMatching(/larger than/), 'urn:b']] });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200e6);
});

test.each<[string, string]>([['response', 'the file ends'], ['response', 'its stream breaks'], ['request', 'the file ends'], ['request', 'its stream breaks']])('a %s past the bound in which %s gives one error', async (type, what) => {
  async function* archive(): AsyncGenerator<Uint8Array> {
    yield Buffer.concat([record('a'), warcRecord({ 'WARC-Type': type, 'WARC-Record-ID': '<urn:b>' }, 'x'.repeat(20_000), 30_000)]);
    if (what === 'its stream breaks') throw Object.assign(new Error('unexpected end of file'), { code: 'Z_BUF_ERROR' });
  }
  const { pages, problems } = await read(archive());
  expect(pages).toEqual(good('a'));
  expect(problems).toEqual([[`${BROKEN}${offset}`, expect.stringMatching(what === 'the file ends' ? /the file ends inside this record/ : /cut short/), what === 'the file ends' ? 'urn:b' : undefined]]);
});

test('an archive that ends inside a record, and one whose stream breaks', async () => {
  const archive = Buffer.concat([record('a'), record('b')]);
  expect(await read(archive.subarray(0, archive.length - 50))).toEqual({ pages: good('a'), problems: [[`${BROKEN}${offset}`, expect.stringMatching(/ends inside/), 'urn:b']] });
  async function* breaks(): AsyncGenerator<Uint8Array> {
    yield archive.subarray(0, archive.length - 50);
    throw Object.assign(new Error('unexpected end of file'), { code: 'Z_BUF_ERROR' });
  }
  expect(await read(breaks())).toEqual({ pages: good('a'), problems: [[`${BROKEN}${offset}`, expect.stringMatching(/gzip data is broken or cut short/), undefined]] });
});

test('a head without end does not fill the memory', async () => {
  async function* endless(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('WARC/1.0\r\n');
    for (let i = 0; i < 100; i++) yield Buffer.alloc(1_000_000, 'x');
    yield Buffer.concat([Buffer.from('\r\n'), record('b')]);
  }
  expect(await read(endless())).toEqual({ pages: good('b'), problems: [['a.warc: record 1, at byte 0', 'its head does not end', undefined]] });
});

describe('records behind a broken member of a gzipped archive are read', () => {
  async function readPacked(...members: Uint8Array[]): Promise<Read> {
    const folder = mkdtempSync(join(tmpdir(), 'boilerplate-warc-'));
    const file = join(folder, 'a.warc.gz');
    try {
      writeFileSync(file, Buffer.concat(members));
      const { chunks, brokenMembers } = await openInput(file, { bytes: 0 }, new AbortController().signal);
      return await read(chunks, 0, 10_000, brokenMembers);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  test.each<[string, (member: Buffer) => Buffer, string[]]>([
    ['its head', (member) => member.fill(0xff, 3, 4), ['c', 'd', 'e']],
    ['the beginning of its data', (member) => member.fill(0xff, 10, 14), ['c', 'd', 'e']],
    ['the middle of its data', (member) => member.fill(0xff, 200, 220), ['c', 'd', 'e']],
    ['its check sum', (member) => member.fill(0, member.length - 8, member.length - 4), ['c', 'd', 'e']],
    // Its data go on in the next member.
    ['its end, which is missing', (member) => member.subarray(0, -30), ['d', 'e']],
  ])('broken in %s', async (_, change, others) => {
    const { pages, problems } = await readPacked(gzipSync(record('a')), change(gzipSync(record('b'))), ...['c', 'd', 'e'].map((id) => gzipSync(record(id))));
    expect(pages.filter(([id]) => id !== 'urn:b')).toEqual(good('a', ...others));
    expect(problems).toContainEqual([expect.stringMatching(/^a\.warc: (?:after )?record [12], at byte \d+$/), expect.stringMatching(/^the gzip data is broken or cut short: .*; reading goes on behind it$/), undefined]);
  });

  test('a check sum that is wrong tells of the record before', async () => {
    const first = gzipSync(record('a'));
    const { problems } = await readPacked(first.fill(0, first.length - 8, first.length - 4), gzipSync(record('b')));
    expect(problems).toEqual([[expect.stringMatching(/^a\.warc: after record 1, at byte/), 'the gzip data is broken or cut short: incorrect data check of what was read, so the record before may be wrong; reading goes on behind it', undefined]]);
  });

  test('two broken ones and much that only looks like members', async () => {
    const noise = Buffer.from(Array.from({ length: 40 }, () => [0x1f, 0x8b, 8, 0xff, 7]).flat());
    const broken = () => gzipSync(record('x')).fill(0xff, 60, 100);
    const { pages, problems } = await readPacked(gzipSync(record('a')), broken(), noise, gzipSync(record('b')), broken(), gzipSync(record('c')));
    expect(pages).toEqual(good('a', 'b', 'c'));
    expect(problems).toHaveLength(2);
  });

  test('an archive of noise ends with one error', async () => {
    const noise = Buffer.from(Array.from({ length: 100_000 }, () => [0x1f, 0x8b, 8, 0xff]).flat());
    const { pages, problems } = await readPacked(gzipSync(record('a')), noise);
    expect(pages).toEqual(good('a'));
    expect(problems.map(([, message]) => message)).toEqual([expect.stringMatching(/goes on behind it/), expect.stringMatching(/broken or cut short/)]);
  });
});
