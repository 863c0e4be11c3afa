import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { CLEAN_ENV, installPackage, type Installed } from '../installed-package';
import { benchPages } from './bench-pages';
import { measureColdStart } from './cold-start';
import type { Sizes } from './sizes';

let installed: Installed;
let entry: string;
beforeAll(() => {
  installed = installPackage({ types: false });
  entry = join(installed.folder, installed.manifest.exports['.'].import.default);
});
afterAll(() => installed.remove());

describe('sizes', () => {
  let sizes: Sizes;
  beforeAll(() => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', resolve('test/bench/sizes.ts'), entry], { env: CLEAN_ENV, encoding: 'utf8' });
    if (status) throw new Error(stderr);
    sizes = JSON.parse(stdout) as Sizes;
  });

  test('the main entry with its model is at most 250 kB gzipped, most of it the model', () => {
    expect(sizes.main).toBeLessThan(250_000);
    expect(sizes.main).toBeGreaterThan(20_000);
    expect(sizes.mainWithoutModel).toBeLessThan(sizes.main / 2);
  });

  test('a browser bundle with everything is at most 330 kB gzipped', () => {
    expect(sizes.browser).toBeLessThan(330_000);
    expect(sizes.browser).toBeGreaterThan(sizes.main);
  });

  test('an install brings at most 40 packages and 20 MB', () => {
    expect(sizes.install.packages).toEqual(expect.arrayContaining(['cheerio', 'htmlparser2', 'valibot']));
    expect(sizes.install.packages.length).toBeLessThanOrEqual(40);
    expect(sizes.install.bytes).toBeLessThan(20_000_000);
    expect(sizes.install.bytes).toBeGreaterThan(1_000_000);
  });
});

test('the first result costs at most 150 ms of processor time more than an empty Node', () => {
  const { cpu, emptyCpu } = measureColdStart(entry, 5);
  // An empty Node takes some 50 ms; on a machine that is slow or busy it takes more, and so may the rest.
  expect(cpu).toBeLessThan(Math.max(150, 3 * emptyCpu));
});

/** Pages of the corpus are written text with little markup around it, so that parsing is a small part; on whole pages of the web the ratio is what `npm run bench` says. */
const MOST_TIMES_PARSING = 60;

test(`a page of the corpus takes at most ${MOST_TIMES_PARSING} times what parsing it takes`, () => {
  const pages = benchPages(undefined).slice(0, 25);
  const ratio = Number(installed.run('ratio.mjs', `
    import { load } from 'cheerio/slim';
    import { classifyBlocks } from '${installed.manifest.name}';
    const pages = ${JSON.stringify(pages)};
    const cpu = (run) => { const before = process.cpuUsage(); pages.forEach(run); const { user, system } = process.cpuUsage(before); return user + system; };
    let ours = Infinity;
    let parsing = Infinity;
    // In turn, and the least of each: what else the machine does only ever adds.
    for (let round = 0; round < 5; round++) {
      ours = Math.min(ours, cpu((html) => classifyBlocks({ html })));
      parsing = Math.min(parsing, cpu((html) => load(html, { xml: { xmlMode: false, decodeEntities: true } })));
    }
    console.log(ours / parsing);`));
  expect(ratio).toBeLessThan(MOST_TIMES_PARSING);
});
