import { collapseSpace } from './collapse-space';
import type { Page } from './page';
import type { Element, Text } from './parse-html';

/** Characters of an address that are kept. */
const MAX_URL_CHARS = 500;
/** Characters of one script of linked data that are read, and kinds that are kept of a page. */
const MAX_DATA_CHARS = 200_000;
const MAX_TYPES = 24;
const MAX_TYPE_CHARS = 40;
const LINKED_DATA = /^application\/ld\+json\b/i;
const LINKED_TYPE = /"@type"\s*:\s*(?:\[\s*)?"([\w:/.-]{1,60})"/g;

/**
 * Reads what elements say of the page as a whole, given each element in document order: `title`, description, own address and kinds. The first
 * title, description and address count; a canonical link wins over `og:url`.
 */
export function headReader(page: Page): (node: Element) => void {
  let titleSeen = false;
  let canonicalSeen = false;
  const addType = (type: string) => {
    if (page.types.length < MAX_TYPES && !type.endsWith(':') && !page.types.includes(type)) page.types.push(type);
  };

  const readMeta = ({ attribs }: Element) => {
    const name = (attribs.name ?? attribs.property ?? '').toLowerCase();
    const content = attribs.content ?? '';
    if (!page.description && (name === 'description' || name === 'og:description')) page.description = collapseSpace(content);
    else if (name === 'og:url' && !page.url) page.url = content.trim().slice(0, MAX_URL_CHARS);
    else if (name === 'og:type') addType(`og:${lastName(content)}`);
  };

  const readData = (node: Element) => {
    const data = (node.children[0] as Text | undefined)?.data ?? '';
    for (const [, type] of data.slice(0, MAX_DATA_CHARS).matchAll(LINKED_TYPE)) addType(`ld:${lastName(type)}`);
  };

  return (node) => {
    const { name, attribs } = node;
    if (name === 'title' && !titleSeen) {
      titleSeen = true;
      page.title = collapseSpace(node.children.map((child) => (child.type === 'text' ? (child as Text).data : '')).join(''));
    } else if (name === 'meta') readMeta(node);
    else if (name === 'script') {
      if (LINKED_DATA.test(attribs.type ?? '')) readData(node);
    } else if (name === 'link' && !canonicalSeen && attribs.href && /\bcanonical\b/i.test(attribs.rel ?? '')) {
      canonicalSeen = true;
      page.url = attribs.href.trim().slice(0, MAX_URL_CHARS);
    }
  };
}

const DOTTED_TYPE = /^(?:video|music|books)\./;

/** The last part of a kind, lower case: `https://schema.org/NewsArticle` and `schema:NewsArticle` are the same kind, and what stands before may name a site. */
function lastName(type: string): string {
  const name = type.slice(0, MAX_URL_CHARS).toLowerCase().split(/[^a-z0-9._-]+/).filter(Boolean).at(-1) ?? '';
  return (DOTTED_TYPE.test(name) ? name : name.slice(name.lastIndexOf('.') + 1)).slice(0, MAX_TYPE_CHARS);
}
