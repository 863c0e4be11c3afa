import { evidenceWithPrior } from '../../src/training/prior-evidence';
import { tableOfFamily, TokenCounts, TokenIndex } from '../../src/training/token-counts';

const index = new TokenIndex();
const PRIOR = { tokens: ['menu', 'said', 'idle'], evidence: Float32Array.from([-1, 1, 1, -1, 0.5, -0.5]) };
for (const token of ['menu', 'said', 'idle', 'kettle', 'rare']) index.numberOf(token);
const prior = tableOfFamily(PRIOR, index, 2);

/** Pages of fold 0 on which each token stands under each of two labels. */
function countsOf(pages: Record<string, [number, number]>): TokenCounts {
  const counts = new TokenCounts(index, 2, 2);
  for (const [token, row] of Object.entries(pages)) row.forEach((n, label) => counts.add(index.numberOf(token), 0, label, n));
  return counts;
}

const evidenceOf = (table: { evidence: Float32Array }, token: string) => [...table.evidence.subarray(index.numberOf(token) * 2, index.numberOf(token) * 2 + 2)];

test('tokens that do not occur keep what the prior says of them', () => {
  const table = evidenceWithPrior(prior, countsOf({ menu: [3, 3] }), 100, []);
  expect(evidenceOf(table, 'idle')).toEqual([0.5, -0.5]);
});

test('pages that agree with the prior move nothing, pages that do not move it towards them, more pages further', () => {
  // 100 pages a label: under the prior `said` stands e² times as often under the first label.
  const filler: [number, number] = [100, 100];
  const evidence = (said: [number, number]) => evidenceOf(evidenceWithPrior(prior, countsOf({ said, menu: [filler[0] - said[0], filler[1] - said[1]] }), 100, []), 'said')[0];
  const odds = Math.exp(2);
  expect(evidence([odds * 5, 5])).toBeCloseTo(1, 5);
  expect(evidence([0, 10])).toBeLessThan(1);
  expect(evidence([0, 40])).toBeLessThan(evidence([0, 10]));
  expect(evidence([40, 0])).toBeGreaterThan(1);
});

test('the formula', () => {
  const table = evidenceWithPrior(prior, countsOf({ said: [2, 8], menu: [8, 22] }), 100, []);
  // N = (10, 30); q ∝ (10 e, 30 / e).
  const q = (10 * Math.E) / (10 * Math.E + 30 / Math.E);
  const logs = [Math.log((50 * q + 2) / 10), Math.log((50 * (1 - q) + 8) / 30)];
  expect(evidenceOf(table, 'said')[0]).toBeCloseTo((logs[0] - logs[1]) / 2, 5);
});

test('new tokens come in from three pages on, up to the size; centred evidence', () => {
  const table = evidenceWithPrior(prior, countsOf({ kettle: [9, 0], rare: [1, 1], menu: [10, 10] }), 100, []);
  const names = table.chosen.map((token) => index.names[token]);
  expect(names).toEqual(['menu', 'said', 'idle', 'kettle']);
  const [a, b] = evidenceOf(table, 'kettle');
  expect(a).toBeGreaterThan(0);
  expect(a + b).toBeCloseTo(0, 5);
  expect(evidenceWithPrior(prior, countsOf({ kettle: [9, 0] }), 0, []).chosen).toEqual(prior.chosen);
});

test('counts of a fold that is left out do not matter', () => {
  expect(evidenceWithPrior(prior, countsOf({ said: [0, 9] }), 100, [0])).toBe(prior);
});
