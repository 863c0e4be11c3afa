import ngrams from 'natural/lib/natural/ngrams/ngrams.js';

/** The pairs of neighbouring words, each joined by a space. */
export function wordPairs(words: readonly string[]): string[] {
  return words.length > 1 ? ngrams.bigrams(words).map(([first, second]) => `${first} ${second}`) : [];
}
