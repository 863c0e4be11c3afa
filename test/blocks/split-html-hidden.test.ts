import { split, texts } from './blocks-of';

describe('hidden text', () => {
  test.each([
    ['the hidden attribute', '<p hidden>no</p><p>yes</p>'],
    ['the hidden attribute with a value', '<p hidden="hidden">no</p><p>yes</p>'],
    ['display:none', '<p style="color:red; display : none;">no</p><p>yes</p>'],
    ['display:none in capitals', '<p STYLE="DISPLAY:NONE !important">no</p><p>yes</p>'],
    ['visibility:hidden', '<p style="visibility:hidden">no</p><p>yes</p>'],
    ['template', '<template><p>no</p></template><p>yes</p>'],
    ['noscript', '<noscript>no</noscript><p>yes, yes</p>'],
    ['what stands inside hidden elements', '<div hidden><ul><li><b>no</b></ul></div><p>yes</p>'],
  ])('%s', (_, html) => expect(texts(html).map((text) => text.replace('yes, yes', 'yes'))).toEqual(['[no]', 'yes']));

  test.each([
    ['aria-hidden', '<p aria-hidden="true">yes</p>'],
    ['hidden="until-found"', '<p hidden="until-found">yes</p>'],
    ['other properties', '<p style="overflow:hidden;backface-visibility:hidden;display:block;border:none">yes</p>'],
    ['data attributes and class names', '<p class="hidden" data-hidden data-style="display:none">yes</p>'],
    ['closed details', '<details><summary>yes</summary></details>'],
  ])('%s is visible', (_, html) => expect(texts(html)).toEqual(['yes']));

  test('visible blocks do not carry the property', () => expect(split('<p>yes')[0]).not.toHaveProperty('hidden'));

  test('hidden inline text inside a visible run does not cut it, and lies in its range', () => {
    const html = '<p>one <span hidden>two</span> three</p>';
    expect(split(html)).toMatchObject([{ text: 'one three', start: 3, end: 36 }, { text: 'two', hidden: true, start: 20, end: 23 }]);
  });
  test('nor does a hidden block-level element, since a browser draws no box for it', () => {
    expect(texts('<div>one <div hidden><p>two</p><p>three</p></div> four</div>')).toEqual(['one four', '[two]', '[three]']);
  });
  test('line breaks on both sides of hidden text cut', () => {
    expect(texts('one<br><i hidden>two</i><br>three')).toEqual(['one', '[two]', 'three']);
  });
  test('hidden text before the first visible word of a run comes first', () => {
    expect(texts('<p><span hidden>one</span> two</p>')).toEqual(['[one]', 'two']);
  });
  test('hidden inside hidden', () => {
    expect(texts('<div hidden>one <b hidden>two</b> three</div>four')).toEqual(['[one]', '[two]', '[three]', 'four']);
  });
  test('an element that is hidden twice ends once', () => {
    expect(texts('<p hidden style="display:none">one</p>two<template hidden>three</template> four')).toEqual(['[one]', 'two four', '[three]']);
  });
  test('a hidden element left open hides to the end of its parent', () => {
    expect(texts('<div><span hidden>one <b>two</div>three')).toEqual(['[one two]', 'three']);
  });
  test('void elements cannot hide what follows', () => expect(texts('<img hidden><input style="display:none"><br hidden>one')).toEqual(['one']));
});

describe('noscript', () => {
  test('is the page where it holds most of the words', () => {
    expect(texts('<p>Loading</p><noscript><h1>All of the news</h1><p>is in here, for those without scripts.</p></noscript>'))
      .toEqual(['Loading', 'All of the news', 'is in here, for those without scripts.']);
  });
  test('several of them count together', () => {
    expect(texts('<noscript>one two</noscript><p>three</p><noscript>four five</noscript>')).toEqual(['one two', 'three', 'four five']);
  });
  test('is hidden where it holds as much as the rest', () => expect(texts('<p>abcd</p><noscript>efgh</noscript>')).toEqual(['abcd', '[efgh]']));
  test('scripts and titles do not count as words of the rest', () => {
    expect(texts('<title>a long title of the page</title><script>and("a long script, too")</script><noscript>one two</noscript>')).toEqual(['one two']);
  });
});

describe('what is shown although it looks hidden', () => {
  const PARAGRAPH = 'The town will mend its oldest bridge this spring, and close it for a week. ';
  test.each([
    ['a part that React streams late', '<template id="B:0"></template><p>yes</p><div hidden id="S:0"><p>too</p></div>', ['yes', 'too']],
    ['such a part of a table', '<p>yes</p><table hidden id="app-S:1f"><tr><td>too</td></tr></table>', ['yes', 'too']],
    ['hidden elements inside such a part stay hidden', '<p>yes</p><div hidden id="S:0"><p hidden>no</p></div>', ['yes', '[no]']],
    ['another id', '<p>yes</p><div hidden id="HEADS:up">no</div>', ['yes', '[no]']],
    ['a shadow root in the source', '<x-card><template shadowrootmode="open"><p>yes</p></template></x-card><template ShadowRootMode="CLOSED">too</template>', ['yes', 'too']],
    ['a template with another value', '<p>yes</p><template shadowrootmode="none">no</template>', ['yes', '[no]']],
  ])('%s', (_, html, expected) => expect(texts(html)).toEqual(expected));

  test('a page that hides itself until a script has run, but for what it hides inside', () => {
    const html = `<body style="visibility:hidden"><p>${PARAGRAPH.repeat(20)}</p><p hidden>no</p></body>`;
    expect(texts(html)).toEqual([PARAGRAPH.repeat(20).trim(), '[no]']);
    expect(texts(`<p>Loading</p><div style="display:none">${PARAGRAPH.repeat(20)}</div><div hidden>two</div>`)).toEqual(['Loading', PARAGRAPH.repeat(20).trim(), 'two']);
  });
  test('not one that shows a tenth of its text, nor a short one', () => {
    expect(split(`<p>${PARAGRAPH.repeat(2)}</p><div hidden>${PARAGRAPH.repeat(17)}</div>`)[1]).toMatchObject({ hidden: true });
    expect(split(`<p>a</p><div hidden>${PARAGRAPH.repeat(15)}</div>`)[1]).toMatchObject({ hidden: true });
  });
  test('templates stay hidden, whatever they hold', () => expect(split(`<template>${PARAGRAPH.repeat(30)}</template>`)[0]).toMatchObject({ hidden: true }));
});
