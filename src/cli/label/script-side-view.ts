/// <reference lib="dom" />
import type { Boot } from './page-parts';

/** The frame that shows the page without its scripts. All of it that can be changed from outside is its address: that jumps to a block. */
export function createSideView(first: HTMLIFrameElement, boot: Boot, onFocus: () => void) {
  /** A row is painted before a page that may be large moves. */
  const DELAY_MS = 60;
  let frame = first;
  /** The block that it shows; -1 while it loads. */
  let shown = -1;
  let wanted = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const addressOf = (block: number) => `#${boot.anchor}${block}`;

  function jump(): void {
    if (shown < 0 || shown === wanted) return;
    shown = wanted;
    frame.contentWindow?.location.replace(frame.src.split('#')[0] + addressOf(wanted));
  }

  // Whoever clicks into the page goes on with the keys of the list.
  window.addEventListener('blur', () => setTimeout(() => document.activeElement === frame && onFocus()));

  return {
    /** Opens a page at a block. A frame of its own for each page: one that is led elsewhere while it loads would load again. */
    open(name: string, block: number): void {
      const old = frame;
      frame = old.cloneNode() as HTMLIFrameElement;
      shown = -1;
      wanted = block;
      frame.addEventListener('load', () => {
        shown = block;
        jump();
      }, { once: true });
      frame.src = `/view?name=${encodeURIComponent(name)}&token=${boot.token}${addressOf(block)}`;
      old.replaceWith(frame);
    },
    show(block: number): void {
      wanted = block;
      clearTimeout(timer);
      timer = setTimeout(jump, DELAY_MS);
    },
  };
}
