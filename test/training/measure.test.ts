import { splitPage } from '../../src/blocks/split-page';
import { DEFAULT_LIMITS } from '../../src/options';
import type { LabelledPage } from '../../src/training/labelled-page';
import { SAMPLED } from '../../src/training/measure-pages';
import type { MeasuredPage } from '../../src/training/measured';
import { measure, measureTraining, type Measured } from '../../src/training/train-model';
import { newTokenIndexes, toTrainingPage, type TrainingPage } from '../../src/training/training-page';
import { LABELS, measureSynthetic, syntheticPages } from './synthetic-pages';

/** A page of one paragraph a line, each with its label. */
function pageOf(site: string, lines: readonly [label: string | undefined, text: string][], more: Partial<LabelledPage> = {}): LabelledPage {
  const page = splitPage('html', lines.map(([, text]) => `<p>${text}</p>`).join('\n'), DEFAULT_LIMITS);
  expect(page.blocks).toHaveLength(lines.length);
  return { name: site, site, fold: 0, source: 'test', page, labels: lines.map(([label]) => label), ...more };
}

function countsOfWord({ counts, indexes }: Measured, word: string): number[] {
  const token = indexes.get('words')!.names.indexOf(word);
  expect(token).toBeGreaterThanOrEqual(0);
  return Array.from({ length: 2 }, (_, label) => Array.from({ length: 5 }, (__, fold) => counts.get('words')!.get(token, fold, label)).reduce((a, b) => a + b, 0));
}

describe('tokens of fewer than three sites are not measured', () => {
  const sites = ['a.example', 'b.example', 'a.example', 'b.example', 'a.example', 'c.example'];
  const pages = sites.map((site, i) => pageOf(site, [
    ['comment', 'everywhere and more'],
    ['legal', i === 5 ? 'nothing here' : 'twosites alone'],
    // On the third site the block that holds it has no label.
    [i === 5 ? undefined : 'comment', 'unlabelled thing'],
    ['legal', i === 2 || i === 3 || i === 5 ? 'threesites each' : 'nothing here'],
    ['legal', i === 3 || i === 5 ? 'twopages' : 'nothing here'],
  ], { fold: i % 5 }));
  const measured = measure(pages, pages, LABELS);

  test.each<[word: string, counts: number[]]>([
    ['everywhere', [6, 0]], ['threesites', [0, 3]],
    // On five pages of two sites, which take turns.
    ['twosites', [0, 0]], ['unlabelled', [0, 0]], ['twopages', [0, 0]],
  ])('%s', (word, counts) => expect(countsOfWord(measured, word)).toEqual(counts));
});

describe('sampled blocks', () => {
  const many = (count: number, labelOf: (i: number) => string | undefined) => Array.from({ length: count }, (_, i): [string | undefined, string] => [labelOf(i), `line number ${i}`]);
  /** Measures one page among others that fill the folds. */
  function measureOne(page: LabelledPage, change: Pick<TrainingPage, 'isSampledThinly'> = {}): MeasuredPage | undefined {
    const indexes = newTokenIndexes();
    const pages = [page, ...syntheticPages(10).markup].map((each, i) => ({ ...toTrainingPage(each, 'markup', LABELS, indexes), ...(i ? {} : change) }));
    return measureTraining(pages, [], LABELS, indexes).rows.markup.find(({ number }) => number === 0);
  }
  const sum = (values: Float32Array) => values.reduce((a, b) => a + b, 0);

  test('of a small page are all, and stand for themselves', () => {
    const { positions, shares, labels } = measureOne(pageOf('a.example', many(9, (i) => (i < 5 ? 'comment' : 'legal'))))!;
    expect([...positions]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect([...labels]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1]);
    expect([...shares]).toEqual(Array(9).fill(1));
  });

  test('of a large page are a few, in runs, and stand for all of it', () => {
    const { positions, shares } = measureOne(pageOf('a.example', many(80, () => 'comment')))!;
    expect(positions).toHaveLength(SAMPLED.blocks);
    expect([...positions]).toEqual([...new Set(positions)].sort((a, b) => a - b));
    // Two of ten runs that are all alike.
    expect([...shares]).toEqual(Array(16).fill(5));
    expect(sum(shares)).toBe(80);
    expect([...positions].filter((position, i) => i && position === positions[i - 1] + 1).length).toBeGreaterThanOrEqual(14);
  });

  test('stand for at most twelve each', () => {
    expect(Math.max(...measureOne(pageOf('a.example', many(1000, () => 'comment')))!.shares)).toBe(12);
  });

  test('bear a label, on pages that have labels', () => {
    const page = measureOne(pageOf('a.example', many(60, (i) => (i % 3 ? 'legal' : undefined))))!;
    expect([...page.labels].every((label) => label === 1)).toBe(true);
    expect(page.positions.length).toBeLessThanOrEqual(SAMPLED.blocks);
  });

  test('are fewer on pages to be sampled thinly, and where the content alone is known', () => {
    expect(measureOne(pageOf('a.example', many(100, () => 'comment')), { isSampledThinly: true })!.positions.length).toBeLessThanOrEqual(SAMPLED.thinBlocks);
    const content = measureOne(pageOf('a.example', many(100, () => undefined), { content: Float32Array.from({ length: 100 }, (_, i) => (i < 50 ? 1 : 0)) }))!;
    expect(content.positions.length).toBeGreaterThan(0);
    expect(content.positions.length).toBeLessThanOrEqual(SAMPLED.contentBlocks);
    content.content.forEach((value, i) => expect(value).toBe(content.positions[i] < 50 ? 1 : 0));
  });

  test('a page of which nothing is known gives none', () => {
    expect(measureOne(pageOf('a.example', many(30, () => undefined)))).toBeUndefined();
  });

  test('are the same each time', () => {
    expect(measureSynthetic(10).rows).toEqual(measureSynthetic(10).rows);
  });

  test('where labels change is looked at more often than where they do not', () => {
    // One run of eight blocks in which the labels take turns, among nine of one label.
    let taken = 0;
    for (let i = 0; i < 30; i++) {
      const page = pageOf('a.example', many(80, (k) => (k >= 40 && k < 48 && k % 2 ? 'legal' : 'comment')).concat(many(i, () => undefined)));
      if (measureOne(page)!.positions.includes(45)) taken++;
    }
    // By chance alone two runs of ten: six of thirty.
    expect(taken).toBeGreaterThan(9);
  });
});

test('the Bayes inputs of a page come from the other folds alone', () => {
  const measureTurned = (turned: number) => {
    const indexes = newTokenIndexes();
    const pages = syntheticPages(15).markup.map((page) => toTrainingPage(page, 'markup', LABELS, indexes));
    return measureTraining(pages.map((page) => (page.fold === turned ? { ...page, labels: page.labels.map((label) => 1 - label) } : page)), [], LABELS, indexes).rows.markup;
  };
  const asIs = measureTurned(-1);
  const turned = measureTurned(1);
  asIs.forEach((page, i) => {
    if (page.fold === 1) expect(turned[i].bayes).toEqual(page.bayes);
    else expect(turned[i].bayes).not.toEqual(page.bayes);
  });
});
