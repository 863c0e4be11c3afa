import { table } from '../../src/cli/table';
import { median, type ColdStart } from './cold-start';
import type { ContestantName } from './contestants';
import type { Sizes } from './sizes';

/** One pass of a step: milliseconds of processor time by page, and the characters that were read where they are not the page's own. */
type Pass = Map<number, { milliseconds: number; chars?: number }>;
/** By name of the step. */
export type Passes = Map<string, { contestant: ContestantName; passes: Pass[] }>;

export interface BenchFigures {
  /** Characters of every page. */
  chars: readonly number[];
  pages: number;
  passes: number;
  measured: Passes;
  /** Peak memory by contestant, megabytes. */
  peaks: ReadonlyMap<ContestantName, number>;
  coldStart: ColdStart;
  sizes: Sizes;
}

const OURS = 'classifyBlocks';

/** What each ratio is measured against, and where the issue that asked for it draws the line. */
const RATIOS: readonly (readonly [string, string, 'time' | 'speed', string])[] = [
  ['time of cheerio/slim load', 'cheerio/slim load', 'time', 'at most 2.4, goal 1.5'],
  ['time of bare htmlparser2 events', 'htmlparser2 events', 'time', ''],
  ['pages per second of Readability on linkedom', 'Readability on linkedom', 'speed', 'at least 6, goal 10'],
  ['pages per second of Defuddle', 'Defuddle', 'speed', ''],
];

/** The report: ratios first, then speeds, memory, start and sizes. */
export function reportBench(figures: BenchFigures): string {
  const { measured, pages, passes, coldStart, sizes } = figures;
  const ratios = RATIOS.filter(([, other]) => measured.has(OURS) && measured.has(other)).map(([name, other, kind, target]) => {
    const ratio = compare(measured, OURS, other);
    return [`${OURS}, times the ${name}`, (kind === 'time' ? ratio : 1 / ratio).toFixed(2), target];
  });
  const speeds = [...measured].map(([step, { contestant, passes: own }]) => {
    const { milliseconds, chars, count } = medianPass(own, figures.chars);
    return [
      step, ((count * 1000) / milliseconds).toFixed(1), (chars / 1000 / milliseconds).toFixed(2), (milliseconds / count).toFixed(2),
      `${count}/${pages}`, String(own.length), step.startsWith('  ') ? '' : (figures.peaks.get(contestant) ?? 0).toFixed(0),
    ];
  });
  return [
    `${pages} pages, ${passes} passes, processor time\n`,
    table(['ratios', '', 'target'], ratios),
    table(['', 'pages/s', 'MB/s', 'ms/page', 'pages done', 'passes', 'peak MB'], speeds),
    table(['cold start over an empty Node', 'ms', 'target'], [['on the clock', coldStart.clock.toFixed(0), 'below 150'], ['of the processor', coldStart.cpu.toFixed(0), '']]),
    table(['size', 'kB', 'target'], [
      ['dist of the main entry, gzipped', kilobytes(sizes.main), 'at most 250'],
      ['  without the model', kilobytes(sizes.mainWithoutModel), ''],
      ['browser bundle with everything, gzipped', kilobytes(sizes.browser), 'at most 330'],
      [`runtime dependencies, ${sizes.install.packages.length} packages`, kilobytes(sizes.install.bytes), 'at most 20000, 40 packages'],
    ]),
  ].join('\n');
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(0);

/** Time of one step over that of another on the pages that both finished: the median of the passes' ratios. */
export function compare(measured: Passes, step: string, other: string): number {
  const [a, b] = [measured.get(step)!.passes, measured.get(other)!.passes];
  return median(a.slice(0, b.length).map((pass, p) => {
    const both = [...pass.keys()].filter((page) => b[p].has(page));
    const sum = (of: Pass) => both.reduce((total, page) => total + of.get(page)!.milliseconds, 0);
    return sum(pass) / sum(b[p]);
  }));
}

function medianPass(passes: readonly Pass[], pageChars: readonly number[]): { milliseconds: number; chars: number; count: number } {
  const totals = passes.map((pass) => {
    let milliseconds = 0;
    let chars = 0;
    for (const [page, measured] of pass) {
      milliseconds += measured.milliseconds;
      chars += measured.chars ?? pageChars[page];
    }
    return { milliseconds, chars, count: pass.size };
  });
  return totals.sort((a, b) => a.milliseconds / a.count - b.milliseconds / b.count)[totals.length >> 1];
}
