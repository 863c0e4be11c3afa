import { dampSums, joinRows } from '../../src/scores/block-inputs';

test('a sum of evidence is divided by the square root of the number of its tokens', () => {
  const rows = Float32Array.of(5, 4, -4, 5);
  dampSums(rows, 1, 2, 16);
  expect([...rows]).toEqual([5, 1, -1, 5]);
  dampSums(rows, 0, 1, 1);
  dampSums(rows, 3, 1, 0);
  expect([...rows]).toEqual([5, 1, -1, 5]);
});

test('rows stand side by side', () => {
  expect([...joinRows(Float32Array.of(1, 2, 3, 4), Float32Array.of(5, 6), 2)]).toEqual([1, 2, 5, 3, 4, 6]);
  expect(joinRows(new Float32Array(0), new Float32Array(0), 0)).toHaveLength(0);
});
