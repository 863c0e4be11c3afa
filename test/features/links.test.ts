import { parseTarget, targetParser, targetTokens } from '../../src/features/links';
import { readSteps } from './read-steps';

const PAGE = readSteps(`<body>
  <ul>
    <li><a href="https://www.canal-post.example/">Home</a></li>
    <li><a href="https://canal-post.example/news/2024/03/old-bridge-opens-again">Old bridge</a></li>
    <li><a href="https://tickets.example/buy?utm_source=post" rel="nofollow sponsored" target="_blank">Boat trips</a></li>
    <li><a href="#top">Up</a></li>
    <li><a href="javascript:void(0)">Menu</a></li>
    <li><a href="mailto:ann@mail.example">Write</a></li>
    <li><a href="tel:+15550101234">Call</a></li>
    <li><a href="/item/48213?page=2">Item</a></li>
    <li><a href="/item/48213?page=2">Item again</a></li>
  </ul>
  <p>The keeper of <a href="/locks">the lock</a> and <a href="/boats">his boat</a> left.</p>
  <p>No link stands here.</p></body>`);

test.each<[block: string, heuristic: string, step: number]>([
  ['Home', 'link-density', 15],
  ['The keeper', 'link-density', 6], // 14 of 33 characters
  ['No link', 'link-density', 0],
  ['Home', 'nothing-but-link', 15],
  ['The keeper', 'nothing-but-link', 0],
  ['The keeper', 'holds-link', 15],
  ['No link', 'holds-link', 0],
  ['The keeper', 'link-count', 5], // log 3 / log 21
  ['The keeper', 'words-per-link', 7], // 7 characters a link: log 8 / log 101
  ['Home', 'link-leaves-site', 0],
  ['Item', 'link-leaves-site', 0],
  ['Boat trips', 'link-leaves-site', 15],
  ['Up', 'link-to-fragment', 15],
  ['Menu', 'link-to-script', 15],
  ['Write', 'link-to-mail-or-phone', 15],
  ['Call', 'link-to-mail-or-phone', 15],
  ['Home', 'link-to-mail-or-phone', 0],
  ['Boat trips', 'link-opens-new-window', 15],
  ['Boat trips', 'link-is-sponsored', 15],
  ['Boat trips', 'link-is-nofollow', 15],
  ['Home', 'link-is-nofollow', 0],
  ['Old bridge', 'link-path-depth', 10], // 4 segments of 6
  ['Old bridge', 'link-slug-words', 6], // 4 words of 10
  ['Old bridge', 'link-path-holds-date', 15],
  ['Item', 'link-path-holds-date', 0],
  ['Item', 'link-path-holds-number', 15],
  ['Item', 'link-has-query', 15],
  ['Item', 'link-has-campaign', 0],
  ['Boat trips', 'link-has-campaign', 15],
  ['Home', 'link-to-home', 15],
  ['Old bridge', 'link-to-home', 0],
  ['Up', 'link-to-home', 0],
  ['Item', 'link-target-repeats', 5], // log 2 / log 7
  ['Home', 'link-target-repeats', 0],
])('of `%s`: %s is %d', (block, heuristic, step) => {
  expect(PAGE.step(block, heuristic)).toBe(step);
});

test('tokens of a target: kind, `rel`, folders, slugs and their words, names of parameters', () => {
  expect(PAGE.tokens('Old bridge', 'link-target')).toEqual([
    'kind:page', 'dir:news', 'news', 'dir:0', 'dir:0', 'slug:4', 'old', 'bridge', 'opens', 'again',
  ]);
  expect(PAGE.tokens('Boat trips', 'link-target')).toEqual(['kind:page:out', 'rel:nofollow', 'rel:sponsored', 'last:buy', 'buy', '?utm_source']);
  expect(PAGE.tokens('Up', 'link-target')).toEqual(['kind:fragment']);
  expect(PAGE.tokens('Call', 'link-target')).toEqual(['kind:phone']);
  expect(PAGE.tokens('No link', 'link-target')).toEqual([]);
});

test('sites are told by their last two labels, three under `co.uk` and its like', () => {
  const external = (href: string, site: string) => parseTarget(href, '', '', site).external;
  expect(external('https://shop.post.example/a', 'post.example')).toBe(false);
  expect(external('//post.example:8080/a', 'post.example')).toBe(false);
  expect(external('https://other.co.example/a', 'post.co.example')).toBe(true);
  expect(external('HTTPS://News.Post.co.uk/a', 'post.co.uk')).toBe(false);
  expect(external('/a/b', 'post.example')).toBe(false);
});

test('links that are alike in all that is read of them are parsed once', () => {
  const parse = targetParser('post.example');
  const link = (href: string, rel = '', target = '') => parse({ href, rel, target, chars: 1 });
  const long = `https://shop.example/${'a'.repeat(500)}`;
  expect(link(`${long}b`)).toBe(link(`${long}c`));
  expect(link(`${long}b`)).toEqual(parseTarget(long, '', '', 'post.example'));
  expect(link('/a', 'b')).not.toBe(link('/ab', ''));
  expect([link('/a', '', '_blank').newWindow, link('/a').newWindow]).toEqual([true, false]);
});

test.each([
  'https://host.example/way', '//host.example/way', 'HTTP://WWW.HOST.EXAMPLE/way', 'https://user:word@host.example:80/way', 'https:\\\\host.example\\way',
  'ftp://host.example/way', 'app-link://host.example/way', 'www.host.example/way', '/go/https://host.example/way', '/go/http:/host.example/way',
  '/out?to=https://host.example/way', 'mailto:ann@host.example', 'ht\ntps://host.example/way',
])('no token of `%s` holds the host', (href) => {
  expect(targetTokens(parseTarget(href, '', '', '')).filter((token) => /host/i.test(token))).toEqual([]);
});

test('no token holds white space, whatever the target: a model file keeps one token a line', () => {
  for (const href of ['/a\nb/c', '/x?a\nb=1', '/x?a\r\nb&c\td=1', '\n /a\n']) {
    for (const token of targetTokens(parseTarget(href, 'no\nfollow', '', ''))) expect(token).not.toMatch(/[\r\n\t]/);
  }
});
