import { readEscapedScript } from './escaped-script';
import { IMPLIED_END, VOID_TAGS } from './html-tags';
import { endOfDeclaration, isLetter, scanEndTag, scanStartTag, skipSpace } from './scan-tag';

/** Elements whose content the parser reads as raw text up to their own end tag. */
const RAW_TEXT_END: ReadonlyMap<string, RegExp> = new Map(
  ['script', 'style', 'title', 'textarea', 'xmp'].map((tag) => [tag, new RegExp(String.raw`</${tag}(?=[ \n\t\f\r>])`, 'gi')]),
);
const SCRIPT_END = '</script';
/** A browser reads what a frame holds as raw text and shows none of it; the parser would find tags and comments there. */
const FRAME_TAG = /<(\/?)iframe(?=[ \n\t\f\r>/])/gi;

const CDATA = '<![CDATA[';
const ODD_COMMENT_END = '--!>';

/** Made-up names that the parser takes for `xmp`, `title` and `textarea`, so that it would read the rest of the page as raw text. */
const MISREAD_TAGS: ReadonlySet<string> = new Set(['tmp', 'xitle', 'xextarea']);

/** Names at which the parser enters and leaves the state in which `/>` ends an element. */
const FOREIGN_TAGS: ReadonlyMap<string, boolean> = new Map([
  ...['svg', 'math'].map((tag): [string, boolean] => [tag, true]),
  ...['mi', 'mo', 'mn', 'ms', 'mtext', 'annotation-xml', 'foreignobject', 'desc', 'title'].map((tag): [string, boolean] => [tag, false]),
]);
/** The parser's stack of such states costs time with its length, and it forgets to shorten it where an element is ended by another. */
const MAX_FOREIGN = 1000;

/**
 * The same HTML with the tags of elements nested deeper than `maxDepth` overwritten by as many spaces, so that text and offsets stay.
 * Building a tree is quadratic in depth, in every parser; this makes its cost bounded. One pass, linear time.
 * So is what follows the name in an end tag, which the parser would give to the text after it, a tag or declaration that the input
 * breaks off, of which it would take pieces for text, an end tag that is text of a script, what a frame holds, and an end of a comment that
 * it does not know.
 */
