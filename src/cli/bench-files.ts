import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from '../blocks/page';
import { splitPage } from '../blocks/split-page';
import { InputTypeError } from '../errors';
import type { Reading } from '../features/extract-features';
import { DEFAULT_LIMITS } from '../options';
import { excerptsOf } from '../training/excerpts';
import { contentShares, joinLabels, type LabelLine, type LabelledPage } from '../training/labelled-page';
import { toTrainingPage, type TokenIndexes, type TrainingPage } from '../training/training-page';
import { labelsOfRuns, type WordRun } from '../training/word-runs';
import { BENCH_LABELS_FILE, LABEL_OF_CODE, type BenchLabels } from './bench-labels';

/** A page of the bench folder: as HTML, as plain text, and its gold. */
export interface BenchPage {
  html: LabelledPage;
  text: LabelledPage;
  /** Labels that figures are taken on. */
  gold?: Gold;
  /** Label of each block of the HTML as the labels file of the corpus has it. Of pages with neither only the content is known. */
  given?: readonly (string | undefined)[];
}

export interface Gold {
  page: string;
  type: string;
  site: string;
  source: string;
  html: string;
  lines: [string, string][];
}

interface Truth {
  page: string;
  content: string;
}

/** Pages of WCXB are named with this prefix, their files without. */
export const WCXB_PREFIX = 'wcxb-';

/** What a bench folder must hold. */
const BENCH_PARTS = ['folds.json', 'gold', join('wcxb-dev', 'truth')];

/** The gold pages of a bench folder, then its other WCXB pages, with the labels that are given for them. */
function* readBench(folder: string, labels: readonly string[], given: BenchLabels): Generator<BenchPage> {
  for (const part of BENCH_PARTS) if (!existsSync(join(folder, part))) throw new InputTypeError('BAD_CORPUS', `Expected ${folder} to be a bench folder with ${BENCH_PARTS.map((name) => `\`${name}\``).join(', ')}, found no \`${part}\``);
  const folds = readJson<Record<string, { site: string; fold: number }>>(join(folder, 'folds.json'));
  const truths = join(folder, 'wcxb-dev', 'truth');
  const common = (name: string, source: string) => ({ name, source, site: folds[name].site, fold: folds[name].fold });
  const goldNames = new Set<string>();
  for (const file of readdirSync(join(folder, 'gold')).sort()) {
    const gold = readJson<Gold>(join(folder, 'gold', file));
    goldNames.add(gold.page);
    const truth = join(truths, `${gold.page.replace(WCXB_PREFIX, '')}.json`);
    yield {
      gold,
      ...labelledPages(common(gold.page, gold.source), readPage(join(folder, gold.html)), labels, {
        given: given.get(gold.page), gold: gold.lines.map(([code, text]): LabelLine => [LABEL_OF_CODE[code], text]), content: existsSync(truth) ? readJson<Truth>(truth).content : undefined,
      }),
    };
  }
  for (const file of readdirSync(truths).sort()) {
    const { page, content } = readJson<Truth>(join(truths, file));
    if (goldNames.has(page)) continue;
    const source = readPage(join(folder, 'wcxb-dev', 'html', `${page.replace(WCXB_PREFIX, '')}.html.gz`));
    yield labelledPages(common(page, 'WCXB 2026'), source, labels, { given: given.get(page), content });
  }
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

function readPage(file: string): Page {
  return splitPage('html', gunzipSync(readFileSync(file)).toString('utf8'), DEFAULT_LIMITS);
}

/** A page as HTML and as plain text: its gold lines, or its visible blocks line by line. Gold labels it where there is gold, else what is given. */
function labelledPages(
  common: Pick<LabelledPage, 'name' | 'site' | 'fold' | 'source'>, page: Page, labels: readonly string[], known: { gold?: readonly LabelLine[]; given?: readonly WordRun[]; content?: string },
): Omit<BenchPage, 'gold'> {
  const visible = page.blocks.filter(({ hidden }) => !hidden);
  const given = known.given && labelsOfRuns(visible, known.given);
  if (known.given && !given) throw new InputTypeError('BAD_CORPUS', `The labels for ${common.name} are of another number of words than its visible text: the page or the splitter has changed. Label it anew, or take its line out of ${BENCH_LABELS_FILE}`);
  const lines = known.gold ?? visible.map((block, i): LabelLine => [given?.[i] ?? '', block.text]);
  const found = known.gold ? joinLabels(visible, lines, labels) : given;
  const text = splitPage('text', lines.map(([, line]) => line).join('\n'), DEFAULT_LIMITS);
  const contentOf = ({ blocks }: Page) => (known.content === undefined ? undefined : contentShares(blocks, known.content));
  return {
    html: { ...common, page, labels: ofAllBlocks(page, found), content: contentOf(page) },
    text: { ...common, page: text, labels: joinLabels(text.blocks, lines, labels), content: contentOf(text) },
    given: given && ofAllBlocks(page, given),
  };
}

/** Labels of a page's visible blocks as labels of all its blocks: hidden ones have none. */
function ofAllBlocks({ blocks }: Page, visible: readonly (string | undefined)[] = []): (string | undefined)[] {
  let next = 0;
  return blocks.map(({ hidden }) => (hidden ? undefined : visible[next++]));
}

/** Bench pages with their features, and the numbers of their tokens. */
export interface BenchFeatures {
  read: BenchPage;
  markup: TrainingPage;
  text: TrainingPage;
  /** Small pages cut from either form, which count for the fits alone. */
  excerpts: Record<Reading, TrainingPage[]>;
}

/** Reads a bench folder and extracts the features of every page. Pages without gold are labelled where labels are given, and sampled thinly. */
export function readBenchFeatures(folder: string, labels: readonly string[], indexes: TokenIndexes, given: BenchLabels): BenchFeatures[] {
  const pages: Omit<BenchFeatures, 'excerpts'>[] = [];
  for (const read of readBench(folder, labels, given)) {
    const thinly = read.gold ? {} : { isSampledThinly: true as const };
    pages.push({ read, markup: { ...toTrainingPage(read.html, 'markup', labels, indexes), ...thinly }, text: { ...toTrainingPage(read.text, 'text', labels, indexes), ...thinly } });
  }
  // After all pages, so that tokens are numbered as without them. What is content, the whole page tells: head matter is only known by the paragraph below it.
  const cut = (page: LabelledPage, whole: TrainingPage, reading: Reading): TrainingPage[] => (
    excerptsOf(page).map(({ page: excerpt, kept }) => ({ ...toTrainingPage(excerpt, reading, labels, indexes), content: Int8Array.from(kept, (at) => whole.content[at]) }))
  );
  return pages.map((page) => ({ ...page, excerpts: { markup: cut(page.read.html, page.markup, 'markup'), text: cut(page.read.text, page.text, 'text') } }));
}
