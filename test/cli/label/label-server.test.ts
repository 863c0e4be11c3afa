import { mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLabelFolder } from '../../../src/cli/label/label-folder';
import { startLabelServer, type LabelServer } from '../../../src/cli/label/label-server';
import { startSession } from '../../../src/cli/label/labelling-session';
import { defaultModel } from '../../../src/model/default-model';
import { ATTACK_NAME, attackPage } from './attack-page';

const TARGET = 'http://away.example';
const folder = mkdtempSync(join(tmpdir(), 'boilerplate-label-'));
const pages = join(folder, 'pages');
let server: LabelServer;
let url: URL;

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** Asks the server; `host` and other headers as they are given. */
function ask(path: string, { method = 'GET', headers = {}, body, token = url.searchParams.get('token') }: { method?: string; headers?: Record<string, string>; body?: string; token?: string | null } = {}): Promise<Answer> {
  const at = token === null ? path : `${path}${path.includes('?') ? '&' : '?'}token=${token}`;
  return new Promise((resolve, reject) => {
    const asked = request({ host: url.hostname, port: url.port, path: at, method, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, body: text }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const pageQuery = `name=${encodeURIComponent(ATTACK_NAME)}`;
const save = (value: unknown, headers: Record<string, string> = {}) => ask('/save', { method: 'POST', headers, body: JSON.stringify(value) });

beforeAll(async () => {
  mkdirSync(pages);
  writeFileSync(join(pages, ATTACK_NAME), attackPage(TARGET));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  server = await startLabelServer(startSession(openLabelFolder(folder, defaultModel(), []), defaultModel()), 0);
  url = new URL(server.url);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

test('listens on the loopback address with a token of its own', async () => {
  expect(url.hostname).toBe('127.0.0.1');
  expect(url.searchParams.get('token')).toMatch(/^[\w-]{32}$/);
  const other = await startLabelServer(startSession(openLabelFolder(folder, defaultModel(), []), defaultModel()), 0);
  expect(new URL(other.url).searchParams.get('token')).not.toBe(url.searchParams.get('token'));
  await other.close();
  expect((await ask('/')).status).toBe(200);
});

describe.each(['/', '/pages', `/page?${pageQuery}`, `/view?${pageQuery}`, '/save', '/nowhere'])('%s is refused', (path) => {
  const method = path === '/save' ? 'POST' : 'GET';
  test.each<[string, Record<string, string>, string]>([
    ['a foreign host', { host: 'rebound.example' }, 'host'],
    ['a foreign host with the right port', { host: 'rebound.example:PORT' }, 'host'],
    ['another port', { host: '127.0.0.1:1' }, 'host'],
    ['a foreign origin', { origin: 'https://away.example' }, 'origin'],
    ['no origin of its own, as a sandboxed frame has', { origin: 'null' }, 'origin'],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }, 'origin'],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 'site'],
    ['another site of this machine', { 'sec-fetch-site': 'same-site' }, 'site'],
  ])('to %s', async (_, headers, why) => {
    const answer = await ask(path, { method, headers: Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, value.replace('PORT', url.port)])) });
    expect(answer).toMatchObject({ status: 403, body: `Refused: ${why}. Open the address that \`label\` printed.\n` });
  });
  test.each([[null], [''], ['x'], ['X'.repeat(32)]])('with the token %j', async (token) => {
    expect(await ask(path, { method, token })).toMatchObject({ status: 403, body: expect.stringContaining('Refused: token') });
  });
});

test.each(['127.0.0.1', 'localhost', '[::1]'])('%s is a name of this machine', async (name) => {
  expect((await ask('/pages', { headers: { host: `${name}:${url.port}`, origin: `http://${name}:${url.port}` } })).status).toBe(200);
});

test.each(['../secret.txt', '..%2Fsecret.txt', '%2e%2e%2fsecret.txt', encodeURIComponent(join(folder, 'secret.txt')), 'secret.txt', '', '__proto__', '%00'])('no page is called %s', async (name) => {
  for (const path of ['/page', '/view']) {
    const { status, body } = await ask(`${path}?name=${name}`);
    expect([status, body]).toEqual([400, expect.stringMatching(/^There is no page/)]);
  }
  expect((await save({ name: decodeURIComponent(name), sha256: '', changes: [] })).status).toBe(400);
});

