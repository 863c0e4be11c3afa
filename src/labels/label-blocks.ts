import { publicBlock } from '../blocks/public-block';
import type { Page } from '../blocks/page';
import type { ClassifiedBlock } from '../types';

/** The blocks of a page with the label that scores highest; where labels score alike the first of the model's labels wins. */
export function labelBlocks<L extends string>(page: Page, labels: readonly L[], scores: Float64Array, content: Float64Array): ClassifiedBlock<L>[] {
  // Copies of one object, and the public block itself and no copy: both cost less than objects built key by key.
  const zeros = Object.fromEntries(labels.map((label) => [label, 0])) as Record<L, number>;
  return page.blocks.map((_, index) => {
    const from = index * labels.length;
    const byLabel = { ...zeros };
    let best = 0;
    for (let l = 0; l < labels.length; l++) {
      byLabel[labels[l]] = scores[from + l];
      if (scores[from + l] > scores[from + best]) best = l;
    }
    const block = publicBlock(page, index) as ClassifiedBlock<L>;
    block.label = labels[best];
    block.scores = byLabel;
    block.confidence = scores[from + best];
    block.content = content[index];
    return block;
  });
}
