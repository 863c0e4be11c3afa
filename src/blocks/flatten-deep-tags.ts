import { IMPLIED_END, VOID_TAGS } from './html-tags';

/** Elements whose content the parser reads as raw text up to their own end tag. */
const RAW_TEXT_END: ReadonlyMap<string, RegExp> = new Map(
  ['script', 'style', 'title', 'textarea', 'xmp', 'iframe'].map((tag) => [tag, new RegExp(`</${tag}`, 'gi')]),
);

const NAME_END = /[\s/>]/g;

/**
 * The same HTML with the tags of elements nested deeper than `maxDepth` overwritten by as many spaces, so that text and offsets stay.
 * Building a tree is quadratic in depth, in every parser; this makes its cost bounded. One pass, linear time.
 */
export function flattenDeepTags(html: string, maxDepth: number): string {
  const open: string[] = [];                       // names of open elements, innermost last
  const openCount = new Map<string, number>();     // how many of each are in `open`: spares the search for a stray end tag
  const flattened = new Map<string, number>();     // open elements whose start tag was overwritten, all inside the innermost of `open`
  const pieces: string[] = [];
  let kept = 0;                                    // everything before this offset is in `pieces`

  const blank = (from: number, to: number) => {
    pieces.push(html.slice(kept, from), ' '.repeat(to - from));
    kept = to;
  };
  const pop = () => {
    const name = open.pop()!;
    openCount.set(name, openCount.get(name)! - 1);
    if (flattened.size) flattened.clear();
  };

  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const code = html.charCodeAt(at + 1);
    if (code === 0x21 || code === 0x3f) {          // <! or <?
      at = endOfDeclaration(html, at);
      continue;
    }
    const isEnd = code === 0x2f;
    const nameStart = isEnd ? at + 2 : at + 1;
    if (!isLetter(html.charCodeAt(nameStart))) {
      at++;
      continue;
    }
    NAME_END.lastIndex = nameStart;
    const nameEnd = NAME_END.exec(html)?.index ?? html.length;
    const name = html.slice(nameStart, nameEnd).toLowerCase();
    const tagEnd = endOfTag(html, nameEnd);

    if (isEnd) {
      const hidden = flattened.get(name) ?? 0;
      if (hidden) {
        flattened.set(name, hidden - 1);
        blank(at, tagEnd);
      } else if (openCount.get(name)) {
        while (open[open.length - 1] !== name) pop();
        pop();
      }
    } else if (!VOID_TAGS.has(name)) {
      const ended = IMPLIED_END.get(name);
      if (ended) while (open.length && ended.has(open[open.length - 1])) pop();
      const rawEnd = RAW_TEXT_END.get(name);
      if (rawEnd) {
        rawEnd.lastIndex = tagEnd;
        at = rawEnd.exec(html)?.index ?? html.length;
        open.push(name);
        openCount.set(name, (openCount.get(name) ?? 0) + 1);
        continue;
      }
      if (open.length >= maxDepth) {
        flattened.set(name, (flattened.get(name) ?? 0) + 1);
        blank(at, tagEnd);
      } else {
        open.push(name);
        openCount.set(name, (openCount.get(name) ?? 0) + 1);
      }
    }
    at = tagEnd;
  }
  if (!pieces.length) return html;
  pieces.push(html.slice(kept));
  return pieces.join('');
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function endOfDeclaration(html: string, at: number): number {
  const isComment = html.startsWith('<!--', at);
  const end = html.indexOf(isComment ? '-->' : '>', at + 2);
  return end < 0 ? html.length : end + (isComment ? 3 : 1);
}

/** Offset just past the `>` that ends the tag, quoted attribute values skipped. */
function endOfTag(html: string, from: number): number {
  let quote = 0;
  let afterEquals = false;
  for (let i = from; i < html.length; i++) {
    const code = html.charCodeAt(i);
    if (quote) {
      if (code === quote) quote = 0;
    } else if (code === 0x3e) return i + 1;
    else if ((code === 0x22 || code === 0x27) && afterEquals) quote = code;
    if (code === 0x3d) afterEquals = true;
    else if (code > 0x20) afterEquals = false;
  }
  return html.length;
}
