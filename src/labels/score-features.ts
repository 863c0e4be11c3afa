import type { Features } from '../features/extract-features';
import { BLOCKS_AT_ONCE } from '../features/step-rows';
import type { Model } from '../model/model';
import { blockInputs, joinRows } from '../scores/block-inputs';
import { contextReader } from './context';
import { firstScores, layoutOf, secondScores, type SecondScores } from './second-pass';

/** The final scores of a page's blocks. */
export interface Scored extends SecondScores {
  /** Inputs of the second pass for one block, made anew. */
  rowOf(block: number): Float32Array;
}

/** Final scores of a page's blocks from their features: first pass, then second. */
export function scoreFeatures(features: Features, model: Model): Scored {
  const { blocks } = features;
  const labels = model.labels.length;
  const reading = model.readings[features.reading];
  // Inputs of a whole long page would take more memory than all the rest together.
  const parts: [from: number, to: number][] = [];
  for (let from = 0; from < blocks; from += BLOCKS_AT_ONCE) parts.push([from, Math.min(blocks, from + BLOCKS_AT_ONCE)]);

  const first = new Float64Array(blocks * labels);
  let inputs: Float32Array = new Float32Array(0);
  for (const [from, to] of parts) {
    inputs = blockInputs(features, model, from, to);
    first.set(firstScores(inputs, reading), from * labels);
  }
  const contextOf = contextReader(first, labels, layoutOf(features));
  const scores = new Float64Array(blocks * labels);
  const content = new Float64Array(blocks);
  for (const [from, to] of parts) {
    if (parts.length > 1) inputs = blockInputs(features, model, from, to);
    const part = secondScores(joinRows(inputs, contextOf(from, to), to - from), reading);
    scores.set(part.scores, from * labels);
    content.set(part.content, from);
  }
  return { scores, content, rowOf: (block) => joinRows(blockInputs(features, model, block, block + 1), contextOf(block, block + 1), 1) };
}
