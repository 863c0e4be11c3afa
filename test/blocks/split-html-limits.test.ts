import { slices, split, texts } from './blocks-of';

describe('limits', () => {
  const THREE = '<p>one</p><p>two</p><p>three</p>';

  test('maxBlocks marks the last block and keeps what stands before', () => {
    expect(split(THREE, { maxBlocks: 2 })).toEqual([
      { index: 0, text: 'one', start: 3, end: 6, tag: 'p', path: 'p' },
      { index: 1, text: 'two', start: 13, end: 16, tag: 'p', path: 'p', truncated: 'maxBlocks' },
    ]);
  });
  test('a page of just as many blocks is not truncated', () => {
    expect(split(THREE, { maxBlocks: 3 }).map((block) => block.truncated)).toEqual([undefined, undefined, undefined]);
  });
  test('runs without letters do not count', () => expect(split(`${THREE}<p>*</p>`, { maxBlocks: 3 })[2]).not.toHaveProperty('truncated'));
  test('a hidden block does not take the place of the visible one around it', () => {
    expect(split('<p>one <i hidden>two</i> three</p>', { maxBlocks: 1 })).toMatchObject([{ text: 'one', truncated: 'maxBlocks' }]);
    expect(texts('<p><i hidden>one</i> two</p>', { maxBlocks: 1 })).toEqual(['[one]']);
  });
  test('maxChars marks the last block and keeps what stands before', () => {
    expect(split(THREE, { maxChars: 15 })).toMatchObject([{ text: 'one' }, { text: 'tw', start: 13, end: 15, truncated: 'maxChars' }]);
  });
  test('a page of just as many characters is not truncated', () => expect(split('<p>one', { maxChars: 6 })[0]).not.toHaveProperty('truncated'));
  test('maxBlocks is named where both are passed', () => {
    expect(split(THREE, { maxChars: 25, maxBlocks: 1 })).toMatchObject([{ truncated: 'maxBlocks' }]);
  });
  test.each<[string, number, string]>([
    ['<p>Fish&#8217;s chips', 11, 'Fish'], ['<p>Fish &nbsp; chips', 12, 'Fish'], ['<p>Fish &amp; chips', 13, 'Fish &'], ['<p>Fish &ClockwiseContourIntegral; chips', 33, 'Fish'],
    ['<p>Fish & chips', 12, 'Fish & ch'], ['<p>Fish 😀 chips', 9, 'Fish'], ['<p>Fish 😀 chips', 10, 'Fish 😀'],
  ])('%s cut at %i: no half of a reference or of a character', (html, maxChars, text) => expect(texts(html, { maxChars })).toEqual([text]));
  test('nothing to mark on a page without blocks', () => expect(split('<p><i>one', { maxChars: 5 })).toEqual([]));

  // The parser takes pieces of a tag that the input breaks off for text; a browser only a `<` or `</` at the very end.
  test.each(['<p>one</p><script src="a.js">', '<p>one</p><style media=x>', '<p>one<br />', '<p>one</p  x>', '<p>one<!doctype html>', '<p>one<?xml a?>', '<p>one</1a>', '<p>one<title>'])(
    'a break anywhere in %s makes no words of markup', (html) => {
      for (let maxChars = 6; maxChars <= html.length; maxChars++) {
        const [text, ...more] = texts(html, { maxChars });
        expect(text).toMatch(/^one<?\/?$/);
        expect(more).toEqual([]);
      }
    });
});

