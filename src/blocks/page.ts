/** What the splitters produce and the features read: the page as blocks and the elements around them. */
export interface Page {
  source: 'html' | 'text' | 'blocks';
  /** Text of `<title>`, or empty. */
  title: string;
  /** Content of the description meta element, or empty. */
  description: string;
  /** Address of the page: the canonical link, else `og:url`, else the one that the caller gives; empty where nobody gives one. */
  url: string;
  /** What the page says that it is: `og:` and the kind of `og:type`, `ld:` and the kinds of its JSON-LD, lower case, each once. */
  types: string[];
  /** Elements that stand around some block, a parent always before its children. Element 0 is the root. */
  elements: PageElement[];
  blocks: PageBlock[];
  truncated?: 'maxChars' | 'maxBlocks';
}

/** A page of which nothing is read yet. */
export function emptyPage(source: Page['source']): Page {
  return { source, title: '', description: '', url: '', types: [], elements: [], blocks: [] };
}

export interface PageElement {
  /** Index of the parent in `elements`; -1 for the root. */
  parent: number;
  tag: string;
  /** Value of `class`, or empty. */
  className: string;
  id: string;
  /** Values of `role`, `itemprop`, `itemtype`, `rel` and the name of `aria-label`, as far as present. */
  hints: string;
  ariaHidden: boolean;
  /** Source of this element's `href` where it is a link, else empty. */
  href: string;
  depth: number;
  path: string;
}

export interface PageBlock {
  text: string;
  start: number;
  end: number;
  /** Index in `elements` of the innermost block-level element that holds the text. */
  element: number;
  /** `tag.class` of the inline elements in the run that hold text, at most `MAX_INLINE_ELEMENTS`. */
  inline: readonly InlineElement[];
  hidden: boolean;
  /** Visible characters, white space not counted; the same inside links, inside emphasis. */
  chars: number;
  linkChars: number;
  emphasisChars: number;
  links: readonly BlockLink[];
  linkCount: number;
  /** Images, form controls and rules between the end of the block before and the end of this one. */
  imagesBefore: number;
  controlsBefore: number;
  rulesBefore: number;
  /** Single line breaks inside the block. */
  lineBreaks: number;
  /** Plain text: blank lines between this block and the one before. */
  blankLinesBefore: number;
}

export interface InlineElement {
  tag: string;
  className: string;
  chars: number;
}

export interface BlockLink {
  href: string;
  rel: string;
  target: string;
  chars: number;
}

/** What most blocks have none of is one array for them all. */
export const NO_INLINE: readonly InlineElement[] = [];
export const NO_LINKS: readonly BlockLink[] = [];

export const MAX_INLINE_ELEMENTS = 6;
export const MAX_LINKS_KEPT = 6;
/**
 * Characters of an attribute that are kept where every block inside the element bears it: a block must not pay again for what its
 * container says. The longest `rel` of 1,866 measured pages has 119.
 */
export const MAX_SHARED_CHARS = 500;
/** The same for the name of an element. */
export const MAX_NAME_CHARS = 100;
