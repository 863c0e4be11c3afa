import type { ClassifiedBlock, PageInput } from 'boilerplate-classifier';

/** How the input is read: `auto` leaves it to the library. */
export type Form = 'auto' | 'html' | 'text';

/** The input of `classifyBlocks`. */
export function readSource(source: string, form: Form): PageInput {
  if (form === 'html') return { html: source };
  return form === 'text' ? { text: source } : source;
}

/** Whether the blocks were read from HTML: those alone bear the name of their element. */
export function isHtmlResult(blocks: readonly ClassifiedBlock[]): boolean {
  return blocks.some(({ tag }) => tag !== undefined);
}
