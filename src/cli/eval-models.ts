import { InputTypeError } from '../errors';
import { READINGS } from '../features/extract-features';
import type { Model } from '../model/model';
import { compareModels, countFlips, type Flip } from '../training/compare-models';
import { labelledPage } from '../training/corpus-page';
import { figuresOf, type Figures } from '../training/figures';
import { readingOf, type LabelledPage } from '../training/labelled-page';
import { matchLines } from '../training/match-lines';
import { scoreLabelledPage, scoredBlocks } from '../training/scored-page';
import { counted } from './counted';
import { defaultFolder, readLabelledFiles, type LabelledFile } from './labelled-folders';
import { labelTable } from './label-table';
import { percent } from './percent';
import { readModelFile } from './read-model-file';
import { READING_NAMES } from './reading-names';
import { renderReport } from './report/render-report';
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

/** `eval` of a given model on labelled pages: its figures and, with `--diff`, what flipped against another model, by page. */
export function evalModels(dirs: readonly string[], flags: EvalModelsFlags): void {
  const model = readModelFile(flags.model);
  const old = flags.diff === undefined ? undefined : readModelFile(flags.diff);
  const folders = dirs.length ? dirs : [defaultFolder()];
  const files = readLabelledFiles(folders);
  if (!files.length) throw new InputTypeError('BAD_CORPUS', `Expected labelled pages in ${folders.join(', ')}, got none: make some with \`add\``);
  const labels = [...new Set([...model.labels, ...(old?.labels ?? []), ...files.flatMap((file) => file.labels.lines.map(([label]) => label))])];
  const pages = files.map(({ source, labels: file }) => labelledPage(source, file, labels));
  const readings = READINGS.map((reading) => ({ name: READING_NAMES[reading], pages: pages.filter((page) => readingOf(page) === reading).map((page) => scoreLabelledPage(model, page)) }));
  const report = readings.filter(({ pages: own }) => own.length)
    .map(({ name, pages: own }) => ({ name, pages: own.length, figures: figuresOf(scoredBlocks(own, model.labels.length), model.labels) }));
  const flips = old && pages.flatMap((page, i) => placeFlips(compareModels(old, model, page), page, files[i]));
  const unknown = pages.flatMap((page) => page.labels).filter((label) => label !== undefined && !model.labels.includes(label)).length;
  if (flags.report !== undefined) {
    writeWhole(flags.report, renderReport({
      title: 'How well the labels hold',
      facts: [`Model ${flags.model ?? 'shipped with the package'}, on the pages in ${folders.join(', ')}.`],
      labels: model.labels, readings,
    }));
    process.stderr.write(`report: ${flags.report}\n`);
  }
  if (unknown) process.stderr.write(`${unknown} blocks bear labels that the model does not give, and are left out of its figures\n`);
  if (flags.json) {
    process.stdout.write(`${JSON.stringify({ figures: Object.fromEntries(report.map(({ name, figures }) => [name, figures])), ...(flips && { flips }) }, null, 1)}\n`);
    return;
  }
  process.stdout.write(report.map(({ name, pages: count, figures }) => modelTables(`${name}: ${figures.blocks} blocks of ${counted(count, 'page')}`, figures, model)).join('\n'));
  if (flips) process.stdout.write(`\n${flipList(flips, flags.diff!)}`);
}

function placeFlips(flips: readonly Flip[], { page }: LabelledPage, { file, labels }: LabelledFile): PlacedFlip[] {
  if (!flips.length) return [];
  const { lineOf } = matchLines(page.blocks, labels.lines);
  return flips.map((flip) => ({ ...flip, file, line: labels.lineNumbers[lineOf[flip.block]] ?? 1, text: page.blocks[flip.block].text }));
}

function modelTables(title: string, figures: Figures, { labels }: Model): string {
  const { macroF1, accuracy, calibrationError } = figures;
  return `${title}: macro-F1 ${percent(macroF1)}, accuracy ${percent(accuracy)}, calibration error ${calibrationError.toFixed(3)}\n${labelTable('', figures, labels)}`;
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
