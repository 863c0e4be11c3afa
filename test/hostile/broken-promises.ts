import { parseHtml, type ChildNode, type Element, type Text } from '../../src/blocks/parse-html';
import { flattenDeepTags } from '../../src/blocks/flatten-deep-tags';
import { hidingRule } from '../../src/blocks/hiding-rule';
import { TEXTLESS_TAGS } from '../../src/blocks/html-tags';
import { articleText } from '../../src/article-text';
import { classifyBlocks } from '../../src/classify-blocks';
import { DEFAULT_LIMITS } from '../../src/options';
import { splitBlocks } from '../../src/split-blocks';
import type { Block, ClassifiedBlock } from '../../src/types';
import { cpuMs } from '../cpu-time';

/** Processor time that a page may take: far more than any does, far less than what is quadratic takes. */
const BASE_MS = 2000;
const MS_A_KILOBYTE = 20;

/** What is promised of any page and does not hold for this one; empty where all holds. */
export function brokenPromises(source: string, form: 'html' | 'text'): string[] {
  const page = { [form]: source } as { html: string };
  let blocks: ClassifiedBlock[] = [];
  let ms: number;
  try {
    ms = cpuMs(() => {
      blocks = classifyBlocks(page);
      articleText(blocks);
    });
  } catch (error) {
    return [`throws ${(error as Error).stack}`];
  }
  const broken: string[] = [];
  const allowed = BASE_MS + (MS_A_KILOBYTE * source.length) / 1000;
  if (ms > allowed) broken.push(`takes ${ms} ms, more than ${allowed}`);
  blocks.forEach((block, i) => broken.push(...badScores(block), ...badRange(block, i, source)));
  broken.push(...overlaps(blocks));
  const again = classifyBlocks(page);
  if (JSON.stringify(again) !== JSON.stringify(blocks)) broken.push('gives something else the second time');
  const flat = form === 'html' ? flattenDeepTags(source, DEFAULT_LIMITS.maxDepth) : source;
  if (form === 'html') {
    for (const hidden of [false, true]) {
      const expected = lettersOfTree(flat, hidden);
      const found = letters(blocks.filter((block) => (block.hidden ?? false) === hidden).map(({ text }) => text));
      if (found !== expected) broken.push(`${hidden ? 'hidden' : 'visible'} letters differ: ${around(expected, found)}`);
    }
  } else if (letters(blocks.map(({ text }) => text)) !== letters([source])) broken.push('letters of the text are lost or moved');
  for (const block of blocks) broken.push(...badSlice(block, source, flat, form));
  return broken;
}

function badScores({ index, label, scores, confidence, content }: ClassifiedBlock): string[] {
  const values = Object.values(scores);
  const sum = values.reduce((total, value) => total + value, 0);
  const sound = [...values, confidence, content].every((value) => Number.isFinite(value) && value >= 0 && value <= 1);
  if (!sound || Math.abs(sum - 1) > 1e-9) return [`scores of block ${index}: ${JSON.stringify(scores)}, content ${content}`];
  return scores[label] === Math.max(...values) && confidence === scores[label] ? [] : [`label of block ${index} is not the highest`];
}

function badRange({ index, text, start, end }: Block, position: number, source: string): string[] {
  const sound = index === position && start! >= 0 && end! > start! && end! <= source.length && !/^\s|\s$/.test(source.slice(start, end)) && !/^\s|\s$|[^ \S]|\s\s/.test(text) && /[\p{L}\p{N}]/u.test(text);
  return sound ? [] : [`block ${index} at ${position}, ${start} to ${end}: ${JSON.stringify(text.slice(0, 80))}`];
}

/** Ranges ascend and are disjoint, but that a hidden block may lie inside a visible one. */
function overlaps(blocks: readonly Block[]): string[] {
  let last = 0;
  let visibleEnd = 0;
  for (const { index, start, end, hidden } of blocks) {
    if (start! < last) return [`block ${index} starts before the one above it`];
    last = start!;
    if (hidden && end! <= visibleEnd) continue;
    if (start! < visibleEnd) return [`block ${index} overlaps the one above it`];
    visibleEnd = end!;
  }
  return [];
}

/**
 * The slice of a block, split anew, is the block's text: as the source has it or, past `maxDepth`, with spaces for its tags.
 * Left out are slices that end what began before them, and raw text, which only its element makes raw.
 */
function badSlice({ index, text, start, end, hidden, tag }: Block, source: string, flat: string, form: 'html' | 'text'): string[] {
  const slice = source.slice(start, end);
  if (tag === 'xmp' || (form === 'html' && endsOthers(slice))) return [];
  const textsOf = (part: string) => splitBlocks({ [form]: part } as { html: string }).filter((block) => hidden || !block.hidden).map((block) => block.text);
  const isText = (texts: readonly string[]) => texts.length === 1 && texts[0] === text;
  const again = textsOf(slice);
  return isText(again) || (flat !== source && isText(textsOf(flat.slice(start, end)))) ? [] : [`block ${index} is ${JSON.stringify(text.slice(0, 100))}, its slice ${JSON.stringify(slice.slice(0, 200))} gives ${JSON.stringify(again).slice(0, 200)}`];
}

function endsOthers(slice: string): boolean {
  const begun = new Map<string, number>();
  for (const [, slash, tag] of slice.toLowerCase().matchAll(/<(\/?)\s*([a-z][^\s>/]*)/g)) {
    const count = (begun.get(tag) ?? 0) + (slash ? -1 : 1);
    if (count < 0) return true;
    begun.set(tag, count);
  }
  return false;
}

/** Letters and digits in order. What is outside the basic plane is left out: halves of it may stand in different elements. */
function letters(texts: readonly string[]): string {
  return (texts.join('\n').replace(/[\ud800-\udfff]/g, '').match(/[\p{L}\p{N}]/gu) ?? []).join('');
}

/** The same of the page's own tree, by a walk of another kind than the splitter's. */
function lettersOfTree(flat: string, hidden: boolean): string {
  const root = parseHtml(flat);
  const hides = hidingRule(root);
  const texts: string[] = [];
  const visit = (node: ChildNode, inHidden: boolean): void => {
    if (node.type === 'text') {
      if (inHidden === hidden) texts.push((node as Text).data);
    } else if ('attribs' in node && !TEXTLESS_TAGS.has((node as Element).name)) {
      const inside = inHidden || ((node as Element).name !== 'br' && hides(node as Element));
      for (const child of (node as Element).children) visit(child, inside);
    }
  };
  for (const child of root.children) visit(child, false);
  return letters(texts);
}

function around(expected: string, found: string): string {
  let at = 0;
  while (at < expected.length && expected[at] === found[at]) at++;
  return `…${expected.slice(Math.max(0, at - 20), at + 20)}… expected, …${found.slice(Math.max(0, at - 20), at + 20)}… found`;
}
