import { numbered } from './like-elements';
import type { BlockOutline } from './surroundings';
import type { TextFacts } from './text';

/** What lines are compared by. */
export interface LineShape {
  /** `log2(1 + words)`: lines of 3 and of 7 words differ by as much as lines of 15 and of 31. */
  size: number;
  endsSentence: boolean;
  holdsDate: boolean;
  hasLetters: boolean;
  /** All letters are capitals. */
  capitals: boolean;
  initial: 'upper' | 'lower' | 'digit' | 'mark';
  /** The same for short lines with the same words, and only for these; from 1 on, at most the number of lines. */
  wording: number;
}

/** Longer lines hardly ever repeat: their words are not compared. */
const REPEATED_WORDS = 16;

/** Gives the shapes of a page's lines, each from what is known of it and its folded words. */
export function lineShapes(): (outline: BlockOutline, text: TextFacts, folded: readonly string[]) => LineShape {
  // A long line is known by how many wordings came before it, which no other one shares.
  const known = new Map<string | number, number>();
  const wordingOf = (folded: readonly string[]) => numbered(known, folded.length > REPEATED_WORDS ? known.size : folded.join(' '));
  return ({ words, endsSentence, holdsDate }, text, folded) => ({
    size: Math.log2(1 + words),
    endsSentence,
    holdsDate,
    hasLetters: text.letters > 0,
    capitals: text.letters > 2 && text.upper === text.letters,
    initial: initialOf(text.text),
    wording: wordingOf(folded),
  });
}

function initialOf(text: string): LineShape['initial'] {
  if (/^\p{Lu}/u.test(text)) return 'upper';
  if (/^\p{Ll}/u.test(text)) return 'lower';
  return /^\p{N}/u.test(text) ? 'digit' : 'mark';
}
