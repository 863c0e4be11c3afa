import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { renderReport } from '../../../src/cli/report/render-report';
import { CHROMIUM, hasChromium, launchChromium } from '../../chromium';
import { attackingReport } from './report-of';

(hasChromium ? describe : describe.skip)(hasChromium ? 'the report in a browser' : `the report in a browser: SKIPPED, there is no chromium at ${CHROMIUM}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  const url = pathToFileURL(join(folder, 'report.html')).href;
  let browser: Browser;
  let page: Page;
  const requests: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    writeFileSync(join(folder, 'report.html'), renderReport(attackingReport()));
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1180, height: 900 }, colorScheme: 'light' });
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => complaints.push('dialog')));
    await page.goto(url);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  test('shows its plots', async () => {
    const sizes = await page.$$eval('section svg[role="img"]', (plots) => plots.map((plot) => {
      const { width, height } = plot.getBoundingClientRect();
      return Math.min(width, height);
    }));
    expect(sizes.length).toBeGreaterThan(12);
    expect(Math.min(...sizes)).toBeGreaterThan(40);
    // The style sheet was let in by the policy: labels have their colours.
    expect(await page.evaluate("getComputedStyle(document.querySelector('#labels .l0 .fill')).fill")).toBe('rgb(31, 138, 76)');
  });

  test('wrong blocks open without a script, and can be narrowed down to one label', async () => {
    await page.click('.page >> nth=0 >> summary');
    expect(await page.isVisible('.page >> nth=0 >> .row.wrong >> nth=0')).toBe(true);
    const shown = () => page.locator('.page:visible').count();
    expect(await shown()).toBe(3);
    await page.check('#want1');
    expect(await shown()).toBe(2);
    await page.check('#want');
    expect(await shown()).toBe(3);
  });

  test.each([380, 700, 1180])('is no wider than a window of %p pixels', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });

  test('is dark where that is wanted', async () => {
    const background = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(await background()).toBe('rgb(246, 247, 249)');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background()).toBe('rgb(15, 19, 24)');
  });

  test('has asked for nothing but itself, and run nothing', async () => {
    expect(requests).toEqual([url]);
    expect(complaints).toEqual([]);
    expect(await page.evaluate('"attacked" in window')).toBe(false);
  });
});
