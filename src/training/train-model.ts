import type { Reading } from '../features/extract-features';
import type { Model } from '../model/model';
import { readModel } from '../model/read-model';
import { writeModel } from '../model/write-model';
import { fitReading, type OnProgress } from './fit-reading';
import { FOLDS, type LabelledPage } from './labelled-page';
import { measurePages, tablesWithout } from './measure-pages';
import { rowsOfMeasured, type MeasuredPage } from './measured';
import { toBayesFamily, type TokenCounts } from './token-counts';
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
  const counts = countBoth(markup, text, labels.length, indexes);
  return {
    labels, indexes, counts,
    rows: { markup: measurePages(markup, 'markup', labels.length, counts), text: measurePages(text, 'text', labels.length, counts) },
  };
}

function countBoth(markup: readonly TrainingPage[], text: readonly TrainingPage[], labels: number, indexes: TokenIndexes): Map<string, TokenCounts> {
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

/** Rows to fit: measured ones as they stand, those of written pages with the evidence of the other folds. */
export function trainingRows(reading: Reading, { labels, markup, text, measured }: TrainInput, counts: ReadonlyMap<string, TokenCounts>): PageRows[] {
  const pages = reading === 'markup' ? markup : text;
  const rows: PageRows[] = (measured?.rows[reading] ?? []).map((page) => rowsOfMeasured(page, reading, labels.length));
  for (const fold of new Set(pages.map((page) => page.fold))) {
    const tables = tablesWithout(counts, reading, [fold]);
    for (const page of pages) {
      if (page.fold !== fold) continue;
      const labelled = countLabelled(page.labels);
      if (!labelled) continue;
      rows.push({ fold, layout: page.layout, inputs: rowsOfPage(page, reading, labels.length, tables), labels: page.labels, content: page.content, weight: rowWeight(labelled) });
    }
  }
  return rows;
}
