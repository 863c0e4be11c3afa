import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPage } from '../../src/blocks/read-page';
import { classifyBlocks } from '../../src/classify-blocks';
import { extractFeatures, FAMILY_NAMES, HEURISTIC_NAMES, type Features, type Reading } from '../../src/features/extract-features';
import { contextNames } from '../../src/labels/context';
import { explainBlock } from '../../src/labels/explain';
import { firstScores, layoutOf, secondPass } from '../../src/labels/second-pass';
import { defaultModel } from '../../src/model/default-model';
import type { Model } from '../../src/model/model';
import { DEFAULT_LIMITS } from '../../src/options';
import { blockInputs } from '../../src/scores/block-inputs';
import type { Network } from '../../src/scores/network';
import { runNetwork } from '../../src/scores/run-network';
import type { ClassifiedBlock, Evidence } from '../../src/types';
import type { Lexicon } from '../../src/words/lexicon';

const PAGES = join('corpus', 'pages');
const WANTED_BLOCKS: Record<Reading, number> = { markup: 1000, text: 300 };
const MAX_EVIDENCE = 40;

/** A page of which everything is computed anew, apart from the evidence. */
interface Computed {
  features: Features;
  rows: Float32Array;
}

function compute(source: string, reading: Reading, model: Model): Computed {
  const page = readPage(reading === 'markup' ? { html: source } : { text: source }, DEFAULT_LIMITS);
  const features = extractFeatures(page, reading);
  const inputs = blockInputs(features, model);
  return { features, rows: secondPass(inputs, firstScores(inputs, model.readings[reading]), layoutOf(features), model.readings[reading]).rows };
}

const rowOf = (block: number, rows: Float32Array, { second }: Model['readings'][Reading]) => rows.slice(block * second.inputs, (block + 1) * second.inputs);

/** `ln(p / (1 - p))` of a label for one row, by the network and the definition alone. */
function logOdds(row: Float32Array, label: number, { second, sharpness }: Model['readings'][Reading]): number {
  const outputs = [...runNetwork(second, row)].map((value) => value * sharpness);
  const others = outputs.filter((_, l) => l !== label);
  const most = Math.max(...others);
  return outputs[label] - most - Math.log(others.reduce((sum, value) => sum + Math.exp(value - most), 0));
}

/** Bayes inputs of a family when the token stands nowhere in the block. */
function bayesWithout(token: string, family: number, block: number, features: Features, model: Model): Float32Array {
  const { reading } = features;
  const heuristics = HEURISTIC_NAMES[reading].length;
  const tokensIn = (lexicon: Lexicon) => {
    const tokensOf = features.tokensIn(lexicon);
    return (k: number) => tokensOf(k, block).filter((other) => k !== family || other !== lexicon.numberOf(token));
  };
  const alone = { ...features, blocks: 1, stepsOf: () => features.stepsOf(block, block + 1), tokensIn };
  const from = heuristics + family * model.labels.length;
  return blockInputs(alone, model).subarray(from, from + model.labels.length);
}

/** How far the log-odds move when what an entry names is taken back, from the network anew. */
function weightAnew({ kind, name, value, label: labelName }: Pick<Evidence, 'kind' | 'name' | 'value' | 'label'>, block: number, { features, rows }: Computed, model: Model): number {
  const { reading } = features;
  const trained = model.readings[reading];
  const labels = model.labels.length;
  const label = model.labels.indexOf(labelName);
  const row = rowOf(block, rows, trained);
  const changed = row.slice();
  const heuristics = HEURISTIC_NAMES[reading];
  const families = FAMILY_NAMES[reading];
  const family = families.indexOf(name as never);
  if (kind === 'heuristic') changed[heuristics.indexOf(name)] = trained.means[heuristics.indexOf(name)];
  else if (kind === 'word') changed.set(bayesWithout(value as string, family, block, features, model), heuristics.length + family * labels);
  else {
    const group = kind === 'bayes' ? family : families.length + contextNames(features.containers.length).indexOf(name);
    const from = heuristics.length + group * labels;
    changed.set(trained.means.subarray(from, from + labels), from);
  }
  return logOdds(row, label, trained) - logOdds(changed, label, trained);
}

