import type { ChildNode, Element } from './parse-html';

const REACT_ID = /^S:[\da-f]+$/;
const SOLID_PLACEHOLDER = 'pl-';
const MARKO_ID = /^af\w*\d$/;
const MARKO_STYLE = /^display:\s*none;?$/;

/**
 * Frameworks that answer in parts send the late ones hidden, until a script beside them moves them into place. By framework, whether it
 * writes such a part so.
 */
const LATE_PARTS: Readonly<Record<string, (node: Element, placeholders: ReadonlySet<string>) => boolean>> = {
  // `<div hidden id="S:0">`; of a table `<table hidden id="S:0">` or `<table hidden><tbody id="S:0">`. So does Next.js.
  react: (node) => {
    if (!isHidden(node) || (node.name !== 'div' && node.name !== 'table')) return false;
    const first = node.name === 'table' ? node.children.find(isElement) : undefined;
    return REACT_ID.test(idOf(node)) || (first !== undefined && REACT_ID.test(idOf(first)));
  },
  // `<template id="K">`, formerly `<div hidden id="K">`, for the placeholder `<template id="pl-K">` above it.
  solid: (node, placeholders) => idOf(node) !== '' && placeholders.has(`${SOLID_PLACEHOLDER}${idOf(node)}`),
  // `<div id="af0" style="display:none">`; since version 6 `<t hidden>` with another attribute.
  marko: (node) => (MARKO_ID.test(idOf(node)) && MARKO_STYLE.test(node.attribs.style ?? '')) || (node.name === 't' && isHidden(node) && Object.keys(node.attribs).length > 1),
  // `<preact-island hidden>` in a hidden `<div>`.
  preact: (node) => node.name === 'preact-island' || (node.name === 'div' && isHidden(node) && node.children.some((child) => isElement(child) && child.name === 'preact-island')),
};
const FRAMEWORKS = Object.values(LATE_PARTS);

/** Whether an element hides a part only until a framework's script moves it into place. */
export function isStreamedPart(node: Element, placeholders: ReadonlySet<string>): boolean {
  return FRAMEWORKS.some((writes) => writes(node, placeholders));
}

/** Whether this is where a part will be put whose element is told by that alone. */
export function isPlaceholder(node: Element): boolean {
  return node.name === 'template' && idOf(node).startsWith(SOLID_PLACEHOLDER);
}

function isHidden({ attribs }: Element): boolean {
  return attribs.hidden !== undefined;
}

function idOf({ attribs }: Element): string {
  return attribs.id ?? '';
}

function isElement(node: ChildNode): node is Element {
  return 'attribs' in node;
}
