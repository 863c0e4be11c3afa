import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { classifyBlocks } from '../src/classify-blocks';
import { CLEAN_ENV, installPackage, type Installed } from './installed-package';
import { NEWS_HTML } from './news-page';

const MAX_MS = 120_000;
const REPLIES = ['I crossed on it as a boy.', 'So did my mother!', 'When does it stop for the winter?', 'At the first frost, they say.', 'Then I have time.'];

let installed: Installed;
beforeAll(() => { installed = installPackage({ types: false }); }, MAX_MS);
afterAll(() => installed.remove());

test('from an empty folder with the package installed: add three pages, correct five labels, check, train, eval, classify with the new model', () => {
  const own = join(installed.project, 'own');
  mkdirSync(own);
  const bin = (...args: string[]) => spawnSync(process.execPath, [join(installed.folder, installed.manifest.bin[installed.manifest.name]), ...args], { cwd: own, env: CLEAN_ENV, encoding: 'utf8' });

  const pages = ['ferry', 'bakery', 'goat'].map((name, i) => {
    const replies = REPLIES.slice(2 * i, 2 * i + 2).map((text) => `<li class="reply"><p class="reply-text">${text}</p></li>`);
    writeFileSync(join(own, `${name}.html`), NEWS_HTML.replace('</article>', `</article><ol class="replies">${replies.join('')}</ol>`));
    return `${name}.html`;
  });
  const added = bin('add', ...pages, '--site', 'courier.example');
  expect(added).toMatchObject({ status: 0, stderr: '' });
  expect(added.stdout.trim().split('\n')).toHaveLength(3);

  let corrected = 0;
  for (const page of pages) {
    const file = join(own, 'pages', page.replace('.html', '.labels'));
    const lines = readFileSync(file, 'utf8').split('\n').map((line) => {
      if (!REPLIES.some((reply) => line.includes(`\t${reply}`))) return line;
      corrected++;
      return line.replace(/^\w+/, 'comment');
    });
    writeFileSync(file, lines.join('\n'));
  }
  expect(corrected).toBe(5);

  // The three pages share all but the replies, and `check` says so.
  const checked = bin('check');
  expect(checked.status).toBe(1);
  expect(checked.stdout).toMatch(/^(?:pages\/\w+\.labels:1: \w+\.html is nearly the same page as [^\n]+\n)+$/);
  expect(checked.stderr).toMatch(/^labels that the model does not know yet: comment \(5 blocks\)\n/);

  const trained = bin('train');
  expect(trained).toMatchObject({ status: 0, stderr: '' });
  expect(trained.stdout).toMatch(/^model\.json: article, navigation, promo, related, comment; 3 pages of 1 site, starting from the shipped model/);

  const compared = bin('eval', '--model', 'model.json', '--diff', 'shipped');
  expect(compared).toMatchObject({ status: 0, stderr: '' });
  expect(compared.stdout).toMatch(/as comment[^]*blocks flipped against shipped/);

  const printed = installed.run('own.mjs', `import { classifyBlocks, readModel } from '${installed.manifest.name}';
import { readFileSync } from 'node:fs';
const model = readModel(readFileSync(${JSON.stringify(join(own, 'model.json'))}, 'utf8'));
console.log(JSON.stringify(classifyBlocks(${JSON.stringify(NEWS_HTML)}, { model })));`);
  const blocks = JSON.parse(printed) as { label: string; scores: Record<string, number> }[];
  expect(Object.keys(blocks[0].scores)).toEqual(['article', 'navigation', 'promo', 'related', 'comment']);
  expect(blocks.map(({ label }) => label)).toEqual(classifyBlocks(NEWS_HTML).map(({ label }) => label));
}, MAX_MS);
