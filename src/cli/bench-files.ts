import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { splitPage } from '../blocks/split-page';
import type { PageBlock } from '../blocks/page';
import { InputTypeError } from '../errors';
import { DEFAULT_LIMITS } from '../options';
import type { Reading } from '../features/extract-features';
import { fitReading, type OnProgress } from '../training/fit-reading';
import { inferLabels, type Teacher } from '../training/infer-labels';
import { contentShares, joinLabels, type LabelLine, type LabelledPage } from '../training/labelled-page';
import { tablesWithout } from '../training/measure-pages';
import { toBayesFamily } from '../training/token-counts';
import { countAll, fitOnAllRows, measureTraining, trainingRows, type Measured, type TrainInput } from '../training/train-model';
import { weighTokens } from '../training/weigh-tokens';
import { labelsOfRuns, type WordRun } from '../training/word-runs';
import { toTrainingPage, type TokenIndexes, type TrainingPage } from '../training/training-page';
import { LABEL_OF_CODE } from './bench-labels';

/** Labels of bench pages that have no gold, by name of the page. */
export type BenchLabels = ReadonlyMap<string, readonly WordRun[]>;

/** A page of the bench folder: as HTML, as plain text, and its gold. */
export interface BenchPage {
  html: LabelledPage;
  text: LabelledPage;
  /** Somebody labelled it: in the bench folder, or in the labels file of the corpus. Of the others only the content is known. */
  isLabelled: boolean;
  /** Labels that figures are taken on. */
  gold?: Gold;
}

export interface Gold {
  page: string;
  type: string;
  site: string;
  source: string;
  html: string;
  lines: [string, string][];
}

/** Pages of WCXB are named with this prefix, their files without. */
const WCXB_PREFIX = 'wcxb-';

/** What a bench folder must hold. */
const BENCH_PARTS = ['folds.json', 'gold', join('wcxb-dev', 'truth')];

/** The gold pages of a bench folder, then its other WCXB pages, with the labels that are given for them. */
function* readBench(folder: string, labels: readonly string[], given: BenchLabels): Generator<BenchPage> {
  for (const part of BENCH_PARTS) if (!existsSync(join(folder, part))) throw new InputTypeError('BAD_CORPUS', `Expected ${folder} to be a bench folder with ${BENCH_PARTS.map((name) => `\`${name}\``).join(', ')}, found no \`${part}\``);
  const folds = JSON.parse(readFileSync(join(folder, 'folds.json'), 'utf8')) as Record<string, { site: string; fold: number }>;
  const truthFolder = join(folder, 'wcxb-dev', 'truth');
  const goldNames = new Set<string>();
  for (const file of readdirSync(join(folder, 'gold')).sort()) {
    const gold = JSON.parse(readFileSync(join(folder, 'gold', file), 'utf8')) as Gold;
    goldNames.add(gold.page);
    const source = gunzipSync(readFileSync(join(folder, gold.html))).toString('utf8');
    const lines = gold.lines.map(([code, text]): LabelLine => [LABEL_OF_CODE[code], text]);
    const truth = join(truthFolder, `${gold.page.replace(WCXB_PREFIX, '')}.json`);
    const content = existsSync(truth) ? (JSON.parse(readFileSync(truth, 'utf8')) as { content: string }).content : undefined;
    const { site, fold } = folds[gold.page];
    const page = splitPage('html', source, DEFAULT_LIMITS);
    const visible = page.blocks.map((block, i) => (block.hidden ? -1 : i)).filter((i) => i >= 0);
    const found = joinLabels(visible.map((i) => page.blocks[i]), lines, labels);
    const blockLabels = new Array<string | undefined>(page.blocks.length).fill(undefined);
    visible.forEach((i, k) => (blockLabels[i] = found[k]));
    const text = splitPage('text', gold.lines.map(([, line]) => line).join('\n'), DEFAULT_LIMITS);
    const common = { name: gold.page, site, fold, source: gold.source };
    yield {
      gold,
      isLabelled: true,
      html: { ...common, page, labels: blockLabels, content: content === undefined ? undefined : contentShares(page.blocks, content) },
      text: { ...common, page: text, labels: joinLabels(text.blocks, lines, labels), content: content === undefined ? undefined : contentShares(text.blocks, content) },
    };
  }
  for (const file of readdirSync(truthFolder).sort()) {
    const truth = JSON.parse(readFileSync(join(truthFolder, file), 'utf8')) as { page: string; content: string };
    if (goldNames.has(truth.page)) continue;
    const { site, fold } = folds[truth.page];
    const page = splitPage('html', gunzipSync(readFileSync(join(folder, 'wcxb-dev', 'html', `${truth.page.replace(WCXB_PREFIX, '')}.html.gz`))).toString('utf8'), DEFAULT_LIMITS);
    const visible = page.blocks.filter(({ hidden }) => !hidden);
    const text = splitPage('text', visible.map((block) => block.text).join('\n'), DEFAULT_LIMITS);
    const found = givenLabels(truth.page, visible, given);
    const common = { name: truth.page, site, fold, source: 'WCXB 2026' };
    yield {
      isLabelled: found !== undefined,
      html: { ...common, page, labels: page.blocks.map((block) => found?.get(block)), content: contentShares(page.blocks, truth.content) },
      text: { ...common, page: text, labels: found ? joinLabels(text.blocks, visible.map((block): LabelLine => [found.get(block) ?? '', block.text]), labels) : text.blocks.map(() => undefined), content: contentShares(text.blocks, truth.content) },
    };
  }
}

