import type { Page, PageBlock, PageElement } from '../blocks/page';
import { flag, logScale, share, type Heuristic } from './heuristic';

/** Sums over the blocks inside an element. */
export interface ContainerSums {
  blocks: number;
  chars: number;
  linkChars: number;
  /** Blocks of at least `LONG_CHARS` with little link text. */
  paragraphs: number;
  images: number;
}

/** Where a block stands in the tree. */
export interface StructureFacts {
  page: Page;
  block: PageBlock;
  /** The block's element and its ancestors, innermost first; empty for pages without markup. */
  chain: readonly PageElement[];
  sums: readonly (ContainerSums | undefined)[];
  /** Which of the `within` heuristics hold: bit `i` for the `i`th of `LANDMARKS`. */
  around: number;
  /** Listed siblings of the block's element (of its parent) with the same tag and class, itself included. */
  sameSiblings: number;
  sameParents: number;
  /** Blocks on the page with the same tags and classes in the three innermost elements. */
  samePlace: number;
  /** Depth of the innermost common ancestor with the block before (after), relative to the block's own depth; 0 is the same element. */
  stepsToPrevious: number;
  stepsToNext: number;
}

/** A paragraph has at least this many characters, and a smaller share of them in links. */
export const LONG_CHARS = 120;
export const PARAGRAPH_MAX_LINK_DENSITY = 0.4;

const tagIs = (name: string, ...tags: string[]): Heuristic<StructureFacts> => ({
  name: `in-${name}`,
  value: ({ chain }) => flag(chain.length > 0 && tags.includes(chain[0].tag)),
});

/** Elements and ARIA roles that say what all inside them is for. */
const LANDMARKS: readonly (readonly [name: string, ...members: string[]])[] = [
  ['navigation', 'nav', 'role:navigation', 'role:menubar', 'role:menu'],
  ['page-header', 'header', 'role:banner'],
  ['page-footer', 'footer', 'role:contentinfo'],
  ['aside', 'aside', 'role:complementary'],
  ['main', 'main', 'role:main'],
  ['article', 'article', 'role:article'],
  ['section', 'section'],
  ['form', 'form', 'role:search', 'role:form'],
  ['table', 'table'],
  ['list', 'ul', 'ol'],
  ['figure', 'figure'],
  ['dialog', 'dialog', 'role:dialog', 'role:alertdialog'],
  ['link', 'a'],
  ['definition-list', 'dl'],
  ['heading-group', 'hgroup'],
];
const landmarkBits = new Map<string, number>();
LANDMARKS.forEach(([, ...members], bit) => members.forEach((member) => landmarkBits.set(member, 1 << bit)));
/** The landmarks that menus stand in. */
export const MENU_BITS = ['nav', 'header', 'footer'].reduce((bits, tag) => bits | landmarkBits.get(tag)!, 0);
const LANDMARK_ROLES = /\b(?:navigation|menubar|menu|banner|contentinfo|complementary|main|article|search|form|dialog|alertdialog)\b/g;

/** For each element the landmarks of itself and all elements around it, a bit each as in `LANDMARKS`. */
export function landmarksAround(elements: readonly PageElement[]): Int32Array {
  const around = new Int32Array(elements.length);
  elements.forEach(({ parent, tag, hints }, i) => {
    let bits = (parent >= 0 ? around[parent] : 0) | (landmarkBits.get(tag) ?? 0);
    if (hints) for (const role of hints.toLowerCase().match(LANDMARK_ROLES) ?? []) bits |= landmarkBits.get(`role:${role}`) ?? 0;
    around[i] = bits;
  });
  return around;
}

const within = LANDMARKS.map(([name], bit): Heuristic<StructureFacts> => ({ name: `within-${name}`, value: ({ around }) => flag((around & (1 << bit)) !== 0) }));

