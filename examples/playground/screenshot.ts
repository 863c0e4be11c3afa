// Draws examples/playground.png from the built page: `npm run playground && npx tsx examples/playground/screenshot.ts [--dark] [--narrow] [FILE]`
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const MAX_BYTES = 250_000;
const { values: { dark, narrow }, positionals: [file = 'examples/playground.png'] } = parseArgs({ options: { dark: { type: 'boolean' }, narrow: { type: 'boolean' } }, allowPositionals: true });

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'] });
try {
  const page = await browser.newPage({ viewport: narrow ? { width: 390, height: 1500 } : { width: 1320, height: 860 }, colorScheme: dark ? 'dark' : 'light' });
  await page.goto(pathToFileURL(resolve('playground-dist/index.html')).href);
  await page.getByRole('status').filter({ hasText: ' ms' }).waitFor();
  await page.getByRole('button', { name: /^Wake up to the Echo/ }).click();
  await page.getByText('What moved the decision').waitFor();
  await page.mouse.move(0, 0);
  const image = await page.screenshot();
  if (image.length > MAX_BYTES) throw new Error(`Expected a picture of at most ${MAX_BYTES / 1000} kB, got ${Math.ceil(image.length / 1000)} kB`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, image);
  console.log(`${file}  ${Math.ceil(image.length / 1000)} kB`);
} finally {
  await browser.close();
}
