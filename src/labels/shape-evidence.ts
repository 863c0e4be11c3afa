import type { Reading } from '../features/extract-features';
import type { Model, ShapeEvidence } from '../model/model';
import { softmaxRows } from '../scores/network';
import { logOfProbability } from '../scores/portable-math';
import { sentenceShapes, type Grammar, type SentenceShape } from '../words/sentence-shape';

/**
 * Blocks whose top score is lower are asked about. Of 0.6, 0.7, 0.8, 0.9, 0.95 and 1 this gained most log-likelihood on the written pages
 * by folds, in both readings; beyond it the cost grows and the gain does not (`npm run eval` prints both).
 */
export const UNSURE_BELOW = 0.7;

/** Scores with the evidence of sentence shapes. */
export interface Reshaped {
  scores: Float64Array;
  /** The shape of each block whose scores it moved. */
  shapes: (SentenceShape | undefined)[];
}

/** Which blocks are unsure, by their scores. */
function unsureBlocks(scores: Float64Array, labels: number): boolean[] {
  return Array.from({ length: scores.length / labels }, (_, i) => Math.max(...scores.subarray(i * labels, (i + 1) * labels)) < UNSURE_BELOW);
}

/** The shapes of a page's unsure blocks, the others undefined. */
export function shapesOfUnsure(texts: readonly string[], scores: Float64Array, labels: number, grammar: Grammar): (SentenceShape | undefined)[] {
  const unsure = unsureBlocks(scores, labels);
  return sentenceShapes(texts, grammar, (i) => unsure[i]);
}

/**
 * Naive Bayes: `ln p(l) + w · e(shape, l)` for every label `l` of an unsure block, and the softmax of that; `e` is the centred
 * `ln P(shape|l)` of unsure blocks, `w` the learned weight. The same scores where the model has no such evidence for the reading.
 */
export function addShapeEvidence(texts: readonly string[], scores: Float64Array, grammar: Grammar, { labels, grammar: learned }: Model, reading: Reading): Reshaped {
  const evidence = learned?.readings[reading];
  const shapes = evidence?.weight ? shapesOfUnsure(texts, scores, labels.length, grammar) : texts.map(() => undefined);
  return { shapes, scores: evidence ? reshape(scores, shapes, evidence, labels.length, learned.shapes) : scores };
}

/** Scores moved by the evidence of the blocks' shapes. */
export function reshape(scores: Float64Array, shapes: readonly (string | undefined)[], evidence: ShapeEvidence, labels: number, known: readonly string[]): Float64Array {
  const moved = scores.slice();
  shapes.forEach((shape, i) => {
    const moves = shapeMoves(shape, evidence, labels, known);
    if (!moves) return;
    const row = moved.subarray(i * labels, (i + 1) * labels);
    moves.forEach((move, l) => (row[l] = logOfProbability(row[l]) + move));
    softmaxRows(row, labels);
  });
  return moved;
}

/** What a shape adds to the log-probability of each label; undefined where nothing is known of it. */
export function shapeMoves(shape: string | undefined, { evidence, weight }: ShapeEvidence, labels: number, known: readonly string[]): Float64Array | undefined {
  const k = shape === undefined ? -1 : known.indexOf(shape);
  return k < 0 ? undefined : Float64Array.from(evidence.subarray(k * labels, (k + 1) * labels), (value) => value * weight);
}
