/// <reference lib="dom" />
import type { PageSummary } from './label-folder';
import type { BlockChange, SessionPage } from './labelling-session';
import type { Boot, PageParts } from './page-parts';

/** The script of the label page: keys and clicks to changes, changes to rows and to the server. */
export function runLabelPage(parts: PageParts, boot: Boot): void {
  const element = <E extends HTMLElement>(id: string) => document.getElementById(id) as E;
  const list = element('blocks');
  const rows = parts.createRows(list, boot);
  const sideView = parts.createSideView(element<HTMLIFrameElement>('view'), boot, () => list.focus());
  const pageList = parts.createPageList(element('pages'), (name) => void open(name));
  const saver = parts.createSaver(boot, (state, message) => {
    element('state').textContent = { saved: 'Saved', saving: 'Saving…', lost: 'Not saved', refused: 'Not saved' }[state];
    element('state').className = state;
    element('problem').textContent = message;
    element('problem').hidden = !message;
    if (state !== 'refused' || !page) return;
    undo.delete(page.name);
    void open(page.name);
  });

  let page: SessionPage | undefined;
  let at = 0;
  /** Where the selected run begins or ends, on the side away from `at`. */
  let anchor = 0;
  let shown: number[] = [];
  let opened = 0;
  const undo = new Map<string, BlockChange[][]>();

  const selected = () => Array.from({ length: Math.abs(at - anchor) + 1 }, (_, k) => Math.min(at, anchor) + k);
  const say = (text: string) => (element('said').textContent = text);

  async function ask<T>(path: string): Promise<T> {
    const answer = await fetch(`${path}${path.includes('?') ? '&' : '?'}token=${boot.token}`);
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as T;
  }

  function showProblem(error: unknown): void {
    element('problem').textContent = error instanceof TypeError ? 'The server does not answer. Start `label` again and open the address that it prints.' : (error as Error).message;
    element('problem').hidden = false;
  }

  async function open(name: string): Promise<void> {
    const mine = ++opened;
    try {
      // Else the server would give the page as it was before the last keys.
      await saver.settle();
      const answer = await ask<SessionPage>(`/page?name=${encodeURIComponent(name)}`);
      if (mine !== opened) return;
      page = answer;
    } catch (error) {
      return showProblem(error);
    }
    const { blocks, warning } = page;
    history.replaceState(null, '', `#${encodeURIComponent(name)}`);
    document.title = `${name} · labels`;
    element('title').textContent = name;
    element('warning').textContent = warning ?? '';
    element('warning').hidden = !warning;
    element('empty').hidden = blocks.length > 0;
    rows.drawAll(blocks);
    shown = [];
    pageList.markOpen(name);
    list.focus();
    count();
    anchor = at = 0;
    if (blocks.length) move(Math.max(0, nextUnsure(-1)));
    sideView.open(name, at);
  }

  /** Goes to a block; with `run` the selection grows to it. */
  function move(to: number, run = false): void {
    if (!page?.blocks.length) return;
    at = Math.min(page.blocks.length - 1, Math.max(0, to));
    if (!run) anchor = at;
    const now = selected();
    rows.select(shown, now, at);
    shown = now;
    sideView.show(at);
  }

  /** The next block after one that needs a look, from the top again at the end; -1 where none is left. */
  function nextUnsure(after: number): number {
    const { blocks } = page!;
    for (let k = 1; k <= blocks.length; k++) {
      const i = (after + k) % blocks.length;
      if (!blocks[i].reviewed && rows.isUnsure(blocks[i])) return i;
    }
    return -1;
  }

  function apply(changes: BlockChange[]): void {
    const { blocks, name, sha256 } = page!;
    for (const { index, label, reviewed } of changes) {
      blocks[index] = { ...blocks[index], label, reviewed };
      rows.draw(index, blocks[index]);
    }
    count();
    saver.save({ name, sha256, changes });
  }

  /** Changes blocks, and remembers how they were. */
  function change(indexes: readonly number[], label?: string): void {
    const { blocks, name } = page!;
    const changes = indexes.map((index) => ({ index, label: label ?? blocks[index].label, reviewed: true })).filter(({ index, label: to }) => !blocks[index].reviewed || blocks[index].label !== to);
    if (!changes.length) return;
    const before = changes.map(({ index }) => ({ index, label: blocks[index].label, reviewed: blocks[index].reviewed }));
    undo.set(name, [...(undo.get(name) ?? []), before]);
    apply(changes);
  }

  function setLabel(label: string | undefined): void {
    if (!label || !page?.blocks.length) return;
    change(selected(), label);
    say(shown.length > 1 ? `${shown.length} blocks: ${label}` : label);
  }

  function accept(): void {
    if (!page?.blocks.length) return;
    change(selected());
    const next = nextUnsure(Math.max(at, anchor));
    if (next >= 0) return move(next);
    anchor = at;
    move(at);
    const left = page.blocks.filter(({ reviewed }) => !reviewed).length;
    say(left ? `No unsure block is left. a accepts the other ${left}.` : 'This page is done. n opens the next.');
  }

  function acceptAll(): void {
    if (!page) return;
    change(page.blocks.map((_, i) => i));
    say('This page is done. n opens the next.');
  }

  function takeBack(): void {
    const last = page && undo.get(page.name)?.pop();
    if (!last) return void say('Nothing to undo');
    apply(last);
    move(last[0].index);
    say('Undone');
  }

  function count(): void {
    const { blocks, name } = page!;
    const reviewed = blocks.filter((block) => block.reviewed).length;
    const unsure = blocks.filter((block) => !block.reviewed && rows.isUnsure(block)).length;
    element('counts').textContent = `${reviewed} of ${blocks.length} reviewed · ${unsure} unsure left`;
    boot.labels.forEach((label, i) => (element(`count-${i}`).textContent = String(blocks.filter((block) => block.label === label).length)));
    pageList.update(name, blocks.length, reviewed);
    element('pages-done').textContent = `${pageList.done()} of ${pageList.count()} done`;
  }

  function openNext(step: 1 | -1): void {
    const name = page && (pageList.next(page.name, step, step > 0) ?? pageList.next(page.name, step, false));
    if (name) void open(name);
    else say('There is no other page');
  }

  const KEYS: Record<string, (run: boolean) => void> = {
    j: (run) => move(at + 1, run), ArrowDown: (run) => move(at + 1, run), k: (run) => move(at - 1, run), ArrowUp: (run) => move(at - 1, run),
    Home: (run) => move(0, run), End: (run) => move(Infinity, run), Escape: () => move(at), ' ': accept, a: acceptAll, u: takeBack,
    n: () => openNext(1), p: () => openNext(-1), v: () => document.body.classList.toggle('no-view'),
  };

  document.addEventListener('keydown', (event) => {
    const { key, shiftKey, target } = event;
    const undoKeys = key === 'z' && (event.ctrlKey || event.metaKey);
    if (!undoKeys && (event.ctrlKey || event.metaKey || event.altKey)) return;
    // A button that has the focus is pressed, and arrows move among what can be focused elsewhere.
    if (target instanceof HTMLButtonElement && (key === ' ' || key === 'Enter')) return;
    if (!page) return;
    if (undoKeys) takeBack();
    else if (/^[1-9]$/.test(key)) setLabel(boot.labels[Number(key) - 1]);
    else {
      const name = key.length === 1 ? key.toLowerCase() : key;
      if (!Object.hasOwn(KEYS, name)) return;
      KEYS[name](shiftKey);
    }
    event.preventDefault();
  });
  list.addEventListener('mousedown', (event) => {
    const i = rows.indexOf(event.target);
    if (i < 0) return;
    // Shift would mark text.
    if (event.shiftKey) event.preventDefault();
    move(i, event.shiftKey);
    list.focus();
  });
  boot.labels.forEach((label, i) => element(`label-${i}`).addEventListener('click', () => {
    setLabel(label);
    list.focus();
  }));

  void (async () => {
    try {
      await saver.settle();
      pageList.drawAll(await ask<PageSummary[]>('/pages'));
      const wanted = decodeURIComponent(location.hash.slice(1));
      const first = pageList.has(wanted) ? wanted : pageList.first();
      if (first === undefined) throw new Error('None of the pages can be read: the list says why');
      await open(first);
    } catch (error) {
      showProblem(error);
    }
  })();
}
