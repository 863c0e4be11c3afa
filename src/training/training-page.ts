import { layoutOf } from '../labels/second-pass';
import type { Layout } from '../labels/context';
import { EVERY_FAMILY, extractFeatures, FAMILY_NAMES, type Reading } from '../features/extract-features';
import { contentByLabels } from './content-by-labels';
import { labelIndexes, type LabelledPage } from './labelled-page';
import { TokenCounts, TokenIndex } from './token-counts';
import { TokenNames } from './token-names';

/** A page ready for training: features by number. */
export interface TrainingPage {
  name: string;
  fold: number;
  site: string;
  source: string;
  blocks: number;
  /** Texts of the blocks, which a grammar may be asked about. */
  texts: readonly string[];
  layout: Layout;
  /** Heuristic steps, row by row. */
  steps: Uint8Array;
  /** `tokens[family][block]`: numbers of the block's tokens, each once. */
  tokens: readonly (readonly Int32Array[])[];
  /** Index of each block's label, -1 for none. */
  labels: Int8Array;
  /** 1 content, 0 not, -1 unknown. */
  content: Int8Array;
  hidden: Uint8Array;
  /** Of its blocks only a few are sampled. */
  isSampledThinly?: true;
}

/** Token numbers of every family, shared by all pages of a training run. */
export type TokenIndexes = ReadonlyMap<string, TokenIndex>;

/** Numbers for the tokens of a training run: all its pages share one. */
export function newTokenIndexes(): TokenIndexes {
  return new Map(EVERY_FAMILY.map((name) => [name, new TokenIndex()]));
}

/** From this share of its words on a block is content. */
const CONTENT_SHARE = 0.5;

/** A labelled page with its features as numbers. Labels that are not among `labels` teach nothing; new tokens are added to `indexes`. */
export function toTrainingPage(labelled: LabelledPage, reading: Reading, labels: readonly string[], indexes: TokenIndexes): TrainingPage {
  const features = extractFeatures(labelled.page, reading);
  const names = new TokenNames();
  const tokensOf = features.tokensIn(names);
  const texts = labelled.page.blocks.map(({ text }) => text);
  const known = labelIndexes(labelled.labels, labels);
  return {
    name: labelled.name,
    fold: labelled.fold,
    site: labelled.site,
    source: labelled.source,
    blocks: features.blocks,
    texts,
    layout: layoutOf(features),
    steps: features.stepsOf(0, features.blocks),
    tokens: FAMILY_NAMES[reading].map((name, k) => {
      const index = indexes.get(name)!;
      let last: { tokens: readonly number[]; numbers: Int32Array } | undefined;
      return Array.from({ length: features.blocks }, (_, i) => {
        const tokens = tokensOf(k, i);
        // Blocks of one place share one array.
        if (last?.tokens !== tokens) last = { tokens, numbers: Int32Array.from(new Set(tokens.map((token) => index.numberOf(names.names[token])))) };
        return last.numbers;
      });
    }),
    labels: known,
    content: labelled.content ? Int8Array.from(labelled.content, (share) => Number(share >= CONTENT_SHARE)) : contentByLabels(known, texts),
    hidden: Uint8Array.from(labelled.page.blocks, ({ hidden }) => Number(hidden)),
  };
}

/**
 * On how many pages each token stands under each label. The families that both readings share are counted once, on the pages read by
 * their markup; `section-words` on the pages read as text.
 */
export function countTokens(pages: readonly TrainingPage[], reading: Reading, folds: number, labels: number, indexes: TokenIndexes): Map<string, TokenCounts> {
  const result = new Map<string, TokenCounts>();
  FAMILY_NAMES[reading].forEach((name, k) => {
    const counts = new TokenCounts(indexes.get(name)!, folds, labels);
    result.set(name, counts);
    // The page on which a token was last counted under a label: each page counts once.
    const lastPage = new Int32Array(indexes.get(name)!.names.length * labels);
    let pageNumber = 0;
    for (const page of pages) {
      pageNumber++;
      page.tokens[k].forEach((tokens, i) => {
        const label = page.labels[i];
        if (label < 0) return;
        for (const token of tokens) {
          if (lastPage[token * labels + label] === pageNumber) continue;
          lastPage[token * labels + label] = pageNumber;
          counts.add(token, page.fold, label, 1);
        }
      });
    }
  });
  return result;
}
