import type { Page, PageBlock } from '../blocks/page';
import { LONG_CHARS, PARAGRAPH_MAX_LINK_DENSITY } from './structure';
import type { BlockOutline } from './surroundings';
import type { TextFacts } from './text';

const HEADING_TAG = /^h([1-6])$/;
const HEADING_MAX_WORDS = 7;
const SENTENCE_END = /[.!?…。！？]["”’')»]?$/;

/** The outline of a block, with what its element says or, where there is no markup, what the line looks like. */
export function outlineOf(page: Page, markup: boolean, block: PageBlock, text: TextFacts): BlockOutline {
  const linkDensity = markup && block.chars ? block.linkChars / block.chars : 0;
  const level = markup && block.element >= 0 ? HEADING_TAG.exec(page.elements[block.element].tag) : null;
  const endsSentence = SENTENCE_END.test(text.text.slice(-3));
  const looksLikeHeading = !markup && text.words.length <= HEADING_MAX_WORDS && !endsSentence && text.letters > text.digits;
  return {
    words: text.words.length,
    chars: text.chars,
    linkDensity,
    endsSentence,
    heading: level !== null || looksLikeHeading,
    headingLevel: level ? Number(level[1]) : looksLikeHeading ? 7 : 0,
    paragraph: text.chars >= LONG_CHARS && linkDensity < PARAGRAPH_MAX_LINK_DENSITY,
    holdsDate: text.holdsDate,
    holdsPrice: text.holdsPrice,
    isCount: text.isCount,
  };
}
