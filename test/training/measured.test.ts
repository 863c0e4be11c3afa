import { FAMILY_NAMES, HEURISTIC_NAMES } from '../../src/features/extract-features';
import { contextInputs, contextNames } from '../../src/labels/context';
import { inputWidth } from '../../src/scores/block-inputs';
import { readRows, rowsOfMeasured, writeRows, type MeasuredPage } from '../../src/training/measured';
import { LABELS, measureSynthetic } from './synthetic-pages';

const { rows } = measureSynthetic(10);
const heuristics = HEURISTIC_NAMES.markup.length;

describe.each(['markup', 'text'] as const)('rows of the %s reading', (reading) => {
  const text = writeRows(rows[reading], reading, LABELS);
  const read = readRows(text, reading, LABELS, 'rows.txt');

  test('come back as they were', () => {
    expect(read).toHaveLength(10);
    read.forEach((page, i) => {
      const { bayes, shares, ...figures } = page;
      const { bayes: written, shares: exact, ...measured } = rows[reading][i];
      // The windows of plain text are not cut at the page's end, which is not written.
      const cut = figures.boxes.map(({ from, to }, kind) => ({ from, to: to.map((end, k) => (reading === 'text' && kind < 2 ? Math.min(end, measured.boxes[kind].to[k]) : end)) }));
      expect({ ...figures, boxes: cut }).toEqual(measured);
      // Shares are kept with one decimal.
      shares.forEach((share, k) => expect(Math.abs(share - exact[k])).toBeLessThanOrEqual(0.05 + 1e-6));
      // Sums are kept in steps that grow with them: an eighth on the scale of asinh.
      expect(written.some((value) => Math.abs(value) > 1)).toBe(true);
      bayes.forEach((value, k) => expect(Math.abs(Math.asinh(value) - Math.asinh(written[k]))).toBeLessThanOrEqual(1 / 16 + 1e-6));
    });
  });

  test('written again they give the same text', () => {
    expect(writeRows(read, reading, LABELS)).toBe(text);
  });

  test('hold no word of the pages', () => {
    expect(text).not.toMatch(/boat|terms|site|example|<|>/i);
  });
});

/** Four blocks sampled from a page of twenty. Container kinds: narrow, wide, section, five containers. */
function sampledPage(): MeasuredPage {
  const span = (...spans: [number, number][]) => ({ from: Int32Array.from(spans, ([from]) => from), to: Int32Array.from(spans, ([, to]) => to) });
  const whole = span([0, 20], [0, 20], [0, 20], [0, 20]);
  const steps = new Uint8Array(4 * heuristics).map((_, i) => (i * 7) % 16);
  return {
    fold: 3, number: 12, shares: Float32Array.of(6, 6, 2.5, 1.5), positions: Int32Array.of(4, 5, 9, 17), headings: Int32Array.of(-1, 4, 7, 9),
    boxes: [span([3, 6], [3, 6], [8, 12], [15, 17]), span([0, 9], [0, 9], [5, 20], [5, 20]), whole, whole, whole, whole, whole, whole],
    labels: Int8Array.of(0, 1, -1, 1), content: Int8Array.of(1, -1, 0, 0), steps, bayes: new Float32Array(4 * FAMILY_NAMES.markup.length * 2),
  };
}

describe('sampled blocks', () => {
  test('gaps, unknown labels and steps that never repeat come back', () => {
    expect(readRows(writeRows([sampledPage()], 'markup', LABELS), 'markup', LABELS, 'x')).toEqual([sampledPage()]);
  });

  test('their layout knows what was sampled alone', () => {
    const { layout, labels, content, fold, weights, inputs } = rowsOfMeasured(sampledPage(), 'markup', 2);
    const spans = (boxes: { from: Int32Array; to: Int32Array }) => [...boxes.from].map((from, i) => [from, boxes.to[i]]);
    expect([...layout.positions]).toEqual([4, 5, 9, 17]);
    expect([...layout.headingAbove]).toEqual([-1, 0, -1, 2]);
    expect(spans(layout.narrow)).toEqual([[0, 2], [0, 2], [2, 3], [3, 3]]);
    expect(spans(layout.wide)).toEqual([[0, 2], [0, 2], [1, 4], [1, 4]]);
    expect(layout.containers.map(spans)).toEqual(Array.from({ length: 5 }, () => [[0, 4], [0, 4], [0, 4], [0, 4]]));
    expect({ fold, labels: [...labels], content: [...content] }).toEqual({ fold: 3, labels: [0, 1, -1, 1], content: [1, -1, 0, 0] });
    // Four blocks stand for sixteen, of a page whose rows weigh √(100 / 16) each.
    expect([...weights]).toEqual([15, 15, 6.25, 3.75]);
    expect(inputs).toHaveLength(4 * inputWidth('markup', 2));
    expect([...inputs.subarray(0, 4)]).toEqual([0, 7, 14, 5].map((step) => Math.fround(step / 15)));
    expect(contextInputs(new Float64Array(8).fill(0.5), 2, layout)).toHaveLength(4 * 2 * contextNames(5).length);
  });
});

