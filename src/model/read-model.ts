import * as v from 'valibot';
import { InputTypeError, show } from '../errors';
import { contextNames } from '../labels/context';
import { CONTAINER_LEVELS } from '../features/boxes';
import { EVERY_FAMILY, HEURISTIC_NAMES, type Reading } from '../features/extract-features';
import { inputWidth } from '../scores/block-inputs';
import type { BayesFamily } from '../scores/naive-bayes';
import type { Network } from '../scores/network';
import type { GrammarModel, Model, ReadingModel } from './model';
import { MAX_MODEL_CHARS, MODEL_FORMAT, MODEL_SCHEMA, MODEL_VERSION, type ModelFile, type NetworkFile, type ReadingFile } from './model-file';
import { unpackFamilies } from './packed-families';
import { unpackNumbers, unpackWeights } from './packed-numbers';

/**
 * Marks what `readModel` made. A registered symbol, because the package's entries, imported and required, are built apart and must know
 * each other's models; not enumerable, so that a copy of a model is none.
 */
const IS_MODEL = Symbol.for(`boilerplate-classifier/model/${MODEL_VERSION}`);

/** Whether the value is a model that `readModel` made. */
export function isModel(value: unknown): value is Model {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, IS_MODEL);
}

/** Throws where the value, an argument of this name, is no model. */
export function checkModel(name: string, value: unknown): asserts value is Model {
  if (!isModel(value)) throw new InputTypeError('BAD_MODEL', `Expected \`${name}\` to be a model, as \`readModel\` and \`defaultModel\` give it, got ${show(value)}`);
}

/** Inputs of the second pass for a reading: those of the block and its context. */
function secondPassWidth(reading: Reading, labels: number): number {
  return inputWidth(reading, labels) + contextNames(reading === 'markup' ? CONTAINER_LEVELS : 0).length * labels;
}

/**
 * The model in a model file: its JSON text, or the value parsed from it.
 *
 * @throws TypeError with code `BAD_MODEL` where it is no model file, or one of another version or for other heuristics.
 *
 * @example
 * import { readFileSync } from 'node:fs';
 * import { classifyBlocks, readModel } from 'boilerplate-classifier';
 *
 * const model = readModel(readFileSync('src/model/model.json', 'utf8'));   // or a file that `train` wrote
 * console.log(classifyBlocks('<nav><a href="/">Home</a></nav>', { model })[0].label);
 * // navigation
 */
export function readModel<L extends string = string>(file: unknown): Model<L> {
  const parsed = checkFile(typeof file === 'string' ? parse(file) : file);
  const labels = parsed.labels as L[];
  const model: Model<L> = {
    labels,
    corpusDigest: parsed.corpusDigest,
    families: readFamilies(parsed),
    readings: { markup: readReading('markup', parsed.markup, labels.length), text: readReading('text', parsed.text, labels.length) },
    ...(parsed.grammar && { grammar: readGrammar(parsed.grammar, labels.length) }),
  };
  return Object.defineProperty(model, IS_MODEL, { value: true });
}

function parse(text: string): unknown {
  if (text.length > MAX_MODEL_CHARS) throw new InputTypeError('BAD_MODEL', `Expected a model file of at most ${MAX_MODEL_CHARS} characters, got ${text.length}`);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputTypeError('BAD_MODEL', `Expected a model file, which is JSON: ${(error as Error).message}`);
  }
}

function checkFile(value: unknown): ModelFile {
  if (typeof value !== 'object' || value === null) throw new InputTypeError('BAD_MODEL', `Expected the text of a model file, or the value parsed from it, got ${show(value)}`);
  if (ArrayBuffer.isView(value)) throw new InputTypeError('BAD_MODEL', 'Expected the text of a model file, or the value parsed from it, got bytes: decode them first (`readFileSync(file, \'utf8\')`)');
  const { format, version } = (value ?? {}) as { format?: unknown; version?: unknown };
  if (format !== MODEL_FORMAT) throw new InputTypeError('BAD_MODEL', `Expected a model file with \`format\` \`${MODEL_FORMAT}\`, got ${show(format)}`);
  if (version !== MODEL_VERSION) throw new InputTypeError('BAD_MODEL', `Expected a model file of version ${MODEL_VERSION}, got ${show(version)}: train it anew with this version of the package`);
  const result = v.safeParse(MODEL_SCHEMA, value);
  if (!result.success) {
    const [issue] = result.issues;
    throw new InputTypeError('BAD_MODEL', `Bad model file at \`${v.getDotPath(issue) ?? 'top level'}\`: ${issue.message}`);
  }
  return result.output;
}

function readFamilies(file: ModelFile): Map<string, BayesFamily> {
  const families = unpackFamilies(file, file.labels.length);
  for (const name of EVERY_FAMILY) {
    if (!families.has(name)) throw new InputTypeError('BAD_MODEL', `Expected the model to hold the token family \`${name}\`, got ${[...families.keys()].map((key) => `\`${key}\``).join(', ') || 'none'}`);
  }
  return families;
}

/** The reading that a model file holds, for so many labels. */
export function readReading(name: Reading, { heuristics, first, second, content, means, sharpness }: ReadingFile, labels: number): ReadingModel {
  const known = HEURISTIC_NAMES[name];
  const odd = known.find((heuristic, i) => heuristics[i] !== heuristic) ?? heuristics[known.length];
  if (odd !== undefined) throw new InputTypeError('BAD_MODEL', `The model was trained for other heuristics (see \`${odd}\`): train it anew with this version of the package`);
  const width = secondPassWidth(name, labels);
  return {
    first: readNetwork(`${name}.first`, first, inputWidth(name, labels), labels),
    second: readNetwork(`${name}.second`, second, width, labels),
    content: readNetwork(`${name}.content`, content, width, 2),
    means: unpackNumbers(means, width, `${name}.means`),
    sharpness,
  };
}

function readGrammar({ shapes, markup, text }: NonNullable<ModelFile['grammar']>, labels: number): GrammarModel {
  const read = (name: Reading, { evidence, weight }: typeof markup) => ({ evidence: unpackNumbers(evidence, shapes.length * labels, `grammar.${name}.evidence`), weight });
  return { shapes, readings: { markup: read('markup', markup), text: read('text', text) } };
}

function readNetwork(name: string, file: NetworkFile, inputs: number, outputs: number): Network {
  const { hidden } = file;
  return {
    inputs, hidden, outputs,
    first: hidden ? unpackWeights(file.first, inputs * hidden, `${name}.first`) : unpackNumbers(file.first, inputs * outputs, `${name}.first`),
    firstBias: unpackNumbers(file.firstBias, hidden, `${name}.firstBias`),
    second: unpackNumbers(file.second, hidden * outputs, `${name}.second`),
    secondBias: unpackNumbers(file.secondBias, outputs, `${name}.secondBias`),
  };
}
