import { classifyBlocks, type ClassifyOptions } from '../src/classify-blocks';
import { splitBlocks } from '../src/split-blocks';
import type { BlockInput, ClassifiedBlock, PageInput } from '../src/types';
import { HEADLINE, MENU, MORE_FROM, NEWSLETTER, NEWS_HTML, NEWS_LINES, PARAGRAPHS } from './news-page';

const LABELS = ['article', 'navigation', 'promo', 'related'];
const NEWS_TEXT = NEWS_LINES.join('\n');
const NEWS_BLOCKS: BlockInput[] = splitBlocks(NEWS_HTML).map(({ text, path, tag }) => ({ text, path, tag, linkShare: tag === 'li' ? 1 : 0 }));

/** The texts with the label that each got. */
function labelsOf(blocks: readonly ClassifiedBlock[], texts: readonly string[]): [text: string, label: string | undefined][] {
  return texts.map((text) => [text, blocks.find((block) => block.text === text)?.label]);
}

const all = (texts: readonly string[], label: string) => texts.map((text) => [text, label]);

/** Twenty lines without markup are little to go by: there one line of a group may be wrong, with markup none. */
function expectLabel(blocks: readonly ClassifiedBlock[], texts: readonly string[], label: string): void {
  const found = labelsOf(blocks, texts);
  const wrong = found.filter(([, got]) => got !== label);
  if (blocks.some(({ path }) => path) || wrong.length > 1) expect(found).toEqual(all(texts, label));
}

describe.each<[string, PageInput]>([
  ['a string of HTML', NEWS_HTML], ['a string of text', NEWS_TEXT], ['{ html }', { html: NEWS_HTML }], ['{ text }', { text: NEWS_TEXT }], ['{ blocks } of strings', { blocks: NEWS_LINES }],
  ['{ blocks } with paths', { blocks: NEWS_BLOCKS }],
])('%s', (_, page) => {
  const blocks = classifyBlocks(page);

  test('is split as `splitBlocks` splits it', () => {
    expect(blocks.map(({ label, scores, confidence, content, ...block }) => block)).toEqual(splitBlocks(page));
    expect(blocks.map(({ text }) => text)).toEqual(NEWS_LINES);
  });

  test('gives each block a label, the scores of all labels, its confidence and its content', () => {
    for (const { label, scores, confidence, content } of blocks) {
      expect(Object.keys(scores)).toEqual(LABELS);
      expect(scores[label]).toBe(Math.max(...Object.values(scores)));
      expect(confidence).toBe(scores[label]);
      expect(Math.abs(Object.values(scores).reduce((sum, score) => sum + score, 0) - 1)).toBeLessThanOrEqual(1e-9);
      for (const value of [...Object.values(scores), content]) expect(value >= 0 && value <= 1).toBe(true);
    }
  });

  test('the paragraphs are article', () => expectLabel(blocks, PARAGRAPHS, 'article'));
  test('the menu is navigation', () => expectLabel(blocks, MENU, 'navigation'));
  test('the newsletter box is promo', () => expectLabel(blocks, NEWSLETTER, 'promo'));
  test('the list of other stories is related', () => expectLabel(blocks, MORE_FROM, 'related'));
  test('two calls give the same', () => expect(classifyBlocks(page)).toEqual(blocks));
});

