import fc from 'fast-check';
import { isHtml } from '../../src/blocks/is-html';
import { splitPage } from '../../src/blocks/split-page';
import { extractFeatures, FAMILY_NAMES, HEURISTIC_NAMES, type Reading } from '../../src/features/extract-features';
import { logScale, share, toStep } from '../../src/features/heuristic';
import { LINE_RUN_HEURISTICS } from '../../src/features/line-run-facts';
import { DEFAULT_LIMITS } from '../../src/options';
import { TokenNames } from '../../src/training/token-names';

const READINGS: Reading[] = ['markup', 'text'];
const featuresOf = (source: string, reading: Reading = isHtml(source) ? 'markup' : 'text') => extractFeatures(splitPage(isHtml(source) ? 'html' : 'text', source, DEFAULT_LIMITS), reading);

describe.each(READINGS)('names of the %s reading', (reading) => {
  test('are lower case with hyphens, each once', () => {
    for (const name of [...HEURISTIC_NAMES[reading], ...FAMILY_NAMES[reading]]) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(new Set(HEURISTIC_NAMES[reading]).size).toBe(HEURISTIC_NAMES[reading].length);
    expect(new Set(FAMILY_NAMES[reading]).size).toBe(FAMILY_NAMES[reading].length);
  });

  test('a heuristic and a family never share a name', () => {
    expect(FAMILY_NAMES[reading].filter((name) => HEURISTIC_NAMES[reading].includes(name))).toEqual([]);
  });
});

const RUN_NAMES = LINE_RUN_HEURISTICS.map(({ name }) => name);

test('the text reading knows nothing of links and elements, and alone looks for runs of lines', () => {
  expect(HEURISTIC_NAMES.text).toEqual(expect.arrayContaining(RUN_NAMES));
  expect(HEURISTIC_NAMES.markup).not.toEqual(expect.arrayContaining(RUN_NAMES.slice(0, 1)));
  expect(HEURISTIC_NAMES.text).not.toContain('link-density');
  expect(HEURISTIC_NAMES.text).not.toContain('within-navigation');
  expect(HEURISTIC_NAMES.markup).toEqual(expect.arrayContaining(['link-density', 'within-navigation', ...HEURISTIC_NAMES.text.filter((name) => !RUN_NAMES.includes(name))]));
});

const PART = fc.constantFrom('<nav class="m1">', '</nav>', '<p>', '</p>', '<a href="/x?y=1">', '</a>', '<h2>', '<br><br>', '<li>', 'Read more', 'It rained. ', '関連記事ー', '12 March 2024', ' – ', '\n\n', '<div hidden>', '</div>', '$5', '\u0301');

test('every step of every page is a whole number from 0 to 15, and each block has a row and tokens', () => {
  fc.assert(fc.property(fc.array(PART, { maxLength: 25 }), (parts) => {
    const source = parts.join('');
    const features = featuresOf(source);
    const names = HEURISTIC_NAMES[features.reading];
    const steps = features.stepsOf(0, features.blocks);
    const tokensOf = features.tokensIn(new TokenNames());
    expect(steps).toHaveLength(features.blocks * names.length);
    expect(Math.max(0, ...steps)).toBeLessThanOrEqual(15);
    for (let i = 0; i < features.blocks; i++) FAMILY_NAMES[features.reading].forEach((_, k) => expect(Array.isArray(tokensOf(k, i))).toBe(true));
    for (const boxes of [features.narrow, features.wide, ...features.containers]) {
      boxes.from.forEach((from, i) => expect(from <= i && i < boxes.to[i] && boxes.to[i] <= features.blocks).toBe(true));
    }
    features.headingAbove.forEach((heading, i) => expect(heading >= -1 && heading < i).toBe(true));
  }), { seed: 1, numRuns: 150 });
});

test('features of a page do not depend on the pages before', () => {
  const page = '<body><nav class="menu"><a href="https://a.example/">Home</a></nav><h1>Boats</h1><p>Two boats sank on Monday.</p></body>';
  const allOf = (source: string) => {
    const { tokensIn, stepsOf, ...features } = featuresOf(source);
    const names = new TokenNames();
    const tokensOf = tokensIn(names);
    const tokens = FAMILY_NAMES[features.reading].map((_, k) => Array.from({ length: features.blocks }, (__, i) => tokensOf(k, i).map((token) => names.names[token])));
    return { ...features, steps: stepsOf(0, features.blocks), tokens };
  };
  const first = allOf(page);
  featuresOf('<body><nav class="menu toString"><a href="https://b.example/">Home</a><h1>Boats</h1></nav><p>Boats!</p></body>');
  featuresOf('Boats\nTwo boats sank on Monday.');
  expect(allOf(page)).toEqual(first);
});

test('a page without text has no features', () => {
  expect(featuresOf('<body></body>')).toMatchObject({ blocks: 0 });
  expect(featuresOf('<body></body>').stepsOf(0, 0)).toHaveLength(0);
  expect(featuresOf('')).toMatchObject({ blocks: 0, reading: 'text' });
});

test('boxes: the smallest containers with three and with eight blocks', () => {
  const item = '<li>Item</li>';
  const { narrow, wide, containers } = featuresOf(`<body><h1>Title</h1><div><p>Intro</p><ul>${item.repeat(3)}</ul></div><div>${'<p>More</p>'.repeat(4)}</div></body>`);
  const spans = (boxes: typeof narrow, i: number) => [boxes.from[i], boxes.to[i]];
  // 0 title, 1 intro, 2 to 4 items, 5 to 8 more
  expect([0, 1, 2, 5].map((i) => spans(narrow, i))).toEqual([[0, 9], [1, 5], [2, 5], [5, 9]]);
  expect([0, 1, 2, 5].map((i) => spans(wide, i))).toEqual([[0, 9], [0, 9], [0, 9], [0, 9]]);
  expect(containers.map((boxes) => spans(boxes, 2))).toEqual([[2, 5], [1, 5], [0, 9], [0, 9], [0, 9]]);
});

test('values become steps, those outside 0 to 1 the nearest end', () => {
  expect([-1, 0, 0.03, 0.04, 0.5, 0.96, 0.97, 1, 7, Infinity].map(toStep)).toEqual([0, 0, 0, 1, 8, 14, 15, 15, 15, 15]);
  expect(logScale(0, 10)).toBe(0);
  expect(logScale(10, 10)).toBe(1);
  expect([share(1, 4), share(1, 0), share(0, 0)]).toEqual([0.25, 0, 0]);
});
