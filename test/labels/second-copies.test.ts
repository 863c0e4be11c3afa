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

test('one long text is enough, however often it comes', () => {
  const long = LINES.join(' ');
  expect(secondCopies([long, 'x', long, long, 'y', long])).toEqual([false, false, true, true, false, true]);
});

test('cells, replies and clauses that repeat themselves on a long page stay', () => {
  const days = Array.from({ length: 28 }, (_, i) => `${i + 1}`);
  expect(secondCopies([...days, 'March', ...days, 'April', ...days])).not.toContain(true);
  expect(secondCopies(Array.from({ length: 40 }, () => 'Yes'))).not.toContain(true);
  const clause = 'Whoever breaks this section shall pay a fine of up to two hundred crowns, or of twice what the breach was worth to them, whichever is more.';
  const sections = Array.from({ length: 160 }, (_, i) => `Section ${i}. Boats of class ${i} shall carry lamps at dusk and keep to the right.`);
  expect(secondCopies([clause, ...sections, clause, 'End'])).not.toContain(true);
});

test('in scripts without spaces every character is a word', () => {
  const line = '今日の天気は晴れです。明日は朝から雨が降ります。';
  expect(secondCopies([line, 'x', line])).toEqual([false, false, false]);
  expect(secondCopies([line, 'x', line + line, line + line])).toEqual([false, false, false, true]);
});

test('nothing of nothing', () => expect(secondCopies([])).toEqual([]));