test.each(['/../secret.txt', '/pages/../../secret.txt', '/%2e%2e/secret.txt', '//away.example/', '/pages/x'])('there is nothing at %s', async (path) => {
  expect((await ask(path)).status).toBe(404);
});

test('the label page holds nothing of the pages, and its policy lets its own script alone run', async () => {
  const { headers, body } = await ask('/');
  const policy = String(headers['content-security-policy']);
  const [, nonce] = /script-src 'nonce-([^']+)'/.exec(policy)!;
  expect(policy).toMatch(/^default-src 'none'; /);
  for (const part of ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'", "connect-src 'self'", "frame-src 'self'", "require-trusted-types-for 'script'"]) expect(policy).toContain(part);
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect([...body.matchAll(/<(?:script|style)\b([^>]*)>/g)].map(([, rest]) => rest)).toEqual([` nonce="${nonce}"`, ` nonce="${nonce}"`]);
  expect(body).not.toMatch(/stolen|https?:|\son\w+=/);
  expect(body).toMatch(/<iframe [^>]*sandbox=""/);
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' });
  // A nonce serves once.
  expect((await ask('/')).headers['content-security-policy']).not.toBe(policy);
});

test('the side view runs and loads nothing, framed or opened by itself; data are no page', async () => {
  const view = await ask(`/view?${pageQuery}`);
  expect(view.status).toBe(200);
  expect(view.headers['content-security-policy']).toBe("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox");
  const data = await ask(`/page?${pageQuery}`);
  expect(data.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(JSON.parse(data.body)).toMatchObject({ name: ATTACK_NAME, blocks: expect.arrayContaining([expect.objectContaining({ tag: 'h1' })]) });
});

test('a change is on disk when it is answered; a bad one changes nothing', async () => {
  const { sha256, blocks } = JSON.parse((await ask(`/page?${pageQuery}`)).body) as { sha256: string; blocks: { text: string }[] };
  const file = join(pages, ATTACK_NAME.replace('.html', '.labels'));
  const change = (changes: unknown) => save({ name: ATTACK_NAME, sha256, changes });
  expect(await change([{ index: 0, label: 'related', reviewed: true }])).toMatchObject({ status: 200 });
  const written = readFileSync(file, 'utf8');
  expect(written).toContain(`# reviewed: 1\nrelated\t${blocks[0].text}\n`);
  for (const changes of [[{ index: -1, label: 'promo', reviewed: true }], [{ index: 0.5, label: 'promo', reviewed: true }], [{ index: 0, label: 'no-such', reviewed: true }], [{ index: 0, label: 'promo' }], 'x', [{ index: 1e9, label: 'promo', reviewed: true }]]) {
    expect((await change(changes)).status).toBe(400);
  }
  expect((await ask('/save', { method: 'POST', body: '{' })).status).toBe(400);
  expect(await ask('/save', { method: 'POST', body: 'x'.repeat(9_000_000) })).toMatchObject({ status: 400, body: expect.stringContaining('at most') });
  expect((await save({ name: ATTACK_NAME, sha256: 'of another version', changes: [] })).status).toBe(409);
  expect(readFileSync(file, 'utf8')).toBe(written);
});

test('what cannot be written just now is the fault of the server, so that the page tries again', async () => {
  const { sha256 } = JSON.parse((await ask(`/page?${pageQuery}`)).body) as { sha256: string };
  const change = () => save({ name: ATTACK_NAME, sha256, changes: [{ index: 1, label: 'promo', reviewed: true }] });
  const inTheWay = join(pages, `${ATTACK_NAME.replace('.html', '.labels')}.part`);
  mkdirSync(inTheWay);
  expect(await change()).toMatchObject({ status: 500, body: expect.stringMatching(/^Cannot write .*\.labels/) });
  rmdirSync(inTheWay);
  expect((await change()).status).toBe(200);
});
