import { splitPage } from '../../src/blocks/split-page';
import { labelBlocks } from '../../src/labels/label-blocks';
import { DEFAULT_LIMITS } from '../../src/options';

const page = splitPage('text', 'One line\nAnother line\nThe last line', DEFAULT_LIMITS);

test('the label is the one that scores highest; the first of those that score alike', () => {
  const blocks = labelBlocks(page, ['article', 'promo', 'related'], Float64Array.of(0.2, 0.7, 0.1, 0.25, 0.375, 0.375, 0.5, 0.25, 0.25), Float64Array.of(0.1, 0.2, 0.9));
  expect(blocks.map(({ label, confidence, content }) => [label, confidence, content])).toEqual([['promo', 0.7, 0.1], ['promo', 0.375, 0.2], ['article', 0.5, 0.9]]);
  expect(blocks[1]).toMatchObject({ index: 1, text: 'Another line', start: 9, end: 21, scores: { article: 0.25, promo: 0.375, related: 0.375 } });
});
