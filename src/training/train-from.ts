import { InputTypeError } from '../errors';
import { READINGS, type Reading } from '../features/extract-features';
import type { Model, ReadingModel } from '../model/model';
import { readModel } from '../model/read-model';
import { writeModel } from '../model/write-model';
import { inputWidth } from '../scores/block-inputs';
import { softmaxRows, type Network } from '../scores/network';
import { runNetwork } from '../scores/run-network';
import type { StepSize } from './adam';
import { checkTrainFrom } from './check-train-from';
import { scorePage, scoreRows } from './evaluate-model';
import type { ScoredBlock } from './figures';
import { fitNetwork, type FitRows, type FreshParts } from './fit-network';
import { contentRows, labelRows, withContext, type OnProgress, type SecondPage } from './fit-reading';
import type { LabelledPage } from './labelled-page';
import { VOCABULARY } from './measure-pages';
import { countBoth } from './train-model';
import { groupPages } from './group-pages';
import { evidenceWithPrior } from './prior-evidence';
import { tableOfFamily, toBayesFamily, type EvidenceTable } from './token-counts';
import { newTokenIndexes, toTrainingPage, type TrainingPage } from './training-page';
import { countLabelled, rowsOfPage, rowWeight, type PageRows } from './training-rows';
import { inputsOfAdded, widenModel } from './widen-model';

/** What `trainFrom` learns from. */
export interface TrainFromInput<L extends string = string, N extends string = never> {
  /** The model to start from. */
  from: Model<L>;
  /** Labels that the model does not know and shall learn. */
  added?: readonly N[];
  /** Pages read by their markup, and pages read as text: those that are plain text, and the others as lines. */
  markup: readonly LabelledPage[];
  text: readonly LabelledPage[];
  /** SHA-256 of what the pages were read from, hexadecimal. */
  corpusDigest: string;
  onProgress?: OnProgress;
}

/** A trained model, and how right the labelled blocks are before and after. */
export interface TrainedFrom<L extends string = string> {
  model: Model<L>;
  /** The labelled blocks as the model to start from scores them; a label that it does not know is never right. */
  before: Record<Reading, ScoredBlock[]>;
  /** The same blocks as scored by fits that did not see them; of a reading whose pages are all of one group, none. Absent where that is so of both. */
  heldOut?: Record<Reading, ScoredBlock[]>;
  /** What was held out together. */
  heldOutBy: 'site' | 'page';
}

/**
 * Settings of the fits from a prior. Steps are in proportion to the gradient, so that blocks which the prior has right move nothing.
 * Chosen on bench pages of sites that the prior had never seen: 3 and 20 pages trained, other blocks of these pages and other sites scored.
 */
export const FIT_FROM = {
  rate: 0.005, epsilon: 1, batch: 24, dropInputs: 0.1,
  /** How hard the weights are held: what this many blocks say weighs as much as the prior. */
  priorBlocks: 100,
  /** Passes are as many as make these steps, between the two bounds. */
  steps: 300, minEpochs: 3, maxEpochs: 30,
};

/**
 * Steps of the weights that are new with a label: with those of the others a new label is hardly learned from few blocks. Chosen on the bundled
 * pages with readers' comments: trained on 20 of them, recall of `comment` on the others rose from 5 to 69 of 100 as HTML and from 0 to 60 as
 * text, and the other labels kept their F1 (`test/training/new-label.test.ts` holds that).
 */
const FRESH_STEPS: StepSize = { rate: 0.025, epsilon: 0.01 };

/**
 * Trains a model on labelled pages, starting from another: token evidence from that model and the counts of the pages, networks that
 * begin at its weights and are held to them. Deterministic.
 *
 * @throws TypeError where the input is of another form; with code `BAD_CORPUS` where no block has a label.
 */
