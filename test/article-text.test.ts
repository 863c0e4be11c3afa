import { articleText } from '../src/article-text';

const block = (text: string, label: string, content: number, hidden?: true) => ({ text, label, content, ...(hidden && { hidden }) });

const PAGE = [
  block('Home', 'navigation', 0.01),
  block('The bridge over the canal opened to walkers on Monday morning.', 'article', 0.97),
  block('Subscribe to our letter', 'promo', 0.1),
  block('It had been shut since the floods of last winter for repairs.', 'article', 0.96),
  block('Only seen by scripts, however long the sentence may be.', 'article', 0.99, true),
];

test('the text of the article, one block a line, without hidden blocks', () => {
  expect(articleText(PAGE)).toBe('The bridge over the canal opened to walkers on Monday morning.\nIt had been shut since the floods of last winter for repairs.');
});

test('what the page holds twice comes once', () => {
  const long = block('The bridge over the canal opened to walkers on Monday morning, after the council had it mended twice in as many years, and shut it for a whole winter.', 'article', 0.97);
  expect(articleText([long, block('Menu', 'navigation', 0.01), long])).toBe(long.text);
});

test('for another label the blocks that bear it', () => {
  expect(articleText(PAGE, { label: 'promo' })).toBe('Subscribe to our letter');
  expect(articleText(PAGE, { label: 'related' })).toBe('');
});

test('pages without content give an empty text, whatever their labels', () => {
  expect(articleText([block('Log in', 'article', 0.03), block('Password', 'navigation', 0.01)])).toBe('');
  expect(articleText([])).toBe('');
});

test.each<[unknown, unknown, string, string]>([
  ['text', undefined, 'BAD_PAGE', 'Expected `blocks` to be an array as `classifyBlocks` returns it, got a string `text`'],
  [[PAGE[0], { text: 'x' }], undefined, 'BAD_PAGE', 'Expected `blocks[1]` to be a block as `classifyBlocks` returns it, got an object with `text`'],
  [[null], undefined, 'BAD_PAGE', 'Expected `blocks[0]` to be a block as `classifyBlocks` returns it, got `null`'],
  [PAGE, { label: 3 }, 'BAD_OPTION', 'Expected `label` to be a string, got `3`'],
  [PAGE, { labels: 'x' }, 'BAD_OPTION', 'Unknown key `labels` in `options`: known are `label`'],
])('wrong use %#', (blocks, options, code, message) => {
  let error: unknown;
  try {
    articleText(blocks as never, options as never);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(TypeError);
  expect(error).toMatchObject({ code, message });
});
