import { CURVE_SOURCES, type CurvePoint } from '../../training/learning-curve';
import { percent } from '../percent';
import { drawAxes, drawLine, picture, xOf, yOf, type Frame } from './draw-axes';
import { markup, type Markup } from './markup';

const TICKS = [3, 10, 30, 100, 300, 1000, 3000, 10_000];

/** Macro-F1 against the number of pages that were trained on, a line for each kind of page; the axis of pages is logarithmic. The table beside it names the lines. */
export function drawCurve(points: readonly CurvePoint[]): Markup {
  const pages = points.map((point) => Math.max(1, point.pages));
  const scores = points.map(({ macroF1 }) => macroF1);
  const y: [number, number] = [Math.floor(Math.min(...scores) * 10 - 0.3) / 10, Math.ceil(Math.max(...scores) * 10 + 0.3) / 10];
  const frame: Frame = { width: 520, height: 290, left: 46, right: 14, top: 30, bottom: 44, x: [Math.log(Math.min(...pages) / 1.3), Math.log(Math.max(...pages) * 1.3)], y };
  const xTicks = TICKS.map(Math.log).filter((tick) => tick >= frame.x[0] && tick <= frame.x[1]);
  const yTicks = Array.from({ length: Math.round((y[1] - y[0]) * 20) + 1 }, (_, i) => Number((y[0] + i / 20).toFixed(2)));
  const lines = CURVE_SOURCES.map((source, s) => {
    const own = points.filter((point) => point.source === source).map(({ pages: n, macroF1 }) => ({ n, macroF1, x: Math.log(Math.max(1, n)) })).sort((a, b) => a.x - b.x);
    return own.length > 0 && markup`<g class="s${s}">${drawLine(frame, own.map(({ x, macroF1 }) => [x, macroF1]), 'line bold')}${own.map(({ x, macroF1, n }) => markup`<circle class="mark" cx="${xOf(frame, x)}" cy="${yOf(frame, macroF1)}" r="4.5"><title>${source}: ${percent(macroF1)} from ${Math.round(n)} pages</title></circle>`)}</g>`;
  });
  return picture(frame.width, frame.height, 'Learning curve', markup`${drawAxes(frame, xTicks, yTicks, 'pages trained on', 'macro-F1', (tick) => String(Math.round(Math.exp(tick))))}${lines}`);
}
