import { isHtml } from '../blocks/is-html';

/** What a page file holds, as its name says; undefined where it does not. */
export function formByName(file: string): 'html' | 'text' | undefined {
  if (/\.x?html?(?:\.gz)?$/i.test(file)) return 'html';
  return /\.txt(?:\.gz)?$/i.test(file) ? 'text' : undefined;
}

/** What a page file holds: as its name says, which may mention tags in a text; else as its source looks. */
export function formOf(file: string, source: string): 'html' | 'text' {
  return formByName(file) ?? (isHtml(source) ? 'html' : 'text');
}

/** The source of a page file as `classifyBlocks` and `splitBlocks` take it. */
export function pageInput(file: string, source: string): { html: string } | { text: string } {
  return formOf(file, source) === 'html' ? { html: source } : { text: source };
}
