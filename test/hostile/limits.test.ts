import { classifyBlocks } from '../../src/classify-blocks';
import type { Limits, PageInput } from '../../src/types';

const LINES = ['The ferry sails again on Monday.', 'More from the coast', 'Subscribe to our letter', 'Harbour wall repaired at last'];
const HTML = { html: LINES.map((line) => `<p>${line}</p>`).join('') };
const TEXT = { text: LINES.join('\n') };
const read = (page: PageInput, limits: Limits) => classifyBlocks(page, { limits }).map(({ text, truncated }) => [text, truncated]);

describe.each([['HTML', HTML, '<p>'.length + '</p>'.length], ['plain text', TEXT, 1]] as const)('past a limit %s gives what was reached', (_, page, between) => {
  test('of blocks', () => {
    expect(read(page, { maxBlocks: 2 })).toEqual([[LINES[0], undefined], [LINES[1], 'maxBlocks']]);
    expect(read(page, { maxBlocks: LINES.length }).map(([, truncated]) => truncated)).toEqual(LINES.map(() => undefined));
  });

  test('of characters', () => {
    expect(read(page, { maxChars: LINES[0].length + between + LINES[1].length + 1 })).toEqual([[LINES[0], undefined], [expect.stringMatching(/^More from/), 'maxChars']]);
  });
});

test('past the depth that is kept the text stays', () => {
  const deep = `${'<div>'.repeat(50)}Ferry to sail${'</div>'.repeat(50)}`;
  expect(read({ html: deep }, { maxDepth: 3 })).toEqual([['Ferry to sail', undefined]]);
});

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('`%s` is a word, a class, an element, a link and a path like any other', (name) => {
  const html = `<${name} class="${name}" id="${name}" role="${name}"><h2>${name}</h2><p><a href="/${name}?${name}=1" rel="${name}">${name} ${name}</a></p></${name}>`;
  for (const page of [{ html }, { text: `${name}\n${name} ${name}` }, { blocks: [{ text: name, tag: name, path: `${name} > ${name}` }] }]) {
    for (const { scores, evidence } of classifyBlocks(page, { explain: true })) {
      expect(Object.values(scores).reduce((sum, score) => sum + score, 0)).toBeCloseTo(1, 9);
      for (const { weight } of evidence!) expect(Number.isFinite(weight)).toBe(true);
    }
  }
});
