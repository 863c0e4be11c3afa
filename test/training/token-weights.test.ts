import { EVERY_FAMILY, READINGS } from '../../src/features/extract-features';
import { VOCABULARY } from '../../src/training/measure-pages';
import { evidenceTable, TokenCounts } from '../../src/training/token-counts';
import { FIT_WEIGHTS, fitTokenWeights } from '../../src/training/token-weights';
import { countBoth, measureTraining } from '../../src/training/train-model';
import { newTokenIndexes, toTrainingPage } from '../../src/training/training-page';
import { weighTokens } from '../../src/training/weigh-tokens';
import { LABELS, syntheticPages } from './synthetic-pages';

const indexes = newTokenIndexes();
const { markup, text } = syntheticPages(20);
const pages = {
  markup: markup.map((page) => toTrainingPage(page, 'markup', LABELS, indexes)),
  text: text.map((page) => toTrainingPage(page, 'text', LABELS, indexes)),
};
const counts = countBoth(pages.markup, pages.text, LABELS.length, indexes);
const tables = new Map(EVERY_FAMILY.map((name) => [name, evidenceTable(counts.get(name)!, VOCABULARY[name], [])]));
/** Few pages need more and smaller steps. */
const OPTIONS = { ...FIT_WEIGHTS, batch: 8, epochs: 8, combinationRate: 0.05 };
const fit = (from = tables) => fitTokenWeights(READINGS.map((reading) => ({ reading, pages: pages[reading] })), from, LABELS.length, OPTIONS);

test('weights are whole steps from 0 to below 4, 1 for tokens that are not weighed, and the same each time', () => {
  const weights = fit();
  for (const [name, column] of weights) {
    column.forEach((weight, token) => {
      expect(Number.isInteger(weight * 16)).toBe(true);
      expect(weight).toBeGreaterThanOrEqual(0);
      expect(weight).toBeLessThan(4);
      if (!tables.get(name)!.isChosen[token]) expect(weight).toBe(1);
    });
  }
  expect([...weights.values()].some((column) => column.some((weight) => weight !== 1))).toBe(true);
  expect(fit()).toEqual(weights);
});

test('a token whose evidence misleads loses weight, one that is right gains', () => {
  // The table says the opposite of the pages for one of two words that occur together.
  const words = indexes.get('words')!;
  const own = tables.get('words')!;
  const [right, wrong] = own.chosen.filter((token) => counts.get('words')!.sum([]).subarray(token * LABELS.length, (token + 1) * LABELS.length).filter((n) => n > 0).length === 1);
  const evidence = own.evidence.slice();
  for (let l = 0; l < LABELS.length; l++) evidence[wrong * LABELS.length + l] *= -1;
  const turned = fit(new Map([...tables, ['words', { ...own, evidence }]])).get('words')!;
  expect([words.names[wrong], turned[wrong]]).toEqual([words.names[wrong], expect.any(Number)]);
  expect(turned[wrong]).toBeLessThan(1);
  expect(turned[right]).toBeGreaterThan(turned[wrong]);
});

test('without a fold its pages play no part', () => {
  const other = { markup: pages.markup.map((page) => (page.fold === 2 ? { ...page, labels: page.labels.map((label) => (label < 0 ? label : (label + 1) % LABELS.length)) } : page)), text: pages.text };
  const measured = measureTraining(pages.markup, pages.text, LABELS, indexes).counts;
  const weights = weighTokens(pages, counts, measured, LABELS.length, OPTIONS);
  const changed = weighTokens(other, counts, measured, LABELS.length, OPTIONS);
  for (const name of EVERY_FAMILY) expect(changed.get(name)![3]).toEqual(weights.get(name)![3]);
  expect(EVERY_FAMILY.some((name) => changed.get(name)![0].some((weight, token) => weight !== weights.get(name)![0][token]))).toBe(true);
});

test('a weight counts in the evidence and in the choice of tokens; weight 0 leaves a token out', () => {
  const table = new TokenCounts(newTokenIndexes().get('words')!, 5, 2);
  for (const [name, label, pagesWith] of [['first', 0, 10], ['second', 1, 9], ['third', 0, 8]] as const) table.add(table.index.numberOf(name), 0, label, pagesWith);
  const plain = evidenceTable(table, 2, []);
  expect(plain.chosen).toHaveLength(2);
  const weighed = evidenceTable(table, 2, [], Float32Array.of(0, 0.5));
  expect(weighed.chosen.map((token) => table.index.names[token]).sort()).toEqual(['second', 'third']);
  const whole = evidenceTable(table, 2, [], Float32Array.of(0, 1));
  expect(weighed.evidence[2]).toBeCloseTo(whole.evidence[2] / 2, 6);
  expect(weighed.evidence[4]).toBe(whole.evidence[4]);
});
