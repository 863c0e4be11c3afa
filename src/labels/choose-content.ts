import { countWords } from '../words/count-words';

/** Pages whose best expected F1 stays below this have no content to speak of. Found by folds: `npm run eval -- --bench`. */
const MIN_EXPECTED_F1 = 0.2;

/**
 * Which blocks to take so that the expected word F1 of the page is largest. With `p` the probability of a block to be content and `w` its
 * words, the expected F1 of a set S is about `2 Σ_S p w / (Σ_S w + Σ p w)`; the best set is the first k blocks by falling p for some k
 * (Nan, Chai, Lee and Chieu, 2012, on the F-measure of independent labels).
 */
export function chooseContent(blocks: readonly { text: string; content: number }[]): boolean[] {
  const words = blocks.map(({ text }) => countWords(text));
  const expected = blocks.reduce((sum, { content }, i) => sum + content * words[i], 0);
  const order = blocks.map((_, i) => i).sort((a, b) => blocks[b].content - blocks[a].content || a - b);
  let hits = 0;
  let taken = 0;
  let best = 0;
  let bestCount = 0;
  order.forEach((i, k) => {
    hits += blocks[i].content * words[i];
    taken += words[i];
    const f1 = taken + expected > 0 ? (2 * hits) / (taken + expected) : 0;
    if (f1 >= best) {
      best = f1;
      bestCount = k + 1;
    }
  });
  const chosen = blocks.map(() => false);
  if (best >= MIN_EXPECTED_F1) for (const i of order.slice(0, bestCount)) chosen[i] = true;
  return chosen;
}
