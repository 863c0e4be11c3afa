import { mapEach } from '../blocks/map-each';
import { isKnown, knownNumbers, type Lexicon } from '../words/lexicon';
import type { Boxes } from './boxes';
import { kept } from './kept';
import { targetTokens, type LinkFacts } from './links';
import type { StructureFacts } from './structure';
import { nearbyTokens, placeTokens, wordTokens } from './tokens';

/** Tokens of a family, numbered as in `FAMILY_NAMES`, for a block. */
export type TokensOf = (family: number, block: number) => readonly number[];
type BlockTokens = (block: number) => readonly number[];

/** What the tokens of a page are made from. */
export interface TokenSources {
  /** The folded words of each block. */
  folded: readonly (readonly string[])[];
  /** The heading above each block, and the line above that announces a section: -1 for none. */
  headingAbove: Int32Array;
  announcedBy: Int32Array;
  boxes: { narrow: Boxes; wide: Boxes };
  /** Both are undefined where the page is read as text. */
  linksOf: ((block: number) => LinkFacts) | undefined;
  structureOf: ((block: number) => StructureFacts) | undefined;
}

/** The tokens of a page, made when asked for. Blocks that have them in common share one array: what is computed of it is kept. */
export function readTokens({ folded, headingAbove, announcedBy, boxes, linksOf, structureOf }: TokenSources, lexicon: Lexicon): TokensOf {
  const [start, end, none, first] = mapEach(['<start>', '<end>', '<none>', '<first>'], (token) => knownNumbers([token], lexicon));
  const nearby = kept((block) => nearbyTokens(folded[block], lexicon));
  const at = (references: Int32Array): BlockTokens => (block) => (references[block] < 0 ? none : nearby(references[block]));
  const families: BlockTokens[] = [
    (block) => wordTokens(folded[block], lexicon),
    structureOf ? at(headingAbove) : sectionTokens(folded, headingAbove, nearby, none, lexicon),
    (block) => (block > 0 ? nearby(block - 1) : start),
    (block) => (block + 1 < folded.length ? nearby(block + 1) : end),
  ];
  if (structureOf && linksOf) {
    families.push(...placeTokens(structureOf, lexicon), (block) => knownNumbers(targetTokens(linksOf(block).target), lexicon), titleTokens(boxes, nearby, first, lexicon));
  }
  families.push(at(announcedBy));
  return (family, block) => families[family](block);
}

/**
 * For each block the words of the first block of the narrow box, where its title stands if it has one, and of that of the wide box, marked
 * as such.
 */
function titleTokens({ narrow, wide }: TokenSources['boxes'], nearby: BlockTokens, first: readonly number[], lexicon: Lexicon): BlockTokens {
  const marked = kept((outer) => markAll('>', nearby(outer), lexicon));
  let last = { inner: -1, outer: -1, tokens: first };
  return (block) => {
    const inner = narrow.from[block] === block ? -1 : narrow.from[block];
    const outer = wide.from[block];
    const own = inner < 0 ? first : nearby(inner);
    if (outer === narrow.from[block]) return own;
    if (inner !== last.inner || outer !== last.outer) last = { inner, outer, tokens: [...own, ...marked(outer)] };
    return last.tokens;
  };
}

const SECTIONS = 3;

/** Plain text has no containers: the words of the last few lines that look like headings, the nearest marked as such. */
function sectionTokens(folded: TokenSources['folded'], headingAbove: Int32Array, nearby: BlockTokens, none: readonly number[], lexicon: Lexicon): BlockTokens {
  const below = kept((above) => {
    const tokens = markAll('!', nearby(above), lexicon);
    let words = folded[above].length;
    let heading = headingAbove[above];
    for (let i = 1; i < SECTIONS && heading >= 0; i++) {
      tokens.push(...nearby(heading));
      words += folded[heading].length;
      heading = headingAbove[heading];
    }
    return words ? tokens : none;
  });
  return (block) => (headingAbove[block] < 0 ? none : below(headingAbove[block]));
}

function markAll(mark: string, tokens: readonly number[], lexicon: Lexicon): number[] {
  return tokens.map((token) => lexicon.marked(mark, token)).filter(isKnown);
}
