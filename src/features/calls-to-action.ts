import type { Page, PageElement } from '../blocks/page';
import { CUE_NAMES } from '../words/cues';
import type { Boxes } from './boxes';
import type { CueCounts } from './cue-phrases';
import { flag, share, type Heuristic } from './heuristic';
import type { PageLinks } from './page-links';
import type { BlockOutline } from './surroundings';

/** Blocks of a box that can be a call to action: a heading, one to three sentences, a button. */
const MIN_BLOCKS = 2;
const MAX_BLOCKS = 6;
const SENTENCE_MIN_WORDS = 5;
const MOST_SENTENCES = 3;
const HEADING_MAX_WORDS = 14;
const BUTTON_MAX_WORDS = 6;

/** What the small box around a block looks like, each 0 to 1; where there are several, the one that looks most like a call to action. */
export interface CallFacts {
  /** Share of the signs that hold; 0 where the box does not end in a button, or holds neither a sentence nor a word for the reader. */
  shape: number;
  /** The block that ends the box is a button or a short link. */
  button: number;
  /** All links of the box lead to one target. */
  oneTarget: number;
  sentences: number;
  /** The box says "you". */
  addressed: number;
  /** The target of the button is linked in a menu too. */
  inMenu: number;
}

/** What the shape of a box is read from. */
export interface CallSources {
  page: Page;
  outlines: readonly BlockOutline[];
  cues: CueCounts;
  links: PageLinks;
  /** Containers around each block that differ in the blocks they hold, innermost first. */
  containers: readonly Boxes[];
  /** Whether a block stands in a menu. */
  inMenu: (block: number) => boolean;
}

const YOU = CUE_NAMES.indexOf('you-and-your');
const BYLINE = CUE_NAMES.indexOf('byline');
const BUTTON_NAME = /(?:^|[\s_-])(?:btn|button|cta)(?:$|[\s_-])/i;
const CLASS_CHARS = 200;

/** For each block what its small boxes look like, undefined where it is in none. A box is read once; none holds more than `MAX_BLOCKS`. */
export function readCalls({ page, outlines, cues, links, containers, inMenu }: CallSources): (block: number) => CallFacts | undefined {
  const named = new Map<PageElement, boolean>();
  const isNamedButton = (element: PageElement | undefined) => {
    if (!element) return false;
    let is = named.get(element);
    if (is === undefined) named.set(element, (is = element.tag === 'button' || BUTTON_NAME.test(`${element.className.slice(0, CLASS_CHARS)} ${element.hints.slice(0, CLASS_CHARS)}`)));
    return is;
  };
  const menuTargets = new Set<string>();
  links.hrefs.forEach((href, i) => {
    if (href && inMenu(i)) menuTargets.add(href);
  });

  const isButton = (i: number): boolean => {
    const { words, linkDensity, endsSentence, heading } = outlines[i];
    if (words > BUTTON_MAX_WORDS || heading) return false;
    const { element, inline } = page.blocks[i];
    return isNamedButton(page.elements[element]) || inline.some(({ className }) => BUTTON_NAME.test(className.slice(0, CLASS_CHARS))) || (linkDensity >= 0.9 && words > 1 && !endsSentence);
  };

  const readBox = (from: number, to: number): CallFacts => {
    const targets = new Set<string>();
    let sentences = 0;
    let linkedSentences = 0;
    let addressed = false;
    let signed = false;
    for (let i = from; i < to; i++) {
      const href = links.hrefs[i];
      if (href) targets.add(href);
      if (cues.get(i, YOU)) addressed = true;
      if (cues.get(i, BYLINE) || outlines[i].holdsDate) signed = true;
      if (outlines[i].endsSentence && outlines[i].words >= SENTENCE_MIN_WORDS) {
        sentences++;
        if (outlines[i].linkDensity > 0.5) linkedSentences++;
      }
    }
    const last = to - 1;
    const button = isButton(last);
    const first = outlines[from];
    const heading = first.heading || (first.words <= HEADING_MAX_WORDS && !first.endsSentence);
    const some = sentences > linkedSentences && sentences <= MOST_SENTENCES;
    const href = links.hrefs[last];
    return {
      shape: button && (some || addressed) ? share(1 + Number(heading) + Number(some) + Number(addressed) + Number(targets.size === 1) + Number(!signed), 6) : 0,
      button: flag(button), oneTarget: flag(targets.size === 1), sentences: share(Math.min(sentences, MOST_SENTENCES), MOST_SENTENCES), addressed: flag(addressed),
      inMenu: flag(href !== undefined && menuTargets.has(href)),
    };
  };

  const read = new Map<number, CallFacts>();
  const boxOf = (from: number, to: number): CallFacts => {
    const key = from * (MAX_BLOCKS + 1) + to - from;
    let facts = read.get(key);
    if (!facts) read.set(key, (facts = readBox(from, to)));
    return facts;
  };

  return (block) => {
    let best: CallFacts | undefined;
    for (const { from, to } of containers) {
      const blocks = to[block] - from[block];
      if (blocks > MAX_BLOCKS) break;
      if (blocks < MIN_BLOCKS) continue;
      const facts = boxOf(from[block], to[block]);
      if (!best || facts.shape > best.shape) best = facts;
    }
    return best;
  };
}

/** Heuristics about small boxes that call on the reader to do something; all are 0 outside of small boxes. */
export const CALL_HEURISTICS: readonly Heuristic<CallFacts>[] = [
  { name: 'call-to-action-shape', value: ({ shape }) => shape },
  { name: 'small-box-ends-in-button', value: ({ button }) => button },
  { name: 'small-box-has-one-target', value: ({ oneTarget }) => oneTarget },
  { name: 'small-box-sentences', value: ({ sentences }) => sentences },
  { name: 'small-box-addresses-reader', value: ({ addressed }) => addressed },
  { name: 'small-box-target-in-menu', value: ({ inMenu }) => inMenu },
];
