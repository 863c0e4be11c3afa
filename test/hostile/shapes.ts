import type { PageInput } from '../../src/types';

/** A page that grows in one respect alone. */
export interface Shape {
  name: string;
  /** The size that the promise names. */
  count: number;
  make: (count: number) => PageInput;
  /** Blocks that must come out at least, so that the time is spent on reading the page, not on giving up. */
  blocks: (count: number) => number;
}

const none = () => 0;
const one = () => 1;
const each = (count: number) => count;
/** One an element, down to the depth that is kept. */
const deep = (count: number) => Math.min(count, 700);
const html = (make: (count: number) => string) => (count: number): PageInput => ({ html: make(count) });
const MEGABYTES = 1_000_000;

/** Pages that a parser, a careless walk or a careless pattern would take too long for. Sizes are those that SECURITY.md names. */
export const SHAPES: readonly Shape[] = [
  { name: 'nested divs', count: 100_000, blocks: one, make: html((n) => `${'<div>'.repeat(n)}word${'</div>'.repeat(n)}`) },
  { name: 'nested divs with text, never closed', count: 100_000, blocks: deep, make: html((n) => '<div>word '.repeat(n)) },
  { name: 'short paragraphs', count: 200_000, blocks: each, make: html((n) => '<p>short text</p>'.repeat(n)) },
  { name: 'one text node with spaces', count: 10 * MEGABYTES, blocks: one, make: html((n) => `<p>${'word '.repeat(n / 5)}`) },
  { name: 'one text node without spaces', count: 10 * MEGABYTES, blocks: one, make: html((n) => `<p>${'w'.repeat(n)}`) },
  { name: 'one text node of Chinese', count: 3 * MEGABYTES, blocks: one, make: html((n) => `<p>${'字'.repeat(n)}`) },
  { name: 'one line of plain text', count: 10 * MEGABYTES, blocks: one, make: (n) => ({ text: 'word '.repeat(n / 5) }) },
  { name: 'empty links', count: 1_000_000, blocks: none, make: html((n) => '<a href="/x"></a>'.repeat(n)) },
  { name: 'links with a word', count: 200_000, blocks: one, make: html((n) => '<a href="/x">word</a> '.repeat(n)) },
  { name: 'unclosed inline tags', count: 100_000, blocks: one, make: html((n) => '<b>x '.repeat(n)) },
  { name: 'entities', count: 100_000, blocks: one, make: html((n) => `<p>x${'&amp;'.repeat(n)}`) },
  { name: 'one attribute', count: 10 * MEGABYTES, blocks: one, make: html((n) => `<p title="${'x'.repeat(n)}">word`) },
  { name: 'table cells', count: 300_000, blocks: each, make: html((n) => `<table>${'<tr><td>one<td>two<td>three'.repeat(Math.ceil(n / 3))}</table>`) },
  { name: 'comments', count: 100_000, blocks: one, make: html((n) => `<p>x${'<!-- c -->'.repeat(n)}y`) },
  { name: 'NULs', count: 1 * MEGABYTES, blocks: one, make: html((n) => `<p>x${'\0'.repeat(n)}`) },
  { name: 'lone surrogates', count: 1 * MEGABYTES, blocks: one, make: html((n) => `<p>x${'\ud800 '.repeat(n / 2)}`) },
  { name: 'an unclosed script', count: 10 * MEGABYTES, blocks: one, make: html((n) => `<p>x<script>${'</scrip <'.repeat(n / 9)}`) },
  { name: 'nested forms', count: 100_000, blocks: deep, make: html((n) => '<form>x '.repeat(n)) },
  { name: 'nested tables', count: 100_000, blocks: (n) => Math.min(n, 200), make: html((n) => '<table><tr><td>x '.repeat(n)) },
  // What one element says must not be paid for again by every block inside it.
  { name: 'paragraphs inside elements of other names', count: 100_000, blocks: each, make: html((n) => `${Array.from({ length: 600 }, (_, i) => `<x-${i}>`).join('')}${Array.from({ length: n }, (_, i) => `<y-${i}>x</y-${i}>`).join('')}`) },
  { name: 'paragraphs inside an element of a long name', count: 50_000, blocks: each, make: html((n) => `<x-${'y'.repeat(n)}>${'<p>x</p>'.repeat(n)}`) },
  { name: 'paragraphs deep down', count: 100_000, blocks: each, make: html((n) => '<div>'.repeat(650) + '<p>x</p>'.repeat(n)) },
  { name: 'paragraphs under long class names', count: 50_000, blocks: each, make: html((n) => `<div class="${'ab '.repeat(n)}" id="${'b'.repeat(n)}" aria-label="${'menu '.repeat(n)}">${'<p>x</p>'.repeat(n)}`) },
  { name: 'runs in an inline element with long class names', count: 50_000, blocks: each, make: html((n) => `<b class="${'ab '.repeat(n)}">${'x<br><br>'.repeat(n)}`) },
  { name: 'paragraphs in one long link', count: 50_000, blocks: each, make: html((n) => `<a href="/${'a/'.repeat(n)}" rel="${'r '.repeat(n)}" target="${'t'.repeat(n)}">${'<p>x</p>'.repeat(n)}`) },
  { name: 'paragraphs after a long heading', count: 50_000, blocks: each, make: html((n) => `<h2>${'word '.repeat(n)}</h2>${'<p>x</p>'.repeat(n)}`) },
  { name: 'paragraphs under a long title', count: 50_000, blocks: each, make: html((n) => `<title>${Array.from({ length: n }, (_, i) => `w${i}`).join(' ')}</title>${'<p>x</p>'.repeat(n)}`) },
  { name: 'lines of plain text', count: 200_000, blocks: each, make: (n) => ({ text: 'A line of text\n'.repeat(n) }) },
  { name: 'headings of plain text', count: 100_000, blocks: each, make: (n) => ({ text: 'Sponsored\n'.repeat(n) }) },
  { name: 'given blocks', count: 100_000, blocks: each, make: (n) => ({ blocks: Array.from({ length: n }, () => 'short text') }) },
  { name: 'given blocks with one long path', count: 50_000, blocks: each, make: (n) => ({ blocks: [{ text: 'Deep', path: 'div > '.repeat(n) + 'h2' }, ...Array.from({ length: n }, () => ({ text: 'short text', path: 'main > p' }))] }) },
];
