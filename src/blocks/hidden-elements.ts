import { TEXTLESS_TAGS } from './html-tags';
import type { ChildNode, Document, Element, Text } from './parse-html';
import { countVisible } from './visible-offsets';

export const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
/**
 * A part that React sends late: it stands in a hidden element with such an id until the script beside it moves it into place
 * (`renderToPipeableStream`, as Next.js and others use it).
 */
const STREAMED_ID = /S:[\da-f]+$/;
/** A template with this attribute is no template to a browser: its content is shown as the element around it (declarative shadow DOM). */
const SHADOW_ROOT_MODES: ReadonlySet<string | undefined> = new Set(['open', 'closed']);

/** Hidden text that is this many times as long as what is shown, and no shorter than `MIN_REVEALED_CHARS`, is a page that a script shows. */
const REVEALED_TIMES = 9;
const MIN_REVEALED_CHARS = 1000;

type Hider = 'noscript' | 'template' | 'attribute';

/** How the element hides what is in it, if it does. */
function hiderOf({ name, attribs }: Element): Hider | undefined {
  if (name === 'noscript') return 'noscript';
  if (name === 'template') return SHADOW_ROOT_MODES.has(attribs.shadowrootmode?.toLowerCase()) ? undefined : 'template';
  const hidden = (attribs.hidden !== undefined && attribs.hidden !== 'until-found') || (attribs.style !== undefined && HIDING_STYLE.test(attribs.style));
  return hidden && !STREAMED_ID.test(attribs.id ?? '') ? 'attribute' : undefined;
}

/**
 * Says of each element of a page whether it hides what is in it. Two pages are not what they seem: one whose `<noscript>` elements hold more
 * than half of the characters, which shows them, and one that hides nearly everything by its own attributes until a script has run, of which
 * the outermost hidden elements are shown.
 */
export function hiddenElements(root: Document): (node: Element) => boolean {
  const chars = { shown: 0, noscript: 0, template: 0, attribute: 0 };
  const outermost: Element[] = [];
  let outer: { node: Element; by: Hider } | undefined;
  let node: ChildNode | null = root.children[0] ?? null;
  while (node) {
    let down: ChildNode | undefined;
    if (node.type === 'text') chars[outer?.by ?? 'shown'] += countVisible((node as Text).data);
    else if ('attribs' in node && !TEXTLESS_TAGS.has((node as Element).name)) {
      down = (node as Element).children[0];
      const by = down && !outer && hiderOf(node as Element);
      if (by) outer = { node: node as Element, by };
      if (by === 'attribute') outermost.push(node as Element);
    }
    if (down) {
      node = down;
      continue;
    }
    while (node && !node.next) {
      node = node.parent as ChildNode | null;
      if (outer && node === (outer.node as ChildNode)) outer = undefined;
    }
    node = node && (node.next as ChildNode | null);
  }
  const noscriptIsPage = chars.noscript > chars.shown + chars.template + chars.attribute;
  const shown = chars.shown + (noscriptIsPage ? chars.noscript : 0);
  const revealed = new Set(chars.attribute >= Math.max(MIN_REVEALED_CHARS, REVEALED_TIMES * shown) ? outermost : []);
  return (element) => {
    const by = hiderOf(element);
    return by === 'noscript' ? !noscriptIsPage : by !== undefined && !revealed.has(element);
  };
}
