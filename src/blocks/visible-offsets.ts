const NAMED = 'ensp|emsp|thinsp|hairsp|numsp|puncsp|emsp13|emsp14|NonBreakingSpace|ThinSpace|VeryThinSpace|ThickSpace|MediumSpace|Tab|NewLine';
const DECIMAL = '9|1[0-3]|32|160|5760|819[2-9]|820[0-2]|8232|8233|8239|8287|12288|65279';
const HEX = '9|[a-dA-D]|20|[aA]0|1680|200[0-9aA]|202[89fF]|205[fF]|3000|[fF][eE][fF]{2}';

/**
 * White space as the source of a text node may spell it: itself, or a character reference that decodes to it. Only `nbsp` and numbers
 * decode without their `;`, and a number ends where its digits do: `&#x201c;` is a quotation mark, no `&#x20`.
 */
const SPACE = String.raw`\s|&(?:nbsp;?|(?:${NAMED});)|&#0*(?:${DECIMAL})(?![0-9]);?|&#[xX]0*(?:${HEX})(?![0-9a-fA-F]);?`;
/** An end tag that closes nothing: the parser passes it over and takes the texts around it for one. */
const STRAY_END_TAG = String.raw`<\/[a-zA-Z][^<>]*>`;
const LEADING = new RegExp(`${SPACE}|${STRAY_END_TAG}`, 'y');
const LEADING_SPACE = new RegExp(SPACE, 'y');
const WHOLE_END_TAG = new RegExp(`^${STRAY_END_TAG}$`);
// eslint-disable-next-line regexp/no-useless-assertions -- of use where text follows, idle at the end
const TRAILING = new RegExp(`(?:${SPACE})$`);
const REFERENCE_CHARS = 24;

/** Offset of the first visible character of the text node whose source is `html.slice(from, to)`; in raw text tags are visible. */
export function visibleStart(html: string, from: number, to: number, isRaw: boolean): number {
  const leading = isRaw ? LEADING_SPACE : LEADING;
  let at = from;
  if (isPlain(html.charCodeAt(at))) return at;
  while (at < to) {
    leading.lastIndex = at;
    const match = leading.exec(html);
    if (!match) break;
    at += match[0].length;
  }
  return Math.min(at, to);
}

/** Offset just past the last visible character of the text node whose source is `html.slice(from, to)`; in raw text tags are visible. */
export function visibleEnd(html: string, from: number, to: number, isRaw: boolean): number {
  let at = to;
  if (isPlain(html.charCodeAt(at - 1)) && !holdsReference(html, Math.max(from, at - REFERENCE_CHARS), at)) return at;
  while (at > from) {
    const match = TRAILING.exec(html.slice(Math.max(from, at - REFERENCE_CHARS), at));
    const length = match ? match[0].length : isRaw ? 0 : endTagBefore(html, from, at);
    if (!length) break;
    at -= length;
  }
  return at;
}

/** Length of the end tag that ends at `at`; 0 where none does. */
function endTagBefore(html: string, from: number, at: number): number {
  if (html.charCodeAt(at - 1) !== 0x3e) return 0;
  const open = html.lastIndexOf('<', at - 1);
  return open >= from && WHOLE_END_TAG.test(html.slice(open, at)) ? at - open : 0;
}

/** Whether a character neither is white space nor bounds a reference to it or a tag: most texts begin and end so. */
function isPlain(code: number): boolean {
  return code > 0x20 && code < 0x7f && code !== 0x26 && code !== 0x3c && code !== 0x3e;
}

function holdsReference(html: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (html.charCodeAt(i) === 0x26) return true;
  return false;
}

/** Characters of decoded text, white space not counted. */
export function countVisible(data: string): number {
  let count = 0;
  for (let i = 0; i < data.length; i++) {
    const code = data.charCodeAt(i);
    if (code > 0x20 && code !== 0xa0) count++;
  }
  return count;
}
