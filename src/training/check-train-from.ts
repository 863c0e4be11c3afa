import { InputTypeError, show } from '../errors';
import { CORPUS_DIGEST, whyNoLabel } from '../model/model-file';
import { checkModel } from '../model/read-model';

/** Throws a `TypeError` that says what is wrong with the input of `trainFrom`; training takes too long to find out at its end. */
export function checkTrainFrom(input: unknown): void {
  if (typeof input !== 'object' || input === null) throw new InputTypeError('BAD_OPTION', `Expected an object with \`from\`, \`markup\`, \`text\` and \`corpusDigest\`, got ${show(input)}`);
  const { from, markup, text, added = [], corpusDigest } = input as Record<string, unknown>;
  checkModel('from', from);
  for (const [name, pages] of Object.entries({ markup, text })) {
    if (!Array.isArray(pages)) throw new InputTypeError('BAD_CORPUS', `Expected \`${name}\` to be an array of labelled pages, got ${show(pages)}`);
    pages.forEach((page: unknown, i) => {
      if (!isLabelledPage(page)) throw new InputTypeError('BAD_CORPUS', `Expected \`${name}[${i}]\` to be a page with a label for each block, as \`labelledPage\` and \`pageAsText\` make them, got ${show(page)}`);
    });
  }
  if (!Array.isArray(added)) throw new InputTypeError('BAD_OPTION', `Expected \`added\` to be an array of labels, got ${show(added)}`);
  for (const label of added as unknown[]) {
    const why = whyNoLabel(label);
    if (why) throw new InputTypeError('BAD_LABELS', `Expected labels in \`added\` (${why}), got ${show(label)}`);
    if (from.labels.includes(label as string)) throw new InputTypeError('BAD_LABELS', `Expected labels in \`added\` that the model does not know, got ${show(label)}`);
  }
  if (typeof corpusDigest !== 'string' || !CORPUS_DIGEST.test(corpusDigest)) throw new InputTypeError('BAD_OPTION', `Expected \`corpusDigest\` to be a SHA-256, 64 hexadecimal digits, got ${show(corpusDigest)}`);
}

function isLabelledPage(value: unknown): boolean {
  const { page, labels, site } = (value ?? {}) as { page?: { blocks?: unknown } | null; labels?: unknown; site?: unknown };
  return typeof site === 'string' && Array.isArray(page?.blocks) && Array.isArray(labels) && page.blocks.length === labels.length;
}
