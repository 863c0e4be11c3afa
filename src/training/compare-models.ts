import { extractFeatures } from '../features/extract-features';
import { scoreFeatures } from '../labels/score-features';
import { topLabel } from '../labels/top-label';
import type { Model } from '../model/model';
import { readingOf, type LabelledPage } from './labelled-page';

/** A block that two models label differently. */
export interface Flip {
  /** Index of the block on its page. */
  block: number;
  old: string;
  new: string;
  /** The label that it bears; undefined where it has none. */
  gold: string | undefined;
}

/** The blocks of a page that two models label differently, in document order. */
export function compareModels(old: Model, model: Model, labelled: LabelledPage): Flip[] {
  const features = extractFeatures(labelled.page, readingOf(labelled));
  const [before, after] = [old, model].map((one) => topLabels(scoreFeatures(features, one).scores, one.labels));
  return labelled.labels.flatMap((gold, block): Flip[] => (before[block] === after[block] ? [] : [{ block, old: before[block], new: after[block], gold }]));
}

/** What flips did to the labels: how many were mended, how many broken; the others were wrong before and after, or have no label. */
export function countFlips(flips: readonly Flip[]): { mended: number; broken: number; other: number } {
  const mended = flips.filter((flip) => flip.new === flip.gold).length;
  const broken = flips.filter((flip) => flip.old === flip.gold).length;
  return { mended, broken, other: flips.length - mended - broken };
}

function topLabels(scores: Float64Array, labels: readonly string[]): string[] {
  return Array.from({ length: scores.length / labels.length }, (_, i) => labels[topLabel(scores, i * labels.length, labels.length)]);
}
