import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFiles } from '../../../src/cli/classify/list-files';

const folder = mkdtempSync(join(tmpdir(), 'boilerplate-list-'));
const at = (...names: string[]) => join(folder, ...names);
afterAll(() => rmSync(folder, { recursive: true }));

/** More than any folder here holds: a walk that goes in circles ends too. */
const MOST = 20;

/** What is listed of a folder, its paths from there; what cannot be listed with the code of its error. */
async function listed(name: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { file, error } of listFiles([at(name)], false)) {
    found.push(`${file.slice(at(name).length + 1)}${error ? ` ${(error as NodeJS.ErrnoException).code}` : ''}`);
    if (found.length === MOST) break;
  }
  return found;
}

test('a link back to a folder above is passed over: each page comes once, and two such links end too', async () => {
  mkdirSync(at('loop', 'deep'), { recursive: true });
  for (const name of ['a.html', 'deep/b.html']) writeFileSync(at('loop', name), '<p>One');
  symlinkSync('.', at('loop', 'again'));
  symlinkSync('.', at('loop', 'self'));
  symlinkSync('..', at('loop', 'deep', 'up'));
  expect(await listed('loop')).toEqual(['a.html', 'deep/b.html']);
});

test('a link to a folder elsewhere is followed', async () => {
  mkdirSync(at('linking'));
  mkdirSync(at('elsewhere'));
  writeFileSync(at('elsewhere', 'c.html'), '<p>One');
  symlinkSync(at('elsewhere'), at('linking', 'first'));
  symlinkSync(at('elsewhere'), at('linking', 'second'));
  expect(await listed('linking')).toEqual(['first/c.html', 'second/c.html']);
});

test('a link that leads nowhere is told where its name is one of a page, and passed over where nobody asked for it', async () => {
  mkdirSync(at('dangling'));
  for (const name of ['a.html', 'picture.png']) symlinkSync('nowhere', at('dangling', name));
  for (const name of ['self.html', 'self.png']) symlinkSync(name, at('dangling', name));
  writeFileSync(at('dangling', 'b.html'), '<p>One');
  symlinkSync('b.html/x', at('dangling', 'below.png'));
  expect(await listed('dangling')).toEqual(['a.html ENOENT', 'b.html', 'self.html ELOOP']);
});
