import RegexpTokenizerModule from 'natural/lib/natural/tokenizers/regexp_tokenizer.js';

const { RegexpTokenizer } = RegexpTokenizerModule;

/** Letters of scripts written without spaces; the long-vowel mark belongs to no single script. */
const SPACELESS = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}ーｰ`;

/**
 * Words are runs of letters, marks and digits; in scripts written without spaces (Han, Kana, Thai) single characters.
 * `Intl.Segmenter` would cut these finer, but its results change with the ICU version.
 */
const WORD = new RegExp(String.raw`[${SPACELESS}]|[^\P{L}${SPACELESS}](?:[^\P{L}${SPACELESS}]|[\p{M}\p{N}'’])*|\p{N}+`, 'gu');
const ASCII_WORD = /[A-Za-z][A-Za-z0-9']*|[0-9]+/g;

const words = new RegexpTokenizer({ pattern: WORD, gaps: false });
const asciiWords = new RegexpTokenizer({ pattern: ASCII_WORD, gaps: false });

/** The words of a text, in order, as written. */
export function tokenize(text: string): string[] {
  return (isAscii(text) ? asciiWords : words).tokenize(text) ?? [];
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}
