import { InputTypeError } from '../errors';
import type { Model } from '../model/model';
import { compareModels, countFlips, type Flip } from '../training/compare-models';
import { labelledPage } from '../training/corpus-page';
import { scorePage } from '../training/evaluate-model';
import { figuresOf, type Figures } from '../training/figures';
import type { LabelledPage } from '../training/labelled-page';
import { matchLines } from '../training/match-lines';
import { scoreLabelledPage } from '../training/scored-page';
import { defaultFolder, readLabelledFiles, type LabelledFile } from './labelled-folders';
import { readModelFile } from './read-model-file';
import { renderReport } from './report/render-report';
import { table } from './table';
import { writeWhole } from './write-file';

export interface EvalModelsFlags {
  model?: string;
  diff?: string;
  report?: string;
  json?: boolean;
}

/** A flip with its page, the line of its label and its text. */
interface PlacedFlip extends Flip {
  file: string;
  line: number;
  text: string;
}

const READINGS = [['html', 'HTML'], ['text', 'plain text']] as const;

/** `eval` of a given model on labelled pages: its figures and, with `--diff`, what flipped against another model, by page. */
export function evalModels(dirs: readonly string[], flags: EvalModelsFlags): void {
  const model = readModelFile(flags.model);
  const old = flags.diff === undefined ? undefined : readModelFile(flags.diff);
  const folders = dirs.length ? dirs : [defaultFolder()];
  const files = readLabelledFiles(folders);
  if (!files.length) throw new InputTypeError('BAD_CORPUS', `Expected labelled pages in ${folders.join(', ')}, got none: make some with \`add\``);
  const labels = [...new Set([...model.labels, ...(old?.labels ?? []), ...files.flatMap((file) => file.labels.lines.map(([label]) => label))])];
  const pages = files.map(({ source, labels: file }) => labelledPage(source, file, labels));
  const report = READINGS.flatMap(([source, name]) => {
    const own = pages.filter(({ page }) => page.source === source);
    return own.length ? [{ name, pages: own.length, figures: figuresOf(own.flatMap((page) => scorePage(model, page)), model.labels) }] : [];
  });
  const flips = old && pages.flatMap((page, i) => placeFlips(compareModels(old, model, page), page, files[i]));
  const unknown = pages.flatMap((page) => page.labels).filter((label) => label !== undefined && !model.labels.includes(label)).length;
  if (flags.report !== undefined) {
    writeWhole(flags.report, renderReport({
      title: 'How well the labels hold',
      facts: [`Model ${flags.model ?? 'shipped with the package'}, on the pages in ${folders.join(', ')}.`],
      labels: model.labels,
      readings: READINGS.map(([source, name]) => ({ name, pages: pages.filter(({ page }) => page.source === source).map((page) => scoreLabelledPage(model, page)) })),
    }));
    process.stderr.write(`report: ${flags.report}\n`);
  }
  if (unknown) process.stderr.write(`${unknown} blocks bear labels that the model does not give, and are left out of its figures\n`);
  if (flags.json) {
    process.stdout.write(`${JSON.stringify({ figures: Object.fromEntries(report.map(({ name, figures }) => [name, figures])), ...(flips && { flips }) }, null, 1)}\n`);
    return;
  }
  process.stdout.write(report.map(({ name, pages: count, figures }) => modelTables(`${name}: ${figures.blocks} blocks of ${count} pages`, figures, model)).join('\n'));
  if (flips) process.stdout.write(`\n${flipList(flips, flags.diff!)}`);
}

function placeFlips(flips: readonly Flip[], { page }: LabelledPage, { file, labels }: LabelledFile): PlacedFlip[] {
  if (!flips.length) return [];
  const { lineOf } = matchLines(page.blocks, labels.lines);
  return flips.map((flip) => ({ ...flip, file, line: labels.lineNumbers[lineOf[flip.block]] ?? 1, text: page.blocks[flip.block].text }));
}

const percent = (share: number) => (100 * share).toFixed(1);

function modelTables(title: string, { byLabel, confusion, macroF1, accuracy, calibrationError }: Figures, { labels }: Model): string {
  return [
    `${title}: macro-F1 ${percent(macroF1)}, accuracy ${percent(accuracy)}, calibration error ${calibrationError.toFixed(3)}\n`,
    table(['', 'precision', 'recall', 'F1', ...labels.map((label) => `as ${label}`)], labels.map((label, l) => [
      label, percent(byLabel[label].precision), percent(byLabel[label].recall), percent(byLabel[label].f1), ...confusion[l].map(String),
    ])),
  ].join('');
}

const SHOWN_CHARS = 60;

/** A line for each flip: `file:line block N: old → new (mended)`; then what they did in all. */
function flipList(flips: readonly PlacedFlip[], oldName: string): string {
  const lines = flips.map(({ file, line, block, old, new: now, gold, text }) => {
    const did = now === gold ? 'mended' : old === gold ? 'broken' : gold === undefined ? 'no label' : `is ${gold}`;
    return `${file}:${line} block ${block}: ${old} → ${now} (${did}) ${text.length > SHOWN_CHARS ? `${text.slice(0, SHOWN_CHARS)}…` : text}\n`;
  });
  const { mended, broken, other } = countFlips(flips);
  return `${lines.join('')}${flips.length} blocks flipped against ${oldName}: ${mended} mended, ${broken} broken, ${other} neither\n`;
}
