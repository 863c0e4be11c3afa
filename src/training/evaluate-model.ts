import { extractFeatures } from '../features/extract-features';
import { scoreFeatures } from '../labels/score-features';
import { topLabel } from '../labels/top-label';
import type { Model } from '../model/model';
import { checkModel } from '../model/read-model';
import { figuresOf, type Figures, type ScoredBlock } from './figures';
import { labelIndexes, readingOf, type LabelledPage } from './labelled-page';

/**
 * Scores every labelled block of the pages with the model. Pages of plain text are read as text, others by their markup.
 *
 * @throws TypeError with code `BAD_MODEL` where the model is none.
 */
export function evaluateModel(model: Model, pages: readonly LabelledPage[]): Figures {
  checkModel('model', model);
  return figuresOf(pages.flatMap((page) => scorePage(model, page)), model.labels);
}

/** The labelled blocks of one page as the model labels them. */
export function scorePage(model: Model, labelled: LabelledPage, reading = readingOf(labelled)): ScoredBlock[] {
  const { scores } = scoreFeatures(extractFeatures(labelled.page, reading), model);
  return scoreRows(scores, labelIndexes(labelled.labels, model.labels), model.labels.length);
}

/** Rows of scores against known labels; rows with label -1 are left out. */
export function scoreRows(scores: ArrayLike<number>, labels: ArrayLike<number>, count: number): ScoredBlock[] {
  const rows: ScoredBlock[] = [];
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] < 0) continue;
    const got = topLabel(scores, i * count, count);
    rows.push({ gold: labels[i], got, confidence: scores[i * count + got] });
  }
  return rows;
}
