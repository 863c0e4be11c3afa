import { readPage } from '../../src/blocks/read-page';
import { DEFAULT_LIMITS } from '../../src/options';

const read = (html: string) => readPage({ html }, DEFAULT_LIMITS);

test.each([
  ['the canonical link', '<link rel="canonical" href=" https://canal.example/news/boats ">', 'https://canal.example/news/boats'],
  ['one of several `rel` words', '<link rel="shortlink Canonical" href="/a">', '/a'],
  ['the first of two', '<link rel=canonical href="/a"><link rel=canonical href="/b">', '/a'],
  ['`og:url`', '<meta property="og:url" content="https://canal.example/a">', 'https://canal.example/a'],
  ['the canonical link before `og:url`', '<meta property="og:url" content="/a"><link rel="canonical" href="/b">', '/b'],
  ['the canonical link after which `og:url` stands', '<link rel="canonical" href="/b"><meta property="og:url" content="/a">', '/b'],
  ['an empty canonical link is none', '<link rel="canonical" href=""><meta property="og:url" content="/a">', '/a'],
  ['other links are none', '<link rel="alternate" href="/a"><a rel="canonical" href="/b">b</a>', ''],
])('own address: %s', (_, html, url) => expect(read(html).url).toBe(url));

test('an address is cut where it is endless', () => {
  expect(read(`<link rel="canonical" href="/${'a'.repeat(10_000)}">`).url).toHaveLength(500);
});

const data = (json: string) => `<script type="application/ld+json">${json}</script>`;

test.each<[string, string, string[]]>([
  ['`og:type`', '<meta property="og:type" content="Article">', ['og:article']],
  ['a namespace may name a site and is left out', '<meta property="og:type" content="canalpost:longread">', ['og:longread']],
  ['and so is a host', '<meta property="og:type" content="https://canal-post.example">', ['og:example']],
  ['kinds of two words', '<meta property="og:type" content="video.other">', ['og:video.other']],
  ['no kind', '<meta property="og:type" content="">', []],
  ['linked data, in order, each once', data('{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},{"@type" : [ "NewsArticle","x"],"author":{"@type":"Person"}},{"@type":"webpage"}]}'), ['ld:webpage', 'ld:newsarticle', 'ld:person']],
  ['a kind written as an address', data('{"@type":"http://schema.org/Product"}'), ['ld:product']],
  ['linked data in the body', `<p>one</p>${data('{"@type":"QAPage"}')}`, ['ld:qapage']],
  ['linked data that is broken off', data('{"@type":"Recipe","x":['), ['ld:recipe']],
  ['other scripts', '<script>{"@type":"Product"}</script><script type="text/template">{"@type":"Product"}</script>', []],
  ['an empty script', '<script type="application/ld+json"></script>', []],
])('kinds: %s', (_, html, types) => expect(read(html).types).toEqual(types));

test('of many kinds some are kept', () => {
  expect(read(data(Array.from({ length: 100 }, (_, i) => `{"@type":"Kind${i}"}`).join(','))).types).toHaveLength(24);
});

test('linked data of any length takes linear time', () => {
  const started = performance.now();
  read(data('"@type"'.repeat(500_000)) + data(`"@type"${' '.repeat(3_000_000)}`) + data('"@type":['.repeat(500_000)));
  expect(performance.now() - started).toBeLessThan(3000);
});

test('text and given blocks have neither address nor kind', () => {
  for (const page of [readPage({ text: 'one' }, DEFAULT_LIMITS), readPage({ blocks: ['one'] }, DEFAULT_LIMITS)]) expect(page).toMatchObject({ url: '', types: [] });
});
