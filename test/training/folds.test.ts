import { HEURISTIC_NAMES } from '../../src/features/extract-features';
import { inputWidth } from '../../src/scores/block-inputs';
import { countBoth, measure, trainingRows } from '../../src/training/train-model';
import { newTokenIndexes, toTrainingPage } from '../../src/training/training-page';
import { DIGEST, LABELS, syntheticPages } from './synthetic-pages';

/** Ten pages over the folds that are given, by turns. */
function pagesIn(...folds: number[]) {
  const { markup, text } = syntheticPages(10);
  const put = <P extends object>(pages: P[]) => pages.map((page, i) => ({ ...page, fold: folds[i % folds.length] }));
  return { markup: put(markup), text: put(text) };
}

const holdsOther = (values: ArrayLike<number>) => Array.from(values).some((value) => value !== 0);

test('measured evidence of a page never comes from its own fold', () => {
  const alone = pagesIn(2);
  for (const page of measure(alone.markup, alone.text, LABELS).rows.markup) expect(holdsOther(page.bayes)).toBe(false);
  const spread = pagesIn(0, 1, 2);
  for (const page of measure(spread.markup, spread.text, LABELS).rows.markup) expect(holdsOther(page.bayes)).toBe(true);
});

describe('rows to train from', () => {
  const heuristics = HEURISTIC_NAMES.markup.length;
  const width = inputWidth('markup', LABELS.length);
  const evidenceIn = (folds: number[], without?: number[]) => {
    const indexes = newTokenIndexes();
    const { markup, text } = pagesIn(...folds);
    const input = {
      labels: LABELS, indexes, corpusDigest: DIGEST,
      markup: markup.map((page) => toTrainingPage(page, 'markup', LABELS, indexes)), text: text.map((page) => toTrainingPage(page, 'text', LABELS, indexes)),
    };
    const rows = trainingRows('markup', input, countBoth(input.markup, input.text, LABELS.length, indexes), without);
    expect(rows).toHaveLength(10);
    return rows.map(({ inputs }) => holdsOther(inputs.filter((_, i) => i % width >= heuristics)));
  };

  test('hold the evidence of the other folds alone', () => {
    expect(evidenceIn([0, 1]).every(Boolean)).toBe(true);
    expect(evidenceIn([3]).some(Boolean)).toBe(false);
  });

  test('and nothing of a fold that is kept for testing', () => {
    expect(evidenceIn([0, 1], [0, 1]).some(Boolean)).toBe(false);
    expect(evidenceIn([0, 1, 2], [2]).every(Boolean)).toBe(true);
  });
});

test('the words of a plain-text page count, also where its site has HTML pages; those of an HTML page count once', () => {
  const indexes = newTokenIndexes();
  const { markup: [html], text: [lines] } = pagesIn(0);
  const plain = { ...lines, name: 'notes.txt' };
  const pages = (text: typeof lines[]) => countBoth([toTrainingPage(html, 'markup', LABELS, indexes)], text.map((page) => toTrainingPage(page, 'text', LABELS, indexes)), LABELS.length, indexes).get('words')!;
  const tale = indexes.get('words')!.numberOf('tale');
  expect(pages([lines]).get(tale, 0, 0)).toBe(1);
  expect(pages([lines, plain]).get(tale, 0, 0)).toBe(2);
});
