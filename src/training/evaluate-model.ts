import { scoreFeatures } from '../labels/score-features';
import { extractFeatures, type Reading } from '../features/extract-features';
import type { Model } from '../model/model';
import { figuresOf, type Figures, type ScoredBlock } from './figures';
import type { LabelledPage } from './labelled-page';

/** Scores every labelled block of the pages with the model. Pages of plain text are read as text, others by their markup. */
export function evaluateModel(model: Model, pages: readonly LabelledPage[]): Figures {
  return figuresOf(pages.flatMap((page) => scorePage(model, page)), model.labels);
}

/** The labelled blocks of one page as the model labels them. */
export function scorePage(model: Model, { page, labels }: LabelledPage, reading: Reading = page.source === 'html' ? 'markup' : 'text'): ScoredBlock[] {
  const { scores } = scoreFeatures(extractFeatures(page, reading), model);
  return scoreRows(scores, Int8Array.from(labels, (label) => (label === undefined ? -1 : model.labels.indexOf(label))), model.labels.length);
}

/** Rows of scores against known labels; rows with label -1 are left out. */
export function scoreRows(scores: ArrayLike<number>, labels: ArrayLike<number>, count: number): ScoredBlock[] {
  const rows: ScoredBlock[] = [];
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] < 0) continue;
    let got = 0;
    for (let l = 1; l < count; l++) if (scores[i * count + l] > scores[i * count + got]) got = l;
    rows.push({ gold: labels[i], got, confidence: scores[i * count + got] });
  }
  return rows;
}
