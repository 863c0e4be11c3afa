import { byId } from './make-element';

/** The tab with the article's text and its copy button. */
export function showArticle(announce: (message: string) => void): { show(text: string): void } {
  const field = byId<HTMLTextAreaElement>('article');
  const copy = byId<HTMLButtonElement>('copy');
  const size = byId('article-size');
  const tabs = ['page', 'article'].map((name) => ({ tab: byId(`${name}-tab`), panel: byId(`${name}-panel`) }));

  function open(chosen: number): void {
    tabs.forEach(({ tab, panel }, i) => {
      tab.setAttribute('aria-selected', String(i === chosen));
      tab.tabIndex = i === chosen ? 0 : -1;
      panel.hidden = i !== chosen;
    });
  }
  tabs.forEach(({ tab }, i) => {
    tab.addEventListener('click', () => open(i));
    tab.addEventListener('keydown', ({ key }) => {
      if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
      open(1 - i);
      tabs[1 - i].tab.focus();
    });
  });

  copy.addEventListener('click', () => void copyText(field).then(
    () => announce('Article text copied'),
    () => announce('The browser did not allow copying: select the text and copy it by hand'),
  ));

  return {
    show(text) {
      field.value = text;
      copy.disabled = text === '';
      const words = text.match(/\S+/g)?.length ?? 0;
      size.textContent = text ? `${words.toLocaleString('en')} words` : 'This page has no article text.';
    },
  };
}

async function copyText(field: HTMLTextAreaElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    // Pages that are neither secure nor from a disk have no clipboard but this one.
    field.select();
    if (!document.execCommand('copy')) throw new Error('not allowed');
  }
}
