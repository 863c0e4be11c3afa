/** What moves a browser between the states of a script's text. The parser ends no script at `</script/`, so it must not count here. */
const SCRIPT_MARK = /<!--|-->|<script(?=[ \n\t\f\r/>])|<\/script(?=[ \n\t\f\r>])/gi;
/** Lets the end of a comment begin within its start, as in `<!-->`. */
const DASHES = 2;

export interface EscapedScript {
  /** Offset of the end tag that ends the script. */
  end: number;
  /** Offsets of the end tags before it, which are its text. */
  innerEnds: number[];
}

/**
 * The script whose text starts at `from`, as a browser reads it: after `<!-- … <script` the next end tag is text ("script data double
 * escaped" in the HTML Living Standard), so that `document.write` can write scripts. Undefined where the input ends first.
 */
export function readEscapedScript(html: string, from: number): EscapedScript | undefined {
  const innerEnds: number[] = [];
  let escaped = false;
  let doubled = false;
  SCRIPT_MARK.lastIndex = from;
  for (let match = SCRIPT_MARK.exec(html); match; match = SCRIPT_MARK.exec(html)) {
    switch (match[0].toLowerCase()) {
      case '<!--':
        escaped = true;
        SCRIPT_MARK.lastIndex -= DASHES;
        break;
      case '-->':
        escaped = doubled = false;
        break;
      case '<script':
        doubled ||= escaped;
        break;
      default:
        if (!doubled) return { end: match.index, innerEnds };
        doubled = false;
        innerEnds.push(match.index);
    }
  }
  return undefined;
}
