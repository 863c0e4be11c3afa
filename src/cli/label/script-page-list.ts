/// <reference lib="dom" />
import type { PageSummary } from './label-folder';

/** The list of pages: each with how much of it is reviewed. */
export function createPageList(list: HTMLElement, onOpen: (name: string) => void) {
  let pages: PageSummary[] = [];
  let items: HTMLButtonElement[] = [];

  const isDone = ({ blocks, reviewed }: PageSummary) => blocks !== undefined && reviewed >= blocks;

  function draw(i: number): void {
    const { name, blocks, reviewed, problem } = pages[i];
    const [title, count, meter] = items[i].children as unknown as HTMLElement[];
    title.textContent = name;
    count.textContent = problem ? 'cannot be read' : isDone(pages[i]) ? '✓ done' : blocks === undefined ? 'new' : `${reviewed} of ${blocks}`;
    items[i].classList.toggle('done', isDone(pages[i]));
    items[i].classList.toggle('problem', problem !== undefined);
    items[i].title = problem ?? name;
    meter.style.setProperty('--share', String(blocks ? reviewed / blocks : 0));
  }

  return {
    drawAll(all: PageSummary[]): void {
      pages = all;
      items = all.map(({ name }) => {
        const item = document.createElement('button');
        item.type = 'button';
        for (const part of ['name', 'count', 'meter']) item.append(Object.assign(document.createElement('span'), { className: part }));
        item.addEventListener('click', () => onOpen(name));
        return item;
      });
      all.forEach((_, i) => draw(i));
      list.replaceChildren(...items.map((item) => {
        const entry = document.createElement('li');
        entry.append(item);
        return entry;
      }));
    },
    update(name: string, blocks: number, reviewed: number): void {
      const i = pages.findIndex((page) => page.name === name);
      pages[i] = { name, blocks, reviewed };
      draw(i);
    },
    markOpen(name: string): void {
      items.forEach((item, i) => {
        if (pages[i].name === name) item.setAttribute('aria-current', 'page');
        else item.removeAttribute('aria-current');
      });
      items[pages.findIndex((page) => page.name === name)]?.scrollIntoView({ block: 'nearest' });
    },
    /** The page after (or with -1 before) this one; of pages that are not done where any is left. */
    next(name: string, step: 1 | -1, undoneOnly: boolean): string | undefined {
      const at = pages.findIndex((page) => page.name === name);
      for (let k = 1; k <= pages.length; k++) {
        const page = pages[(at + step * k + pages.length * 2) % pages.length];
        if (page.name !== name && !page.problem && !(undoneOnly && isDone(page))) return page.name;
      }
      return undefined;
    },
    first: () => (pages.find((page) => !page.problem && !isDone(page)) ?? pages.find((page) => !page.problem))?.name,
    has: (name: string) => pages.some((page) => page.name === name && !page.problem),
    done: () => pages.filter(isDone).length,
    count: () => pages.length,
  };
}
