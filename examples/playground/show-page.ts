import type { ClassifiedBlock } from 'boilerplate-classifier';
import { byId } from './make-element';
import { markPage } from './mark-page';
import type { Kept } from './offer-filter';

export interface PageView {
  show(source: string, blocks: readonly ClassifiedBlock[], isHtml: boolean): void;
  keep(kept: Kept): void;
  /** Outlines a block and scrolls to it. */
  choose(index: number | undefined): void;
}

/**
 * The page itself, in a frame that may run nothing and load nothing. It shares our origin so that this script, the only one there is, can
 * colour and scroll it; no script of the page could make use of that: the frame's sandbox, our policy and `markPage` each keep it out.
 */
export function showPage(clicked: (index: number) => void): PageView {
  const frame = byId<HTMLIFrameElement>('page');
  let root: HTMLElement | undefined;
  let kept: Kept = { off: new Set(), least: 0 };

  function keep(): void {
    root?.setAttribute('data-off', [...kept.off].join(' '));
    root?.style.setProperty('--least', String(kept.least));
  }

  frame.addEventListener('load', () => {
    root = frame.contentDocument?.documentElement;
    keep();
    root?.addEventListener('click', (event) => {
      event.preventDefault();
      const block = (event.target as Element).closest<HTMLElement>('bc-block[data-block]');
      if (block) clicked(Number(block.dataset.block));
    });
  });

  return {
    show(source, blocks, isHtml) {
      root = undefined;
      frame.className = isHtml ? '' : 'text';
      frame.srcdoc = markPage(source, blocks, isHtml);
    },
    keep(next) {
      kept = next;
      keep();
    },
    choose(index) {
      if (!root) return;
      for (const old of root.querySelectorAll('[data-chosen]')) old.removeAttribute('data-chosen');
      if (index === undefined) return;
      const chosen = root.querySelectorAll(`bc-block[data-block="${index}"]`);
      for (const element of chosen) element.setAttribute('data-chosen', '');
      const view = frame.contentWindow!;
      const box = chosen[0]?.getBoundingClientRect();
      // `scrollIntoView` would scroll this page too.
      if (box && (box.top < 0 || box.bottom > view.innerHeight)) view.scrollTo({ top: view.scrollY + box.top - view.innerHeight / 3 });
    },
  };
}
