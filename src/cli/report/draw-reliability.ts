import type { ScoredBlock } from '../../training/figures';
import { reliabilityBins } from '../../training/reliability-bins';
import { percent } from '../percent';
import { drawAxes, drawLine, picture, xOf, yOf, type Frame } from './draw-axes';
import { markup, type Markup } from './markup';

const FRAME: Frame = { width: 520, height: 330, left: 46, right: 14, top: 28, bottom: 88, x: [0, 1], y: [0, 1] };
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];
/** Bins with fewer blocks say little: their dots stand alone. */
const FEW_BLOCKS = 10;
/** The strip below, which says how many blocks there are. */
const STRIP = { top: 290, height: 38 };

/** Share of right blocks against confidence in bins, with the line on which both are alike, and how many blocks each bin holds. */
export function drawReliability(name: string, rows: readonly ScoredBlock[]): Markup {
  const bins = reliabilityBins(rows).filter(({ blocks }) => blocks);
  const most = Math.max(...bins.map(({ blocks }) => blocks));
  const full = bins.filter(({ blocks }) => blocks >= FEW_BLOCKS);
  const points = bins.map(({ from, to, blocks, confidence, right }) => {
    const [x, y] = [xOf(FRAME, confidence), yOf(FRAME, right)];
    const height = Math.max(1, Math.round((blocks / most) * STRIP.height));
    return markup`<g><title>confidence ${percent(from)} to ${percent(to)}: ${percent(right)} right of ${blocks} blocks, said ${percent(confidence)}</title>${blocks >= FEW_BLOCKS && markup`<path class="gap" d="M${x} ${yOf(FRAME, confidence)}V${y}"/>`}<circle class="dot" cx="${x}" cy="${y}" r="${(3 + 5 * Math.sqrt(blocks / most)).toFixed(1)}"/><rect class="count" x="${xOf(FRAME, from) + 1}" y="${STRIP.top + STRIP.height - height}" width="${xOf(FRAME, to) - xOf(FRAME, from) - 2}" height="${height}"/></g>`;
  });
  return picture(FRAME.width, FRAME.height, `Reliability diagram, ${name}`, markup`${drawAxes(FRAME, TICKS, TICKS, 'confidence', 'right')}<text class="tick" x="${FRAME.left - 6}" y="${STRIP.top + STRIP.height}" text-anchor="end">blocks</text>${drawLine(FRAME, [[0, 0], [1, 1]], 'ideal')}${full.length > 1 && drawLine(FRAME, full.map(({ confidence, right }) => [confidence, right]), 'thin')}${points}`);
}
