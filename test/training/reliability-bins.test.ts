import { calibrationError } from '../../src/training/figures';
import { reliabilityBins } from '../../src/training/reliability-bins';

// By hand: 0.5 lies in the eighth bin of fifteen; 0.95, 0.98 and 1 in the last, two of them right.
const rows = [
  { gold: 0, got: 0, confidence: 0.5 }, { gold: 0, got: 0, confidence: 0.95 }, { gold: 1, got: 0, confidence: 0.98 }, { gold: 1, got: 1, confidence: 1 },
];

test('blocks fall into fifteen bins by their confidence', () => {
  const bins = reliabilityBins(rows);
  expect(bins.map(({ blocks }) => blocks)).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 3]);
  expect(bins[7]).toEqual({ from: 7 / 15, to: 8 / 15, blocks: 1, confidence: 0.5, right: 1 });
  expect(bins[14].confidence).toBeCloseTo(2.93 / 3, 12);
  expect(bins[14].right).toBeCloseTo(2 / 3, 12);
  expect([bins[0].from, bins[14].to]).toEqual([0, 1]);
});

test('an empty bin is all 0', () => {
  expect(reliabilityBins([])[3]).toEqual({ from: 3 / 15, to: 4 / 15, blocks: 0, confidence: 0, right: 0 });
});

test('the calibration error is the mean gap of the bins, weighted by blocks', () => {
  expect(calibrationError(rows)).toBeCloseTo((0.5 + Math.abs(2.93 - 2)) / 4, 12);
  expect(calibrationError([])).toBe(0);
});
