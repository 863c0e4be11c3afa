/** Where tags and declarations end, by the very rules of the parser: what is counted here must be what the parser will open and close. */

const SLASH = 0x2f;
const GREATER = 0x3e;
const EQUALS = 0x3d;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;

const COMMENT_START = '<!--';
const COMMENT_END = /--!?>/g;

export interface StartTag {
  name: string;
  /** Offset just past the `>`; -1 where the input ends within the tag. */
  end: number;
  selfClosing: boolean;
}

/** The start tag whose `<` stands at `at`, with a letter after it. */
export function scanStartTag(html: string, at: number): StartTag {
  let i = at + 1;
  while (i < html.length && !endsName(html.charCodeAt(i))) i++;
  const name = html.slice(at + 1, i).toLowerCase();
  for (;;) {
    i = skipSpace(html, i);
    if (i >= html.length) return { name, end: -1, selfClosing: false };
    const first = html.charCodeAt(i);
    if (first === GREATER) return { name, end: i + 1, selfClosing: false };
    if (first === SLASH) {
      i = skipSpace(html, i + 1);
      if (html.charCodeAt(i) === GREATER) return { name, end: i + 1, selfClosing: true };
      continue;
    }
    i++;                                           // the first character belongs to the attribute's name whatever it is
    while (i < html.length && html.charCodeAt(i) !== EQUALS && !endsName(html.charCodeAt(i))) i++;
    i = skipSpace(html, i);
    if (html.charCodeAt(i) !== EQUALS) continue;
    i = skipSpace(html, i + 1);
    const quote = html.charCodeAt(i);
    if (quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE) {
      const close = html.indexOf(quote === DOUBLE_QUOTE ? '"' : "'", i + 1);
      if (close < 0) return { name, end: -1, selfClosing: false };
      i = close + 1;
    } else while (i < html.length && html.charCodeAt(i) !== GREATER && !isSpace(html.charCodeAt(i))) i++;
  }
}

/** Name and end of the end tag whose name starts at `nameStart`; the parser knows no attributes there. */
export function scanEndTag(html: string, nameStart: number): { name: string; nameEnd: number; end: number } {
  let nameEnd = nameStart;
  while (nameEnd < html.length && html.charCodeAt(nameEnd) !== GREATER && !isSpace(html.charCodeAt(nameEnd))) nameEnd++;
  return { name: html.slice(nameStart, nameEnd).toLowerCase(), nameEnd, end: html.indexOf('>', nameEnd) + 1 || -1 };
}

/** Offset just past the comment, doctype or processing instruction at `at`; -1 where the input ends within it. */
export function endOfDeclaration(html: string, at: number): number {
  return html.startsWith(COMMENT_START, at) ? endOfComment(html, at) : html.indexOf('>', at + 2) + 1 || -1;
}

/** In HTML `--!>` ends a comment too, but shares no dash with its start, as `-->` may: `<!-->` is a whole comment. */
function endOfComment(html: string, at: number): number {
  COMMENT_END.lastIndex = at + 2;
  for (let match = COMMENT_END.exec(html); match; match = COMMENT_END.exec(html)) {
    if (match[0] === '-->' || match.index >= at + COMMENT_START.length) return COMMENT_END.lastIndex;
  }
  return -1;
}

export function skipSpace(html: string, from: number): number {
  let i = from;
  while (i < html.length && isSpace(html.charCodeAt(i))) i++;
  return i;
}

export function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

/** Ends the name of a start tag and of an attribute. */
function endsName(code: number): boolean {
  return code === GREATER || code === SLASH || isSpace(code);
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0c || code === 0x0d;
}
