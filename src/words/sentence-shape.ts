import { InputTypeError, show } from '../errors';
import { tokenize } from './tokenize';

/** What is asked of a grammar: the function that `compromise/two` exports by default has this form. */
export interface Grammar {
  (text: string): {
    /** An array of sentences in order, each `{ terms: { pre, text, post, tags }[] }`; the three strings of all terms, joined, give the text again. */
    json(options: { text: boolean }): unknown;
  };
}

/** Shapes of a sentence, as its first clause shows them. */
export const SENTENCE_SHAPES = ['imperative', 'full-sentence', 'finite-verb', 'question', 'noun-phrase', 'other'] as const;
export type SentenceShape = (typeof SENTENCE_SHAPES)[number];

interface Term {
  pre: string;
  text: string;
  post: string;
  tags: string[];
}

/** Of a longer text only this many characters are read: they hold its first sentence or enough of it. */
const READ_CHARS = 160;
/** No more characters of a page are read, which takes a grammar of 0.1 MB/s some two seconds. */
const MAX_READ_CHARS = 200_000;

const ENGLISH_WORDS = new Set('the of and to in for is on that with was as at by it from be are this your you have more his we our not an or has'.split(' '));
/** Between the written pages in English, of whose words every sixth or more is among `ENGLISH_WORDS`, and those in other languages, with at most one in 20. */
const MIN_ENGLISH_SHARE = 0.1;

/**
 * The shape of each text of a page; undefined for texts that were not wanted, on pages that are not English, and where the grammar's
 * sentences do not give the text again. The grammar is asked once, about all texts that are wanted, a line each.
 *
 * @throws TypeError with code `BAD_OPTION` where the grammar's answer has no `json` method.
 */
export function sentenceShapes(texts: readonly string[], grammar: Grammar, isWanted: (index: number) => boolean = () => true): (SentenceShape | undefined)[] {
  const shapes = new Array<SentenceShape | undefined>(texts.length).fill(undefined);
  if (!texts.some((_, i) => isWanted(i)) || !isEnglish(texts)) return shapes;
  const asked: number[] = [];
  const starts: number[] = [];
  let joined = '';
  for (let i = 0; i < texts.length && joined.length < MAX_READ_CHARS; i++) {
    const line = isWanted(i) ? toLine(texts[i]) : '';
    if (!line) continue;
    asked.push(i);
    starts.push(joined.length);
    joined += `${line}\n`;
  }
  if (!asked.length) return shapes;
  let line = 0;
  let at = 0;
  for (const terms of readSentences(joined, grammar)) {
    const first = terms.findIndex(({ text }) => text !== '');
    if (first >= 0) {
      let from = at + terms[first].pre.length;
      for (let k = 0; k < first; k++) from += terms[k].pre.length + terms[k].post.length;
      while (line + 1 < starts.length && starts[line + 1] <= from) line++;
      shapes[asked[line]] ??= shapeOf(terms);
    }
    for (const { pre, text, post } of terms) at += pre.length + text.length + post.length;
  }
  return shapes;
}

function isEnglish(texts: readonly string[]): boolean {
  let words = 0;
  let english = 0;
  for (const text of texts) {
    for (const word of tokenize(text.slice(0, READ_CHARS))) {
      words++;
      if (word.length <= 4 && ENGLISH_WORDS.has(word.toLowerCase())) english++;
    }
  }
  return english > 0 && english >= MIN_ENGLISH_SHARE * words;
}

/** The beginning of a text on one line, cut between words where that can be done. */
function toLine(text: string): string {
  const head = text.slice(0, READ_CHARS + 1);
  const space = head.length > READ_CHARS ? head.lastIndexOf(' ') : -1;
  return head.slice(0, space > 0 ? space : READ_CHARS).replace(/\s+/gu, ' ').trim();
}

/** The sentences of the text by the grammar, none where they are not the text cut up. */
function readSentences(text: string, grammar: Grammar): Term[][] {
  let sentences: unknown;
  try {
    const answer = grammar(text) as unknown;
    if (typeof (answer as { json?: unknown } | null | undefined)?.json !== 'function') {
      throw new InputTypeError('BAD_OPTION', `Expected \`grammar\` to answer as the function of \`compromise/two\` does, got ${show(answer)}`);
    }
    sentences = (answer as ReturnType<Grammar>).json({ text: false });
  } catch (error) {
    if (error instanceof InputTypeError) throw error;
    // A page that trips the grammar is a bad page, not wrong use: it is labelled without it.
    return [];
  }
  if (!Array.isArray(sentences)) return [];
  const read: Term[][] = [];
  const parts: string[] = [];
  for (const sentence of sentences as ({ terms?: unknown } | null)[]) {
    if (!Array.isArray(sentence?.terms)) return [];
    for (const term of sentence.terms as Partial<Term>[]) {
      if (typeof term?.pre !== 'string' || typeof term.text !== 'string' || typeof term.post !== 'string' || !Array.isArray(term.tags)) return [];
      parts.push(term.pre, term.text, term.post);
    }
    read.push(sentence.terms as Term[]);
  }
  return parts.join('') === text ? read : [];
}

const has = ({ tags }: Term, ...names: string[]) => names.some((name) => tags.includes(name));
const isFiniteVerb = (term: Term) => has(term, 'PastTense', 'PresentTense', 'Copula', 'Modal') && !has(term, 'Gerund', 'Participle');
/** After these a verb is an infinitive or a noun in disguise ("to sail", "terms of use", "the read"). */
const isBeforeNoVerb = (term: Term) => has(term, 'Preposition', 'Determiner', 'Possessive') || term.text.toLowerCase() === 'to';

function shapeOf(terms: readonly Term[]): SentenceShape {
  const words = terms.filter(({ text }) => text !== '');
  const [first, second] = words;
  if (words[words.length - 1].post.includes('?') || (has(first, 'QuestionWord') && second && has(second, 'Verb'))) return 'question';
  const verb = words.findIndex((term, i) => isFiniteVerb(term) && (i === 0 || !isBeforeNoVerb(words[i - 1])));
  const start = words.findIndex((term) => !has(term, 'Adverb', 'Expression'));
  if (start >= 0 && has(words[start], 'Imperative', 'Infinitive') && !has(words[start], 'Modal', 'Copula')) return 'imperative';
  if (verb > 0 && words.slice(0, verb).some((term) => has(term, 'Noun', 'Pronoun'))) return 'full-sentence';
  if (verb >= 0) return 'finite-verb';
  return words.some((term) => has(term, 'Noun')) && !words.some((term) => has(term, 'Verb')) ? 'noun-phrase' : 'other';
}
