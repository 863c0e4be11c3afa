import { CONTAINER_LEVELS } from '../features/boxes';
import { FAMILY_NAMES, HEURISTIC_NAMES, type Reading } from '../features/extract-features';
import { contextNames } from '../labels/context';
import type { Model, ReadingModel, ShapeEvidence } from '../model/model';
import { firstUnits, type Network } from '../scores/network';

/** How far the outputs of labels not learned yet stand below those of the others: far enough to change no decision. */
const NEW_OUTPUT_BIAS = -1;

/** The model with further labels, which it never gives yet: no evidence for them, their outputs far below the mean of the others. */
export function widenModel(model: Model, added: readonly string[]): Model {
  const before = model.labels.length;
  const labels = [...model.labels, ...added];
  const evidence = (rows: Float32Array) => widenColumns(rows, before, added.length);
  const reading = (name: Reading) => widenReading(name, model.readings[name], before, added.length);
  const shapes = (name: Reading): ShapeEvidence => ({ ...model.grammar!.readings[name], evidence: evidence(model.grammar!.readings[name].evidence) });
  return {
    labels,
    corpusDigest: model.corpusDigest,
    families: new Map([...model.families].map(([name, family]) => [name, { ...family, evidence: evidence(family.evidence) }])),
    readings: { markup: reading('markup'), text: reading('text') },
    ...(model.grammar && { grammar: { ...model.grammar, readings: { markup: shapes('markup'), text: shapes('text') } } }),
  };
}

function widenReading(name: Reading, { first, second, content, means, sharpness }: ReadingModel, labels: number, added: number): ReadingModel {
  const heuristics = HEURISTIC_NAMES[name].length;
  const families = FAMILY_NAMES[name].length;
  const contexts = contextNames(name === 'markup' ? CONTAINER_LEVELS : 0).length;
  const inputs = (network: Network, groups: number): Network => ({
    ...network, inputs: network.inputs + groups * added, first: widenInputs(network.first, heuristics, labels, added, firstUnits(network)),
  });
  return {
    first: widenOutputs(inputs(first, families), added),
    second: widenOutputs(inputs(second, families + contexts), added),
    content: inputs(content, families + contexts),
    means: widenInputs(means, heuristics, labels, added, 1),
    sharpness,
  };
}

/** 1 for each input of a network of this width that belongs to one of the labels added. */
export function inputsOfAdded(reading: Reading, width: number, labels: number, added: number): Uint8Array {
  const heuristics = HEURISTIC_NAMES[reading].length;
  return Uint8Array.from({ length: width }, (_, i) => Number(i >= heuristics && (i - heuristics) % labels >= labels - added));
}

/** Inputs past the heuristics come in groups of one a label: each group gets further ones, without weight. */
function widenInputs(weights: Float32Array, heuristics: number, labels: number, added: number, units: number): Float32Array {
  const head = heuristics * units;
  const tail = widenColumns(weights.subarray(head), labels * units, added * units);
  const wide = new Float32Array(head + tail.length);
  wide.set(weights.subarray(0, head));
  wide.set(tail, head);
  return wide;
}

/** Further outputs: the mean of those that are there, less a bias. */
function widenOutputs(network: Network, added: number): Network {
  const { hidden, outputs } = network;
  const wide = (weights: Float32Array) => widenColumns(weights, outputs, added, (row) => row.reduce((sum, weight) => sum + weight, 0) / outputs);
  return {
    ...network, outputs: outputs + added,
    ...(hidden ? { second: wide(network.second) } : { first: wide(network.first) }),
    secondBias: wide(network.secondBias).map((bias, o) => (o < outputs ? bias : bias + NEW_OUTPUT_BIAS)),
  };
}

/** Every row of a table with further columns, all of one value a row. */
function widenColumns(table: Float32Array, columns: number, added: number, valueOf: (row: Float32Array) => number = () => 0): Float32Array {
  const width = columns + added;
  const wide = new Float32Array((table.length / columns) * width);
  for (let from = 0, to = 0; from < table.length; from += columns, to += width) {
    const row = table.subarray(from, from + columns);
    wide.set(row, to);
    wide.fill(valueOf(row), to + columns, to + width);
  }
  return wide;
}
