import { readPage } from '../../src/blocks/read-page';
import { DEFAULT_LIMITS } from '../../src/options';
import { splitBlocks, type SplitOptions } from '../../src/split-blocks';
import type { PageInput } from '../../src/types';

describe('forms of a page', () => {
  test('a string with markup is HTML', () => expect(splitBlocks('<p>one')).toEqual([{ index: 0, text: 'one', start: 3, end: 6, tag: 'p', path: 'p' }]));
  test('a string without is plain text', () => expect(splitBlocks('one &amp;\ntwo').map(({ text }) => text)).toEqual(['one &amp;', 'two']));
  test('{ html } is HTML whatever it holds', () => expect(splitBlocks({ html: 'one &amp;\ntwo' }).map(({ text }) => text)).toEqual(['one & two']));
  test('{ text } is text whatever it holds', () => expect(splitBlocks({ text: '<p>one' })).toEqual([{ index: 0, text: '<p>one', start: 0, end: 6 }]));
  test('{ blocks }', () => expect(splitBlocks({ blocks: ['one'] })).toEqual([{ index: 0, text: 'one' }]));
  test('forms that are undefined do not count', () => {
    expect(splitBlocks({ html: undefined, text: 'one', blocks: undefined } as unknown as PageInput)).toHaveLength(1);
  });
  test.each<[PageInput]>([[''], [{ html: '' }], [{ text: '' }], [{ blocks: [] }]])('%j has no blocks', (page) => expect(splitBlocks(page)).toEqual([]));
});

describe('address of the page', () => {
  const URL = 'https://canal.example/given';
  test.each<[string, PageInput, string]>([
    ['given', { html: '<p>one', url: URL }, URL],
    ['what the page names comes first', { html: '<link rel="canonical" href="/named"><p>one', url: URL }, '/named'],
    ['not given', { html: '<p>one' }, ''],
    ['undefined', { html: '<p>one', url: undefined }, ''],
  ])('%s', (_, page, url) => expect(readPage(page, DEFAULT_LIMITS).url).toBe(url));
});

describe('pages of no known form', () => {
  const FORMS = 'a string, `{ html }`, `{ text }` or `{ blocks }`';

  test.each<[unknown, string]>([
    [undefined, `Expected a page as ${FORMS}, got \`undefined\``],
    [null, `Expected a page as ${FORMS}, got \`null\``],
    [7, `Expected a page as ${FORMS}, got \`7\``],
    [Symbol('s'), `Expected a page as ${FORMS}, got \`Symbol(s)\``],
    [() => '', `Expected a page as ${FORMS}, got a function`],
    [['one', 'two'], `Expected a page as ${FORMS}, got an array of 2`],
    [{}, `Expected a page as ${FORMS}, got an object with no keys`],
    [{ body: '', url: '' }, `Expected a page as ${FORMS}, got an object with \`body\`, \`url\``],
    [{ html: '', text: '' }, `Expected a page as ${FORMS}, got an object with \`html\`, \`text\``],
    [{ html: 1 }, 'Expected `html` to be a string, got `1`'],
    [{ html: null }, 'Expected `html` to be a string, got `null`'],
    [{ html: '<p>one', url: 'canal.example/news' }, 'Expected `url` to be an absolute address such as `https://site.example/page`, got a string `canal.example/news`'],
    [{ html: '<p>one', url: null }, 'Expected `url` to be an absolute address such as `https://site.example/page`, got `null`'],
    [{ text: ['a'] }, 'Expected `text` to be a string, got an array of 1'],
    [{ blocks: 'one' }, 'Expected `blocks` to be an array, got a string `one`'],
    [{ blocks: { 0: 'one', length: 1 } }, 'Expected `blocks` to be an array, got an object with `0`, `length`'],
    [{ blocks: 'x'.repeat(70) }, `Expected \`blocks\` to be an array, got a string \`${'x'.repeat(60)}…\``],
  ])('%p', (page, message) => {
    const call = () => splitBlocks(page as PageInput);
    expect(call).toThrow(TypeError);
    expect(call).toThrow(expect.objectContaining({ code: 'BAD_PAGE', message, name: 'TypeError' }));
  });
});

describe('options', () => {
  const KNOWN = '`maxChars`, `maxBlocks`, `maxDepth`';

  test.each<[unknown, string]>([
    [null, 'Expected `options` to be an object, got `null`'],
    ['fast', 'Expected `options` to be an object, got a string `fast`'],
    [[], 'Expected `options` to be an object, got an array of 0'],
    [{ limit: {} }, 'Unknown key `limit` in `options`: known are `limits`'],
    [{ limits: 5 }, 'Expected `limits` to be an object, got `5`'],
    [{ limits: null }, 'Expected `limits` to be an object, got `null`'],
    [{ limits: { maxWords: 5 } }, `Unknown key \`maxWords\` in \`limits\`: known are ${KNOWN}`],
    [{ limits: { maxChars: '5' } }, 'Expected `limits.maxChars` to be a number, got a string `5`'],
    [{ limits: { maxBlocks: null } }, 'Expected `limits.maxBlocks` to be a number, got `null`'],
    [{ limits: { maxDepth: 5n } }, 'Expected `limits.maxDepth` to be a number, got `5`'],
  ])('%p is of the wrong type', (options, message) => {
    const call = () => splitBlocks('one', options as SplitOptions);
    expect(call).toThrow(TypeError);
    expect(call).toThrow(expect.objectContaining({ code: 'BAD_OPTION', message }));
  });

  test.each<[string, number]>([['maxChars', 0], ['maxBlocks', -1], ['maxDepth', 1.5], ['maxChars', NaN], ['maxBlocks', -Infinity]])('%s: %p is out of range', (key, value) => {
    const call = () => splitBlocks('one', { limits: { [key]: value } });
    expect(call).toThrow(RangeError);
    expect(call).toThrow(expect.objectContaining({
      code: 'BAD_OPTION', message: `Expected \`limits.${key}\` to be a whole number from 1 up, or \`Infinity\`, got \`${value}\``,
    }));
  });

  test('are checked before the page is read, and on empty pages', () => expect(() => splitBlocks('', { limits: { maxChars: 0 } })).toThrow(RangeError));
  test.each<[SplitOptions | undefined]>([[undefined], [{}], [{ limits: undefined }], [{ limits: {} }], [{ limits: { maxChars: undefined, maxBlocks: Infinity, maxDepth: 1 } }]])(
    '%p is fine', (options) => expect(splitBlocks('<p>one', options)).toHaveLength(1));
});
