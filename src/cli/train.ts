import { writeModel } from '../model/write-model';
import { trainModel } from '../training/train-model';
import { loadGrammar } from '../words/load-grammar';
import { readCorpus } from './corpus-files';
import { startProgress } from './progress';
import { writeWhole } from './write-file';

export interface TrainFlags {
  corpus: string;
  out: string;
}

/** `train`: the same corpus gives the same bytes. */
export async function trainCommand({ corpus: folder, out }: TrainFlags): Promise<void> {
  const grammar = await loadGrammar();
  if (!grammar) process.stderr.write('compromise is not installed: the model will hold no evidence of sentence shapes\n');
  const corpus = readCorpus(folder);
  const bar = startProgress('training', 1);
  const model = trainModel({ ...corpus, corpusDigest: corpus.digest, grammar, onProgress: (done) => bar.update(done) });
  bar.stop();
  const text = writeModel(model);
  writeWhole(out, text);
  process.stdout.write(`${out}: ${model.labels.join(', ')}; ${corpus.pages.length} written pages, ${corpus.measured?.rows.markup.length ?? 0} measured pages; ${text.length} bytes\n`);
}
