import { collapseSpace } from './collapse-space';
import { flattenDeepTags } from './flatten-deep-tags';
import { hidingRule } from './hiding-rule';
import { EMPHASIS_TAGS, isInline, TEXTLESS_TAGS } from './html-tags';
import { mapEach } from './map-each';
import { emptyPage, MAX_INLINE_ELEMENTS, MAX_LINKS_KEPT, MAX_NAME_CHARS, MAX_SHARED_CHARS, NO_INLINE, NO_LINKS, type Page } from './page';
import { pageElement } from './page-element';
import { parseHtml, type ChildNode, type Document, type Element, type Text } from './parse-html';
import { headReader } from './read-head';
import { countVisible, visibleEnd, visibleStart } from './visible-offsets';

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
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
  /** Characters by link and by inline element; most runs have neither. */
  links?: Map<Element, number>;
  inline?: Map<Element, number>;
  lineBreaks: number;
  /** Line breaks since the last visible character. */
  pendingBreaks: number;
}

/** Blocks of an HTML page in document order. Iterative; time linear in the length of the page. */
export function splitHtml(html: string, limits: { maxBlocks: number; maxDepth: number }): Page {
  const source = flattenDeepTags(html, limits.maxDepth);
  const root = parseHtml(source);
  const page = emptyPage('html');
  const readHead = headReader(page);
  const elementOf = new Map<Element | Document, number>();
  const hides = hidingRule(root);

  let images = 0;
  let controls = 0;
  let rules = 0;
  let ended = false;
  let blockNode: Element | Document = root;         // innermost open block-level node
  const blockNodes: (Element | Document)[] = [root];                   // it and those around it
  const hiders: Element[] = [];                      // the open elements that hide what is in them
  let nested = false;
  const links: Element[] = [];
  const emphases: Element[] = [];
  let waiting: Run | undefined;                     // the visible run around the open hidden subtree
  let run = newRun();

  function newRun(): Run {
    return {
      parts: [], texts: 0, start: -1, end: -1, node: blockNode, hidden: hiders.length > 0, linkChars: 0, chars: 0, emphasisChars: 0,
      lineBreaks: 0, pendingBreaks: 0,
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
    const text = collapseSpace(done.parts.join(''));
    if (!LETTER_OR_DIGIT.test(text)) return;
    const reserved = waiting?.texts ? 1 : 0;         // a hidden block must not take the place of the visible one around it
    if (page.blocks.length + reserved >= limits.maxBlocks) {
      page.truncated = 'maxBlocks';
      ended = true;
      return;
    }
    page.blocks.push({
      text,
      start: done.start,
      end: done.end,
      element: listElement(done.node),
      inline: !done.inline ? NO_INLINE : mapEach([...done.inline].slice(0, MAX_INLINE_ELEMENTS), ([node, chars]) => ({ tag: node.name.slice(0, MAX_NAME_CHARS), className: node.attribs.class ?? '', chars })),
      hidden: done.hidden,
      chars: done.chars,
      linkChars: done.linkChars,
      emphasisChars: done.emphasisChars,
      links: !done.links ? NO_LINKS : mapEach([...done.links].slice(0, MAX_LINKS_KEPT), ([node, chars]) => ({
        href: node.attribs.href ?? '', rel: (node.attribs.rel ?? '').slice(0, MAX_SHARED_CHARS), target: node.attribs.target ?? '', chars,
      })),
      linkCount: done.links?.size ?? 0,
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
      page.elements.push(pageElement(missing[i], parent, page.elements));
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
    const from = node.startIndex!;
    const to = node.endIndex! + 1;
    const isRaw = (node.parent as Element).name === 'xmp';
    if (!run.texts) {
      run.start = visibleStart(source, from, to, isRaw);
      run.node = blockNode;
    } else if (run.pendingBreaks) run.lineBreaks++;
    run.pendingBreaks = 0;
    run.end = visibleEnd(source, from, to, isRaw);
    run.parts.push(data);
    run.texts++;
    const chars = countVisible(data);
    run.chars += chars;
    if (links.length) {
      const link = links[links.length - 1];
      run.linkChars += chars;
      addChars(run.links ??= new Map(), link, chars);
    }
    if (emphases.length) run.emphasisChars += chars;
    let inline = node.parent as Element | Document | null;
    for (let i = 0; inline && inline !== blockNode && i < MAX_INLINE_ELEMENTS; i++) {
      addChars(run.inline ??= new Map(), inline as Element, chars);
      inline = inline.parent as Element | Document | null;
    }
  }

  /** What happens at a start tag; returns whether the children are walked. */
  function enter(node: Element): boolean {
    const { name, attribs } = node;
    readHead(node);
    if (name === 'img') images++;
    if (name === 'hr') rules++;
    if (CONTROL_TAGS.has(name) && attribs.type !== 'hidden') controls++;
    if (TEXTLESS_TAGS.has(name)) return false;
    if (name === 'br') {
      if (++run.pendingBreaks >= 2) flush();
      else if (run.texts) run.parts.push(' ');
      return false;
    }
    if (hides(node)) {
      hiders.push(node);
      if (hiders.length === 1) {
        waiting = run;
        run = newRun();
      } else flush();
    }
    if (!isInline(name)) {
      flush();
      blockNode = node;
      blockNodes.push(node);
      run.node = node;
    }
    if (name === 'a' && attribs.href !== undefined) links.push(node);
    if (EMPHASIS_TAGS.has(name)) emphases.push(node);
    return true;
  }

  function leave(node: Element): void {
    if (links[links.length - 1] === node) links.pop();
    if (emphases[emphases.length - 1] === node) emphases.pop();
    if (!isInline(node.name)) {
      flush();
      elementOf.delete(blockNodes.pop()!);
      blockNode = blockNodes[blockNodes.length - 1];
      run.node = blockNode;
    }
    if (hiders[hiders.length - 1] === node) {
      flush();
      hiders.pop();
      if (!hiders.length) resume();
    }
  }

  /** Back to the visible run around a hidden subtree. */
  function resume(): void {
    nested ||= waiting!.texts > 0;
    run = waiting!;
    waiting = undefined;
  }

  // What lies behind is let go on the way: of a long page the tree takes more memory than the blocks.
  let node: ChildNode | null = takeFirstChild(root);
  while (node && !ended) {
    let down: ChildNode | null = null;
    if (node.type === 'text') addText(node as Text);
    else if ('attribs' in node && enter(node as Element)) {
      down = takeFirstChild(node as Element);
      if (!down) leave(node as Element);
    }
    if (down) node = down;
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
      if (node) {
        node = node.next as ChildNode;
        node.prev = null;
      }
    }
  }
  if (waiting) resume();
  flush();
  if (nested) page.blocks.sort((a, b) => a.start - b.start || b.end - a.end);
  return page;
}

/** The first child, from which the others are reached; the node itself forgets them. */
function takeFirstChild(node: Element | Document): ChildNode | null {
  const [first = null] = node.children;
  node.children = [];
  return first;
}

function addChars(counts: Map<Element, number>, element: Element, chars: number): void {
  counts.set(element, (counts.get(element) ?? 0) + chars);
}
