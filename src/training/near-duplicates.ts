import { alignmentWords } from './align-words';

const RUN_WORDS = 5;
/** Numbers kept of each page. */
const SKETCH = 256;
/** From this share of common runs on two pages are nearly the same. Pages of one site that share all but the piece stay below. */
const NEAR_SHARE = 0.85;

/** Two pages that are nearly the same, by their places in the list, and the share of their runs of words that both have, 0 to 1. */
export interface NearDuplicate {
  first: number;
  second: number;
  share: number;
}

/**
 * Pairs of pages that share most of their runs of five words, as estimated from the smallest hashes of each page's runs (bottom-k
 * sketches: Broder, 1997).
 */
export function nearDuplicates(texts: readonly string[]): NearDuplicate[] {
  const sketches = texts.map(sketchOf);
  const pairs: NearDuplicate[] = [];
  sketches.forEach((a, first) => {
    for (let second = first + 1; second < sketches.length; second++) {
      const share = commonShare(a, sketches[second]);
      if (share >= NEAR_SHARE) pairs.push({ first, second, share });
    }
  });
  return pairs;
}

/** The smallest hashes of the page's runs of words, rising; short pages are one run. */
function sketchOf(text: string): number[] {
  const words = alignmentWords(text);
  const hashes = new Set<number>();
  for (let i = 0; i === 0 || i + RUN_WORDS <= words.length; i++) hashes.add(hashOf(words.slice(i, i + RUN_WORDS).join(' ')));
  return [...hashes].sort((a, b) => a - b).slice(0, SKETCH);
}

/** FNV-1a with a last mix (murmur3), so that like texts do not hash alike. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Share of the smallest hashes of both pages together that stand in both. */
function commonShare(a: readonly number[], b: readonly number[]): number {
  let i = 0;
  let j = 0;
  let seen = 0;
  let common = 0;
  while (seen < SKETCH && (i < a.length || j < b.length)) {
    if (a[i] === b[j]) {
      common++;
      i++;
      j++;
    } else if (j >= b.length || a[i] < b[j]) i++;
    else j++;
    seen++;
  }
  return seen ? common / seen : 0;
}
