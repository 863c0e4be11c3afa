import { publicBlock } from '../blocks/public-block';
import type { Page } from '../blocks/page';
import type { ClassifiedBlock } from '../types';

/** The blocks of a page with the label that scores highest; where labels score alike the first of the model's labels wins. */
export function labelBlocks<L extends string>(page: Page, labels: readonly L[], scores: Float64Array, content: Float64Array): ClassifiedBlock<L>[] {
  return page.blocks.map((_, index) => {
    const from = index * labels.length;
    const byLabel = {} as Record<L, number>;
    let best = 0;
    for (let l = 0; l < labels.length; l++) {
      byLabel[labels[l]] = scores[from + l];
      if (scores[from + l] > scores[from + best]) best = l;
    }
    return { ...publicBlock(page, index), label: labels[best], scores: byLabel, confidence: scores[from + best], content: content[index] };
  });
}
