/** Shows how far a run is; says what goes wrong without tearing the bar. */
export interface RateDisplay {
  update(bytes: number, records: number): void;
  say(line: string): void;
  stop(): void;
}

/**
 * Bar, records, rate and time left on standard error, where that is a terminal and the output is not shown on one too. Without a known
 * size, as from standard input, records and rate alone.
 */
export async function showRate(totalBytes: number, { stderr, stdout } = process as Pick<NodeJS.Process, 'stderr' | 'stdout'>): Promise<RateDisplay> {
  if (!stderr.isTTY || stdout.isTTY) return { update: () => {}, say: (line) => stderr.write(`${line}\n`), stop: () => {} };
  const { default: cliProgress } = await import('cli-progress');
  const known = totalBytes > 0;
  const bars = new cliProgress.MultiBar({
    stream: stderr, hideCursor: true, clearOnComplete: false,
    format: `${known ? '{bar} {percentage}% · ' : ''}{records} records · {rate} a second${known ? ' · {eta_formatted} left' : ''}`,
  }, cliProgress.Presets.shades_classic);
  // The bar keeps lines until it is drawn anew, and forgets those that are left when it stops.
  let unsaid: string[] = [];
  bars.on('update-post', () => { unsaid = []; });
  const started = Date.now();
  const bar = bars.create(known ? totalBytes : 1, 0, { records: 0, rate: '–' });
  return {
    update: (bytes, records) => bar.update(known ? Math.min(bytes, totalBytes) : 0, { records, rate: Math.round((1000 * records) / Math.max(1, Date.now() - started)) }),
    say: (line) => {
      unsaid.push(line);
      bars.log(`${line}\n`);
    },
    stop: () => {
      bars.stop();
      for (const line of unsaid) stderr.write(`${line}\n`);
    },
  };
}
