/** Light and dark. A label's colour is `--label`; those past the ninth share the last. */
export const LABEL_PAGE_STYLE = `
:root {
  color-scheme: light dark; --back: light-dark(#fff, #16191d); --raised: light-dark(#f5f6f8, #1e2227); --line: light-dark(#dde1e6, #333941);
  --ink: light-dark(#1c2128, #dfe3e8); --soft: light-dark(#5c6672, #98a2ae); --focus: light-dark(#0b57d0, #8ab4f8); --doubt: light-dark(#a15c00, #f0b429);
  --bad: light-dark(#b3261e, #ff8a80); --label: light-dark(#5b4636, #cbb59f);
}
.label-0 { --label: light-dark(#17703a, #5fd08a); } .label-1 { --label: light-dark(#5c6672, #a6b0bc); } .label-2 { --label: light-dark(#b04a00, #ff9d57); }
.label-3 { --label: light-dark(#0a5bd3, #7fb2ff); } .label-4 { --label: light-dark(#8031b8, #cf9dff); } .label-5 { --label: light-dark(#00707a, #4fd3dc); }
.label-6 { --label: light-dark(#b3206f, #ff8cc6); } .label-7 { --label: light-dark(#6b6b00, #d6d35a); }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html, body { height: 100%; }
body { margin: 0; display: grid; grid-template-columns: 13rem minmax(24rem, 1fr) minmax(0, 23rem); background: var(--back); color: var(--ink); font: 14px/1.45 system-ui, sans-serif; }
body.no-view { grid-template-columns: 13rem 1fr; }
body.no-view aside { display: none; }
nav { display: flex; flex-direction: column; min-height: 0; background: var(--raised); border-right: 1px solid var(--line); }
nav h2 { margin: 0; padding: .8rem .9rem .6rem; font-size: 13px; display: flex; justify-content: space-between; }
nav h2 span, nav .folder { color: var(--soft); font-weight: normal; }
nav ol { list-style: none; margin: 0; padding: 0 .4rem; overflow-y: auto; flex: 1; }
nav .folder { margin: 0; padding: .5rem .9rem; font-size: 12px; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
nav button { display: grid; grid-template-columns: 1fr auto; gap: 0 .5rem; width: 100%; padding: .35rem .5rem; border: 0; border-radius: 6px; background: none; color: inherit; font: inherit; font-size: 13px; text-align: left; cursor: pointer; content-visibility: auto; contain-intrinsic-size: auto 32px; }
nav button:hover { background: var(--line); }
nav button[aria-current] { background: var(--back); box-shadow: 0 0 0 1px var(--line); font-weight: 600; }
nav .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
nav .count { color: var(--soft); font-size: 12px; font-weight: normal; font-variant-numeric: tabular-nums; }
nav .done .count { color: light-dark(#17703a, #5fd08a); } nav .problem .count { color: var(--bad); }
nav .meter { grid-column: 1 / -1; height: 3px; margin-top: 3px; border-radius: 2px; background: linear-gradient(to right, light-dark(#17703a, #5fd08a) calc(var(--share, 0) * 100%), var(--line) 0); }
main { display: flex; flex-direction: column; min-width: 0; min-height: 0; }
header { display: flex; align-items: baseline; gap: 1rem; padding: .7rem 1rem .3rem; }
h1 { margin: 0; font-size: 16px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
#counts { color: var(--soft); white-space: nowrap; }
#said { flex: 1; font-size: 13px; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
#state { white-space: nowrap; color: var(--soft); font-size: 13px; } #state.saved::before { content: '✓ '; } #state.lost, #state.refused { color: var(--bad); font-weight: 600; }
.labels { display: flex; flex-wrap: wrap; gap: .35rem; padding: .3rem 1rem .6rem; border-bottom: 1px solid var(--line); }
.labels button { display: flex; align-items: center; gap: .45rem; padding: .2rem .6rem .2rem .3rem; border: 1px solid color-mix(in srgb, var(--label) 45%, transparent); border-radius: 7px; background: color-mix(in srgb, var(--label) 11%, transparent); color: var(--label); font: inherit; font-size: 13px; font-weight: 600; cursor: pointer; }
.labels .count { color: var(--soft); font-weight: normal; font-variant-numeric: tabular-nums; }
kbd { display: inline-block; min-width: 1.5em; padding: 0 .35em; border: 1px solid var(--line); border-bottom-width: 2px; border-radius: 4px; background: var(--back); color: var(--ink); font: 12px/1.5 ui-monospace, monospace; text-align: center; }
#problem, #warning, #empty { margin: .6rem 1rem 0; padding: .5rem .7rem; border-radius: 6px; border: 1px solid var(--line); }
#problem { border-color: var(--bad); color: var(--bad); } #warning { border-color: var(--doubt); }
#blocks { flex: 1; min-height: 0; overflow-y: auto; padding: .4rem .5rem 40vh; outline: none; scroll-padding-block: 25vh 35vh; }
.group { content-visibility: auto; contain-intrinsic-size: auto 1900px; }
.row { display: grid; grid-template-columns: 6.2rem minmax(0, 1fr) auto 1rem; gap: 0 .7rem; align-items: baseline; margin: 2px 0; padding: .28rem .6rem .28rem .6rem; border-left: 4px solid var(--label); border-radius: 3px; background: color-mix(in srgb, var(--label) 11%, transparent); cursor: default; }
.row.hidden .text { opacity: .6; font-style: italic; }
.row .chip { color: var(--label); font-weight: 600; font-size: 13px; overflow: hidden; text-overflow: ellipsis; }
.row .text { overflow: hidden; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow-wrap: anywhere; }
.row .tag { margin-inline-end: .5em; color: var(--soft); font: 11px/1 ui-monospace, monospace; }
.row .doubt { color: var(--soft); font-size: 12px; font-variant-numeric: tabular-nums; white-space: nowrap; }
.row .done { font-weight: 700; text-align: center; color: light-dark(#17703a, #5fd08a); }
.row.reviewed .text { color: color-mix(in srgb, var(--ink) 72%, var(--back)); }
.row.unsure { box-shadow: inset -4px 0 light-dark(#f0a500, #f0b429); }
.row.unsure .doubt { color: var(--doubt); font-weight: 700; }
.row.unsure .done { color: var(--doubt); }
.row.selected { background: color-mix(in srgb, var(--label) 28%, transparent); outline: 1px solid var(--focus); outline-offset: -1px; }
.row.current { outline-width: 3px; outline-offset: -3px; }
footer { padding: .5rem 1rem; border-top: 1px solid var(--line); background: var(--raised); font-size: 12.5px; }
#keys { display: flex; flex-wrap: wrap; gap: .15rem .9rem; list-style: none; margin: 0; padding: 0; color: var(--soft); }
aside { min-width: 0; border-left: 1px solid var(--line); background: #fff; }
iframe { display: block; width: 100%; height: 100%; border: 0; background: #fff; color-scheme: light; }
button:focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
@media (max-width: 900px) { body { grid-template-columns: 11rem 1fr; } aside { display: none; } }
`;
