import type { Page, PageBlock } from './page';

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const WRAP_MIN_LINES = 3;
const WRAP_MIN_CHARS = 55;
const WRAP_MAX_CHARS = 85;
const WRAP_SPREAD_CHARS = 15;

interface Line {
  text: string;
  start: number;
  end: number;
  blankBefore: number;
}

/** Blocks of a plain text: one a line, hard-wrapped paragraphs joined. */
export function splitText(text: string, limits: { maxBlocks: number }): Page {
  const page: Page = { source: 'text', title: '', description: '', elements: [], blocks: [] };
  const lines = readLines(text);
  for (let i = 0; i < lines.length; ) {
    if (page.blocks.length >= limits.maxBlocks) {
      page.truncated = 'maxBlocks';
      break;
    }
    const next = endOfWrappedParagraph(lines, i);
    const last = lines[next - 1];
    page.blocks.push(textBlock(lines.slice(i, next).map((line) => line.text).join(' '), lines[i].start, last.end, lines[i].blankBefore));
    i = next;
  }
  return page;
}

export function textBlock(text: string, start: number, end: number, blankLinesBefore: number): PageBlock {
  return {
    text, start, end, element: -1, inline: [], hidden: false, chars: text.replace(/\s/g, '').length, linkChars: 0, emphasisChars: 0,
    links: [], linkCount: 0, imagesBefore: 0, controlsBefore: 0, rulesBefore: 0, lineBreaks: 0, blankLinesBefore,
  };
}

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let blankBefore = 0;
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]+|\r\n?|[\n\u2028\u2029]/g)) {
    const source = match[0];
    const first = source.charCodeAt(0);
    if (first === 0x0a || first === 0x0d || first === 0x2028 || first === 0x2029) {
      blankBefore++;
      continue;
    }
    if (!LETTER_OR_DIGIT.test(source)) continue;
    const start = match.index + (source.length - source.trimStart().length);
    lines.push({
      text: source.replace(/\s+/g, ' ').trim(),
      start,
      end: match.index + source.trimEnd().length,
      blankBefore: lines.length ? Math.max(0, blankBefore - 1) : 0,
    });
    blankBefore = 0;
  }
  return lines;
}

/**
 * Index after the last line of the hard-wrapped paragraph that starts at line `from`; `from + 1` where none starts there.
 * A hard-wrapped paragraph: three lines or more, all but the last of 55 to 85 characters and within 15 of each other, most of the
 * lines after the first starting in lower case.
 */
function endOfWrappedParagraph(lines: readonly Line[], from: number): number {
  let shortest = Infinity;
  let longest = 0;
  let end = from;
  while (end < lines.length) {
    const { text, blankBefore } = lines[end];
    if (end > from && blankBefore) break;
    if (text.length < WRAP_MIN_CHARS || text.length > WRAP_MAX_CHARS) break;
    const low = Math.min(shortest, text.length);
    const high = Math.max(longest, text.length);
    if (high - low > WRAP_SPREAD_CHARS) break;
    shortest = low;
    longest = high;
    end++;
  }
  const full = end - from;
  // A paragraph's last line may be short; a line that starts in upper case after a sentence end is the next paragraph.
  const tail = lines[end];
  if (full >= WRAP_MIN_LINES - 1 && tail && !tail.blankBefore && tail.text.length < shortest && startsLower(tail.text)) end++;
  if (end - from < WRAP_MIN_LINES) return from + 1;
  let lower = 0;
  for (let i = from + 1; i < end; i++) if (startsLower(lines[i].text)) lower++;
  return lower * 2 > end - from - 1 ? end : from + 1;
}

function startsLower(text: string): boolean {
  return /^[\p{Ll}\p{P}\p{N}]/u.test(text);
}
