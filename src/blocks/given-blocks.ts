import { InputTypeError, show } from '../errors';
import type { BlockInput } from '../types';
import { collapseSpace } from './collapse-space';
import { emptyPage, MAX_NAME_CHARS, type Page } from './page';
import { rootElement } from './page-element';
import { textBlock } from './split-text';

const STEP = /^([a-z][\w-]*)?((?:[#.][^#.\s>]+)*)$/i;

/** The page of blocks that the caller has split: one block an entry, elements made from the paths, of which the innermost `maxDepth` steps count. */
export function givenBlocks(entries: readonly (string | BlockInput)[], maxDepth: number): Page {
  const page = emptyPage('blocks');
  page.elements.push(rootElement());
  let open: { step: string; element: number }[] = [];
  for (let index = 0; index < entries.length; index++) {     // no `forEach`: it would pass over the holes of a sparse array
    const given = checkEntry(entries[index], index);
    const block = textBlock(collapseSpace(given.text), -1, -1, 0);
    const steps = pathSteps(given).slice(-maxDepth);
    let shared = 0;
    while (shared < steps.length - 1 && shared < open.length && open[shared].step === steps[shared]) shared++;
    open = open.slice(0, shared);
    for (let i = shared; i < steps.length; i++) {
      open.push({ step: steps[i], element: addElement(page, i ? open[i - 1].element : 0, steps[i]) });
    }
    block.element = open[open.length - 1]?.element ?? 0;
    const linkShare = given.linkShare ?? (stepTag(steps[steps.length - 1]) === 'a' ? 1 : 0);
    block.linkChars = Math.round(linkShare * block.chars);
    block.linkCount = linkShare > 0 ? 1 : 0;
    page.blocks.push(block);
  }
  return page;
}

/** Whether enough is known of the blocks' elements to read the page by its markup. */
export function hasMarkup(page: Page): boolean {
  if (page.source !== 'blocks') return page.source === 'html';
  let known = 0;
  for (const { element, linkChars } of page.blocks) if (element > 0 || linkChars > 0) known++;
  return known * 2 > page.blocks.length;
}

function checkEntry(entry: unknown, index: number): BlockInput {
  const given = typeof entry === 'string' ? { text: entry } : entry;
  const at = `blocks[${index}]`;
  if (typeof given !== 'object' || given === null) throw new InputTypeError('BAD_PAGE', `Expected \`${at}\` to be a string or an object with \`text\`, got ${show(entry)}`);
  const { text, tag, path, linkShare } = given as Partial<Record<keyof BlockInput, unknown>>;
  if (typeof text !== 'string' || !/\S/.test(text)) throw new InputTypeError('BAD_PAGE', `Expected \`${at}\` to have text, got ${show(text)}`);
  if (tag !== undefined && typeof tag !== 'string') throw new InputTypeError('BAD_PAGE', `Expected \`${at}.tag\` to be a string, got ${show(tag)}`);
  if (path !== undefined && typeof path !== 'string') throw new InputTypeError('BAD_PAGE', `Expected \`${at}.path\` to be a string, got ${show(path)}`);
  if (linkShare !== undefined && !(typeof linkShare === 'number' && linkShare >= 0 && linkShare <= 1)) {
    throw new InputTypeError('BAD_PAGE', `Expected \`${at}.linkShare\` to be a number from 0 to 1, got ${show(linkShare)}`);
  }
  return given as BlockInput;
}

function pathSteps({ path, tag }: BlockInput): string[] {
  const steps = (path ?? '').split('>').map((step) => step.trim()).filter(Boolean);
  if (tag && stepTag(steps[steps.length - 1]) !== tag.toLowerCase()) steps.push(tag);
  return steps;
}

/** Name of the element that a step of a path stands for; `undefined` without step or name. */
function stepTag(step: string | undefined): string | undefined {
  return step === undefined ? undefined : STEP.exec(step)?.[1]?.toLowerCase();
}

function addElement(page: Page, parent: number, step: string): number {
  const match = STEP.exec(step);
  const names = match?.[2] ?? '';
  const { depth, path } = page.elements[parent];
  page.elements.push({
    ...rootElement(),
    parent,
    tag: (match?.[1] ?? 'div').toLowerCase().slice(0, MAX_NAME_CHARS),
    className: [...names.matchAll(/\.([^#.\s>]+)/g)].map(([, name]) => name).join(' '),
    id: /#([^#.\s>]+)/.exec(names)?.[1] ?? '',
    depth: depth + 1,
    path: path ? `${path} > ${step}` : step,
  });
  return page.elements.length - 1;
}
