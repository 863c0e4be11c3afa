import { expOfNegative, logOfLarge, logOfProbability } from '../../src/scores/portable-math';

test('is e to the power of a number up to 0, as exactly as a double can say', () => {
  expect(expOfNegative(0)).toBe(1);
  for (let i = 1; i < 20_000; i++) {
    const x = -(i ** 2) / 600_000;
    expect(Math.abs(expOfNegative(x) / Math.exp(x) - 1)).toBeLessThan(1e-15);
  }
});

test('is 0 where a normal double cannot hold it', () => {
  expect(expOfNegative(-800)).toBe(0);
  expect(expOfNegative(-Infinity)).toBe(0);
});

test('the logarithm of a number from 1 up is as exact', () => {
  expect(logOfLarge(1)).toBe(0);
  for (let i = 1; i < 20_000; i++) {
    const x = 1 + i ** 2 / 10_000;
    expect(Math.abs(logOfLarge(x) / Math.log(x) - 1)).toBeLessThan(2e-15);
  }
});

test('so is that of a probability; what is too small has none', () => {
  expect(logOfProbability(1)).toBe(-0);
  for (let i = 1; i < 700; i++) expect(Math.abs(logOfProbability(Math.exp(-i)) / -i - 1)).toBeLessThan(1e-14);
  for (const p of [0, Number.MIN_VALUE, 1e-310]) expect(logOfProbability(p)).toBe(-Infinity);
});
