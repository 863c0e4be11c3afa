import { flag, logScale, share, type Heuristic } from './heuristic';

/** What is counted in the text of a block, in one pass over its characters. */
export interface TextFacts {
  text: string;
  /** The first `PATTERN_CHARS` of the text: what patterns are looked for in. */
  head: string;
  words: readonly string[];
  chars: number;
  letters: number;
  upper: number;
  digits: number;
  spaceless: number;
  commas: number;
  sentenceEnds: number;
  separators: number;
  quotes: number;
  brackets: number;
  exclamations: number;
  questions: number;
  colons: number;
  wordChars: number;
  capitalWords: number;
  upperWords: number;
  shortLowerWords: number;
  numberWords: number;
  firstCode: number;
  lastCode: number;
  holdsDate: boolean;
  holdsPrice: boolean;
  /** Nothing but a number. */
  isCount: boolean;
}

const SEPARATORS = '|•·›»→▶►/\\>—–«<+*#';
const QUOTES = '"“”„«»‘’\'「」『』';
const SENTENCE_END = '.!?…。！？';
const PATTERN_CHARS = 1000;
const CLOSERS = '"”’\')]»』」';

/** Kinds of ASCII characters: most text is ASCII, and there one look-up says what a character counts as. */
const OTHER = 0;
const LOWER = 1;
const UPPER = 2;
const DIGIT = 3;
const MARK = 4;
const KINDS = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (/[a-z]/.test(char)) return LOWER;
  if (/[A-Z]/.test(char)) return UPPER;
  if (/[0-9]/.test(char)) return DIGIT;
  return `,:()[]{}${SENTENCE_END}${QUOTES}${SEPARATORS}`.includes(char) ? MARK : OTHER;
});

export function countText(text: string, words: readonly string[]): TextFacts {
  const facts: TextFacts = {
    text, head: text.slice(0, PATTERN_CHARS), words, chars: 0, letters: 0, upper: 0, digits: 0, spaceless: 0, commas: 0, sentenceEnds: 0, separators: 0, quotes: 0, brackets: 0,
    exclamations: 0, questions: 0, colons: 0, wordChars: 0, capitalWords: 0, upperWords: 0, shortLowerWords: 0, numberWords: 0,
    firstCode: text.charCodeAt(0), lastCode: text.charCodeAt(text.length - 1), holdsDate: false, holdsPrice: false, isCount: false,
  };
  let chars = 0;
  let letters = 0;
  let upper = 0;
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x20) continue;
    chars++;
    const kind = code < 0x80 ? KINDS[code] : MARK;
    if (kind === LOWER) letters++;
    else if (kind === UPPER) {
      letters++;
      upper++;
    } else if (kind === DIGIT) digits++;
    else if (kind === OTHER) continue;
    else if (code < 0x80 || (code >= 0x2000 && code < 0x3040) || (code >= 0xff00 && code < 0xff20) || code < 0xc0) {
      const char = text[i];
      if (char === ',' || char === '、' || char === '，') facts.commas++;
      else if (SENTENCE_END.includes(char)) {
        if (char === '!' || char === '！') facts.exclamations++;
        if (char === '?' || char === '？') facts.questions++;
        const next = text.charCodeAt(i + 1);
        const before = text.charCodeAt(i - 1);
        const digitsAround = before >= 0x30 && before <= 0x39 && next >= 0x30 && next <= 0x39;
        if ((i === text.length - 1 || next === 0x20 || code > 0x2fff || CLOSERS.includes(text[i + 1])) && !digitsAround) facts.sentenceEnds++;
      } else if (char === ':') facts.colons++;
      else if (QUOTES.includes(char)) facts.quotes++;
      else if ('()[]{}'.includes(char)) facts.brackets++;
      else if (SEPARATORS.includes(char)) facts.separators++;
    } else {
      letters++;
      if (code >= 0x3040 && code <= 0x9fff) facts.spaceless++;
      else if (text[i] !== text[i].toLowerCase()) upper++;
    }
  }
  facts.chars = chars;
  facts.letters = letters;
  facts.upper = upper;
  facts.digits = digits;
  facts.holdsDate = digits > 0 && DATE.test(facts.head);
  facts.holdsPrice = digits > 0 && PRICE.test(facts.head);
  facts.isCount = chars < 16 && COUNT_ONLY.test(text);
  for (const word of words) {
    facts.wordChars += word.length;
    const first = word.charCodeAt(0);
    if (first >= 0x30 && first <= 0x39) {
      facts.numberWords++;
      continue;
    }
    if (startsUpper(word, first)) {
      facts.capitalWords++;
      if (word.length > 1 && isUpper(word)) facts.upperWords++;
    } else if (word.length <= 3) facts.shortLowerWords++;
  }
  return facts;
}

