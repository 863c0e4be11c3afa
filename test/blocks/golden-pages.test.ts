import { readdirSync, readFileSync } from 'node:fs';
import { splitBlocks } from '../../src/split-blocks';

const PAGES = new URL('../pages/', import.meta.url);
const SHOWN_CHARS = 60;
const names = readdirSync(PAGES).filter((name) => name.endsWith('.html')).sort();
const read = (name: string) => readFileSync(new URL(name, PAGES), 'utf8');

describe('golden pages', () => {
  // A page is one of a family, so that a family without pages is seen.
  test.each([
    'amp', 'cjk', 'div-soup', 'docs', 'forum', 'hidden', 'inline-blocks', 'noscript-page', 'rtl', 'shop', 'streamed', 'table-layout', 'unclosed-tags', 'wordpress-like',
  ])('%s has a page', (family) => expect(names.filter((name) => name.startsWith(`${family}--`))).not.toEqual([]));

  test.each(names)('%s', (name) => {
    // Checked by eye against the page: it is never made here, and a missing one fails.
    const expected = read(name.replace(/\.html$/, '.blocks.txt')).trimEnd().split('\n');
    const found = splitBlocks(read(name)).map(({ tag = '', text, hidden }) => `${hidden ? 'hidden ' : ''}${tag}\t${text.slice(0, SHOWN_CHARS)}`);
    expect(found).toEqual(expected);
  });

  test('every expected file belongs to a page', () => {
    const expected = readdirSync(PAGES).filter((name) => name.endsWith('.blocks.txt')).sort();
    expect(expected).toEqual(names.map((name) => name.replace(/\.html$/, '.blocks.txt')));
  });

  test.each(names)('%s: slices of visible blocks give the same text again', (name) => {
    const html = read(name);
    for (const { text, start, end, hidden } of splitBlocks({ html })) {
      const again = splitBlocks({ html: html.slice(start, end) });
      expect(again.find((block) => hidden || !block.hidden)?.text).toBe(text);
    }
  });
});
