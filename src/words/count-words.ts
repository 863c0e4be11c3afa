const WORD = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{N}]+/gu;

/** Runs of letters and digits; in scripts written without spaces every character counts as one. */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
