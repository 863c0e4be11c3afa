import { splitBlocks } from '../../../src/split-blocks';
import { formatMarkdown } from '../../../src/cli/classify/format/format-markdown';
import type { ClassifiedBlock } from '../../../src/types';
import { cpuMs, expectLinear } from '../../cpu-time';
import { ATTACKING_HTML } from './attacking-page';

/** All visible blocks of a page as Markdown. */
function markdown(page: string | { text: string }): string {
  const blocks = splitBlocks(page).filter(({ hidden }) => !hidden);
  return formatMarkdown(typeof page === 'string' ? page : page.text, blocks as ClassifiedBlock<string>[]);
}

test.each<[string, string, string]>([
  ['headings', '<h1>One</h1><h3>Two <i>b</i></h3><p>Text</p>', '# One\n\n### Two b\n\nText\n'],
  ['links', '<p>See <a href="/a?b=1&c=2">the  list</a>, or <a href="https://x.example/(y) z"> that </a>.</p>', 'See [the list](/a?b=1&amp;c=2), or [that](https://x.example/%28y%29%20z) .\n'],
  ['a link that is a whole block', '<ul><li><a href="/a">One</a></li></ul>', '- [One](/a)\n'],
  ['a link around inline elements', '<p><a href="/a">One <b>two</b> three</a> four</p>', '[One two three](/a) four\n'],
  ['lists in lists', '<ul><li>One<ul><li>Two</li><li>Three</li></ul></li><li>Four</li></ul><p>After</p>', '- One\n    - Two\n    - Three\n- Four\n\nAfter\n'],
  ['numbered lists', '<ol start="3"><li>One</li><li><p>Two</p><p>More</p></li></ol>', '3. One\n4. Two\n\n    More\n'],
  ['quotes', '<blockquote><p>One</p><blockquote>Two</blockquote></blockquote><p>After</p>', '> One\n\n> > Two\n\nAfter\n'],
  ['preformatted text', '<pre>a  b\n  ```\nc\n</pre>', '````\na  b\n  ```\nc\n````\n'],
  ['line breaks inside a block', '<p>One<br>Two</p>', 'One Two\n'],
  ['characters that mean something', '<p># 1*2_3 [x](y) &lt;b&gt; &amp;lt; `c` \\</p><p>1. x</p><p>- y</p>', '\\# 1\\*2\\_3 \\[x\\](y) \\<b\\> \\&lt; \\`c\\` \\\\\n\n1\\. x\n\n\\- y\n'],
  ['hidden text inside a block', '<p>One <a href="/a">two</a> <span hidden>three</span> four</p>', 'One two four\n'],
  ['no text', '<p></p>', ''],
])('%s', (_, html, expected) => expect(markdown(html)).toBe(expected));

test('plain text becomes paragraphs', () => expect(markdown({ text: 'One <b>\n\nTwo' })).toBe('One \\<b\\>\n\nTwo\n'));

test('an attacking page gets no tag and no address that runs into it', () => {
  const text = markdown(ATTACKING_HTML);
  expect(text).toContain('the whole story');
  expect(text).not.toMatch(/(?<!\\)[<>]|\]\(/);
});

test('a deep page does not overflow the stack (tags past the bound, the link too, are ignored), a page of blanks takes no time', () => {
  expect(markdown(`${'<div>'.repeat(20_000)}<p>Deep <a href="/x">down</a></p>`)).toBe('Deep down\n');
  expect(markdown(`<p>a${' '.repeat(2_000_000)}b</p>`)).toBe('a b\n');
});

test('time grows in step with a list and with runs of backticks', () => {
  const items = (count: number) => {
    const page = `<ol>${'<li>x</li>'.repeat(count)}</ol>`;
    const blocks = splitBlocks(page) as ClassifiedBlock<string>[];
    return cpuMs(() => formatMarkdown(page, blocks));
  };
  expectLinear(40_000, items);
  expect(markdown(`<pre>${'` x '.repeat(200_000)}</pre>`)).toMatch(/^```\n/);
});
