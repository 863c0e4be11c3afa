import { InputTypeError, show } from '../errors';
import type { BlockInput, Limits, PageInput } from '../types';
import { givenBlocks } from './given-blocks';
import { isHtml } from './is-html';
import type { Page } from './page';
import { splitPage } from './split-page';

const FORMS = 'a string, `{ html }`, `{ text }` or `{ blocks }`';

/** The page of any input that `classifyBlocks` takes. Throws where the input has none of the known forms. */
export function readPage(input: PageInput, limits: Required<Limits>): Page {
  if (typeof input === 'string') return splitPage(isHtml(input) ? 'html' : 'text', input, limits);
  if (typeof input !== 'object' || input === null) throw new InputTypeError('BAD_PAGE', `Expected a page as ${FORMS}, got ${show(input)}`);
  const forms = (['html', 'text', 'blocks'] as const).filter((key) => (input as Record<string, unknown>)[key] !== undefined);
  if (forms.length !== 1) throw new InputTypeError('BAD_PAGE', `Expected a page as ${FORMS}, got ${show(input)}`);
  const [form] = forms;
  const value = (input as Record<string, unknown>)[form];
  if (form === 'blocks') {
    if (!Array.isArray(value)) throw new InputTypeError('BAD_PAGE', `Expected \`blocks\` to be an array, got ${show(value)}`);
    return givenBlocks(value as (string | BlockInput)[], limits.maxDepth);
  }
  if (typeof value !== 'string') throw new InputTypeError('BAD_PAGE', `Expected \`${form}\` to be a string, got ${show(value)}`);
  const address = form === 'html' ? addressOf((input as { url?: unknown }).url) : '';
  const page = splitPage(form, value, limits);
  page.url ||= address;
  return page;
}

const ADDRESS = /^https?:\/\/[^/]/i;

/** Whether a value can be given as the address of a page. */
export function isAddress(value: unknown): value is string {
  return typeof value === 'string' && ADDRESS.test(value);
}

function addressOf(url: unknown): string {
  if (url === undefined) return '';
  if (!isAddress(url)) throw new InputTypeError('BAD_PAGE', `Expected \`url\` to be an absolute address such as \`https://site.example/page\`, got ${show(url)}`);
  return url;
}
