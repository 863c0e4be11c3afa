import { readSteps } from './read-steps';

const LONG = 'The keeper of the lock has opened the gates by hand every morning since his father fell ill, and he means to go on doing so for as long as anyone needs him there.';

const PAGE = readSteps(`<html><head><title>Old bridge opens</title><meta name="description" content="Walkers return to the canal"></head><body>
  <a href="/"><div>Post</div></a>
  <h1>Old bridge</h1>
  <p>${LONG}</p>
  <p>Walkers came.</p>
  <div><div><h3>Around</h3></div><div>Old bridge</div></div>
  <div>Old bridge</div>
</body></html>`);

describe('a page of seven blocks', () => {
  test.each<[block: string, heuristic: string, step: number]>([
    ['Post', 'length-of-block-1-before', 0],
    ['Post', 'length-of-block-1-after', 3], // 2 words: log 3 / log 201
    ['Post', 'heading-of-block-1-after', 15],
    ['Old bridge', 'link-density-of-block-1-before', 15],
    ['Old bridge', 'link-density-of-block-1-after', 0],
    ['Old bridge', 'sentence-end-of-block-1-after', 15],
    ['Old bridge', 'sentence-end-of-block-1-before', 0],
    ['Post', 'sentence-end-of-block-2-after', 15],
    ['Walkers', 'length-of-block-1-before', 10], // 32 words: log 33 / log 201
    ['Walkers', 'heading-of-block-1-before', 0],
    ['Post', 'position-in-blocks', 0],
    ['Walkers', 'position-in-blocks', 8], // 3 of 6
    ['Old bridge', 'position-in-text', 0], // 4 of some 190 characters
    ['Walkers', 'position-in-text', 12],
    ['Around', 'blocks-before', 4], // log 5 / log 301
    ['Around', 'blocks-after', 3], // log 3 / log 301
    ['Old bridge', 'before-first-paragraph', 15],
    ['The keeper', 'before-first-paragraph', 0],
    ['The keeper', 'after-last-paragraph', 0],
    ['Walkers', 'after-last-paragraph', 15],
    ['Walkers', 'paragraph-above-near', 15],
    ['Around', 'paragraph-above-near', 12], // 1 - log 2 / log 41
    ['Old bridge', 'paragraph-above-near', 0],
    ['Old bridge', 'paragraph-below-near', 15],
    ['Walkers', 'paragraph-below-near', 0],
    ['Post', 'before-main-heading', 15],
    ['Old bridge', 'before-main-heading', 0],
    ['Old bridge', 'main-heading-above-near', 15],
    ['The keeper', 'main-heading-above-near', 12],
    ['Post', 'main-heading-above-near', 0],
    ['Old bridge', 'heading', 15],
    ['Around', 'heading', 15],
    ['Walkers', 'heading', 0],
    ['Old bridge', 'heading-above', 0],
    ['The keeper', 'heading-above', 15],
    ['The keeper', 'heading-above-near', 15],
    ['Walkers', 'heading-above-near', 12],
    ['The keeper', 'level-of-heading-above', 2], // 1 of 7
    ['The keeper', 'heading-above-in-container', 15],
    ['Post', 'heading-below-near', 15],
    ['The keeper', 'heading-below-near', 12],
    ['Around', 'heading-below-near', 0],
    ['Old bridge', 'words-shared-with-title', 15],
    ['Walkers', 'words-shared-with-title', 0],
    ['Old bridge', 'title-words-covered', 10], // 2 of 3
    ['Walkers', 'words-shared-with-description', 8], // 1 of 2
    ['Old bridge', 'same-text-before', 0],
    ['Old bridge', 'same-text-on-page', 8], // two others: log 3 / log 7
    ['Post', 'same-text-on-page', 0],
    ['Post', 'page-length-in-blocks', 5], // log 8 / log 1001
    ['Post', 'page-paragraph-count', 3], // log 2 / log 61
    ['Post', 'page-link-density', 0], // 4 of some 190 characters
    ['Post', 'page-has-blank-lines', 0],
  ])('of `%s`: %s is %d', (block, heuristic, step) => {
    expect(PAGE.step(block, heuristic)).toBe(step);
  });
});

describe('plain text', () => {
  const text = readSteps(`Canal News\n\nA headline about water\nIt sums up what was said.\nAnother headline here\nIt sums that up too.\n\nRelated\nThird headline follows`);

  test.each<[block: string, heuristic: string, step: number]>([
    ['A headline', 'blank-line-before', 15],
    ['It sums up', 'blank-line-before', 0],
    ['Canal News', 'blank-line-after', 15],
    ['Related', 'blank-line-before', 15],
    ['Canal News', 'page-has-blank-lines', 15],
    ['Canal News', 'heading', 15],
    ['It sums up', 'heading', 0],
    ['It sums up', 'level-of-heading-above', 15],
    ['It sums up', 'headline-summary-alternation', 10], // 4 changes in 6 pairs
    ['It sums up', 'sentence-ends-within-5', 3], // 1 of 6
  ])('of `%s`: %s is %d', (block, heuristic, step) => {
    expect(text.step(block, heuristic)).toBe(step);
  });
});

test('lengths that alternate have a rhythm', () => {
  const lines = Array.from({ length: 8 }, (_, i) => (i % 2 ? `It sums up what was said about part ${i} of it.` : `Part ${i}`));
  const unlike = Array.from({ length: 8 }, (_, i) => `${'word '.repeat(3 * i + 1)}${i}`);
  expect(readSteps(lines.join('\n')).step('Part 4', 'rhythm-of-lengths')).toBe(15);
  expect(readSteps(unlike.join('\n')).step(unlike[4], 'rhythm-of-lengths')).toBe(6); // differences of 2.57 and 4.18: 2.57 / 6.75
});
