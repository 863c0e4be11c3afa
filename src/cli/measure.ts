import { measureBench, readBenchFeatures } from './bench-files';
import { readCorpus } from './corpus-files';
import { writeMeasured } from './measured-files';
import { startProgress } from './progress';

export interface MeasureFlags {
  corpus: string;
  out: string;
}

/** `measure`: figures of the pages of a bench folder, written to a folder of the corpus. */
export function measureCommand(bench: string, { corpus: folder, out }: MeasureFlags): void {
  const corpus = readCorpus(folder, { measured: false });
  const pages = readBenchFeatures(bench, corpus.labels, corpus.indexes);
  const bar = startProgress('measuring', 1);
  const measured = measureBench(pages, corpus, { onProgress: (done) => bar.update(done) });
  bar.stop();
  writeMeasured(out, measured);
  process.stdout.write(`${out}: measured ${pages.length} pages\n`);
}
