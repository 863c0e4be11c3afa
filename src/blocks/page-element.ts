import type { PageElement } from './page';
import type { Document, Element } from './parse-html';

const WHITE_SPACE = /\s+/g;

/** The element of a page for a node of its tree; `parent` is an index in `elements`, -1 for the root. */
export function pageElement(node: Element | Document, parent: number, elements: readonly PageElement[]): PageElement {
  if (!('attribs' in node)) {
    return { parent, tag: '', className: '', id: '', hints: '', ariaHidden: false, href: '', depth: 0, path: '', children: [] };
  }
  const { name, attribs } = node;
  const className = attribs.class ?? '';
  const id = attribs.id ?? '';
  const hints = [attribs.role, attribs.itemprop, attribs.itemtype, attribs.rel, attribs['aria-label']].filter(Boolean).join(' ');
  const step = name + (id ? `#${id.trim()}` : '') + (className.trim() ? `.${className.trim().split(WHITE_SPACE).join('.')}` : '');
  const above = parent >= 0 ? elements[parent].path : '';
  return {
    parent,
    tag: name,
    className,
    id,
    hints,
    ariaHidden: attribs['aria-hidden'] === 'true',
    href: name === 'a' ? attribs.href ?? '' : '',
    depth: parent >= 0 ? elements[parent].depth + 1 : 0,
    path: above ? `${above} > ${step}` : step,
    children: [],
  };
}
