import { crossValidateFold, SYSTEMS } from '../../src/training/cross-validate';
import { figuresOf } from '../../src/training/figures';
import { newTokenIndexes, toTrainingPage, type TrainingPage } from '../../src/training/training-page';
import type { TrainInput } from '../../src/training/train-model';
import { DIGEST, LABELS, measureSynthetic, syntheticPages } from './synthetic-pages';

const FOLD = 2;

/** What trains, with the labels of one fold turned round where that is wanted. */
function inputOf(turned?: number): TrainInput {
  const indexes = newTokenIndexes();
  const { markup, text } = syntheticPages(10);
  const turn = (page: TrainingPage): TrainingPage => (page.fold === turned ? { ...page, labels: page.labels.map((label) => (label < 0 ? -1 : 1 - label)) } : page);
  return {
    labels: LABELS, indexes, corpusDigest: DIGEST,
    markup: markup.map((page) => turn(toTrainingPage(page, 'markup', LABELS, indexes))),
    text: text.map((page) => turn(toTrainingPage(page, 'text', LABELS, indexes))),
  };
}

describe.each(['markup', 'text'] as const)('the %s reading', (reading) => {
  const input = inputOf();
  const scores = crossValidateFold(reading, input, FOLD);

  test('scores the labelled blocks of the fold by every system, and no others', () => {
    expect(Object.keys(scores)).toEqual([...SYSTEMS]);
    const gold = input[reading].filter(({ fold }) => fold === FOLD).flatMap(({ labels }) => [...labels].filter((label) => label >= 0));
    expect(gold.length).toBeGreaterThan(10);
    for (const system of SYSTEMS) expect(scores[system].map((row) => row.gold)).toEqual(gold);
  });

  test('the commonest label is one, always, and surely', () => {
    expect(new Set(scores['always the commonest'].map(({ got, confidence }) => `${got} ${confidence}`)).size).toBe(1);
  });

  test('systems that read the page do better than that', () => {
    const accuracy = (system: (typeof SYSTEMS)[number]) => figuresOf(scores[system], LABELS).accuracy;
    for (const system of ['classifier', 'heuristics alone', 'naive Bayes alone'] as const) expect(accuracy(system)).toBeGreaterThan(accuracy('always the commonest'));
  });

  const said = (of: typeof scores) => SYSTEMS.map((system) => of[system].map(({ got, confidence }) => [got, confidence]));

  test('no fold is scored by itself: its own labels change nothing of what is said of it', () => {
    const turned = crossValidateFold(reading, inputOf(FOLD), FOLD);
    expect(said(turned)).toEqual(said(scores));
    expect(turned.classifier.map(({ gold }) => gold)).toEqual(scores.classifier.map(({ gold }) => 1 - gold));
  });

  test('the labels of other folds do', () => {
    expect(said(crossValidateFold(reading, inputOf((FOLD + 1) % 5), FOLD))).not.toEqual(said(scores));
  });
});

test('measured figures take part', () => {
  const measured = measureSynthetic(10);
  const { classifier } = crossValidateFold('markup', { ...inputOf(), measured: { ...measured, indexes: newTokenIndexes() } }, FOLD);
  expect(figuresOf(classifier, LABELS).accuracy).toBeGreaterThan(0.9);
});
