import { CURVE_SOURCES, scoreCurveFold } from '../../src/training/learning-curve';
import type { TrainInput } from '../../src/training/train-model';
import { newTokenIndexes, toTrainingPage, type TrainingPage } from '../../src/training/training-page';
import { DIGEST, LABELS, measureSynthetic, syntheticPages } from './synthetic-pages';

const FOLD = 1;
const measured = { ...measureSynthetic(10), indexes: newTokenIndexes() };

/** Ten pages, two a fold, with the labels of the fold left out turned round where that is wanted. */
function inputOf(turned = false, figures: TrainInput['measured'] = measured): TrainInput {
  const indexes = newTokenIndexes();
  const { markup, text } = syntheticPages(10);
  const turn = (page: TrainingPage): TrainingPage => (turned && page.fold === FOLD ? { ...page, labels: page.labels.map((label) => (label < 0 ? -1 : 1 - label)) } : page);
  return {
    labels: LABELS, indexes, corpusDigest: DIGEST, measured: figures,
    markup: markup.map((page) => turn(toTrainingPage(page, 'markup', LABELS, indexes))),
    text: text.map((page) => turn(toTrainingPage(page, 'text', LABELS, indexes))),
  };
}

const input = inputOf();
const gold = input.markup.filter(({ fold }) => fold === FOLD).flatMap(({ labels }) => [...labels].filter((label) => label >= 0));

test.each([['written pages', 1, 8], ['written pages', 0.5, 4], ['measured figures', 1, 8], ['both', 1, 16]] as const)('%s, share %p: so many pages are trained on', (source, share, pages) => {
  expect(scoreCurveFold('markup', input, FOLD, source, share)!.pages).toBe(pages);
});

test('whatever is trained on, the written pages of the fold left out are scored', () => {
  for (const source of CURVE_SOURCES) expect(scoreCurveFold('markup', input, FOLD, source, 0.5)!.rows.map((row) => row.gold)).toEqual(gold);
});

test('labels of the fold left out change nothing of what is said of it', () => {
  const said = (turned: boolean) => scoreCurveFold('text', inputOf(turned), FOLD, 'both', 0.5)!.rows.map(({ got, confidence }) => [got, confidence]);
  expect(said(true)).toEqual(said(false));
});

test('without measured figures there is no point of them', () => {
  const without = { ...input, measured: undefined };
  expect(CURVE_SOURCES.map((source) => scoreCurveFold('markup', without, FOLD, source, 1) !== undefined)).toEqual([true, false, false]);
});
