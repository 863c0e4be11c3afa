import { readPage } from '../../src/blocks/read-page';
import { itemTypes } from '../../src/features/page-kind';
import { DEFAULT_LIMITS } from '../../src/options';
import { readSteps } from './read-steps';

const items = (html: string) => itemTypes(readPage({ html }, DEFAULT_LIMITS).elements);

test('kinds of the outermost microdata items', () => {
  expect(items(`<div itemscope itemtype="https://schema.org/Product"><p itemscope itemtype="https://schema.org/Offer">$5</p></div>
    <div itemscope itemtype="https://schema.org/Product">x</div><p itemscope itemtype="https://schema.org/Recipe">y</p>`)).toEqual(['product', 'recipe']);
  expect(items('<p>one')).toEqual([]);
});

test('the page as an item does not hide the items in it', () => {
  expect(items('<body itemscope itemtype="http://schema.org/WebPage"><p itemscope itemtype="http://schema.org/Recipe">Flour</p></body>')).toEqual(['recipe']);
});

const SHOP = readSteps(`<head><link rel="canonical" href="https://canal.example/boats/red-rowing-boat/20481"><meta property="og:type" content="product"></head><body>
  <h1>Boats</h1><h2><a href="/a">Ropes</a></h2><h2>How long?</h2><p>$5</p><p>$6</p><p>3 May 2024</p><p>Add to cart</p><p>#1</p><p>#2</p><p>Reply</p></body>`);
const PLAIN = readSteps('<body><p>One</p></body>');

test.each<[heuristic: string, shop: number, plain: number]>([
  ['page-declared-product', 15, 0], ['page-declared-article', 0, 0],
  ['page-path-ends-in-slug', 0, 0], ['page-path-holds-number', 15, 0],
  ['page-prices', 15, 0], // 20 of 100
  ['page-dates', 12, 0], // 10 of 100
  ['page-numbered-posts', 7, 0], // ln 3 / ln 11
  ['page-buying-cues', 12, 0],
  ['page-linked-heading-share', 5, 0], // 1 of 3
  ['page-card-block-share', 0, 0],
])('%s: %d, and %d of a page that says nothing', (heuristic, shop, plain) => {
  expect(SHOP.step('Boats', heuristic)).toBe(shop);
  expect(SHOP.step('Reply', heuristic)).toBe(shop);
  expect(PLAIN.step('One', heuristic)).toBe(plain);
});

test('a slug at the end of the own path', () => {
  expect(readSteps('<link rel="canonical" href="/news/old-bridge-opens"><p>One</p>').step('One', 'page-path-ends-in-slug')).toBe(15);
});
