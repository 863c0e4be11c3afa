/** Tables of HTML element names. Source: the HTML Living Standard and what its default style sheet displays as blocks. */

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that do not cut a run of text. Every element not listed here is block-level. */
export const INLINE_TAGS = set(
  'a abbr acronym b bdi bdo big blink cite code data del dfn em font i img ins kbd mark meter nobr output picture progress q ' +
  'rb rp rt rtc ruby s samp small source span strike strong sub sup time track tt u var wbr link meta param area basefont bgsound',
);

/** Elements whose content is not text of the page. */
export const TEXTLESS_TAGS = set(
  'script style svg math iframe object embed canvas audio video select option optgroup datalist map textarea input applet noembed noframes frameset frame title',
);

/** Elements without an end tag. */
export const VOID_TAGS = set('area base basefont bgsound br col command embed frame hr image img input keygen link meta param source track wbr');

/** Elements that may stand in `<head>`; anything else there begins the body, as in a browser. */
export const HEAD_TAGS = set('title meta link script style base noscript template basefont bgsound object');

/** Elements that emphasise text. */
export const EMPHASIS_TAGS = set('b strong em i u mark big font');

/** Names that make `<name` a sign of HTML. */
export const KNOWN_TAGS: ReadonlySet<string> = new Set([
  ...INLINE_TAGS, ...TEXTLESS_TAGS, ...VOID_TAGS, ...HEAD_TAGS,
  ...set(
    'html head body address article aside blockquote br button caption center col colgroup dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr label legend li main menu nav noscript ol p pre search section ' +
    'slot summary table tbody td template tfoot th thead tr ul',
  ),
]);

const P_ENDERS = 'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul';
const FORM_TAGS = set('input option optgroup select button datalist textarea');
const P_ONLY = set('p');

/** For a start tag: the open elements that it closes when they are innermost (the parser's own rule for omitted end tags). */
export const IMPLIED_END: ReadonlyMap<string, ReadonlySet<string>> = new Map<string, ReadonlySet<string>>([
  ...P_ENDERS.split(' ').map((tag): [string, ReadonlySet<string>] => [tag, P_ONLY]),
  ...'h1 h2 h3 h4 h5 h6'.split(' ').map((tag): [string, ReadonlySet<string>] => [tag, set('h1 h2 h3 h4 h5 h6 p')]),
  ['tr', set('tr th td')],
  ['th', set('th')],
  ['td', set('thead th td')],
  ['body', set('head link script')],
  ['li', set('li')],
  ['option', set('option')],
  ['optgroup', set('optgroup option')],
  ['dd', set('dt dd')],
  ['dt', set('dt dd')],
  ['select', FORM_TAGS],
  ['input', FORM_TAGS],
  ['button', FORM_TAGS],
  ['datalist', FORM_TAGS],
  ['textarea', FORM_TAGS],
  ['tbody', set('thead tbody')],
  ['tfoot', set('thead tbody')],
  ['rt', set('rt rp')],
  ['rp', set('rt rp')],
]);
