import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classifyBlocks } from '../../src/classify-blocks';
import { tagSoup } from '../blocks/generated-pages';
import { brokenPromises } from './broken-promises';
import { mutatedPages } from './mutated-pages';

const read = (folder: string, end: string) => (existsSync(folder) ? readdirSync(folder) : []).filter((file) => file.endsWith(end)).map((file) => readFileSync(join(folder, file), 'utf8'));
const PAGES = read(join('test', 'pages'), '.html');
const FOUND = join('test', 'hostile', 'found');
const TEXTS = PAGES.map((page) => page.replace(/<[^>]*>/g, '\n'));

const holds = (source: string, form: 'html' | 'text') => expect(brokenPromises(source, form)).toEqual([]);
const check = <T extends [unknown, ...unknown[]]>(property: fc.IPropertyWithHooks<T>, numRuns: number) => fc.assert(property, { numRuns });

describe('every promise holds', () => {
  test('of changed pages', () => check(fc.property(mutatedPages(PAGES), (page) => holds(page, 'html')), 1200));
  test('of changed texts', () => check(fc.property(mutatedPages(TEXTS), (text) => holds(text, 'text')), 500));
  test('of tag soup', () => check(fc.property(tagSoup, (page) => holds(page, 'html')), 2000));
  test('of any string', () => check(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('html', 'text'), holds), 2000));
  test('of any strings as blocks', () => {
    const entry = fc.record({
      text: fc.string({ unit: 'binary' }).filter((text) => /\S/.test(text)),
      path: fc.option(fc.oneof(fc.string(), fc.stringMatching(/^( ?(div|p|a|ul|li|nav|main)(\.[a-z]{1,5}|#x)? ?>){0,6}$/)), { nil: undefined }),
      tag: fc.option(fc.constantFrom('p', 'li', 'H2', '', '__proto__', 'constructor'), { nil: undefined }),
      linkShare: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
    });
    check(fc.property(fc.array(entry), (entries) => {
      const blocks = classifyBlocks({ blocks: entries });
      expect(blocks.map(({ text }) => text)).toEqual(entries.map(({ text }) => text.replace(/\s+/g, ' ').trim()));
      for (const { scores } of blocks) expect(Object.values(scores).reduce((sum, score) => sum + score, 0)).toBeCloseTo(1, 9);
    }), 500);
  });
});

// `npm run fuzz` writes what it finds to this folder; it stays there.
test.each(read(FOUND, '.html').map((page, i) => [i, page]))('page %i that once broke a promise', (_, page) => holds(page, 'html'));
for (const [i, text] of read(FOUND, '.txt').entries()) test(`text ${i} that once broke a promise`, () => holds(text, 'text'));
