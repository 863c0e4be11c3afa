import type { ChildNode, Document, Element } from './parse-html';

/** Walks a page's tree in document order, without recursion. Where `enter` says so, the node's children are walked, then `leave` is told. */
export function walkTree(root: Document, enter: (node: ChildNode) => boolean, leave: (node: Element) => void): void {
  let node: ChildNode | null = root.children[0] ?? null;
  while (node) {
    if (enter(node)) {
      const [first]: ChildNode[] = (node as Element).children;
      if (first) {
        node = first;
        continue;
      }
      leave(node as Element);
    }
    while (node && !node.next) {
      const parent: Element | Document | null = node.parent as Element | Document | null;
      node = parent === root ? null : (parent as Element | null);
      if (node) leave(node as Element);
    }
    node = node && (node.next as ChildNode | null);
  }
}