function expectSorted(evidence: readonly Evidence[]): void {
  const sizes = evidence.map(({ weight }) => Math.abs(weight));
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  expect(evidence.length).toBeLessThanOrEqual(MAX_EVIDENCE);
}

describe.each(['markup', 'text'] as const)('evidence of the %s reading on pages of the corpus', (reading) => {
  const model = defaultModel();
  const files = readdirSync(PAGES).filter((file) => file.endsWith(reading === 'markup' ? '.html' : '.txt')).sort();
  const seen: { block: ClassifiedBlock; computed: Computed }[] = [];
  for (let i = 0; i < files.length && seen.length < WANTED_BLOCKS[reading]; i++) {
    const source = readFileSync(join(PAGES, files[(i * 7) % files.length]), 'utf8');
    const computed = compute(source, reading, model);
    for (const block of classifyBlocks(reading === 'markup' ? { html: source } : { text: source }, { explain: true })) seen.push({ block, computed });
  }

  test('the weight of every entry is what the computation itself gives', () => {
    expect(seen.length).toBeGreaterThanOrEqual(WANTED_BLOCKS[reading]);
    let worst = 0;
    for (const { block, computed } of seen) {
      for (const entry of block.evidence!) worst = Math.max(worst, Math.abs(entry.weight - weightAnew(entry, block.index, computed, model)) / Math.max(1, Math.abs(entry.weight)));
    }
    expect(worst).toBeLessThan(1e-6);
  });

  test('entries are sorted by size, speak of the label of the block, and are of all kinds', () => {
    for (const { block } of seen) {
      expectSorted(block.evidence!);
      expect(new Set(block.evidence!.map(({ label }) => label))).toEqual(new Set([block.label]));
    }
    expect(new Set(seen.flatMap(({ block }) => block.evidence!.map(({ kind }) => kind)))).toEqual(new Set(['word', 'bayes', 'heuristic', 'context']));
  });

  test('no heuristic that moved the decision more is left out', () => {
    for (const { block, computed } of seen.filter((_, i) => i % 25 === 0)) {
      const listed = new Set(block.evidence!.filter(({ kind }) => kind === 'heuristic').map(({ name }) => name));
      const least = block.evidence!.length < MAX_EVIDENCE ? 0 : Math.abs(block.evidence![MAX_EVIDENCE - 1].weight);
      for (const name of HEURISTIC_NAMES[reading]) {
        if (!listed.has(name)) expect(Math.abs(weightAnew({ kind: 'heuristic', name, value: 0, label: block.label }, block.index, computed, model))).toBeLessThanOrEqual(least + 1e-6);
      }
    }
  });
});

test('words that name properties of objects are words as others', () => {
  const [block] = classifyBlocks('<p class="constructor hasOwnProperty" id="__proto__">constructor __proto__ toString valueOf</p>', { explain: true });
  for (const { name, value, weight } of block.evidence!) {
    expect(typeof name).toBe('string');
    expect(['string', 'number']).toContain(typeof value);
    expect(Number.isFinite(weight)).toBe(true);
  }
});

test('without `explain` there is no evidence', () => expect(classifyBlocks('<p>One line</p>')[0]).not.toHaveProperty('evidence'));

test('a network without hidden units is explained too', () => {
  const model = defaultModel();
  const { second } = model.readings.markup;
  const first = Float32Array.from({ length: second.inputs * model.labels.length }, (_, i) => Math.sin(i * 12.9898));
  const linear: Network = { ...second, hidden: 0, first, firstBias: new Float32Array(0), second: new Float32Array(0) };
  const changed: Model = { ...model, readings: { ...model.readings, markup: { ...model.readings.markup, second: linear } } };
  const computed = compute('<h1>Old mill</h1><p>The mill by the weir grinds flour again, its keeper said.</p><ul><li><a href="/a">More news</a></li></ul>', 'markup', changed);
  for (let block = 0; block < 3; block++) {
    const evidence = explainBlock(block, 1, rowOf(block, computed.rows, changed.readings.markup), computed.features, changed);
    expect(evidence.length).toBeGreaterThan(10);
    expectSorted(evidence);
    for (const entry of evidence) expect(entry.weight).toBeCloseTo(weightAnew(entry, block, computed, changed), 6);
  }
});
