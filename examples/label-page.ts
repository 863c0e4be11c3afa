// Takes the screenshot of the label page that the README shows: `npx tsx examples/label-page.ts [--dark] > examples/label-page.png`
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { openLabelFolder } from '../src/cli/label/label-folder';
import { startLabelServer } from '../src/cli/label/label-server';
import { startSession } from '../src/cli/label/labelling-session';
import { defaultModel } from '../src/model/default-model';
import { shrinkPng } from './shrink-png';

const PAGES = join('corpus', 'pages');
const SHOWN = 'blog-second-draft-marketing.html';
const SHOWN_REVIEWED = 40;
const DONE = 'blog-gadgetry-signalroom.html';
const VIEWPORT = { width: 1200, height: 760 };

const folder = mkdtempSync(join(tmpdir(), 'label-page-'));
try {
  mkdirSync(join(folder, PAGES), { recursive: true });
  for (const file of readdirSync(PAGES).filter((name) => /^(?:blog|docs|forum)-.*\.(?:html|txt)$/.test(name))) copyFileSync(join(PAGES, file), join(folder, PAGES, file));
  // The page shows the folder as it was named.
  process.chdir(folder);
  const session = startSession(openLabelFolder(PAGES, defaultModel(), []), defaultModel());
  const review = (name: string, first: number) => {
    const { sha256, blocks } = session.page(name);
    session.change(name, sha256, blocks.slice(0, first).map(({ label }, index) => ({ index, label, reviewed: true })));
  };
  review(DONE, Infinity);
  review(SHOWN, SHOWN_REVIEWED);
  const server = await startLabelServer(session, 0);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-lcd-text'] });
  try {
    const page = await browser.newPage({ viewport: VIEWPORT, colorScheme: process.argv.includes('--dark') ? 'dark' : 'light' });
    await page.goto(`${server.url}#${SHOWN}`);
    await page.waitForSelector('.row.current');
    for (const key of ['j', 'j', 'Shift+J', 'Shift+J']) await page.keyboard.press(key);
    await page.waitForTimeout(500);
    process.stdout.write(shrinkPng(await page.screenshot()));
  } finally {
    await browser.close();
    await server.close();
  }
} finally {
  rmSync(folder, { recursive: true });
}
