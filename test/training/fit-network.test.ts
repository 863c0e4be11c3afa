import { softmaxRows, type Network } from '../../src/scores/network';
import { runNetwork } from '../../src/scores/run-network';
import { fitNetwork, type FitOptions, type FitRows } from '../../src/training/fit-network';

const OPTIONS: FitOptions = { hidden: 8, epochs: 300, batch: 4, rate: 0.05, decay: 0, dropInputs: 0, seed: 3 };

/** Rows with the class that each belongs to, and a weight of 1 where none is given. */
function rowsOf(inputs: number[][], classes: number[], outputs: number, weights = classes.map(() => 1)): FitRows {
  const targets = new Float32Array(classes.length * outputs);
  classes.forEach((value, i) => (targets[i * outputs + value] = 1));
  return { width: inputs[0].length, inputs: Float32Array.from(inputs.flat()), outputs, targets, weights: Float32Array.from(weights) };
}

const XOR = rowsOf([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0], 2);

const probabilities = (network: Network, inputs: Float32Array) => softmaxRows(runNetwork(network, inputs), network.outputs);
const second = (network: Network, rows: FitRows) => [...probabilities(network, rows.inputs)].filter((_, i) => i % 2);

test('XOR is learned with hidden units', () => {
  const [a, b, c, d] = second(fitNetwork(XOR, OPTIONS), XOR);
  expect(Math.max(a, d)).toBeLessThan(0.1);
  expect(Math.min(b, c)).toBeGreaterThan(0.9);
});

test('XOR is not learned without: no line parts the classes', () => {
  const values = second(fitNetwork(XOR, { ...OPTIONS, hidden: 0 }), XOR);
  const right = values.filter((value, i) => (value > 0.5) === [false, true, true, false][i]).length;
  expect(right).toBeLessThan(4);
  for (const value of values) expect(value).toBeCloseTo(0.5, 1);
});

test('hidden units have a bias of their own: without one the middle of a line cannot be told from both ends', () => {
  const rows = rowsOf([[1], [2], [3]], [0, 1, 0], 2);
  const [low, middle, high] = second(fitNetwork(rows, { ...OPTIONS, hidden: 16, epochs: 1500, seed: 1 }), rows);
  expect([low < 0.2, middle > 0.8, high < 0.2]).toEqual([true, true, true]);
});

test('what a line parts is learned without hidden units', () => {
  const rows = rowsOf([[0, 1], [1, 1], [2, 1], [3, 1]], [0, 0, 1, 1], 2);
  const [a, b, c, d] = second(fitNetwork(rows, { ...OPTIONS, hidden: 0 }), rows);
  expect([a < 0.1, b < 0.5, c > 0.5, d > 0.9]).toEqual([true, true, true, true]);
});

test('without telling inputs the outputs are the shares of the classes, by weight', () => {
  const alike = [[0], [0], [0], [0]];
  const [, share] = probabilities(fitNetwork(rowsOf(alike, [0, 0, 0, 1], 2), { ...OPTIONS, hidden: 0 }), Float32Array.of(0));
  expect(share).toBeCloseTo(0.25, 1);
  const [, weighted] = probabilities(fitNetwork(rowsOf(alike, [0, 0, 0, 1], 2, [1, 1, 1, 9]), { ...OPTIONS, hidden: 0 }), Float32Array.of(0));
  expect(weighted).toBeCloseTo(0.75, 1);
});

test('the scale of an input does not matter to what is learned', () => {
  const small = rowsOf([[0.5, 0], [0.5, 0.5], [1, 0], [1, 1]], [0, 0, 1, 1], 2);
  const large = { ...small, inputs: small.inputs.map((x) => x * 64) };
  const options = { ...OPTIONS, hidden: 4, epochs: 60 };
  const fits = [second(fitNetwork(small, options), small), second(fitNetwork(large, options), large)];
  fits[0].forEach((value, i) => expect(value).toBeCloseTo(fits[1][i], 3));
});

test.each([0, 0.3])('the same seed gives the same bytes, another seed others (inputs left out: %d)', (dropInputs) => {
  const options = { ...OPTIONS, epochs: 5, dropInputs };
  const first = fitNetwork(XOR, options);
  expect(fitNetwork(XOR, options)).toEqual(first);
  expect(fitNetwork(XOR, { ...options, seed: 4 })).not.toEqual(first);
});

test('shapes', () => {
  const { first, firstBias, second: last, secondBias, ...sizes } = fitNetwork(XOR, { ...OPTIONS, epochs: 1 });
  expect(sizes).toEqual({ inputs: 2, hidden: 8, outputs: 2 });
  expect([first, firstBias, last, secondBias].map((part) => part.length)).toEqual([16, 8, 16, 2]);
  const linear = fitNetwork(XOR, { ...OPTIONS, hidden: 0, epochs: 1 });
  expect([linear.first, linear.firstBias, linear.second, linear.secondBias].map((part) => part.length)).toEqual([4, 0, 0, 2]);
});

test('weight decay keeps weights small', () => {
  const rows = rowsOf([[0, 1], [1, 0]], [0, 1], 2);
  const size = (decay: number) => fitNetwork(rows, { ...OPTIONS, hidden: 0, decay }).first.reduce((sum, w) => sum + w * w, 0);
  expect(size(0.5)).toBeLessThan(size(0) / 2);
});

describe('with a prior', () => {
  const prior = fitNetwork(XOR, OPTIONS);
  const turned = rowsOf([[0, 0], [0, 1], [1, 0], [1, 1]], [1, 0, 0, 1], 2);
  const distance = (a: Network, b: Network) => Math.sqrt([...a.first].reduce((sum, w, i) => sum + (w - b.first[i]) ** 2, 0));

  test('no epochs give the prior back', () => {
    const same = fitNetwork(turned, { ...OPTIONS, epochs: 0, prior });
    same.first.forEach((weight, i) => expect(weight).toBeCloseTo(prior.first[i], 5));
    expect(same.second).toEqual(prior.second);
    expect(same.second).not.toBe(prior.second);
  });

  test('decay holds the weights to it, not to 0', () => {
    const fit = (decay: number) => fitNetwork(turned, { ...OPTIONS, prior, decay });
    expect(distance(fit(10), prior)).toBeLessThan(distance(fit(0.1), prior) / 3);
    expect(second(fit(0.1), turned)[1]).toBeLessThan(0.5);
    expect(second(fit(15), turned)[1]).toBeGreaterThan(0.5);
  });

  test('inputs that never occur keep their weights', () => {
    const half = rowsOf([[0, 1], [0, 1]], [0, 0], 2);
    const fit = fitNetwork(half, { ...OPTIONS, prior });
    expect([...fit.first.subarray(0, prior.hidden)]).toEqual([...prior.first.subarray(0, prior.hidden)]);
    expect([...fit.first.subarray(prior.hidden)]).not.toEqual([...prior.first.subarray(prior.hidden)]);
  });
});
