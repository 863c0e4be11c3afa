import { publicBlock } from '../blocks/public-block';
import type { Page } from '../blocks/page';
import type { ClassifiedBlock } from '../types';

/** The blocks of a page with the label that scores highest; where labels score alike the first of the model's labels wins. */
export function labelBlocks<L extends string>(page: Page, labels: readonly L[], scores: Float64Array, content: Float64Array): ClassifiedBlock<L>[] {
  return page.blocks.map((_, index) => {
    const row = scores.subarray(index * labels.length, (index + 1) * labels.length);
    let best = 0;
    for (let l = 1; l < labels.length; l++) if (row[l] > row[best]) best = l;
    return {
      ...publicBlock(page, index),
      label: labels[best],
      scores: Object.fromEntries(labels.map((label, l) => [label, row[l]])) as Record<L, number>,
      confidence: row[best],
      content: content[index],
    };
  });
}
