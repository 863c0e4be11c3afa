import type { Reading } from '../features/extract-features';
import { fitReading, type OnProgress } from '../training/fit-reading';
import { inferLabels, type Teacher } from '../training/infer-labels';
import { tablesWithout } from '../training/measure-pages';
import { toBayesFamily } from '../training/token-counts';
import { countAll, fitOnAllRows, measureTraining, trainingRows, type Measured, type TrainInput } from '../training/train-model';
import type { TrainingPage } from '../training/training-page';
import { weighTokens } from '../training/weigh-tokens';
import type { BenchFeatures } from './bench-files';

export interface MeasureBenchOptions {
  onProgress?: OnProgress;
  /** How many groups of folds get a fit without them; all where none is given. */
  heldOutGroups?: number;
  /** Is told of each page with gold labels the final scores by a fit that did not see it. */
  onHeldOut?: (reading: Reading, page: TrainingPage, scores: Float64Array) => void;
}

/**
 * Measures bench pages: those that somebody labelled as they are, the others as a model trained on the first labels them. The fits without each
 * fold are made where `heldOutGroups` is not given.
 */
export function measureBench(
  pages: readonly BenchFeatures[], corpus: Pick<TrainInput, 'labels' | 'markup' | 'text' | 'indexes'>, { onProgress = () => {}, heldOutGroups, onHeldOut = () => {} }: MeasureBenchOptions = {},
): Measured {
  const { labels, indexes } = corpus;
  const labelled = pages.filter(({ read }) => read.isLabelled);
  const others = pages.filter(({ read }) => !read.isLabelled).map(({ read, markup, text }) => ({ html: read.html, text: read.text, markup, lines: text }));
  const teacher = trainTeacher({ ...corpus, measured: measureTraining(labelled.map((page) => page.markup), labelled.map((page) => page.text), labels, indexes) });
  onProgress(1 / 5);
  const inferred = inferLabels(others, teacher, indexes);
  const all = { markup: [...labelled.map((page) => page.markup), ...inferred.markup], text: [...labelled.map((page) => page.text), ...inferred.text] };
  const withWritten = { markup: [...all.markup, ...corpus.markup], text: [...all.text, ...corpus.text] };
  const measured = measureTraining(all.markup, all.text, labels, indexes, (counts) => weighTokens(withWritten, countAll({ ...corpus, measured: { labels, indexes, counts } }), counts, labels.length));
  onProgress(2 / 5);
  const isGold = new Set(pages.flatMap(({ read, markup, text }) => (read.gold ? [markup, text] : [])));
  const fit = (reading: Reading, from: number) => fitOnAllRows(reading, all[reading], { ...corpus, measured }, {
    heldOutGroups, onProgress: (done) => onProgress((from + 3 * done / 2) / 5),
    onHeldOut: ({ written }, scores) => {
      if (written && isGold.has(written)) onHeldOut(reading, written, scores);
    },
  });
  return { ...measured, fits: { markup: fit('markup', 2), text: fit('text', 3.5) } };
}

/** The reading of markup alone, fitted on sampled rows: good enough to label further pages, and soon done. */
function trainTeacher(input: Omit<TrainInput, 'corpusDigest'>): Teacher {
  const { labels, indexes } = input;
  const counts = countAll(input);
  const { fit } = fitReading('markup', trainingRows('markup', input, counts), labels.length, { heldOutGroups: 1 });
  const families = new Map([...tablesWithout(counts, 'markup', [])].map(([name, table]) => [name, toBayesFamily(table, indexes.get(name)!)]));
  return { labels, families, readings: { markup: fit } };
}
