import type { ClassifiedBlock } from 'boilerplate-classifier';
import frameStyle from './frame.css';
import { keepHarmless } from './keep-harmless';

// Characters that no text may hold: they survive the parser, and no page shows them.
const OPEN = '\uFDD0';
const NAMED = '\uFDD1';
const CLOSE = '\uFDD2';
const RESERVED = /[\uFDD0-\uFDD2]/g;
const MARK = /\uFDD0(\d+)\uFDD1|\uFDD2/g;

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";
const TEXT_STYLE = 'html { color-scheme: light dark } pre { white-space: pre-wrap; font: 15px/1.6 system-ui, sans-serif }';

type Marked = Pick<ClassifiedBlock, 'index' | 'label' | 'confidence' | 'start' | 'end' | 'hidden'>;

/**
 * The document for the frame: the page without anything that runs, loads or leads away, each block's text in `<bc-block>` elements.
 * It is to be shown in a sandboxed frame without scripts all the same.
 */
export function markPage(source: string, blocks: readonly Marked[], isHtml: boolean): string {
  const marked = putMarks(source, blocks);
  const html = isHtml ? marked : `<pre>${marked.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</pre>`;
  // A form's own properties can be masked by the names of its fields, so no form may be among the elements that are worked on; what is in
  // a template could not be walked.
  const parsed = new DOMParser().parseFromString(html.replace(/<(\/?)(form|template)(?![\w-])/gi, '<$1bc-$2'), 'text/html');
  const { root, texts } = keepHarmless(parsed);
  wrapBlocks(texts, blocks);
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">`
    + `<style>${frameStyle}${isHtml ? '' : TEXT_STYLE}</style>${root.outerHTML.replace(MARK, '')}`;
}

/** The source with a mark before the first and after the last character of each block. */
function putMarks(source: string, blocks: readonly Marked[]): string {
  const marks = blocks.flatMap(({ start, end }, i) => [{ at: start!, mark: `${OPEN}${i}${NAMED}`, opens: 1 }, { at: end!, mark: CLOSE, opens: 0 }]);
  marks.sort((a, b) => a.at - b.at || a.opens - b.opens);
  const pieces: string[] = [];
  let from = 0;
  for (const { at, mark } of marks) {
    pieces.push(source.slice(from, at).replace(RESERVED, '\uFFFD'), mark);
    from = at;
  }
  pieces.push(source.slice(from).replace(RESERVED, '\uFFFD'));
  return pieces.join('');
}

/** Puts the text between two marks into elements. A hidden block may lie inside another one, hence the stack. */
function wrapBlocks(texts: readonly Text[], blocks: readonly Marked[]): void {
  const open: Marked[] = [];
  const shown = new Set<HTMLElement>();
  for (const text of texts) {
    const { data } = text;
    if (!open.length && !data.includes(OPEN)) continue;
    const pieces: (Node | string)[] = [];
    let from = 0;
    const take = (to: number) => {
      const piece = data.slice(from, to);
      if (!piece) return;
      const block = open.at(-1);
      if (block && !block.hidden) show(text.parentElement, shown);
      pieces.push(block && /\S/.test(piece) ? blockElement(block, piece) : piece);
    };
    for (const match of data.matchAll(MARK)) {
      take(match.index);
      from = match.index + match[0].length;
      if (match[1] === undefined) open.pop();
      else if (blocks[Number(match[1])]) open.push(blocks[Number(match[1])]);
    }
    take(data.length);
    text.replaceWith(...pieces);
  }
}

/** What the classifier takes for visible is shown, also where only the page's own script would have shown it. */
function show(element: HTMLElement | null, shown: Set<HTMLElement>): void {
  for (let at = element; at && !shown.has(at); at = at.parentElement) {
    shown.add(at);
    at.removeAttribute('hidden');
    if (at.style.display === 'none') at.style.display = '';
    if (at.style.visibility === 'hidden') at.style.visibility = '';
  }
}

function blockElement({ index, label, confidence }: Marked, text: string): HTMLElement {
  const element = document.createElement('bc-block');
  element.dataset.block = String(index);
  element.dataset.label = label;
  element.style.setProperty('--confidence', confidence.toFixed(3));
  element.append(text);
  return element;
}