describe('maxDepth', () => {
  test('deeper elements are ignored, their text and offsets stay', () => {
    const html = '<div>one<section><p>two <b>three</b></p></section>four</div><p>five</p>';
    expect(texts(html, { maxDepth: 1 })).toEqual(['one two three four', 'five']);
    expect(slices(html, { maxDepth: 1 })).toEqual(['one<section><p>two <b>three</b></p></section>four', 'five']);
    expect(texts(html, { maxDepth: 2 })).toEqual(['one', 'two three', 'four', 'five']);
  });
  test('offsets of text whose own tags are ignored', () => {
    const html = '<div><p> <i>one</i> two </p></div>';
    expect(split(html, { maxDepth: 1 })).toEqual([{ index: 0, text: 'one two', start: 12, end: 23, tag: 'div', path: 'div' }]);
  });
  test('void elements have no depth', () => expect(texts('<div>one<br><br>two<hr>three</div>', { maxDepth: 1 })).toEqual(['one', 'two', 'three']));
  test('scripts stay scripts at any depth', () => expect(texts('<div>one<script>no</script><style>no</style></div>two', { maxDepth: 1 })).toEqual(['one', 'two']));
  test('end tags that the author left out do not count as depth', () => {
    expect(texts('<ul><li>one<li>two<li>three</ul>', { maxDepth: 2 })).toEqual(['one', 'two', 'three']);
    expect(texts('<p>one<p>two<p>three', { maxDepth: 1 })).toEqual(['one', 'two', 'three']);
  });
  test('by default 700 elements are kept', () => {
    const html = `${'<div>'.repeat(1000)}one${'</div>'.repeat(1000)}<p>two`;
    const blocks = split(html);
    expect(blocks.map(({ text }) => text)).toEqual(['one', 'two']);
    expect(blocks[0].path!.split(' > ')).toHaveLength(700);
    expect(blocks[0]).toMatchObject({ start: 5000, end: 5003 });
  });
  // Each of these fools a counter of depth that reads tags otherwise than the parser does.
  test.each([
    '<h1>x', '<image>x', '<bgsound><p>x</p>', '<div></1 </div>>x', '<div><![CDATA[></div>]]>x', '<div></div/>x', '<div a=b"></div c=">x', '<p><menu>x', '<div ="></div b=">x',
    '<b></b\u00a0><p>x</p>',
  ])('%s repeated is no deeper than allowed', (piece) => {
    const blocks = split(piece.repeat(60), { maxDepth: 10 });
    expect(blocks.map(({ text }) => text).join('').match(/x/g)).toHaveLength(60);
    for (const { path = '' } of blocks) expect(path.split(' > ').length).toBeLessThanOrEqual(10);
  });
});

describe('broken markup', () => {
  test.each([
    ['nothing', '', []],
    ['white space', ' \n\t', []],
    ['tags alone', '<div><p></p></div><br>', []],
    ['unclosed tags', '<div><p>one<p>two<li>three<b>four', ['one', 'two', 'threefour']],
    ['an unclosed script', '<p>one</p><script>no <p>no</p>', ['one']],
    ['an unclosed comment', '<p>one</p><!-- no <p>no</p>', ['one']],
    ['an unclosed attribute', '<p>one</p><a href="no>no</a><p>no</p>', ['one']],
    ['nested forms', '<form>one<form>two</form>three</form>four', ['one', 'two', 'three', 'four']],
    ['nested tables', '<table><tr><td>one<table><tr><td>two</table>three<td>four</table>five', ['one', 'two', 'three', 'four', 'five']],
    ['crossed tags', '<b>one <i>two</b> three</i> four', ['one two three four']],
    ['a block ended inside an inline element', '<div><b>one</div>two</b>', ['one', 'two']],
    ['a paragraph in a paragraph', '<p>one<div>two</div>three</p>four', ['one', 'two', 'three', 'four']],
    ['attributes twice', '<p class=a class=b>one', ['one']],
    ['signs in place of names', '<><1></><p>one', ['<><1></>', 'one']],
    ['html and body twice', '<html><body>one</body></html><html><body>two', ['one', 'two']],
    ['a closed drawing and a closed division', '<svg/><div/>one<p>two', ['one', 'two']],
  ])('%s', (_, html, expected) => expect(texts(html)).toEqual(expected));

  test('NUL and lone surrogates are characters', () => {
    expect(texts('<p>o\u0000ne</p><p>\ud800two</p><p>three\udc00</p><p \u0000="\ud800">four')).toEqual(['o\u0000ne', '\ud800two', 'three\udc00', 'four']);
    expect(slices('<p>\ud800two</p>')).toEqual(['\ud800two']);
  });
});
