import type { ShapeEvidence } from '../model/model';
import { reshape } from '../labels/shape-evidence';
import { centreRows, logLikelihoods } from '../scores/naive-bayes';
import { SENTENCE_SHAPES, type SentenceShape } from '../words/sentence-shape';

/** A page whose unsure blocks have shapes, with scores by fits that did not see the page. */
export interface ShapedPage {
  fold: number;
  /** Index of each block's label, -1 for none. */
  labels: Int8Array;
  scores: Float64Array;
  shapes: readonly (SentenceShape | undefined)[];
}

const WEIGHTS: readonly number[] = [0, 0.25, 0.5, 0.75, 1, 1.5];
const SMOOTHING = 1;

/**
 * The evidence of sentence shapes from the unsure blocks of pages, and its weight: the one of `WEIGHTS` that makes the log-likelihood of
 * the labels largest when each fold gets the evidence of the others; 0 where no weight helps.
 */
export function fitShapes(pages: readonly ShapedPage[], labels: number): ShapeEvidence {
  const folds = [...new Set(pages.map(({ fold }) => fold))];
  const heldOut = folds.map((fold) => ({ evidence: evidenceOf(pages.filter((page) => page.fold !== fold), labels), pages: pages.filter((page) => page.fold === fold) }));
  let best = 0;
  let most = -Infinity;
  for (const weight of WEIGHTS) {
    let sum = 0;
    for (const fold of heldOut) for (const page of fold.pages) sum += logLikelihood(page, { evidence: fold.evidence, weight }, labels);
    if (sum > most) {
      most = sum;
      best = weight;
    }
  }
  return { evidence: evidenceOf(pages, labels), weight: best };
}

function evidenceOf(pages: readonly ShapedPage[], labels: number): Float32Array {
  const counts = new Float64Array(SENTENCE_SHAPES.length * labels);
  for (const page of pages) {
    page.shapes.forEach((shape, i) => {
      if (shape && page.labels[i] >= 0) counts[SENTENCE_SHAPES.indexOf(shape) * labels + page.labels[i]]++;
    });
  }
  return Float32Array.from(centreRows(logLikelihoods(counts, labels, SMOOTHING), labels));
}

function logLikelihood({ labels: gold, scores, shapes }: ShapedPage, evidence: ShapeEvidence, labels: number): number {
  const moved = reshape(scores, shapes, evidence, labels, SENTENCE_SHAPES);
  let sum = 0;
  shapes.forEach((shape, i) => {
    if (shape && gold[i] >= 0) sum += Math.log(Math.max(Number.MIN_VALUE, moved[i * labels + gold[i]]));
  });
  return sum;
}
