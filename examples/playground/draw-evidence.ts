import type { ClassifiedBlock, Evidence } from 'boilerplate-classifier';
import { makeElement } from './make-element';

const FIRST_SHOWN = 12;

/** The evidence of a block: its scores, then what moved the decision as bars to the right (for the label) or left (against). */
export function drawEvidence({ label, scores, path, content }: ClassifiedBlock, evidence: readonly Evidence[]): Node[] {
  const drawn: Node[] = [drawScores(scores), makeElement('p', { class: 'meaning' },
    'What moved the decision: to the right for ', makeElement('b', { 'data-label': label }, label), ', to the left against it, in log-odds.')];
  const most = Math.max(...evidence.map(({ weight }) => Math.abs(weight)), 1e-9);
  const rows = evidence.map((entry, i) => drawRow(entry, most, i >= FIRST_SHOWN));
  drawn.push(makeElement('table', { class: 'weights' },
    makeElement('caption', { class: 'unseen' }, `Evidence, most first; positive weights speak for ${label}`),
    makeElement('thead', { class: 'unseen' }, makeElement('tr', {}, ...['Evidence', 'Value', 'Bar', 'Weight'].map((name) => makeElement('th', { scope: 'col' }, name)))),
    makeElement('tbody', {}, ...rows)));
  if (evidence.length > FIRST_SHOWN) {
    const more = makeElement('button', { type: 'button' }, `Show ${evidence.length - FIRST_SHOWN} more`);
    more.addEventListener('click', () => {
      for (const row of rows) row.hidden = false;
      more.remove();
    });
    drawn.push(more);
  }
  drawn.push(makeElement('p', { class: 'path' }, `Probability that a reader came for this block: ${percent(content)}`));
  if (path) drawn.push(makeElement('p', { class: 'path' }, makeElement('code', {}, path)));
  return drawn;
}

function drawScores(scores: Record<string, number>): HTMLElement {
  const entries = Object.entries(scores).sort(([, a], [, b]) => b - a);
  return makeElement('table', { class: 'scores' },
    makeElement('caption', { class: 'unseen' }, 'Probability of each label'),
    makeElement('tbody', {}, ...entries.map(([label, score]) => makeElement('tr', { 'data-label': label },
      makeElement('th', { scope: 'row' }, label), bar(score, 0, score), makeElement('td', { class: 'number' }, percent(score))))));
}

function drawRow({ name, kind, value, weight }: Evidence, most: number, hidden: boolean): HTMLTableRowElement {
  const words = name.replaceAll('-', ' ');
  const naming = kind === 'word' ? [`${words} `, makeElement('code', {}, String(value))] : [kind === 'bayes' ? `${words}, all together` : kind === 'context' ? `labels of ${words}` : words];
  const size = Math.abs(weight) / most / 2;
  return makeElement('tr', { hidden, 'data-sign': weight < 0 ? 'against' : 'for' },
    makeElement('th', { scope: 'row', title: kind }, ...naming),
    makeElement('td', { class: 'number value' }, typeof value === 'number' ? signed(value).replace('+', '') : ''),
    bar(size, weight < 0 ? 0.5 - size : 0.5, weight),
    makeElement('td', { class: 'number' }, signed(weight)));
}

/** A bar that the number beside it says to those who do not see it. */
function bar(size: number, from: number, value: number): HTMLElement {
  const fill = makeElement('span', {});
  fill.style.width = `${100 * size}%`;
  fill.style.marginInlineStart = `${100 * from}%`;
  return makeElement('td', { class: 'bar', 'aria-hidden': 'true', 'data-value': value.toFixed(3) }, fill);
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}

/** Rounded down, so that no block is said to reach a confidence that hides it. */
export function percent(share: number): string {
  return share < 0.1 ? `${(Math.floor(1000 * share) / 10).toFixed(1)}%` : `${Math.floor(100 * share)}%`;
}
