import { benchPages } from './bench-pages';
import { CONTESTANTS, type ContestantName, type Time } from './contestants';

/** What a child answers for one page: milliseconds of its processor time by step. */
export interface Answer {
  page: number;
  times: Record<string, number>;
  /** Characters that were read, where they are not those of the page. */
  chars?: number;
  failed?: string;
  /** Highest resident memory so far, less what the process and the pages took before; megabytes. */
  peak: number;
}

const cpuMilliseconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** One contestant in a process of its own: it is told the number of a page, and answers. Peers print as they go: what they print is dropped. */
const [name, folder] = process.argv.slice(2) as [ContestantName, string | undefined];
const pages = benchPages(folder || undefined);
const run = await CONTESTANTS[name]();
const before = process.memoryUsage().rss;

process.on('message', (page: number) => void answer(page).then((reply) => process.send!(reply)));
process.on('disconnect', () => process.exit());
process.send!('ready');
process.stderr.write = () => true;

async function answer(page: number): Promise<Answer> {
  const times: Record<string, number> = {};
  const promises: Promise<unknown>[] = [];
  const time: Time = (step, work) => {
    const start = cpuMilliseconds();
    const result = work();
    times[step] = cpuMilliseconds() - start;
    if (result instanceof Promise) promises.push(result.then(() => void (times[step] = cpuMilliseconds() - start)));
    return result;
  };
  let failed: string | undefined;
  let chars: number | undefined;
  try {
    chars = run(pages[page], time)?.text.length;
    await Promise.all(promises);
  } catch (error) {
    failed = String(error).split('\n')[0];
  }
  return { page, times, failed, chars, peak: (process.resourceUsage().maxRSS * 1024 - before) / 1e6 };
}
