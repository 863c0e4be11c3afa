import type { Boxes } from '../../src/features/boxes';
import { contextInputs, contextNames, type Layout } from '../../src/labels/context';

const boxes = (...spans: [number, number][]): Boxes => ({ from: Int32Array.from(spans, ([from]) => from), to: Int32Array.from(spans, ([, to]) => to) });

/** Context of one block, by group: the means of both labels. The second label's score is what the first's leaves of 1. */
function contextOf(scores: number[], layout: Layout, block: number): Record<string, [number, number]> {
  const names = contextNames(layout.containers.length);
  const rows = contextInputs(Float64Array.from(scores.flatMap((score) => [score, 1 - score])), 2, layout);
  expect(rows).toHaveLength(scores.length * names.length * 2);
  const from = block * names.length * 2;
  return Object.fromEntries(names.map((name, g) => [name, [rows[from + 2 * g], rows[from + 2 * g + 1]]]));
}

const NONE = [0, 0];

describe('a whole page of four blocks', () => {
  const layout: Layout = {
    positions: Int32Array.of(0, 1, 2, 3), headingAbove: Int32Array.of(-1, 0, 0, -1),
    narrow: boxes([0, 2], [0, 2], [2, 4], [2, 4]), wide: boxes([0, 4], [0, 4], [0, 4], [0, 4]), section: boxes([0, 1], [1, 4], [1, 4], [1, 4]), containers: [],
  };
  const scores = [1, 0.5, 0.25, 0];

  test('the second block', () => {
    expect(contextOf(scores, layout, 1)).toEqual({
      'block-3-before': NONE, 'block-2-before': NONE, 'block-1-before': [1, 0], 'block-1-after': [0.25, 0.75], 'block-2-after': [0, 1], 'block-3-after': NONE,
      '5-blocks-before': [1, 0], '5-blocks-after': [0.125, 0.875], '15-blocks-before': [1, 0], '15-blocks-after': [0.125, 0.875],
      'heading-above': [1, 0], 'first-of-section': NONE, section: [0.125, 0.875], box: [1, 0], 'wide-box': [Math.fround(1.25 / 3), Math.fround(1.75 / 3)], page: [Math.fround(1.25 / 3), Math.fround(1.75 / 3)],
    });
  });

  test('the last block', () => {
    expect(contextOf(scores, layout, 3)).toMatchObject({
      'block-3-before': [1, 0], 'block-1-before': [0.25, 0.75], 'block-1-after': NONE, '5-blocks-after': NONE, 'heading-above': NONE, 'first-of-section': [0.5, 0.5], section: [0.375, 0.625], box: [0.25, 0.75],
    });
  });
});

describe('sampled blocks with gaps between them', () => {
  const layout: Layout = {
    positions: Int32Array.of(2, 3, 5, 9, 30), headingAbove: Int32Array.of(-1, 0, -1, -1, 3),
    narrow: boxes([0, 1], [0, 3], [0, 3], [3, 4], [4, 5]), wide: boxes([0, 4], [0, 4], [0, 4], [0, 4], [5, 5]), section: boxes([0, 5], [0, 5], [0, 5], [0, 5], [5, 5]), containers: [],
  };
  const scores = [1, 0.5, 0.25, 0, 0.75];

  test('a neighbour is told by its position, not by its index', () => {
    expect(contextOf(scores, layout, 1)).toMatchObject({ 'block-1-before': [1, 0], 'block-1-after': NONE, 'block-2-after': [0.25, 0.75], 'block-3-after': NONE });
    expect(contextOf(scores, layout, 2)).toMatchObject({ 'block-1-before': NONE, 'block-2-before': [0.5, 0.5], 'block-3-before': [1, 0], 'block-1-after': NONE });
    expect(contextOf(scores, layout, 4)).toMatchObject({ 'block-1-before': NONE, 'block-2-before': NONE, 'block-3-before': NONE });
  });

  test('windows reach so many positions', () => {
    // From position 9: 5 is four away, 3 six, 2 seven; 30 is too far.
    expect(contextOf(scores, layout, 3)).toMatchObject({
      '5-blocks-before': [0.25, 0.75], '15-blocks-before': [Math.fround(1.75 / 3), Math.fround(1.25 / 3)], '5-blocks-after': NONE, '15-blocks-after': NONE,
    });
    expect(contextOf(scores, layout, 0)).toMatchObject({ '5-blocks-after': [0.375, 0.625], '15-blocks-after': [0.25, 0.75] });
  });

  test('the last position that a window reaches is inside', () => {
    const none = boxes([0, 0], [0, 0], [0, 0], [0, 0]);
    const edges: Layout = { positions: Int32Array.of(0, 5, 20, 26), headingAbove: Int32Array.of(-1, -1, -1, -1), narrow: none, wide: none, section: none, containers: [] };
    expect(contextOf([1, 0.5, 0.25, 0], edges, 1)).toMatchObject({ '5-blocks-before': [1, 0], '5-blocks-after': NONE, '15-blocks-after': [0.25, 0.75] });
    expect(contextOf([1, 0.5, 0.25, 0], edges, 2)).toMatchObject({ '15-blocks-before': [0.5, 0.5], '5-blocks-after': NONE, '15-blocks-after': [0, 1] });
  });

  test('boxes leave the block itself out, and say nothing where it is alone', () => {
    expect(contextOf(scores, layout, 0)).toMatchObject({ box: NONE, 'wide-box': [0.25, 0.75], page: [0.375, 0.625] });
    expect(contextOf(scores, layout, 2)).toMatchObject({ box: [0.75, 0.25] });
    expect(contextOf(scores, layout, 4)).toMatchObject({ box: NONE, 'wide-box': NONE, 'heading-above': [0, 1], page: [0.4375, 0.5625] });
  });
});

test('containers come between the boxes and the page', () => {
  const all = boxes([0, 2], [0, 2]);
  const containers = [boxes([0, 1], [1, 2]), all, all, all, all];
  const layout: Layout = { positions: Int32Array.of(0, 1), headingAbove: Int32Array.of(-1, -1), narrow: all, wide: all, section: all, containers };
  expect(contextNames(5).slice(-8)).toEqual(['wide-box', 'section', 'first-container', 'second-container', 'third-container', 'fourth-container', 'fifth-container', 'page']);
  expect(contextOf([1, 0.25], layout, 1)).toMatchObject({ 'first-of-box': [1, 0], 'first-of-wide-box': [1, 0] });
  expect(contextNames(0)).not.toContain('first-of-box');
  expect(contextOf([1, 0.25], layout, 0)).toMatchObject({ 'first-of-box': NONE, 'first-container': NONE, 'second-container': [0.25, 0.75], 'fifth-container': [0.25, 0.75], page: [0.25, 0.75] });
});

test('a page without blocks has no context', () => {
  const none = boxes();
  expect(contextInputs(new Float64Array(0), 4, { positions: new Int32Array(0), headingAbove: new Int32Array(0), narrow: none, wide: none, section: none, containers: [] })).toHaveLength(0);
});
