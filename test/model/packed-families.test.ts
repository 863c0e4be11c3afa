import fc from 'fast-check';
import { packFamilies, unpackFamilies } from '../../src/model/packed-families';
import type { BayesFamily } from '../../src/scores/naive-bayes';

const family = (rows: Record<string, number>): BayesFamily => ({
  tokens: Object.keys(rows), evidence: Float32Array.from(Object.values(rows).flatMap((value) => [value, -value])),
});
/** Evidence of each token for the first label. */
const rowsOf = ({ tokens, evidence }: BayesFamily) => Object.fromEntries(tokens.map((token, row) => [token, evidence[2 * row]]));

test('tokens stand once in one sorted list, families say which of them they know', () => {
  const packed = packFamilies(new Map([['words', family({ free: 1, about: -2 })], ['heading-words', family({ free: 0.5 })], ['classes', family({})]]), 2);
  expect(packed).toEqual({ tokens: 'AaboutAfree', families: [{ name: 'words', tokens: 'AA', evidence: 'Yk' }, { name: 'heading-words', tokens: 'B', evidence: 'i' }, { name: 'classes', tokens: '', evidence: '' }] });
  const back = unpackFamilies(packed, 2);
  expect([...back].map(([name, one]) => [name, rowsOf(one)])).toEqual([['words', { about: -2, free: 1 }], ['heading-words', { free: 0.5 }], ['classes', {}]]);
});

test('any families come back, the empty token and gaps of any length too', () => {
  const token = fc.stringMatching(/^[a-d]{0,6}$/);
  const rows = fc.dictionary(token, fc.integer({ min: -31, max: 31 }).map((quarters) => quarters / 4 + 0), { noNullPrototype: true });
  const many = fc.constant(Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`e${String(i).padStart(3, '0')}`, 1])));
  fc.assert(fc.property(rows, rows, fc.oneof(rows, many), (one, two, three) => {
    const families = new Map([['one', family(one)], ['two', family({ ...two, zz: 1 })], ['three', family(three)]]);
    const back = unpackFamilies(packFamilies(families, 2), 2);
    for (const [name, packed] of families) expect(rowsOf(back.get(name)!)).toEqual(rowsOf(packed));
  }));
});

test('a number past the end of the list is refused', () => {
  expect(() => unpackFamilies({ tokens: 'Aabout', families: [{ name: 'words', tokens: 'B', evidence: 'k' }] }, 2))
    .toThrow(expect.objectContaining({ code: 'BAD_MODEL', message: 'Expected `families.words.tokens` of the model to name some of its 1 tokens, got the number 1' }));
  expect(() => unpackFamilies({ tokens: 'Aabout', families: [{ name: 'words', tokens: '?', evidence: 'k' }] }, 2)).toThrow('Expected `families.words.tokens` of the model to hold letters');
});
