import { hasMarkup } from './blocks/given-blocks';
import type { Page } from './blocks/page';
import { readPage } from './blocks/read-page';
import { extractFeatures } from './features/extract-features';
import { explainBlock } from './labels/explain';
import { addShapeEvidence } from './labels/shape-evidence';
import { labelBlocks } from './labels/label-blocks';
import { scoreFeatures } from './labels/score-features';
import type { SecondScores } from './labels/second-pass';
import { defaultModel } from './model/default-model';
import type { Model } from './model/model';
import { isModel } from './model/read-model';
import { InputTypeError, show } from './errors';
import { checkOptions, resolveLimits } from './options';
import type { ClassifiedBlock, DefaultLabel, Evidence, Limits, PageInput } from './types';
import type { Grammar } from './words/sentence-shape';

/** Options of `classifyBlocks`. */
export interface ClassifyOptions<L extends string = DefaultLabel> {
  /** The model that scores; the one that ships with the package where none is given. */
  model?: Model<L>;
  /** Adds `evidence` to every block: what moved its decision. */
  explain?: boolean;
  /** The function of `compromise/two`: English blocks that stay unsure are judged by the shape of their sentence too. Costs time. */
  grammar?: Grammar;
  /** Bounds on the work done for one page. */
  limits?: Limits;
}

/**
 * Splits a page into blocks and gives each a label with its probability, in document order; empty for a page without text.
 *
 * @throws TypeError, RangeError where the page or an option is of no known form. A bad page never throws.
 *
 * @example
 * import { classifyBlocks } from 'boilerplate-classifier';
 *
 * const page = '<nav><a href="/">Home</a></nav><h1>Ferry to stop</h1><p>The ferry will sail for the last time on Monday, the county said.</p>';
 * for (const { label, text } of classifyBlocks(page)) console.log(label, text);
 * // navigation Home
 * // article Ferry to stop
 * // article The ferry will sail for the last time on Monday, the county said.
 */
export function classifyBlocks<L extends string = DefaultLabel>(page: PageInput, options?: ClassifyOptions<L>): ClassifiedBlock<L>[] {
  const resolved = resolveOptions(options);
  const { model } = resolved;
  const read = readPage(page, resolved.limits);
  const { scores, content, evidenceOf } = scorePage(read, resolved);
  const blocks = labelBlocks(read, model.labels, scores, content);
  if (evidenceOf) for (const block of blocks) block.evidence = evidenceOf(block.index, model.labels.indexOf(block.label));
  return blocks;
}

interface ResolvedOptions<L extends string> {
  model: Model<L>;
  explain: boolean;
  grammar?: Grammar;
  limits: Required<Limits>;
}

interface PageScores extends SecondScores {
  /** With `explain`: what moved the label of a block. */
  evidenceOf?: (block: number, label: number) => Evidence[];
}

/** The features end here, unless evidence is wanted: on a long page they take as much memory as its blocks. */
function scorePage(page: Page, { model, explain, grammar }: ResolvedOptions<string>): PageScores {
  const features = extractFeatures(page, hasMarkup(page) ? 'markup' : 'text');
  const revised = scoreFeatures(features, model);
  const { content, rowOf } = revised;
  const { scores, shapes } = grammar ? addShapeEvidence(page.blocks.map(({ text }) => text), revised.scores, grammar, model, features.reading) : { ...revised, shapes: [] };
  if (!explain) return { scores, content };
  return { scores, content, evidenceOf: (block, label) => explainBlock(block, label, rowOf(block), features, model, shapes[block]) };
}

function resolveOptions<L extends string>(options: ClassifyOptions<L> | undefined): ResolvedOptions<L> {
  const { model = defaultModel(), explain = false, grammar, limits } = checkOptions('options', options, ['model', 'explain', 'grammar', 'limits']);
  if (!isModel(model)) throw new InputTypeError('BAD_OPTION', `Expected \`model\` to be a model as \`readModel\` returns it, got ${show(model)}`);
  if (typeof explain !== 'boolean') throw new InputTypeError('BAD_OPTION', `Expected \`explain\` to be true or false, got ${show(explain)}`);
  if (grammar !== undefined && typeof grammar !== 'function') throw new InputTypeError('BAD_OPTION', `Expected \`grammar\` to be the function of \`compromise/two\`, got ${show(grammar)}`);
  return { model: model as Model<L>, explain, grammar: grammar as Grammar | undefined, limits: resolveLimits(limits) };
}
