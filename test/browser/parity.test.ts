import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import type { Browser } from 'playwright-core';
import { classifyBlocks } from '../../src/classify-blocks';
import type { PageInput } from '../../src/types';
import { hasChromium, launchChromium } from '../chromium';
import { CLEAN_ENV, installPackage, type Installed } from '../installed-package';
import { NEWS_HTML, NEWS_LINES } from '../news-page';

const FOLDER = join('test', 'pages');
const PAGES: PageInput[] = [
  NEWS_HTML, { text: NEWS_LINES.join('\n') }, { blocks: NEWS_LINES },
  ...readdirSync(FOLDER).filter((file) => file.endsWith('.html')).map((file) => ({ html: readFileSync(join(FOLDER, file), 'utf8') })),
];
const EXPECTED = JSON.stringify(PAGES.map((page) => classifyBlocks(page, { explain: true })));
const CLASSIFY = `JSON.stringify(${JSON.stringify(PAGES)}.map((page) => classifyBlocks(page, { explain: true })))`;

let installed: Installed;
/** The package with all that it imports as one script, whose last line gives the classified pages to `answer`. */
let script: string;

beforeAll(() => {
  installed = installPackage({ types: false });
  const entry = join(installed.project, 'bundled.js');
  writeFileSync(entry, `import { classifyBlocks } from '${installed.manifest.name}';\nanswer(${CLASSIFY});\n`);
  const options = { entry: [entry], format: ['iife'], platform: 'browser', outDir: join(installed.project, 'bundle'), noExternal: ['.*'], config: false, silent: true };
  execFileSync(process.execPath, ['--input-type=module', '-e', `
    import { build } from 'tsup';
    const options = ${JSON.stringify(options)};
    await build({ ...options, noExternal: options.noExternal.map((name) => new RegExp(name)) });`], { env: CLEAN_ENV, stdio: 'pipe' });
  script = readFileSync(join(installed.project, 'bundle', 'bundled.global.js'), 'utf8');
});
afterAll(() => installed.remove());

/** Says where results part, which a diff of a megabyte does not. */
function expectSame(found: string): void {
  let at = 0;
  while (at < EXPECTED.length && EXPECTED[at] === found[at]) at++;
  expect(found.slice(at, at + 200)).toBe(EXPECTED.slice(at, at + 200));
  expect(found.length).toBe(EXPECTED.length);
}

test('Node, imported', () => expectSame(installed.run('page.mjs', `import { classifyBlocks } from '${installed.manifest.name}';\nprocess.stdout.write(${CLASSIFY});`)));
test('Node, required', () => expectSame(installed.run('page.cjs', `const { classifyBlocks } = require('${installed.manifest.name}');\nprocess.stdout.write(${CLASSIFY});`)));

test('a bare context: the language itself and `atob`, no `process`, no `document`, no `fetch`', () => {
  let found = '';
  runInNewContext(script, { atob, answer: (text: string) => { found = text; } });
  expectSame(found);
});

const browserDescribe = hasChromium ? describe : describe.skip;
browserDescribe('chromium (skipped where $CHROMIUM or /usr/bin/chromium is missing)', () => {
  let browser: Browser;
  beforeAll(async () => { browser = await launchChromium(); });
  afterAll(() => browser?.close());

  test('a page, from which no request goes out', async () => {
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    expectSame(await page.evaluate(`(() => { let found; const answer = (text) => { found = text; }; ${script}\nreturn found; })()`));
    expect(requests).toEqual([]);
    await page.close();
  });

  test('a web worker, which has no DOM', async () => {
    const page = await browser.newPage();
    const source = `const answer = (text) => postMessage([text, typeof document, typeof DOMParser]);\n${script}`;
    const [found, ...dom] = await page.evaluate<string[]>(`new Promise((resolve, reject) => {
      const worker = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(source)}])));
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
    })`);
    expectSame(found);
    expect(dom).toEqual(['undefined', 'undefined']);
    await page.close();
  });
});
