export { classifyBlocks, type ClassifyOptions } from './classify-blocks';
export { splitBlocks, type SplitOptions } from './split-blocks';
export { articleText, type ArticleTextOptions } from './article-text';
export { readModel } from './model/read-model';
export type { Model } from './model/model';
export type { Block, BlockInput, ClassifiedBlock, DefaultLabel, Evidence, Limits, PageInput } from './types';
export type { Grammar } from './words/sentence-shape';
export type { ErrorCode } from './errors';
