import fc from 'fast-check';
import { classTokens, placeTokens } from '../../src/features/tokens';
import { knownTokens } from '../../src/scores/known-tokens';
import { centreRows, logLikelihoods, sumEvidence, type BayesFamily } from '../../src/scores/naive-bayes';
import { softmaxRows } from '../../src/scores/network';
import { TokenCounts, TokenIndex } from '../../src/training/token-counts';
import { TokenNames } from '../../src/training/token-names';
import { knownNumbers } from '../../src/words/lexicon';

/** A family with the given evidence for two labels. */
function familyOf(evidence: Record<string, [number, number]> | [string, [number, number]][]): BayesFamily {
  const entries = Array.isArray(evidence) ? evidence : Object.entries(evidence);
  return { tokens: entries.map(([token]) => token), evidence: Float32Array.from(entries.flatMap(([, row]) => row)) };
}

function addUp(family: BayesFamily, tokens: string[], into: Float32Array, at: number): number {
  const known = knownTokens(new Map([['words', family]]));
  return sumEvidence(family.evidence, known.rowsOf('words'), 2, knownNumbers(tokens, known), into, at);
}

function sumsOf(family: BayesFamily, tokens: string[]): { known: number; sums: number[] } {
  const into = new Float32Array(2);
  const known = addUp(family, tokens, into, 0);
  return { known, sums: [...into] };
}

describe('table 13.1 of Introduction to Information Retrieval', () => {
  // Training documents: "Chinese Beijing Chinese", "Chinese Chinese Shanghai", "Chinese Macao" are China; "Tokyo Japan Chinese" is not.
  const vocabulary = ['Chinese', 'Beijing', 'Shanghai', 'Macao', 'Tokyo', 'Japan'];
  const counts = [5, 1, 1, 0, 1, 0, 1, 0, 0, 1, 0, 1];
  const table = logLikelihoods(counts, 2, 1);
  const probability = (word: string, label: number) => Math.exp(table[vocabulary.indexOf(word) * 2 + label]);

  test('add-one smoothing gives the likelihoods of the book', () => {
    expect(probability('Chinese', 0)).toBeCloseTo(6 / 14, 12);
    expect(probability('Tokyo', 0)).toBeCloseTo(1 / 14, 12);
    expect(probability('Japan', 0)).toBeCloseTo(1 / 14, 12);
    expect(probability('Chinese', 1)).toBeCloseTo(2 / 9, 12);
    expect(probability('Tokyo', 1)).toBeCloseTo(2 / 9, 12);
    expect(probability('Japan', 1)).toBeCloseTo(2 / 9, 12);
  });

  test('"Chinese Chinese Chinese Tokyo Japan" is China with probability 0.690', () => {
    const document = ['Chinese', 'Chinese', 'Chinese', 'Tokyo', 'Japan'];
    const joint = [3 / 4, 1 / 4].map((prior, label) => document.reduce((product, word) => product * probability(word, label), prior));
    expect(joint[0]).toBeCloseTo(0.000301, 6);
    expect(joint[1]).toBeCloseTo(0.000135, 6);
    const sums = Float64Array.from([3 / 4, 1 / 4], (prior, label) => document.reduce((sum, word) => sum + table[vocabulary.indexOf(word) * 2 + label], Math.log(prior)));
    const [china, other] = softmaxRows(sums, 2);
    expect(china).toBeCloseTo(0.69, 3);
    expect(other).toBeCloseTo(0.31, 3);
  });

  test('the likelihoods of each label sum to 1 over the vocabulary', () => {
    for (const label of [0, 1]) expect(vocabulary.reduce((sum, word) => sum + probability(word, label), 0)).toBeCloseTo(1, 12);
  });
});

test('a token that is as likely under every label gives no evidence', () => {
  const rows = centreRows(logLikelihoods([3, 3, 1, 5, 5, 1], 2, 1), 2);
  expect(rows[0]).toBeCloseTo(0, 12);
  expect(rows[1]).toBeCloseTo(0, 12);
  expect(rows[2]).toBeCloseTo(Math.log(2 / 6) / 2, 12);
  expect(rows[3]).toBeCloseTo(-Math.log(2 / 6) / 2, 12);
});

test('evidence adds up, a token counts once a block, unknown tokens not at all', () => {
  const family = familyOf({ read: [0.5, -0.5], more: [1, -1], menu: [-2, 2] });
  expect(sumsOf(family, ['read', 'more', 'read', 'unknown'])).toEqual({ known: 2, sums: [1.5, -1.5] });
  expect(sumsOf(family, [])).toEqual({ known: 0, sums: [0, 0] });
});

test('sums are written from the place asked for and leave the rest', () => {
  const into = Float32Array.of(9, 9, 0, 0, 9);
  addUp(familyOf({ menu: [-2, 2] }), ['menu'], into, 2);
  expect([...into]).toEqual([9, 9, -2, 2, 9]);
});

test('blocks of 10,000 words stay finite and their probabilities sum to 1', () => {
  const words = Array.from({ length: 10_000 }, (_, i) => `w${i}`);
  const family = familyOf(words.map((word): [string, [number, number]] => [word, [-7.9, 7.9]]));
  const { known, sums } = sumsOf(family, words);
  expect(known).toBe(10_000);
  expect(sums[1]).toBeGreaterThan(78_000);
  const probabilities = softmaxRows(Float64Array.from(sums), 2);
  expect([...probabilities]).toEqual([0, 1]);
});

test('the order of tokens does not matter', () => {
  const family = familyOf({ a: [0.25, -0.25], b: [1.5, -1.5], c: [-2, 2], d: [0.125, -0.125] });
  fc.assert(fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 12 }), (tokens) => {
    expect(sumsOf(family, [...tokens].reverse())).toEqual(sumsOf(family, tokens));
    expect(sumsOf(family, [...tokens].sort())).toEqual(sumsOf(family, tokens));
  }), { seed: 1 });
});

describe.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])('`%s` is an ordinary token', (token) => {
  test('for evidence', () => {
    expect(sumsOf(familyOf({ word: [1, -1] }), [token])).toEqual({ known: 0, sums: [0, 0] });
    expect(sumsOf(familyOf([[token, [3, -3]]]), [token])).toEqual({ known: 1, sums: [3, -3] });
  });

  test('for counts', () => {
    const index = new TokenIndex();
    expect([index.numberOf('word'), index.numberOf(token), index.numberOf('other'), index.numberOf(token)]).toEqual([0, 1, 2, 1]);
    const counts = new TokenCounts(index, 1, 2);
    counts.add(1, 0, 1, 4);
    expect([...counts.sum([])]).toEqual([0, 0, 0, 4, 0, 0]);
  });

  test('for class names, also of a place seen before', () => {
    expect(classTokens(token)[0]).toBe(`.${token.toLowerCase()}`);
    const place = { block: { inline: [{ tag: 'span', className: token, chars: 1 }] }, chain: [] } as never;
    const names = new TokenNames();
    const [own] = placeTokens(() => place, names);
    for (let block = 0; block < 2; block++) expect(own(block).map((number) => names.names[number])).toEqual(classTokens(token));
  });
});
