import { splitBlocks } from '../../src/split-blocks';
import type { Limits } from '../../src/types';

const split = (text: string, limits?: Limits) => splitBlocks({ text }, { limits });
const texts = (text: string, limits?: Limits) => split(text, limits).map((block) => block.text);

/** Lines of 60 to 70 characters, as a mail program wraps them. */
const WRAPPED = [
  'The ferry to the outer islands leaves from the second pier at',
  'half past six, and those who want to bring a bicycle should be',
  'there a good quarter of an hour before, since the crew ties them',
  'to the rail by hand.',
];
const TEASERS = [
  'Ferry to the outer islands will run twice a day from April on',
  'Bicycles on board: what the new rules mean for day trippers now',
  'Harbour cafe reopens under a new owner after the winter storms',
  'Why the lighthouse keeper never wanted to live in the old town',
];

describe('one block a line', () => {
  test.each([
    ['line feeds', 'one\ntwo\nthree', ['one', 'two', 'three']],
    ['carriage returns with line feeds', 'one\r\ntwo\r\n', ['one', 'two']],
    ['carriage returns alone', 'one\rtwo', ['one', 'two']],
    ['line and paragraph separators', 'one\u2028two\u2029three', ['one', 'two', 'three']],
    ['blank lines', '\n\none\n\n \t\n\ntwo\n\n', ['one', 'two']],
    ['white space in a line', ' one\t two \u00a0 three ', ['one two three']],
    ['lines without a letter or a digit', 'one\n-----\n***\n7', ['one', '7']],
    ['markup and entities are characters', 'a < b\n<p>one &amp; two', ['a < b', '<p>one &amp; two']],
    ['short lines in lower case', 'one\ntwo lines\nthree lines', ['one', 'two lines', 'three lines']],
    ['an empty text', '', []],
    ['white space alone', ' \n\r\n', []],
  ])('%s', (_, text, expected) => expect(texts(text)).toEqual(expected));

  test('a bare string without markup is read so', () => {
    expect(splitBlocks('From: <mira@post.example>\na < b').map(({ text }) => text)).toEqual(['From: <mira@post.example>', 'a < b']);
  });
  test('NUL and lone surrogates are characters', () => expect(texts('o\u0000ne\n\ud800two')).toEqual(['o\u0000ne', '\ud800two']));
  test('text blocks have neither tag nor path', () => {
    expect(split(' one\n')).toEqual([{ index: 0, text: 'one', start: 1, end: 4 }]);
  });
});

describe('hard-wrapped paragraphs', () => {
  test('are joined, a short last line included', () => {
    expect(split(WRAPPED.join('\n'))).toEqual([{ index: 0, text: WRAPPED.join(' '), start: 0, end: WRAPPED.join('\n').length }]);
  });
  test('with CRLF and quoted indents too', () => {
    expect(texts(`Dear all,\r\n\r\n${WRAPPED.map((line) => `  ${line}`).join('\r\n')}\r\n\r\nYours`)).toEqual(['Dear all,', WRAPPED.join(' '), 'Yours']);
  });
  test('without a short last line', () => expect(texts(WRAPPED.slice(0, 3).join('\n'))).toEqual([WRAPPED.slice(0, 3).join(' ')]));
  test('a blank line ends them', () => {
    expect(texts([...WRAPPED, '', ...WRAPPED].join('\n'))).toEqual([WRAPPED.join(' '), WRAPPED.join(' ')]);
  });
  test('two full lines and a short one are enough', () => {
    expect(texts(WRAPPED.slice(1).join('\n'))).toEqual([WRAPPED.slice(1).join(' ')]);
  });
  test('a short line in upper case after them is not theirs', () => {
    expect(texts([...WRAPPED.slice(0, 3), 'Read more'].join('\n'))).toEqual([WRAPPED.slice(0, 3).join(' '), 'Read more']);
  });
  test('a heading right before them is not theirs', () => {
    expect(texts(['Ferries', ...WRAPPED].join('\n'))).toEqual(['Ferries', WRAPPED.join(' ')]);
  });
  test('a paragraph after a teaser', () => {
    const lines = ['x'.repeat(90), ...WRAPPED];
    expect(texts(lines.join('\n'))).toEqual([lines[0], WRAPPED.join(' ')]);
  });
});

describe('what is not joined', () => {
  test('teaser lists, whose lines begin in upper case', () => expect(texts(TEASERS.join('\n'))).toEqual(TEASERS));
  test.each(['• ', '- ', '1. ', '12:30 ', '“', '['])('teaser lists whose lines begin with `%s`', (mark) => {
    const lines = TEASERS.map((line) => `${mark}${line}`);
    expect(texts(lines.join('\n'))).toEqual(lines);
  });
  test('long teaser lists', () => {
    const lines = Array.from({ length: 40 }, (_, i) => TEASERS[i % 4]);
    expect(texts(lines.join('\n'))).toEqual(lines);
  });
  test('two lines', () => expect(texts(WRAPPED.slice(0, 2).join('\n'))).toEqual(WRAPPED.slice(0, 2)));
  test('lines of 54 characters, lines of 86', () => {
    for (const length of [54, 86]) {
      const lines = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(length));
      expect(texts(lines.join('\n'))).toEqual(lines);
    }
  });
  test('lines of 55 and of 85 characters are', () => {
    for (const length of [55, 85]) {
      const lines = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(length));
      expect(texts(lines.join('\n'))).toEqual([lines.join(' ')]);
    }
  });
  test('lines whose lengths lie more than 15 apart', () => {
    const lines = [60, 76, 60, 76].map((length) => 'a'.repeat(length));
    expect(texts(lines.join('\n'))).toEqual(lines);
    expect(texts([60, 75, 60, 75].map((length) => 'a'.repeat(length)).join('\n'))).toHaveLength(1);
  });
});

describe('offsets and limits', () => {
  test('slices run from the first to the last visible character', () => {
    const text = '\ufeff one \r\n\r\n\u00a0two\u3000three\u00a0\n';
    expect(split(text).map(({ start, end }) => text.slice(start, end))).toEqual(['one', 'two\u3000three']);
  });
  test('a slice of a joined paragraph gives the same text again', () => {
    const text = `Hello\n\n  ${WRAPPED.join('\n  ')}\n`;
    const [, { start, end }] = split(text);
    expect(texts(text.slice(start, end))).toEqual([WRAPPED.join(' ')]);
  });
  test('maxBlocks', () => {
    expect(split('one\ntwo\nthree', { maxBlocks: 2 })).toEqual([
      { index: 0, text: 'one', start: 0, end: 3 }, { index: 1, text: 'two', start: 4, end: 7, truncated: 'maxBlocks' },
    ]);
    expect(split('one\ntwo\n***', { maxBlocks: 2 })[1]).not.toHaveProperty('truncated');
  });
  test('maxChars', () => {
    expect(split('one\ntwo', { maxChars: 5 })).toEqual([{ index: 0, text: 'one', start: 0, end: 3 }, { index: 1, text: 't', start: 4, end: 5, truncated: 'maxChars' }]);
    expect(texts('one 😀', { maxChars: 5 })).toEqual(['one']);
    expect(texts('one &am', { maxChars: 6 })).toEqual(['one &a']);
    expect(split('one\ntwo', { maxChars: 7 })[1]).not.toHaveProperty('truncated');
  });
});
