import type { ClassifiedBlock } from 'boilerplate-classifier';
import { byId, makeElement } from './make-element';

export const LABELS = ['article', 'navigation', 'promo', 'related'] as const;

/** What is shown: the blocks whose label is not off, from a confidence up. */
export interface Kept {
  off: ReadonlySet<string>;
  /** 0 to 1. */
  least: number;
}

/** The toggles and the slider. `apply` is given what is to be kept and says how many blocks that are. */
export function offerFilter(apply: (kept: Kept) => number): { show(blocks: readonly ClassifiedBlock[]): void } {
  const least = byId<HTMLInputElement>('least');
  const leastShown = byId('least-shown');
  const nothing = byId('nothing');
  const status = byId('status');
  const boxes = LABELS.map((label) => {
    const box = makeElement('input', { type: 'checkbox', checked: true, value: label });
    const count = makeElement('span', { class: 'count' });
    byId('labels').append(makeElement('label', { 'data-label': label }, box, ` ${label} `, count));
    return { label, box, count };
  });
  let total = 0;

  function keep(): number {
    const off = new Set<string>(boxes.filter(({ box }) => !box.checked).map(({ label }) => label));
    leastShown.textContent = `${least.value}%`;
    const shown = apply({ off, least: Number(least.value) / 100 });
    nothing.hidden = shown > 0;
    return shown;
  }

  function change(): void {
    const shown = keep();
    status.textContent = `${shown.toLocaleString('en')} of ${total.toLocaleString('en')} blocks shown`;
  }
  for (const { box } of boxes) box.addEventListener('change', change);
  least.addEventListener('input', change);

  return {
    show(blocks) {
      total = blocks.length;
      for (const { label, count } of boxes) count.textContent = blocks.filter((block) => block.label === label).length.toLocaleString('en');
      keep();
    },
  };
}
