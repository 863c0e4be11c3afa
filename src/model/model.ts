import type { Reading } from '../features/extract-features';
import type { BayesFamily } from '../scores/naive-bayes';
import type { Network } from '../scores/network';

/** What classification needs, as read from a model file. Made by `readModel` and `trainModel`; never changed after. */
export interface Model<L extends string = string> {
  /** Labels in the order of every table below. */
  labels: readonly L[];
  /** SHA-256 of the corpus that the model was trained on, hexadecimal. */
  corpusDigest: string;
  /** Naive Bayes tables by family name. */
  families: ReadonlyMap<string, BayesFamily>;
  /** The combination of scores, for HTML read by its markup and for plain text. */
  readings: Readonly<Record<Reading, ReadingModel>>;
  /** What the shapes of sentences say of unsure blocks; absent from models that were trained without a grammar. */
  grammar?: GrammarModel;
}

/** Evidence of sentence shapes. */
export interface GrammarModel {
  shapes: readonly string[];
  readings: Readonly<Record<Reading, ShapeEvidence>>;
}

/** Evidence of sentence shapes for one way of reading a page. */
export interface ShapeEvidence {
  /** Evidence in natural log units: shape `s` and label `l` at `s * labels + l`. */
  evidence: Float32Array;
  /** What the evidence is multiplied by; with 0 no shape is asked for. */
  weight: number;
}

/** The learned combination for one way of reading a page. */
export interface ReadingModel {
  /** Heuristics and Bayes evidence of a block → first-pass scores. */
  first: Network;
  /** The same inputs and the context from the first pass → final scores. */
  second: Network;
  /** The inputs of `second` → probability that the block is content (second output). */
  content: Network;
  /** Training mean of each input of `second`. */
  means: Float32Array;
  /** Outputs of `second` are multiplied by this before the softmax: calibration. */
  sharpness: number;
}
