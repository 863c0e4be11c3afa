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

describe('hard-wrapped lists', () => {
  const SECOND = [
    'Bicycles on board cost four euros and have to be booked a day',
    'before at the counter in the harbour, or by telephone with the',
    'company, which answers from nine in the morning until noon.',
  ];
  const THIRD = [
    'Dogs are welcome on the upper deck but have to be on a lead at',
    'all times, and those that are large have to wear a muzzle when',
    'the ship is full, as it is on most days of the summer holidays.',
  ];
  const listOf = (marks: readonly string[], items: readonly (readonly string[])[]) => items.map(([first, ...rest], i) => [marks[i] + first, ...rest]);

  test.each([
    ['-', ['- ', '- ', '- ']], ['*', ['* ', '* ', '* ']], ['•', ['• ', '• ', '• ']], ['–', ['– ', '– ', '– ']],
    ['1.', ['1. ', '2. ', '3. ']], ['1)', ['9) ', '10) ', '11) ']], ['(1)', ['(1) ', '(2) ', '(3) ']],
  ])('each item that begins with %s is a block, and its slice gives it again', (_, marks) => {
    const items = listOf(marks, [WRAPPED, SECOND, THIRD]);
    for (const indent of ['', '  ']) {
      const text = items.map((lines) => lines.join(`\n${indent}`)).join('\n');
      const blocks = split(text);
      expect(blocks.map((block) => block.text)).toEqual(items.map((lines) => lines.join(' ')));
      for (const block of blocks) expect(texts(text.slice(block.start, block.end))).toEqual([block.text]);
    }
  });
  test('below a paragraph', () => {
    const items = listOf(['', '- ', '- '], [SECOND, THIRD, WRAPPED]);
    expect(texts(items.flat().join('\n'))).toEqual(items.map((lines) => lines.join(' ')));
  });
  // All lines are of one length, so that no mark would have had room on the line above.
  test.each([
    ['a bullet in the middle of a sentence', 's', ['- ', '* ']],
    ['a bullet before a quotation', 's', ['- “', '+ “']],
    ['a number below a full stop', '.', ['1. ', '(2) ']],
    ['a dash below a full stop and a quotation mark', '.”', ['– ', '— ']],
  ])('items that begin with %s', (_, end, marks) => {
    const items = listOf(['', ...marks], [SECOND, SECOND, SECOND]).map((lines) => lines.map((line) => line.padEnd(70, 's') + end));
    expect(texts(items.flat().join('\n'))).toEqual(items.map((lines) => lines.join(' ')));
  });
  test('items that begin with a number below a line with room for it', () => {
    const lines = [...SECOND.slice(0, 2), 'company, which answers from nine in the morning until noon'];
    const items = listOf(['', '1. ', '2. '], [lines, lines, lines]);
    expect(texts(items.flat().join('\n'))).toEqual(items.map((item) => item.join(' ')));
  });

  test.each([
    ['a dash before a lower-case letter', '- and those who want to bring a bicycle as well - should be'],
    ['a dash before a quotation', '- “and with a bicycle”, as the crew likes to say - should be at'],
    ['a dash before a digit', '- 18 euros and 50 cents, or 20 euros with a bicycle - should be'],
    ['a longer dash before a name', '— Mira Holt and her brother, who have the bicycles — should be'],
    ['a number before a lower-case letter', '2. and those who want to bring a bicycle as well should all be'],
    ['a number before a digit', '6. 30 is the hour that the board names, and people should be'],
    ['a number that ends a sentence', '6. Those who want to bring a bicycle to the islands should be'],
    ['a day of a month', '3. May, and those who want to bring a bicycle should all be at'],
    ['a year that ends a sentence', '1998. Those who want to bring a bicycle to the islands should be'],
    ['a number in brackets', '(2) Holt, and those who want to bring a bicycle should all be at'],
  ])('a sentence goes on with: %s', (_, line) => {
    const lines = [WRAPPED[0].padEnd(line.length, 's'), line, WRAPPED[2], WRAPPED[2], WRAPPED[3]];
    expect(texts(lines.join('\n'))).toEqual([lines.join(' ')]);
  });
  test('a year begins no item, even below a line with room for it', () => {
    const lines = [WRAPPED[0], '1998. Those who want to bring a bicycle to the islands should be here', WRAPPED[2], WRAPPED[2]];
    expect(texts(lines.join('\n'))).toEqual([lines.join(' ')]);
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
