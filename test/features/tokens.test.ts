import * as tokens from '../../src/features/tokens';
import { TokenNames } from '../../src/training/token-names';
import { readSteps } from './read-steps';
import { cpuMs } from '../cpu-time';

const { classTokens, fold } = tokens;
const named = (make: (words: readonly string[], names: TokenNames) => number[]) => (words: readonly string[]) => {
  const names = new TokenNames();
  return make(words, names).map((token) => names.names[token]);
};
const wordTokens = named(tokens.wordTokens);
const nearbyTokens = named(tokens.nearbyTokens);

test('words are folded: lower case, digits to zeros, at most 24 characters', () => {
  expect(['Read', 'ÉTÉ', 'İlan', '7', '42', '2024', '123456'].map(fold)).toEqual(['read', 'été', 'ilan', '0', '00', '0000', '0000']);
  expect(fold('Donaudampfschifffahrtsgesellschaft')).toBe('donaudampfschifffahrtsge');
});

test('tokens of a text: words, pairs, the first word, and the whole of a short one', () => {
  expect(wordTokens(['read', 'more', 'here'])).toEqual(['read', 'more', 'here', 'read more', 'more here', '^read', '=read more here']);
  expect(wordTokens(['home'])).toEqual(['home', '^home', '=home']);
  expect(wordTokens(['a', 'b', 'c', 'd', 'e', 'f'])).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'a b', 'b c', 'c d', 'd e', 'e f', '^a']);
  expect(wordTokens([])).toEqual([]);
});

test('a long text gives its first hundred words', () => {
  const found = wordTokens(Array.from({ length: 150 }, (_, i) => `w${i}`));
  expect(found).toContain('w99');
  expect(found).toContain('w98 w99');
  expect(found).not.toContain('w100');
});

test('tokens of a neighbour: its first ten words, the whole where it is short, pairs only in scripts without spaces', () => {
  expect(nearbyTokens(['read', 'more'])).toEqual(['read', 'more', '=read more']);
  expect(nearbyTokens(Array.from({ length: 12 }, (_, i) => `w${i}`))).toEqual(['w0', 'w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'w7', 'w8', 'w9']);
  expect(nearbyTokens(['関', '連'])).toEqual(['関', '連', '=関 連', '関 連']);
  expect(nearbyTokens([])).toEqual([]);
});

test('class names: the name as it stands and the words it is made of', () => {
  expect(classTokens('nav')).toEqual(['.nav', 'nav']);
  expect(classTokens('main-menu')).toEqual(['.main-menu', 'main', 'menu']);
  expect(classTokens('relatedPosts  col_3')).toEqual(['.relatedposts', 'related', 'posts', '.col_0', 'col']);
  expect(classTokens('')).toEqual([]);
});

test.each(['css-1a2b3c', 'x1f9k2', 'sc12345', 'bcdfghjk', 'jss1042', 'BDFGHKLM'])('the generated name `%s` is left out', (name) => {
  expect(classTokens(name).filter((token) => token.startsWith('.') || token === name.toLowerCase())).toEqual([]);
});

test('class names of any length take linear time', () => {
  expect(cpuMs(() => {
    for (const name of ['1'.repeat(1500) + 'a'.repeat(1500), 'a1'.repeat(1500), 'b'.repeat(3000), 'aB'.repeat(1500)]) classTokens(name);
  })).toBeLessThan(500);
});

const PAGE = readSteps(`<body class="home"><main id="content"><div class="post-body" role="article"><p class="lead">Two <b class="mark">boats</b> sank</p></div>
  <h2>Related</h2><ul><li>Third boat</li></ul></main></body>`);

test('families of a block in markup', () => {
  expect(PAGE.tokens('Two', 'classes')).toEqual(['.lead', 'lead', '.post-body', 'post', 'body', '.article', 'article', '.mark', 'mark']);
  expect(PAGE.tokens('Two', 'container-classes')).toEqual(['.content', 'content', '.home', 'home']);
  expect(PAGE.tokens('Two', 'tag-path')).toEqual([
    'p', 'div>p', '^div>p', 'main>div>p', '^main>div', 'body>main>div>p', '^body>main', '>body>main>div>p', '^>body', '~b', '~p>b',
  ]);
  expect(PAGE.tokens('Two', 'heading-words')).toEqual(['<none>']);
  expect(PAGE.tokens('Two', 'words-before')).toEqual(['<start>']);
  expect(PAGE.tokens('Two', 'words-after')).toEqual(['related', '=related']);
  expect(PAGE.tokens('Third', 'heading-words')).toEqual(['related', '=related']);
  expect(PAGE.tokens('Third', 'words')).toEqual(['third', 'boat', 'third boat', '^third', '=third boat']);
  expect(PAGE.tokens('Third', 'words-after')).toEqual(['<end>']);
});

test('plain text: the last headings, the nearest marked as such', () => {
  const text = readSteps('Canal News\nIt opened on Monday.\nSport\nThe home side won.');
  expect(text.tokens('It opened', 'section-words')).toEqual(['!canal', '!news', '!=canal news']);
  expect(text.tokens('The home', 'section-words')).toEqual(['!sport', '!=sport', 'canal', 'news', '=canal news']);
  expect(text.tokens('Canal', 'section-words')).toEqual(['<none>']);
});

test('scripts without spaces give characters and their pairs', () => {
  expect(readSteps('最新ニュース').tokens('最', 'words')).toEqual(
    ['最', '新', 'ニ', 'ュ', 'ー', 'ス', '最 新', '新 ニ', 'ニ ュ', 'ュ ー', 'ー ス', '^最'],
  );
});
