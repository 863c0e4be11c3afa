import { join } from 'node:path';
import { READINGS, type Reading } from '../features/extract-features';
import { scoreRows } from '../training/evaluate-model';
import { figuresOf, type ScoredBlock } from '../training/figures';
import { readBenchFeatures, type BenchPage } from './bench-files';
import { BENCH_LABELS_FILE, readBenchLabels } from './bench-labels';
import { measureBench } from './measure-bench';
import { readCorpus } from './corpus-files';
import { writeMeasured } from './measured-files';
import { percent } from './percent';
import { startProgress } from './progress';
import { READING_NAMES } from './reading-names';
import { table } from './table';

export interface MeasureFlags {
  corpus: string;
  out: string;
}

/** `measure`: figures of the pages of a bench folder, written to a folder of the corpus. */
export function measureCommand(bench: string, { corpus: folder, out }: MeasureFlags): void {
  const corpus = readCorpus(folder, { measured: false });
  const { labels } = corpus;
  const pages = readBenchFeatures(bench, labels, corpus.indexes, readBenchLabels(join(folder, BENCH_LABELS_FILE)));
  const bar = startProgress('measuring', 1);
  const heldOut: Record<Reading, ScoredBlock[][]> = { markup: [], text: [] };
  const measured = measureBench(pages, corpus, {
    onProgress: (done) => bar.update(done),
    onHeldOut: (reading, page, scores) => heldOut[reading].push(scoreRows(scores, page.labels, labels.length)),
  });
  bar.stop();
  writeMeasured(out, measured);
  const count = (test: (page: BenchPage) => boolean) => pages.filter(({ read }) => test(read)).length;
  const sorts = `${count(({ gold }) => gold !== undefined)} with gold labels, ${count(({ gold, given }) => !gold && given !== undefined)} labelled by ${BENCH_LABELS_FILE}, ${count(({ gold, given }) => !gold && !given)} without labels`;
  process.stdout.write(`${out}: measured ${pages.length} pages, ${sorts}\n\n${heldOutTable([
    ...READINGS.map((reading): [string, ScoredBlock[][]] => [READING_NAMES[reading], heldOut[reading]]),
    [BENCH_LABELS_FILE, pages.map(({ read }) => compareGiven(read, labels))],
  ], labels)}`);
}

/** The blocks of a gold page as the labels file of the corpus has them, if it does: how right that file is. */
function compareGiven({ gold, given, html }: BenchPage, labels: readonly string[]): ScoredBlock[] {
  if (!gold || !given) return [];
  return given.map((label, i) => ({ gold: labels.indexOf(html.labels[i] ?? ''), got: labels.indexOf(label ?? ''), confidence: 1 })).filter((block) => block.gold >= 0 && block.got >= 0);
}

/**
 * How right the fits are on gold pages of folds that they did not see, by block. Which tokens are learned from was chosen on all folds: `eval --bench`
 * is stricter, and takes longer. The mean over pages is the steadier figure: one long page of promo moves its F1 by two points.
 */
export function heldOutTable(rows: readonly (readonly [name: string, pages: readonly (readonly ScoredBlock[])[]])[], labels: readonly string[]): string {
  return table(['held out', 'pages', 'blocks', 'macro-F1', ...labels.map((label) => `F1 ${label}`), 'wrong of a page, mean'], rows.map(([name, all]) => {
    const pages = all.filter((page) => page.length);
    const { blocks, macroF1, byLabel } = figuresOf(pages.flat(), labels);
    const wrong = pages.reduce((sum, page) => sum + 1 - figuresOf(page, labels).accuracy, 0) / Math.max(1, pages.length);
    return [name, String(pages.length), String(blocks), percent(macroF1), ...labels.map((label) => percent(byLabel[label].f1)), percent(wrong)];
  }).filter(([, pages]) => pages !== '0'));
}
