import { secondCopies } from '../../src/labels/second-copies';

const LINES = [
  'The town will mend its oldest bridge this spring.',
  'It closes for a week, and buses go round by the mill.',
  'Shops on both banks stay open.',
  'Trains stop at the quay for as long as the work lasts.',
];

test('a page that holds its text twice', () => {
  expect(secondCopies([...LINES, 'Share', ...LINES])).toEqual([false, false, false, false, false, true, true, true, true]);
});

test('a copy of some lines in another order, between others', () => {
  expect(secondCopies([...LINES, 'Best answer', LINES[3], LINES[0], LINES[1], 'Two replies'])).toEqual([false, false, false, false, false, true, true, true, false]);
});

test('a refrain and a short line stay', () => {
  expect(secondCopies([LINES[0], LINES[1], LINES[0], LINES[2], LINES[0], LINES[0]])).toEqual([false, false, false, false, false, false]);
});

test('one long text is enough', () => {
  const long = LINES.join(' ');
  expect(secondCopies([long, 'x', long, long])).toEqual([false, false, true, true]);
});

test('in scripts without spaces every character is a word', () => {
  const line = '今日の天気は晴れです。明日は朝から雨が降ります。';
  expect(secondCopies([line, 'x', line])).toEqual([false, false, false]);
  expect(secondCopies([line, 'x', line + line, line + line])).toEqual([false, false, false, true]);
});

test('nothing of nothing', () => expect(secondCopies([])).toEqual([]));
