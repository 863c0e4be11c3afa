import * as v from 'valibot';

/** Names the format in the file, so that other JSON is refused by name. */
export const MODEL_FORMAT = 'boilerplate-classifier-model';
export const MODEL_VERSION = 2;

/** The longest model file that is read. */
export const MAX_MODEL_CHARS = 16_000_000;

const LABEL_NAME = /^[\p{L}\p{N}_-]{1,40}$/u;
/** What the digest of a corpus looks like: a SHA-256, hexadecimal. */
export const CORPUS_DIGEST = /^[0-9a-f]{64}$/;

const PROTOTYPE_KEYS = ['__proto__', 'constructor', 'prototype'];

/** Why something cannot be a label; undefined where it can. */
export function whyNoLabel(name: unknown): string | undefined {
  if (typeof name !== 'string' || !LABEL_NAME.test(name)) return 'a label is 1 to 40 letters, digits, `_` or `-`';
  return PROTOTYPE_KEYS.includes(name) ? 'a label cannot be the name of a prototype key' : undefined;
}

const packed = v.pipe(v.string(), v.maxLength(MAX_MODEL_CHARS));
const label = v.pipe(v.string(), v.check((name) => whyNoLabel(name) === undefined, ({ input }) => whyNoLabel(input)!));
const network = v.strictObject({ hidden: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1024)), first: packed, firstBias: packed, second: packed, secondBias: packed });
/** The shape of one reading in a model file. */
export const READING_SCHEMA = v.strictObject({
  heuristics: v.pipe(v.array(v.string()), v.maxLength(2000)),
  first: network,
  second: network,
  content: network,
  means: packed,
  sharpness: v.pipe(v.number(), v.finite(), v.minValue(0.01), v.maxValue(100)),
});

const shapes = v.strictObject({ evidence: packed, weight: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(10)) });
const grammar = v.strictObject({
  shapes: v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(40))), v.minLength(1), v.maxLength(64), v.check((names) => new Set(names).size === names.length, 'shapes must differ')),
  markup: shapes,
  text: shapes,
});

/** The shape of a model file. */
export const MODEL_SCHEMA = v.strictObject({
  format: v.literal(MODEL_FORMAT),
  version: v.literal(MODEL_VERSION),
  corpusDigest: v.pipe(v.string(), v.regex(CORPUS_DIGEST)),
  labels: v.pipe(v.array(label), v.minLength(2), v.maxLength(32), v.check((names) => new Set(names).size === names.length, 'labels must differ')),
  tokens: packed,
  families: v.pipe(v.array(v.strictObject({ name: v.string(), tokens: packed, evidence: packed })), v.maxLength(64)),
  markup: READING_SCHEMA,
  text: READING_SCHEMA,
  grammar: v.optional(grammar),
});

export type ModelFile = v.InferOutput<typeof MODEL_SCHEMA>;
export type ReadingFile = v.InferOutput<typeof READING_SCHEMA>;
export type NetworkFile = v.InferOutput<typeof network>;
