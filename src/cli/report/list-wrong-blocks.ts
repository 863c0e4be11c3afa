import { scoreRows } from '../../training/evaluate-model';
import type { ScoredPage, WrittenPage } from '../../training/scored-page';
import { counted } from '../counted';
import { markup, type Markup } from './markup';
import type { ScoredReading } from './report-data';

/** Blocks shown before and after each wrong one. */
const AROUND = 2;
const TEXT_CHARS = 180;
const WRONG_TEXT_CHARS = 600;

/** A block as a page of the report shows it. */
interface ShownBlock {
  /** -1 where nothing is known. */
  gold: number;
  got: number;
  confidence: number;
}

const isWrong = ({ gold, got }: ShownBlock) => gold >= 0 && gold !== got;

/** Every wrong block among its neighbours, page by page, those with most wrong blocks first. Pages of which no text is known cannot be shown. */
export function listWrongBlocks({ name, pages }: ScoredReading, labels: readonly string[]): Markup {
  const shown = pages.flatMap((scored) => (scored.page ? [{ page: scored.page, blocks: blocksOf(scored, labels.length) }] : []))
    .map((entry) => ({ ...entry, wrong: entry.blocks.filter(isWrong) })).filter(({ wrong }) => wrong.length)
    .sort((a, b) => b.wrong.length - a.wrong.length || (a.page.name < b.page.name ? -1 : 1));
  const count = shown.reduce((sum, { wrong }) => sum + wrong.length, 0);
  return markup`<h3>${name}: ${count} wrong blocks on ${counted(shown.length, 'page')}</h3>
${shown.map(({ page, blocks, wrong }) => markup`<details class="page ${goldClasses(wrong)}"><summary><b dir="auto">${page.name}</b> <span class="note" dir="auto">${page.site}</span> <span class="note">${wrong.length} of ${blocks.length} wrong</span>${strip(blocks)}</summary>${runsOf(page, blocks, labels)}</details>
`)}`;
}

function blocksOf({ gold, scores }: ScoredPage, labels: number): ShownBlock[] {
  return scoreRows(scores, new Uint8Array(gold.length), labels).map(({ got, confidence }, i) => ({ gold: gold[i], got, confidence }));
}

/** Names the labels that were missed, so that the report can be narrowed down to one. */
function goldClasses(wrong: readonly ShownBlock[]): string {
  return [...new Set(wrong.map(({ gold }) => `h${gold}`))].sort().join(' ');
}

/** The whole page as a strip: above what its blocks are, below what wrong ones were taken for. */
function strip(blocks: readonly ShownBlock[]): Markup {
  const paths = new Map<number, string>();
  const draw = (label: number, from: number, to: number, y: number, height: number) => paths.set(label, `${paths.get(label) ?? ''}M${from} ${y}H${to}v${height}H${from}z`);
  for (let from = 0, to = 0; from < blocks.length; from = to) {
    while (to < blocks.length && blocks[to].gold === blocks[from].gold) to++;
    if (blocks[from].gold >= 0) draw(blocks[from].gold, from, to, 0, 8);
  }
  blocks.forEach((block, i) => isWrong(block) && draw(block.got, i, i + 1, 9, 5));
  return markup`<svg class="strip" viewBox="0 0 ${blocks.length} 14" preserveAspectRatio="none" aria-hidden="true">${[...paths].map(([label, path]) => markup`<path class="fill l${label}" d="${path}"/>`)}</svg>`;
}

/** Runs of blocks around wrong ones; what lies between is only counted. */
function runsOf(page: WrittenPage, blocks: readonly ShownBlock[], labels: readonly string[]): Markup[] {
  const runs: Markup[] = [];
  let shownTo = 0;
  for (let i = 0; i < blocks.length; i++) {
    if (!isWrong(blocks[i])) continue;
    const from = Math.max(shownTo, i - AROUND);
    let last = i;
    for (let k = i; k < blocks.length && k <= last + 2 * AROUND; k++) if (isWrong(blocks[k])) last = k;
    const to = Math.min(blocks.length, last + AROUND + 1);
    const rows = blocks.slice(from, to).map((block, k) => row(page, from + k, block, labels));
    runs.push(markup`${between(from - shownTo)}<div class="run ${goldClasses(blocks.slice(from, to).filter(isWrong))}">${rows}</div>`);
    shownTo = to;
    i = to - 1;
  }
  return [...runs, between(blocks.length - shownTo)];
}

function between(blocks: number): Markup {
  return markup`${blocks > 0 && markup`<p class="between">… ${blocks} more</p>`}`;
}

function row({ texts, hidden }: WrittenPage, i: number, block: ShownBlock, labels: readonly string[]): Markup {
  const { gold, got, confidence } = block;
  const wrong = isWrong(block);
  const most = wrong ? WRONG_TEXT_CHARS : TEXT_CHARS;
  const text = texts[i].length > most ? `${texts[i].slice(0, most)}…` : texts[i];
  const tag = (label: number) => markup`<span class="tag l${label}">${labels[label]}</span>`;
  return markup`<div class="row l${got}${wrong && ' wrong'}"><span dir="auto">${text}</span><span class="said">${hidden[i] > 0 && 'hidden '}${gold < 0 && 'not scored '}${wrong && markup`${tag(gold)} → `}${tag(got)} ${confidence.toFixed(2)}</span></div>`;
}
