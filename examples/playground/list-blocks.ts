import type { ClassifiedBlock, Evidence } from 'boilerplate-classifier';
import { drawEvidence, percent } from './draw-evidence';
import { byId, makeElement } from './make-element';
import type { Kept } from './offer-filter';

/** Rows that are made before the browser may paint. */
const ROWS_AT_ONCE = 500;
const MAX_ROW_CHARS = 400;

export interface BlockList {
  show(blocks: readonly ClassifiedBlock[]): void;
  /** Hides what is not kept; how many blocks are shown. */
  keep(kept: Kept): number;
  /** Opens a block as a click on its row does. */
  choose(index: number): void;
}

/** The list of blocks: one tab stop, arrow keys move, Enter or a click opens a block's evidence below its row. */
export function listBlocks({ explain, chosen }: { explain: (index: number) => Promise<Evidence[]>; chosen: (index: number | undefined) => void }): BlockList {
  const list = byId('blocks');
  let blocks: readonly ClassifiedBlock[] = [];
  let rows: HTMLLIElement[] = [];
  let kept: Kept = { off: new Set(), least: 0 };
  let open: number | undefined;
  let reachable: HTMLButtonElement | undefined;

  const buttonOf = (row: HTMLLIElement) => row.firstElementChild as HTMLButtonElement;
  const isKept = ({ label, confidence }: ClassifiedBlock) => confidence >= kept.least && !kept.off.has(label);

  /** The one row that the tab key reaches. */
  function reach(button: HTMLButtonElement | undefined): void {
    if (reachable) reachable.tabIndex = -1;
    reachable = button;
    if (button) button.tabIndex = 0;
  }

  function makeRow(block: ClassifiedBlock): HTMLLIElement {
    const { index, text, label, confidence, hidden } = block;
    const button = makeElement('button', { type: 'button', 'aria-expanded': 'false', tabindex: -1 },
      makeElement('span', { class: 'text', dir: 'auto' }, text.length > MAX_ROW_CHARS ? `${text.slice(0, MAX_ROW_CHARS)}…` : text),
      makeElement('span', { class: 'label' }, hidden ? ` ${label}, hidden on the page` : ` ${label}`),
      makeElement('span', { class: 'confidence' }, ` ${percent(confidence)}`));
    const row = makeElement('li', { 'data-index': index, 'data-label': label, hidden: !isKept(block) }, button);
    row.style.setProperty('--confidence', confidence.toFixed(3));
    return row;
  }

  function addRows(of: readonly ClassifiedBlock[]): void {
    if (of !== blocks || rows.length === blocks.length) return;
    const made = blocks.slice(rows.length, rows.length + ROWS_AT_ONCE).map(makeRow);
    rows.push(...made);
    list.append(...made);
    if (!reachable) reachFirst();
    setTimeout(addRows, 0, of);
  }

  function reachFirst(): void {
    const first = rows.find((row) => !row.hidden);
    reach(first && buttonOf(first));
  }

  function close(): void {
    if (open === undefined) return;
    const row = rows[open];
    open = undefined;
    buttonOf(row).setAttribute('aria-expanded', 'false');
    buttonOf(row).removeAttribute('aria-controls');
    row.lastElementChild!.remove();
    chosen(undefined);
  }

  async function openRow(index: number): Promise<void> {
    close();
    open = index;
    const row = rows[index];
    const panel = makeElement('div', { class: 'evidence', id: 'evidence', role: 'region', 'aria-label': `Why ${blocks[index].label}`, 'aria-live': 'polite' }, makeElement('p', {}, 'Weighing the evidence…'));
    row.append(panel);
    buttonOf(row).setAttribute('aria-expanded', 'true');
    buttonOf(row).setAttribute('aria-controls', 'evidence');
    reach(buttonOf(row));
    chosen(index);
    try {
      const evidence = await explain(index);
      panel.replaceChildren(...drawEvidence(blocks[index], evidence));
      bringIntoView(row);
    } catch (error) {
      panel.replaceChildren(makeElement('p', {}, `No evidence: ${(error as Error).message}`));
    }
  }

  function bringIntoView(row: HTMLLIElement): void {
    if (row.getBoundingClientRect().bottom > list.getBoundingClientRect().bottom) row.scrollIntoView({ block: row.offsetHeight < list.clientHeight ? 'nearest' : 'start' });
  }

  function move(from: HTMLLIElement, key: string): void {
    const shown = rows.filter((row) => !row.hidden);
    const at = shown.indexOf(from);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1, PageDown: at + 10, PageUp: at - 10 }[key]!;
    const button = buttonOf(shown[Math.max(0, Math.min(shown.length - 1, to))]);
    reach(button);
    button.focus();
  }

  list.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLButtonElement>('li > button');
    if (!button) return;
    const index = Number(button.parentElement!.dataset.index);
    if (index === open) close();
    else void openRow(index);
  });
  list.addEventListener('keydown', (event) => {
    const { target, key } = event;
    const button = (target as Element).closest('li > button');
    if (key === 'Escape' && open !== undefined) {
      const row = rows[open];
      close();
      buttonOf(row).focus();
    } else if (button && /^(?:Arrow(?:Up|Down)|Home|End|Page(?:Up|Down))$/.test(key)) {
      event.preventDefault();
      move(button.parentElement as HTMLLIElement, key);
    }
  });

  return {
    show(next) {
      open = undefined;
      blocks = next;
      rows = [];
      reach(undefined);
      list.replaceChildren();
      list.scrollTop = 0;
      addRows(blocks);
    },
    keep(next) {
      kept = next;
      let shown = 0;
      blocks.forEach((block, i) => {
        const keeps = isKept(block);
        if (keeps) shown++;
        if (rows[i] && rows[i].hidden === keeps) rows[i].hidden = !keeps;
      });
      if (open !== undefined && rows[open].hidden) close();
      if (!reachable || reachable.parentElement!.hidden) reachFirst();
      return shown;
    },
    choose(index) {
      if (!rows[index] || rows[index].hidden) return;
      if (index !== open) void openRow(index);
      rows[index].scrollIntoView({ block: 'nearest' });
      buttonOf(rows[index]).focus({ preventScroll: true });
    },
  };
}
