import { extractFeatures } from '../features/extract-features';
import { scoreFeatures } from '../labels/score-features';
import type { Model } from '../model/model';
import { scoreRows } from './evaluate-model';
import type { ScoredBlock } from './figures';
import { labelIndexes, readingOf, type LabelledPage } from './labelled-page';
import type { TrainingPage } from './training-page';

/** A page with known labels and what a model says of its blocks. */
export interface ScoredPage {
  /** Index of each block's label, -1 where there is none to score. */
  gold: Int8Array;
  /** Probability of each label, block by block. */
  scores: Float64Array;
  /** Probability of each block to be content. */
  content: Float64Array;
  /** What the blocks are; absent for measured pages, of which figures alone are known. */
  page?: WrittenPage;
}

/** What is known of a page whose text is at hand. */
export interface WrittenPage {
  name: string;
  site: string;
  texts: readonly string[];
  /** 1 for each block that the page hides. */
  hidden: Uint8Array;
}

/** Scores a labelled page with a model. Pages of plain text are read as text, others by their markup. */
export function scoreLabelledPage(model: Model, labelled: LabelledPage): ScoredPage {
  const { name, site, page, labels } = labelled;
  const { scores, content } = scoreFeatures(extractFeatures(page, readingOf(labelled)), model);
  return {
    gold: labelIndexes(labels, model.labels), scores, content,
    page: { name, site, texts: page.blocks.map(({ text }) => text), hidden: Uint8Array.from(page.blocks, ({ hidden }) => Number(hidden)) },
  };
}

/** Of a page for training, what a report shows. */
export function writtenPage({ name, site, texts, hidden }: TrainingPage): WrittenPage {
  return { name, site, texts, hidden };
}

/** The labelled blocks of scored pages. */
export function scoredBlocks(pages: readonly ScoredPage[], labels: number): ScoredBlock[] {
  return pages.flatMap(({ gold, scores }) => scoreRows(scores, gold, labels));
}
