/** White space as the source of a text node may spell it: itself, or a character reference that decodes to it. */
const SPACE = String.raw`(?:\s|&(?:nbsp|ensp|emsp|thinsp|hairsp|numsp|puncsp|emsp13|emsp14|NonBreakingSpace|ThinSpace|MediumSpace|Tab|NewLine);?|&#(?:0*(?:9|10|11|12|13|32|160|5760|819[2-9]|820[0-2]|8232|8233|8239|8287|12288|65279)|x0*(?:9|a|b|c|d|20|a0|1680|200[0-9a]|2028|2029|202f|205f|3000|feff));?)`;
const LEADING = new RegExp(SPACE, 'iy');
const REFERENCE_CHARS = 24;
const TRAILING = new RegExp(`${SPACE}$`, 'i');

/** Offset of the first visible character of the text node whose source is `html.slice(from, to)`. */
export function visibleStart(html: string, from: number, to: number): number {
  let at = from;
  while (at < to) {
    LEADING.lastIndex = at;
    const match = LEADING.exec(html);
    if (!match) break;
    at += match[0].length;
  }
  return Math.min(at, to);
}

/** Offset just past the last visible character of the text node whose source is `html.slice(from, to)`. */
export function visibleEnd(html: string, from: number, to: number): number {
  let at = to;
  while (at > from) {
    const match = TRAILING.exec(html.slice(Math.max(from, at - REFERENCE_CHARS), at));
    if (!match) break;
    at -= match[0].length;
  }
  return at;
}
