/// <reference lib="dom" />
import type { SessionBlock } from './labelling-session';
import type { Boot } from './page-parts';

/** The list of blocks: a row each, drawn once and then changed in place. */
export function createRows(list: HTMLElement, boot: Boot) {
  /** Their names say nothing of a block. */
  const PLAIN_TAGS = ['div', 'p', 'span', 'body'];
  let rows: HTMLElement[] = [];

  const part = (name: string, text = '') => {
    const element = document.createElement('span');
    element.className = name;
    element.textContent = text;
    return element;
  };
  const percent = (share: number) => `${Math.round(share * 100)}%`;

  function draw(row: HTMLElement, block: SessionBlock): void {
    const [chip, , doubt, done] = row.children as unknown as HTMLElement[];
    const unsure = !block.reviewed && isUnsure(block);
    row.className = `row label-${boot.labels.indexOf(block.label)}${block.reviewed ? ' reviewed' : ''}${unsure ? ' unsure' : ''}${block.hidden ? ' hidden' : ''}`;
    chip.textContent = block.label;
    doubt.textContent = block.guess === block.label ? percent(block.confidence) : `${block.guess}? ${percent(block.confidence)}`;
    doubt.title = `The model says ${block.guess}, ${percent(block.confidence)} sure`;
    done.textContent = block.reviewed ? '✓' : unsure ? '?' : '';
    done.setAttribute('aria-label', block.reviewed ? 'reviewed' : unsure ? 'unsure' : '');
  }

  /** The model has doubts, or another opinion than the labels file. */
  function isUnsure({ confidence, guess, label }: SessionBlock): boolean {
    return confidence < boot.unsureBelow || guess !== label;
  }

  return {
    isUnsure,
    drawAll(blocks: readonly SessionBlock[]): void {
      // Rows that cannot be seen are neither laid out nor painted, a group at a time: the browser watches each group.
      const GROUP_ROWS = 50;
      rows = blocks.map((block, i) => {
        const row = document.createElement('div');
        row.id = `row-${i}`;
        row.setAttribute('role', 'option');
        row.setAttribute('aria-selected', 'false');
        const text = part('text');
        if (block.tag && !PLAIN_TAGS.includes(block.tag)) text.append(part('tag', block.tag));
        text.append(block.text);
        text.dir = 'auto';
        row.append(part('chip'), text, part('doubt'), part('done'));
        draw(row, block);
        return row;
      });
      const groups = [];
      for (let from = 0; from < rows.length; from += GROUP_ROWS) {
        const group = document.createElement('div');
        group.className = 'group';
        group.setAttribute('role', 'presentation');
        group.append(...rows.slice(from, from + GROUP_ROWS));
        groups.push(group);
      }
      list.replaceChildren(...groups);
    },
    draw(i: number, block: SessionBlock): void {
      const marks = ['current', 'selected'].filter((name) => rows[i].classList.contains(name));
      draw(rows[i], block);
      rows[i].classList.add(...marks);
    },
    /** Moves the mark of what is selected. */
    select(before: readonly number[], now: readonly number[], at: number): void {
      for (const i of before) {
        rows[i]?.classList.remove('current', 'selected');
        rows[i]?.setAttribute('aria-selected', 'false');
      }
      for (const i of now) {
        rows[i].classList.add('selected');
        rows[i].setAttribute('aria-selected', 'true');
      }
      rows[at].classList.add('current');
      list.setAttribute('aria-activedescendant', rows[at].id);
      rows[at].scrollIntoView({ block: 'nearest' });
    },
    indexOf: (target: EventTarget | null) => rows.indexOf((target as HTMLElement | null)?.closest<HTMLElement>('.row') as HTMLElement),
  };
}
