import { measureBench, readBenchFeatures } from './bench-files';
import { readCorpus } from './corpus-files';
import { writeMeasured } from './measured-files';

export interface MeasureFlags {
  corpus: string;
  out: string;
}

/** `measure`: figures of the pages of a bench folder, written to a folder of the corpus. */
export function measureCommand(bench: string, { corpus: folder, out }: MeasureFlags): void {
  const corpus = readCorpus(folder, { measured: false });
  const pages = readBenchFeatures(bench, corpus.labels, corpus.indexes);
  writeMeasured(out, measureBench(pages, corpus));
  process.stdout.write(`${out}: measured ${pages.length} pages\n`);
}
