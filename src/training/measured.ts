import type { Boxes } from '../features/boxes';
import { CONTAINER_LEVELS, TEXT_WINDOWS } from '../features/boxes';
import { FAMILY_NAMES, HEURISTIC_NAMES, type Reading } from '../features/extract-features';
import { InputTypeError, show } from '../errors';
import type { Layout } from '../labels/context';
import { packSigned, signedAt } from '../model/packed-numbers';
import { fillHeuristics, inputWidth } from '../scores/block-inputs';
import { rowWeight, type PageRows } from './training-rows';

/** Sampled blocks of one page: figures alone, no text. */
export interface MeasuredPage {
  fold: number;
  number: number;
  /** How many blocks of the page each sampled block stands for. */
  shares: Float32Array;
  /** Position on the page of each sampled block, rising. */
  positions: Int32Array;
  /** Position of the heading above, -1 for none. */
  headings: Int32Array;
  /** For each box kind and block the positions it spans. Kinds: narrow, wide, section, then the containers. Those of plain text are not written: they are windows around the position, but for the section. */
  boxes: readonly Boxes[];
  labels: Int8Array;
  content: Int8Array;
  steps: Uint8Array;
  /** Bayes inputs of families × labels for each block, out of fold. */
  bayes: Float32Array;
}

/** Levels of a Bayes input in a row: one character each, finer near 0. */
const LEVELS_A_UNIT = 8;

function packBayes(value: number): string {
  return packSigned(Math.asinh(value) * LEVELS_A_UNIT);
}

function unpackBayes(text: string, at: number, where: string): number {
  return Math.sinh(signedAt(text, at, where) / LEVELS_A_UNIT);
}

/** Heuristic steps: a hexadecimal digit where the value differs from the row before, else one letter for a run of like values. */
const RUNS = 'ghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

function packSteps(row: Uint8Array, before: Uint8Array | undefined): string {
  const parts: string[] = [];
  let run = 0;
  for (let j = 0; j <= row.length; j++) {
    if (j < row.length && row[j] === (before?.[j] ?? 0)) {
      run++;
      if (run < RUNS.length) continue;
    }
    if (run) parts.push(RUNS[run - 1]);
    const flushed = run === RUNS.length;
    run = 0;
    if (j < row.length && !flushed) parts.push(row[j].toString(16));
  }
  return parts.join('');
}

function unpackSteps(text: string, before: Uint8Array | undefined, into: Uint8Array, where: string): void {
  if (!/^[0-9a-zA-Z]*$/.test(text)) throw new InputTypeError('BAD_CORPUS', `Expected heuristics as hexadecimal digits and runs at ${where}, got ${show(text)}`);
  let at = 0;
  for (const char of text) {
    const run = RUNS.indexOf(char) + 1;
    if (run) for (let i = 0; i < run; i++, at++) into[at] = before?.[at] ?? 0;
    else into[at++] = parseInt(char, 16);
  }
  if (at !== into.length) throw new InputTypeError('BAD_CORPUS', `Expected ${into.length} heuristics at ${where}, got ${at}`);
}

/** How many kinds of boxes are not written, since they follow from the position. */
const unwritten = (reading: Reading) => (reading === 'text' ? TEXT_WINDOWS.length : 0);

function windows(positions: Int32Array, reach: number): Boxes {
  return { from: positions.map((position) => Math.max(0, position - reach)), to: positions.map((position) => position + reach + 1) };
}

/** Measured pages as text: a line that begins with `@` for each page, then one a block. */
export function writeRows(pages: readonly MeasuredPage[], reading: Reading, labels: readonly string[]): string {
  const heuristics = HEURISTIC_NAMES[reading].length;
  const bayes = FAMILY_NAMES[reading].length * labels.length;
  const lines: string[] = [];
  for (const page of pages) {
    const spans = new Map<string, number>();
    const spanOf = (boxes: Boxes, i: number) => {
      const key = `${boxes.from[i]}-${boxes.to[i]}`;
      if (!spans.has(key)) spans.set(key, spans.size);
      return spans.get(key)!;
    };
    const rows: string[] = [];
    let numbersBefore = '';
    let shareBefore = NaN;
    page.positions.forEach((position, i) => {
      const numbers = page.boxes.slice(unwritten(reading)).map((boxes) => spanOf(boxes, i)).join(',');
      const share = Number(page.shares[i].toFixed(1));
      const steps = page.steps.subarray(i * heuristics, (i + 1) * heuristics);
      const above = i ? page.steps.subarray((i - 1) * heuristics, i * heuristics) : undefined;
      rows.push([
        position, page.labels[i] < 0 ? '-' : page.labels[i], page.content[i] < 0 ? '-' : page.content[i], page.headings[i] < 0 ? '-' : page.headings[i],
        share === shareBefore ? '.' : share, numbers === numbersBefore ? '.' : numbers, packSteps(steps, above), Array.from(page.bayes.subarray(i * bayes, (i + 1) * bayes), packBayes).join(''),
      ].join(' '));
      numbersBefore = numbers;
      shareBefore = share;
    });
    lines.push(`@ ${page.fold} ${page.number} ${[...spans.keys()].join(',')}`, ...rows);
  }
  return lines.map((line) => `${line}\n`).join('');
}

const ROW_CELLS = 8;
const PAGE_CELLS = 4;

/**
 * What `writeRows` wrote.
 *
 * @throws TypeError with code `BAD_CORPUS` where a row is not of the form or the heuristics of this version.
 */
