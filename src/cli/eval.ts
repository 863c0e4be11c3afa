import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Tinypool } from 'tinypool';
import { InputTypeError } from '../errors';
import { READINGS, type Reading } from '../features/extract-features';
import { SYSTEMS, type System } from '../training/cross-validate';
import { figuresOf, type Figures, type ScoredBlock } from '../training/figures';
import { FOLDS } from '../training/labelled-page';
import type { CurveFold, CurvePoint } from '../training/learning-curve';
import { checkWholeNumber } from './check-whole-number';
import { compareOnBench, compareOnCorpus } from './compare';
import { checkFloors, gatedFigures, pinFloors } from './gate';
import { corpusDigest } from './corpus-files';
import type { CorpusScores, EvalTask, PagePredictions } from './eval-tasks';
import { curveOf, curveTable, curveTasks } from './learning-curve';
import { givenFlags } from './given-flags';
import { labelTable } from './label-table';
import { percent } from './percent';
import { startProgress } from './progress';
import { READING_NAMES } from './reading-names';
import { runScorer } from './run-scorer';
import { renderReport } from './report/render-report';
import { table } from './table';
import { writeWhole } from './write-file';

export interface EvalFlags {
  corpus: string;
  bench?: string;
  sources?: boolean;
  fold?: number;
  predictions?: string;
  json?: boolean;
  report?: string;
  curve?: boolean;
  compare?: boolean;
  gate?: boolean;
  pin?: boolean;
  reason?: string;
}

const WORKERS = 2;
const FLOORS_FILE = 'floors.json';
/** Files of predictions, as the scorers of a bench folder read them. */
const HTML_FILE = 'html.jsonl';
const TEXT_FILE = 'text.jsonl';
const ARTICLE_FILE = 'article.jsonl';
const SOURCES = ['CleanEval 2006', 'Dragnet 2012', 'Fundus publisher pages', 'Postlight parser fixtures', 'Readability test pages', 'trafilatura evaluation pages', 'WCXB 2026'];

/** `eval`: figures of the corpus by folds and, with `--bench`, of the pages of a bench folder, each scored by a model that never saw it. */
export async function evalCommand(flags: EvalFlags): Promise<void> {
  checkTogether(flags);
  if (flags.fold !== undefined) checkWholeNumber('fold', flags.fold, 0, FOLDS - 1);
  const pool = new Tinypool({
    filename: new URL('./eval-tasks.ts', import.meta.url).href, runtime: 'child_process', isolateWorkers: false, maxThreads: WORKERS, minThreads: WORKERS,
    // Figures come back as arrays of numbers.
    serialization: 'advanced', execArgv: ['--import', 'tsx', '--max-old-space-size=8000', '--max-semi-space-size=128'],
  });
  try {
    if (flags.bench) await evalBench(pool, flags, flags.bench);
    else if (flags.compare) await compareCorpus(pool, flags.corpus);
    else await evalCorpus(pool, flags);
  } finally {
    await pool.destroy();
  }
}

/** Refuses a flag that would do nothing beside another. */
function checkTogether(flags: EvalFlags): void {
  const given = (...names: (keyof EvalFlags)[]) => givenFlags(flags, names).join(' and ');
  const refuse = (idle: string, beside: string) => {
    if (idle) throw new InputTypeError('BAD_OPTION', `\`eval\` does nothing with ${idle} beside ${beside}: leave one of them out`);
  };
  refuse(given('bench', 'compare') && given('report', 'curve', 'gate', 'pin'), given('bench', 'compare'));
  refuse(given('compare') && given('predictions', 'json'), '`--compare`');
  refuse(given('sources') && given('fold'), '`--sources`');
  if (flags.reason !== undefined && !flags.pin) throw new InputTypeError('BAD_OPTION', '`--reason` says why floors fall when they are pinned: give `--pin` too');
}

async function runAll<T>(pool: Tinypool, what: string, tasks: readonly EvalTask[]): Promise<T[]> {
  const bar = startProgress(what, tasks.length);
  let done = 0;
  const results = await Promise.all(tasks.map(async (task) => {
    const result = (await pool.run(task)) as T;
    bar.update(++done);
    return result;
  }));
  bar.stop();
  return results;
}

/** The HTML pages alone: that is what the others read. */
async function compareCorpus(pool: Tinypool, corpus: string): Promise<void> {
  const scores = await runAll<CorpusScores>(pool, 'cross-validating', foldTasks(corpus, 'markup'));
  process.stdout.write(await compareOnCorpus(corpus, scores.flatMap(({ pages }) => pages), scores[0].labels));
}

function foldTasks(corpus: string, reading: Reading): EvalTask[] {
  return Array.from({ length: FOLDS }, (_, fold) => ({ kind: 'corpus', corpus, reading, fold }));
}

