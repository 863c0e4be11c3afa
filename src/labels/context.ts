import type { Boxes } from '../features/boxes';

/** Where the blocks of a page stand to each other: what context is gathered from. */
export interface Layout {
  /** Position of each block on its page, rising. Whole pages count 0, 1, 2, …; sampled pages have gaps. */
  positions: Int32Array;
  /** Index of the heading above each block, -1 for none. */
  headingAbove: Int32Array;
  narrow: Boxes;
  wide: Boxes;
  /** What the announcing line above a block rules; that line is its first block. */
  section: Boxes;
  /** Growing containers, innermost first; none for plain text. */
  containers: readonly Boxes[];
}

const NEIGHBOURS = [-3, -2, -1, 1, 2, 3];
const WINDOWS = [5, 15];
const CONTAINER_NAMES = ['first-container', 'second-container', 'third-container', 'fourth-container', 'fifth-container'];

/** Names of the groups of context inputs: each group holds one input a label. */
export function contextNames(containers: number): string[] {
  return [
    ...NEIGHBOURS.map((offset) => `block-${Math.abs(offset)}-${offset < 0 ? 'before' : 'after'}`),
    ...WINDOWS.flatMap((reach) => [`${reach}-blocks-before`, `${reach}-blocks-after`]),
    'heading-above', 'first-of-section', ...(containers ? ['first-of-box', 'first-of-wide-box'] : []),
    'box', 'wide-box', 'section',
    ...CONTAINER_NAMES.slice(0, containers),
    'page',
  ];
}

/**
 * What the first pass says of the blocks around each block: for every group of `contextNames` the mean score of each label over the
 * group's other blocks, 0 where there is none. Rows of `groups × labels` values.
 */
export function contextInputs(scores: Float64Array, labels: number, layout: Layout): Float32Array {
  return contextReader(scores, labels, layout)(0, layout.positions.length);
}

/** The same for the blocks from `from` to before `to`, however often it is asked. */
export function contextReader(scores: Float64Array, labels: number, layout: Layout): (from: number, to: number) => Float32Array {
  const { positions, headingAbove, narrow, wide, section, containers } = layout;
  const titled = containers.length ? [section, narrow, wide] : [section];
  const blocks = positions.length;
  const width = contextNames(containers.length).length * labels;
  const upTo = new Float64Array((blocks + 1) * labels);
  for (let i = 0; i < blocks * labels; i++) upTo[i + labels] = upTo[i] + scores[i];

  const meanOf = (result: Float32Array, from: number, to: number, without: number, at: number) => {
    const inside = without >= from && without < to;
    const count = to - from - (inside ? 1 : 0);
    if (count <= 0) return;
    for (let l = 0; l < labels; l++) {
      const sum = upTo[to * labels + l] - upTo[from * labels + l] - (inside ? scores[without * labels + l] : 0);
      result[at + l] = sum / count;
    }
  };

  const fill = (result: Float32Array, i: number, start: number) => {
    let at = start;
    for (const offset of NEIGHBOURS) {
      // Positions rise by one or more a block, so that a neighbour is never further off than its offset.
      const wanted = positions[i] + offset;
      let j = i + offset;
      if (offset < 0) while (j < 0 || positions[j] < wanted) j++;
      else while (j >= blocks || positions[j] > wanted) j--;
      if (positions[j] === wanted) meanOf(result, j, j + 1, -1, at);
      at += labels;
    }
    for (const reach of WINDOWS) {
      let from = i;
      while (from > 0 && positions[from - 1] >= positions[i] - reach) from--;
      meanOf(result, from, i, -1, at);
      let to = i + 1;
      while (to < blocks && positions[to] <= positions[i] + reach) to++;
      meanOf(result, i + 1, to, -1, at + labels);
      at += 2 * labels;
    }
    if (headingAbove[i] >= 0) meanOf(result, headingAbove[i], headingAbove[i] + 1, -1, at);
    at += labels;
    for (const box of titled) {
      if (box.from[i] < box.to[i]) meanOf(result, box.from[i], box.from[i] + 1, i, at);
      at += labels;
    }
    for (const box of [narrow, wide, section, ...containers]) {
      meanOf(result, box.from[i], box.to[i], i, at);
      at += labels;
    }
    meanOf(result, 0, blocks, i, at);
  };

  return (from, to) => {
    const result = new Float32Array((to - from) * width);
    for (let i = from; i < to; i++) fill(result, i, (i - from) * width);
    return result;
  };
}
