import { collapseSpace } from './collapse-space';
import { emptyPage, NO_INLINE, NO_LINKS, type Page, type PageBlock } from './page';

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const WRAP_MIN_LINES = 3;
const WRAP_MIN_CHARS = 55;
const WRAP_MAX_CHARS = 85;
const WRAP_SPREAD_CHARS = 15;

/** A bullet or a number before what can begin an item of a list. Before a lower-case letter or a digit it is a dash or a number in a sentence. */
const ITEM_MARK = /^(?:[-*+•‣◦▪●○·–—]|\(?\d{1,2}[.)]) (?![\p{Ps}\p{Pi}"']*[\p{Ll}\p{Nd}])/u;
/** These stand in a sentence before capitals too: `on the / 3. May`. */
const DOUBTFUL_MARK = /^[–—(\d]/;
const CLAUSE_END = /[.!?:;…]["')\]»”’]*$/;

interface Line {
  text: string;
  start: number;
  end: number;
  blankBefore: number;
}

/** Blocks of a plain text: one a line, hard-wrapped paragraphs joined. */
export function splitText(text: string, limits: { maxBlocks: number }): Page {
  const page = emptyPage('text');
  const lines = readLines(text);
  const endOfParagraph = wrappedParagraphs(lines);
  for (let i = 0; i < lines.length; ) {
    if (page.blocks.length >= limits.maxBlocks) {
      page.truncated = 'maxBlocks';
      break;
    }
    const next = endOfParagraph(i);
    const last = lines[next - 1];
    page.blocks.push(textBlock(lines.slice(i, next).map((line) => line.text).join(' '), lines[i].start, last.end, lines[i].blankBefore));
    i = next;
  }
  return page;
}

export function textBlock(text: string, start: number, end: number, blankLinesBefore: number): PageBlock {
  return {
    text, start, end, element: -1, inline: NO_INLINE, hidden: false, chars: text.length - countSpaces(text), linkChars: 0, emphasisChars: 0,
    links: NO_LINKS, linkCount: 0, imagesBefore: 0, controlsBefore: 0, rulesBefore: 0, lineBreaks: 0, blankLinesBefore,
  };
}

/** White space is collapsed: it is spaces alone. */
function countSpaces(text: string): number {
  let spaces = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === 0x20) spaces++;
  return spaces;
}

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let blankBefore = 0;
  const read = (from: number, to: number) => {
    const source = text.slice(from, to);
    if (!LETTER_OR_DIGIT.test(source)) return;
    lines.push({
      text: collapseSpace(source),
      start: from + (source.length - source.trimStart().length),
      end: from + source.trimEnd().length,
      blankBefore: lines.length ? Math.max(0, blankBefore - 1) : 0,
    });
    blankBefore = 0;
  };
  // Line ends alone are matched: a pattern over a line of many megabytes overflows the stack of the matcher.
  let from = 0;
  for (const { 0: end, index } of text.matchAll(/\r\n?|[\n\u2028\u2029]/g)) {
    read(from, index);
    blankBefore++;
    from = index + end.length;
  }
  read(from, text.length);
  return lines;
}

/**
 * Gives a function that is to be asked for ascending lines: the index after the last line of the hard-wrapped paragraph that starts at
 * line `from`; `from + 1` where none starts there.
 * A hard-wrapped paragraph: three lines or more, all but the last of 55 to 85 characters and within 15 of each other, most of the
 * lines after the first starting in lower case, none of them beginning an item of a list.
 * The lines from `from` to `end` are a window that only moves forward, so that a long list of lines alike costs linear time.
 */
function wrappedParagraphs(lines: readonly Line[]): (from: number) => number {
  const lengths = new Uint32Array(WRAP_MAX_CHARS + 1);        // how many lines of the window have this many characters
  let start = 0;
  let end = 0;
  let lower = 0;                                              // lines of the window that start in lower case

  function moveStart(from: number): void {
    for (; start < from; start++) {
      if (start >= end) continue;
      lengths[lines[start].text.length]--;
      if (startsLower(lines[start].text)) lower--;
    }
    end = Math.max(end, start);
  }

  function moveEnd(): void {
    for (; end < lines.length; end++) {
      const { text, blankBefore } = lines[end];
      if (end > start && blankBefore) break;
      if (text.length < WRAP_MIN_CHARS || text.length > WRAP_MAX_CHARS) break;
      if (end > start && beginsItem(text, lines[end - 1].text)) break;
      const low = Math.min(shortest(), text.length);
      const high = Math.max(longest(), text.length);
      if (high - low > WRAP_SPREAD_CHARS) break;
      lengths[text.length]++;
      if (startsLower(text)) lower++;
    }
  }

  function shortest(): number {
    for (let i = WRAP_MIN_CHARS; i <= WRAP_MAX_CHARS; i++) if (lengths[i]) return i;
    return Infinity;
  }

  function longest(): number {
    for (let i = WRAP_MAX_CHARS; i >= WRAP_MIN_CHARS; i--) if (lengths[i]) return i;
    return 0;
  }

  return (from) => {
    moveStart(from);
    moveEnd();
    // A paragraph's last line may be short; a line that starts in upper case after a sentence end is the next paragraph.
    const tail = lines[end];
    const hasTail = end - from >= WRAP_MIN_LINES - 1 && tail && !tail.blankBefore && tail.text.length < shortest() && startsLower(tail.text);
    const next = hasTail ? end + 1 : end;
    if (next - from < WRAP_MIN_LINES) return from + 1;
    const lowerAfterFirst = lower + (hasTail ? 1 : 0) - (startsLower(lines[from].text) ? 1 : 0);
    return lowerAfterFirst * 2 > next - from - 1 ? next : from + 1;
  };
}

/** Opening quotes and brackets aside; bullets and numbers begin items of a list. */
function startsLower(text: string): boolean {
  return /^[\p{Ps}\p{Pi}"']*\p{Ll}/u.test(text);
}

/**
 * Whether a line below another one begins an item of a list. These two lines alone decide, so that a slice of a block is cut as the whole is.
 * A doubtful mark has to stand below the end of a clause, or below a line that would have had room for it, since wrapping fills lines.
 */
function beginsItem(text: string, above: string): boolean {
  const mark = ITEM_MARK.exec(text)?.[0];
  if (mark === undefined) return false;
  return !DOUBTFUL_MARK.test(mark) || CLAUSE_END.test(above) || above.length + mark.length <= text.length;
}
