import type { ChildNode, Element } from './parse-html';

const REACT_ID = /^S:[\da-f]+$/;
const PLACEHOLDER = 'pl-';
const MARKO_ID = /^af\w*\d$/;
const MARKO_STYLE = /^display:\s*none;?$/;

/**
 * Frameworks that answer in parts send the late ones hidden, until a script beside them moves them into place. What they write, by framework:
 *
 * - React (also in Next.js): `<div hidden id="S:0">`; parts of a table are in `<table hidden><tbody id="S:0">` or `<table hidden id="S:0">`.
 * - Solid: `<template id="K">`, formerly `<div hidden id="K">`, for the placeholder `<template id="pl-K">` that stands before it.
 * - Marko: `<div id="af0" style="display:none">`; from version 6 on `<t hidden>` with an attribute more.
 * - Preact: `<preact-island hidden>` in a hidden `<div>`.
 */
export function isStreamedPart(node: Element, placeholders: ReadonlySet<string>): boolean {
  const { name, attribs } = node;
  const { id = '' } = attribs;
  const isHidden = attribs.hidden !== undefined;
  return (isHidden && (name === 'div' || name === 'table') && REACT_ID.test(id))
    || (isHidden && name === 'table' && REACT_ID.test(firstElement(node)?.attribs.id ?? ''))
    || (id !== '' && placeholders.has(`${PLACEHOLDER}${id}`))
    || (MARKO_ID.test(id) && MARKO_STYLE.test(attribs.style ?? ''))
    || (isHidden && name === 't' && Object.keys(attribs).length > 1)
    || name === 'preact-island'
    || (isHidden && name === 'div' && node.children.some((child) => isElement(child) && child.name === 'preact-island'));
}

/** Whether this is where a part will be put whose element is told by that alone. */
export function isPlaceholder({ name, attribs }: Element): boolean {
  return name === 'template' && attribs.id !== undefined && attribs.id.startsWith(PLACEHOLDER);
}

function firstElement({ children }: Element): Element | undefined {
  return children.find(isElement);
}

function isElement(node: ChildNode): node is Element {
  return 'attribs' in node;
}
