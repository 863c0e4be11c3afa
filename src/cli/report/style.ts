/** Colours of labels, by their number: light, dark. Labels past the last begin again. */
const COLOURS = [['#1f8a4c', '#46c27a'], ['#7d8590', '#8f98a3'], ['#d9640f', '#f59144'], ['#1f6feb', '#62a6ff'], ['#8a4bd6', '#b48cf2'], ['#0f8f95', '#40c4c8'], ['#c02a74', '#f272ad'], ['#8d6708', '#d3a93c']];
const SOURCES = [['#8a4bd6', '#b48cf2'], ['#0f8f95', '#40c4c8'], ['#d9640f', '#f59144']];

/** The style sheet of a report with so many labels. */
export function styleOf(labels: number): string {
  const numbers = Array.from({ length: labels }, (_, l) => l);
  const colours = (dark: number) => [
    ...numbers.map((l) => `.l${l}{--c:${COLOURS[l % COLOURS.length][dark]}}`), ...SOURCES.map((colour, s) => `.s${s}{--c:${colour[dark]}}`),
  ].join('');
  const wanted = numbers.map((l) => `body:has(#want${l}:checked) :is(.page,.run):not(.h${l}){display:none}`).join('');
  return `
:root{color-scheme:light dark;--ink:#1b1f24;--quiet:#5d6672;--page:#f6f7f9;--card:#fff;--rule:#e3e6ea;--bad:#d1242f}
${colours(0)}
@media (prefers-color-scheme:dark){:root{--ink:#e6eaef;--quiet:#98a2ad;--page:#0f1318;--card:#171c22;--rule:#2b323a;--bad:#ff6a64}${colours(1)}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1180px;padding:28px 20px 60px;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
h1{margin:0;font-size:26px;letter-spacing:-.01em}
h2{margin:44px 0 4px;font-size:20px}
h3{margin:26px 0 10px;font-size:16px}
p{margin:0 0 6px;max-width:115ch}
.note,.lead{color:var(--quiet);font-size:14px}
nav{display:flex;flex-wrap:wrap;gap:4px 16px;margin:12px 0 0;font-size:14px}
a{color:var(--ink);text-decoration-color:var(--quiet);text-underline-offset:3px}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,430px),1fr));gap:16px;margin-top:12px;align-items:start}
.four{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,240px),1fr));gap:8px}
figure{margin:0;padding:14px 16px;background:var(--card);border:1px solid var(--rule);border-radius:10px;min-width:0}
figcaption{margin-bottom:8px;font-weight:600}
figcaption .note{margin-left:6px;font-weight:400}
.wide{margin-top:12px}
.sum{display:flex;flex-wrap:wrap;gap:4px 44px}
.sum b{display:block;font-size:34px;line-height:1.15;letter-spacing:-.02em;font-variant-numeric:tabular-nums}
.sum span,th{color:var(--quiet);font-size:14px;font-weight:400}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
td,th{padding:5px 0;border-bottom:1px solid var(--rule);text-align:right}
td:first-child,th:first-child{text-align:left}
svg{display:block;width:100%;height:auto;overflow:visible}
svg text{fill:var(--ink);font:13px system-ui,sans-serif;font-variant-numeric:tabular-nums}
svg .tick,svg .axis{fill:var(--quiet);font-size:12px}
svg .count-of{font-size:12px;fill-opacity:.75}
svg .strong{font-weight:600}
svg .cell{font-size:16px;font-weight:600}
.fill{fill:var(--c)}
.bad{--c:var(--bad)}
.track{fill:var(--rule);fill-opacity:.6}
.grid{stroke:var(--rule);fill:none}
.line{stroke:var(--c);stroke-width:1.7;fill:none;stroke-linejoin:round}
.bold{stroke-width:2.6}
.dashed{stroke-dasharray:6 4}
.dotted{stroke-dasharray:1.5 3.5;stroke-linecap:round}
.mark{fill:var(--card);stroke:var(--c);stroke-width:2.4}
.ideal{stroke:var(--quiet);stroke-dasharray:4 4;fill:none}
.thin{stroke:var(--ink);stroke-opacity:.35;fill:none}
.gap{stroke:var(--bad);stroke-width:2;fill:none}
.dot{fill:var(--ink)}
.count{fill:var(--quiet);fill-opacity:.45}
summary{cursor:pointer}
figure details{margin-top:8px}
.filter{display:flex;flex-wrap:wrap;gap:6px 16px;margin:12px 0;padding:0;border:0;font-size:14px}
${wanted}
.page{margin:6px 0;background:var(--card);border:1px solid var(--rule);border-radius:8px;padding:8px 12px}
.page summary{overflow-wrap:anywhere}
.strip{height:14px;margin-top:6px}
.run{margin:8px 0}
.between{margin:4px 0 4px 12px;color:var(--quiet);font-size:13px}
.row{display:grid;grid-template-columns:1fr auto;gap:12px;padding:3px 8px 3px 10px;border-left:4px solid var(--c);font-size:14px;color:var(--quiet);overflow-wrap:anywhere}
.row>span{unicode-bidi:isolate;min-width:0}
.wrong{color:var(--ink);background:color-mix(in srgb,var(--c) 16%,transparent);border-radius:0 5px 5px 0;margin:2px 0}
.said{white-space:nowrap;font-size:13px;font-variant-numeric:tabular-nums}
.tag::before{content:"";display:inline-block;width:9px;height:9px;margin-right:4px;border-radius:3px;background:var(--c)}
@media (max-width:620px){.row{grid-template-columns:1fr;gap:0}.said{white-space:normal}}
@media print{:root{--page:#fff}body{max-width:none;padding:0;font-size:12px}nav,.filter{display:none}h2,h3{break-after:avoid}figure,.run{break-inside:avoid}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
}
