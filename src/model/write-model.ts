import { HEURISTIC_NAMES, type Reading } from '../features/extract-features';
import type { Network } from '../scores/network';
import type { GrammarModel, Model, ReadingModel, ShapeEvidence } from './model';
import { MODEL_FORMAT, MODEL_VERSION, type ModelFile, type NetworkFile, type ReadingFile } from './model-file';
import { packFamilies } from './packed-families';
import { packNumbers, packWeights } from './packed-numbers';

/** Those inside the parts of a part. Within the strings of JSON there is none. */
const DEEP_LINE_BREAKS = /\n {3,}/g;

/** The text of a model file: JSON that `readModel` reads, one line a part so that changes can be seen. */
export function writeModel(model: Model): string {
  const { heuristics, ...markup } = readingFile('markup', model.readings.markup);
  const file: ModelFile = {
    format: MODEL_FORMAT,
    version: MODEL_VERSION,
    corpusDigest: model.corpusDigest,
    labels: [...model.labels],
    ...packFamilies(model.families, model.labels.length),
    // The names of both readings stand one after the other: compressed, those of the text then take next to nothing.
    markup: { ...markup, heuristics },
    text: readingFile('text', model.readings.text),
    ...(model.grammar && { grammar: grammarFile(model.grammar) }),
  };
  return `${JSON.stringify(file, null, 1).replace(DEEP_LINE_BREAKS, ' ')}\n`;
}

/** A reading as a model file holds it. */
export function readingFile(name: Reading, { first, second, content, means, sharpness }: ReadingModel): ReadingFile {
  return {
    heuristics: [...HEURISTIC_NAMES[name]],
    first: networkFile(first),
    second: networkFile(second),
    content: networkFile(content),
    means: packNumbers(means),
    sharpness: Number(sharpness.toPrecision(6)),
  };
}

function grammarFile({ shapes, readings }: GrammarModel): NonNullable<ModelFile['grammar']> {
  const file = ({ evidence, weight }: ShapeEvidence) => ({ evidence: packNumbers(evidence), weight });
  return { shapes: [...shapes], markup: file(readings.markup), text: file(readings.text) };
}

function networkFile({ hidden, first, firstBias, second, secondBias }: Network): NetworkFile {
  return { hidden, first: hidden ? packWeights(first) : packNumbers(first), firstBias: packNumbers(firstBias), second: packNumbers(second), secondBias: packNumbers(secondBias) };
}