describe('the shape of a result', () => {
  const [first, ...rest] = classifyBlocks('<body><div class="box"><p id="a">One &amp; two</p></div><p hidden>Three</p></body>');

  test('of HTML', () => {
    expect(Object.keys(first).sort()).toEqual(['confidence', 'content', 'end', 'index', 'label', 'path', 'scores', 'start', 'tag', 'text']);
    expect(first).toMatchObject({ index: 0, text: 'One & two', start: 33, end: 46, tag: 'p', path: 'body > div.box > p#a' });
    expect(rest).toMatchObject([{ index: 1, text: 'Three', hidden: true }]);
  });
  test('of text', () => {
    const [block] = classifyBlocks({ text: ' One  line ' });
    expect(Object.keys(block).sort()).toEqual(['confidence', 'content', 'end', 'index', 'label', 'scores', 'start', 'text']);
    expect(block).toMatchObject({ index: 0, text: 'One line', start: 1, end: 10 });
  });
  test('of blocks: one an entry, without offsets', () => {
    const blocks = classifyBlocks({ blocks: ['one', { text: 'two', tag: 'p' }, 'one', '***'] });
    expect(blocks.map(({ index, text, tag }) => [index, text, tag])).toEqual([[0, 'one', undefined], [1, 'two', 'p'], [2, 'one', undefined], [3, '***', undefined]]);
    for (const block of blocks) for (const key of ['start', 'end', 'hidden', 'truncated', 'evidence']) expect(block).not.toHaveProperty(key);
  });
  test('of a page that a limit cut', () => {
    expect(classifyBlocks(NEWS_HTML, { limits: { maxBlocks: 3 } }).map(({ text, truncated }) => [text, truncated])).toEqual([['Home', undefined], ['News', undefined], ['Sport', 'maxBlocks']]);
    expect(classifyBlocks('One line\nTwo lines', { limits: { maxChars: 12 } }).map(({ text, truncated }) => [text, truncated])).toEqual([['One line', undefined], ['Two', 'maxChars']]);
  });
  test.each<[PageInput]>([[''], [' \n\t'], ['<p></p>'], ['<!-- none -->'], ['***'], [{ html: '' }], [{ text: '' }], [{ blocks: [] }]])('of %j: none', (page) => expect(classifyBlocks(page)).toEqual([]));
});

describe('wrong use', () => {
  const KNOWN = 'known are `model`, `explain`, `grammar`, `limits`';
  const FORMS = 'a string, `{ html }`, `{ text }` or `{ blocks }`';

  test.each<[page: unknown, options: unknown, type: typeof TypeError | typeof RangeError, code: string, message: string]>([
    [undefined, undefined, TypeError, 'BAD_PAGE', `Expected a page as ${FORMS}, got \`undefined\``],
    [null, undefined, TypeError, 'BAD_PAGE', `Expected a page as ${FORMS}, got \`null\``],
    [12, undefined, TypeError, 'BAD_PAGE', `Expected a page as ${FORMS}, got \`12\``],
    [['one'], undefined, TypeError, 'BAD_PAGE', `Expected a page as ${FORMS}, got an array of 1`],
    [{ url: 'x' }, undefined, TypeError, 'BAD_PAGE', `Expected a page as ${FORMS}, got an object with \`url\``],
    [{ html: 'x', text: 'x' }, undefined, TypeError, 'BAD_PAGE', `Expected a page as ${FORMS}, got an object with \`html\`, \`text\``],
    [{ html: 5 }, undefined, TypeError, 'BAD_PAGE', 'Expected `html` to be a string, got `5`'],
    [{ blocks: 'x' }, undefined, TypeError, 'BAD_PAGE', 'Expected `blocks` to be an array, got a string `x`'],
    [{ blocks: ['one', { text: ' ' }] }, undefined, TypeError, 'BAD_PAGE', 'Expected `blocks[1]` to have text, got a string ` `'],
    [{ blocks: ['one', 7] }, undefined, TypeError, 'BAD_PAGE', 'Expected `blocks[1]` to be a string or an object with `text`, got `7`'],
    [{ blocks: [{ text: 'x', linkShare: 2 }] }, undefined, TypeError, 'BAD_PAGE', 'Expected `blocks[0].linkShare` to be a number from 0 to 1, got `2`'],
    ['x', null, TypeError, 'BAD_OPTION', 'Expected `options` to be an object, got `null`'],
    ['x', 'explain', TypeError, 'BAD_OPTION', 'Expected `options` to be an object, got a string `explain`'],
    ['x', { explian: true }, TypeError, 'BAD_OPTION', `Unknown key \`explian\` in \`options\`: ${KNOWN}`],
    ['x', { explain: 1 }, TypeError, 'BAD_OPTION', 'Expected `explain` to be true or false, got `1`'],
    ['x', { explain: null }, TypeError, 'BAD_OPTION', 'Expected `explain` to be true or false, got `null`'],
    ['x', { model: null }, TypeError, 'BAD_OPTION', 'Expected `model` to be a model as `readModel` returns it, got `null`'],
    ['x', { model: { labels: ['a', 'b'] } }, TypeError, 'BAD_OPTION', 'Expected `model` to be a model as `readModel` returns it, got an object with `labels`'],
    ['x', { model: 'model.json' }, TypeError, 'BAD_OPTION', 'Expected `model` to be a model as `readModel` returns it, got a string `model.json`'],
    ['x', { limits: 5 }, TypeError, 'BAD_OPTION', 'Expected `limits` to be an object, got `5`'],
    ['x', { limits: { maxWords: 1 } }, TypeError, 'BAD_OPTION', 'Unknown key `maxWords` in `limits`: known are `maxChars`, `maxBlocks`, `maxDepth`'],
    ['x', { limits: { maxChars: '1' } }, TypeError, 'BAD_OPTION', 'Expected `limits.maxChars` to be a number, got a string `1`'],
    ['x', { limits: { maxChars: 0 } }, RangeError, 'BAD_OPTION', 'Expected `limits.maxChars` to be a whole number from 1 up, or `Infinity`, got `0`'],
    ['x', { limits: { maxDepth: 2.5 } }, RangeError, 'BAD_OPTION', 'Expected `limits.maxDepth` to be a whole number from 1 up, or `Infinity`, got `2.5`'],
    ['', { explain: 'yes' }, TypeError, 'BAD_OPTION', 'Expected `explain` to be true or false, got a string `yes`'],
  ])('%p, %p', (page, options, type, code, message) => {
    const call = () => classifyBlocks(page as PageInput, options as ClassifyOptions);
    expect(call).toThrow(type);
    expect(call).toThrow(expect.objectContaining({ code, message }));
  });

  test('options that are undefined do not count', () => {
    expect(classifyBlocks('x', { model: undefined, explain: undefined, limits: undefined })).toEqual(classifyBlocks('x'));
  });
});

