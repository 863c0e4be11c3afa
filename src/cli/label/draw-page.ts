import { flattenDeepTags } from '../../blocks/flatten-deep-tags';
import { hidingRule, HIDING_STYLE } from '../../blocks/hiding-rule';
import { VOID_TAGS } from '../../blocks/html-tags';
import { parseHtml, type ChildNode, type Element, type Text } from '../../blocks/parse-html';
import { walkTree } from '../../blocks/walk-tree';
import { splitBlocks } from '../../split-blocks';
import { DEFAULT_LIMITS } from '../../options';
import { escapeHtml } from '../escape-html';

/** Prefix of the anchors that the label page jumps to. */
export const BLOCK_ANCHOR = 'boilerplate-block-';

/** Elements that are left out with all that they hold: what runs, loads or redirects, and fields, about which browsers ask their makers. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  'script input select textarea iframe frame frameset object embed applet portal audio video source track picture svg math canvas link meta base title param noembed noframes'.split(' '),
);
/** Elements of which only the content is kept: the document has its own, a form could be sent, a browser would not show it, and what follows these would be read as text. */
const UNWRAPPED: ReadonlySet<string> = new Set(['html', 'head', 'body', 'form', 'noscript', 'template', 'plaintext', 'xmp']);
/** Left out where they hide what is in them: hidden text of other elements is drawn as the page has it. */
const INERT: ReadonlySet<string> = new Set(['noscript', 'template']);
/** Attributes that change the looks of a page and cannot load, run or lead anywhere. */
const KEPT_ATTRIBUTES: ReadonlySet<string> = new Set('class style dir lang colspan rowspan align valign width height bgcolor color size face border cellpadding cellspacing start type open hidden alt'.split(' '));
const SAFE_NAME = /^[a-z][a-z0-9-]*$/;

/** Before the page's own styles, which may say otherwise. */
const BASE_STYLE = `
html { background: #fff; color: #1f2328; color-scheme: light; zoom: .85; }
body { margin: 8px; font-family: system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: #0550ae; text-decoration: underline; }
img { background: #e7e9ec; color: #57606a; font-size: 12px; max-width: 100%; }
pre { white-space: pre-wrap; }
.boilerplate-text { font: 14px/1.5 system-ui, sans-serif; }
`;
/** After them. */
const MARK_STYLE = `
.boilerplate-block { scroll-margin-block: 35vh; }
.boilerplate-block:target { background: #ffe58a !important; color: #1f2328 !important; opacity: 1 !important; outline: 3px solid #d4a200 !important; outline-offset: 3px; }
`;

/**
 * A page as a document that shows how it looks and holds nothing that runs, loads or leads away; each block of it bears an anchor. It is
 * built anew from what is known to be harmless, so that it stays harmless where the headers and the sandbox around it are not honoured.
 */
export function drawPage(page: { html: string } | { text: string }): string {
  const blocks = splitBlocks(page);
  const starts = new Map(blocks.map(({ start, index }) => [start!, index]));
  const body = 'html' in page ? drawHtml(page.html, blocks.map(({ start }) => start!)) : drawText(page.text, starts, blocks.map(({ end }) => end!));
  return `<!doctype html><html><head><meta charset="utf-8"><title>Side view</title><style>${BASE_STYLE}</style></head><body>${body}<style>${MARK_STYLE}</style></body></html>`;
}

function drawText(source: string, starts: ReadonlyMap<number, number>, ends: readonly number[]): string {
  let html = '';
  let at = 0;
  for (const [start, index] of starts) {
    html += escapeHtml(source.slice(at, start)) + anchored(index, escapeHtml(source.slice(start, ends[index])));
    at = ends[index];
  }
  return `<pre class="boilerplate-text">${html}${escapeHtml(source.slice(at))}</pre>`;
}

function drawHtml(html: string, starts: readonly number[]): string {
  const source = flattenDeepTags(html, DEFAULT_LIMITS.maxDepth);
  const root = parseHtml(source);
  const hides = hidingRule(root);
  const out: string[] = [];
  // Nested hidden blocks apart, blocks begin in the order of the texts.
  const indexes = starts.map((_, i) => i).sort((a, b) => starts[a] - starts[b]);
  let next = 0;

  /** Writes what opens a node; returns whether its children are walked. */
  function enter(node: ChildNode): boolean {
    if (node.type === 'text') {
      const { data, startIndex, endIndex } = node as Text;
      while (next < indexes.length && starts[indexes[next]] < startIndex!) next++;
      const begins = next < indexes.length && starts[indexes[next]] <= endIndex!;
      out.push(begins ? anchored(indexes[next++], escapeHtml(data)) : escapeHtml(data));
      return false;
    }
    if (!('attribs' in node)) return false;
    const { name } = node as Element;
    const hidden = hides(node as Element);
    if (name === 'style') out.push(`<style>${withoutLoads(textOf(node as Element))}</style>`);
    if (name === 'style' || LEFT_OUT.has(name) || (INERT.has(name) && hidden) || !SAFE_NAME.test(name)) return false;
    if (!UNWRAPPED.has(name)) out.push(`<${name}${attributesOf(node as Element, hidden)}>`);
    return true;
  }

  function leave({ name }: Element): void {
    if (!UNWRAPPED.has(name) && !VOID_TAGS.has(name)) out.push(`</${name}>`);
  }

  walkTree(root, enter, leave);
  return out.join('');
}

function attributesOf({ attribs }: Element, hidden: boolean): string {
  let html = '';
  for (const [key, value] of Object.entries(attribs)) {
    // What a script would show is shown without it.
    if (!KEPT_ATTRIBUTES.has(key) || (key === 'hidden' && !hidden)) continue;
    html += ` ${key}="${escapeHtml(key === 'style' ? withoutLoads(hidden ? value : value.replace(HIDING_STYLE, '')) : value)}"`;
  }
  return html;
}

/** A style sheet that fetches nothing. Without backslashes no name can be spelt in another way. */
function withoutLoads(css: string): string {
  return css.replace(/[\\<]/g, '').replace(/(?:url|image-set|image|src)\(/gi, 'none(').replace(/@import/gi, '@none');
}

function textOf({ children }: Element): string {
  return children.map((child) => (child.type === 'text' ? (child as Text).data : '')).join('');
}

function anchored(index: number, html: string): string {
  return `<span class="boilerplate-block" id="${BLOCK_ANCHOR}${index}">${html}</span>`;
}
