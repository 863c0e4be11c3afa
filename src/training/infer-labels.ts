import { firstScores, secondPass } from '../labels/second-pass';
import { topLabel } from '../labels/top-label';
import type { Model } from '../model/model';
import { joinLabels, labelIndexes, type LabelLine, type LabelledPage } from './labelled-page';
import { tableOfFamily } from './token-counts';
import type { TokenIndexes, TrainingPage } from './training-page';
import { rowsOfPage } from './training-rows';

/** A page of which only the content is known, as it is and as plain text. */
export interface UnlabelledPage {
  html: LabelledPage;
  text: LabelledPage;
  markup: TrainingPage;
  lines: TrainingPage;
}

/** What of a model is asked. */
export type Teacher = Pick<Model, 'labels' | 'families'> & { readings: Pick<Model['readings'], 'markup'> };

/** The model must be this sure of a label to teach it, and this sure of an article block that is not content. */
const MIN_CONFIDENCE = 0.7;
const MIN_CONFIDENCE_OUTSIDE_CONTENT = 0.9;
/** A content block that the model thinks this likely an article block is taken for one. */
const MIN_ARTICLE_OF_CONTENT = 0.3;

/**
 * Self-training (Yarowsky, 1995): labels that a model trained on labelled pages is sure of teach the next one. What is known of the
 * page's content corrects the model: content that it cannot be an article block of is left without label. The first label of the model
 * is taken for that of content.
 */
export function inferLabels(pages: readonly UnlabelledPage[], model: Teacher, indexes: TokenIndexes): { markup: TrainingPage[]; text: TrainingPage[] } {
  const labels = model.labels.length;
  const tables = new Map([...model.families].map(([name, family]) => [name, tableOfFamily(family, indexes.get(name)!, labels)]));
  const reading = model.readings.markup;
  const result: { markup: TrainingPage[]; text: TrainingPage[] } = { markup: [], text: [] };
  for (const { html, text, markup, lines } of pages) {
    const inputs = rowsOfPage(markup, 'markup', labels, tables);
    const { scores } = secondPass(inputs, firstScores(inputs, reading), markup.layout, reading);
    const found = Int8Array.from({ length: markup.blocks }, (_, i) => (markup.hidden[i] ? -1 : sureLabel(scores.subarray(i * labels, (i + 1) * labels), markup.content[i])));
    const labelled = html.page.blocks.map((block, i): LabelLine => [found[i] < 0 ? '' : model.labels[found[i]], block.text]).filter((_, i) => !markup.hidden[i]);
    result.markup.push({ ...markup, isInferred: true, labels: found });
    result.text.push({ ...lines, isInferred: true, labels: labelIndexes(joinLabels(text.page.blocks, labelled, model.labels), model.labels) });
  }
  return result;
}

function sureLabel(scores: Float64Array, content: number): number {
  const best = topLabel(scores, 0, scores.length);
  if (content === 1) return scores[0] >= MIN_ARTICLE_OF_CONTENT ? 0 : -1;
  return scores[best] >= (best === 0 ? MIN_CONFIDENCE_OUTSIDE_CONTENT : MIN_CONFIDENCE) ? best : -1;
}
