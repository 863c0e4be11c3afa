import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InputTypeError } from '../errors';
import { writeModel } from '../model/write-model';
import { trainModel } from '../training/train-model';
import { loadGrammar } from '../words/load-grammar';
import { readCorpus } from './corpus-files';
import { defaultFolder } from './labelled-folders';
import { SHIPPED } from './shipped';
import { startProgress } from './progress';
import { trainPages } from './train-pages';
import { writeWhole } from './write-file';

export interface TrainFlags {
  corpus?: string;
  from?: string;
  out?: string;
}

const SHIPPED_MODEL = join('src', 'model', 'model.json');

/** `train`: a corpus with measured figures trains a model from nothing, labelled pages alone one that starts from another. The same files give the same bytes. */
export async function trainCommand(dirs: readonly string[], { corpus, from, out }: TrainFlags): Promise<void> {
  if (corpus !== undefined && (dirs.length || from !== undefined)) throw new InputTypeError('BAD_OPTION', '`--corpus` trains from that folder and nothing else: leave out the other folders and `--from`');
  const whole = corpus ?? (from === undefined && dirs.length < 2 && isMeasured(dirs[0] ?? 'corpus') ? (dirs[0] ?? 'corpus') : undefined);
  if (whole === undefined) trainPages(dirs.length ? dirs : [defaultFolder()], from ?? SHIPPED, out ?? 'model.json');
  else await trainCorpus(whole, out ?? (!dirs.length && existsSync(SHIPPED_MODEL) ? SHIPPED_MODEL : 'model.json'));
}

function isMeasured(folder: string): boolean {
  return existsSync(join(folder, 'measured', 'about.json'));
}

async function trainCorpus(folder: string, out: string): Promise<void> {
  const grammar = await loadGrammar();
  if (!grammar) process.stderr.write('compromise is not installed: the model will hold no evidence of sentence shapes\n');
  const corpus = readCorpus(folder);
  const bar = startProgress('training', 1);
  const model = trainModel({ ...corpus, corpusDigest: corpus.digest, grammar, onProgress: (done) => bar.update(done) });
  bar.stop();
  const text = writeModel(model);
  writeWhole(out, text);
  process.stdout.write(`${out}: ${model.labels.join(', ')}; ${corpus.pages.length} written pages, ${corpus.measured?.rows.markup.length ?? 0} measured pages; ${Buffer.byteLength(text)} bytes\n`);
}
