import { split, texts } from './blocks-of';

describe('hidden text', () => {
  test.each([
    ['the hidden attribute', '<p hidden>no</p><p>yes</p>'],
    ['the hidden attribute with a value', '<p hidden="hidden">no</p><p>yes</p>'],
    ['display:none', '<p style="color:red; display : none;">no</p><p>yes</p>'],
    ['display:none before a comment', '<p style="display:none/* for now */">no</p><p>yes</p>'],
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
    ['a value that only begins like one that hides', '<p style="display:nonexistent;visibility:hidden-x;display:none_">yes</p>'],
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
    ['such a part of a table: rows', '<p>yes</p><table hidden><tbody id="S:1f"><tr><td>too</td></tr></tbody></table>', ['yes', 'too']],
    ['cells', '<p>yes</p><table hidden><tr id="S:1"><td>too</td></tr></table>', ['yes', 'too']],
    ['groups of rows', '<p>yes</p><table hidden id="S:1"><tbody><tr><td>too</td></tr></tbody></table>', ['yes', 'too']],
    ['a part that Solid streams late', '<template id="pl-0-1"></template><p>yes</p><template id="0-1"><p>too</p></template>', ['yes', 'too']],
    ['by an earlier version', '<template id="pl-0-1"></template><p>yes</p><div hidden id="0-1"><p>too</p></div>', ['yes', 'too']],
    ['a part that Marko streams late', '<noscript id="afph0"></noscript><p>yes</p><div id="af0" style="display:none"><p>too</p></div>', ['yes', 'too']],
    ['by a later version', '<p>yes</p><t hidden M_=a><p>too</p></t>', ['yes', 'too']],
    ['a part that Preact streams late', '<p>yes</p><div hidden><preact-island hidden data-target="1"><p>too</p></preact-island></div>', ['yes', 'too']],
    ['hidden elements inside such a part stay hidden', '<p>yes</p><div hidden id="S:0"><p hidden>no</p></div>', ['yes', '[no]']],
    ['ids that only look like it', '<p>yes</p><div hidden id="TABS:1">no</div><div id="after" style="display:none">no</div><template id="0-1">no</template>', ['yes', '[no]', '[no]', '[no]']],
    ['such an id on something else', '<p>yes</p><p hidden id="S:1">no</p><div id="S:2" style="display:none">no</div><t hidden>no</t>', ['yes', '[no]', '[no]', '[no]']],
    ['a shadow root in the source', '<x-card><template shadowrootmode="open"><p>yes</p></template></x-card><template ShadowRootMode="CLOSED">too</template>', ['yes', 'too']],
    ['a template with another value', '<p>yes</p><template shadowrootmode="none">no</template>', ['yes', '[no]']],
  ])('%s', (_, html, expected) => expect(texts(html)).toEqual(expected));

  const LONG = PARAGRAPH.repeat(20).trim();
  test('a page that hides itself until a script has run, but for what it hides inside', () => {
    expect(texts(`<body style="visibility:hidden"><p>${LONG}</p><p hidden>no</p></body>`)).toEqual([LONG, '[no]']);
  });
  test('its large parts, not the small ones', () => {
    expect(texts(`<p>Loading</p><div style="display:none">${LONG}</div><div hidden>two</div><div style="display:none">${LONG}</div>`)).toEqual(['Loading', LONG, '[two]', LONG]);
  });
  test.each([
    ['a tenth is shown', `<p>${PARAGRAPH.repeat(2)}</p><div hidden>${PARAGRAPH.repeat(17)}</div>`],
    ['there is little of it', `<p>a</p><div hidden>${PARAGRAPH.repeat(15)}</div>`],
    ['it is a template', `<p>a</p><template>${LONG}</template>`],
    ['it is a dialogue', `<p>a</p><div role="dialog" style="display:none">${LONG}</div>`],
    ['it is a modal', `<p>a</p><div aria-modal="true" hidden>${LONG}</div><dialog hidden>${LONG}</dialog>`],
    ['it is data', `<p>a</p><div hidden> {"lead": "${LONG}"}</div><code style="display:none">${LONG}</code>`],
  ])('hidden text stays hidden where %s', (_, html) => expect(split(html).filter(({ hidden }) => !hidden)).toHaveLength(1));
  test('and where a noscript is the page', () => {
    expect(texts(`<noscript>${LONG} ${LONG}</noscript><div hidden>${LONG}</div>`)).toEqual([`${LONG} ${LONG}`, `[${LONG}]`]);
  });
});
