import { slices, split, texts } from './blocks-of';

describe('offsets run from the first to the last visible character', () => {
  test.each([
    ['white space around', '<p>\n  one two \t</p>', ['one two']],
    ['markup inside included, outside not', '<p><b>one</b> <i>two</i> <img></p>', ['one</b> <i>two']],
    ['entities inside', '<p>a &lt; b &amp;&amp; c</p>', ['a &lt; b &amp;&amp; c']],
    ['entities at both ends', '<p>&laquo;one&raquo;</p>', ['&laquo;one&raquo;']],
    ['non-breaking spaces around, by name', '<p>&nbsp;&nbsp;one&nbsp;</p>', ['one']],
    ['by name without semicolon', '<p>&nbsp&nbspone&nbsp</p>', ['one']],
    ['by number', '<p>&#160;&#xA0;&#xa0one&#0160;&#32;</p>', ['one']],
    ['the mark of the byte order by number, and a letter that begins like it', '<p>&#xFEFF;one&#65279;</p><p>&#xFF;two&#xff;</p>', ['one', '&#xFF;two&#xff;']],
    ['end tags that are text', '<xmp></i>one</b> </xmp>', ['</i>one</b>']],
    ['end tags that close nothing', '<p>hello</foo> </p><p>\n </span>\n Hello</b></p><p>a <i>b</i> c</p>', ['hello', 'Hello', 'a <i>b</i> c']],
    ['as characters', '<p>\u00a0\u2003one\u3000\ufeff</p>', ['one']],
    ['rarer spaces by name', '<p>&ThickSpace;&VeryThinSpace;&emsp13;one&ensp;&hairsp;&Tab;</p>', ['one']],
    ['quotation marks by number, which begin like a space', '<p>&#x201C;one&#x201D;</p><p>&#x2014;two</p>', ['&#x201C;one&#x201D;', '&#x2014;two']],
    ['other letters by number, which begin like a space', '<p>&#1602;&#1604;</p><p>&#9731;x</p>', ['&#1602;&#1604;', '&#9731;x']],
    ['names that decode with a semicolon only', '<p>&ensp one</p>', ['&ensp one']],
    ['names in the wrong case', '<p>&NBSP;one</p>', ['&NBSP;one']],
    ['an ampersand written out before a name', '<p>one&amp;nbsp;</p>', ['one&amp;nbsp;']],
    ['signs at the ends count as visible', '<p>» one «</p>', ['» one «']],
    ['line breaks at the ends do not', '<br>one<br>two<br>', ['one<br>two']],
    ['text outside any element', 'one<p>two</p> three ', ['one', 'two', 'three']],
    ['text after a comment and a doctype', '<!doctype html><!-- c -->one', ['one']],
    ['astral characters', '<p>😀 one 😀</p><p>two</p>', ['😀 one 😀', 'two']],
    ['CRLF', '<p>\r\none\r\ntwo\r\n</p>', ['one\r\ntwo']],
    ['a sign that starts no tag', '<p>a < b <<i>c</i></p>', ['a < b <<i>c']],
  ])('%s', (_, html, expected) => expect(slices(html)).toEqual(expected));
});

describe('text', () => {
  test.each([
    ['entities are decoded', '<p>Fish &amp; chips &ndash; &#163;5 &lt;here&gt; &#x1F600;', ['Fish & chips – £5 <here> 😀']],
    ['unknown entities stay', '<p>AT&T &foo; &', ['AT&T &foo; &']],
    ['non-breaking spaces become spaces', '<p>one&nbsp;&nbsp; two', ['one two']],
    ['zero-width characters stay', '<p>one\u200btwo', ['one\u200btwo']],
  ])('%s', (_, html, expected) => expect(texts(html)).toEqual(expected));
});

/** What readers of the offsets rely on, on sources of all kinds. */
const SOURCES = [
  '<p>one <b>two</b></p> three <ul><li> &nbsp;four&nbsp; </ul>',
  '<table><tr><td>a &amp; b<td><a href="x">c</a> <a href="y">d</a></table>',
  '<div>one <i hidden>two <b>three</b></i> four<br><br>five<div hidden>six</div> seven</div>',
  '<p>&#x201c;one&#x201d; said &eacute;&nbsp;',
  'a < b, <b>c</b> > d',
  '<h2>one<p>two <select><option>no</select> three <svg><path/></svg> four',
];

describe.each(SOURCES)('%s', (html) => {
  test('splitting a slice again gives the same text', () => {
    for (const { text, start, end } of split(html)) expect(texts(html.slice(start, end)).filter((again) => !again.startsWith('['))).toEqual([text]);
  });
  test('ranges ascend and are disjoint, except hidden inside visible', () => {
    let visibleEnd = 0;
    let start = 0;
    for (const block of split(html)) {
      expect(block.start).toBeGreaterThanOrEqual(start);
      start = block.start!;
      if (block.hidden && block.end! <= visibleEnd) continue;
      expect(block.start).toBeGreaterThanOrEqual(visibleEnd);
      visibleEnd = block.end!;
    }
  });
});
