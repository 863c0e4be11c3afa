import { headOf, readReviewed, withReviewed } from '../../../src/cli/label/reviewed-lines';

const HEAD = '# page: a.html\n# site: a.example\n';
const flags = (count: number, ...set: number[]) => Array.from({ length: count }, (_, i) => set.includes(i));
const file = (head: string) => `${head}article\tOne\narticle\tTwo\n`;

test.each([
  [flags(5), ''], [flags(5, 0), '1'], [flags(5, 0, 1, 2, 4), '1-3 5'], [flags(5, 1, 3), '2 4'], [flags(5, 0, 1, 2, 3, 4), 'all'], [[], ''],
])('%j is written as %j and read back', (reviewed, value) => {
  const head = withReviewed(HEAD, reviewed);
  expect(head).toBe(value ? `${HEAD}# reviewed: ${value}\n` : HEAD);
  expect([...readReviewed(file(head), reviewed.length, 'a.labels')]).toEqual(reviewed.flatMap((is, i) => (is ? [i] : [])));
  expect(withReviewed(head, [])).toBe(HEAD);
});

test('the line keeps its place in the head, which is all that comes before the first label', () => {
  const head = '# page: a.html\n# reviewed: 1\n# note: $1 & more\n';
  expect(headOf(file(head))).toBe(head);
  expect(withReviewed(head, flags(3, 1, 2))).toBe('# page: a.html\n# reviewed: 2-3\n# note: $1 & more\n');
});

test('a byte-order mark before the head is not taken for a label', () => {
  expect(headOf(`\uFEFF${file(HEAD)}`)).toBe(HEAD);
});

test('numbers past the last line are passed over: lines may have been taken out by hand', () => {
  expect([...readReviewed('# reviewed: 2-9 12\n', 3, 'a.labels')]).toEqual([1, 2]);
});

test.each(['some', '3-1', '0', '1,2', '1-'])('`# reviewed: %s` is refused with file and line', (value) => {
  expect(() => readReviewed(file(`${HEAD}# reviewed: ${value}\n`), 2, 'a.labels')).toThrow(`Expected \`# reviewed: all\` or numbers of lines such as \`1-40 52\` at a.labels:3, got a string \`${value}\``);
});