describe('labels that differ from those to train', () => {
  const families = FAMILY_NAMES.markup.length;
  const page: MeasuredPage = { ...sampledPage(), bayes: Float32Array.from({ length: 4 * families * 2 }, (_, i) => i + 1) };
  /** Bayes inputs of one block, by family. */
  const bayesOf = (inputs: Float32Array, block: number, labels: number) => Array.from({ length: families }, (_, k) => {
    const from = block * inputWidth('markup', labels) + heuristics + k * labels;
    return [...inputs.subarray(from, from + labels)];
  });

  test('are told by name: Bayes inputs of labels that were not measured are 0', () => {
    // To train: other, legal, comment. Measured: comment, legal.
    const { inputs, labels } = rowsOfMeasured(page, 'markup', 3, [2, 1]);
    expect(inputs).toHaveLength(4 * inputWidth('markup', 3));
    for (let i = 0; i < 4; i++) {
      expect(bayesOf(inputs, i, 3)).toEqual(Array.from({ length: families }, (_, k) => [0, 2 * (i * families + k) + 2, 2 * (i * families + k) + 1]));
      expect([...inputs.subarray(i * inputWidth('markup', 3)).subarray(0, heuristics)].map((value) => Math.round(value * 15))).toEqual([...page.steps.subarray(i * heuristics, (i + 1) * heuristics)]);
    }
    expect([...labels]).toEqual([2, 1, -1, 1]);
  });

  test('measured labels that are not trained leave the row without label', () => {
    const { inputs, labels, content } = rowsOfMeasured(page, 'markup', 2, [-1, 0]);
    expect(bayesOf(inputs, 0, 2)[0]).toEqual([2, 0]);
    expect([...labels]).toEqual([-1, 0, -1, 0]);
    expect([...content]).toEqual([1, -1, 0, 0]);
  });
});

test.each<[what: string, change: (text: string) => string, message: RegExp]>([
  ['one heuristic too few', (text) => text.replace(/^(4 \S+ \S+ \S+ \S+ \S+ )./m, '$1'), new RegExp(`^Expected ${heuristics} heuristics at block 4 of page 12 in rows\\.txt, got ${heuristics - 1}$`)],
  ['one heuristic too many', (text) => text.replace(/^(4 \S+ \S+ \S+ \S+ \S+ )/m, '$1f'), new RegExp(`^Expected ${heuristics} heuristics at block 4 of page 12 in rows\\.txt, got ${heuristics + 1}$`)],
  ['Bayes inputs of another model', (text) => text.replace(/.\n$/, '\n'), new RegExp(`^Expected ${2 * FAMILY_NAMES.markup.length} Bayes inputs at block 17 of page 12 in rows\\.txt, got ${2 * FAMILY_NAMES.markup.length - 1}$`)],
  ['boxes of another kind', (text) => text.replace(/^(4 \S+ \S+ \S+ \S+ )\S+/m, '$10,1'), /^Expected 8 boxes at block 4 of page 12 in rows\.txt, got `0,1`$/],
  ['boxes that are not listed', (text) => text.replace(/^(4 \S+ \S+ \S+ \S+ )\S+/m, '$10,1,2,2,2,2,99'), /^Expected 8 boxes at block 4 of page 12 in rows\.txt, got `0,1,2,2,2,2,99`$/],
  ['a row cut short', (text) => text.replace(/ \S+\n$/, '\n'), /^Expected 8 cells at block 17 of page 12 in rows\.txt, got 7$/],
  ['rows without a page', (text) => text.replace(/^@.*\n/, ''), /^Expected rows\.txt to begin with the line of a page, got a string `4 0 1 - /],
  ['a page line cut short', (text) => text.replace(/^@ 3 12 .*/, '@ 3 12'), /^Expected 4 cells in the line of page 12 in rows\.txt, got 3$/],
  ['a step that is no step', (text) => text.replace(/^(4 \S+ \S+ \S+ \S+ \S+ )./m, '$1?'), /^Expected heuristics as hexadecimal digits and runs at block 4 of page 12 in rows\.txt, got a string `\?/],
  ['a Bayes input that is none', (text) => text.replace(/.\n$/, '?\n'), /^Expected Bayes inputs as letters, digits, `-` and `_` at block 17 of page 12 in rows\.txt, got a string `/],
])('stale or broken rows are refused: %s', (_, change, message) => {
  const text = change(writeRows([sampledPage()], 'markup', LABELS));
  expect(() => readRows(text, 'markup', LABELS, 'rows.txt')).toThrow(expect.objectContaining({ code: 'BAD_CORPUS', message: expect.stringMatching(message) }));
});

test('comments and blank lines are read over, and no page gives no rows', () => {
  const text = writeRows([sampledPage()], 'markup', LABELS);
  expect(readRows(`# measured\n\n${text}\n`, 'markup', LABELS, 'x')).toHaveLength(1);
  expect(readRows('', 'markup', LABELS, 'x')).toEqual([]);
  expect(writeRows([], 'markup', LABELS)).toBe('');
});
