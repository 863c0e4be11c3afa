import { pageTokens } from '../../src/features/page-kind';
import { readPage } from '../../src/blocks/read-page';
import { DEFAULT_LIMITS } from '../../src/options';
import { readSteps } from './read-steps';

const tokens = (html: string, site = '') => pageTokens(readPage({ html }, DEFAULT_LIMITS), site);

test('tokens of a page: its kinds, its outermost items, classes and ids of body and main', () => {
  expect(tokens(`<head><meta property="og:type" content="product"><script type="application/ld+json">{"@type":"Offer"}</script></head>
    <body class="single-product page-id-17" id="top"><main class="shop"><div itemscope itemtype="https://schema.org/Product"><p itemscope itemtype="https://schema.org/Offer">$5</p></div></main>
    <div role="main" id="second">x</div><nav aria-label="main menu" class="menu">y</nav></body>`)).toEqual([
    'og:product', 'ld:offer', 'item:product', 'body:.single-product', 'body:single', 'body:product', 'body:.page-id-0', 'body:page', 'body:id', 'body:.top', 'body:top',
    'main:.shop', 'main:shop', 'main:.second', 'main:second',
  ]);
});

test('a page that says nothing has a token for that', () => expect(tokens('<p>one')).toEqual(['<none>']));

test('the page as an item does not hide the items in it', () => {
  expect(tokens('<body itemscope itemtype="http://schema.org/WebPage"><p itemscope itemtype="http://schema.org/Recipe">Flour</p></body>')).toEqual(['item:recipe']);
});

test('no token holds the name of the site', () => {
  expect(tokens('<body class="canal-post home CanalPost_theme"><p>one</p></body>', 'canal-post.example')).toEqual(['<none>', 'body:canal', 'body:post', 'body:.home', 'body:home', 'body:theme']);
  expect(tokens('<body class="canal home"><p>one</p></body>', 'canal.example')).toEqual(['<none>', 'body:.home', 'body:home']);
  expect(tokens('<body class="canal home"><p>one</p></body>', 'can.example')).toContain('body:canal');
});

test('all blocks of a page share its tokens', () => {
  const page = readSteps('<head><meta property="og:type" content="article"></head><body class="post"><p>One</p><div><p>Two</p></div></body>');
  expect(page.tokens('One', 'page-kind')).toEqual(['og:article', 'body:.post', 'body:post']);
  expect(page.tokens('Two', 'page-kind')).toEqual(page.tokens('One', 'page-kind'));
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
