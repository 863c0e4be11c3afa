import { parseTarget } from '../../src/features/links';
import { ownAddressOf, relationOf } from '../../src/features/own-address';
import { readSteps } from './read-steps';

const SITE = 'canal-post.example';
const own = (url: string, hrefs: string[] = []) => ownAddressOf({ source: 'html', title: '', description: '', url, types: [], elements: [], blocks: [] }, SITE, hrefs.map((href) => parseTarget(href, '', '', SITE)));
const PAGE = own('https://www.canal-post.example/news/2024/03/old-bridge-opens-again.html');
const relation = (href: string, from = PAGE) => relationOf(parseTarget(href, '', '', SITE), from);

test.each<[href: string, relation: string | undefined]>([
  ['#comments', 'own-fragment'],
  ['/news/2024/03/old-bridge-opens-again.html#comments', 'own-fragment'],
  ['old-bridge-opens-again.html#comments', 'own-fragment'],
  ['#', undefined],
  ['', undefined],
  ['javascript:void(0)', undefined],
  ['mailto:ann@mail.example', undefined],
  ['https://canal-post.example/news/2024/03/old-bridge-opens-again.html', 'own-page'],
  ['/news/2024/03/old-bridge-opens-again.html?page=2#top', 'own-page'],
  ['/news/', 'parent'],
  ['/News/2024', 'parent'],
  ['/news/index.html', 'parent'],
  ['../', 'parent'],
  ['/news/2024/03/old-bridge-opens-again.html/print', 'below'],
  ['/news/2024/03/ferry-sinks-off-the-mole.html', 'beside'],
  ['/news/2023/12/ferry-sinks-off-the-mole.html', 'beside'],
  ['ferry-sinks-off-the-mole.html', 'beside'],
  ['/news/2024/03/ferry.html', 'own-directory'],
  ['/news/2024/03/ferry-sinks-off-the-mole', 'own-directory'],
  ['/sport/2024/03/rowers-win-the-cup.html', 'like-own'],
  ['/sport/2024/03/results.html', 'own-host'],
  ['/sport/rowers-win-the-cup.html', 'own-host'],
  ['/', 'own-host'],
  ['https://jobs.canal-post.example/news/2024/03/ferry-sinks-off-the-mole.html', 'other-host'],
  ['https://post.example/news/2024/03/ferry-sinks-off-the-mole.html', 'other-site'],
])('`%s` leads to %s', (href, expected) => expect(relation(href)).toBe(expected));

test('of a page without an address the host is that of most links to its site', () => {
  const page = own('', ['https://www.canal-post.example/a', 'https://shop.canal-post.example/b', 'https://canal-post.example/c', 'https://other.example/', 'https://other.example/a', 'https://other.example/b']);
  expect(page).toMatchObject({ host: 'canal-post.example', segments: [] });
  expect(['https://canal-post.example/x', '/x', 'https://shop.canal-post.example/x', 'https://other.example/'].map((href) => relation(href, page))).toEqual(['own-host', 'own-host', 'other-host', 'other-site']);
});

test('the home page has no directory', () => {
  const page = own('https://canal-post.example/index.html');
  expect(['/', '/a', 'a', '#a', '/?page=2'].map((href) => relation(href, page))).toEqual(['own-host', 'own-host', 'own-host', 'own-fragment', 'own-host']);
});

const FEATURES = readSteps(`<head><link rel="canonical" href="https://canal.example/news/old-bridge-opens-again"></head><body>
  <ul><li><a href="/news/ferry-sinks-off-the-mole">Ferry</a></li><li><a href="/news/rowers-win-the-cup">Rowers</a></li><li><a href="/about">About</a></li><li>Plain</li></ul>
  <div><p><a href="#bridge">Bridge</a></p><p><a href="/news">News</a></p><p><a href="https://jobs.canal.example/">Jobs</a></p><p><a href="/news?page=2">Older</a></p></div></body>`);

test.each<[block: string, heuristic: string, step: number]>([
  ['Ferry', 'link-beside-page', 15], ['About', 'link-beside-page', 0], ['Plain', 'link-beside-page', 0],
  ['Bridge', 'link-to-place-on-page', 15],
  ['News', 'link-to-directory-around-page', 15], ['Ferry', 'link-to-directory-around-page', 0],
  ['Jobs', 'link-to-other-host-of-site', 15], ['News', 'link-to-other-host-of-site', 0],
  // 2 of the 3 links of the list, 2 of the 7 of the page
  ['Plain', 'links-beside-page-in-box', 10], ['Ferry', 'links-beside-page-in-wide-box', 4], ['News', 'links-beside-page-in-box', 0],
  ['Jobs', 'links-to-directory-around-page-in-box', 8], // 2 of 4
])('of `%s`: %s is %d', (block, heuristic, step) => {
  expect(FEATURES.step(block, heuristic)).toBe(step);
});
