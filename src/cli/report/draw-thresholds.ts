import type { ScoredPage } from '../../training/scored-page';
import { thresholdCurve, type ThresholdPoint } from '../../training/threshold-curve';
import { percent } from '../percent';
import { drawAxes, drawLine, picture, xOf, yOf, type Frame } from './draw-axes';
import { markup, type Markup } from './markup';

const FRAME: Frame = { width: 300, height: 200, left: 34, right: 12, top: 34, bottom: 20, x: [0, 1], y: [0, 1] };
const TICKS = [0, 0.25, 0.5, 0.75, 1];
const LINES = [['precision', 'line dashed'], ['recall', 'line dotted'], ['f1', 'line bold']] as const;

/** Precision, recall and F1 of a label against the score from which on it is believed; the best F1 is marked. */
export function drawThresholds(name: string, pages: readonly ScoredPage[], label: number, labels: readonly string[]): Markup {
  const points = thresholdCurve(pages, label, labels.length);
  if (!points.length) return markup``;
  const best = points.reduce((most, point) => (point.f1 > most.f1 ? point : most));
  const lines = LINES.map(([figure, style]) => drawLine(FRAME, points.map((point: ThresholdPoint) => [point.threshold, point[figure]]), style));
  return picture(FRAME.width, FRAME.height, `Thresholds of ${labels[label]}, ${name}`, markup`<g class="l${label}">${drawAxes(FRAME, TICKS, TICKS, '', '')}<text class="strong" x="${FRAME.left}" y="18">${labels[label]}</text><text class="tick" x="${FRAME.width - FRAME.right}" y="18" text-anchor="end">best F1 ${percent(best.f1)} from ${best.threshold.toFixed(2)} on</text>${lines}<circle class="mark" cx="${xOf(FRAME, best.threshold)}" cy="${yOf(FRAME, best.f1)}" r="4.5"><title>F1 ${percent(best.f1)} where blocks of ${best.threshold} and more count</title></circle></g>`);
}
