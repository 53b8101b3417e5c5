/** What the page of accounts needs beside the style of all pages: columns for sides, the line of the clock, bars. */

/** Content-security-policy source of ACCOUNTS_STYLE; test/report says the right one when it has changed. */
export const ACCOUNTS_STYLE_DIGEST = 'sha256-WKg4prcRZz9cYH4vnzk7LMCooXu5rHsDplzCEJyc2xk=';

export const ACCOUNTS_STYLE = `
.enc { table-layout: fixed; width: 100% }
.enc th { padding: .35rem .8rem } .enc td { padding: .6rem .8rem; border-bottom: 0; border-top: 1px solid var(--rule) }
.enc .kind { width: 9.5rem; font: 600 .84rem/1.5 var(--sans); color: var(--soft) } .enc td.kind .tone { display: block; font-weight: 400; color: var(--faint) }
.enc tr.different td.kind .tone { color: var(--altered) } .enc tr.alike td.kind .tone { color: var(--exact) }
.enc td.said { font: 1rem/1.6 var(--serif) } .enc td.said p { margin: 0 0 .35rem } .enc td.said p:last-child { margin-bottom: 0 }
.enc td.no { color: var(--faint); font-style: italic } .enc .near { font: .88rem/1.5 var(--sans); font-style: normal; display: block; margin-top: .2rem; padding: 0; border: 0 }
.enc td.no.said { font-style: italic }
.enc tr.more td { border-top-style: dotted }
.enc .notes td { border-top: 0; padding-top: 0; font-size: .86rem; color: var(--soft) } .enc .notes b { font-weight: 600; color: var(--altered) } .enc .notes details { color: var(--faint) }
.strip li.long { white-space: normal }
.u { font: .74rem var(--mono); color: var(--faint); margin-right: .35em }
.tell { background: none; color: inherit; font-weight: 650; border-bottom: 2px solid var(--altered) }
.common { border-bottom: 1px dotted var(--faint) }
.solo { color: var(--ins); background: var(--ins-bg); text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 3px }
.clock { list-style: none; margin: 0; padding: 0 } .clock li { display: grid; grid-template-columns: 5.2rem minmax(0, 1fr); gap: 0 .9rem; padding: .3rem 0; border-left: 2px solid var(--rule); padding-left: 1rem; position: relative }
.clock li::before { content: ""; position: absolute; left: -6px; top: .75rem; width: 10px; height: 10px; border-radius: 50%; background: var(--ink) } .clock li.edited::before { background: var(--sheet); border: 2px solid var(--altered) } .clock li.begins::before, .clock li.ends::before { background: var(--faint) }
.clock time { font-weight: 650 } .clock .small { display: block; margin: 0 }
.clockline, .ladder { display: block; width: 100%; height: auto; margin: 0 0 .8rem } .clockline line, .ladder line { stroke: var(--rule); stroke-width: 2 } .ladder line { stroke: var(--soft); stroke-width: 1.2 } .ladder line.cross { stroke: var(--altered) }
.clockline text, .ladder text { font: 11.5px var(--sans); fill: var(--soft) } .clockline .h, .ladder .h { font-weight: 650; fill: var(--ink) } .clockline circle { fill: var(--ink) } .clockline .edited { fill: var(--sheet); stroke: var(--altered); stroke-width: 2 } .clockline .begins, .clockline .ends { fill: var(--faint) } .ladder .lone { fill: var(--faint); font-style: italic }
.bar2 { display: block; width: 100%; max-width: 12rem; height: .5rem } .bar2 rect { fill: var(--second) } .bar2 .all { fill: var(--wash) }
.topics td, .facts td, .topics th, .facts th { padding: .28rem .8rem .28rem 0 } .topics .c { white-space: nowrap; color: var(--soft); font-size: .86rem }
.halves { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1.2rem; align-items: start } .halves section.sheet { margin: 0 0 1.2rem } .halves h2:not(:first-child) { margin-top: 1.3rem } main > section.sheet { margin: 0 0 1.2rem }
.facts th, .topics th { overflow-wrap: normal } .keys { font-size: .86rem; color: var(--soft); margin: 0 0 .6rem }
@media screen and (min-width: 821px) { .clock { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .2rem 1.5rem } .clock li { border-left: 0; padding-left: 1.1rem } .clock li::before { left: 0 } }
.given { border-top: 1px solid var(--rule); padding: .75rem 0 } .given:first-of-type { border-top: 0 } .given .said { font: 1.02rem/1.6 var(--serif); margin: 0 0 .2rem } .given .verdict { margin: 0; font-weight: 600 } .given.absent .verdict { color: var(--altered) } .given.present .verdict, .given.worded .verdict { color: var(--exact) }
.acts { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin: 0; padding: 0; list-style: none; font-size: .9rem } .acts b { font-weight: 600 }
@media screen and (max-width: 820px) {
  .halves { grid-template-columns: minmax(0, 1fr); gap: 0 } .clockline, .ladder { display: none }
  .enc, .enc tbody, .enc tr, .enc td { display: block; width: auto } .enc thead { display: none }
  .enc td { border-top: 0; padding: .25rem 0 } .enc td.kind { width: auto; border-top: 2px solid var(--rule); padding-top: .6rem } .enc tr.more td.kind { border-top: 1px dotted var(--rule) } .enc td.kind .tone { display: inline; margin-left: .5rem } .enc tr.more td.kind .tone { margin-left: 0 }
  .enc td[data-side]::before { content: attr(data-side); display: block; font: 600 .76rem/1.5 var(--sans); color: var(--faint) } .enc .notes td { padding-bottom: .5rem } .enc .notes .kind { display: none }
  .sheet { overflow-x: auto } .topics .c { white-space: normal }
}
@media print {
  .enc .near { font-size: 7.5pt } .acts, .topics .c { font-size: 8pt } .topics th, .facts th, .topics td, .facts td { padding: .6mm 2mm .6mm 0 } .bar2 { height: 1.2mm } .clock { margin-bottom: 2mm } .clock li { padding: .5mm 0 .5mm 4mm } .given .said { font-size: 10pt } .keys { font-size: 8pt; break-after: avoid }
  .halves { display: grid; gap: 6mm } .halves section.sheet { margin: 0 0 4mm }
  .enc td { padding: 1.2mm 2mm } .enc td.said { font-size: 9.5pt; line-height: 1.45 } .enc .kind { width: 26mm; font-size: 8.5pt } .enc .notes td { font-size: 8pt; padding-top: 0 }
  .enc tr { break-inside: avoid } .enc tr.main:has(+ .notes) { break-after: avoid } .clockline text, .ladder text { fill: #333 } .solo { background: none } .enc .notes details { display: none }
  .ladder { max-width: 84mm } h2 { break-after: avoid } .given { break-inside: avoid }
}
`;
