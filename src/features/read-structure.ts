import { mapEach } from '../blocks/map-each';
import type { Page, PageElement } from '../blocks/page';
import { countLikeSiblings, countPlaces, kindsOf } from './like-elements';
import { LONG_CHARS, PARAGRAPH_MAX_LINK_DENSITY, type ContainerSums, type StructureFacts } from './structure';

const MAX_CHAIN = 24;
const SUMMED_LEVELS = 5;

/** The facts of each block about the elements around it, given the landmarks around each element. */
export function readStructure(page: Page, landmarks: Int32Array): (at: number) => StructureFacts {
  const { elements, blocks } = page;
  const sums = sumContainers(page);
  const kinds = kindsOf(elements);
  const siblings = countLikeSiblings(elements, kinds);
  const places = countPlaces(blocks, elements, kinds);
  const toPrevious = new Int32Array(blocks.length).fill(FAR_STEPS);
  const toNext = new Int32Array(blocks.length).fill(FAR_STEPS);
  for (let i = 1; i < blocks.length; i++) [toPrevious[i], toNext[i - 1]] = stepsApart(elements, blocks[i].element, blocks[i - 1].element);
  return (i) => {
    const block = blocks[i];
    const chain: PageElement[] = [];
    const sumsAround: ContainerSums[] = [];
    for (let at = block.element; at >= 0 && chain.length < MAX_CHAIN; at = elements[at].parent) {
      chain.push(elements[at]);
      if (sumsAround.length < SUMMED_LEVELS) sumsAround.push(sums[at]);
    }
    sumsAround.push(sums[0]);
    return {
      page,
      block,
      chain,
      sums: sumsAround,
      around: landmarks[block.element],
      sameSiblings: siblings[block.element],
      sameParents: chain.length > 1 ? siblings[chain[0].parent] : 1,
      samePlace: places[i],
      stepsToPrevious: toPrevious[i],
      stepsToNext: toNext[i],
    };
  };
}

/** Steps from the first and the last block to the one that is not there. */
const FAR_STEPS = 8;

function sumContainers({ elements, blocks }: Page): ContainerSums[] {
  const sums = mapEach(elements, (): ContainerSums => ({ blocks: 0, chars: 0, linkChars: 0, paragraphs: 0, images: 0 }));
  for (const block of blocks) {
    const sum = sums[block.element];
    sum.blocks++;
    sum.chars += block.chars;
    sum.linkChars += block.linkChars;
    if (block.chars >= LONG_CHARS && block.linkChars < block.chars * PARAGRAPH_MAX_LINK_DENSITY) sum.paragraphs++;
    sum.images += block.imagesBefore;
  }
  for (let i = elements.length - 1; i > 0; i--) {
    const from = sums[i];
    const into = sums[elements[i].parent];
    into.blocks += from.blocks;
    into.chars += from.chars;
    into.linkChars += from.linkChars;
    into.paragraphs += from.paragraphs;
    into.images += from.images;
  }
  return sums;
}

/** Steps from each of two elements up to their innermost common ancestor. */
function stepsApart(elements: readonly PageElement[], a: number, b: number): [number, number] {
  let up = 0;
  let upOther = 0;
  while (a !== b && a >= 0 && b >= 0) {
    if (elements[a].depth >= elements[b].depth) {
      a = elements[a].parent;
      up++;
    } else {
      b = elements[b].parent;
      upOther++;
    }
  }
  return [up, upOther];
}
