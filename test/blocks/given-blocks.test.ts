import { readPage } from '../../src/blocks/read-page';
import { DEFAULT_LIMITS } from '../../src/options';
import { splitBlocks } from '../../src/split-blocks';
import type { BlockInput, PageInput } from '../../src/types';

describe('blocks that the caller has split', () => {
  test('one result an entry, without offsets', () => {
    expect(splitBlocks({ blocks: ['one', { text: 'two' }, ' three \n four '] })).toEqual([
      { index: 0, text: 'one' }, { index: 1, text: 'two' }, { index: 2, text: 'three four' },
    ]);
  });
  test('no entries, no blocks', () => expect(splitBlocks({ blocks: [] })).toEqual([]));
  test('entries without a letter stay, since there is one result an entry', () => {
    expect(splitBlocks({ blocks: ['***', '—'] }).map(({ text }) => text)).toEqual(['***', '—']);
  });
  test('markup in an entry is text', () => expect(splitBlocks({ blocks: ['<p>one &amp; two</p>'] })).toEqual([{ index: 0, text: '<p>one &amp; two</p>' }]));
  test('limits do not cut what the caller has split', () => {
    expect(splitBlocks({ blocks: ['one', 'two'] }, { limits: { maxBlocks: 1, maxChars: 1 } })).toHaveLength(2);
  });
  test('the entries are left as they are', () => {
    const blocks = Object.freeze([Object.freeze({ text: ' one ', tag: 'P', path: 'body > p' })]);
    expect(splitBlocks({ blocks })).toHaveLength(1);
    expect(blocks).toEqual([{ text: ' one ', tag: 'P', path: 'body > p' }]);
  });
});

describe('tags and paths', () => {
  test.each<[BlockInput, string | undefined, string | undefined]>([
    [{ text: 'x' }, undefined, undefined],
    [{ text: 'x', tag: 'p' }, 'p', 'p'],
    [{ text: 'x', tag: 'H2' }, 'h2', 'H2'],
    [{ text: 'x', path: 'body > div.main > ul#menu > li' }, 'li', 'body > div.main > ul#menu > li'],
    [{ text: 'x', path: 'body>div.a.b>p' }, 'p', 'body > div.a.b > p'],
    [{ text: 'x', path: 'body > ul', tag: 'li' }, 'li', 'body > ul > li'],
    [{ text: 'x', path: 'body > ul > li.item', tag: 'li' }, 'li', 'body > ul > li.item'],
    [{ text: 'x', path: 'body > pre', tag: 'p' }, 'p', 'body > pre > p'],
    [{ text: 'x', path: 'body > article', tag: 'a' }, 'a', 'body > article > a'],
    [{ text: 'x', path: 'body > .main' }, 'div', 'body > .main'],
    [{ text: 'x', path: 'body > ???' }, 'div', 'body > ???'],
    [{ text: 'x', path: ' > ' }, undefined, undefined],
  ])('%j', (entry, tag, path) => {
    const [block] = splitBlocks({ blocks: [entry] });
    expect(block.tag).toBe(tag);
    expect(block.path).toBe(path);
  });

  test('entries next to each other share the elements around them', () => {
    const page = readPage({ blocks: [
      { text: 'one', path: 'body > ul.menu > li' }, { text: 'two', path: 'body > ul.menu > li' }, { text: 'three', path: 'body > div#main > p' },
    ] }, DEFAULT_LIMITS);
    expect(page.elements.map(({ parent, tag, className, id }) => [parent, tag, className, id])).toEqual([
      [-1, '', '', ''], [0, 'body', '', ''], [1, 'ul', 'menu', ''], [2, 'li', '', ''], [2, 'li', '', ''], [1, 'div', '', 'main'], [5, 'p', '', ''],
    ]);
    expect(page.blocks.map(({ element }) => element)).toEqual([3, 4, 6]);
  });
});

describe('share of links', () => {
  const linkChars = (entry: BlockInput) => readPage({ blocks: [entry] }, DEFAULT_LIMITS).blocks[0].linkChars;

  test('as given, in visible characters', () => {
    expect(linkChars({ text: 'ab cd', linkShare: 0.5 })).toBe(2);
    expect(linkChars({ text: 'ab cd', linkShare: 1 })).toBe(4);
  });
  test('all of it where the element is a link, none elsewhere', () => {
    expect(linkChars({ text: 'ab cd', tag: 'a' })).toBe(4);
    expect(linkChars({ text: 'ab cd', path: 'li > a.more' })).toBe(4);
    expect(linkChars({ text: 'ab cd', path: 'li > a' })).toBe(4);
    expect(linkChars({ text: 'ab cd', path: 'article' })).toBe(0);
    expect(linkChars({ text: 'ab cd', tag: 'a', linkShare: 0 })).toBe(0);
  });
});

describe('entries of no known form name their index', () => {
  const sparse: string[] = ['one'];
  sparse[2] = 'three';

  test.each<[string, unknown[], string]>([
    ['empty', ['one', ''], 'Expected `blocks[1]` to have text, got a string ``'],
    ['white space', [' \n\u00a0'], 'Expected `blocks[0]` to have text, got a string `  \u00a0`'],
    ['no text', [{ tag: 'p' }], 'Expected `blocks[0]` to have text, got `undefined`'],
    ['text of another type', ['one', 'two', { text: 3 }], 'Expected `blocks[2]` to have text, got `3`'],
    ['a number', [7], 'Expected `blocks[0]` to be a string or an object with `text`, got `7`'],
    ['null', ['one', null], 'Expected `blocks[1]` to be a string or an object with `text`, got `null`'],
    ['a hole', sparse, 'Expected `blocks[1]` to be a string or an object with `text`, got `undefined`'],
    ['a tag of another type', [{ text: 'x', tag: 1 }], 'Expected `blocks[0].tag` to be a string, got `1`'],
    ['a path of another type', [{ text: 'x', path: ['body'] }], 'Expected `blocks[0].path` to be a string, got an array of 1'],
    ['a link share above 1', [{ text: 'x', linkShare: 1.5 }], 'Expected `blocks[0].linkShare` to be a number from 0 to 1, got `1.5`'],
    ['a link share below 0', [{ text: 'x', linkShare: -0.1 }], 'Expected `blocks[0].linkShare` to be a number from 0 to 1, got `-0.1`'],
    ['a link share that is no number', [{ text: 'x', linkShare: NaN }], 'Expected `blocks[0].linkShare` to be a number from 0 to 1, got `NaN`'],
    ['a link share of another type', [{ text: 'x', linkShare: '1' }], 'Expected `blocks[0].linkShare` to be a number from 0 to 1, got a string `1`'],
  ])('%s', (_, blocks, message) => {
    const call = () => splitBlocks({ blocks } as PageInput);
    expect(call).toThrow(TypeError);
    expect(call).toThrow(expect.objectContaining({ code: 'BAD_PAGE', message }));
  });
});