const inline = (name: string, ...tags: string[]): Heuristic<StructureFacts> => ({
  name: `set-in-${name}`,
  value: ({ block }) => {
    let chars = 0;
    for (const element of block.inline) if (tags.includes(element.tag)) chars = Math.max(chars, element.chars);
    return share(chars, block.chars);
  },
});

const ofContainer = (level: number, name: string, value: (sums: ContainerSums, facts: StructureFacts) => number): Heuristic<StructureFacts> => ({
  name: `${name}-of-${['element', 'parent', 'grandparent', 'great-grandparent', 'great-great-grandparent'][level]}`,
  value: (facts) => {
    const sums = facts.sums[Math.min(level, facts.sums.length - 1)];
    return sums ? value(sums, facts) : 0;
  },
});

const containerHeuristics = [0, 1, 2, 3].flatMap((level) => [
  ...(level ? [ofContainer(level, 'block-count', (s) => logScale(s.blocks - 1, 100))] : []),
  ...(level ? [ofContainer(level, 'link-density', (s) => share(s.linkChars, s.chars))] : []),
  ...(level ? [ofContainer(level, 'mean-block-length', (s) => logScale(share(s.chars, s.blocks), 400))] : []),
  ofContainer(level, 'paragraph-count', (s) => logScale(s.paragraphs, 20)),
  ...(level ? [ofContainer(level, 'text-share', (s, f) => share(s.chars, f.sums[f.sums.length - 1]!.chars))] : []),
  ...(level > 1 ? [ofContainer(level, 'image-count', (s) => logScale(s.images, 20))] : []),
]);

/** Heuristics about the elements around a block. */
export const STRUCTURE_HEURISTICS: readonly Heuristic<StructureFacts>[] = [
  tagIs('paragraph', 'p'),
  tagIs('list-item', 'li'),
  tagIs('main-heading', 'h1'),
  tagIs('second-heading', 'h2'),
  tagIs('third-heading', 'h3'),
  tagIs('lower-heading', 'h4', 'h5', 'h6'),
  tagIs('table-cell', 'td', 'th'),
  tagIs('division', 'div'),
  tagIs('button', 'button'),
  tagIs('label', 'label', 'legend'),
  tagIs('definition-list', 'dt', 'dd'),
  tagIs('caption', 'figcaption', 'caption'),
  tagIs('quotation', 'blockquote'),
  tagIs('preformatted-text', 'pre'),
  tagIs('center', 'center'),
  ...within,
  inline('bold', 'b', 'strong'),
  inline('italic', 'i', 'em', 'cite'),
  inline('small', 'small'),
  inline('time', 'time'),
  inline('code', 'code', 'kbd', 'samp', 'tt'),
  inline('span', 'span', 'font'),
  { name: 'hidden', value: ({ block }) => flag(block.hidden) },
  { name: 'aria-hidden', value: ({ chain }) => flag(chain.some((element) => element.ariaHidden)) },
  { name: 'emphasis-share', value: ({ block }) => share(block.emphasisChars, block.chars) },
  { name: 'image-before', value: ({ block }) => logScale(block.imagesBefore, 4) },
  { name: 'form-control-before', value: ({ block }) => logScale(block.controlsBefore, 4) },
  { name: 'rule-before', value: ({ block }) => flag(block.rulesBefore > 0) },
  { name: 'line-breaks-inside', value: ({ block }) => logScale(block.lineBreaks, 8) },
  { name: 'nesting-depth', value: ({ chain }) => logScale(chain.length, 40) },
  { name: 'like-siblings', value: ({ sameSiblings }) => logScale(sameSiblings - 1, 40) },
  { name: 'like-siblings-of-parent', value: ({ sameParents }) => logScale(sameParents - 1, 40) },
  { name: 'blocks-in-like-place', value: ({ samePlace }) => logScale(samePlace - 1, 60) },
  { name: 'steps-to-previous-block', value: ({ stepsToPrevious }) => stepsToPrevious / 8 },
  { name: 'steps-to-next-block', value: ({ stepsToNext }) => stepsToNext / 8 },
  ...containerHeuristics,
];
