import type { PageBlock, PageElement } from '../blocks/page';
import { isKnown, knownNumbers, type Lexicon } from '../words/lexicon';

/** Families of tokens that naive Bayes keeps apart. */
export const MARKUP_FAMILIES = ['words', 'heading-words', 'words-before', 'words-after', 'classes', 'container-classes', 'tag-path', 'link-target', 'title-of-box', 'announced-words'] as const;
export const TEXT_FAMILIES = ['words', 'section-words', 'words-before', 'words-after', 'announced-words'] as const;

const MAX_WORDS = 100;
const MAX_NEIGHBOUR_WORDS = 10;
const WHOLE_TEXT_WORDS = 5;
const MAX_WORD_CHARS = 24;
const SPACELESS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

/** A word as the model knows it: lower case (the Turkish `İ` without the dot that lower case would leave behind), digits folded to `0`. */
export function fold(word: string): string {
  const first = word.charCodeAt(0);
  if (word.length <= MAX_WORD_CHARS && isLowerAscii(word)) return word;
  return first >= 0x30 && first <= 0x39 ? '0'.repeat(Math.min(4, word.length)) : (word.includes('İ') ? word.replace(/İ/g, 'i') : word).toLowerCase().slice(0, MAX_WORD_CHARS);
}

/** Folds the words of a page, each once: words that are alike share one string, which is then found faster wherever it is looked up. */
export function wordFolder(): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    let folded = known.get(word);
    if (folded === undefined) known.set(word, (folded = fold(word)));
    return folded;
  };
}

function isLowerAscii(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code < 0x61 || code > 0x7a) return false;
  }
  return true;
}

/** Long words also count by their beginning, which inflected and compound words of many languages share. */
const STEMMED_CHARS = 7;
const STEM_CHARS = 5;

/** Tokens of a block's own text: words, their beginnings, pairs of neighbouring words, the first word, and the whole text where it is short. */
export function wordTokens(folded: readonly string[], lexicon: Lexicon): number[] {
  const numbers = wordNumbers(folded, MAX_WORDS, lexicon);
  const tokens = numbers.filter(isKnown);
  addPairs(tokens, numbers, lexicon);
  for (let i = 0; i < numbers.length; i++) if (folded[i].length >= STEMMED_CHARS) addKnown(tokens, lexicon.numberOf(`${folded[i].slice(0, STEM_CHARS)}~`));
  if (numbers.length) addKnown(tokens, lexicon.marked('^', numbers[0]));
  if (numbers.length && numbers.length <= WHOLE_TEXT_WORDS) addKnown(tokens, wholeText(numbers, lexicon));
  return tokens;
}

/** Tokens of a neighbouring block or a heading: its first words, and the whole text where it is short. */
export function nearbyTokens(folded: readonly string[], lexicon: Lexicon): number[] {
  const numbers = wordNumbers(folded, MAX_NEIGHBOUR_WORDS, lexicon);
  const tokens = numbers.filter(isKnown);
  if (numbers.length && folded.length <= WHOLE_TEXT_WORDS) addKnown(tokens, wholeText(numbers, lexicon));
  if (numbers.length && SPACELESS.test(folded[0])) addPairs(tokens, numbers, lexicon);
  return tokens;
}

function wordNumbers(folded: readonly string[], most: number, lexicon: Lexicon): number[] {
  const numbers: number[] = [];
  for (let i = 0; i < folded.length && i < most; i++) numbers.push(lexicon.numberOf(folded[i]));
  return numbers;
}

function addKnown(tokens: number[], token: number): void {
  if (isKnown(token)) tokens.push(token);
}

function addPairs(tokens: number[], numbers: readonly number[], lexicon: Lexicon): void {
  for (let i = 1; i < numbers.length; i++) addKnown(tokens, lexicon.joined(numbers[i - 1], numbers[i]));
}

function wholeText(numbers: readonly number[], lexicon: Lexicon): number {
  let text = lexicon.marked('=', numbers[0]);
  for (let i = 1; i < numbers.length; i++) text = lexicon.joined(text, numbers[i]);
  return text;
}

const MAX_CLASS_TOKENS = 24;
const MAX_CLASS_CHARS = 60;
const PLAIN = /^[a-z]+$/;
const HASHED = /^\D*\d[^a-z]*[a-z]\D*\d|^[a-z]{1,3}\d{3,}|[bcdfghjklmnpqrstvwxz]{6,}/i;

