import { splitPage } from '../../src/blocks/split-page';
import { extractFeatures } from '../../src/features/extract-features';
import { DEFAULT_LIMITS } from '../../src/options';
import { excerptsOf } from '../../src/training/excerpts';
import type { LabelledPage } from '../../src/training/labelled-page';

/** A page whose lines say their label and number. */
const page = (source: 'html' | 'text', labels: readonly string[]): LabelledPage => {
  const lines = labels.map((label, i) => `${label} ${i}.`);
  const html = `<title>Harbour</title><div hidden>Hidden 1.</div>${lines.map((line) => `<p>${line}</p>`).join('')}`;
  const split = splitPage(source, source === 'html' ? html : lines.join('\n'), DEFAULT_LIMITS);
  return { name: 'page', site: 'site', fold: 3, source: 'bench', page: split, labels: split.blocks.map(({ text, hidden }) => (hidden || text.startsWith('unknown') ? undefined : text.split(' ')[0])) };
};
const LABELS = [...Array(9).fill('navigation'), ...Array(30).fill('article'), 'unknown', ...Array(2).fill('promo'), ...Array(12).fill('related'), ...Array(7).fill('navigation')] as string[];
const manyOf = (source: 'html' | 'text') => Array.from({ length: 60 }, (_, i) => excerptsOf(page(source, [...LABELS, ...Array<string>(i).fill('navigation')]))).flat().map((excerpt) => excerpt.page);

describe.each(['html', 'text'] as const)('excerpts of %s', (source) => {
  const excerpts = manyOf(source);

  test('hold labelled visible blocks alone, in order, under their labels', () => {
    expect(excerpts.length).toBeGreaterThan(100);
    for (const { page: { blocks }, labels, fold, site } of excerpts) {
      expect([fold, site]).toEqual([3, 'site']);
      expect(labels).toEqual(blocks.map(({ text }) => text.split(' ')[0]));
      const numbers = blocks.map(({ text }) => parseInt(text.split(' ')[1], 10));
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    }
  });

  test('are small: three to twenty blocks, at most four of a stretch', () => {
    for (const { labels } of excerpts) {
      expect(labels.length).toBeGreaterThanOrEqual(3);
      expect(labels.length).toBeLessThanOrEqual(20);
      expect(labels.join(' ')).not.toMatch(/(article )(\1){4}/);
    }
  });

  test('hold every label, and have features like any page', () => {
    expect(new Set(excerpts.flatMap(({ labels }) => labels))).toEqual(new Set(['navigation', 'article', 'promo', 'related']));
    for (const excerpt of excerpts.slice(0, 20)) {
      const features = extractFeatures(excerpt.page, source === 'html' ? 'markup' : 'text');
      expect(features.blocks).toBe(excerpt.labels.length);
      expect(features.stepsOf(0, features.blocks).length).toBeGreaterThan(0);
    }
  });
});

test('half are without a head, half of the texts have blank lines', () => {
  const bare = manyOf('html').filter(({ page: { title } }) => title === '').length;
  expect(bare / manyOf('html').length).toBeGreaterThan(0.3);
  expect(bare / manyOf('html').length).toBeLessThan(0.7);
  const spaced = manyOf('text').filter(({ page: { blocks } }) => blocks[1].blankLinesBefore === 1).length;
  expect(spaced / manyOf('text').length).toBeGreaterThan(0.3);
  expect(spaced / manyOf('text').length).toBeLessThan(0.7);
});

test('content goes with its blocks', () => {
  const whole = page('text', LABELS);
  const content = Float32Array.from(whole.labels, (label) => (label === 'article' ? 1 : 0));
  for (const { page: excerpt, kept } of excerptsOf({ ...whole, content })) {
    expect([...excerpt.content!]).toEqual(excerpt.labels.map((label) => (label === 'article' ? 1 : 0)));
    expect(kept.map((at) => whole.page.blocks[at].text)).toEqual(excerpt.page.blocks.map(({ text }) => text));
  }
});

test('a page without labels, or with two blocks, has none; the same page has the same', () => {
  expect(excerptsOf(page('text', Array<string>(20).fill('unknown')))).toEqual([]);
  expect(excerptsOf(page('text', ['article', 'promo']))).toEqual([]);
  expect(excerptsOf(page('html', LABELS))).toEqual(excerptsOf(page('html', LABELS)));
});
