import { expectLinear } from './cpu-time';

const WHAT_IS_NOT = /more than 6.25 times/;

test('time that grows in step with the page passes, also where it jumps once', () => {
  expectLinear(10_000, (size) => size / 100);
  expectLinear(10_000, (size) => size / 100 + (size > 5_000 ? 200 : 0));
});

test('time that grows with the square of the page does not pass, nor with its power of 1.5', () => {
  expect(() => expectLinear(10_000, (size) => (size / 500) ** 2)).toThrow(WHAT_IS_NOT);
  expect(() => expectLinear(10_000, (size) => (size / 100) ** 1.5)).toThrow(WHAT_IS_NOT);
});

test('the least of several looks counts: what else the machine does only adds', () => {
  let looks = 0;
  expectLinear(10_000, (size) => size / 20 + (looks++ < 6 ? 3 * size : 0));
});
