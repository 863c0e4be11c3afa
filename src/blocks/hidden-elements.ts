import { TEXTLESS_TAGS } from './html-tags';
import type { ChildNode, Document, Element, Text } from './parse-html';
import { countVisible } from './visible-offsets';

const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Whether the element and all in it is not shown. */
export function hides(node: Element, noscriptIsPage: boolean): boolean {
  const { name, attribs } = node;
  if (name === 'noscript') return !noscriptIsPage;
  if (name === 'template') return true;
  if (attribs.hidden !== undefined && attribs.hidden !== 'until-found') return true;
  return attribs.style !== undefined && HIDING_STYLE.test(attribs.style);
}

/** Whether `<noscript>` elements hold more than half of the characters of the page's text. */
export function noscriptHoldsMostWords(root: Document): boolean {
  let inside = 0;
  let outside = 0;
  let noscript: Element | undefined;
  let node: ChildNode | null = root.children[0] ?? null;
  while (node) {
    let down: ChildNode | undefined;
    if (node.type === 'text') {
      const chars = countVisible((node as Text).data);
      if (noscript) inside += chars;
      else outside += chars;
    } else if ('attribs' in node && !TEXTLESS_TAGS.has((node as Element).name)) {
      down = (node as Element).children[0];
      if (down && (node as Element).name === 'noscript' && !noscript) noscript = node as Element;
    }
    if (down) {
      node = down;
      continue;
    }
    while (node && !node.next) {
      node = node.parent as ChildNode | null;
      if (node === (noscript as ChildNode | undefined)) noscript = undefined;
    }
    node = node && (node.next as ChildNode | null);
  }
  return inside > outside;
}