test('nothing that is given is changed', () => {
  const blocks = Object.freeze(NEWS_BLOCKS.map((block) => Object.freeze({ ...block })));
  const options = Object.freeze({ explain: true, limits: Object.freeze({ maxBlocks: 100 }) });
  expect(classifyBlocks(Object.freeze({ blocks }), options)).toHaveLength(NEWS_BLOCKS.length);
  expect(blocks).toEqual(NEWS_BLOCKS);
});

test('what is given back may be changed', () => {
  const [before] = classifyBlocks(NEWS_HTML);
  const [changed] = classifyBlocks(NEWS_HTML);
  Object.assign(changed.scores, { article: 5 });
  expect(classifyBlocks(NEWS_HTML)[0]).toEqual(before);
});

test('`explain` adds evidence and changes nothing else', () => {
  const explained = classifyBlocks(NEWS_HTML, { explain: true });
  expect(explained.map(({ evidence, ...block }) => block)).toEqual(classifyBlocks(NEWS_HTML));
  expect(explained.find(({ text }) => text === HEADLINE)!.evidence!.length).toBeGreaterThan(5);
});

describe('words that name properties of objects are harmless', () => {
  const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype', 'valueOf'];
  test.each<[string, PageInput]>([
    ['text', NAMES.join('\n')],
    ['markup', NAMES.map((name) => `<x-${name}><p class="${name}" id="${name}" role="${name}"><a href="/${name}">${name}</a></p></x-${name}>`).join('')],
    ['blocks', { blocks: NAMES.map((name) => ({ text: name, tag: name, path: `body > div.${name} > p#${name}` })) }],
  ])('in %s', (_, page) => {
    const blocks = classifyBlocks(page, { explain: true });
    expect(blocks.map(({ text }) => text)).toEqual(NAMES);
    for (const { scores } of blocks) expect(Object.values(scores).every(Number.isFinite)).toBe(true);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
