import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runPeer, type PeerName } from '../../src/cli/run-peer';

const folder = mkdtempSync(join(tmpdir(), 'peers-'));
afterAll(() => rmSync(folder, { recursive: true }));

const pagesOf = (...pages: string[]) => pages.map((html) => ({ html: () => html }));

test('a page that hangs, ends or breaks the peer is one that failed; all others are read', async () => {
  const file = join(folder, 'fake.mjs');
  writeFileSync(file, `process.on('message', ({ html }) => {
    if (html === 'hang') for (;;);
    if (html === 'end') process.exit(3);
    process.send(html === 'throw' ? { error: 'Error: bad page' } : { title: 'T', text: html.toUpperCase() });
  });
  process.send('ready');`);
  let done = 0;
  const articles = await runPeer('Defuddle', pagesOf('a', 'hang', 'b', 'end', 'throw', 'c'), () => done++, 3000, pathToFileURL(file));
  expect(articles).toEqual([
    { title: 'T', text: 'A' }, { title: '', text: '', failed: 'took longer than 3 s' }, { title: 'T', text: 'B' },
    { title: '', text: '', failed: 'ended with 3' }, { title: '', text: '', failed: 'Error: bad page' }, { title: 'T', text: 'C' },
  ]);
  expect(done).toBe(6);
});

const story = (thing: string) => `<html><head><title>The ${thing} opens</title></head><body><nav><a href="/">Home</a></nav><article><h1>The ${thing} opens</h1>${
  Array.from({ length: 6 }, (_, i) => `<p>After ${i + 2} years of repairs the ${thing} of the town opened its doors again on Monday, and some ${i + 3}00 people came to see what had become of it.</p>`).join('')}</article></body></html>`;

test.each(['Readability', 'Defuddle'] as PeerName[])('%s reads an article; its blocks stay apart', async (peer) => {
  const [article] = await runPeer(peer, pagesOf(story('ferry')), () => {});
  expect(article.failed).toBeUndefined();
  expect(article.title).toBe('The ferry opens');
  const lines = article.text.split('\n').filter((line) => line.startsWith('After'));
  expect(lines).toHaveLength(6);
  expect(article.text).not.toContain('Home');
});
