import { escapeHtml } from '../escape-html';
import { scriptJson } from './script-json';
import { LABEL_PAGE_STYLE } from './label-page-style';
import type { Boot, PageParts } from './page-parts';
import { runLabelPage } from './script-label-page';
import { createPageList } from './script-page-list';
import { createRows } from './script-rows';
import { createSaver } from './script-saver';
import { createSideView } from './script-side-view';

const KEYS: readonly (readonly [keys: readonly string[], what: string])[] = [
  [['j', 'k'], 'down, up'], [['⇧j', '⇧k'], 'select a run'], [['space'], 'accept, next unsure'], [['a'], 'accept all'],
  [['u'], 'undo'], [['n', 'p'], 'next, previous page'], [['v'], 'side view'],
];
const KEYED_LABELS = 9;

/** The label page. Its script and style bear the nonce; text of labelled pages comes later and as text alone. */
export function labelPage(folder: string, boot: Boot, nonce: string): string {
  const labels = boot.labels.map((label, i) => `<button type="button" id="label-${i}" class="label-${i}">${i < KEYED_LABELS ? `<kbd>${i + 1}</kbd>` : ''}<span>${escapeHtml(label)}</span><span class="count" id="count-${i}">0</span></button>`);
  const keys = KEYS.map(([names, what]) => `<li>${names.map((name) => `<kbd>${name}</kbd>`).join('')} ${what}</li>`);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Labels</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><style nonce="${nonce}">${LABEL_PAGE_STYLE}</style></head>
<body>
<nav aria-label="Pages"><h2>Pages <span id="pages-done"></span></h2><ol id="pages"></ol><p class="folder">${escapeHtml(folder)}</p></nav>
<main>
<header><h1 id="title">Labels</h1><span id="counts"></span><span id="said" role="status"></span><span id="state" role="status"></span></header>
<div class="labels" role="group" aria-label="Labels">${labels.join('')}</div>
<p id="problem" role="alert" hidden></p><p id="warning" role="status" hidden></p><p id="empty" hidden>This page holds no text.</p>
<div id="blocks" role="listbox" tabindex="0" aria-multiselectable="true" aria-label="Blocks of the page in reading order" aria-describedby="keys"></div>
<footer><ul id="keys" aria-label="Keys"><li><kbd>1</kbd>–<kbd>${Math.min(KEYED_LABELS, boot.labels.length)}</kbd> set label</li>${keys.join('')}</ul></footer>
</main>
<aside aria-label="The page, without its scripts"><iframe id="view" title="The page, without its scripts" sandbox="" tabindex="-1" referrerpolicy="no-referrer"></iframe></aside>
<script nonce="${nonce}">${labelPageScript(boot)}</script>
</body></html>
`;
}

/** The functions of the script as text, each closed in itself, so that it is the same from the sources and from the built package. */
function labelPageScript(boot: Boot): string {
  const parts: PageParts = { createSaver, createRows, createSideView, createPageList };
  const sources = Object.entries(parts).map(([name, part]) => `${name}: ${part}`);
  // Compilers that keep the names of functions call this.
  return `'use strict';\nconst __name = (value) => value;\n(${runLabelPage})({ ${sources.join(',\n')} }, ${scriptJson(boot)});`.replace(/<\/(?=script)/gi, '<\\/');
}
