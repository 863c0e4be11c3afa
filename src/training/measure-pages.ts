import { FAMILY_NAMES, HEURISTIC_NAMES, type Reading } from '../features/extract-features';
import type { Boxes } from '../features/boxes';
import { inputWidth } from '../scores/block-inputs';
import { randomStream, shuffledOrder } from './random';
import { evidenceTable, type EvidenceTable, type TokenCounts } from './token-counts';
import type { TrainingPage } from './training-page';
import { countLabelled, rowsOfPage } from './training-rows';
import type { MeasuredPage } from './measured';

/** How many tokens of each family are learned from. */
export const VOCABULARY: Readonly<Record<string, number>> = {
  words: 5000, 'heading-words': 1500, 'section-words': 1500, 'words-before': 1500, 'words-after': 1500, classes: 2500, 'container-classes': 2500, 'tag-path': 1000, 'link-target': 1500,
};

/** Sampled blocks stand in runs, so that most have their neighbours beside them. */
const RUN_BLOCKS = 10;
/** Blocks sampled from a page with labels, and from one of which only the content is known. */
export const SAMPLED = { blocks: 40, contentBlocks: 10 };

/** The tables of a reading's families without some folds. */
export function tablesWithout(counts: ReadonlyMap<string, TokenCounts>, reading: Reading, without: readonly number[]): Map<string, EvidenceTable> {
  return new Map(FAMILY_NAMES[reading].map((name) => [name, evidenceTable(counts.get(name)!, VOCABULARY[name], without)]));
}

/** Figures of sampled blocks of every page: heuristics, and Bayes inputs from the counts of the other folds. */
export function measurePages(pages: readonly TrainingPage[], reading: Reading, labels: number, counts: ReadonlyMap<string, TokenCounts>): MeasuredPage[] {
  const measured: MeasuredPage[] = [];
  for (const fold of new Set(pages.map((page) => page.fold))) {
    const tables = tablesWithout(counts, reading, [fold]);
    pages.forEach((page, number) => {
      if (page.fold === fold) measured[number] = measurePage(page, number, reading, labels, tables);
    });
  }
  return measured.filter((page) => page.positions.length > 0);
}

function measurePage(page: TrainingPage, number: number, reading: Reading, labels: number, tables: ReadonlyMap<string, EvidenceTable>): MeasuredPage {
  const positions = samplePositions(page, number);
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
    fold: page.fold, number, labelledBlocks: countLabelled(page.labels), positions,
    headings: positions.map((p) => layout.headingAbove[p]),
    boxes: [layout.narrow, layout.wide, ...layout.containers].map(pick),
    labels: Int8Array.from(positions, (p) => page.labels[p]),
    content: Int8Array.from(positions, (p) => page.content[p]),
    steps, bayes: sums,
  };
}

/** Positions of the sampled blocks: runs drawn at random, the same for the same page each time. */
function samplePositions(page: TrainingPage, number: number): Int32Array {
  const labelled = countLabelled(page.labels) > 0;
  const most = labelled ? SAMPLED.blocks : SAMPLED.contentBlocks;
  const known = (i: number) => (labelled ? page.labels[i] >= 0 : page.content[i] >= 0 && !page.hidden[i]);
  const runs = Math.ceil(page.blocks / RUN_BLOCKS);
  const order = shuffledOrder(runs, randomStream(number * 7919 + page.blocks));
  const positions: number[] = [];
  for (const run of order) {
    const blocks: number[] = [];
    for (let i = run * RUN_BLOCKS; i < Math.min(page.blocks, (run + 1) * RUN_BLOCKS); i++) if (known(i)) blocks.push(i);
    if (positions.length + blocks.length <= most) positions.push(...blocks);
    else if (!positions.length) positions.push(...blocks.slice(0, most));
  }
  return Int32Array.from(positions.sort((a, b) => a - b));
}
