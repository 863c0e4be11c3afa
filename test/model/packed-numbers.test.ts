import fc from 'fast-check';
import { packEvidence, packNumbers, unpackEvidence, unpackNumbers } from '../../src/model/packed-numbers';

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

test('evidence comes back within an eighth of a natural log unit, cut at some eight', () => {
  const values = [0, 0.12, 0.13, -0.2, 1.5, -3.1, 7.75, 12, -8, -50];
  expect([...unpackEvidence(packEvidence(values), 10, 'evidence')]).toEqual([0, 0, 0.25, -0.25, 1.5, -3, 7.75, 7.75, -8, -8]);
  expect(() => unpackEvidence(packEvidence(values), 9, 'families.words.evidence')).toThrow('Expected `families.words.evidence` of the model to hold 9 numbers, got 10');
});
