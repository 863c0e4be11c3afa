import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { splitBlocks } from '../../src/split-blocks';
import type { Block } from '../../src/types';
import { builtPage, comments, drawn, shuffledAttributes, tagSoup, type Part } from './generated-pages';

const PAGES = new URL('../pages/', import.meta.url);
const GOLDEN = readdirSync(PAGES).filter((name) => name.endsWith('.html')).map((name) => readFileSync(new URL(name, PAGES), 'utf8'));

const words = (blocks: readonly Block[]) => blocks.flatMap(({ text }) => text.split(' '));
const withoutOffsets = (blocks: readonly Block[]) => blocks.map(({ start: _s, end: _e, ...block }) => block);
const check = <T extends [unknown, ...unknown[]]>(property: fc.IPropertyWithHooks<T>, numRuns: number) => fc.assert(property, { numRuns });

/** What holds for any source at all. */
function expectSound(source: string, form: 'html' | 'text'): void {
  const blocks = splitBlocks({ [form]: source } as { html: string });
  // One expectation for all of it: thousands of them a page would cost more than the splitting.
  expect(blocks.map((block, index) => faultOf(block, index, blocks[index - 1], source)).filter(Boolean)).toEqual([]);
  let visibleEnd = 0;
  const overlapping = blocks.filter(({ start, end, hidden }) => {
    if (hidden && end! <= visibleEnd) return false;
    const overlaps = start! < visibleEnd;
    visibleEnd = end!;
    return overlaps;
  });
  expect(overlapping).toEqual([]);
  expect(splitBlocks({ [form]: source } as { html: string })).toEqual(blocks);
}

function faultOf({ index, text, start, end }: Block, position: number, before: Block | undefined, source: string): string | undefined {
  if (index !== position) return `index ${index} at ${position}`;
  if (!/[\p{L}\p{N}]/u.test(text)) return `no letter or digit in ${text}`;
  if (/^\s|\s$|[^ \S]|\s\s/.test(text)) return `white space not collapsed in ${text}`;
  if (start! < (before?.start ?? 0) || end! <= start! || end! > source.length) return `range ${start} to ${end} after ${before?.start}`;
  if (/^\s|\s$/.test(source.slice(start, end))) return `white space around the slice of ${text}`;
  return undefined;
}

describe('any string', () => {
  test('does not throw, and gives sound blocks, the same each time', () => {
    check(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), fc.constantFrom('html', 'text'), expectSound), 2000);
  });
  test('tag soup', () => check(fc.property(tagSoup, (soup) => expectSound(soup, 'html')), 4000));
  test('tag soup under any limits', () => {
    const limit = fc.integer({ min: 1, max: 40 });
    check(fc.property(tagSoup, limit, limit, fc.integer({ min: 1, max: 6 }), (html, maxChars, maxBlocks, maxDepth) => {
      const blocks = splitBlocks({ html }, { limits: { maxChars, maxBlocks, maxDepth } });
      expect(blocks.length).toBeLessThanOrEqual(maxBlocks);
      // Raw text elements keep their tags at any depth, so that a script stays a script.
      for (const { end, path = '' } of blocks) {
        expect(end).toBeLessThanOrEqual(maxChars);
        expect(path.split(' > ').length).toBeLessThanOrEqual(maxDepth + 1);
      }
    }), 3000);
  });
  test('golden pages with a piece cut out, doubled or replaced', () => {
    const spot = fc.nat(3000);
    check(fc.property(fc.constantFrom(...GOLDEN), spot, fc.nat(60), fc.constantFrom('cut', 'double', 'replace'), fc.string({ unit: 'binary', maxLength: 8 }),
      (page, at, length, how, piece) => {
        const from = at % page.length;
        const middle = how === 'cut' ? '' : how === 'double' ? page.slice(from, from + length).repeat(2) : piece;
        expectSound(page.slice(0, from) + middle + page.slice(from + length), 'html');
      }), 600);
  });
  test('golden pages cut off anywhere begin with the same blocks', () => {
    // Which words of <noscript> are shown depends on the whole page.
    const pages = GOLDEN.filter((html) => !html.includes('<noscript'));
    expect(pages.length).toBeGreaterThan(8);
    check(fc.property(fc.constantFrom(...pages), fc.nat(), (html, at) => {
      const whole = splitBlocks({ html }).filter((block) => !block.hidden);
      const cut = splitBlocks({ html }, { limits: { maxChars: 1 + (at % html.length) } }).filter((block) => !block.hidden);
      expect(cut.slice(0, -1).map(({ text }) => text)).toEqual(whole.slice(0, Math.max(0, cut.length - 1)).map(({ text }) => text));
    }), 800);
  });
});

describe('pages whose visible words are known', () => {
  test('every word is in exactly one block, in document order; hidden ones in hidden blocks', () => {
    check(fc.property(builtPage, (page) => {
      const blocks = splitBlocks({ html: drawn(page) });
      expect(words(blocks.filter((block) => !block.hidden))).toEqual(wordsOf(page, 'visible'));
      expect(words(blocks.filter((block) => block.hidden))).toEqual(wordsOf(page, 'hidden'));
    }), 3000);
  });
  test('slices give the same text again', () => {
    check(fc.property(builtPage, (page) => {
      const html = drawn(page);
      for (const { text, start, end, hidden } of splitBlocks({ html })) {
        const again = splitBlocks({ html: html.slice(start, end) }).filter((block) => hidden || !block.hidden);
        expect(again.map((block) => block.text)).toEqual([text]);
      }
    }), 2000);
  });
  test('comments change nothing', () => {
    check(fc.property(builtPage, comments, (page, remarks) => {
      expect(withoutOffsets(splitBlocks({ html: drawn(page, { remarks }) }))).toEqual(withoutOffsets(splitBlocks({ html: drawn(page) })));
    }), 2000);
  });
  test('the order of attributes changes nothing', () => {
    check(fc.property(builtPage, shuffledAttributes, (page, order) => {
      expect(withoutOffsets(splitBlocks({ html: drawn(page, { order }) }))).toEqual(withoutOffsets(splitBlocks({ html: drawn(page) })));
    }), 2000);
  });
  test('plain text: every word in exactly one block, in order', () => {
    const word = fc.stringMatching(/^[A-Za-zäжあ0-9]{1,12}$/);
    const gap = fc.constantFrom(' ', '  ', '\n', '\r\n', '\n\n', '\t', '\u2028', '\u00a0');
    check(fc.property(fc.array(fc.tuple(word, gap), { maxLength: 120 }), (pairs) => {
      const blocks = splitBlocks({ text: pairs.flat().join('') });
      expect(words(blocks)).toEqual(pairs.map(([first]) => first));
    }), 2000);
  });
});

function wordsOf(parts: readonly Part[], kind: 'visible' | 'hidden', hidden = false): string[] {
  return parts.flatMap((part) => {
    if (part.kind === 'word') return (kind === 'hidden') === hidden ? [part.shown] : [];
    if (part.kind === 'element') return wordsOf(part.parts, kind, hidden || part.hidden);
    return [];
  });
}