export function flattenDeepTags(html: string, maxDepth: number): string {
  const open: string[] = [];                       // names of open elements, innermost last
  const openCount = new Map<string, number>();     // how many of each are in `open`: spares the search for a stray end tag
  const flattened = new Map<string, number>();     // open elements whose start tag was overwritten, all inside the innermost of `open`
  const foreign: boolean[] = [];                   // the parser's own stack, which it does not keep in step with the elements
  const pieces: string[] = [];
  let scriptBrokeOff = false;                      // an escaped script was not ended before the end of the page
  let kept = 0;                                    // everything before this offset is in `pieces`

  const replace = (from: number, to: number, by: string) => {
    pieces.push(html.slice(kept, from), by);
    kept = to;
  };
  const blank = (from: number, to: number) => replace(from, to, ' '.repeat(to - from));
  const push = (name: string) => {
    open.push(name);
    openCount.set(name, (openCount.get(name) ?? 0) + 1);
    const isForeign = FOREIGN_TAGS.get(name);
    if (isForeign !== undefined) foreign.push(isForeign);
  };
  const pop = () => {
    const name = open.pop()!;
    openCount.set(name, openCount.get(name)! - 1);
    if (flattened.size) flattened.clear();
  };

  /** Reads the start tag at `at`; returns where to read on, -1 where the input breaks off. */
  function startTag(at: number): number {
    const { name, end, selfClosing } = scanStartTag(html, at);
    if (end < 0 || VOID_TAGS.has(name)) return end;
    const isForeign = FOREIGN_TAGS.get(name);
    // After `<svg/>` the parser would take every later `<div/>` for an empty element.
    if (MISREAD_TAGS.has(name) || (isForeign && selfClosing) || (isForeign !== undefined && foreign.length >= MAX_FOREIGN)) {
      blank(at, end);
      return end;
    }
    const ended = IMPLIED_END.get(name);
    if (ended) while (open.length && ended.has(open[open.length - 1])) pop();
    const rawEnd = selfClosing ? undefined : RAW_TEXT_END.get(name);
    if (rawEnd) {
      push(name);
      rawEnd.lastIndex = end;
      const close = rawEnd.exec(html)?.index ?? html.length;
      return name === 'script' ? endOfScript(end, close) : close;
    }
    if (open.length >= maxDepth) {
      flattened.set(name, (flattened.get(name) ?? 0) + 1);
      blank(at, end);
    } else {
      push(name);
      if (selfClosing && foreign[foreign.length - 1]) pop();
    }
    return name === 'iframe' ? endOfFrame(end) : end;
  }

  /** Where to read on in the frame whose content starts at `from`: past the content, which is overwritten, if its end tag is the next tag of a frame. */
  function endOfFrame(from: number): number {
    FRAME_TAG.lastIndex = from;
    const next = FRAME_TAG.exec(html);
    // A browser would show nothing up to the end tag of some later frame; that loses a page for an end tag left out.
    if (next?.[1] !== '/') return from;
    if (next.index > from) blank(from, next.index);
    return next.index;
  }

  /** Where the script ends whose text starts at `from` and whose first end tag stands at `close`; end tags that are its text are overwritten. */
  function endOfScript(from: number, close: number): number {
    if (scriptBrokeOff || !html.slice(from, close).includes('<!--')) return close;
    const script = readEscapedScript(html, from);
    // A browser would show nothing of the rest; that loses a page for a `-->` left out. Later scripts must not search as far again.
    if (!script) scriptBrokeOff = true;
    for (const at of script?.innerEnds ?? []) blank(at, at + SCRIPT_END.length);
    return script?.end ?? close;
  }

  /** The same for an end tag whose name starts at `nameStart`. */
  function endTag(at: number, nameStart: number): number {
    const { name, nameEnd, end } = scanEndTag(html, nameStart);
    if (end < 0) return end;
    const hidden = flattened.get(name) ?? 0;
    if (hidden) {
      flattened.set(name, hidden - 1);
      blank(at, end);
      return end;
    }
    // The parser counts what stands between an end tag's name and its `>` to the text after it.
    const spare = end - nameEnd - 1;
    const spaces = ' '.repeat(nameStart - at - 2 + spare);
    // The end of raw text has its name right after `</`, and spaces before it are raw text too.
    if (spare) replace(at, end, RAW_TEXT_END.has(name) ? `${spaces}</${html.slice(nameStart, nameEnd)}>` : `</${spaces}${html.slice(nameStart, nameEnd)}>`);
    if (FOREIGN_TAGS.has(name)) foreign.pop();
    if (openCount.get(name)) {
      while (open[open.length - 1] !== name) pop();
      pop();
    }
    return end;
  }

  for (let at = html.indexOf('<'); at >= 0; ) {
    const code = html.charCodeAt(at + 1);
    let next = at + 1;
    if (code === 0x21 || code === 0x3f) {          // <! or <?
      next = endOfDeclaration(html, at);
      // In HTML `<![CDATA[` opens a comment that the next `>` ends; the parser would read on to `]]>`, often to the end of the page.
      if (next >= 0 && html.startsWith(CDATA, at)) blank(at, next);
      // Nor does the parser know this end of a comment. Overwritten by the other, it leaves no space where a browser has none.
      else if (next >= 0 && html.startsWith(ODD_COMMENT_END, next - ODD_COMMENT_END.length)) replace(next - ODD_COMMENT_END.length, next, ' -->');
    } else if (isLetter(code)) next = startTag(at);
    else if (code === 0x2f) {
      const nameStart = skipSpace(html, at + 2);
      // `</>` is text to the parser, `</` with anything but a letter a comment.
      if (isLetter(html.charCodeAt(nameStart))) next = endTag(at, nameStart);
      else if (html[nameStart] !== '>') next = html.indexOf('>', nameStart) + 1 || -1;
    }
    if (next < 0) {
      blank(at, html.length);
      break;
    }
    at = html.indexOf('<', next);
  }
  if (!pieces.length) return html;
  pieces.push(html.slice(kept));
  return pieces.join('');
}
