/** Index of the label that scores highest in the row that begins at `at`; where labels score alike, the first of them. */
export function topLabel(scores: ArrayLike<number>, at: number, labels: number): number {
  let best = 0;
  for (let l = 1; l < labels; l++) if (scores[at + l] > scores[at + best]) best = l;
  return best;
}
