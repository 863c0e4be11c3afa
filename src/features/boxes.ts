import type { Page } from '../blocks/page';

/** For each block the range of blocks of a container around it: `from[i]` to before `to[i]`, the block itself included. */
export interface Boxes {
  from: Int32Array;
  to: Int32Array;
}

/** Containers around a block that differ in the blocks they hold, innermost first, as far as context looks. */
export const CONTAINER_LEVELS = 5;

/** Smallest number of blocks in the narrow and in the wide box. */
const NARROW_BOX_BLOCKS = 3;
const WIDE_BOX_BLOCKS = 8;

/** Plain text has no containers: its boxes are windows of this many lines to each side. */
export const TEXT_WINDOWS: readonly number[] = [2, 6];

/** Sections: each runs from a line that announces one to before the next; what stands before the first is a section too. */
export function sectionsOf(announces: readonly boolean[]): Boxes {
  const sections = emptyBoxes(announces.length);
  let from = 0;
  for (let at = 0; at <= announces.length; at++) {
    if (at < announces.length && !announces[at]) continue;
    for (let i = from; i < at; i++) put(sections, i, from, at);
    from = at;
  }
  return sections;
}

const emptyBoxes = (blocks: number): Boxes => ({ from: new Int32Array(blocks), to: new Int32Array(blocks) });

/** First block of each element, and the one after its last: a container's blocks follow one another, so that this is all there is to know. */
export interface ElementRanges {
  first: Int32Array;
  end: Int32Array;
}

export function elementRanges({ blocks, elements }: Page): ElementRanges {
  const first = new Int32Array(elements.length).fill(blocks.length);
  const end = new Int32Array(elements.length);
  blocks.forEach(({ element }, i) => {
    first[element] = Math.min(first[element], i);
    end[element] = Math.max(end[element], i + 1);
  });
  for (let e = elements.length - 1; e > 0; e--) {
    const { parent } = elements[e];
    first[parent] = Math.min(first[parent], first[e]);
    end[parent] = Math.max(end[parent], end[e]);
  }
  return { first, end };
}

/** The narrow and the wide box of each block, and its `CONTAINER_LEVELS` growing containers; for plain text, which has no ranges of elements, windows of lines and no containers. */
export function boxesOf({ blocks, elements }: Page, ranges: ElementRanges | undefined): { narrow: Boxes; wide: Boxes; containers: Boxes[] } {
  const narrow = emptyBoxes(blocks.length);
  const wide = emptyBoxes(blocks.length);
  if (!ranges) {
    [narrow, wide].forEach((boxes, kind) => fillWindows(boxes, TEXT_WINDOWS[kind]));
    return { narrow, wide, containers: [] };
  }
  const containers = Array.from({ length: CONTAINER_LEVELS }, () => emptyBoxes(blocks.length));
  const { first, end } = ranges;
  blocks.forEach(({ element }, i) => {
    let level = 0;
    let size = 1;
    let narrowSet = false;
    let wideSet = false;
    let at = element;
    for (; at >= 0; at = elements[at].parent) {
      const here = end[at] - first[at];
      if (here <= size) continue;
      size = here;
      if (level < CONTAINER_LEVELS) put(containers[level++], i, first[at], end[at]);
      if (!narrowSet && here >= NARROW_BOX_BLOCKS) {
        narrowSet = true;
        put(narrow, i, first[at], end[at]);
      }
      if (!wideSet && here >= WIDE_BOX_BLOCKS) {
        wideSet = true;
        put(wide, i, first[at], end[at]);
      }
      if (wideSet && level === CONTAINER_LEVELS) break;
    }
    const whole: [number, number] = [0, blocks.length];
    if (!narrowSet) put(narrow, i, ...whole);
    if (!wideSet) put(wide, i, ...whole);
    while (level < CONTAINER_LEVELS) put(containers[level++], i, ...whole);
  });
  return { narrow, wide, containers };
}

function put(boxes: Boxes, i: number, from: number, to: number): void {
  boxes.from[i] = from;
  boxes.to[i] = to;
}

function fillWindows(boxes: Boxes, reach: number): void {
  for (let i = 0; i < boxes.from.length; i++) put(boxes, i, Math.max(0, i - reach), Math.min(boxes.from.length, i + reach + 1));
}
