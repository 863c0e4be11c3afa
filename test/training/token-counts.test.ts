import { evidenceTable, toBayesFamily, TokenCounts, TokenIndex } from '../../src/training/token-counts';

type Entry = [token: string, fold: number, label: number, pages: number];

function countsOf(entries: readonly Entry[], folds = 3, labels = 2): TokenCounts {
  const counts = new TokenCounts(new TokenIndex(), folds, labels);
  for (const [token, fold, label, pages] of entries) counts.add(counts.index.numberOf(token), fold, label, pages);
  return counts;
}

const sumsByName = (counts: TokenCounts, without: number[]) => {
  const sums = counts.sum(without);
  return Object.fromEntries(counts.index.names.map((name, t) => [name, [...sums.subarray(t * counts.labels, (t + 1) * counts.labels)]]));
};

const ENTRIES: Entry[] = [
  ['menu', 0, 0, 4], ['menu', 1, 0, 3], ['menu', 2, 1, 1], ['boat', 0, 1, 2], ['boat', 1, 1, 5], ['boat', 2, 0, 1], ['the', 0, 0, 3], ['the', 1, 1, 3], ['the', 2, 0, 2], ['the', 2, 1, 2], ['rare', 1, 1, 2],
];

test('sums over all folds', () => {
  expect(sumsByName(countsOf(ENTRIES), [])).toEqual({ menu: [7, 1], boat: [1, 7], the: [5, 5], rare: [0, 2] });
});

test.each([[[0]], [[1]], [[2]], [[0, 2]], [[0, 1, 2]]])('sums without folds %j are those of counting the others anew', (without) => {
  const all = countsOf(ENTRIES);
  const anew = countsOf(ENTRIES.map(([token, fold, label, pages]): Entry => [token, fold, label, without.includes(fold) ? 0 : pages]));
  expect(sumsByName(all, without)).toEqual(sumsByName(anew, []));
});

test('sums without the first fold, by hand', () => {
  expect(sumsByName(countsOf(ENTRIES), [0])).toEqual({ menu: [3, 1], boat: [1, 5], the: [2, 5], rare: [0, 2] });
});

test('counts of one token, none for those never met', () => {
  const counts = countsOf(ENTRIES);
  expect([counts.get(0, 0, 0), counts.get(0, 1, 0), counts.get(0, 1, 1), counts.get(99, 0, 0)]).toEqual([4, 3, 0, 0]);
});

test('another table with tokens numbered otherwise is added by name', () => {
  const counts = countsOf([['menu', 0, 0, 4], ['boat', 0, 1, 2]]);
  counts.addAll(countsOf([['boat', 0, 1, 5], ['new', 2, 0, 3], ['menu', 1, 1, 1]]));
  expect(sumsByName(counts, [])).toEqual({ menu: [4, 1], boat: [0, 7], new: [3, 0] });
  expect(sumsByName(counts, [0])).toEqual({ menu: [0, 1], boat: [0, 0], new: [3, 0] });
});

test('a table over other labels is added by the labels that are named; the others are passed over', () => {
  const counts = countsOf([['menu', 0, 0, 4]], 3, 3);
  counts.addAll(countsOf([['menu', 0, 0, 5], ['menu', 1, 1, 2], ['boat', 2, 0, 7], ['boat', 2, 1, 3]]), [-1, 2]);
  expect(sumsByName(counts, [])).toEqual({ menu: [4, 0, 2], boat: [0, 0, 3] });
});

test('many tokens', () => {
  const counts = new TokenCounts(new TokenIndex(), 2, 2);
  for (let i = 0; i < 5000; i++) counts.add(counts.index.numberOf(`w${i}`), i % 2, 1, i);
  const sums = counts.sum([1]);
  expect([sums[2 * 4998 + 1], sums[2 * 4999 + 1], sums.length]).toEqual([4998, 0, 10_000]);
});

describe('evidence', () => {
  const namesOf = (counts: TokenCounts, size: number, without: number[] = []) => evidenceTable(counts, size, without).chosen.map((t) => counts.index.names[t]);

  test('the tokens that tell most are taken, those on fewer than three pages never', () => {
    // 20 pages, half of them a label's. The divergences: menu and boat 8 × 0.38, the 0; `rare` stands on two pages.
    expect(namesOf(countsOf(ENTRIES), 9)).toEqual(expect.arrayContaining(['menu', 'boat', 'the']));
    expect(namesOf(countsOf(ENTRIES), 9)).toHaveLength(3);
    expect(namesOf(countsOf(ENTRIES), 2).sort()).toEqual(['boat', 'menu']);
    expect(namesOf(countsOf(ENTRIES), 0)).toEqual([]);
  });

  test('a token that tells little but stands on many pages comes before a rare one that tells more', () => {
    expect(namesOf(countsOf([['often', 0, 0, 300], ['often', 0, 1, 100], ['seldom', 0, 1, 4], ['filler', 0, 0, 100], ['filler', 0, 1, 296]]), 2)).toEqual(['often', 'filler']);
  });

  test('tokens that tell alike come by name, whatever the order of counting', () => {
    const entries: Entry[] = ['d', 'a', 'c', 'b'].map((token, i) => [token, 0, i % 2, 5]);
    expect(namesOf(countsOf(entries), 4)).toEqual(['a', 'b', 'c', 'd']);
    expect(namesOf(countsOf([...entries].reverse()), 4)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('a fold that is left out tells nothing', () => {
    expect(namesOf(countsOf([['menu', 0, 0, 9], ['boat', 1, 1, 9]]), 9, [0])).toEqual(['boat']);
  });

  test('values by hand, and zeros for tokens that were not taken', () => {
    // Smoothed by a half: P(menu | 0) = 8.5 / 10, P(boat | 0) = 1.5 / 10, and the other way about.
    const counts = countsOf([['rare', 0, 0, 1], ['menu', 0, 0, 8], ['menu', 0, 1, 1], ['boat', 0, 0, 1], ['boat', 0, 1, 8]]);
    const { evidence, isChosen } = evidenceTable(counts, 2, []);
    const half = Math.log(8.5 / 1.5) / 2;
    [0, 0, half, -half, -half, half].forEach((expected, i) => expect(evidence[i]).toBeCloseTo(expected, 6));
    expect([...isChosen]).toEqual([0, 1, 1]);
  });

  test('a model holds the tokens by the alphabet', () => {
    const counts = countsOf([['menu', 0, 0, 8], ['boat', 0, 1, 8], ['__proto__', 0, 1, 3]]);
    const table = evidenceTable(counts, 9, []);
    const { tokens, evidence } = toBayesFamily(table, counts.index);
    expect(tokens).toEqual(['__proto__', 'boat', 'menu']);
    expect([...evidence.subarray(4, 6)]).toEqual([...table.evidence.subarray(0, 2)]);
  });
});
