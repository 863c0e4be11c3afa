import { markup, type Markup } from './markup';

/** The frame of a plot: its size, the room beside the plotted area, and what its two axes span. */
export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: readonly [from: number, to: number];
  y: readonly [from: number, to: number];
}

/** A coordinate, short. */
export const at = (value: number) => Number(value.toFixed(1));

/** Where a value lies on an axis. */
export const xOf = ({ width, left, right, x: [from, to] }: Frame, value: number) => at(left + ((value - from) / (to - from)) * (width - left - right));
export const yOf = ({ height, top, bottom, y: [from, to] }: Frame, value: number) => at(height - bottom - ((value - from) / (to - from)) * (height - top - bottom));

/** Grid lines, their values and the names of both axes. */
export function drawAxes(frame: Frame, xTicks: readonly number[], yTicks: readonly number[], xName: string, yName: string, xText: (value: number) => string = String): Markup {
  const { width, height, left, right, top, bottom } = frame;
  return markup`${xTicks.map((tick) => markup`<path class="grid" d="M${xOf(frame, tick)} ${top}V${height - bottom}"/><text class="tick" x="${xOf(frame, tick)}" y="${height - bottom + 15}" text-anchor="middle">${xText(tick)}</text>`)}${
    yTicks.map((tick) => markup`<path class="grid" d="M${left} ${yOf(frame, tick)}H${width - right}"/><text class="tick" x="${left - 6}" y="${yOf(frame, tick) + 4}" text-anchor="end">${tick}</text>`)}${
    xName !== '' && markup`<text class="axis" x="${at((left + width - right) / 2)}" y="${height - bottom + 32}" text-anchor="middle">${xName}</text>`}${
    yName !== '' && markup`<text class="axis" x="4" y="${top - 10}">${yName}</text>`}`;
}

/** A line through points of a plot. */
export function drawLine(frame: Frame, points: readonly (readonly [x: number, y: number])[], style: string): Markup {
  return markup`<path class="${style}" d="M${points.map(([x, y]) => `${xOf(frame, x)} ${yOf(frame, y)}`).join('L')}"/>`;
}

/** A picture with a name that is read out. */
export function picture(width: number, height: number, name: string, inside: Markup | readonly Markup[]): Markup {
  return markup`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${name}">${inside}</svg>`;
}
