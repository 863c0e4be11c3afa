import { FAMILY_NAMES, HEURISTIC_NAMES, type Reading } from '../features/extract-features';
import { firstScores, secondPass } from '../labels/second-pass';
import { reshape, shapesOfUnsure } from '../labels/shape-evidence';
import { softmaxRows } from '../scores/network';
import { runNetwork } from '../scores/run-network';
import { inputWidth } from '../scores/block-inputs';
import { scoreRows } from './evaluate-model';
import type { ScoredBlock } from './figures';
import { fitNetwork } from './fit-network';
import { FIT, labelRows } from './fit-reading';
import { countAll, fitWithShapes, measuredFit, trainingRows, type TrainInput } from './train-model';
import { writtenPage, type ScoredPage } from './scored-page';
import type { PageRows } from './training-rows';
import { SENTENCE_SHAPES } from '../words/sentence-shape';

/** What is compared: the classifier with three simpler ones. */
export const SYSTEMS = ['classifier', 'heuristics alone', 'naive Bayes alone', 'always the commonest'] as const;
export type System = (typeof SYSTEMS)[number];

/** Scored blocks of one fold by system. */
export type FoldScores = Record<System, ScoredBlock[]>;

/** The unsure English blocks of a fold that have a sentence shape, without and with its evidence. */
export interface ShapeTrial {
  without: ScoredBlock[];
  with: ScoredBlock[];
  /** The weight that training chose. */
  weight: number;
}

/** Trains on all folds but one of a reading and scores the blocks of that one. `onPage` is told of each of its pages what the classifier says. */
export function crossValidateFold(reading: Reading, input: TrainInput, fold: number, onPage: (page: ScoredPage) => unknown = () => {}): FoldScores & { shapes?: ShapeTrial } {
  const labels = input.labels.length;
  // Measured rows hold their Bayes inputs as they were measured, from all folds but their own. Figures in which the fold left out plays no
  // part at all come from the pages themselves (`--bench`).
  const counts = countAll(input);
  const rows = trainingRows(reading, input, counts, [fold]);
  const train = rows.filter((page) => page.fold !== fold);
  const test = rows.filter((page) => page.fold === fold && page.labels.some((label) => label >= 0));
  const { fit, shapes } = fitWithShapes(reading, input, train, measuredFit(reading, input, fold));
  const width = inputWidth(reading, labels);
  const heuristics = fitNetwork(labelRows(train.map(heuristicsAlone(reading, width)), (page) => page.inputs, width, labels), FIT.first);
  const shares = new Float64Array(labels);
  for (const page of train) for (const label of page.labels) if (label >= 0) shares[label]++;
  const commonest = shares.indexOf(Math.max(...shares));
  const scores: FoldScores = { classifier: [], 'heuristics alone': [], 'naive Bayes alone': [], 'always the commonest': [] };
  const trial: ShapeTrial | undefined = shapes && { without: [], with: [], weight: shapes.weight };
  for (const page of test) {
    const { labels: gold, inputs, layout } = page;
    const add = (system: System, values: ArrayLike<number>) => scores[system].push(...scoreRows(values, gold, labels));
    const { scores: final, content } = secondPass(inputs, firstScores(inputs, fit), layout, fit);
    add('classifier', final);
    onPage({ gold, scores: final, content, page: page.written && writtenPage(page.written) });
    if (trial && page.texts && input.grammar) {
      const found = shapesOfUnsure(page.texts, final, labels, input.grammar);
      const asked = gold.map((label, i) => (found[i] ? label : -1));
      trial.without.push(...scoreRows(final, asked, labels));
      trial.with.push(...scoreRows(reshape(final, found, shapes!, labels, SENTENCE_SHAPES), asked, labels));
    }
    add('heuristics alone', softmaxRows(runNetwork(heuristics, heuristicsAlone(reading, width)(page).inputs), labels));
    add('naive Bayes alone', bayesAlone(reading, inputs, shares));
    add('always the commonest', Float64Array.from({ length: gold.length * labels }, (_, i) => Number(i % labels === commonest)));
  }
  return { ...scores, ...(trial && { shapes: trial }) };
}

function heuristicsAlone(reading: Reading, width: number): (page: PageRows) => PageRows {
  const heuristics = HEURISTIC_NAMES[reading].length;
  return (page) => ({ ...page, inputs: page.inputs.map((value, i) => (i % width < heuristics ? value : 0)) });
}

/** The plain sum of all families' evidence and the labels' shares. */
function bayesAlone(reading: Reading, inputs: Float32Array, shares: Float64Array): Float64Array {
  const labels = shares.length;
  const width = inputWidth(reading, labels);
  const blocks = inputs.length / width;
  const all = shares.reduce((sum, n) => sum + n, 0);
  const values = new Float64Array(blocks * labels);
  for (let i = 0; i < blocks; i++) {
    for (let l = 0; l < labels; l++) {
      values[i * labels + l] = Math.log((shares[l] + 1) / (all + labels));
      for (let k = 0; k < FAMILY_NAMES[reading].length; k++) values[i * labels + l] += inputs[i * width + HEURISTIC_NAMES[reading].length + k * labels + l];
    }
  }
  return softmaxRows(values, labels);
}
