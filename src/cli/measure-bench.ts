import type { Reading } from '../features/extract-features';
import type { OnProgress } from '../training/fit-reading';
import { countAll, fitOnAllRows, measureTraining, type Measured, type TrainInput } from '../training/train-model';
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

/** Measures bench pages. Those that nobody labelled teach what is known of their content. The fits without each fold are made where `heldOutGroups` is not given. */
export function measureBench(
  pages: readonly BenchFeatures[], corpus: Pick<TrainInput, 'labels' | 'markup' | 'text' | 'indexes'>, { onProgress = () => {}, heldOutGroups, onHeldOut = () => {} }: MeasureBenchOptions = {},
): Measured {
  const { labels, indexes } = corpus;
  const all = { markup: pages.map(({ markup }) => markup), text: pages.map(({ text }) => text) };
  const withWritten = { markup: [...all.markup, ...corpus.markup], text: [...all.text, ...corpus.text] };
  const measured = measureTraining(all.markup, all.text, labels, indexes, (counts) => weighTokens(withWritten, countAll({ ...corpus, measured: { labels, indexes, counts } }), counts, labels.length));
  onProgress(1 / 3);
  const gold = new Set(pages.flatMap(({ read, markup, text }) => (read.gold ? [markup, text] : [])));
  const fit = (reading: Reading, from: number) => fitOnAllRows(reading, [...all[reading], ...pages.flatMap(({ excerpts }) => excerpts[reading])], { ...corpus, measured }, {
    heldOutGroups, onProgress: (done) => onProgress((from + done) / 3),
    onHeldOut: ({ written }, scores) => {
      if (written && gold.has(written)) onHeldOut(reading, written, scores);
    },
  });
  return { ...measured, fits: { markup: fit('markup', 1), text: fit('text', 2) } };
}
