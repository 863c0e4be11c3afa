import { FAMILY_NAMES, HEURISTIC_NAMES, type Reading } from '../features/extract-features';
import type { Layout } from '../labels/context';
import { dampSums, fillHeuristics, inputWidth } from '../scores/block-inputs';
import type { EvidenceTable } from './token-counts';
import type { TrainingPage } from './training-page';

/** Rows of one page to fit: the inputs of the first pass with what is known of each block. */
export interface PageRows {
  fold: number;
  layout: Layout;
  /** Texts of the blocks, where they are at hand. */
  texts?: readonly string[];
  /** The page that the rows are of; absent for measured ones. */
  written?: TrainingPage;
  /** `blocks × inputWidth` values. */
  inputs: Float32Array;
  labels: Int8Array;
  content: Int8Array;
  /** Weight of each row. */
  weights: Float32Array;
}

/** Bayes inputs and heuristics of every block of a page, with the evidence of the given tables. */
export function rowsOfPage(page: TrainingPage, reading: Reading, labels: number, tables: ReadonlyMap<string, EvidenceTable>): Float32Array {
  const heuristics = HEURISTIC_NAMES[reading].length;
  const width = inputWidth(reading, labels);
  const rows = new Float32Array(page.blocks * width);
  const families = FAMILY_NAMES[reading].map((name) => tables.get(name)!);
  for (let i = 0; i < page.blocks; i++) {
    fillHeuristics(rows, i * width, page.steps, i * heuristics, heuristics);
    families.forEach(({ evidence, isChosen }, k) => {
      const at = i * width + heuristics + k * labels;
      let known = 0;
      for (const token of page.tokens[k][i]) {
        if (!isChosen[token]) continue;
        known++;
        for (let l = 0; l < labels; l++) rows[at + l] += evidence[token * labels + l];
      }
      dampSums(rows, at, labels, known);
    });
  }
  return rows;
}

/** A page with many blocks counts for more than one with few, but not in proportion: the square root of its labelled blocks. */
export function rowWeight(labelledBlocks: number): number {
  return labelledBlocks > 0 ? Math.sqrt(100 / labelledBlocks) : 0;
}

/** How many of the blocks bear a label. */
export function countLabelled(labels: Int8Array): number {
  let count = 0;
  for (const label of labels) if (label >= 0) count++;
  return count;
}
