import fc from 'fast-check';
import { softmaxRows, type Network } from '../../src/scores/network';
import { runNetwork } from '../../src/scores/run-network';

// Two inputs, two hidden units, two outputs.
const HIDDEN: Network = {
  inputs: 2, hidden: 2, outputs: 2,
  first: Float32Array.of(1, -1, 2, 0.5), // from input 0 to units 0 and 1, then from input 1
  firstBias: Float32Array.of(0.5, -0.25),
  second: Float32Array.of(1, 2, -3, 4), // from unit 0 to outputs 0 and 1, then from unit 1
  secondBias: Float32Array.of(0.125, -1),
};

const LINEAR: Network = {
  inputs: 3, hidden: 0, outputs: 2, first: Float32Array.of(1, -1, 2, 0.5, 0, 4), firstBias: new Float32Array(0), second: new Float32Array(0), secondBias: Float32Array.of(1, 2),
};

test('forward pass with hidden units, by hand', () => {
  // Inputs (1, 2): units 0.5 + 1 + 4 = 5.5 and -0.25 - 1 + 1 = -0.25, cut to 0. Outputs 0.125 + 5.5 and -1 + 11.
  // Inputs (0, 1): units 2.5 and 0.25. Outputs 0.125 + 2.5 - 0.75 and -1 + 5 + 1.
  // Inputs (-1, 0): units -0.5, cut to 0, and 0.75. Outputs 0.125 - 2.25 and -1 + 3.
  expect([...runNetwork(HIDDEN, Float32Array.of(1, 2, 0, 1, -1, 0))]).toEqual([5.625, 10, 1.875, 5, -2.125, 2]);
});

test('forward pass without hidden units, by hand', () => {
  // Inputs (1, 2, 3): 1 + 1 + 4 + 0 and 2 - 1 + 1 + 12. Inputs (0, 0, 0): the biases.
  expect([...runNetwork(LINEAR, Float32Array.of(1, 2, 3, 0, 0, 0))]).toEqual([6, 14, 1, 2]);
});

test('no rows give no outputs', () => {
  expect(runNetwork(HIDDEN, new Float32Array(0))).toHaveLength(0);
  expect(softmaxRows(new Float64Array(0), 4)).toHaveLength(0);
});

test('softmax, by hand', () => {
  const rows = softmaxRows(Float64Array.of(0, Math.log(3), Math.log(4), 7, 7, 7), 3);
  [1 / 8, 3 / 8, 4 / 8, 1 / 3, 1 / 3, 1 / 3].forEach((expected, i) => expect(rows[i]).toBeCloseTo(expected, 12));
});

test('softmax works in place and ignores a shift of its row', () => {
  const values = Float64Array.of(1, 2, 1001, 1002);
  expect(softmaxRows(values, 2)).toBe(values);
  expect(values[2]).toBeCloseTo(values[0], 12);
  expect(values[0]).toBeCloseTo(1 / (1 + Math.E), 12);
});

test('rows of softmax sum to 1, whatever the size of the values', () => {
  fc.assert(fc.property(fc.array(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), { minLength: 4, maxLength: 4 }), (values) => {
    const row = softmaxRows(Float64Array.from(values), 4);
    for (const value of row) expect(value >= 0 && value <= 1).toBe(true);
    expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
    expect(row[values.indexOf(Math.max(...values))]).toBe(Math.max(...row));
  }), { seed: 1 });
});
