/** How far a text holds the words of another, 0 to 1. */
export interface WordOverlap {
  precision: number;
  recall: number;
  f1: number;
}

// Writings without spaces are compared character by character.
const WORD = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{M}\p{N}]+/gu;

/**
 * Compares two texts as bags of words, lower case, each word as often as it stands in both. Two texts without words agree; where one alone
 * has none they share nothing.
 */
export function wordOverlap(text: string, gold: string): WordOverlap {
  const [found, wanted] = [bagOf(text), bagOf(gold)];
  if (!found.size && !wanted.size) return { precision: 1, recall: 1, f1: 1 };
  let hits = 0;
  for (const [word, count] of found.counts) hits += Math.min(count, wanted.counts.get(word) ?? 0);
  return { precision: hits / (found.size || 1), recall: hits / (wanted.size || 1), f1: (2 * hits) / (found.size + wanted.size) };
}

function bagOf(text: string): { counts: Map<string, number>; size: number } {
  const words = text.normalize('NFKC').toLowerCase().match(WORD) ?? [];
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, size: words.length };
}
