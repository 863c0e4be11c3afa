import { FAMILY_NAMES, HEURISTIC_NAMES, type Reading } from '../features/extract-features';
import type { Boxes } from '../features/boxes';
import { inputWidth } from '../scores/block-inputs';
import { randomStream } from './random';
import { evidenceTable, type EvidenceTable, type TokenCounts } from './token-counts';
import type { TokenWeights } from './token-weights';
import type { TrainingPage } from './training-page';
import { countLabelled, rowsOfPage } from './training-rows';
import type { MeasuredPage } from './measured';

/** How many tokens of each family are learned from. */
export const VOCABULARY: Readonly<Record<string, number>> = {
  words: 9520, 'heading-words': 2250, 'section-words': 2250, 'words-before': 2250, 'words-after': 2250, classes: 1800, 'container-classes': 1700, 'tag-path': 700, 'link-target': 1300, 'title-of-box': 1550, 'announced-words': 1200,
};

/** Tokens that are measured and weighed for each one that a model takes: which it takes depends on their weights and on the pages added later. */
export const TOKENS_A_CHOSEN = 1.5;

/** Sampled blocks stand in runs, so that most have their neighbours beside them. */
const RUN_BLOCKS = 8;
/**
 * Blocks sampled from a page with labels, from one that is sampled thinly, and from one of which only the content is known. All figures together
 * must stay small (6 MB), and the fits that were made on all blocks know the thin ones well.
 */
export const SAMPLED = { blocks: 16, thinBlocks: 3, contentBlocks: 7 };

/** The tables of a reading's families without some folds, with the token weights that were fitted without the first of these. */
export function tablesWithout(counts: ReadonlyMap<string, TokenCounts>, reading: Reading, without: readonly number[], weights?: TokenWeights): Map<string, EvidenceTable> {
  const weighing = without.length ? without[0] + 1 : 0;
  return new Map(FAMILY_NAMES[reading].map((name) => [name, evidenceTable(counts.get(name)!, VOCABULARY[name], without, weights?.get(name)?.[weighing])]));
}

/** Figures of sampled blocks of every page: heuristics, and Bayes inputs from the counts of the other folds. */
export function measurePages(pages: readonly TrainingPage[], reading: Reading, labels: number, counts: ReadonlyMap<string, TokenCounts>, weights?: TokenWeights): MeasuredPage[] {
  const measured: MeasuredPage[] = [];
  for (const fold of new Set(pages.map((page) => page.fold))) {
    const tables = tablesWithout(counts, reading, [fold], weights);
    pages.forEach((page, number) => {
      if (page.fold === fold) measured[number] = measurePage(page, number, reading, labels, tables);
    });
  }
  return measured.filter((page) => page.positions.length > 0);
}

function measurePage(page: TrainingPage, number: number, reading: Reading, labels: number, tables: ReadonlyMap<string, EvidenceTable>): MeasuredPage {
  const { positions, shares } = sampleBlocks(page, number);
  const heuristics = HEURISTIC_NAMES[reading].length;
  const bayes = FAMILY_NAMES[reading].length * labels;
  const width = inputWidth(reading, labels);
  const rows = rowsOfPage(page, reading, labels, tables);
  const steps = new Uint8Array(positions.length * heuristics);
  const sums = new Float32Array(positions.length * bayes);
  positions.forEach((position, i) => {
    steps.set(page.steps.subarray(position * heuristics, (position + 1) * heuristics), i * heuristics);
    sums.set(rows.subarray(position * width + heuristics, (position + 1) * width), i * bayes);
  });
  const { layout } = page;
  const pick = ({ from, to }: Boxes): Boxes => ({ from: positions.map((p) => from[p]), to: positions.map((p) => to[p]) });
  return {
    fold: page.fold, number, shares, positions,
    headings: positions.map((p) => layout.headingAbove[p]),
    boxes: [layout.narrow, layout.wide, layout.section, ...layout.containers].map(pick),
    labels: Int8Array.from(positions, (p) => page.labels[p]),
    content: Int8Array.from(positions, (p) => page.content[p]),
    steps, bayes: sums,
  };
}

/** A run of neighbouring blocks that may be sampled. */
interface Run {
  blocks: number[];
  worth: number;
  key: number;
}

/**
 * Sampled blocks: runs of neighbours, drawn without replacement with a chance that rises with what can be learned from them (Efraimidis
 * and Spirakis, 2006), the same for the same page each time. Each stands for as many blocks as its chance was small.
 */
function sampleBlocks(page: TrainingPage, number: number): { positions: Int32Array; shares: Float32Array } {
  const labelled = countLabelled(page.labels) > 0;
  const most = labelled ? (page.isSampledThinly ? SAMPLED.thinBlocks : SAMPLED.blocks) : SAMPLED.contentBlocks;
  const random = randomStream(number * 7919 + page.blocks);
  const runs: Run[] = [];
  for (let from = 0; from < page.blocks; from += RUN_BLOCKS) {
    const blocks: number[] = [];
    for (let i = from; i < Math.min(page.blocks, from + RUN_BLOCKS); i++) {
      if (labelled ? page.labels[i] >= 0 : page.content[i] >= 0 && !page.hidden[i]) blocks.push(i);
    }
    const worth = worthOfRun(page.labels, blocks);
    if (blocks.length) runs.push({ blocks, worth, key: random() ** (1 / worth) });
  }
  runs.sort((a, b) => b.key - a.key);
  const all = runs.reduce((sum, { worth }) => sum + worth, 0);
  const count = runs.reduce((sum, { blocks }) => sum + blocks.length, 0);
  const taken: [position: number, share: number][] = [];
  for (const { blocks, worth } of runs) {
    if (taken.length + blocks.length > most && taken.length) continue;
    const chance = count <= most ? 1 : Math.min(1, (most / RUN_BLOCKS) * (worth / all));
    for (const position of blocks.slice(0, most)) taken.push([position, Math.min(MAX_SHARE, 1 / chance)]);
  }
  taken.sort(([a], [b]) => a - b);
  return { positions: Int32Array.from(taken, ([position]) => position), shares: Float32Array.from(taken, ([, share]) => share) };
}

/** A run in which labels change, or that holds a rare label, teaches more than one more stretch of menu. */
function worthOfRun(labels: Int8Array, blocks: readonly number[]): number {
  const found = new Set<number>();
  let changes = 0;
  blocks.forEach((block, i) => {
    found.add(labels[block]);
    if (i && labels[block] !== labels[blocks[i - 1]]) changes++;
  });
  return 1 + found.size / 2 + changes / 2;
}

/** No sampled block stands for more than this, so that no single one rules the fit. */
const MAX_SHARE = 12;
