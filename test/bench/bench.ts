import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cac } from 'cac';
import { startProgress } from '../../src/cli/progress';
import { randomStream, shuffledOrder } from '../../src/training/random';
import { benchPages } from './bench-pages';
import { measureColdStart } from './cold-start';
import { CONTESTANTS, type ContestantName } from './contestants';
import { reportBench, type Passes } from './report-bench';
import { RunningContestant } from './run-contestant';
import { bundle, measureSizes } from './sizes';
import { workersRate } from './workers-rate';

const MAIN_ENTRY = 'dist/index.js';
const SEED = 20261124;
/** The compiler needs some pages before it has seen what is hot. */
const WARM_UP_PAGES = 25;
/** So many pages a contestant does in one go: with one at a time it would find the caches of the processor cold. */
const PAGES_A_TURN = 10;
/** Peers that take many times as long go through the pages once. */
const ONE_PASS: readonly ContestantName[] = ['defuddle'];

const cli = cac('bench');
cli.command('[folder]', 'Time, memory, cold start and sizes of `dist` beside other libraries, on every fifth WCXB page of a bench folder or on the corpus')
  .option('--passes <number>', 'Passes over the pages; each figure is the median', { default: 3 })
  .option('--pages <number>', 'No more pages than these')
  .option('--limit <seconds>', 'A contestant that takes longer for one page is ended and started anew', { default: 30 })
  .option('--only <names>', `Some of ${Object.keys(CONTESTANTS).join(',')}`)
  .option('--no-workers', 'Leave out the rate and memory of `classify` with two workers, which `npm run bench:workers` prints alone')
  .action((folder: string | undefined, flags: Flags) => runBench(folder, flags));
cli.help();

interface Flags {
  passes: number;
  pages?: number;
  limit: number;
  only?: string;
  workers: boolean;
}

async function runBench(folder: string | undefined, { passes, pages: most, limit, only, workers }: Flags): Promise<void> {
  if (!existsSync(MAIN_ENTRY)) throw new Error('Expected `dist`, which is what the bench measures: `npm run build` first');
  const all = Object.keys(CONTESTANTS) as ContestantName[];
  const unknown = only?.split(',').find((name) => !(name in CONTESTANTS));
  if (unknown !== undefined) throw new Error(`Expected \`--only\` to name some of ${all.join(', ')}, got \`${unknown}\``);
  const chars = benchPages(folder).map((html) => html.length);
  const random = randomStream(SEED);
  const order = [...shuffledOrder(chars.length, random)].slice(0, most);

  const temporary = mkdtempSync(join(tmpdir(), 'bench-stages-'));
  const contestants = all.filter((name) => !only || only.split(',').includes(name))
    .map((name) => new RunningContestant(name, folder, { BENCH_STAGES: join(temporary, 'bundle.mjs') }));
  const measured: Passes = new Map();
  try {
    await bundle(fileURLToPath(new URL('./stages.ts', import.meta.url)), temporary, { platform: 'node', noExternal: [/./], outExtension: () => ({ js: '.mjs' }) });
    if (!readdirSync(temporary).includes('bundle.mjs')) throw new Error('The stages could not be bundled');
    const progress = startProgress('bench', passes * order.length);
    for (const contestant of contestants) for (const page of order.slice(0, ONE_PASS.includes(contestant.name) ? 3 : WARM_UP_PAGES)) await contestant.run(page, limit);
    for (let pass = 0; pass < passes; pass++) {
      for (let from = 0; from < order.length; from += PAGES_A_TURN) {
        const turn = order.slice(from, from + PAGES_A_TURN);
        // By turns, in an order of their own each time, so that what else the machine does falls on all alike.
        for (const k of shuffledOrder(contestants.length, random)) {
          if (pass && ONE_PASS.includes(contestants[k].name)) continue;
          for (const page of turn) record(measured, pass, page, contestants[k].name, await contestants[k].run(page, limit));
        }
        progress.update(pass * order.length + from + turn.length);
      }
    }
    progress.stop();
  } finally {
    for (const contestant of contestants) contestant.stop();
    rmSync(temporary, { recursive: true, force: true });
  }
  const peaks = new Map(contestants.map(({ name, peak }) => [name, peak]));
  process.stdout.write(reportBench({ chars, pages: order.length, passes, measured, peaks, coldStart: measureColdStart(MAIN_ENTRY), sizes: await measureSizes(MAIN_ENTRY) }));
  if (workers && !only && !(await workersRate())) process.exitCode = 1;
}

function record(measured: Passes, pass: number, page: number, contestant: ContestantName, answer: Awaited<ReturnType<RunningContestant['run']>>): void {
  const steps = answer && !answer.failed ? Object.entries(answer.times) : [];
  if (!steps.length) process.stderr.write(`${contestant}: page ${page} ${answer ? `failed: ${answer.failed}` : 'took longer than the limit, or ended the process'}\n`);
  for (const [step, milliseconds] of steps) {
    if (!measured.has(step)) measured.set(step, { contestant, passes: [] });
    const { passes } = measured.get(step)!;
    (passes[pass] ??= new Map()).set(page, { milliseconds, chars: answer!.chars });
  }
}

try {
  cli.parse(process.argv, { run: false });
  await cli.runMatchedCommand();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}
