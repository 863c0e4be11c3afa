/** Tables of HTML element names. Source: the HTML Living Standard and what its default style sheet displays as blocks. */

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

const INLINE_TAGS = set(
  'a abbr acronym b bdi bdo big blink cite code data del dfn em font i img ins kbd mark meter nobr output picture progress q ' +
  'rb rp rt rtc ruby s samp small source span strike strong sub sup time track tt u var wbr link meta param area basefont bgsound',
);
/** What Microsoft Office writes around place names, dates and the like, such as `st1:place` and `o:p`. */
const OFFICE_TAG = /^(?:o|st\d|u\d|w):/;

/** Whether an element does not cut a run of text. Every element that is not known to be inline is block-level. */
export function isInline(name: string): boolean {
  return INLINE_TAGS.has(name) || (name.includes(':') && OFFICE_TAG.test(name));
}

/** Elements whose content is not text of the page. */
export const TEXTLESS_TAGS = set(
  'script style svg math iframe object embed canvas audio video select option optgroup datalist map textarea input applet noembed noframes frameset frame title',
);

/** Elements without an end tag: the parser's own list, since what it opens is counted by it. */
export const VOID_TAGS = set('area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr');

/** Elements that emphasise text. */
export const EMPHASIS_TAGS = set('b strong em i u mark big font');

/** Names that make `<name` a sign of HTML. */
export const KNOWN_TAGS: ReadonlySet<string> = new Set([
  ...INLINE_TAGS, ...TEXTLESS_TAGS, ...VOID_TAGS,
  ...set(
    'html head body address article aside blockquote br button caption center col colgroup dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr image label legend li main menu nav noscript ol p pre search section ' +
    'slot summary table tbody td template tfoot th thead tr ul',
  ),
]);

const P_ENDERS = 'address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul';
const FORM_TAGS = set('input option optgroup select button datalist textarea');

/**
 * For a start tag: the open elements that it closes when they are innermost. The parser's own rules for omitted end tags, no others
 * (it leaves `h1` inside `h2`): a rule more, and elements that it keeps open would not be counted.
 */
export const IMPLIED_END: ReadonlyMap<string, ReadonlySet<string>> = new Map<string, ReadonlySet<string>>([
  ...P_ENDERS.split(' ').map((tag): [string, ReadonlySet<string>] => [tag, set('p')]),
  ...'select input output button datalist textarea'.split(' ').map((tag): [string, ReadonlySet<string>] => [tag, FORM_TAGS]),
  ['tr', set('tr th td')],
  ['th', set('th')],
  ['td', set('thead th td')],
  ['body', set('head link script')],
  ['li', set('li')],
  ['option', set('option')],
  ['optgroup', set('optgroup option')],
  ['dd', set('dt dd')],
  ['dt', set('dt dd')],
  ['tbody', set('thead tbody')],
  ['tfoot', set('thead tbody')],
  ['rt', set('rt rp')],
  ['rp', set('rt rp')],
]);
