import fc from 'fast-check';
import { packEvidence, packNumbers, packWeights, unpackEvidence, unpackNumbers, unpackWeights } from '../../src/model/packed-numbers';

test('numbers are whole 127ths of the largest, a signed byte each', () => {
  expect(packNumbers([0.5, -0.5, 0, 0.5 / 127])).toBe(`0.5:${btoa('\x7f\x81\x00\x01')}`);
  expect(packNumbers([0, 0])).toBe(`1:${btoa('\0\0')}`);
  expect(packNumbers([])).toBe('1:');
  expect([...unpackNumbers('0.5:f4EAAQ==', 4, 'weights')]).toEqual([0.5, -0.5, 0, Math.fround(0.5 / 127)]);
});

test('numbers come back within half a step of the largest magnitude', () => {
  fc.assert(fc.property(fc.array(fc.float({ min: -1000, max: 1000, noNaN: true }), { maxLength: 40 }), (values) => {
    const step = Math.max(0, ...values.map(Math.abs)) / 127;
    const back = unpackNumbers(packNumbers(values), values.length, 'weights');
    values.forEach((value, i) => expect(Math.abs(back[i] - value)).toBeLessThanOrEqual(0.51 * step + 1e-30));
  }), { seed: 1 });
});

test('packing what was unpacked gives the same text', () => {
  fc.assert(fc.property(fc.array(fc.float({ min: -8, max: 8, noNaN: true }), { minLength: 1, maxLength: 40 }), (values) => {
    const text = packNumbers(values);
    expect(packNumbers(unpackNumbers(text, values.length, 'weights'))).toBe(text);
  }), { seed: 1 });
});

test('many numbers', () => {
  const values = Float32Array.from({ length: 100_000 }, (_, i) => i - 50_000);
  const back = unpackNumbers(packNumbers(values), 100_000, 'weights');
  expect([back[0], back[50_000]]).toEqual([-50_000, 0]);
});

test.each([NaN, Infinity, -Infinity, 1e31])('%d is not packed: fits that diverged are not written', (value) => {
  expect(() => packNumbers([1, value, 2])).toThrow(expect.objectContaining({ code: 'BAD_MODEL', message: expect.stringMatching(/^Expected numbers of magnitude up to 1e\+30 for a model, got `/) }));
});

test('evidence comes back within an eighth of a natural log unit, cut at some eight; the last of a row makes its sum 0', () => {
  const rows = [0.12, 0.13, -0.25, -0.2, 1.5, -1.3, -3.1, 7.75, -4.65, 12, -50, 38];
  const back = [...unpackEvidence(packEvidence(rows, 3), 4, 3, 'evidence')];
  expect(back).toEqual([0, 0.25, -0.25, -0.25, 1.5, -1.25, -3, 7.75, -4.75, 7.75, -8, 0.25]);
  expect(packEvidence(rows, 3)).toHaveLength(8);
  expect([...unpackEvidence(packEvidence([1, -1], 2), 1, 2, 'evidence')]).toEqual([1, -1]);
  expect(() => unpackEvidence(packEvidence(rows, 3), 3, 3, 'families.words.evidence')).toThrow('Expected `families.words.evidence` of the model to hold 6 numbers, got 8');
});

test('weights: one character each, in 31sts of the largest magnitude', () => {
  const values = [0.5, -0.5, 0, 0.5 / 31, 0.24];
  expect(packWeights(values)).toBe('0.5:_Bghv');
  expect([...unpackWeights(packWeights(values), 5, 'weights')].map((value) => Number(value.toFixed(4)))).toEqual([0.5, -0.5, 0, 0.0161, 0.2419]);
  expect(packWeights(unpackWeights(packWeights(values), 5, 'weights'))).toBe(packWeights(values));
  expect(() => unpackWeights('0.5:gg', 3, 'markup.second.first')).toThrow('Expected `markup.second.first` of the model to hold 3 numbers, got 2');
  expect(() => unpackWeights('gg', 2, 'markup.second.first')).toThrow('Expected `markup.second.first` of the model to begin with its unit');
  expect(() => unpackWeights('0.5:g!', 2, 'markup.second.first')).toThrow('Expected `markup.second.first` of the model to hold letters, digits, `-` and `_`, got a string `!`');
});