export function readRows(text: string, reading: Reading, labels: readonly string[], file: string): MeasuredPage[] {
  const heuristics = HEURISTIC_NAMES[reading].length;
  const bayes = FAMILY_NAMES[reading].length * labels.length;
  const kinds = reading === 'markup' ? 3 + CONTAINER_LEVELS : 1;
  const pages: MeasuredPage[] = [];
  let rows: string[][] = [];
  let head: string[] = [];
  const finish = () => {
    if (!rows.length) return;
    const spans = head[3].split(',').map((span) => span.split('-').map(Number));
    const count = rows.length;
    const page: MeasuredPage = {
      fold: Number(head[1]), number: Number(head[2]), shares: new Float32Array(count),
      positions: new Int32Array(count), headings: new Int32Array(count), boxes: [],
      labels: new Int8Array(count), content: new Int8Array(count), steps: new Uint8Array(count * heuristics), bayes: new Float32Array(count * bayes),
    };
    const boxes = Array.from({ length: kinds }, (): Boxes => ({ from: new Int32Array(count), to: new Int32Array(count) }));
    let numbers: number[] = [];
    let share = 1;
    const number = (cell: string) => (cell === '-' ? -1 : Number(cell));
    rows.forEach((cells, i) => {
      const where = `block ${cells[0]} of page ${head[2]} in ${file}`;
      if (cells.length !== ROW_CELLS) throw new InputTypeError('BAD_CORPUS', `Expected ${ROW_CELLS} cells at ${where}, got ${cells.length}`);
      page.positions[i] = Number(cells[0]);
      page.labels[i] = number(cells[1]);
      page.content[i] = number(cells[2]);
      page.headings[i] = number(cells[3]);
      if (cells[4] !== '.') share = Number(cells[4]);
      page.shares[i] = share;
      if (cells[5] !== '.') numbers = cells[5].split(',').map(Number);
      if (numbers.length !== kinds || numbers.some((span) => !spans[span])) throw new InputTypeError('BAD_CORPUS', `Expected ${kinds} boxes at ${where}, got \`${cells[5]}\``);
      numbers.forEach((span, kind) => {
        boxes[kind].from[i] = spans[span][0];
        boxes[kind].to[i] = spans[span][1];
      });
      unpackSteps(cells[6], i ? page.steps.subarray((i - 1) * heuristics, i * heuristics) : undefined, page.steps.subarray(i * heuristics, (i + 1) * heuristics), where);
      if (cells[7].length !== bayes) throw new InputTypeError('BAD_CORPUS', `Expected ${bayes} Bayes inputs at ${where}, got ${cells[7].length}`);
      if (!/^[\w-]*$/.test(cells[7])) throw new InputTypeError('BAD_CORPUS', `Expected Bayes inputs as letters, digits, \`-\` and \`_\` at ${where}, got ${show(cells[7])}`);
      for (let k = 0; k < bayes; k++) page.bayes[i * bayes + k] = unpackBayes(cells[7], k, where);
    });
    pages.push({ ...page, boxes: reading === 'text' ? [...TEXT_WINDOWS.map((reach) => windows(page.positions, reach)), ...boxes] : boxes });
    rows = [];
  };
  for (const line of text.split('\n')) {
    if (!line || line[0] === '#') continue;
    const cells = line.split(' ');
    if (cells[0] === '@') {
      finish();
      if (cells.length !== PAGE_CELLS) throw new InputTypeError('BAD_CORPUS', `Expected ${PAGE_CELLS} cells in the line of page ${cells[2]} in ${file}, got ${cells.length}`);
      head = cells;
    } else if (head.length) rows.push(cells);
    else throw new InputTypeError('BAD_CORPUS', `Expected ${file} to begin with the line of a page, got ${show(line)}`);
  }
  finish();
  return pages;
}

/**
 * Rows to fit from a measured page. Boxes and headings are those of the sampled blocks: what was not sampled is not there. Label `l` of
 * the figures is `labelOf[l]` of the `labels` to train: Bayes inputs of labels that the figures do not know are 0, rows of labels that
 * are not trained (-1) are without label.
 */
export function rowsOfMeasured(page: MeasuredPage, reading: Reading, labels: number, labelOf: readonly number[] = Array.from({ length: labels }, (_, l) => l)): PageRows {
  const count = page.positions.length;
  const heuristics = HEURISTIC_NAMES[reading].length;
  const families = FAMILY_NAMES[reading].length;
  const width = inputWidth(reading, labels);
  const inputs = new Float32Array(count * width);
  for (let i = 0; i < count; i++) {
    fillHeuristics(inputs, i * width, page.steps, i * heuristics, heuristics);
    for (let k = 0; k < families; k++) {
      labelOf.forEach((label, l) => {
        if (label >= 0) inputs[i * width + heuristics + k * labels + label] = page.bayes[(i * families + k) * labelOf.length + l];
      });
    }
  }
  const all = page.shares.reduce((sum, share) => sum + share, 0);
  const weights = page.shares.map((share) => share * rowWeight(all));
  return { fold: page.fold, layout: sampledLayout(page), inputs, labels: page.labels.map((label) => (label < 0 ? -1 : labelOf[label])), content: page.content, weights };
}

function sampledLayout({ positions, headings, boxes }: MeasuredPage): Layout {
  const firstFrom = (position: number) => {
    let low = 0;
    let high = positions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (positions[middle] < position) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const [narrow, wide, section, ...containers] = boxes.map(({ from, to }) => ({ from: from.map(firstFrom), to: to.map(firstFrom) }));
  const headingAbove = headings.map((position) => {
    const at = position < 0 ? -1 : firstFrom(position);
    return at >= 0 && positions[at] === position ? at : -1;
  });
  return { positions, headingAbove, narrow, wide, section, containers };
}
