/** Taken out with all that is in them: they run, load, lead away, or hold what cannot be walked. */
const DROPPED = new Set(['applet', 'audio', 'base', 'embed', 'frame', 'frameset', 'iframe', 'link', 'meta', 'object', 'portal', 'script', 'source', 'template', 'title', 'track', 'video']);
/** Their text is no text of the page. */
const NO_TEXT = new Set(['style', 'textarea', 'option', 'select', 'noembed', 'noframes', 'xmp', 'plaintext']);
/** The attributes that a page keeps: what its looks depend on; nothing that loads, runs, takes the focus or leads away. */
const KEPT = /^(?:alt|align|bgcolor|border|cellpadding|cellspacing|class|color|cols|colspan|dir|face|height|hidden|id|lang|noshade|nowrap|open|reversed|rows|rowspan|size|start|style|type|valign|value|width)$/;

/** The page's root element and its text, in document order, after everything that is not known to be harmless has been taken out. */
export function keepHarmless(parsed: Document): { root: HTMLElement; texts: Text[] } {
  // Walked from outside: a hostile page can mask the properties of its own document.
  const walker = document.createTreeWalker(parsed, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT | NodeFilter.SHOW_COMMENT);
  const dropped: (Element | Comment)[] = [];
  const texts: Text[] = [];
  let root: HTMLElement | undefined;
  let node = walker.nextNode();
  while (node) {
    let inside = true;
    if (node instanceof Element) {
      root ??= node as HTMLElement;
      const name = node.localName;
      if (DROPPED.has(name) || node.namespaceURI !== 'http://www.w3.org/1999/xhtml') {
        dropped.push(node);
        inside = false;
      } else {
        inside = !NO_TEXT.has(name);
        keepAttributes(node);
        if (name === 'bc-template') node.setAttribute('hidden', '');
      }
    } else if (node instanceof Text) {
      texts.push(node);
    } else {
      dropped.push(node as Comment);
    }
    node = inside ? walker.nextNode() : nextOutside(walker);
  }
  for (const node of dropped) node.remove();
  return { root: root!, texts };
}

function keepAttributes(element: Element): void {
  for (const name of element.getAttributeNames()) {
    const isInlineImage = element.localName === 'img' && name === 'src' && element.getAttribute(name)!.startsWith('data:image/');
    if (!KEPT.test(name) && !isInlineImage) element.removeAttribute(name);
  }
  if (element.localName === 'input' || element.localName === 'button') element.setAttribute('disabled', '');
}

/** The next node that is not within the current one. */
function nextOutside(walker: TreeWalker): Node | null {
  do {
    const next = walker.nextSibling();
    if (next) return next;
  } while (walker.parentNode());
  return null;
}
