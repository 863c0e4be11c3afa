import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { splitPage } from '../blocks/split-page';
import { DEFAULT_LIMITS } from '../options';
import { contentShares, joinLabels, type LabelLine, type LabelledPage } from '../training/labelled-page';

/** A page of the bench folder: as HTML, as plain text, and its gold. */
export interface BenchPage {
  html: LabelledPage;
  /** Absent for pages without gold labels. */
  text?: LabelledPage;
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

const LABEL_OF_CODE: Record<string, string> = { A: 'article', N: 'navigation', P: 'promo', R: 'related', C: 'comment', X: 'undecided' };

/** Reads the gold pages and, with `content`, the WCXB pages of a bench folder. */
export function* readBench(folder: string, labels: readonly string[], options: { unlabelled: boolean }): Generator<BenchPage> {
  const folds = JSON.parse(readFileSync(join(folder, 'folds.json'), 'utf8')) as Record<string, { site: string; fold: number }>;
  const truthFolder = join(folder, 'wcxb-dev', 'truth');
  const goldNames = new Set<string>();
  for (const file of readdirSync(join(folder, 'gold')).sort()) {
    const gold = JSON.parse(readFileSync(join(folder, 'gold', file), 'utf8')) as Gold;
    goldNames.add(gold.page);
    const source = gunzipSync(readFileSync(join(folder, gold.html))).toString('utf8');
    const lines = gold.lines.map(([code, text]): LabelLine => [LABEL_OF_CODE[code], text]);
    const truth = join(truthFolder, `${gold.page}.json`);
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
      html: { ...common, page, labels: blockLabels, content: content === undefined ? undefined : contentShares(page.blocks, content) },
      text: { ...common, page: text, labels: joinLabels(text.blocks, lines, labels), content: content === undefined ? undefined : contentShares(text.blocks, content) },
    };
  }
  if (!options.unlabelled) return;
  for (const file of readdirSync(truthFolder).sort()) {
    const truth = JSON.parse(readFileSync(join(truthFolder, file), 'utf8')) as { page: string; content: string };
    if (goldNames.has(truth.page)) continue;
    const { site, fold } = folds[truth.page];
    const page = splitPage('html', gunzipSync(readFileSync(join(folder, 'wcxb-dev', 'html', `${truth.page}.html.gz`))).toString('utf8'), DEFAULT_LIMITS);
    yield { html: { name: truth.page, site, fold, source: 'WCXB 2026', page, labels: page.blocks.map(() => undefined), content: contentShares(page.blocks, truth.content) } };
  }
}
