import fc from 'fast-check';
import { tokenize } from '../../src/words/tokenize';
import { cpuMs } from '../cpu-time';

test.each<[string, string, string[]]>([
  ['plain words', 'Read the whole story', ['Read', 'the', 'whole', 'story']],
  ['punctuation and signs cut', 'Home » News (today): #1 & more — now…', ['Home', 'News', 'today', '1', 'more', 'now']],
  ['apostrophes stay inside words', "Don't trust the dog's ’tis", ["Don't", 'trust', 'the', "dog's", 'tis']],
  ['digits before letters are cut off', '3rd of 2024, v2 and 12:30', ['3', 'rd', 'of', '2024', 'v2', 'and', '12', '30']],
  ['hyphens cut', 'well-known e-mail', ['well', 'known', 'e', 'mail']],
  ['accented letters', 'Être à Saint-Étienne l’été', ['Être', 'à', 'Saint', 'Étienne', 'l’été']],
  ['combining marks stay with their letter', 'Cafe\u0301 हिन्दी', ['Cafe\u0301', 'हिन्दी']],
  ['Cyrillic and Greek', 'Читайте также: νέα', ['Читайте', 'также', 'νέα']],
  ['Han by character', '最新消息', ['最', '新', '消', '息']],
  ['Kana by character, the long-vowel mark too', 'ニュースを読む', ['ニ', 'ュ', 'ー', 'ス', 'を', '読', 'む']],
  ['the long-vowel mark before Latin', 'サーバーX', ['サ', 'ー', 'バ', 'ー', 'X']],
  ['Thai by character', 'ฟรี', ['ฟ', 'ร', 'ี']],
  ['a change of script cuts', 'USB接口和iPhone手机', ['USB', '接', '口', '和', 'iPhone', '手', '机']],
  ['digits between Han', '2024年5月', ['2024', '年', '5', '月']],
  ['Hangul has spaces', '최신 뉴스', ['최신', '뉴스']],
  ['letters beyond the first plane', '𝔸𝔹 𠀀x', ['𝔸𝔹', '𠀀', 'x']],
  ['nothing but marks', '– · ★ …', []],
  ['empty', '', []],
])('%s', (_, text, words) => {
  expect(tokenize(text)).toEqual(words);
});

test('the words of an ASCII text are the same within a longer text of other scripts', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary-ascii', maxLength: 40 }), (text) => {
    expect(tokenize(`${text} é`).slice(0, -1)).toEqual(tokenize(text));
  }), { seed: 1 });
});

test('words stand in the text in order and hold all of its letters and digits', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
    let at = 0;
    let rest = '';
    for (const word of tokenize(text)) {
      const from = text.indexOf(word, at);
      expect(from).toBeGreaterThanOrEqual(at);
      rest += text.slice(at, from);
      at = from + word.length;
    }
    expect(rest + text.slice(at)).not.toMatch(/[\p{L}\p{N}]/u);
  }), { seed: 1 });
});

test('time is linear in the text', () => {
  expect(cpuMs(() => {
    expect(tokenize("'a".repeat(200_000))).toHaveLength(1);
    expect(tokenize('é'.repeat(400_000))).toHaveLength(1);
  })).toBeLessThan(2000);
});
