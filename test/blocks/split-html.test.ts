import { readPage } from '../../src/blocks/read-page';
import { DEFAULT_LIMITS } from '../../src/options';
import { split, texts } from './blocks-of';

describe('what cuts a run of text', () => {
  test.each([
    ['paragraphs', '<p>one</p><p>two</p>', ['one', 'two']],
    ['a paragraph and bare text', 'one<p>two</p>three', ['one', 'two', 'three']],
    ['two line breaks', 'one<br>two<br><br>three', ['one two', 'three']],
    ['two line breaks with white space between', 'one<br> &nbsp; <br/>two', ['one', 'two']],
    ['two line breaks with an image between', 'one<br><img src=x><br>two', ['one', 'two']],
    ['a rule', 'one<hr>two', ['one', 'two']],
    ['table cells', '<table><tr><td>one<td>two<tr><th>three</table>', ['one', 'two', 'three']],
    ['a caption', '<table><caption>one</caption><tr><td>two</table>', ['one', 'two']],
    ['list items', '<ul><li>one<li>two</ul>', ['one', 'two']],
    ['nested lists', '<ul><li>one<ul><li>two</ul>three</ul>', ['one', 'two', 'three']],
    ['definition lists', '<dl><dt>one<dd>two<dt>three</dl>', ['one', 'two', 'three']],
    ['headings', '<h1>one</h1>two<h6>three</h6>', ['one', 'two', 'three']],
    ['a figure caption', '<figure><img src=x>one<figcaption>two</figcaption></figure>', ['one', 'two']],
    ['buttons', 'one<button>two</button><button>three</button>', ['one', 'two', 'three']],
    ['labels and legends', '<fieldset><legend>one</legend><label>two</label> <label>three</label></fieldset>', ['one', 'two', 'three']],
    ['a summary', '<details><summary>one</summary>two</details>', ['one', 'two']],
    ['quotations', 'one<blockquote>two</blockquote>three', ['one', 'two', 'three']],
    ['unknown elements', 'one<site-menu>two</site-menu>', ['one', 'two']],
    ['a block inside a link', '<a href=x>one<div>two</div>three</a>', ['one', 'two', 'three']],
  ])('%s', (_, html, expected) => expect(texts(html)).toEqual(expected));
});

describe('what does not cut', () => {
  test.each([
    ['inline elements', 'a <b>b</b> <i>c</i> <a href=x>d</a> <span>e</span> <code>f</code> <sup>g</sup>', ['a b c d e f g']],
    ['inline elements inside a word', 'un<b>believ</b>able', ['unbelievable']],
    ['one line break', 'one<br>two', ['one two']],
    ['single line breaks in a row of lines', 'one<br>two<br>three', ['one two three']],
    ['white space and line ends of the source', '<p>one\n\n   two\tthree</p>', ['one two three']],
    ['an image', 'one <img src=x alt="no"> two', ['one two']],
    ['form fields', 'one <input value=no> two <select><option>no</select> three', ['one two three']],
    ['comments', 'one<!-- p -->two <!-- --> three', ['onetwo three']],
    ['a word-break opportunity', 'Donau<wbr>dampf&shy;schiff', ['Donaudampf\u00adschiff']],
    ['ruby', '<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>', ['漢(kan)']],
    ['stray end tags', 'one</div></span> two', ['one two']],
    ['tags of Microsoft Office', 'near <st1:place w:st="on"><st1:City>Low Tarn</st1:City></st1:place> from <w:Sdt>noon</w:Sdt><o:p>&nbsp;</o:p> on', ['near Low Tarn from noon on']],
    ['other names with a colon', 'one<a0:li>two</a0:li>', ['one', 'two']],
    ['a script inside a word', 'be<script>no</script>fore', ['before']],
  ])('%s', (_, html, expected) => expect(texts(html)).toEqual(expected));
});

