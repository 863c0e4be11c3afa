import { FAMILY_NAMES, READINGS, type Reading } from '../features/extract-features';
import { firstScores, secondPass } from '../labels/second-pass';
import { shapesOfUnsure } from '../labels/shape-evidence';
import type { Model, ReadingModel, ShapeEvidence } from '../model/model';
import { readModel } from '../model/read-model';
import { writeModel } from '../model/write-model';
import { SENTENCE_SHAPES, type Grammar } from '../words/sentence-shape';
import { fitReading, type FitReadingOptions, type FittedReading, type OnProgress } from './fit-reading';
import { fitShapes, type ShapedPage } from './fit-shapes';
import { FOLDS, type LabelledPage } from './labelled-page';
import { measurePages, tablesWithout, TOKENS_A_CHOSEN, VOCABULARY } from './measure-pages';
import { rowsOfMeasured, type MeasuredPage } from './measured';
import { refineReading } from './refine-reading';
import { mostTelling, toBayesFamily, type TokenCounts } from './token-counts';
import type { TokenWeights } from './token-weights';
import { countTokens, newTokenIndexes, toTrainingPage, type TokenIndexes, type TrainingPage } from './training-page';
import { countLabelled, rowsOfPage, rowWeight, type PageRows } from './training-rows';

/** Figures measured on pages whose text is not at hand. */
export interface Measured {
  labels: readonly string[];
  indexes: TokenIndexes;
  /** Counts by family. */
  counts: ReadonlyMap<string, TokenCounts>;
  /** How far each token's evidence counts. */
  weights?: TokenWeights;
  rows: Readonly<Record<Reading, readonly MeasuredPage[]>>;
  /** The combination as fitted on all blocks of the measured pages, of which the rows hold a sample. */
  fits?: Readonly<Record<Reading, FittedReading>>;
}

/** Tokens on fewer sites are not measured: they could give a site away. */
const MIN_SITES = 3;

/**
 * How much more a written page weighs than a measured one. Written plain text brings what measured pages lack, lists of teasers and of
 * promos in one rhythm, and is drowned without.
 */
const WRITTEN_WEIGHT: Record<Reading, number> = { markup: 1, text: 5 };

/** Families counted on pages read as text; all others are counted on pages read by their markup. */
const TEXT_ONLY_FAMILY = 'section-words';

/** Measures labelled pages: token counts, and figures of sampled blocks. `texts` are the same pages as plain text. */
export function measure(pages: readonly LabelledPage[], texts: readonly LabelledPage[], labels: readonly string[], indexes = newTokenIndexes()): Measured {
  const markup = pages.map((page) => toTrainingPage(page, 'markup', labels, indexes));
  const text = texts.map((page) => toTrainingPage(page, 'text', labels, indexes));
  return measureTraining(markup, text, labels, indexes);
}

/** As `measure`, from pages whose features are known already. */
export function measureTraining(
  markup: readonly TrainingPage[], text: readonly TrainingPage[], labels: readonly string[], indexes: TokenIndexes, weigh?: (counts: ReadonlyMap<string, TokenCounts>) => TokenWeights,
): Measured {
  const counts = new Map<string, TokenCounts>();
  for (const [name, table] of countBoth(markup, text, labels.length, indexes)) {
    const sites = siteCounts(name === TEXT_ONLY_FAMILY ? text : markup, name, name === TEXT_ONLY_FAMILY ? 'text' : 'markup');
    counts.set(name, table.keep(mostTelling(table, table.sum([]), TOKENS_A_CHOSEN * VOCABULARY[name], (token) => Number((sites.get(token) ?? 0) >= MIN_SITES))));
  }
  const weights = weigh?.(counts);
  const rows = { markup: measurePages(markup, 'markup', labels.length, counts, weights), text: measurePages(text, 'text', labels.length, counts, weights) };
  return { labels, indexes, counts, rows, ...(weights && { weights }) };
}

