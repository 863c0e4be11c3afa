import type { ClassifiedBlock } from '../../../types';
import type { Document, Element } from '../../../blocks/parse-html';
import { escapeMarkdown, markdownLink } from './escape-markdown';
import { inlineTexts, type InlineText } from './inline-texts';

/** Where in lists, quotes and headings a block stands. */
interface Standing {
  heading: number;
  quotes: number;
  lists: number;
  /** The innermost list item. */
  item?: Element;
  preformatted: boolean;
}

const INDENT = '    ';

/** Blocks of a page as Markdown: headings, list items, quotes, preformatted text and links are read from the source between their offsets. */
export function formatMarkdown(source: string, blocks: readonly ClassifiedBlock<string>[]): string {
  // Blocks of plain text bear no path.
  const texts = blocks.some(({ path }) => path) ? inlineTexts(source) : [];
  let at = 0;
  let markdown = '';
  let lists = 0;                                    // how deep the block before stands in lists
  let item: Element | undefined;
  const markerOf = itemMarkers();
  for (const block of blocks) {
    const { start = 0, end = 0 } = block;
    while (at < texts.length && texts[at].end <= start) at++;
    const inside: InlineText[] = [];
    for (let i = at; i < texts.length && texts[i].start < end; i++) inside.push(texts[i]);
    const standing = standingOf(inside.find(({ text }) => text.trim())?.box);
    const depth = standing.item ? Math.min(standing.lists, lists + 1) : 0;
    const marker = standing.item && standing.item !== item ? markerOf(standing.item) : '';
    const prefix = '> '.repeat(standing.quotes);
    const indent = INDENT.repeat(marker ? depth - 1 : depth);
    const lines = standing.preformatted ? fenced(inside.map(({ text }) => text).join('')) : [`${standing.heading ? `${'#'.repeat(standing.heading)} ` : ''}${inlineMarkdown(inside, block.text)}`];
    const first = `${prefix}${indent}${marker}${lines[0]}`;
    const others = lines.slice(1).map((line) => `${prefix}${marker ? `${indent}${INDENT}` : indent}${line}`);
    markdown += `${markdown && (marker && lists ? '\n' : '\n\n')}${[first, ...others].join('\n')}`;
    lists = depth;
    item = standing.item;
  }
  return markdown && `${markdown}\n`;
}

function standingOf(box: Element | Document | undefined): Standing {
  const standing: Standing = { heading: 0, quotes: 0, lists: 0, preformatted: false };
  for (let node = box; node && 'attribs' in node; node = node.parent as Element | Document) {
    const { name } = node;
    if (/^h[1-6]$/.test(name)) standing.heading ||= Number(name[1]);
    if (name === 'pre') standing.preformatted = true;
    if (name === 'blockquote') standing.quotes++;
    if (name === 'li') standing.item ??= node;
    if (name === 'ul' || name === 'ol') standing.lists++;
  }
  return { ...standing, lists: standing.item ? Math.max(1, standing.lists) : 0 };
}

/** Gives the marker of a list item. The items of a list are numbered once, however many ask. */
function itemMarkers(): (item: Element) => string {
  const numbers = new Map<Element, number>();
  return (item) => {
    const list = item.parent as Element | Document;
    if (!('attribs' in list) || list.name !== 'ol') return '- ';
    if (!numbers.has(item)) {
      const first = Number.parseInt(list.attribs.start ?? '1', 10);
      let number = first >= 0 ? first : 1;
      for (const node of list.children) if ('attribs' in node && node.name === 'li') numbers.set(node, number++);
    }
    return `${numbers.get(item)}. `;
  };
}

/** The text with its links; without them where the stretches found are not the block's own, as around text that the page hides. */
function inlineMarkdown(inside: readonly InlineText[], text: string): string {
  const runs: { href: string; text: string }[] = [];
  for (const { href, text: part } of inside) {
    const last = runs[runs.length - 1];
    if (last && (last.href === href || !part.trim())) last.text += part;
    else runs.push({ href, text: part });
  }
  if (runs.map((run) => run.text).join('').replace(/\s+/g, ' ').trim() !== text) return escapeMarkdown(text);
  const marked = runs.map((run) => {
    const words = run.text.replace(/\s+/g, ' ').trim();
    const blank = (text: string, trimmed: string) => (text === trimmed ? '' : ' ');
    return `${blank(run.text, run.text.trimStart())}${run.href && words ? markdownLink(words, run.href) : escapeMarkdown(words)}${blank(run.text, run.text.trimEnd())}`;
  });
  return marked.join('').replace(/\s+/g, ' ').trim();
}

function fenced(text: string): string[] {
  let longest = 2;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const fence = '`'.repeat(longest + 1);
  return [fence, ...text.replace(/^\n+/, '').trimEnd().split(/\r?\n/), fence];
}