/** Tokens of a `class` or `id` value: each name as it stands, and the words it is made of; names that look generated are left out. */
export function classTokens(value: string): string[] {
  const tokens: string[] = [];
  for (const name of value.split(/\s+/)) {
    if (!name || tokens.length >= MAX_CLASS_TOKENS) continue;
    const whole = name.slice(0, 40).toLowerCase().replace(/\d+/g, '0');
    const start = name.slice(0, MAX_CLASS_CHARS);
    const hashed = HASHED.test(start);
    if (!hashed) tokens.push(`.${whole}`);
    if (!hashed && PLAIN.test(name) && name.length <= 40) {
      if (name.length > 1) tokens.push(name);
      continue;
    }
    const words = start.replace(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase().split(/[^a-z\u00df-\u024f]+/).filter((word) => word.length > 1);
    // A word is letters alone: where the name does not look generated, none of its words does.
    for (const word of words) if (word !== whole && (!hashed || !HASHED.test(word))) tokens.push(word);
    if (!hashed && words.length === 1 && words[0] === whole) tokens.push(whole);
  }
  return tokens;
}

const OWN_LEVELS = 2;
const CLASS_LEVELS = 8;

/** Gives the tokens of a `class` or `id` value. */
type ClassNumbers = (value: string) => readonly number[];

/** Class and id tokens of the block's element, its parent and its inline elements. */
function ownClassTokens(block: PageBlock, chain: readonly PageElement[], classNumbers: ClassNumbers): number[] {
  const tokens: number[] = [];
  for (let i = 0; i < Math.min(OWN_LEVELS, chain.length); i++) addClasses(chain[i], classNumbers, tokens);
  for (const { className } of block.inline) if (className) tokens.push(...classNumbers(className));
  return tokens;
}

/** Class and id tokens of the elements further out. */
function containerClassTokens(chain: readonly PageElement[], classNumbers: ClassNumbers): number[] {
  const tokens: number[] = [];
  for (let i = OWN_LEVELS; i < Math.min(CLASS_LEVELS, chain.length); i++) addClasses(chain[i], classNumbers, tokens);
  return tokens;
}

function addClasses(element: PageElement, classNumbers: ClassNumbers, tokens: number[]): void {
  if (element.className) tokens.push(...classNumbers(element.className));
  if (element.id) tokens.push(...classNumbers(element.id));
  if (element.hints) tokens.push(...classNumbers(element.hints));
}

const PATH_LEVELS = 6;

/** Tokens of the tag path: the block's tag with one to five ancestors, each pair of neighbouring ancestors, and the inline elements. */
function pathTokens(block: PageBlock, chain: readonly PageElement[]): string[] {
  const tokens: string[] = [];
  let path = '';
  for (let i = 0; i < Math.min(PATH_LEVELS, chain.length); i++) {
    path = path ? `${chain[i].tag}>${path}` : chain[i].tag;
    tokens.push(path);
    if (i > 0) tokens.push(`^${chain[i].tag}>${chain[i - 1].tag}`);
  }
  for (const { tag } of block.inline) tokens.push(`~${tag}`, `~${chain[0]?.tag ?? ''}>${tag}`);
  return tokens;
}

/** Where a block stands: the block with its element and the elements around that, innermost first. */
interface Place {
  block: PageBlock;
  chain: readonly PageElement[];
}

/** Own class tokens, container class tokens and path tokens of a block. Blocks that have all of them in common share one array. */
export function placeTokens(placeOf: (block: number) => Place, lexicon: Lexicon): ((block: number) => readonly number[])[] {
  const classes = new Map<string, readonly number[]>();
  const classNumbers = (value: string) => shared(classes, value, () => knownNumbers(classTokens(value), lexicon));
  const own = new Map<PageElement | undefined, readonly number[]>();
  const containers = new Map<PageElement | undefined, readonly number[]>();
  const paths = new Map<string, readonly number[]>();
  return [
    (i) => {
      const { block, chain } = placeOf(i);
      const make = () => ownClassTokens(block, chain, classNumbers);
      return block.inline.some(({ className }) => className) ? make() : shared(own, chain[0], make);
    },
    (i) => {
      const { chain } = placeOf(i);
      return shared(containers, chain[OWN_LEVELS], () => containerClassTokens(chain, classNumbers));
    },
    (i) => {
      const { block, chain } = placeOf(i);
      let key = '';
      for (let level = 0; level < PATH_LEVELS && level < chain.length; level++) key += `${chain[level].tag}>`;
      for (const { tag } of block.inline) key += ` ${tag}`;
      return shared(paths, key, () => knownNumbers(pathTokens(block, chain), lexicon));
    },
  ];
}

/** More are not kept: a long page has an element for every block. */
const MAX_SHARED = 10_000;

function shared<K, V>(made: Map<K, V>, key: K, make: () => V): V {
  let value = made.get(key);
  if (value === undefined) {
    if (made.size >= MAX_SHARED) made.clear();
    made.set(key, (value = make()));
  }
  return value;
}
