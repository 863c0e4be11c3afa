// Takes a picture of a report's plots: `npm run eval -- --report report.html --curve`, then `npx tsx examples/report-picture.ts report.html examples/report.png`
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [report, picture] = process.argv.slice(2);
const WIDTH = 1180;
/** The last part of the report that is in the picture. */
const LAST = '#confidence';
const MARGIN = 28;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 900 }, colorScheme: 'light', javaScriptEnabled: false });
  await page.goto(pathToFileURL(resolve(report)).href);
  const { y, height } = (await page.locator(LAST).boundingBox())!;
  await page.screenshot({ path: picture, fullPage: true, clip: { x: 0, y: 0, width: WIDTH, height: y + height + MARGIN } });
} finally {
  await browser.close();
}
