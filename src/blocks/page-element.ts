import { MAX_NAME_CHARS, type PageElement } from './page';
import type { Document, Element } from './parse-html';

const WHITE_SPACE = /\s+/g;
/**
 * Characters of one step of a path. Every block inside an element bears its step, so that without a bound a page of n characters could
 * have n² of paths. On 1,866 measured pages one element in a thousand has a longer `class` than 376 characters.
 */
const MAX_STEP_CHARS = 1000;

/** The element around all others. */
export function rootElement(): PageElement {
  return { parent: -1, tag: '', className: '', id: '', hints: '', ariaHidden: false, href: '', depth: 0, path: '' };
}

/** The element of a page for a node of its tree; `parent` is an index in `elements`, -1 for the root. */
export function pageElement(node: Element | Document, parent: number, elements: readonly PageElement[]): PageElement {
  if (!('attribs' in node)) return rootElement();
  const { attribs } = node;
  const name = node.name.slice(0, MAX_NAME_CHARS);
  const className = attribs.class ?? '';
  const id = attribs.id ?? '';
  const hints = [attribs.role, attribs.itemprop, attribs.itemtype, attribs.rel, attribs['aria-label']].filter(Boolean).join(' ');
  const step = stepOf(name, id.trim(), className.trim());
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
  };
}

/** The element as a step of a path, such as `div#top.wide.box`. */
function stepOf(name: string, id: string, className: string): string {
  const step = name + (id && `#${id}`) + (className && `.${className.replace(WHITE_SPACE, '.')}`);
  return step.length > MAX_STEP_CHARS ? `${step.slice(0, MAX_STEP_CHARS)}…` : step;
}
