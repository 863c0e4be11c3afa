import { load } from 'cheerio/slim';
import type { ChildNode, Document, Element, Text } from 'domhandler';

export type { ChildNode, Document, Element, Text };

/** The tree of a page, each text node with its source offsets. The only use of cheerio: the walks over the tree are our own and iterative. */
export function parseHtml(html: string): Document {
  const options = { xmlMode: false, decodeEntities: true, withStartIndices: true, withEndIndices: true };
  return load(html, { xml: options }).root()[0] as unknown as Document;
}
