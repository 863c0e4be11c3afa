import { createHash } from 'node:crypto';
import { figuresOf, type Figures, type ScoredBlock } from '../../training/figures';
import { CURVE_SOURCES, type CurvePoint } from '../../training/learning-curve';
import { scoredBlocks } from '../../training/scored-page';
import { percent } from './draw-axes';
import { drawConfusion } from './draw-confusion';
import { drawCurve } from './draw-curve';
import { drawLabels } from './draw-labels';
import { drawReliability } from './draw-reliability';
import { drawSites } from './draw-sites';
import { drawThresholds } from './draw-thresholds';
import { listWrongBlocks } from './list-wrong-blocks';
import { Markup, markup } from './markup';
import type { ReportData, ScoredReading } from './report-data';
import { styleOf } from './style';

interface Reading extends ScoredReading {
  rows: readonly ScoredBlock[];
  figures: Figures;
}

function listCurve(points: readonly CurvePoint[]): Markup {
  const rows = points.map(({ source, pages, macroF1 }) => markup`<tr><td class="s${CURVE_SOURCES.indexOf(source)}"><span class="tag">${source}</span></td><td>${Math.round(pages)}</td><td>${percent(macroF1)}</td></tr>`);
  return markup`<table><thead><tr><th>trained on</th><th>pages</th><th>macro-F1</th></tr></thead><tbody>${rows}</tbody></table>`;
}

/** A report as one HTML page that asks for nothing and runs nothing. */
export function renderReport({ title, facts, labels, readings: given, curve }: ReportData): string {
  const readings = given.filter(({ pages }) => pages.length).map((reading): Reading => {
    const rows = scoredBlocks(reading.pages, labels.length);
    return { ...reading, rows, figures: figuresOf(rows, labels) };
  });
  const style = styleOf(labels.length);
  const pair = (draw: (reading: Reading) => Markup) => markup`<div class="pair">${readings.map((reading) => markup`<figure><figcaption>${reading.name}</figcaption>${draw(reading)}</figure>`)}</div>`;
  const nameless = readings.reduce((sum, { pages }) => sum + pages.filter(({ page }) => !page).length, 0);
  const sections: [id: string, heading: string, lead: string, body: Markup][] = [
    ['confusion', 'What is taken for what', 'A row for each label that blocks bear, in per cent of its blocks; below them their number.', pair(({ name, figures }) => drawConfusion(name, figures, labels))],
    ['labels', 'Label by label', 'Precision: how many of the blocks given the label bear it. Recall: how many of those that bear it were given it. F1: the harmonic mean of both.', pair(({ name, figures }) => drawLabels(name, figures, labels))],
    ['confidence', 'Can the confidence be believed?', 'On the dashed line a confidence of 0.7 means that seven in ten are right. Larger dots hold more blocks.', pair(({ name, rows }) => drawReliability(name, rows))],
    ['thresholds', 'Where to draw the line', 'Precision (dashed), recall (dotted) and F1 (solid) of each label if every block counts whose score for the label reaches the threshold. From 0.5 on that is the confidence.',
      markup`${readings.map(({ name, pages }) => markup`<figure class="wide"><figcaption>${name}</figcaption><div class="four">${labels.map((_, l) => drawThresholds(name, pages, l, labels))}</div></figure>`)}`],
    ...(curve?.length ? [['curve', 'Would more pages help?', 'Macro-F1 on the written pages of the folds left out, against the number of pages trained on, on a logarithmic axis. Written pages are scored best by what learned from their like; measured figures come from the open web.', markup`<div class="pair"><figure>${drawCurve(curve)}</figure><figure>${listCurve(curve)}</figure></div>`] satisfies [string, string, string, Markup]] : []),
    ['sites', 'Site by site', 'Per cent of the blocks that are wrong, coloured by the label that they should have.', pair((reading) => drawSites(reading, labels))],
    ['wrong', 'Every wrong block', `The strip shows the whole page: above what its blocks are, below what the wrong ones were taken for.${nameless ? ' Measured pages hold figures alone and cannot be shown.' : ''}`,
      markup`<fieldset class="filter">${['all', ...labels].map((label, i) => markup`<label><input type="radio" name="want" id="want${i ? i - 1 : ''}"${!i && new Markup(' checked')}> ${i > 0 && 'should be '}${label}</label>`)}</fieldset>${readings.map((reading) => listWrongBlocks(reading, labels))}`],
  ];
  return markup`${new Markup('<!doctype html>')}
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<h1 dir="auto">${title}</h1>
${facts.map((fact) => markup`<p class="lead">${fact}</p>`)}
<nav>${sections.map(([id, heading]) => markup`<a href="#${id}">${heading}</a>`)}</nav>
<div class="pair">${readings.map(({ name, figures, pages }) => markup`<figure><figcaption>${name} <span class="note">${figures.blocks} blocks of ${pages.length} pages</span></figcaption><div class="sum"><div><b>${percent(figures.macroF1)}</b><span>macro-F1</span></div><div><b>${percent(figures.accuracy)}</b><span>accuracy</span></div><div><b>${figures.calibrationError.toFixed(3)}</b><span>calibration error</span></div></div></figure>`)}</div>
${sections.map(([id, heading, lead, body]) => markup`<section id="${id}"><h2>${heading}</h2><p class="lead">${lead}</p>
${body}</section>
`)}</body>
</html>
`.text;
}
