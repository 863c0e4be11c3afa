import { TEXTLESS_TAGS } from './html-tags';
import type { ChildNode, Document, Element, Text } from './parse-html';
import { isPlaceholder, isStreamedPart } from './streamed-parts';
import { countVisible } from './visible-offsets';
import { walkTree } from './walk-tree';

/** Declarations of a `style` attribute that hide an element. */
export const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)(?![\w-])/i;
/** A template with this attribute is none to a browser: it shows the content as that of the element around (declarative shadow DOM). */
const SHADOW_ROOT_MODES: ReadonlySet<string | undefined> = new Set(['open', 'closed']);

/**
 * A page that hides this many times as much as it shows, and so many characters, is shown by a script, as far as one can tell without it:
 * those of its hidden elements that hold a good share of it. Three of 1,746 bench pages do that; what hides less hides menus, tabs and dialogues.
 */
const REVEALED_TIMES = 9;
const MIN_REVEALED_CHARS = 1000;
const MIN_REVEALED_SHARE = 0.1;
/** Never the page: dialogues, and data for scripts. */
const DIALOG_ROLES: ReadonlySet<string | undefined> = new Set(['dialog', 'alertdialog']);
const DATA_TAGS: ReadonlySet<string> = new Set(['code', 'pre']);
const DATA_START = /^\s*[{[]/;

type Hider = 'noscript' | 'template' | 'attribute';

/** An element that hides what is in it and stands in no other such element. */
interface HiddenPart {
  node: Element;
  by: Hider;
  /** Visible characters in it, if it were shown. */
  chars: number;
  isData: boolean;
}

/**
 * Says of each element of a page whether it hides what is in it. Two pages are not what they seem: one whose `<noscript>` elements hold more
 * than half of the characters, which shows them, and one that hides nearly everything by its own attributes until a script has run.
 */
export function hidingRule(root: Document): (node: Element) => boolean {
  const placeholders = new Set<string>();
  const hiderOf = (element: Element) => {
    const how = hidesAlone(element);
    return how && !isStreamedPart(element, placeholders) ? how : undefined;
  };
  const { parts, shown } = measureParts(root, placeholders, hiderOf);
  const inNoscript = charsOf(parts.filter(({ by }) => by === 'noscript'));
  const noscriptIsPage = inNoscript > shown + charsOf(parts) - inNoscript;
  const revealed = new Set(revealedParts(parts, noscriptIsPage ? shown + inNoscript : shown).map((part) => part.node));
  return (element) => {
    const by = hiderOf(element);
    return by === 'noscript' ? !noscriptIsPage : by !== undefined && !revealed.has(element);
  };
}

/** The hidden parts of a page, and how many visible characters stand outside them. Fills in the placeholders, which stand before their parts. */
function measureParts(root: Document, placeholders: Set<string>, hiderOf: (element: Element) => Hider | undefined): { parts: HiddenPart[]; shown: number } {
  const parts: HiddenPart[] = [];
  let shown = 0;
  let outer: HiddenPart | undefined;

  function enter(node: ChildNode): boolean {
    if (node.type === 'text') {
      const { data } = node as Text;
      const chars = countVisible(data);
      if (!outer) shown += chars;
      else {
        if (!outer.chars && DATA_START.test(data)) outer.isData = true;
        outer.chars += chars;
      }
      return false;
    }
    if (!('attribs' in node) || TEXTLESS_TAGS.has((node as Element).name)) return false;
    const element = node as Element;
    if (isPlaceholder(element)) placeholders.add(element.attribs.id);
    const by = outer ? undefined : hiderOf(element);
    if (by) parts.push(outer = { node: element, by, chars: 0, isData: DATA_TAGS.has(element.name) });
    return true;
  }

  walkTree(root, enter, (element) => {
    if (outer?.node === element) outer = undefined;
  });
  return { parts, shown };
}

/** What of an element hides what is in it, by itself. */
function hidesAlone({ name, attribs }: Element): Hider | undefined {
  if (name === 'noscript') return 'noscript';
  if (name === 'template') return SHADOW_ROOT_MODES.has(attribs.shadowrootmode?.toLowerCase()) ? undefined : 'template';
  const hides = (attribs.hidden !== undefined && attribs.hidden !== 'until-found') || (attribs.style !== undefined && HIDING_STYLE.test(attribs.style));
  return hides ? 'attribute' : undefined;
}

/** The hidden parts that are the page, where nearly all of it is hidden by attributes. */
function revealedParts(parts: readonly HiddenPart[], shown: number): HiddenPart[] {
  const ofPage = parts.filter(({ node: { name, attribs }, by, isData }) => (
    by === 'attribute' && !isData && name !== 'dialog' && !DIALOG_ROLES.has(attribs.role) && attribs['aria-modal'] === undefined
  ));
  const chars = charsOf(ofPage);
  return chars >= Math.max(MIN_REVEALED_CHARS, REVEALED_TIMES * shown) ? ofPage.filter((part) => part.chars >= MIN_REVEALED_SHARE * chars) : [];
}

function charsOf(parts: readonly HiddenPart[]): number {
  return parts.reduce((sum, { chars }) => sum + chars, 0);
}
