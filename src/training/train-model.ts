import { FAMILY_NAMES, type Reading } from '../features/extract-features';
import type { Model } from '../model/model';
import { readModel } from '../model/read-model';
import { writeModel } from '../model/write-model';
import { fitReading, type OnProgress } from './fit-reading';
import { FOLDS, type LabelledPage } from './labelled-page';
import { measurePages, tablesWithout, VOCABULARY } from './measure-pages';
import { rowsOfMeasured, type MeasuredPage } from './measured';
import { mostTelling, toBayesFamily, type TokenCounts } from './token-counts';
import { countTokens, newTokenIndexes, toTrainingPage, type TokenIndexes, type TrainingPage } from './training-page';
import { countLabelled, rowsOfPage, rowWeight, type PageRows } from './training-rows';

/** Figures measured on pages whose text is not at hand. */
export interface Measured {
  labels: readonly string[];
  indexes: TokenIndexes;
  /** Counts by family. */
  counts: ReadonlyMap<string, TokenCounts>;
  rows: Readonly<Record<Reading, readonly MeasuredPage[]>>;
}

/** Tokens on fewer sites are not measured: they could give a site away. */
const MIN_SITES = 3;
/** Measured tokens for each one that a model takes, so that pages added later can change the choice. */
const MEASURED_TOKENS_A_CHOSEN = 1.5;

const READINGS: readonly Reading[] = ['markup', 'text'];
/** Families counted on pages read as text; all others are counted on pages read by their markup. */
const TEXT_ONLY_FAMILY = 'section-words';

/** Measures labelled pages: token counts, and figures of sampled blocks. `texts` are the same pages as plain text. */
export function measure(pages: readonly LabelledPage[], texts: readonly LabelledPage[], labels: readonly string[], indexes = newTokenIndexes()): Measured {
  const markup = pages.map((page) => toTrainingPage(page, 'markup', labels, indexes));
  const text = texts.map((page) => toTrainingPage(page, 'text', labels, indexes));
  return measureTraining(markup, text, labels, indexes);
}

/** As `measure`, from pages whose features are known already. */
export function measureTraining(markup: readonly TrainingPage[], text: readonly TrainingPage[], labels: readonly string[], indexes: TokenIndexes): Measured {
  const counts = new Map<string, TokenCounts>();
  for (const [name, table] of countBoth(markup, text, labels.length, indexes)) {
    const sites = siteCounts(name === TEXT_ONLY_FAMILY ? text : markup, name, name === TEXT_ONLY_FAMILY ? 'text' : 'markup');
    counts.set(name, table.keep(mostTelling(table, table.sum([]), MEASURED_TOKENS_A_CHOSEN * VOCABULARY[name], (token) => (sites.get(token) ?? 0) >= MIN_SITES)));
  }
  return {
    labels, indexes, counts,
    rows: { markup: measurePages(markup, 'markup', labels.length, counts), text: measurePages(text, 'text', labels.length, counts) },
  };
}

/** On how many sites each token of a family stands. Pages of one site need not follow each other. */
function siteCounts(pages: readonly TrainingPage[], family: string, reading: Reading): Map<number, number> {
  const k = FAMILY_NAMES[reading].indexOf(family as never);
  const bySite = new Map<string, Set<number>>();
  for (const page of pages) {
    if (!countLabelled(page.labels)) continue;
    const seen = bySite.get(page.site) ?? new Set();
    bySite.set(page.site, seen);
    page.tokens[k].forEach((tokens, i) => {
      if (page.labels[i] >= 0) for (const token of tokens) seen.add(token);
    });
  }
  const counts = new Map<number, number>();
  for (const seen of bySite.values()) for (const token of seen) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

export function countBoth(markup: readonly TrainingPage[], text: readonly TrainingPage[], labels: number, indexes: TokenIndexes): Map<string, TokenCounts> {
  const counts = countTokens(markup, 'markup', FOLDS, labels, indexes);
  const textCounts = countTokens(text, 'text', FOLDS, labels, indexes);
  counts.set(TEXT_ONLY_FAMILY, textCounts.get(TEXT_ONLY_FAMILY)!);
  return counts;
}

/** Fits one reading: the only costly part of training, apart so that readings can be fitted side by side. */
export type FitOneReading = typeof fitReading;

export interface TrainInput {
  labels: readonly string[];
  /** Pages written for training, as they are and as plain text. */
  markup: readonly TrainingPage[];
  text: readonly TrainingPage[];
  measured?: Measured;
  indexes: TokenIndexes;
  corpusDigest: string;
  onProgress?: OnProgress;
}

/** Trains a model. Deterministic. */
export function trainModel(input: TrainInput): Model {
  const { labels, measured, indexes } = input;
  const counts = countBoth(input.markup, input.text, labels.length, indexes);
  if (measured) for (const [name, table] of measured.counts) counts.get(name)!.addAll(table);
  const progress = input.onProgress ?? (() => {});
  const fits = READINGS.map((reading, r) => fitReading(reading, trainingRows(reading, input, counts), labels.length, (done) => progress((r + done) / READINGS.length)));
  const tables = new Map([...tablesWithout(counts, 'markup', []), ...tablesWithout(counts, 'text', [])]);
  const model: Model = {
    labels,
    corpusDigest: input.corpusDigest,
    families: new Map([...tables].map(([name, table]) => [name, toBayesFamily(table, indexes.get(name)!)])),
    readings: { markup: fits[0], text: fits[1] },
  };
  return readModel(writeModel(model));
}

/**
 * Rows to fit: measured ones as they stand, those of written pages with the evidence of the other folds. With `without`, a fold that is
 * kept for testing, no other fold's rows know its counts either.
 */
export function trainingRows(reading: Reading, { labels, markup, text, measured }: TrainInput, counts: ReadonlyMap<string, TokenCounts>, without: readonly number[] = []): PageRows[] {
  const pages = reading === 'markup' ? markup : text;
  const rows: PageRows[] = (measured?.rows[reading] ?? []).map((page) => rowsOfMeasured(page, reading, labels.length));
  for (const fold of new Set(pages.map((page) => page.fold))) {
    const tables = tablesWithout(counts, reading, [fold, ...without]);
    for (const page of pages) {
      if (page.fold !== fold) continue;
      const labelled = countLabelled(page.labels);
      if (!labelled) continue;
      rows.push({ fold, layout: page.layout, inputs: rowsOfPage(page, reading, labels.length, tables), labels: page.labels, content: page.content, weights: new Float32Array(page.blocks).fill(rowWeight(labelled)) });
    }
  }
  return rows;
}
