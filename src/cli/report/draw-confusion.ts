import type { Figures } from '../../training/figures';
import { percent } from '../percent';
import { at, picture } from './draw-axes';
import { markup, type Markup } from './markup';

const LEFT = 92;
const TOP = 42;
const WIDTH = 520;
const ROW = 54;

/** The confusion matrix: a row for each label that blocks bear, a column for each that they were given. */
export function drawConfusion(name: string, { confusion }: Figures, labels: readonly string[]): Markup {
  const cell = (WIDTH - LEFT) / labels.length;
  const rows = confusion.map((row, gold) => {
    const all = row.reduce((sum, blocks) => sum + blocks, 0);
    const y = TOP + gold * ROW;
    return markup`<text class="strong" x="${LEFT - 10}" y="${y + ROW / 2 + 4}" text-anchor="end">${labels[gold]}</text>${row.map((blocks, got) => {
      const share = all ? blocks / all : 0;
      const x = LEFT + got * cell;
      // Errors are few: by the square root even one in a hundred is seen.
      const [style, opacity] = gold === got ? [`l${gold}`, 0.12 + 0.6 * share] : ['bad', 0.75 * Math.sqrt(share)];
      return markup`<g class="${style}"><title>${labels[gold]} taken for ${labels[got]}: ${blocks} of ${all}</title><rect class="fill" x="${at(x + 1)}" y="${y + 1}" width="${at(cell - 2)}" height="${ROW - 2}" rx="4" fill-opacity="${opacity.toFixed(2)}"/><text class="cell" x="${at(x + cell / 2)}" y="${y + 25}" text-anchor="middle">${percent(share)}</text><text class="count-of" x="${at(x + cell / 2)}" y="${y + 41}" text-anchor="middle">${blocks}</text></g>`;
    })}`;
  });
  const head = labels.map((label, got) => markup`<text class="axis" x="${at(LEFT + (got + 0.5) * cell)}" y="${TOP - 10}" text-anchor="middle">as ${label}</text>`);
  return picture(WIDTH, TOP + labels.length * ROW + 2, `Confusion matrix, ${name}`, markup`${head}${rows}`);
}
