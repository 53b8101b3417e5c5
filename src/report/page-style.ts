/**
 * The look of all pages: quiet paper, dark ink, serif for what was said, sans for what we say about it; colour only
 * where something wants attention, and a mark or a line beside every colour. Wide, narrow, light, dark and on paper.
 */

/** Content-security-policy source of STYLE; test/report says the right one when STYLE has changed. */
export const STYLE_DIGEST = 'sha256-hEszIchstanip25NPrMdTx4YcU+EQdgkuGEb0+5qOUU=';

export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf6; --sheet: #fff; --ink: #1d1c19; --soft: #5a574f; --faint: #716d63; --rule: #e0dbcf; --wash: #f3f0e8;
  --link: #1b4f8a; --exact: #2c6e49; --form: #66651f; --altered: #a2440a; --stitched: #7a2e86; --wrong: #a31d2b;
  --second: #445473; --missing: #5f5b52; --ins: #0f5132; --ins-bg: #e3f1e6; --del: #8c1c1c; --del-bg: #f9e6e3;
  --move: #5a3d8a; --lit: #fff3c4;
  --serif: "Source Serif 4", "Iowan Old Style", Charter, "Bitstream Charter", Georgia, "Noto Serif", "Liberation Serif", serif;
  --sans: Inter, system-ui, "Segoe UI", "Noto Sans", sans-serif;
  --mono: ui-monospace, "DejaVu Sans Mono", monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #171613; --sheet: #1f1e1a; --ink: #ece8dd; --soft: #bab4a7; --faint: #989285; --rule: #38352e; --wash: #26241f;
    --link: #8ab8ee; --exact: #7cc79a; --form: #c9c46a; --altered: #f0a065; --stitched: #d59be0; --wrong: #f28b91;
    --second: #a9b9d9; --missing: #b0aa9d; --ins: #9fe0b6; --ins-bg: #17351f; --del: #f5aaa2; --del-bg: #43201d;
    --move: #c5aef0; --lit: #4d411a;
  }
}
*, *::before, *::after { box-sizing: border-box }
html { scroll-padding: 1rem; -webkit-text-size-adjust: 100% }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 var(--sans); overflow-wrap: anywhere }
a { color: var(--link); text-underline-offset: .15em }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.skip { position: absolute; left: -999px } .skip:focus { left: 1rem; top: .5rem; background: var(--sheet); padding: .4rem .8rem; z-index: 2 }
.bar { display: flex; flex-wrap: wrap; gap: .3rem 1.5rem; align-items: baseline; padding: .65rem 1.5rem; border-bottom: 1px solid var(--rule); background: var(--sheet) }
.bar .name { font: 600 1.15rem var(--serif); letter-spacing: .01em; color: inherit; text-decoration: none }
.bar nav { order: 1; flex-basis: 100%; display: flex; flex-wrap: wrap; gap: .2rem 1.1rem } .bar nav a.begins:not(:first-child) { margin-left: 1.1rem }
.bar nav a { color: var(--soft); text-decoration: none; border-bottom: 2px solid transparent } .bar nav a:hover { border-color: var(--rule) }
.bar nav a[aria-current] { color: var(--ink); border-color: var(--ink) }
.bar .cover { color: var(--faint); font-size: .82rem; margin-left: auto }
main { padding: 1.3rem 1.5rem 3rem; max-width: 1440px; margin: 0 auto }
h1 { font: 600 1.55rem/1.25 var(--serif); margin: 0 0 .3rem; text-wrap: balance }
h2 { font: 600 1.05rem/1.3 var(--serif); margin: 0 0 .6rem }
h3 { font: inherit; margin: 0 }
.sub { color: var(--soft); margin: 0 0 1rem }
.strip { display: flex; flex-wrap: wrap; gap: .4rem 1.3rem; padding: .65rem .95rem; background: var(--wash); border-radius: 6px; margin: 0 0 1.2rem; align-items: baseline; list-style: none }
.strip .verdict { font-weight: 650 } .strip li { white-space: nowrap }
.mark { display: inline-block; min-width: 1.55em; text-align: center; font: 600 .8em/1.5 var(--sans); border: 1.5px solid currentColor; border-radius: 4px; margin-right: .4em; padding: 0 .15em }
.exact, .marked { --tone: var(--exact) } .form { --tone: var(--form) } .altered { --tone: var(--altered) } .stitched { --tone: var(--stitched) }
.wrong { --tone: var(--wrong) } .second { --tone: var(--second) } .missing { --tone: var(--missing) }
.mark, .status { color: var(--tone, var(--soft)) }
.missing > .mark, .missing .head .mark, .missing > summary .mark { border-style: dashed }
.cols { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.05fr); gap: 1.4rem; align-items: start }
.sheet { background: var(--sheet); border: 1px solid var(--rule); border-radius: 8px; padding: 1.15rem 1.4rem }
.sheet + .sheet { margin-top: 1.2rem }
.draft .text { font: 1.08rem/1.75 var(--serif) } .draft .text p { margin: 0 0 .85em } .draft .text p:last-child { margin: 0 }
.q { color: inherit; text-decoration: none; border-bottom: 2px solid var(--tone); padding-bottom: 1px; -webkit-box-decoration-break: clone; box-decoration-break: clone }
.q.exact, .q.marked { border-bottom-width: 1px } .q.form, .q.second { border-bottom-style: dotted } .q.missing { border-bottom-style: dashed }
.q.stitched { border-bottom: 4px double var(--tone) } .q.wrong { border-bottom-width: 3px } .q.apart { border-bottom: 1px dotted var(--faint) }
.q:hover, .q:target { background: var(--lit) }
.num { font: 600 .66em/1 var(--sans); vertical-align: .45em; margin-left: .15em; color: var(--tone, var(--faint)); text-decoration: none; white-space: nowrap }
.finding { border-top: 1px solid var(--rule); padding: .95rem 0 1rem } .finding:first-of-type { border-top: 0; padding-top: 0 }
.finding:target { background: linear-gradient(90deg, var(--lit), transparent 12rem); box-shadow: -.7rem 0 0 var(--lit) }
.head { display: flex; gap: .2rem .6rem; align-items: baseline; flex-wrap: wrap }
.head .status { font-weight: 650 } .head a { text-decoration: none; font-weight: 650; color: var(--tone) } .head .where { color: var(--faint); font-size: .82rem; margin-left: auto }
.flag { font-size: .78rem; border: 1px solid var(--rule); border-radius: 99px; padding: .02rem .6rem; color: var(--soft); white-space: nowrap } .flag::before { content: "! "; color: var(--altered); font-weight: 700 }
.who { color: var(--soft); margin: .15rem 0 0 }
.banner { background: var(--wash); border-left: 3px solid var(--altered); padding: .35rem .75rem; margin: .45rem 0 0; font-size: .93rem }
.banner::before { content: "! "; color: var(--altered); font-weight: 700 }
.pair { display: grid; grid-template-columns: 5rem minmax(0, 1fr); gap: .2rem .9rem; margin: .6rem 0 .35rem } .pair dt { font: .78rem/1.7rem var(--sans); color: var(--faint); text-align: right } .pair dd { margin: 0; font: 1.02rem/1.7rem var(--serif) }
.pair dd.from { font: .84rem/1.45 var(--sans); color: var(--soft); margin-bottom: .35rem }
.ctx { color: var(--faint) }
del + ins { margin-left: .3em }
ins { color: var(--ins); background: var(--ins-bg); text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 3px }
del { color: var(--del); background: var(--del-bg); text-decoration: line-through }
.gap { color: var(--del); font-weight: 700 }
.moved { color: var(--move); border-bottom: 2px dashed var(--move) } .moved::before { content: "⇄ "; font-size: .8em }
.wrote { border-bottom: 1px dotted var(--form) } .edit { color: var(--exact); border-bottom: 1px solid var(--exact) }
.shared { background: none; color: inherit; font-weight: 600; border-bottom: 1px solid var(--faint) }
.src, .small { font-size: .86rem; color: var(--soft); margin: .3rem 0 0 } .note { font-size: .93rem; margin: .35rem 0 0 }
code { font: .8rem var(--mono); color: var(--soft); white-space: nowrap }
.rule { font-size: .78rem; color: var(--faint); margin: .3rem 0 0 }
.near { margin: .5rem 0 0; padding: 0; list-style: none } .near li { padding: .4rem 0 .4rem .9rem; border-left: 2px solid var(--rule); margin-top: .4rem } .near .said { font: .98rem/1.6 var(--serif); margin: 0 }
details.brief { border-top: 1px solid var(--rule); padding: .5rem 0 } details.brief summary { cursor: pointer; list-style: none; display: flex; gap: .2rem .6rem; align-items: baseline }
details.brief summary::-webkit-details-marker { display: none } details.brief summary::after { content: "+"; color: var(--faint); margin-left: auto } details.brief[open] summary::after { content: "–" }
details.brief .said { font-family: var(--serif); flex: 1 1 0; min-width: 0 } details.brief .num2 { color: var(--tone); font-weight: 650 } details.brief > summary { min-height: 1.75rem }
.list { margin: 0; padding: 0 0 0 1.1rem } .list li { margin: .2rem 0 }
.legend { list-style: none; margin: .6rem 0 0; padding: 0; font-size: .9rem } .legend li { margin: .3rem 0 } summary { cursor: pointer }
.signoff { display: none }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid var(--rule) } th { font: 600 .8rem var(--sans); color: var(--soft) }
.ready { margin: 1.6rem 0 0 } form .field { margin: 0 0 1rem } label { display: block; font-weight: 600; margin: 0 0 .3rem } label .help { font-weight: 400; color: var(--soft) }
textarea { width: 100%; min-height: 18rem; font: 1.05rem/1.65 var(--serif); color: var(--ink); background: var(--sheet); border: 1px solid var(--faint); border-radius: 6px; padding: .8rem 1rem; resize: vertical }
input[type=file] { font: inherit; max-width: 100%; color: var(--soft) }
button { font: 600 1rem var(--sans); color: var(--sheet); background: var(--ink); border: 0; border-radius: 6px; padding: .6rem 1.5rem; cursor: pointer } button:hover { background: var(--link) }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 1.2rem }
.narrow { max-width: 46rem }
.redline { font: 1.05rem/1.75 var(--serif) } .redline p { margin: 0 0 .85em } .finding > .said { font: 1rem/1.6 var(--serif); margin: .3rem 0 0 }
@media screen and (min-width: 821px) {
  .cols > .draft { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow: auto }
}
@media (max-width: 820px) {
  main { padding: 1rem } .bar { padding: .6rem 1rem } .bar nav { gap: .2rem .9rem } .bar nav a.begins:not(:first-child) { margin-left: 0 }
  .cols, .two { grid-template-columns: minmax(0, 1fr) } .sheet { padding: 1rem } .head .where { margin-left: 0 }
  .pair { grid-template-columns: minmax(0, 1fr); gap: 0 } .pair dt { text-align: left } .strip { gap: .35rem 1rem }
}
@media print {
  @page { margin: 16mm 15mm 18mm }
  html, body { background: #fff } body { font-size: 9pt; line-height: 1.4 } main { padding: 0; max-width: none }
  .bar { padding: 0 0 2mm; background: none } .bar nav, .skip { display: none }
  .cols, .two { display: block } .sheet { border: 0; padding: 0; border-radius: 0; margin: 0 0 6mm; background: none }
  .strip, .banner { background: none; border: 1px solid var(--rule) } .banner { border-left: 3px solid var(--altered) }
  h1 { font-size: 15pt } .strip { padding: 1.5mm 3mm; gap: 1mm 4mm; margin-bottom: 4mm } .draft .text, .redline { font-size: 10.5pt; line-height: 1.5 }
  .pair { grid-template-columns: 17mm minmax(0, 1fr); gap: .5mm 3mm; margin: 1.5mm 0 1mm } .pair dt { text-align: right; font-size: 8pt; line-height: 13pt } .pair dd, .near .said, .said { font-size: 10pt; line-height: 13pt } .pair dd.from, .src, .small, .note { font-size: 8.5pt; line-height: 1.35 }
  .finding { padding: 2.5mm 0 } .banner { padding: .8mm 2mm; margin: 1mm 0 0 } .head .where { margin-left: auto }
  details.brief, .near li, tr, .pair dd, .banner { break-inside: avoid } h1, h2, .head, .who, .banner, .pair dt { break-after: avoid } .pair dd.from { break-before: avoid } p { orphans: 3; widows: 3 }
  .head .status, .head a, .mark { color: #000 } ins, del, .q:target { background: none } .finding:target { background: none; box-shadow: none }
  details.brief summary::after { content: none }
  a[href^="http"]::after { content: " <" attr(href) ">"; font: .8em var(--mono); overflow-wrap: anywhere }
  a { color: inherit }
  .signoff { display: block; break-before: page } .key::details-content { content-visibility: visible; height: auto } .key summary { list-style: none } .signoff table { table-layout: fixed } .signoff th, .signoff td { overflow-wrap: break-word; padding: 1mm 2mm 1mm 0 } .signoff td { height: 7mm } .signoff .lines { break-inside: avoid } .also a::after { content: none !important } .signoff .c0 { width: 9mm } .signoff .c1 { width: 32mm } .signoff .c3 { width: 16mm } .signoff .c4 { width: 34mm } .signoff .c5 { width: 14mm } .signoff .c6 { width: 14mm } .signoff th { border-bottom-color: #000 } .signoff .line { border-bottom: 1px solid #000; height: 11mm; padding-top: 5mm }
}
`;
