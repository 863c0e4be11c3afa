import type { ClassifiedBlock } from '../../../types';
import { escapeHtml } from '../../escape-html';
import { stylePolicy } from '../../style-policy';
import type { ClassifiedPage } from './format-page';

const COLOURS = ['26,127,55', '110,119,129', '188,76,0', '9,105,218', '130,80,223', '191,57,137', '154,103,0', '27,124,131'];
const SHADES = 10;

// Classes carry the colours, so that no style attribute is needed and the policy can name this one style sheet by its hash.
const STYLE = `:root{color-scheme:light dark}body{font:15px/1.45 system-ui,sans-serif;max-width:70rem;margin:1rem auto;padding:0 1rem}
h1{font-size:1.3rem}h2{font-size:1.05rem;overflow-wrap:anywhere}ul,ol{list-style:none;padding:0}li{margin:2px 0;padding:3px 8px;border-radius:4px;border-left:5px solid}
.key{display:inline-block;margin-right:.5rem}.tag{float:right;margin-left:1rem;font-size:.85em;font-weight:600}.text{overflow-wrap:anywhere}.hidden .text{opacity:.6;font-style:italic}
summary{cursor:pointer}td{padding:0 .8rem 0 0;overflow-wrap:anywhere}td:last-child{text-align:right}
li{border-color:rgb(var(--colour));background:rgba(var(--colour),var(--shade))}
${COLOURS.map((rgb, i) => `.l${i}{--colour:${rgb}}`).join('')}
${Array.from({ length: SHADES }, (_, shade) => `.c${shade}{--shade:${(0.06 + 0.022 * shade).toFixed(3)}}`).join('')}`;

/** What stands before and after the pages: no script, nothing loaded, and a policy under which a page that gets markup in could do neither. */
export const HTML_OPEN = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${stylePolicy(STYLE)}">
<meta name="viewport" content="width=device-width"><title>Blocks by label</title><style>${STYLE}</style></head><body>
<h1>Blocks by label</h1>
`;
export const HTML_CLOSE = '</body></html>\n';

/** The blocks of a page, each coloured by its label, the shade by its confidence. All text of the page is escaped; links are not made. */
export function formatHtml({ id, url, blocks }: ClassifiedPage, labels: readonly string[], wanted: readonly string[] | undefined): string {
  const shown = wanted ? blocks.filter(({ label }) => wanted.includes(label)) : blocks;
  const colour = new Map(labels.map((label, i) => [label, i % COLOURS.length]));
  const counts = labels.map((label) => `<li class="key l${colour.get(label)} c${SHADES - 1}">${escapeHtml(label)}: ${blocks.filter((block) => block.label === label).length}</li>`);
  return `<section><h2>${escapeHtml(url ?? String(id))}</h2>
<ul>${counts.join('')}</ul>
<ol>
${shown.map((block) => blockItem(block, colour.get(block.label)!)).join('\n')}
</ol></section>
`;
}

function blockItem({ text, label, confidence, hidden, evidence }: ClassifiedBlock<string>, colour: number): string {
  const shade = Math.min(SHADES - 1, Math.floor(confidence * SHADES));
  const line = `<span class="tag">${escapeHtml(label)} ${confidence.toFixed(2)}${hidden ? ' (hidden)' : ''}</span><span class="text" dir="auto">${escapeHtml(text)}</span>`;
  const rows = evidence?.map(({ kind, name, value, weight }) => `<tr><td>${kind}</td><td>${escapeHtml(name)}</td><td>${escapeHtml(typeof value === 'number' ? value.toFixed(2) : value)}</td><td>${weight.toFixed(2)}</td></tr>`);
  return `<li class="l${colour} c${shade}${hidden ? ' hidden' : ''}">${rows ? `<details><summary>${line}</summary><table>${rows.join('')}</table></details>` : line}</li>`;
}
