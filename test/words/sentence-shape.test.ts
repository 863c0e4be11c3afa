import nlp from 'compromise/two';
import { sentenceShapes, type Grammar } from '../../src/words/sentence-shape';

/** English enough that texts beside it count as English. */
const FILLER = 'It was the end of the day and we had to be at the house in time for the news that you have from us.';
const shapes = (texts: readonly string[], grammar: Grammar = nlp) => sentenceShapes([...texts, FILLER], grammar).slice(0, -1);

function counted(): { grammar: Grammar; asked: string[] } {
  const asked: string[] = [];
  return { asked, grammar: (text) => (asked.push(text), nlp(text)) };
}

test.each([
  ['Subscribe to our newsletter', 'imperative'],
  ['Sign up', 'imperative'],
  ['Read more', 'imperative'],
  ['Get 50% off today', 'imperative'],
  ['The ferry will sail every day this winter, the county said on Monday.', 'full-sentence'],
  ['Mayor opens new bridge', 'full-sentence'],
  ['She was born in 1990. Sign up now.', 'full-sentence'],
  ['What does the law say?', 'question'],
  ['Is this real?', 'question'],
  ['Privacy policy', 'noun-phrase'],
  ['Terms of service', 'noun-phrase'],
])('%s: %s', (text, shape) => {
  expect(shapes([text])).toEqual([shape]);
});

test('the grammar is asked once, about the wanted texts, and each shape stands with its text', () => {
  const { grammar, asked } = counted();
  const texts = ['Privacy policy', 'Subscribe to our newsletter', 'The mayor arrived. He left the town.', '***', 'What does the law say?', FILLER];
  expect(sentenceShapes(texts, grammar, (i) => i !== 1 && i !== 5)).toEqual(['noun-phrase', undefined, 'full-sentence', undefined, 'question', undefined]);
  expect(asked).toHaveLength(1);
  expect(asked[0]).toBe('Privacy policy\nThe mayor arrived. He left the town.\n***\nWhat does the law say?\n');
});

test('a page in German is not asked about, nor one where nothing is wanted', () => {
  const { grammar, asked } = counted();
  expect(sentenceShapes(['Abonnieren Sie unseren Newsletter', 'Die Fähre wird in diesem Winter jeden Tag fahren, sagte der Kreis am Montag.'], grammar)).toEqual([undefined, undefined]);
  expect(sentenceShapes([FILLER], grammar, () => false)).toEqual([undefined]);
  expect(sentenceShapes([], grammar)).toEqual([]);
  expect(asked).toEqual([]);
});

test('long texts are read at their beginning only, and a long page in part', () => {
  const { grammar, asked } = counted();
  const long = `The council ${'really '.repeat(100_000)}voted.`;
  sentenceShapes([long, ...Array(40).fill(FILLER)], grammar, (i) => i === 0);
  expect(asked[0].length).toBeLessThanOrEqual(161);
  let read = 0;
  const many = sentenceShapes(Array.from({ length: 20_000 }, () => FILLER), (text) => ((read = text.length), { json: () => [{ terms: [{ pre: '', text, post: '', tags: ['Noun'] }] }] }));
  expect(read).toBeLessThan(201_000);
  expect(many[0]).toBe('noun-phrase');
  expect(many[19_999]).toBeUndefined();
});

test.each([
  'constructor', '__proto__', '***', '…', '\0', '\ud800', '\u202e', '😀👩‍👩‍👧', 'a'.repeat(100_000), '('.repeat(5000), '"'.repeat(5000), "l'".repeat(3000), 'a/b'.repeat(3000),
  '. '.repeat(3000), '-- – — ', 'a\rb\u2028c\n\nd', 'Mr. Dr. U.S.', '1,000.50 $5.00 3-4 5:30pm', '   ', '',
])('%# is no trouble, and moves no shape to another text', (text) => {
  const [before, hostile, after] = sentenceShapes(['Privacy policy', text, 'Subscribe to our newsletter', ...Array(20).fill(FILLER)], nlp);
  expect([undefined, 'imperative', 'full-sentence', 'finite-verb', 'question', 'noun-phrase', 'other']).toContain(hostile);
  expect(['imperative', undefined]).toContain(after);
  expect(before).toBe('noun-phrase');
});

test('a grammar whose sentences are not the text gives no shapes', () => {
  const answers: unknown[] = [undefined, null, 'x', [], [{}], [null], [{ terms: [{}] }], [{ terms: [{ pre: '', text: 'other', post: '', tags: [] }] }]];
  for (const answer of answers) expect(shapes(['Privacy policy'], () => ({ json: () => answer }))).toEqual([undefined]);
  expect(shapes(['Privacy policy'], () => { throw new Error('fails'); })).toEqual([undefined]);
});

test('a function that is no grammar is wrong use', () => {
  expect(() => shapes(['Privacy policy'], (() => 5) as never)).toThrow(expect.objectContaining({ code: 'BAD_OPTION', message: 'Expected `grammar` to answer as the function of `compromise/two` does, got `5`' }));
});