/** On how many sites each token of a family stands. */
function siteCounts(pages: readonly TrainingPage[], family: string, reading: Reading): Map<number, number> {
  const k = FAMILY_NAMES[reading].indexOf(family as never);
  const sites = new Map<string, TrainingPage[]>();
  for (const page of pages) if (countLabelled(page.labels)) sites.set(page.site, [...(sites.get(page.site) ?? []), page]);
  const counts = new Map<number, number>();
  const lastSite = new Map<number, string>();
  for (const [site, own] of sites) {
    for (const page of own) {
      page.tokens[k].forEach((tokens, i) => {
        if (page.labels[i] < 0) return;
        for (const token of tokens) {
          if (lastSite.get(token) === site) continue;
          lastSite.set(token, site);
          counts.set(token, (counts.get(token) ?? 0) + 1);
        }
      });
    }
  }
  return counts;
}

/** Counts of all families. Pages that are plain text count for the families of both readings too: they are not among those read by their markup. */
export function countBoth(markup: readonly TrainingPage[], text: readonly TrainingPage[], labels: number, indexes: TokenIndexes): Map<string, TokenCounts> {
  const keyOf = ({ site, name }: TrainingPage) => `${site}\n${name}`;
  const twins = new Set(markup.map(keyOf));
  const counts = countTokens(markup, 'markup', FOLDS, labels, indexes);
  for (const [name, table] of countTokens(text.filter((page) => !twins.has(keyOf(page))), 'text', FOLDS, labels, indexes)) counts.get(name)?.addAll(table);
  counts.set(TEXT_ONLY_FAMILY, countTokens(text, 'text', FOLDS, labels, indexes).get(TEXT_ONLY_FAMILY)!);
  return counts;
}

/** Counts of the written pages and the measured ones. */
export function countAll({ labels, markup, text, measured, indexes }: Pick<TrainInput, 'labels' | 'markup' | 'text' | 'indexes'> & { measured?: Pick<Measured, 'labels' | 'indexes' | 'counts'> }): Map<string, TokenCounts> {
  const counts = countBoth(markup, text, labels.length, indexes);
  if (measured) for (const [name, table] of measured.counts) counts.get(name)!.addAll(table, labelsOfMeasured(measured, labels));
  return counts;
}

/** Index among the labels to train of each label of the figures, -1 for those that are not trained. */
function labelsOfMeasured(measured: Pick<Measured, 'labels'>, labels: readonly string[]): number[] {
  return measured.labels.map((label) => labels.indexOf(label));
}

/** What `trainModel` learns from. */
export interface TrainInput {
  /** The labels to learn, in the order of the model. */
  labels: readonly string[];
  /** Pages written for training, as they are and as plain text. */
  markup: readonly TrainingPage[];
  text: readonly TrainingPage[];
  measured?: Measured;
  /** The numbers of tokens that the pages were made with. */
  indexes: TokenIndexes;
  /** SHA-256 of what the pages were read from, hexadecimal. */
  corpusDigest: string;
  /** The function of `compromise/two`: the model then learns what the shapes of English sentences say of unsure blocks. */
  grammar?: Grammar;
  onProgress?: OnProgress;
}

/** Trains a model. Deterministic. */
export function trainModel(input: TrainInput): Model {
  const { labels, indexes } = input;
  const counts = countAll(input);
  const progress = input.onProgress ?? (() => {});
  const fits = READINGS.map((reading, r) => (
    fitWithShapes(reading, input, trainingRows(reading, input, counts), measuredFit(reading, input), (done) => progress((r + done) / READINGS.length))
  ));
  const tables = new Map(READINGS.flatMap((reading) => [...tablesWithout(counts, reading, [], input.measured?.weights)]));
  const model: Model = {
    labels,
    corpusDigest: input.corpusDigest,
    families: new Map([...tables].map(([name, table]) => [name, toBayesFamily(table, indexes.get(name)!)])),
    readings: { markup: fits[0].fit, text: fits[1].fit },
    ...(fits[0].shapes && fits[1].shapes && { grammar: { shapes: SENTENCE_SHAPES, readings: { markup: fits[0].shapes, text: fits[1].shapes } } }),
  };
  return readModel(writeModel(model));
}