/** The labels given for the visible blocks of a page, if any. */
function givenLabels(name: string, visible: readonly PageBlock[], given: BenchLabels): Map<PageBlock, string | undefined> | undefined {
  const runs = given.get(name);
  if (!runs) return undefined;
  const found = labelsOfRuns(visible, runs);
  if (!found) throw new InputTypeError('BAD_CORPUS', `Labels for ${name} are of another number of words than its visible text has: the page or the splitter has changed. Label it anew or take its line out`);
  return new Map(visible.map((block, i) => [block, found[i]]));
}

/** Bench pages with their features, and the numbers of their tokens. */
export interface BenchFeatures {
  read: BenchPage;
  markup: TrainingPage;
  text: TrainingPage;
}

/** Reads a bench folder and extracts the features of every page. Pages without gold are labelled where labels are given. */
export function readBenchFeatures(folder: string, labels: readonly string[], indexes: TokenIndexes, given: BenchLabels): BenchFeatures[] {
  const pages: BenchFeatures[] = [];
  for (const read of readBench(folder, labels, given)) {
    pages.push({ read, markup: toTrainingPage(read.html, 'markup', labels, indexes), text: toTrainingPage(read.text, 'text', labels, indexes) });
  }
  return pages;
}

export interface MeasureBenchOptions {
  onProgress?: OnProgress;
  /** How many groups of folds get a fit without them; all where none is given. */
  heldOutGroups?: number;
  /** Is told of each page with gold labels the final scores by a fit that did not see it. */
  onHeldOut?: (reading: Reading, page: TrainingPage, scores: Float64Array) => void;
}

/**
 * Measures bench pages: those that somebody labelled as they are, the others as a model trained on the first labels them. The fits without each
 * fold are made where `heldOutGroups` is not given.
 */
export function measureBench(
  pages: readonly BenchFeatures[], corpus: Pick<TrainInput, 'labels' | 'markup' | 'text' | 'indexes'>, { onProgress = () => {}, heldOutGroups, onHeldOut = () => {} }: MeasureBenchOptions = {},
): Measured {
  const { labels, indexes } = corpus;
  const labelled = pages.filter(({ read }) => read.isLabelled);
  const others = pages.filter(({ read }) => !read.isLabelled).map(({ read, markup, text }) => ({ html: read.html, text: read.text, markup, lines: text }));
  const teacher = trainTeacher({ ...corpus, measured: measureTraining(labelled.map((page) => page.markup), labelled.map((page) => page.text), labels, indexes) });
  onProgress(1 / 5);
  const inferred = inferLabels(others, teacher, indexes);
  const all = { markup: [...labelled.map((page) => page.markup), ...inferred.markup], text: [...labelled.map((page) => page.text), ...inferred.text] };
  const withWritten = { markup: [...all.markup, ...corpus.markup], text: [...all.text, ...corpus.text] };
  const measured = measureTraining(all.markup, all.text, labels, indexes, (counts) => weighTokens(withWritten, countAll({ ...corpus, measured: { labels, indexes, counts } }), counts, labels.length));
  onProgress(2 / 5);
  const isGold = new Set(pages.flatMap(({ read, markup, text }) => (read.gold ? [markup, text] : [])));
  const fit = (reading: Reading, from: number) => fitOnAllRows(reading, all[reading], { ...corpus, measured }, {
    heldOutGroups, onProgress: (done) => onProgress((from + 3 * done / 2) / 5),
    onHeldOut: ({ written }, scores) => {
      if (written && isGold.has(written)) onHeldOut(reading, written, scores);
    },
  });
  return { ...measured, fits: { markup: fit('markup', 2), text: fit('text', 3.5) } };
}

/** The reading of markup alone, fitted on sampled rows: good enough to label further pages, and soon done. */
function trainTeacher(input: Omit<TrainInput, 'corpusDigest'>): Teacher {
  const { labels, indexes } = input;
  const counts = countAll(input);
  const { fit } = fitReading('markup', trainingRows('markup', input, counts), labels.length, { heldOutGroups: 1 });
  const families = new Map([...tablesWithout(counts, 'markup', [])].map(([name, table]) => [name, toBayesFamily(table, indexes.get(name)!)]));
  return { labels, families, readings: { markup: fit } };
}
