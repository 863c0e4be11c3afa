const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+/gu;
const MAX_ANCHOR_WORDS = 4;
const MAX_TABLE_CELLS = 1_000_000;

/** The words of a text for alignment: lower case, compatibility forms folded, CJK and Thai character by character. */
export function alignmentWords(text: string): string[] {
  return text.toLowerCase().normalize('NFKC').match(WORD) ?? [];
}

/**
 * Pairs `[i, j]` of equal words of `a` and `b`, rising in both: word runs that are unique on both sides anchor the alignment
 * (patience diff), the gaps between are filled by longest common subsequence; gaps too large for its table stay unmatched.
 */
export function alignWords(a: readonly string[], b: readonly string[]): [number, number][] {
  const pairs: [number, number][] = [];
  const gaps: [number, number, number, number, number][] = [[0, a.length, 0, b.length, MAX_ANCHOR_WORDS]];
  while (gaps.length) {
    let [a0, a1, b0, b1, run] = gaps.pop()!;
    while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) pairs.push([a0++, b0++]);
    while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) pairs.push([--a1, --b1]);
    if (a0 === a1 || b0 === b1) continue;
    if (run === 0) {
      longestCommonSubsequence(a, a0, a1, b, b0, b1, pairs);
      continue;
    }
    const anchors = uniqueCommonRuns(a, a0, a1, b, b0, b1, run);
    if (!anchors.length) {
      gaps.push([a0, a1, b0, b1, run - 1]);
      continue;
    }
    let lastA = a0;
    let lastB = b0;
    for (const [i, j] of anchors) {
      gaps.push([lastA, i, lastB, j, run]);
      pairs.push([i, j]);
      lastA = i + 1;
      lastB = j + 1;
    }
    gaps.push([lastA, a1, lastB, b1, run]);
  }
  return pairs.sort((x, y) => x[0] - y[0]);
}

/** Starts of runs of `run` words that occur once on each side, the longest rising chain of them. */
function uniqueCommonRuns(
  a: readonly string[], a0: number, a1: number, b: readonly string[], b0: number, b1: number, run: number,
): [number, number][] {
  const inA = uniqueRuns(a, a0, a1, run);
  const inB = uniqueRuns(b, b0, b1, run);
  const common: [number, number][] = [];
  for (const [key, i] of inA) {
    const j = inB.get(key);
    if (i >= 0 && j !== undefined && j >= 0) common.push([i, j]);
  }
  common.sort((x, y) => x[0] - y[0]);
  // Longest rising subsequence of the second members (patience sorting).
  const tops: number[] = [];
  const before = new Int32Array(common.length).fill(-1);
  for (let i = 0; i < common.length; i++) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (common[tops[middle]][1] < common[i][1]) low = middle + 1;
      else high = middle;
    }
    if (low) before[i] = tops[low - 1];
    tops[low] = i;
  }
  const chain: [number, number][] = [];
  for (let i = tops.length ? tops[tops.length - 1] : -1; i >= 0; i = before[i]) chain.push(common[i]);
  return chain.reverse();
}

function uniqueRuns(words: readonly string[], from: number, to: number, run: number): Map<string, number> {
  const seen = new Map<string, number>();
  for (let i = from; i + run <= to; i++) {
    const key = run === 1 ? words[i] : words.slice(i, i + run).join(' ');
    seen.set(key, seen.has(key) ? -1 : i);
  }
  return seen;
}

function longestCommonSubsequence(
  a: readonly string[], a0: number, a1: number, b: readonly string[], b0: number, b1: number, pairs: [number, number][],
): void {
  const rows = a1 - a0;
  const columns = b1 - b0;
  if (rows * columns > MAX_TABLE_CELLS) return;
  const width = columns + 1;
  const table = new Uint16Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const at = i * width + j;
      table[at] = a[a0 + i] === b[b0 + j] ? table[at + width + 1] + 1 : Math.max(table[at + width], table[at + 1]);
    }
  }
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (a[a0 + i] === b[b0 + j]) pairs.push([a0 + i++, b0 + j++]);
    else if (table[(i + 1) * width + j] >= table[i * width + j + 1]) i++;
    else j++;
  }
}
