import { writeModel } from '../model/write-model';
import { trainModel } from '../training/train-model';
import { readCorpus } from './corpus-files';
import { startProgress } from './progress';
import { writeWhole } from './write-file';

export interface TrainFlags {
  corpus: string;
  out: string;
}

/** `train`: the same corpus gives the same bytes. */
export function trainCommand({ corpus: folder, out }: TrainFlags): void {
  const corpus = readCorpus(folder);
  const bar = startProgress('training', 1);
  const model = trainModel({ ...corpus, corpusDigest: corpus.digest, onProgress: (done) => bar.update(done) });
  bar.stop();
  const text = writeModel(model);
  writeWhole(out, text);
  process.stdout.write(`${out}: ${model.labels.join(', ')}; ${corpus.pages.length} written pages, ${corpus.measured?.rows.markup.length ?? 0} measured pages; ${text.length} bytes\n`);
}
