import { extname } from 'node:path';
import { counted } from './counted';
import type { LabelledFile } from './labelled-folders';
import { table } from './table';

/** Blocks in a row with one label that count as a box: its heading and an entry. */
const MIN_BOX_BLOCKS = 2;

/** What labelled pages there are: forms, kinds, languages, and for each label its blocks, its pages, and those on which it has boxes. */
export function countPages(files: readonly LabelledFile[]): string {
  const heads = files.map(({ labels }) => labels);
  const text = heads.filter(({ page }) => extname(page).toLowerCase() === '.txt').length;
  const names = [...new Set(heads.flatMap(({ lines }) => lines.map(([label]) => label)))].sort();
  return [
    `${counted(files.length, 'page')} of ${counted(new Set(heads.map(({ site }) => site)).size, 'site')}: ${files.length - text} HTML, ${text} plain text\n`,
    listed('kinds', heads.map(({ kind }) => kind)),
    listed('languages', heads.map(({ language }) => language)),
    '\n',
    table(['label', 'blocks', 'pages', 'with a box of it', 'with two or more'], names.map((label) => {
      const blocks = heads.map(({ lines }) => lines.filter(([found]) => found === label).length);
      const boxes = heads.map(({ lines }) => countBoxes(lines.map(([found]) => found === label)));
      const pages = (counts: readonly number[], least: number) => String(counts.filter((count) => count >= least).length);
      return [label, String(blocks.reduce((a, b) => a + b, 0)), pages(blocks, 1), pages(boxes, 1), pages(boxes, 2)];
    })),
  ].join('');
}

/** A line such as `kinds (2): news 4, shop 1`, the commonest first. */
function listed(what: string, values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return `${what} (${sorted.length}): ${sorted.map(([value, count]) => `${value} ${count}`).join(', ')}\n`;
}

/** Runs of at least `MIN_BOX_BLOCKS` blocks. */
function countBoxes(bears: readonly boolean[]): number {
  let boxes = 0;
  let run = 0;
  for (const one of [...bears, false]) {
    if (!one && run >= MIN_BOX_BLOCKS) boxes++;
    run = one ? run + 1 : 0;
  }
  return boxes;
}