/** The measured fit to begin at: of all folds, or of all but one. None where other labels were measured than are trained. */
export function measuredFit(reading: Reading, { labels, measured }: TrainInput, without?: number): ReadingModel | undefined {
  if (!measured?.fits || labels.join() !== measured.labels.join()) return undefined;
  return without === undefined ? measured.fits[reading].fit : measured.fits[reading].without[without];
}

/** Fits a reading, from a measured fit where there is one, and, with a grammar, the evidence of sentence shapes from the pages whose texts are at hand. */
export function fitWithShapes(
  reading: Reading, { labels: { length: labels }, grammar, measured }: TrainInput, rows: readonly PageRows[], from?: ReadingModel, onProgress?: OnProgress,
): { fit: ReadingModel; shapes?: ShapeEvidence } {
  const shaped: ShapedPage[] = [];
  const onHeldOut = (page: PageRows, scores: Float64Array) => {
    if (grammar && page.texts) shaped.push({ fold: page.fold, labels: page.labels, scores, shapes: shapesOfUnsure(page.texts, scores, labels, grammar) });
  };
  for (const page of from ? rows : []) {
    const other = measured?.fits?.[reading].without[page.fold];
    if (other && page.texts) onHeldOut(page, secondPass(page.inputs, firstScores(page.inputs, other), page.layout, other).scores);
  }
  const fit = from ? refineReading(reading, rows, labels, from, onProgress) : fitReading(reading, rows, labels, { onProgress, onHeldOut }).fit;
  return { fit, shapes: grammar && fitShapes(shaped, labels) };
}

/** Fits a reading on all blocks of pages and of the written ones, with the evidence of the other folds. */
export function fitOnAllRows(reading: Reading, pages: readonly TrainingPage[], input: Omit<TrainInput, 'corpusDigest'>, options: Omit<FitReadingOptions<PageRows>, 'rowsOf'>): FittedReading {
  const labels = input.labels.length;
  const counts = countAll(input);
  return fitReading(reading, [...rowsWithEvidence(reading, pages, labels, counts, input.measured?.weights), ...writtenRows(reading, input, counts)], labels, { ...options, rowsOf: 'all' });
}

/**
 * Rows to fit: measured ones as they stand, those of written pages with the evidence of the other folds. With `without`, a fold that is
 * kept for testing, no other fold's rows know its counts either.
 */
export function trainingRows(reading: Reading, input: Omit<TrainInput, 'corpusDigest'>, counts: ReadonlyMap<string, TokenCounts>, without: readonly number[] = []): PageRows[] {
  const { labels, measured } = input;
  const labelOf = measured ? labelsOfMeasured(measured, labels) : [];
  const rows = (measured?.rows[reading] ?? []).map((page) => rowsOfMeasured(page, reading, labels.length, labelOf));
  return [...rows, ...writtenRows(reading, input, counts, without)];
}

function writtenRows(reading: Reading, { labels, markup, text, measured }: Omit<TrainInput, 'corpusDigest'>, counts: ReadonlyMap<string, TokenCounts>, without: readonly number[] = []): PageRows[] {
  return rowsWithEvidence(reading, reading === 'markup' ? markup : text, labels.length, counts, measured?.weights, without)
    .map((page) => ({ ...page, weights: page.weights.map((weight) => WRITTEN_WEIGHT[reading] * weight) }));
}

/** All blocks of pages, with the evidence of the other folds less those left out. A page counts by its labelled blocks, by all where only content is known. */
function rowsWithEvidence(reading: Reading, pages: readonly TrainingPage[], labels: number, counts: ReadonlyMap<string, TokenCounts>, weights?: TokenWeights, without: readonly number[] = []): PageRows[] {
  const rows: PageRows[] = [];
  for (const fold of new Set(pages.map((page) => page.fold))) {
    const tables = tablesWithout(counts, reading, [fold, ...without], weights);
    for (const page of pages) {
      if (page.fold !== fold) continue;
      const weight = rowWeight(countLabelled(page.labels) || page.blocks);
      rows.push({ fold, layout: page.layout, texts: page.texts, written: page, inputs: rowsOfPage(page, reading, labels, tables), labels: page.labels, content: page.content, weights: new Float32Array(page.blocks).fill(weight) });
    }
  }
  return rows;
}
