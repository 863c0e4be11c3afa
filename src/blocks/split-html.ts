import { flattenDeepTags } from './flatten-deep-tags';
import { EMPHASIS_TAGS, HEAD_TAGS, INLINE_TAGS, TEXTLESS_TAGS } from './html-tags';
import { MAX_INLINE_ELEMENTS, MAX_LINKS_KEPT, type Page, type PageElement } from './page';
import { parseHtml, type ChildNode, type Document, type Element, type Text } from './parse-html';
import { visibleEnd, visibleStart } from './visible-offsets';

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const WHITE_SPACE = /\s+/g;
const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const CONTROL_TAGS: ReadonlySet<string> = new Set(['input', 'select', 'textarea']);

/** A run of text that is being gathered. */
interface Run {
  parts: string[];
  texts: number;
  start: number;
  end: number;
  /** Innermost block-level node of the first text. */
  node: Element | Document;
  hidden: boolean;
  linkChars: number;
  chars: number;
  emphasisChars: number;
  links: Map<Element, number>;
  inline: Map<Element, number>;
  lineBreaks: number;
  /** Line breaks since the last visible character. */
  pendingBreaks: number;
}

/** Blocks of an HTML page in document order. Iterative; time linear in the length of the page. */
export function splitHtml(html: string, limits: { maxBlocks: number; maxDepth: number }): Page {
  const root = parseHtml(flattenDeepTags(html, limits.maxDepth));
  const page: Page = { source: 'html', title: '', description: '', elements: [], blocks: [] };
  const elementOf = new Map<Element | Document, number>();
  const noscriptIsPage = /<noscript/i.test(html) && holdsMostWords(root);

  let images = 0;
  let controls = 0;
  let rules = 0;
  let titleSeen = false;
  let ended = false;
  let headEnded = false;
  let blockNode: Element | Document = root;         // innermost open block-level node
  let head: Element | undefined;                    // open <head>
  let hiddenDepth = 0;
  let nested = false;
  const links: Element[] = [];
  const emphases: Element[] = [];
  const waiting: Run[] = [];                        // visible runs around hidden subtrees
  let run = newRun();

  function newRun(): Run {
    return {
      parts: [], texts: 0, start: -1, end: -1, node: blockNode, hidden: hiddenDepth > 0, linkChars: 0, chars: 0, emphasisChars: 0,
      links: new Map(), inline: new Map(), lineBreaks: 0, pendingBreaks: 0,
    };
  }

  function flush(): void {
    if (!run.texts) {
      run.pendingBreaks = 0;
      run.node = blockNode;
      return;
    }
    const done = run;
    run = newRun();
    const text = done.parts.join('').replace(WHITE_SPACE, ' ').trim();
    if (!LETTER_OR_DIGIT.test(text)) return;
    if (page.blocks.length >= limits.maxBlocks) {
      page.truncated = 'maxBlocks';
      ended = true;
      return;
    }
    page.blocks.push({
      text,
      start: done.start,
      end: done.end,
      element: listElement(done.node),
      inline: [...done.inline].slice(0, MAX_INLINE_ELEMENTS).map(([node, chars]) => ({ tag: node.name, className: node.attribs.class ?? '', chars })),
      hidden: done.hidden,
      chars: done.chars,
      linkChars: done.linkChars,
      emphasisChars: done.emphasisChars,
      links: [...done.links].slice(0, MAX_LINKS_KEPT).map(([node, chars]) => ({
        href: node.attribs.href ?? '', rel: node.attribs.rel ?? '', target: node.attribs.target ?? '', chars,
      })),
      linkCount: done.links.size,
      imagesBefore: images,
      controlsBefore: controls,
      rulesBefore: rules,
      lineBreaks: done.lineBreaks,
      blankLinesBefore: 0,
    });
    images = controls = rules = 0;
  }

  /** Index of the node in `page.elements`; lists it and its ancestors where they are new. */
  function listElement(node: Element | Document): number {
    const missing: (Element | Document)[] = [];
    let at: Element | Document | null = node;
    while (at && !elementOf.has(at)) {
      missing.push(at);
      at = at.parent as Element | Document | null;
    }
    for (let i = missing.length - 1; i >= 0; i--) {
      const parent = missing[i].parent ? elementOf.get(missing[i].parent as Element | Document)! : -1;
      const index = page.elements.length;
      page.elements.push(toPageElement(missing[i], parent, page.elements));
      if (parent >= 0) page.elements[parent].children.push(index);
      elementOf.set(missing[i], index);
    }
    return elementOf.get(node)!;
  }

  function addText(node: Text): void {
    const { data } = node;
    if (!/\S/.test(data)) {
      if (run.texts) run.parts.push(' ');
      return;
    }
    if (head && !headEnded) headEnded = true;
    const from = node.startIndex!;
    const to = node.endIndex! + 1;
    if (!run.texts) {
      run.start = visibleStart(html, from, to);
      run.node = blockNode;
    } else if (run.pendingBreaks) run.lineBreaks++;
    run.pendingBreaks = 0;
    run.end = visibleEnd(html, from, to);
    run.parts.push(data);
    run.texts++;
    const chars = countVisible(data);
    run.chars += chars;
    if (links.length) {
      const link = links[links.length - 1];
      run.linkChars += chars;
      run.links.set(link, (run.links.get(link) ?? 0) + chars);
    }
    if (emphases.length) run.emphasisChars += chars;
    let inline = node.parent as Element | Document | null;
    for (let i = 0; inline && inline !== blockNode && i < MAX_INLINE_ELEMENTS; i++) {
      run.inline.set(inline as Element, (run.inline.get(inline as Element) ?? 0) + chars);
      inline = inline.parent as Element | Document | null;
    }
  }

  /** What happens at a start tag; returns whether the children are walked. */
  function enter(node: Element): boolean {
    const { name, attribs } = node;
    if (name === 'title' && !titleSeen) {
      titleSeen = true;
      page.title = textOf(node);
    }
    if (name === 'meta' && !page.description && /^(?:og:)?description$/i.test(attribs.name ?? attribs.property ?? '')) {
      page.description = (attribs.content ?? '').replace(WHITE_SPACE, ' ').trim();
    }
    if (name === 'img') images++;
    if (name === 'hr') rules++;
    if (CONTROL_TAGS.has(name) && attribs.type !== 'hidden') controls++;
    if (TEXTLESS_TAGS.has(name)) return false;
    if (name === 'br') {
      if (++run.pendingBreaks >= 2) flush();
      else if (run.texts) run.parts.push(' ');
      return false;
    }
    if (head && !headEnded && !HEAD_TAGS.has(name)) headEnded = true;
    if (name === 'head') head = node;
    if (hides(node, noscriptIsPage)) {
      if (!hiddenDepth) {
        waiting.push(run);
        hiddenDepth++;
        run = newRun();
      } else {
        hiddenDepth++;
        flush();
      }
    }
    if (!INLINE_TAGS.has(name)) {
      flush();
      blockNode = node;
      run.node = node;
    }
    if (name === 'a' && attribs.href !== undefined) links.push(node);
    if (EMPHASIS_TAGS.has(name)) emphases.push(node);
    return true;
  }

  function leave(node: Element): void {
    if (links[links.length - 1] === node) links.pop();
    if (emphases[emphases.length - 1] === node) emphases.pop();
    if (!INLINE_TAGS.has(node.name)) {
      flush();
      blockNode = nearestBlock(node.parent as Element | Document);
      run.node = blockNode;
    }
    if (head === node) head = undefined;
    if (hides(node, noscriptIsPage)) {
      flush();
      hiddenDepth--;
      if (!hiddenDepth) {
        nested ||= waiting[waiting.length - 1].texts > 0;
        run = waiting.pop()!;
      }
    }
  }

  let node: ChildNode | null = root.children[0] ?? null;
  while (node && !ended) {
    let down = false;
    if (node.type === 'text') addText(node as Text);
    else if ('attribs' in node) {
      down = enter(node as Element) && (node as Element).children.length > 0;
      if (!down && !(node as Element).children.length && !skipped(node as Element)) leave(node as Element);
    }
    if (down) node = (node as Element).children[0];
    else {
      while (node && !node.next) {
        const parent = node.parent as Element | Document | null;
        if (!parent || parent === root) {
          node = null;
          break;
        }
        leave(parent as Element);
        node = parent as Element;
      }
      if (node) node = node.next as ChildNode | null;
    }
  }
  flush();
  if (nested) page.blocks.sort((a, b) => a.start - b.start || b.end - a.end);
  return page;
}

