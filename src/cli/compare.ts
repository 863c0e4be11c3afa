import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import manifest from '../../package.json' with { type: 'json' };
import { articleText } from '../article-text';
import { topLabel } from '../labels/top-label';
import type { ScoredPage } from '../training/scored-page';
import { wordOverlap, type WordOverlap } from '../training/word-overlap';
import { WCXB_PREFIX } from './bench-files';
import type { PagePredictions } from './eval-tasks';
import { startProgress } from './progress';
import { packageVersion, PEERS, runPeer, type PeerArticle, type PeerName } from './run-peer';
import { runScorer } from './run-scorer';
import { table } from './table';
import { writeWhole } from './write-file';

/** A page that extractors are compared on. */
interface ComparedPage {
  name: string;
  html: () => string;
  /** Our article text, by a model that never saw the page. */
  ours: string;
}

/** What one extractor made of the pages. */
interface Extracted {
  name: string;
  articles: readonly PeerArticle[];
}

/** Compares article text on the written HTML pages of a corpus, word by word with the text of their article blocks. */
export async function compareOnCorpus(corpus: string, scored: readonly ScoredPage[], labels: readonly string[]): Promise<string> {
  const golds = new Map<string, string>();
  const pages = scored.flatMap((result): ComparedPage[] => {
    const { page } = result;
    if (!page) return [];
    golds.set(page.name, page.texts.filter((_, i) => !page.hidden[i] && labels[result.gold[i]] === 'article').join('\n'));
    return [{ name: page.name, html: () => readFileSync(join(corpus, 'pages', page.name), 'utf8'), ours: articleOf(result, labels) }];
  });
  // Headlines are article here; both peers give them apart from the text.
  const extracted = await extractAll(pages, ({ title, text }) => (title && !text.startsWith(title) ? `${title}\n${text}` : text));
  return tableOf(`article text of ${pages.length} written HTML pages, cross-validated by site`, pages, extracted.map((one) => ({ ...one, overlaps: one.articles.map(({ text }, i) => wordOverlap(text, golds.get(pages[i].name)!)) })));
}

function articleOf({ page, scores, content }: ScoredPage, labels: readonly string[]): string {
  return articleText(page!.texts.map((text, i) => (
    { text, label: labels[topLabel(scores, i * labels.length, labels.length)], content: content[i], ...(page!.hidden[i] && { hidden: true as const }) }
  )));
}

/** Compares article text on the WCXB pages of a bench folder, by that folder's own scorer. */
export async function compareOnBench(bench: string, predictions: readonly PagePredictions[]): Promise<string> {
  const pages = predictions.flatMap(({ page: name, article }): ComparedPage[] => (article === undefined ? [] : [{
    name, ours: article, html: () => gunzipSync(readFileSync(join(bench, 'wcxb-dev', 'html', `${name.replace(WCXB_PREFIX, '')}.html.gz`))).toString('utf8'),
  }]));
  const extracted = await extractAll(pages, ({ text }) => text);
  const folder = mkdtempSync(join(tmpdir(), 'boilerplate-classifier-'));
  try {
    return tableOf(`article text of ${pages.length} WCXB development pages`, pages, extracted.map((one) => {
      const file = join(folder, 'article.jsonl');
      writeWhole(file, one.articles.map(({ text }, i) => `${JSON.stringify({ page: pages[i].name, text })}\n`).join(''));
      const scored = JSON.parse(runScorer(bench, 'wcxb.mjs', [join(bench, 'wcxb-dev', 'truth'), file, '--json'])) as { rows: (WordOverlap & { page: string })[] };
      const rows = new Map(scored.rows.map((row) => [row.page, row]));
      return { ...one, overlaps: pages.map(({ name }) => rows.get(name)!) };
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Our text and that of every peer; the peers run side by side. */
async function extractAll(pages: readonly ComparedPage[], textOf: (article: PeerArticle) => string): Promise<Extracted[]> {
  const peers = Object.keys(PEERS) as PeerName[];
  const bar = startProgress('peers', peers.length * pages.length);
  let done = 0;
  const found = await Promise.all(peers.map((peer) => runPeer(peer, pages, () => bar.update(++done))));
  bar.stop();
  return [
    { name: `${manifest.name} ${manifest.version}`, articles: pages.map(({ ours }) => ({ title: '', text: ours })) },
    ...peers.map((peer, p) => ({ name: `${peer} ${packageVersion(PEERS[peer])}`, articles: found[p].map((article) => ({ ...article, text: textOf(article) })) })),
  ];
}

const SHOWN_NAMES = 10;

function tableOf(what: string, pages: readonly ComparedPage[], tools: readonly (Extracted & { overlaps: readonly WordOverlap[] })[]): string {
  const mean = (overlaps: readonly WordOverlap[], figure: keyof WordOverlap) => ((100 * overlaps.reduce((sum, overlap) => sum + overlap[figure], 0)) / (overlaps.length || 1)).toFixed(1);
  const namesOf = ({ articles }: Extracted, is: (article: PeerArticle) => boolean) => pages.filter((_, i) => is(articles[i])).map(({ name }) => name);
  const failed = (tool: Extracted) => namesOf(tool, (article) => article.failed !== undefined);
  const empty = (tool: Extracted) => namesOf(tool, ({ text, failed: why }) => why === undefined && !text.trim());
  const list = (tool: Extracted, did: string, names: readonly string[]) => (names.length ? `${tool.name} ${did} ${names.slice(0, SHOWN_NAMES).join(', ')}${names.length > SHOWN_NAMES ? ` and ${names.length - SHOWN_NAMES} more` : ''}\n` : '');
  const today = new Date().toISOString().slice(0, 10);
  return `${what}, ${today}; words, means over pages\n${table(['', 'F1', 'precision', 'recall', 'gave nothing', 'failed'], tools.map((tool) => [
    tool.name, mean(tool.overlaps, 'f1'), mean(tool.overlaps, 'precision'), mean(tool.overlaps, 'recall'), String(empty(tool).length), String(failed(tool).length),
  ]))}${tools.map((tool) => list(tool, 'gave nothing on', empty(tool)) + list(tool, 'failed on', failed(tool))).join('')}`;
}