function startsUpper(word: string, first: number): boolean {
  return first < 0x80 ? KINDS[first] === UPPER : word.toLowerCase()[0] !== word[0];
}

function isUpper(word: string): boolean {
  const second = word.charCodeAt(1);
  return (second >= 0x80 || KINDS[second] !== LOWER) && word === word.toUpperCase();
}

const MONTH = '(?:jan|feb|m[aä]r|apr|ma[iyj]|jun|jul|aug|sep|o[ck]t|nov|de[cz]|janv|févr|fév|avr|juin|juil|août|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|stycz|lut|kwi|czer|lip|sier|wrze|paź|lis|gru)';
const DATE = new RegExp(
  String.raw`\b(?:19|20)\d\d[-/.年]\s?\d{1,2}|\b\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})\b|\b\d{1,2}(?:st|nd|rd|th|\.|er)?(?: de| of)? ${MONTH}[\p{L}.]{0,9}|\b${MONTH}[\p{L}.]{0,9} \d{1,2}\b`, 'iu',
);
const YEAR = /\b(?:19|20)\d\d\b/;
const CLOCK = /\b\d{1,2}[:.h]\d\d\b|\b\d{1,2} ?[ap]\.?m\b/i;
const AGO = /\b\d+ ?(?:sec|min|hour|hr|day|week|month|year|h|m|d)s?\b ?(?:ago)?|\bago\b|\bvor \d|\bil y a\b|\bhace \d|\bfa$|\btemu\b|\bgeleden\b|前$/i;
const PRICE = /[$€£¥₹₽]\s?\d|\d\s?(?:[$€£¥₹₽]|zł|kr\b|eur\b|usd\b|chf\b|円|元)/i;
const PERCENT = /\d\s?%/;
const EMAIL_OR_URL = /@[\w-]+\.|https?:|www\.|\b[\w-]{3,40}\.(?:com|org|net|de|fr|co|example)\b/i;
const PHONE = /(?:\+|\b00|\()\d[\d\s()/-]{7,}|\b\d{3}[-. ]\d{3}[-. ]\d{4}\b/;
const COPYRIGHT = /[©®™]|\(c\)\s/i;
const BYLINE = /^(?:by|von|par|por|di|da|door|av|af|autor|author|text|written by|posted by|publié par)[ :]/i;
const LIST_MARK = /^(?:[-*•·–—▪‣»›>]|\(?\d{1,3}[.):])\s/;
const ARROW_END = /[»›→>▶►]\s*$/;
const COUNT_ONLY = /^[\s(]*[\d.,]+\s?[km]?[\s)]*$/i;

/** So ended, a text spares the patterns that look for marks at the end. */
function endsInWord({ lastCode }: TextFacts): boolean {
  return lastCode < 0x80 && KINDS[lastCode] >= LOWER && KINDS[lastCode] <= DIGIT;
}

/** Heuristics that need nothing but the text of the block. */
export const TEXT_HEURISTICS: readonly Heuristic<TextFacts>[] = [
  { name: 'length-in-words', value: (f) => logScale(f.words.length, 200) },
  { name: 'length-in-characters', value: (f) => logScale(f.chars, 1200) },
  { name: 'one-word', value: (f) => flag(f.words.length <= 1) },
  { name: 'two-or-three-words', value: (f) => flag(f.words.length === 2 || f.words.length === 3) },
  { name: 'headline-length', value: (f) => flag(f.words.length >= 5 && f.words.length <= 16) },
  { name: 'sentence-count', value: (f) => logScale(f.sentenceEnds, 12) },
  { name: 'ends-like-a-sentence', value: (f) => flag(SENTENCE_END.includes(f.text[f.text.length - 1]) || (CLOSERS.includes(f.text[f.text.length - 1]) && SENTENCE_END.includes(f.text[f.text.length - 2] ?? ' '))) },
  { name: 'ends-with-ellipsis', value: (f) => flag(!endsInWord(f) && /(?:…|\.\.\.)\W{0,3}$/.test(f.text.slice(-8))) },
  { name: 'ends-with-colon', value: (f) => flag(f.lastCode === 0x3a || f.lastCode === 0xff1a) },
  { name: 'ends-with-arrow', value: (f) => flag(!endsInWord(f) && ARROW_END.test(f.text.slice(-4))) },
  { name: 'comma-share', value: (f) => share(f.commas * 8, f.words.length) },
  { name: 'quotation-marks', value: (f) => logScale(f.quotes, 8) },
  { name: 'brackets', value: (f) => logScale(f.brackets, 8) },
  { name: 'separator-marks', value: (f) => logScale(f.separators, 6) },
  { name: 'colons', value: (f) => logScale(f.colons, 4) },
  { name: 'exclamation-marks', value: (f) => logScale(f.exclamations, 3) },
  { name: 'question-marks', value: (f) => logScale(f.questions, 3) },
  { name: 'mean-word-length', value: (f) => share(f.wordChars, f.words.length) / 12 },
  { name: 'capital-word-share', value: (f) => share(f.capitalWords, f.words.length) },
  { name: 'all-capital-word-share', value: (f) => share(f.upperWords, f.words.length) },
  { name: 'function-word-share', value: (f) => share(f.shortLowerWords * 2, f.words.length) },
  { name: 'number-share', value: (f) => share(f.numberWords, f.words.length) },
  { name: 'digit-share', value: (f) => share(f.digits, f.chars) },
  { name: 'capital-letter-share', value: (f) => share(f.upper * 2, f.letters) },
  { name: 'spaceless-script-share', value: (f) => share(f.spaceless, f.chars) },
  { name: 'starts-lower-case', value: (f) => flag(f.firstCode < 0x80 ? KINDS[f.firstCode] === LOWER : /^\p{Ll}/u.test(f.text)) },
  { name: 'starts-with-digit', value: (f) => flag(f.firstCode >= 0x30 && f.firstCode <= 0x39) },
  { name: 'starts-with-quotation-mark', value: (f) => flag(QUOTES.includes(f.text[0])) },
  { name: 'starts-with-list-mark', value: (f) => flag(LIST_MARK.test(f.head)) },
  { name: 'holds-date', value: (f) => flag(f.holdsDate) },
  { name: 'little-but-a-date', value: (f) => flag(f.chars < 36 && f.holdsDate) },
  { name: 'holds-year', value: (f) => flag(f.digits > 0 && YEAR.test(f.head)) },
  { name: 'holds-clock-time', value: (f) => flag(f.digits > 0 && CLOCK.test(f.head)) },
  { name: 'holds-time-ago', value: (f) => flag(f.chars < 60 && AGO.test(f.head)) },
  { name: 'holds-price', value: (f) => flag(f.holdsPrice) },
  { name: 'holds-percentage', value: (f) => flag(f.digits > 0 && PERCENT.test(f.head)) },
  { name: 'holds-address-of-web-or-mail', value: (f) => flag((f.colons > 0 || f.head.includes('.')) && EMAIL_OR_URL.test(f.head)) },
  { name: 'holds-phone-number', value: (f) => flag(f.digits > 0 && PHONE.test(f.head)) },
  { name: 'holds-copyright-sign', value: (f) => flag(COPYRIGHT.test(f.head)) },
  { name: 'starts-like-a-byline', value: (f) => flag(f.words.length < 14 && BYLINE.test(f.head)) },
  { name: 'only-a-count', value: (f) => flag(f.isCount) },
];