/** Whether `enter` returned early, so that no `leave` is owed. */
function skipped(node: Element): boolean {
  return TEXTLESS_TAGS.has(node.name) || node.name === 'br';
}

function nearestBlock(node: Element | Document): Element | Document {
  let at = node;
  while (at.parent && 'name' in at && INLINE_TAGS.has(at.name)) at = at.parent as Element | Document;
  return at;
}

function hides(node: Element, noscriptIsPage: boolean): boolean {
  const { name, attribs } = node;
  if (name === 'noscript') return !noscriptIsPage;
  if (name === 'template') return true;
  if (attribs.hidden !== undefined && attribs.hidden !== 'until-found') return true;
  return attribs.style !== undefined && HIDING_STYLE.test(attribs.style);
}

/** Whether `<noscript>` elements hold more than half of the characters of the page's text. */
function holdsMostWords(root: Document): boolean {
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

function toPageElement(node: Element | Document, parent: number, elements: readonly PageElement[]): PageElement {
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

function textOf(node: Element): string {
  return node.children.map((child) => (child.type === 'text' ? (child as Text).data : '')).join('').replace(WHITE_SPACE, ' ').trim();
}

function countVisible(data: string): number {
  let count = 0;
  for (let i = 0; i < data.length; i++) {
    const code = data.charCodeAt(i);
    if (code > 0x20 && code !== 0xa0) count++;
  }
  return count;
}
