import { BODY_HEURISTICS, bodyFacts, findBodySpan } from '../../src/features/body-span';
import type { BlockOutline } from '../../src/features/surroundings';

const outline = (chars: number, more: Partial<BlockOutline> = {}): BlockOutline => ({
  words: Math.ceil(chars / 6), chars, linkDensity: 0, endsSentence: chars >= 80, heading: false, headingLevel: 0, paragraph: chars >= 100, holdsDate: false, holdsPrice: false, isCount: false, ...more,
});
/** Weighs -0.35 - 0.5. */
const MENU = outline(8, { linkDensity: 1 });
/** Weighs -0.35. */
const SUBHEADING = outline(20, { words: 3, heading: true, headingLevel: 2 });
/** Weigh 330 / 110 - 1 and 220 / 110 - 1. */
const LONG = outline(330);
const SHORTER = outline(220);

const span = (outlines: readonly BlockOutline[]) => {
  const { from, to } = findBodySpan(outlines, outlines.map(() => []));
  return [from, to];
};

describe('the longest stretch of running text', () => {
  test.each<[string, BlockOutline[], [number, number]]>([
    ['between menus', [MENU, MENU, LONG, SHORTER, MENU], [2, 4]],
    ['a sub-heading does not end it', [MENU, LONG, SUBHEADING, LONG, MENU], [1, 4]],
    // 2 - 3 · 0.85 is below 0: the second begins anew, and weighs 3.
    ['two far apart: the heavier', [LONG, MENU, MENU, MENU, outline(440), MENU], [4, 5]],
    // 2 - 2 · 0.85 + 1 = 1.3 is less than 2 alone.
    ['a lighter one after a gap is left out', [LONG, MENU, MENU, SHORTER], [0, 1]],
    // 2 - 0.85 + 2 = 3.15.
    ['a heavier one after a small gap is joined', [LONG, MENU, LONG], [0, 3]],
    // No more than 600 characters count: 4.45 against 2 · 2.6 - 0.35.
    ['one endless block weighs less than two paragraphs', [outline(396), SUBHEADING, outline(396), ...Array<BlockOutline>(8).fill(MENU), outline(40_000)], [0, 3]],
    // A sentence of 55 characters weighs 0.5 - 1.
    ['a short sentence counts by its length', [LONG, outline(55, { endsSentence: true }), SHORTER], [0, 3]],
    ['link text is no running text', [outline(900, { linkDensity: 1 }), outline(115)], [1, 2]],
    ['none', [MENU, MENU], [0, 0]],
    ['no blocks', [], [0, 0]],
  ])('%s', (_, outlines, expected) => expect(span(outlines)).toEqual(expected));
});

describe('the headline', () => {
  const headline = (outlines: readonly BlockOutline[]) => findBodySpan(outlines, outlines.map(() => [])).headline;
  const LINE = outline(40, { words: 6 });
  const MAIN = outline(30, { words: 5, heading: true, headingLevel: 1 });

  test.each<[string, BlockOutline[], number]>([
    ['the nearest line of three words and more before the body', [LINE, LINE, MENU, LONG], 1],
    ['a first heading wins over nearer lines', [MAIN, LINE, LONG], 0],
    ['a first heading too far off does not', [MAIN, ...Array<BlockOutline>(15).fill(LINE), LONG], 15],
    ['a line that ends a sentence is none', [LINE, outline(60, { endsSentence: true, words: 9, linkDensity: 1 }), LONG], 0],
    ['none', [MENU, LONG], -1],
    ['no body, no headline', [MAIN, MENU], -1],
  ])('%s', (_, outlines, expected) => expect(headline(outlines)).toBe(expected));
});

describe('heuristics of a page of seven blocks', () => {
  const outlines = [MENU, outline(30, { words: 5, heading: true, headingLevel: 1 }), outline(12, { words: 2 }), LONG, SHORTER, MENU, MENU];
  const words = [['home'], ['ferry', 'returns', 'after', 'nine', 'winters'], ['by', 'tomas'], ['ferry', 'crossed', 'river', 'rope'], ['river', 'winters', 'volunteers'], ['ferry', 'times'], ['other']];
  const headings = [-1, -1, 1, 1, 1, 1, 5];
  const facts = outlines.map((_, i) => bodyFacts(findBodySpan(outlines, words), outlines, words, headings)(i));
  const valuesOf = (name: string) => facts.map((fact) => BODY_HEURISTICS.find((heuristic) => heuristic.name === name)!.value(fact));
  const near = (blocks: number) => 1 - Math.log1p(blocks) / Math.log1p(40);

  test.each<[string, number[]]>([
    ['in-body', [0, 0, 0, 1, 1, 0, 0]],
    ['before-body-near', [near(2), near(1), 1, 0, 0, 0, 0]],
    ['after-body-near', [0, 0, 0, 0, 0, 1, near(1)]],
    ['heading-above-after-body', [0, 0, 0, 0, 0, 0, 1]],
    ['headline-of-body', [0, 1, 0, 0, 0, 0, 0]],
    ['between-headline-and-body', [0, 0, 1, 0, 0, 0, 0]],
    // Words of five letters and more. Blocks of the body need another block of it that holds the word.
    ['words-shared-with-body', [0, 2 / 4, 0, 1 / 3, 1 / 3, 1 / 2, 0]],
    ['words-shared-with-headline', [0, 0, 0, 1 / 3, 1 / 3, 1 / 2, 0]],
    ['body-length', Array(7).fill(Math.log1p(2) / Math.log1p(80))],
    ['body-text-share', Array(7).fill(550 / (8 * 3 + 30 + 12 + 550))],
  ])('%s', (name, expected) => valuesOf(name).forEach((value, i) => expect(value).toBeCloseTo(expected[i], 9)));

  test('every heuristic is checked', () => expect(BODY_HEURISTICS).toHaveLength(10));
});

test('a page without running text is neither before nor after a body', () => {
  const facts = [0, 1].map(bodyFacts(findBodySpan([MENU, MENU], [['home'], ['news']]), [MENU, MENU], [['home'], ['news']], [-1, -1]));
  for (const { name, value } of BODY_HEURISTICS) expect([name, ...facts.map(value)]).toEqual([name, 0, 0]);
});
