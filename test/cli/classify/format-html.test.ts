import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { load } from 'cheerio/slim';
import type { Element } from 'domhandler';
import { classifyBlocks } from '../../../src/classify-blocks';
import { formatHtml, HTML_CLOSE, HTML_OPEN } from '../../../src/cli/classify/format/format-html';
import { CHROMIUM, hasChromium, launchChromium } from '../../chromium';
import { ATTACKING_HTML } from './attacking-page';

const LABELS = ['article', 'navigation', 'promo', 'related'];
const NAME = '"><script>window.hit=9</script>.html';
const blocks = classifyBlocks(ATTACKING_HTML, { explain: true });
const shown = HTML_OPEN + formatHtml({ id: NAME, source: ATTACKING_HTML, several: false, blocks }, LABELS, undefined) + HTML_CLOSE;

test('the page holds our own elements and attributes alone, and all text of the blocks', () => {
  const $ = load(shown);
  const elements = $('*').toArray() as Element[];
  expect([...new Set(elements.map(({ name }) => name))].sort()).toEqual(['body', 'details', 'h1', 'h2', 'head', 'html', 'li', 'meta', 'ol', 'section', 'span', 'style', 'summary', 'table', 'td', 'title', 'tr', 'ul']);
  expect([...new Set(elements.flatMap(({ attribs }) => Object.keys(attribs)))].sort()).toEqual(['charset', 'class', 'content', 'dir', 'http-equiv', 'lang', 'name']);
  expect($('.text').toArray().map((element) => $(element).text())).toEqual(blocks.map(({ text }) => text));
  expect($('h2').text()).toBe(NAME);
  expect($('meta[http-equiv=Content-Security-Policy]').attr('content')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'$/);
});

(hasChromium ? test : test.skip)(`a browser runs nothing, loads nothing and shows the colours${hasChromium ? '' : ` (skipped: no chromium at ${CHROMIUM})`}`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'boilerplate-html-'));
  const browser = await launchChromium();
  try {
    const file = join(folder, 'page.html');
    writeFileSync(file, shown);
    const page = await browser.newPage();
    const asked: string[] = [];
    const refused: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => refused.push(message.text()));
    await page.goto(pathToFileURL(file).href);
    for (const summary of await page.locator('summary').all()) await summary.click();
    await page.mouse.move(200, 200);
    // As text, since the policy keeps the page itself from evaluating anything.
    expect(await page.locator('li .text').first().innerText()).toContain("<script>window.hit=1;fetch('http://127.0.0.1:9/x')</script>");
    expect(await page.evaluate('typeof window.hit')).toBe('undefined');
    expect(asked).toEqual([pathToFileURL(file).href]);
    expect(refused).toEqual([]);
    const colours = await page.evaluate("[...document.querySelectorAll('ol > li')].map((item) => getComputedStyle(item).backgroundColor)") as string[];
    expect(colours.every((colour) => /^rgba\(/.test(colour))).toBe(true);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
});
