import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScorer } from '../../src/cli/run-scorer';

const folder = mkdtempSync(join(tmpdir(), 'boilerplate-scorer-'));
const link = `${folder}-link`;
// As the scorers of the bench do: nothing happens unless the file itself is called.
writeFileSync(join(folder, 'score.mjs'), `import { pathToFileURL } from 'node:url';
if (import.meta.url === pathToFileURL(process.argv[1]).href) console.log(['macro-F1', ...process.argv.slice(2)].join(' '));`);
writeFileSync(join(folder, 'silent.mjs'), '');
symlinkSync(folder, link);
afterAll(() => {
  rmSync(link);
  rmSync(folder, { recursive: true });
});

test.each([['itself', folder], ['through a link', link]])('prints what the scorer says, of a folder %s', (_, bench) => {
  expect(runScorer(bench, 'score.mjs', ['gold', '--json'])).toBe('macro-F1 gold --json\n');
});

test('a scorer that says nothing is an error', () => {
  expect(() => runScorer(folder, 'silent.mjs', ['gold'])).toThrow(/silent\.mjs to print figures, it printed nothing; called with gold$/);
});
