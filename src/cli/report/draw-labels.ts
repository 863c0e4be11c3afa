import type { Figures } from '../../training/figures';
import { percent } from '../percent';
import { at, picture } from './draw-axes';
import { markup, type Markup } from './markup';

const LEFT = 92;
const RIGHT = 118;
const WIDTH = 520;
const ROW = 60;
const BARS = [['f1', 'F1', 1], ['precision', 'precision', 0.55], ['recall', 'recall', 0.3]] as const;

/** F1, precision and recall of each label as bars from 0 to 100. */
export function drawLabels(name: string, { byLabel }: Figures, labels: readonly string[]): Markup {
  const length = (value: number) => at(value * (WIDTH - LEFT - RIGHT));
  const rows = labels.map((label, l) => {
    const y = l * ROW + 6;
    return markup`<g class="l${l}"><text class="strong" x="${LEFT - 10}" y="${y + 20}" text-anchor="end">${label}</text><text class="tick" x="${LEFT - 10}" y="${y + 35}" text-anchor="end">${byLabel[label].count} blocks</text>${BARS.map(([figure, text, opacity], i) => {
      const value = byLabel[label][figure];
      const top = y + i * 16;
      return markup`<rect class="track" x="${LEFT}" y="${top}" width="${length(1)}" height="12" rx="3"/><rect class="fill" x="${LEFT}" y="${top}" width="${length(value)}" height="12" rx="3" fill-opacity="${opacity}"/><text class="${i ? 'tick' : 'strong'}" x="${LEFT + length(1) + 8}" y="${top + 10}">${percent(value)} ${text}</text>`;
    })}</g>`;
  });
  return picture(WIDTH, labels.length * ROW, `Figures by label, ${name}`, rows);
}
