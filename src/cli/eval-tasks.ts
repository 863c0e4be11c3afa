import { join } from 'node:path';
import { articleText } from '../article-text';
import { extractFeatures, type Reading } from '../features/extract-features';
import { labelBlocks } from '../labels/label-blocks';
import { scoreFeatures } from '../labels/score-features';
import type { Model } from '../model/model';
import { crossValidateFold, type FoldScores, type ShapeTrial } from '../training/cross-validate';
import type { LabelledPage } from '../training/labelled-page';
import { scoreCurveFold, type CurveFold, type CurveSource } from '../training/learning-curve';
import type { ScoredPage } from '../training/scored-page';
import { trainModel } from '../training/train-model';
import type { ClassifiedBlock } from '../types';
import { readBenchFeatures, type BenchFeatures } from './bench-files';
import { BENCH_LABELS_FILE, readBenchLabels } from './bench-labels';
import { loadGrammar } from '../words/load-grammar';
import type { Grammar } from '../words/sentence-shape';
import { measureBench } from './measure-bench';
import { readCorpus, type Corpus } from './corpus-files';

/** What one worker of `eval` does: a fold of the corpus, a fold of a point of its learning curve, or a part of the bench folder that is held out. */
export type EvalTask =
  | { kind: 'corpus'; corpus: string; reading: Reading; fold: number }
  | { kind: 'curve'; corpus: string; reading: Reading; fold: number; source: CurveSource; share: number }
  | { kind: 'bench'; corpus: string; bench: string; heldOut: { fold: number } | { source: string } };

/** Scores of one fold of the corpus, by its labels, what the classifier says of each of its pages, and what the grammar cost on the pages that it was asked about. */
export type CorpusScores = FoldScores & { labels: readonly string[]; pages: ScoredPage[]; shapes?: ShapeTrial; cost?: { milliseconds: number; pages: number } };

/** Predictions for one page of the bench folder, as its scorers read them. */
export interface PagePredictions {
  page: string;
  /** The bench folder has gold labels for it. */
  gold: boolean;
  html: Pick<ClassifiedBlock<string>, 'text' | 'label' | 'confidence'>[];
  text?: Pick<ClassifiedBlock<string>, 'text' | 'label' | 'confidence'>[];
  /** Article text, where the bench folder says what content is. */
  article?: string;
}

type BenchTask = Extract<EvalTask, { kind: 'bench' }>;

let corpus: { folder: string; value: Corpus } | undefined;
let bench: { folder: string; pages: BenchFeatures[] } | undefined;

/** Runs in a worker; keeps what it has read for its next task. */
export default async function runEvalTask(task: EvalTask): Promise<CorpusScores | CurveFold | undefined | PagePredictions[]> {
  // The bench folder is measured anew, so that the corpus' own measured figures play no part there.
  if (corpus?.folder !== task.corpus) corpus = { folder: task.corpus, value: readCorpus(task.corpus, { measured: task.kind !== 'bench' }) };
  if (task.kind === 'corpus') return scoreFold(corpus.value, task.reading, task.fold);
  if (task.kind === 'curve') return scoreCurveFold(task.reading, { ...corpus.value, corpusDigest: corpus.value.digest }, task.fold, task.source, task.share);
  return predictHeldOut(corpus.value, task);
}

/** Cross-validates a fold, with the grammar where it is installed. */
async function scoreFold(value: Corpus, reading: Reading, fold: number): Promise<CorpusScores> {
  const { labels } = value;
  const pages: ScoredPage[] = [];
  const onPage = (page: ScoredPage) => pages.push(page);
  const nlp = await loadGrammar();
  if (!nlp) return { ...crossValidateFold(reading, { ...value, corpusDigest: value.digest }, fold, onPage), labels, pages };
  // Its first call takes longer than all others.
  nlp('Warm up the grammar.').json({ text: false });
  const cost = { milliseconds: 0, pages: 0 };
  const grammar: Grammar = (text) => ({
    json: (options) => {
      const start = performance.now();
      const sentences = nlp(text).json(options);
      cost.milliseconds += performance.now() - start;
      cost.pages++;
      return sentences;
    },
  });
  return { ...crossValidateFold(reading, { ...value, corpusDigest: value.digest, grammar }, fold, onPage), labels, pages, cost };
}

/** Trains on the written pages and all bench pages but those held out, anew from the pages themselves, and labels those. */
function predictHeldOut({ labels, indexes, markup, text, digest }: Corpus, { corpus: corpusFolder, bench: folder, heldOut }: BenchTask): PagePredictions[] {
  if (bench?.folder !== folder) bench = { folder, pages: readBenchFeatures(folder, labels, indexes, readBenchLabels(join(corpusFolder, BENCH_LABELS_FILE))) };
  const isHeldOut = ({ fold, source }: LabelledPage) => ('fold' in heldOut ? fold === heldOut.fold : source === heldOut.source);
  const measured = measureBench(bench.pages.filter(({ read }) => !isHeldOut(read.html)), { labels, markup, text, indexes }, { heldOutGroups: 1 });
  const model = trainModel({ labels, markup, text, measured, indexes, corpusDigest: digest });
  return bench.pages.filter(({ read }) => isHeldOut(read.html)).map(({ read }) => {
    const blocks = classify(model, read.html, 'markup').filter((block) => !block.hidden);
    return {
      page: read.html.name,
      gold: read.gold !== undefined,
      html: blocks.map(forScorer),
      text: read.gold && classify(model, read.text, 'text').map(forScorer),
      article: read.html.content && articleText(blocks),
    };
  });
}

function classify(model: Model, { page }: LabelledPage, reading: Reading): ClassifiedBlock<string>[] {
  const { scores, content } = scoreFeatures(extractFeatures(page, reading), model);
  return labelBlocks(page, model.labels, scores, content);
}

function forScorer({ text, label, confidence }: ClassifiedBlock<string>): PagePredictions['html'][number] {
  return { text, label, confidence };
}