async function evalCorpus(pool: Tinypool, flags: EvalFlags): Promise<void> {
  const { corpus } = flags;
  const scores = await runAll<CorpusScores>(pool, 'cross-validating', READINGS.flatMap((reading) => foldTasks(corpus, reading)));
  const [{ labels }] = scores;
  const report = Object.fromEntries(READINGS.map((reading, r) => {
    const byFold = scores.slice(r * FOLDS, (r + 1) * FOLDS);
    return [reading, Object.fromEntries(SYSTEMS.map((system) => [system, figuresOf(byFold.flatMap((fold): ScoredBlock[] => fold[system]), labels)]))];
  })) as Record<Reading, Record<System, Figures>>;
  if (!flags.json) {
    READINGS.forEach((reading, r) => {
      process.stdout.write(`${corpusTables(READING_NAMES[reading], report[reading], labels)}${grammarLine(scores.slice(r * FOLDS, (r + 1) * FOLDS))}\n`);
    });
  }
  const curve = flags.curve ? curveOf(await runAll<CurveFold | undefined>(pool, 'learning curve', curveTasks(corpus)), labels) : undefined;
  if (flags.json) process.stdout.write(`${JSON.stringify({ ...report, curve }, null, 1)}\n`);
  else if (curve) process.stdout.write(curveTable(curve));
  if (flags.report) writeReport(flags.report, corpus, scores, curve);
  const figures = gatedFigures({ markup: report.markup.classifier, text: report.text.classifier });
  const floors = join(corpus, FLOORS_FILE);
  if (flags.pin) pinFloors(floors, figures, corpusDigest(corpus), flags.reason);
  if (flags.gate) {
    for (const finding of checkFloors(floors, figures, corpusDigest(corpus))) {
      process.stderr.write(`${finding}\n`);
      process.exitCode = 1;
    }
  }
}

function writeReport(file: string, corpus: string, scores: readonly CorpusScores[], curve: readonly CurvePoint[] | undefined): void {
  writeWhole(file, renderReport({
    title: 'How well the labels hold',
    facts: [`Cross-validated by site: ${FOLDS} folds, each scored by a model that was trained on the others.`, `Corpus ${corpus}, digest ${corpusDigest(corpus).slice(0, 12)}.`],
    labels: scores[0].labels, curve,
    readings: READINGS.map((reading, r) => ({ name: READING_NAMES[reading], pages: scores.slice(r * FOLDS, (r + 1) * FOLDS).flatMap(({ pages }) => pages) })),
  }));
  process.stderr.write(`report: ${file}\n`);
}

/** What the option `grammar` does for the unsure English blocks of the written pages, and what it costs. */
function grammarLine(folds: readonly CorpusScores[]): string {
  const trials = folds.flatMap(({ shapes }) => shapes ?? []);
  const accuracy = (which: 'without' | 'with') => percent(figuresOf(trials.flatMap((trial) => trial[which]), folds[0].labels).accuracy);
  const blocks = trials.reduce((sum, trial) => sum + trial.without.length, 0);
  if (!blocks) return '';
  const total = (part: 'milliseconds' | 'pages') => folds.reduce((sum, { cost }) => sum + (cost?.[part] ?? 0), 0);
  const weights = trials.map(({ weight }) => weight).join(', ');
  return `grammar: accuracy on ${blocks} unsure English blocks of written pages ${accuracy('without')} without, ${accuracy('with')} with (weights ${weights}); ${(total('milliseconds') / total('pages')).toFixed(1)} ms a page asked\n`;
}

function corpusTables(name: string, figures: Record<System, Figures>, labels: readonly string[]): string {
  const { calibrationError, blocks } = figures.classifier;
  return [
    `${name}: ${blocks} blocks, ${FOLDS} folds by site`,
    table(['', 'macro-F1', 'accuracy', ...labels.map((label) => `F1 ${label}`)], SYSTEMS.map((system) => [
      system, percent(figures[system].macroF1), percent(figures[system].accuracy), ...labels.map((label) => percent(figures[system].byLabel[label].f1)),
    ])),
    labelTable('classifier', figures.classifier, labels),
    `calibration error ${calibrationError.toFixed(3)}\n`,
  ].join('\n');
}

async function evalBench(pool: Tinypool, { corpus, sources, fold: only, predictions, json, compare }: EvalFlags, bench: string): Promise<void> {
  const heldOut = sources ? SOURCES.map((source) => ({ source })) : Array.from({ length: FOLDS }, (_, fold) => ({ fold })).filter(({ fold }) => only === undefined || fold === only);
  const pages = (await runAll<PagePredictions[]>(pool, 'training and scoring', heldOut.map((part): EvalTask => ({ kind: 'bench', corpus, bench, heldOut: part })))).flat();
  if (compare) {
    process.stdout.write(await compareOnBench(bench, pages));
    return;
  }
  const out = predictions ?? mkdtempSync(join(tmpdir(), 'boilerplate-classifier-'));
  try {
    writePredictions(out, pages);
    const run = (scorer: string, ...args: string[]) => runScorer(bench, scorer, [...args, ...(json ? ['--json'] : [])]);
    const how = sources ? 'one source left out at a time' : only === undefined ? `${FOLDS} folds by site` : `fold ${only} alone (lines of other folds are missing)`;
    process.stdout.write(`gold pages as HTML, ${how}\n${run('score.mjs', join(bench, 'gold'), join(out, HTML_FILE))}\n`);
    process.stdout.write(`gold pages as plain text, ${how}\n${run('score.mjs', join(bench, 'gold'), join(out, TEXT_FILE))}\n`);
    if (!sources) process.stdout.write(`WCXB development pages, article text, ${how}\n${run('wcxb.mjs', join(bench, 'wcxb-dev', 'truth'), join(out, ARTICLE_FILE))}\n`);
  } finally {
    if (!predictions) rmSync(out, { recursive: true });
  }
}

function writePredictions(folder: string, pages: readonly PagePredictions[]): void {
  const write = (file: string, of: (page: PagePredictions) => object | undefined) => {
    writeWhole(join(folder, file), pages.map(of).filter(Boolean).map((line) => `${JSON.stringify(line)}\n`).join(''));
  };
  write(HTML_FILE, ({ page, gold, html }) => (gold ? { page, blocks: html } : undefined));
  write(TEXT_FILE, ({ page, text }) => text && { page, blocks: text });
  write(ARTICLE_FILE, ({ page, article }) => (article === undefined ? undefined : { page, text: article }));
}
