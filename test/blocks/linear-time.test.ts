import { splitBlocks } from '../../src/split-blocks';
import type { PageInput } from '../../src/types';
import { blocksMs, expectLinear } from '../cpu-time';

const LIMITS = { maxChars: Infinity, maxBlocks: Infinity };

interface Shape {
  name: string;
  make: (count: number) => PageInput;
  count: number;
  /** Blocks that must come out at least: time spent on reading the page, not on giving up. */
  blocks: (count: number) => number;
}

const html = (make: (count: number) => string) => (count: number): PageInput => ({ html: make(count) });
const one = () => 1;
const each = (count: number) => count;

/** Sizes are at least those that the contract names. */
const SHAPES: Shape[] = [
  { name: 'nested divs', count: 100_000, blocks: one, make: html((n) => `${'<div>'.repeat(n)}word${'</div>'.repeat(n)}`) },
  { name: 'nested divs with text, never closed', count: 100_000, blocks: () => 700, make: html((n) => '<div>word '.repeat(n)) },
  { name: 'short paragraphs', count: 200_000, blocks: each, make: html((n) => '<p>short text</p>'.repeat(n)) },
  { name: 'one text node with spaces', count: 1_000_000, blocks: one, make: html((n) => `<p>${'word '.repeat(n)}`) },
  { name: 'one text node without spaces', count: 5_000_000, blocks: one, make: html((n) => `<p>${'w'.repeat(n)}`) },
  { name: 'one text node of white space', count: 5_000_000, blocks: one, make: html((n) => `<p>x${' '.repeat(n)}y`) },
  { name: 'empty links', count: 300_000, blocks: () => 0, make: html((n) => '<a href="/x"></a>'.repeat(n)) },
  { name: 'unclosed inline tags', count: 100_000, blocks: one, make: html((n) => '<b>x '.repeat(n)) },
  { name: 'paragraphs inside unclosed inline tags', count: 100_000, blocks: each, make: html((n) => '<b>'.repeat(500) + '<p>x</p>'.repeat(n)) },
  { name: 'entities', count: 100_000, blocks: one, make: html((n) => `<p>x${'&amp;&nbsp;'.repeat(n)}y`) },
  { name: 'entities of white space at the end', count: 100_000, blocks: one, make: html((n) => `<p>x${'&nbsp;'.repeat(n)}`) },
  { name: 'one attribute', count: 10_000_000, blocks: one, make: html((n) => `<p title="${'x'.repeat(n)}">word`) },
  { name: 'one style attribute', count: 5_000_000, blocks: one, make: html((n) => `<p style="${'; ;'.repeat(n)}">word`) },
  { name: 'table cells', count: 100_000, blocks: each, make: html((n) => `<table>${'<tr><td>one<td>two'.repeat(n / 2)}</table>`) },
  { name: 'comments', count: 100_000, blocks: one, make: html((n) => `<p>x${'<!-- c -->'.repeat(n)}y`) },
  { name: 'comments with an odd end', count: 100_000, blocks: one, make: html((n) => `<p>x${'<!-- c --!>'.repeat(n)}y`) },
  { name: 'odd ends that end no comment', count: 1_000_000, blocks: one, make: html((n) => `<p>x</p><!${'--!'.repeat(n)}`) },
  { name: 'hidden elements in one run', count: 50_000, blocks: (n) => n + 1, make: html((n) => `<p>${'x<i hidden>y</i>'.repeat(n)}`) },
  // Each of these makes the parser open elements, or keep states, that a careless count of depth does not see.
  { name: 'headings inside headings', count: 100_000, blocks: () => 700, make: html((n) => '<h1>x'.repeat(n)) },
  { name: 'elements that only look void', count: 100_000, blocks: () => 700, make: html((n) => '<image>x'.repeat(n)) },
  { name: 'end tags inside CDATA', count: 100_000, blocks: one, make: html((n) => '<div><![CDATA[></div>]]>x'.repeat(n)) },
  { name: 'end tags inside bogus comments', count: 100_000, blocks: one, make: html((n) => '<div></1 </div>x'.repeat(n)) },
  { name: 'elements inside a frame', count: 100_000, blocks: () => 0, make: html((n) => `<iframe>${'<div>x'.repeat(n)}`) },
  { name: 'frames inside frames', count: 100_000, blocks: () => 0, make: html((n) => '<iframe>x'.repeat(n)) },
  { name: 'frames', count: 100_000, blocks: each, make: html((n) => '<p>x</p><iframe><b></iframe>'.repeat(n)) },
  { name: 'empty drawings', count: 100_000, blocks: one, make: html((n) => '<svg/>x '.repeat(n)) },
  { name: 'drawings never closed', count: 100_000, blocks: each, make: html((n) => '<div><svg></div>x'.repeat(n)) },
  // The end of such a script is looked for to the end of the page.
  { name: 'scripts that write scripts', count: 50_000, blocks: each, make: html((n) => '<p>x</p><script><!-- <script></script>--></script>'.repeat(n)) },
  { name: 'scripts that write scripts, none of them ended', count: 50_000, blocks: each, make: html((n) => '<p>x</p><script><!-- <script></script>'.repeat(n)) },
  { name: 'end tags in one script', count: 200_000, blocks: one, make: html((n) => `<p>x</p><script><!-- ${'<script></script>'.repeat(n)}</script>`) },
  { name: 'lines of plain text', count: 200_000, blocks: each, make: (n) => ({ text: 'x\r\n'.repeat(n) }) },
  // Every line could begin a hard-wrapped paragraph, and none does.
  { name: 'teasers of 60 characters in plain text', count: 100_000, blocks: each, make: (n) => ({ text: `${'T'.repeat(60)}\n`.repeat(n) }) },
  { name: 'items of 60 characters in plain text', count: 100_000, blocks: each, make: (n) => ({ text: `- ${'T'.repeat(58)}\n`.repeat(n) }) },
  { name: 'numbers that begin no item in plain text', count: 100_000, blocks: each, make: (n) => ({ text: `2. ${'T'.repeat(57)}\n`.repeat(n) }) },
  { name: 'wrapped items in plain text', count: 100_000, blocks: (n) => n / 4, make: (n) => ({ text: `- ${'T'.repeat(58)}\n${`${'t'.repeat(58)}\n`.repeat(3)}`.repeat(n / 4) }) },
];

describe('time grows in step with the page', () => {
  test.each(SHAPES)('$name', ({ make, count, blocks }) => {
    expectLinear(count, (size) => {
      const page = make(size);
      return blocksMs(() => splitBlocks(page, { limits: LIMITS }), blocks(size));
    });
  });
});
