import { flattenDeepTags } from '../../../blocks/flatten-deep-tags';
import { isInline, TEXTLESS_TAGS } from '../../../blocks/html-tags';
import { parseHtml, type ChildNode, type Document, type Element, type Text } from '../../../blocks/parse-html';
import { DEFAULT_LIMITS } from '../../../options';

/** A stretch of text of a page that belongs to one link or to none. */
export interface InlineText {
  text: string;
  start: number;
  end: number;
  /** Source of the link around it, or empty. */
  href: string;
  /** Innermost block-level element around it. */
  box: Element | Document;
}

/** The stretches of text of an HTML page in document order, line breaks as blanks. */
export function inlineTexts(html: string): InlineText[] {
  const root = parseHtml(flattenDeepTags(html, DEFAULT_LIMITS.maxDepth));
  const texts: InlineText[] = [];

  // As deep as the tags are, which flattening has bounded.
  function walk(parent: Element | Document, box: Element | Document, href: string): void {
    for (const node of parent.children as ChildNode[]) {
      if (node.type === 'text') texts.push({ text: (node as Text).data, start: node.startIndex!, end: node.endIndex! + 1, href, box });
      else if ('attribs' in node && !TEXTLESS_TAGS.has((node as Element).name)) {
        const element = node as Element;
        if (element.name === 'br') texts.push({ text: ' ', start: node.startIndex!, end: node.endIndex! + 1, href, box });
        walk(element, isInline(element.name) ? box : element, element.name === 'a' ? element.attribs.href ?? '' : href);
      }
    }
  }

  walk(root, root, '');
  return texts;
}