export function trainFrom<L extends string, N extends string = never>(input: TrainFromInput<L, N>): TrainedFrom<L | N> {
  checkTrainFrom(input);
  const { from, added = [], markup, text, corpusDigest, onProgress = () => {} } = input;
  const prior = widenModel(from, added);
  const { labels } = prior;
  const indexes = newTokenIndexes();
  const { by, groupOf } = groupPages(text);
  const numbered = (pages: readonly LabelledPage[], reading: Reading) => pages.map((page) => toTrainingPage({ ...page, fold: groupOf(page) }, reading, labels, indexes)).filter((page) => countLabelled(page.labels));
  const pages: Record<Reading, TrainingPage[]> = { markup: numbered(markup, 'markup'), text: numbered(text, 'text') };
  if (!pages.markup.length && !pages.text.length) throw new InputTypeError('BAD_CORPUS', 'Expected labelled pages to train from, got none');
  for (const [name, family] of prior.families) for (const token of family.tokens) indexes.get(name)!.numberOf(token);
  const counts = countBoth(pages.markup, pages.text, labels.length, indexes);
  const priorTables = new Map([...prior.families].map(([name, family]) => [name, tableOfFamily(family, indexes.get(name)!, labels.length)]));
  const tablesWithout = (without: readonly number[]): Map<string, EvidenceTable> =>
    new Map([...priorTables].map(([name, table]) => [name, evidenceWithPrior(table, counts.get(name)!, VOCABULARY[name], without)]));

  const groups = [...new Set([...pages.markup, ...pages.text].map(({ fold }) => fold))];
  const heldOutTables = groups.map((group) => [group, tablesWithout(groups.length > 1 ? [group] : [])] as const);
  const rowsOf = (reading: Reading) => heldOutTables.flatMap(([group, tables]) => pages[reading].filter(({ fold }) => fold === group).map((page): PageRows => ({
    fold: page.fold, layout: page.layout, labels: page.labels, content: page.content,
    inputs: rowsOfPage(page, reading, labels.length, tables), weights: new Float32Array(page.blocks).fill(rowWeight(countLabelled(page.labels))),
  })));
  const heldOut: Record<Reading, ScoredBlock[]> = { markup: [], text: [] };
  const fits = READINGS.map((reading, r) => fitReadingFrom(reading, rowsOf(reading), prior.readings[reading], labels.length, added.length, (done) => onProgress((r + done) / READINGS.length), heldOut[reading]));
  const before = (reading: Reading) => (reading === 'markup' ? markup : text).flatMap((page) => scorePage(prior, page, reading));
  const model = readModel<L | N>(writeModel({
    ...prior, corpusDigest,
    families: new Map([...tablesWithout([])].map(([name, table]) => [name, toBayesFamily(table, indexes.get(name)!)])),
    readings: { markup: fits[0], text: fits[1] },
  }));
  return { model, before: { markup: before('markup'), text: before('text') }, heldOut: READINGS.some((reading) => heldOut[reading].length) ? heldOut : undefined, heldOutBy: by };
}

/**
 * Fits one reading from the prior's. Each group of pages is scored by fits on the others, so that the second pass learns from scores as
 * they are on pages never seen. All fits begin at the same weights, so that the mean of their weights is a fit too.
 */
function fitReadingFrom(reading: Reading, pages: readonly PageRows[], prior: ReadingModel, labels: number, added: number, onProgress: OnProgress, heldOut: ScoredBlock[]): ReadingModel {
  if (!pages.length) return prior;
  const groups = [...new Set(pages.map(({ fold }) => fold))];
  const others = <P extends PageRows>(list: readonly P[], group: number) => list.filter(({ fold }) => fold !== group || groups.length === 1);
  const sizes = groups.map((group) => others(pages, group).length);
  const width = inputWidth(reading, labels);
  const fresh = (network: Network): FreshParts | undefined => (added ? { inputs: inputsOfAdded(reading, network.inputs, labels, added), outputs: added, size: FRESH_STEPS } : undefined);
  const [firstFresh, secondFresh] = [fresh(prior.first), fresh(prior.second)];
  let done = 0;
  const step = () => onProgress(++done / (2 * groups.length + 1));

  const secondPages: SecondPage[] = [];
  const firstFits = groups.map((group) => {
    const fit = fitFrom(labelRows(others(pages, group), (page) => page.inputs, width, labels), prior.first, 1, firstFresh);
    for (const page of pages) {
      if (page.fold === group) secondPages.push(withContext(page, fit, labels));
    }
    step();
    return fit;
  });
  const secondWidth = prior.second.inputs;
  const values: { values: Float64Array; page: PageRows }[] = [];
  const secondFits = groups.map((group) => {
    const fit = fitFrom(labelRows(others(secondPages, group), (page) => page.rows, secondWidth, labels), prior.second, 7, secondFresh);
    for (const page of secondPages) if (page.fold === group) values.push({ values: runNetwork(fit, page.rows), page });
    step();
    return fit;
  });
  const content = fitFrom(contentRows(secondPages, secondWidth), prior.content, 11);
  step();
  const { sharpness } = prior;
  // The fits of a group that has no others were made on its own pages.
  if (groups.length > 1) for (const { values: row, page } of values) heldOut.push(...scoreRows(softmaxRows(row.map((value) => value * sharpness), labels), page.labels, labels));
  return { ...prior, first: meanOfFits(firstFits, sizes), second: meanOfFits(secondFits, sizes), content };
}

function fitFrom(rows: FitRows, prior: Network, seed: number, fresh?: FreshParts): Network {
  const { priorBlocks, steps, minEpochs, maxEpochs, ...options } = FIT_FROM;
  const blocks = rows.weights.length;
  const epochs = Math.max(minEpochs, Math.min(maxEpochs, Math.ceil((steps * options.batch) / blocks)));
  return fitNetwork(rows, { ...options, seed, epochs, decay: priorBlocks / blocks, hidden: prior.hidden, prior, fresh });
}

/** The network whose weights are the means of those of several that began alike, each by the pages that it saw. */
function meanOfFits(fits: readonly Network[], sizes: readonly number[]): Network {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const mean = (part: (fit: Network) => Float32Array) => part(fits[0]).map((_, i) => fits.reduce((sum, fit, k) => sum + part(fit)[i] * sizes[k], 0) / all);
  return { ...fits[0], first: mean((fit) => fit.first), firstBias: mean((fit) => fit.firstBias), second: mean((fit) => fit.second), secondBias: mean((fit) => fit.secondBias) };
}
