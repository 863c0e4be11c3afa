import fc from 'fast-check';
import { chooseContent } from '../../src/labels/choose-content';

const block = (words: number, content: number) => ({ text: Array.from({ length: words }, (_, i) => `w${i}`).join(' '), content });

/** Expected F1 of a set of blocks as the documentation states it. */
function expectedF1(words: readonly number[], content: readonly number[], set: readonly boolean[]): number {
  let hits = 0;
  let taken = 0;
  let wanted = 0;
  words.forEach((count, i) => {
    wanted += content[i] * count;
    if (set[i]) {
      hits += content[i] * count;
      taken += count;
    }
  });
  return taken + wanted ? (2 * hits) / (taken + wanted) : 0;
}

test('no set of blocks has a higher expected F1 than the chosen one', () => {
  const page = fc.array(fc.record({ words: fc.integer({ min: 0, max: 6 }), content: fc.double({ min: 0, max: 1, noNaN: true }) }), { maxLength: 8 });
  fc.assert(fc.property(page, (blocks) => {
    const words = blocks.map((entry) => entry.words);
    const content = blocks.map((entry) => entry.content);
    const chosen = chooseContent(blocks.map((entry) => block(entry.words, entry.content)));
    let best = 0;
    for (let bits = 0; bits < 2 ** blocks.length; bits++) best = Math.max(best, expectedF1(words, content, blocks.map((_, i) => Boolean((bits >> i) & 1))));
    if (best < 0.2 - 1e-9) expect(chosen).toEqual(blocks.map(() => false));
    else if (best > 0.2 + 1e-9) expect(expectedF1(words, content, chosen)).toBeCloseTo(best, 9);
  }), { seed: 1, numRuns: 300 });
});

test.each<[string, [words: number, content: number][], boolean[]]>([
  ['an article between menus', [[3, 0.02], [80, 0.95], [60, 0.9], [5, 0.05]], [false, true, true, false]],
  // Alone 2 · 9.5 / (10 + 13.6) = 0.805; with the doubtful block 2 · 13.6 / (20 + 13.6) = 0.810; with all 2 · 13.6 / (30 + 13.6) = 0.624.
  ['a doubtful block beside a sure one', [[10, 0.95], [10, 0.41], [10, 0]], [true, true, false]],
  ['a doubtful block beside much that is sure', [[200, 0.95], [10, 0.41]], [true, false]],
  // Alone 2 / (1 + 1.36) = 0.85, both 2.72 / (2 + 1.36) = 0.81.
  ['a word that is sure beside a doubtful one', [[1, 1], [1, 0.36]], [true, false]],
  ['one block, half sure', [[40, 0.5]], [true]],
  ['all alike', [[10, 0.3], [10, 0.3], [10, 0.3]], [true, true, true]],
  ['no content at all', [[10, 0], [10, 0]], [false, false]],
  // 2 · 1 / (20 + 1) is below the least expected F1.
  ['next to no content', [[20, 0.05]], [false]],
  ['no blocks', [], []],
])('%s', (_, blocks, chosen) => {
  expect(chooseContent(blocks.map(([words, content]) => block(words, content)))).toEqual(chosen);
});

test('in scripts without spaces every character is a word', () => {
  // Twenty words and four: 2 · 19 / (20 + 20.7) = 0.93 for the first alone, 2 · 20.7 / (24 + 20.7) = 0.92 with both.
  expect(chooseContent([{ text: '今日の天気は晴れです'.repeat(2), content: 0.95 }, block(4, 0.42)])).toEqual([true, false]);
});
