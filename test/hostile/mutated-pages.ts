/** Pages with pieces cut out, doubled, moved, swapped and put in: byte by byte, and tag by tag. */
import fc from 'fast-check';

/** One change of a source. `at` and `to` are taken modulo what there is to change. */
interface Change {
  how: (typeof CHANGES)[number];
  at: number;
  to: number;
  length: number;
  piece: string;
}

const CHANGES = [
  'cut', 'double', 'move', 'replace', 'insert', 'flip-byte', 'end', 'repeat-byte',
  'cut-tag', 'double-tag', 'swap-tags', 'cut-quote', 'rename-tag', 'add-attribute', 'wrap', 'pile-up', 'upper-case',
] as const;

const PIECES = [
  '<', '>', '</', '/>', '<!', '<!--', '-->', '--!>', '<?', '<![CDATA[', ']]>', '"', "'", '`', '=', '&', '&#', '&#x', ';', '&amp', '&lt;', '&nbsp;', '&#0;', '&#xD800;', '&#x110000;', '&NotEqualTilde;',
  '\0', '\ud800', '\udc00', '\ufffd', '\ufeff', '\u200b', '\u2028', '\u00a0', '\r', '\r\n', '\n\n', '\t', '\f', '\u0000<', 'é', '字', 'ก', 'ß', 'İ', '№', '𝒳', '👩‍👩‍👧',
  '<p>', '</p>', '<br><br>', '<div', '</div>', '<a href="', '</a>', '<b>', '<i hidden>', '<svg>', '</svg>', '<svg/>', '<math><mi>', '<title>', '<textarea>', '<script>', '</script>', '<style>', '<template>',
  '<noscript>', '</noscript>', '<iframe>', '<select><option>', '</select>', '<table><tr><td>', '</table>', '<form>', '<ul><li>', '<h1>', '<dl><dt>', '<ruby><rt>', '<button>', '<output>', '<body>', '<html>', '<head>', '<frameset>',
  '<plaintext>', '<xmp>', '<tmp>', '<image>', '<input type="hidden">', '<hr>', '<img alt="x">', '<x-y>', '<o:p>',
  'constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', ' class="__proto__ constructor"', ' id="toString"', ' style="display:none"', ' style="a:;;;visibility : hidden"', ' hidden', ' hidden="until-found"',
  ' aria-hidden="true"', ' role="navigation"', ' href="javascript:alert(1)"', ' rel="sponsored nofollow"', 'Sponsored', 'Sign up for our newsletter', 'More from', 'https://www.shop.example/a?b=c&d', '50 % off', '12:30', 'word '.repeat(60),
];
const NAMES = ['div', 'p', 'span', 'a', 'b', 'li', 'ul', 'table', 'tr', 'td', 'h2', 'nav', 'article', 'button', 'select', 'option', 'svg', 'title', 'noscript', 'template', 'script', 'br', 'img', 'x-y'];

const number = fc.nat(2 ** 30);
const change: fc.Arbitrary<Change> = fc.record({
  how: fc.constantFrom(...CHANGES), at: number, to: number, length: fc.nat(300),
  piece: fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary', maxLength: 6 }), fc.constantFrom(...NAMES)),
});

const TAG = /<\/?[a-z][^<>]*>/gi;

function applied(source: string, { how, at, to, length, piece }: Change): string {
  const from = source.length ? at % source.length : 0;
  const end = Math.min(source.length, from + length);
  const other = source.length ? to % source.length : 0;
  const splice = (start: number, until: number, text: string) => source.slice(0, start) + text + source.slice(until);
  switch (how) {
    case 'cut': return splice(from, end, '');
    case 'double': return splice(end, end, source.slice(from, end));
    case 'move': return other <= from ? source.slice(0, other) + source.slice(from, end) + source.slice(other, from) + source.slice(end) : splice(from, end, '');
    case 'replace': return splice(from, end, piece);
    case 'insert': return splice(from, from, piece);
    case 'end': return source.slice(0, from);
    case 'repeat-byte': return splice(from, from, source.slice(from, from + 1).repeat(length));
    case 'upper-case': return splice(from, end, source.slice(from, end).toUpperCase());
    case 'pile-up': return splice(from, from, piece.repeat(1 + length));
    case 'flip-byte': {
      const bytes = Buffer.from(source.slice(from, from + 40));
      if (bytes.length) bytes[to % bytes.length] ^= 1 << (length % 8);
      return splice(from, from + 40, bytes.toString());
    }
  }
  const tags = [...source.matchAll(TAG)];
  if (!tags.length) return splice(from, from, piece);
  const tag = tags[at % tags.length];
  const start = tag.index;
  const after = start + tag[0].length;
  switch (how) {
    case 'cut-tag': return splice(start, after, '');
    case 'double-tag': return splice(after, after, tag[0].repeat(1 + (length % 40)));
    case 'cut-quote': return splice(start, after, tag[0].replace(/["']/, ''));
    case 'rename-tag': return splice(start, after, tag[0].replace(/[^<>/\s]+/, NAMES[to % NAMES.length]));
    case 'add-attribute': return splice(after - 1, after - 1, piece);
    case 'wrap': return splice(start, after, `<${NAMES[to % NAMES.length]}>${tag[0]}</${NAMES[length % NAMES.length]}>`);
    case 'swap-tags': {
      const second = tags[to % tags.length];
      if (second.index <= start) return source;
      return source.slice(0, start) + second[0] + source.slice(after, second.index) + tag[0] + source.slice(second.index + second[0].length);
    }
  }
}

/** Pages after one to eight changes. */
export function mutatedPages(pages: readonly string[]): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...pages), fc.array(change, { minLength: 1, maxLength: 8 })).map(([page, changes]) => changes.reduce(applied, page));
}