describe('what is not text', () => {
  test.each([
    'script', 'style', 'svg', 'math', 'iframe', 'object', 'canvas', 'audio', 'video', 'select', 'datalist', 'map', 'textarea', 'noembed', 'title',
  ])('%s', (tag) => expect(texts(`<p>yes</p><${tag}>no <b>no</b></${tag}><p>also</p>`)).toEqual(['yes', 'also']));

  test('options', () => expect(texts('<select><optgroup label=no><option>no<option>no</select>yes')).toEqual(['yes']));
  test('attributes', () => {
    expect(texts('<p title="no"><img alt="no" src=no><a href="no" aria-label="no">yes</a><input placeholder=no value=no type=submit>')).toEqual(['yes']);
  });
  test('an unclosed CDATA section ends at the next `>`, as in a browser, and loses no page', () => {
    expect(texts('<p>one</p><![CDATA[\n\n<div>two</div><p>three</p>')).toEqual(['one', 'two', 'three']);
    expect(texts('<p>one</p><![CDATA[ a > b ]]><p>two</p>')).toEqual(['one', 'b ]]>', 'two']);
  });

  test('what a frame holds is raw text; an end tag left out loses no page', () => {
    expect(texts('<p>one</p><iframe><!-- no </iframe><p>two</p>')).toEqual(['one', 'two']);
    expect(texts('<p>one</p><IFRAME src=/ad><script>no</iframe ><p>two</p>')).toEqual(['one', 'two']);
    expect(texts('<div><p>one</p><iframe src="/a"/></div><p>two</p><iframe></iframe><p>three</p>')).toEqual(['one', 'two', 'three']);
    expect(texts('<div><p>one</p><iframe></div><p>two</p>')).toEqual(['one', 'two']);
  });

  // What Chromium shows of each.
  test.each([
    ['<p>a</p><!-- x --!><p>b</p>', ['a', 'b']],
    ['<p>a<!-- x --!>b</p><p>c</p>', ['ab', 'c']],
    ['<p>a</p><!----!><p>b</p>', ['a', 'b']],
    ['<p>a</p><!-- --!>--><p>b</p>', ['a', 'b']],
    ['<p>a</p><!x --!><p>b</p>', ['a', 'b']],
    ['<p>a</p><!--!><p>no</p>--><p>b</p>', ['a', 'b']],
    ['<p>a</p><!---!><p>no</p>--><p>b</p>', ['a', 'b']],
    ['<p>a</p><!-- x --! ><p>no</p>--><p>b</p>', ['a', 'b']],
    ['<p>a</p><!--><p>b</p><!---><p>c</p>', ['a', 'b', 'c']],
  ])('where the comment of %s ends', (html, expected) => expect(texts(html)).toEqual(expected));

  test('head, comments, doctype, processing instructions, CDATA', () => {
    expect(texts('<!doctype html><?php no ?><head><title>no</title><meta content=no><style>no</style></head><![CDATA[no]]><!-- no -->yes')).toEqual(['yes']);
  });
  test('runs without a letter or a digit make no block', () => {
    expect(texts('<p>* * *</p><p>&nbsp;</p><p>—</p><p>»</p><td>|</td><p>7</p><p>π</p><p>字</p>')).toEqual(['7', 'π', '字']);
  });
  test('a script that holds tags and an end tag in a string', () => {
    expect(texts('<script>var a = "<p>no</p><!--";</script ><p>yes</p>')).toEqual(['yes']);
  });

  // What Chromium shows of each.
  test.each([
    ['a script that writes a script', `<p>a</p><script><!--\ndocument.write('<script src="a.js"></script>');\nvar align = 'right';\n//-->\n</script><p>b</p>`, ['a', 'b']],
    ['in capitals, with white space', '<p>a</p><script><!-- <SCRIPT></Script >no</SCRIPT\n><p>b</p>', ['a', 'b']],
    ['two of them', '<p>a</p><script><!-- <script>1</script>2<script>3</script>no</script><p>b</p>', ['a', 'b']],
    ['inside a word', 'be<script><!-- <script></script>no</script>fore', ['before']],
    ['a start tag with a slash', '<script><!-- <script/></script>no</script><p>b</p>', ['b']],
    ['a comment that ends before the end tag', '<script><!-- <script>--></script><p>a</p></script>', ['a']],
    ['a comment that ends at once', '<script><!--><script></script><p>a</p></script><script><!---><script></script><p>b</p></script>', ['a', 'b']],
    ['no comment', '<script><script></script><p>a</p></script>', ['a']],
    ['another name', '<script><!-- <scripty></script><p>a</p></script>', ['a']],
    ['the next script', '<script><!-- </script><p>a</p><script><script></script><p>b</p>', ['a', 'b']],
  ])('an end tag as text of a script: %s', (_, html, expected) => expect(texts(html)).toEqual(expected));
  test('where the page ends within such a script, its first end tag counts', () => {
    expect(texts('<script><!-- <script></script><p>a</p><script><!-- <script></script><p>b</p>')).toEqual(['a', 'b']);
  });
});

describe('paths and tags', () => {
  test('elements with ids and classes, outermost first', () => {
    const html = '<html><body class=" home  wide "><div id="main"><ul class="menu"><li>one <b>two</b></li></ul></div>';
    expect(split(html)).toMatchObject([{ index: 0, tag: 'li', path: 'html > body.home.wide > div#main > ul.menu > li' }]);
  });
  test('the tag is the innermost block-level element, inline elements between are part of the path', () => {
    expect(split('<section><a href="/x" class="card"><h3><em>one</em></h3></a>')).toMatchObject([{ tag: 'h3', path: 'section > a.card > h3' }]);
  });
  test('text after a child belongs to the parent', () => {
    expect(split('<div>one<p>two</p>three</div>').map(({ tag, path }) => `${tag}: ${path}`)).toEqual(['div: div', 'p: div > p', 'div: div']);
  });
  test('bare text has neither', () => {
    const [block] = split('one');
    expect(block).toEqual({ index: 0, text: 'one', start: 0, end: 3 });
  });
  test('names are in lower case', () => expect(split('<DIV CLASS=Big><P>one')).toMatchObject([{ tag: 'p', path: 'div.Big > p' }]));
});

describe('title and description are evidence, not blocks', () => {
  const read = (html: string) => readPage({ html }, DEFAULT_LIMITS);

  test('title, entities decoded, white space collapsed; the first one counts', () => {
    expect(read('<head><title> Bread &amp;\n Butter </title></head><body><title>no</title>')).toMatchObject({ title: 'Bread & Butter', blocks: [] });
  });
  test('the title of a drawing is not that of the page', () => {
    expect(read('<body><svg><title>no</title></svg>yes')).toMatchObject({ title: '', blocks: [{ text: 'yes' }] });
  });
  test.each([
    ['description', '<meta name="description" content=" On  bread. ">'],
    ['its name in capitals', '<META NAME="Description" CONTENT="On bread.">'],
    ['og:description', '<meta property="og:description" content="On bread."><meta name="description" content="no">'],
  ])('%s', (_, html) => expect(read(html).description).toBe('On bread.'));
  test('a page without them', () => expect(read('<p>one')).toMatchObject({ title: '', description: '' }));
});
