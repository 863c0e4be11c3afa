import { contentShares, foldOfSite, FOLDS, joinLabels, type LabelLine } from '../../src/training/labelled-page';

const KNOWN = ['article', 'navigation', 'promo'];
const blocks = (...texts: string[]) => texts.map((text) => ({ text }));

const LINES: LabelLine[] = [
  ['navigation', 'Home News Sport'],
  ['article', 'The boat sank at dawn. Nobody was hurt.'],
  ['comment', 'I saw it from my window!'],
  ['promo', 'Subscribe to our letter'],
];

test('blocks cut as the lines are', () => {
  expect(joinLabels(blocks(...LINES.map(([, text]) => text)), LINES, KNOWN)).toEqual(['navigation', 'article', undefined, 'promo']);
});

test('blocks cut finer', () => {
  expect(joinLabels(blocks('Home', 'News', 'Sport', 'The boat sank at dawn.', 'Nobody was hurt.', 'Subscribe', 'to our letter'), LINES, KNOWN))
    .toEqual(['navigation', 'navigation', 'navigation', 'article', 'article', 'promo', 'promo']);
});

test('blocks cut coarser take the label of most of their words', () => {
  expect(joinLabels(blocks('Home News Sport The boat sank at dawn. Nobody was hurt.', 'I saw it from my window! Subscribe to our letter'), LINES, KNOWN)).toEqual(['article', undefined]);
  expect(joinLabels(blocks('my window! Subscribe to our letter'), LINES, KNOWN)).toEqual(['promo']);
});

test('where two labels have as many words, the first line wins', () => {
  expect(joinLabels(blocks('Sport The boat sank'), [['navigation', 'Home News Sport The'], ['article', 'boat sank at dawn']], KNOWN)).toEqual(['navigation']);
});

test('other punctuation, capitals and spaces do not matter', () => {
  expect(joinLabels(blocks('HOME | NEWS | SPORT', '“The boat sank\u00a0at dawn” – nobody was hurt'), LINES, KNOWN)).toEqual(['navigation', 'article']);
});

test('blocks without words in the lines have no label', () => {
  expect(joinLabels(blocks('Cookies', 'The boat sank at dawn.', 'Print'), LINES, KNOWN)).toEqual([undefined, 'article', undefined]);
  expect(joinLabels(blocks('Anything'), [], KNOWN)).toEqual([undefined]);
  expect(joinLabels([], LINES, KNOWN)).toEqual([]);
});

test('the same words under two labels are told apart by their order', () => {
  const lines: LabelLine[] = [['navigation', 'Boats'], ['article', 'The boat sank at dawn.'], ['promo', 'Boats']];
  expect(joinLabels(blocks('Boats', 'The boat sank at dawn.', 'Boats'), lines, KNOWN)).toEqual(['navigation', 'article', 'promo']);
});

test('labels named like prototype keys', () => {
  expect(joinLabels(blocks('One', 'Two'), [['constructor', 'One'], ['__proto__', 'Two']], ['constructor', '__proto__'])).toEqual(['constructor', '__proto__']);
});

test('share of the words of each block that stand in the content', () => {
  expect([...contentShares(blocks('Home News', 'The boat sank at dawn.', 'Nobody was hurt, we hear', '…'), 'The boat sank at dawn. Nobody was hurt.')])
    .toEqual([0, 1, Math.fround(3 / 5), 0]);
  expect([...contentShares(blocks('Home'), '')]).toEqual([0]);
});

test('the fold of a site never changes and all folds occur', () => {
  expect(['canal-post.example', 'boats.example', 'a.example', ''].map(foldOfSite)).toEqual([1, 4, 0, 1]);
  expect(new Set(Array.from({ length: 60 }, (_, i) => foldOfSite(`site-${i}.example`)))).toEqual(new Set(Array.from({ length: FOLDS }, (_, i) => i)));
});
