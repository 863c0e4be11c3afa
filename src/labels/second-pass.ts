import type { Features } from '../features/extract-features';
import type { ReadingModel } from '../model/model';
import { joinRows } from '../scores/block-inputs';
import { softmaxRows } from '../scores/network';
import { runNetwork, runNetworks } from '../scores/run-network';
import { contextInputs, type Layout } from './context';

/** The final scores of blocks. */
export interface SecondScores {
  /** Probability of each label, row by row. */
  scores: Float64Array;
  /** Probability of each block to be content. */
  content: Float64Array;
}

/** The final scores of a page's blocks with what they were computed from. */
export interface Revised extends SecondScores {
  /** Inputs of the second pass, row by row. */
  rows: Float32Array;
}

/** First-pass scores from the inputs of the blocks. */
export function firstScores(inputs: Float32Array, reading: ReadingModel): Float64Array {
  return softmaxRows(runNetwork(reading.first, inputs), reading.first.outputs);
}

/** Revises each block from the first-pass scores of the blocks around it. */
export function secondPass(inputs: Float32Array, first: Float64Array, layout: Layout, reading: ReadingModel): Revised {
  const rows = joinRows(inputs, contextInputs(first, reading.first.outputs, layout), layout.positions.length);
  return { rows, ...secondScores(rows, reading) };
}

/** Final scores from the inputs of the second pass. */
export function secondScores(rows: Float32Array, reading: ReadingModel): SecondScores {
  const [values, content] = runNetworks([reading.second, reading.content], rows);
  for (let i = 0; i < values.length; i++) values[i] *= reading.sharpness;
  softmaxRows(content, 2);
  return { scores: softmaxRows(values, reading.first.outputs), content: Float64Array.from({ length: content.length / 2 }, (_, i) => content[2 * i + 1]) };
}

/** Layout of a whole page. */
export function layoutOf(features: Features): Layout {
  const { blocks, headingAbove, narrow, wide, section, containers } = features;
  return { positions: Int32Array.from({ length: blocks }, (_, i) => i), headingAbove, narrow, wide, section, containers };
}
