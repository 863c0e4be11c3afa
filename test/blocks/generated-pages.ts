/** Generated pages: tag soup of which nothing is known, and built pages of which every visible word is. */
import fc from 'fast-check';

const TAGS = [
  'div', 'p', 'b', 'i', 'a', 'span', 'li', 'ul', 'ol', 'table', 'tr', 'td', 'th', 'tbody', 'h1', 'h2', 'dl', 'dd', 'dt', 'form', 'button', 'label', 'select', 'option',
  'output', 'img', 'image', 'br', 'hr', 'input', 'svg', 'math', 'mi', 'desc', 'title', 'textarea', 'script', 'style', 'iframe', 'noscript', 'template', 'ruby', 'rt', 'tmp',
  'head', 'body', 'html', 'center', 'menu', 'custom-tag',
];
const SCRAPS = [
  'word', 'zwei', '字', ' ', '\n', '\u00a0', '<', '>', '"', "'", '/', '=', '&', '&amp;', '&nbsp;', '&nbsp', '&#x201c;', '&#160;', '&#1602', '&ensp', '<!--', '-->', '<!-->',
  '<!', '<?', '</', '</>', '</1', '<![CDATA[', ']]>', '\u0000', '\ud800', '*', '</p>', '</br>', ' hidden', ' style="display:none"',
];

const tag = fc.constantFrom(...TAGS);
const scrap = fc.constantFrom(...SCRAPS);

export const tagSoup: fc.Arbitrary<string> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: tag.map((name) => `<${name}>`) },
    { weight: 4, arbitrary: tag.map((name) => `</${name}>`) },
    { weight: 5, arbitrary: scrap },
    fc.tuple(tag, scrap).map(([name, attribute]) => `<${name} a=${attribute}>`),
    fc.tuple(tag, fc.constantFrom('/>', ' / >', ' hidden>', ' hidden/>', ' style="visibility:hidden">', ' ="x>', ' a="x>"', '')).map(([name, end]) => `<${name}${end}`),
    tag.map((name) => `</${name}/>`),
  ),
  { maxLength: 40 },
).map((pieces) => pieces.join(''));

export type Part =
  | { kind: 'word'; shown: string; written: string }
  | { kind: 'element'; tag: string; attributes: [string, string][]; hidden: boolean; parts: Part[]; endTag: boolean }
  | { kind: 'nothing'; html: string };

const INLINE = ['b', 'i', 'em', 'a', 'span', 'code', 'small', 'font', 'time'];
/** No `button` or `td`, which would end the one that they stand in. */
const BLOCK = ['div', 'section', 'h2', 'blockquote', 'label', 'center', 'article', 'x-card'];
/** Elements whose end tag may be left out, since the next of their kind ends them. */
const OPEN_ENDED = ['p', 'li', 'dd', 'dt', 'td'];

const NOTHING = [
  '<img src="p.jpg" alt="alttext">', '<script>var a = "<p>scripttext</p>";</script>', '<style>p::after{content:"styletext"}</style>', '<br>', '<br><br>', '<hr>',
  '<svg viewBox="0 0 1 1"><title>svgtitle</title><path d="M0"/><text>svgtext</text></svg>', '<select><option>optiontext<option selected>two</select>', '<wbr>',
  '<iframe src="x">frametext</iframe>', '<textarea>areatext</textarea>', '<input value="inputtext">', '<p>* * *</p>', '</u>', '</x-none>', '<!doctype html>',
];

/** Always with a space on either side, so that no two words touch; written as itself or with references. */
const word: fc.Arbitrary<Part> = fc.tuple(
  fc.constantFrom(['plain', 'plain'], ['zwölf', 'zw&ouml;lf'], ['字', '&#23383;'], ['R&D', 'R&amp;D'], ['“so”', '&#x201C;so&#x201d;'], ['x<y', 'x&lt;y'], ['—7', '&mdash;7'], ['ق', '&#1602;']),
  fc.nat(999),
  fc.constantFrom(' ', '&nbsp;', '\n', '&#32;', '&#xa0;'),
).map(([[shown, written], number, space]) => ({ kind: 'word', shown: `${shown}${number}`, written: `${space}${written}${number} ` }));

const attributes: fc.Arbitrary<[string, string][]> = fc.constantFrom(
  [], [['class', 'one two'], ['id', 'a']], [['href', '/x?a=1&amp;b=2'], ['title', 'title > text'], ['class', 'c']], [['data-x', "it's <b>no</b>"], ['style', 'color:red']],
);
const hiding = fc.constantFrom<[string, string][]>([['hidden', '']], [['style', 'display:none']], [['style', 'color:red; visibility:hidden'], ['class', 'x']]);

const { parts } = fc.letrec<{ parts: Part[]; part: Part }>((tie) => ({
  parts: fc.array(tie('part'), { maxLength: 5 }),
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    word,
    fc.constantFrom(...NOTHING).map((html): Part => ({ kind: 'nothing', html })),
    fc.record<Part & { kind: 'element' }>({
      kind: fc.constant('element'), tag: fc.constantFrom(...INLINE, ...BLOCK), attributes, hidden: fc.constant(false), parts: tie('parts'), endTag: fc.constant(true),
    }),
    fc.record<Part & { kind: 'element' }>({
      kind: fc.constant('element'), tag: fc.constantFrom(...INLINE, ...BLOCK), attributes: hiding, hidden: fc.constant(true), parts: tie('parts'), endTag: fc.constant(true),
    }),
    fc.record<Part & { kind: 'element' }>({
      kind: fc.constant('element'), tag: fc.constantFrom(...OPEN_ENDED), attributes, hidden: fc.constant(false), parts: fc.array(word, { maxLength: 3 }), endTag: fc.constant(false),
    }),
  ),
}));

export const builtPage: fc.Arbitrary<Part[]> = parts;
export const comments = fc.array(fc.constantFrom('', '<!-- remark -->', '<!--<p>remark</p>-->', '<!---->'), { minLength: 1, maxLength: 7 });
export const shuffledAttributes = fc.array(fc.nat(2), { minLength: 1, maxLength: 5 });

/** The source of a page; `remarks` go between its parts in turn, `order` says by how much to rotate the attributes of each element. */
export function drawn(page: readonly Part[], { remarks = [''], order = [0] }: { remarks?: string[]; order?: number[] } = {}): string {
  let remark = 0;
  let rotation = 0;
  const draw = (list: readonly Part[]): string => list.map((part) => {
    const before = remarks[remark++ % remarks.length];
    if (part.kind === 'word') return before + part.written;
    if (part.kind === 'nothing') return before + part.html;
    const by = order[rotation++ % order.length] % (part.attributes.length || 1);
    const rotated = [...part.attributes.slice(by), ...part.attributes.slice(0, by)];
    const start = `<${part.tag}${rotated.map(([name, value]) => ` ${name}="${value}"`).join('')}>`;
    return `${before}${start}${draw(part.parts)}${part.endTag ? `</${part.tag}>` : ''}`;
  }).join('');
  return draw(page);
}
