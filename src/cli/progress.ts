import cliProgress from 'cli-progress';

/** A progress bar on standard error; silent where that is no terminal. */
export function startProgress(what: string, total: number): { update(done: number): void; stop(): void } {
  if (!process.stderr.isTTY) return { update: () => {}, stop: () => {} };
  const bar = new cliProgress.SingleBar({ stream: process.stderr, format: `${what} {bar} {percentage}% · {eta_formatted} left`, hideCursor: true }, cliProgress.Presets.shades_classic);
  bar.start(total, 0);
  return { update: (done) => bar.update(done), stop: () => bar.stop() };
}
