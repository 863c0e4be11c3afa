import { contextNames, type Layout } from '../../src/labels/context';
import { firstScores, secondPass } from '../../src/labels/second-pass';
import type { ReadingModel } from '../../src/model/model';
import type { Network } from '../../src/scores/network';

const WIDTH = 1 + 2 * contextNames(0).length;

/** A network without hidden units: all weights 0 but those given. */
function linear(inputs: number, weights: Record<number, number>, bias: [number, number]): Network {
  const first = new Float32Array(inputs * 2);
  for (const [at, weight] of Object.entries(weights)) first[Number(at)] = weight;
  return { inputs, hidden: 0, outputs: 2, first, firstBias: new Float32Array(0), second: new Float32Array(0), secondBias: Float32Array.from(bias) };
}

const READING: ReadingModel = {
  first: linear(1, { 1: Math.log(3) }, [0, 0]),
  second: linear(WIDTH, { 1: 1 }, [0, Math.log(3) / 2]),
  // The page's mean score of the second label, the last input, speaks for content.
  content: linear(WIDTH, { [2 * WIDTH - 1]: 4 }, [0, 0]),
  means: new Float32Array(WIDTH),
  sharpness: 2,
};

const box = { from: Int32Array.of(0, 0), to: Int32Array.of(2, 2) };
const LAYOUT: Layout = { positions: Int32Array.of(0, 1), headingAbove: Int32Array.of(-1, -1), narrow: box, wide: box, section: box, containers: [] };
const INPUTS = Float32Array.of(0, 1);

test('first scores by hand', () => {
  [0.5, 0.5, 0.25, 0.75].forEach((expected, i) => expect(firstScores(INPUTS, READING)[i]).toBeCloseTo(expected, 6));
});

test('the second pass by hand: sharpened before the softmax, content from its second output', () => {
  const { rows, scores, content } = secondPass(INPUTS, firstScores(INPUTS, READING), LAYOUT, READING);
  expect(rows).toHaveLength(2 * WIDTH);
  expect([rows[0], rows[WIDTH]]).toEqual([0, 1]);
  expect(rows[WIDTH - 1]).toBeCloseTo(0.75, 6);
  expect(rows[2 * WIDTH - 1]).toBeCloseTo(0.5, 6);
  // Outputs (0, ln 3 / 2) and (0, 1 + ln 3 / 2), doubled.
  [1 / 4, 3 / 4, 1 / (1 + 3 * Math.E ** 2), 1 - 1 / (1 + 3 * Math.E ** 2)].forEach((expected, i) => expect(scores[i]).toBeCloseTo(expected, 6));
  expect(content[0]).toBeCloseTo(1 / (1 + Math.exp(-3)), 6);
  expect(content[1]).toBeCloseTo(1 / (1 + Math.exp(-2)), 6);
});
