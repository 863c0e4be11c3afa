// Draws a page's blocks, coloured by label, as an SVG: `npx tsx examples/coloured-page.ts PAGE.html > page.svg`
import { readFileSync } from 'node:fs';
import { classifyBlocks, type DefaultLabel } from '../src/index';

const COLOURS: Record<DefaultLabel, string> = { article: '#1a7f37', navigation: '#6e7781', promo: '#bc4c00', related: '#0969da' };
const WIDTH = 880;
const ROW = 22;
const MOST_ROWS = 46;
const TEXT_CHARS = 92;

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const blocks = classifyBlocks({ html: readFileSync(process.argv[2], 'utf8') }).filter((block) => !block.hidden);
const step = Math.max(1, Math.ceil(blocks.length / MOST_ROWS));
const shown = blocks.filter((_, i) => i % step === 0);

const rows = shown.map(({ text, label, confidence }, i) => {
  const y = 56 + i * ROW;
  const colour = COLOURS[label];
  const short = text.length > TEXT_CHARS ? `${text.slice(0, TEXT_CHARS)}…` : text;
  return `<rect x="16" y="${y - 15}" width="${WIDTH - 32}" height="${ROW - 2}" rx="3" fill="${colour}" fill-opacity="${(0.08 + 0.16 * confidence).toFixed(2)}"/>`
    + `<rect x="16" y="${y - 15}" width="5" height="${ROW - 2}" fill="${colour}"/>`
    + `<text x="30" y="${y}">${escape(short)}</text>`
    + `<text x="${WIDTH - 26}" y="${y}" text-anchor="end" fill="${colour}" font-weight="600">${label} ${confidence.toFixed(2)}</text>`;
});
const legend = (Object.keys(COLOURS) as DefaultLabel[]).map((label, i) => `<rect x="${16 + i * 130}" y="12" width="14" height="14" rx="3" fill="${COLOURS[label]}"/><text x="${36 + i * 130}" y="24">${label}</text>`);
const height = 56 + shown.length * ROW;
process.stdout.write(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui, sans-serif" font-size="13" fill="#1f2328"><rect width="100%" height="100%" fill="#fff"/>${legend.join('')}${rows.join('\n')}</svg>\n`);
