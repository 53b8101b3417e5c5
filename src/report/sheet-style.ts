/** What the pages of sheets that were signed off need beside the style of all pages. */

/** Content-security-policy source of SHEET_STYLE; test/report says the right one when it has changed. */
export const SHEET_STYLE_DIGEST = 'sha256-OuKy6OTRE+tVUPc6i/mkdS6RWEk75bd4S2qLe8LIUiU=';

export const SHEET_STYLE = `
main > .sheet { margin: 0 0 1.2rem } .signed { font-size: .95rem; color: var(--soft); margin: 0 0 1rem } .signed b { color: var(--ink) }
.standing { padding: .55rem .95rem; border-radius: 6px; background: var(--wash); border-left: 3px solid var(--exact); margin: 0 0 1.2rem } .standing.look { border-left-color: var(--wrong) } .standing b { font-weight: 650 } .standing .small { margin: .1rem 0 0 }
.rows { table-layout: fixed } .rows td { font-size: .93rem } .rows .c0 { width: 3.2rem } .rows .c1 { width: 13% } .rows .c3 { width: 7.5rem } .rows .c4 { width: 21% } .rows .c5 { width: 12% } .rows td.c2 { font-family: var(--serif); font-size: 1rem } .rows th { border-bottom-color: var(--soft) } .rows .who2 { display: block; font-size: .82rem; color: var(--faint) }
.rows tr.stirred td { background: linear-gradient(var(--lit), var(--lit)) } .rows .same { color: var(--faint) } .rows .openmark { color: var(--wrong); font-weight: 650 } .rows a { white-space: nowrap }
.turned { display: flex; flex-wrap: wrap; gap: .2rem .7rem; align-items: baseline } .turned .arrow { color: var(--faint) }
.stirred-item { border-top: 1px solid var(--rule); padding: .95rem 0 1rem } .stirred-item:first-of-type { border-top: 0; padding-top: 0 } .stirred-item > details > summary { color: var(--soft); font-size: .9rem }
.stirred-item > .said { font: 1.02rem/1.6 var(--serif); margin: .3rem 0 .4rem }
.textof p { font: 1.05rem/1.7 var(--serif); margin: 0 0 .8em } .foot { color: var(--faint); font-size: .8rem } .foot p { margin: .15rem 0 }
.list-table .look { color: var(--wrong); font-weight: 650 } .list-table .replaced { color: var(--faint) } .list-table th { white-space: nowrap } .list-table td { font-size: .95rem } .list-table td + td + td { white-space: nowrap } .list-table .title a { font: 1.02rem/1.4 var(--serif) }
.actions { display: flex; gap: .6rem; flex-wrap: wrap; margin: 0 0 1.2rem }
@media screen and (max-width: 820px) {
  .rows thead, .list-table thead { display: none } .rows, .rows tbody, .rows tr, .rows td, .list-table, .list-table tbody, .list-table tr, .list-table td { display: block; width: auto !important; border: 0; padding: .05rem 0 } .rows tr, .list-table tr { border-bottom: 1px solid var(--rule); padding: .55rem 0 } .rows td.c0, .rows td.c1 { display: inline-block; padding-right: .4rem } .rows td:empty { display: none }
  .rows td[data-name]::before, .list-table td[data-name]::before { content: attr(data-name) ": "; color: var(--faint); font: .8rem var(--sans) } .rows tr.stirred td { background: none } .rows tr.stirred { background: var(--lit); margin: 0 -.5rem; padding: .55rem .5rem }
}
@media print {
  h1 { font-size: 13pt; margin: 0 } .signed { font-size: 8.5pt; margin: 0 0 2mm } .standing { padding: 1mm 3mm; margin: 0 0 2.5mm; background: none; border: 1px solid var(--rule); border-left: 3px solid #000; font-size: 8.5pt } .standing .small { font-size: 7.5pt } .strip { font-size: 8pt; margin-bottom: 2.5mm; padding: 1mm 2.5mm }
  main > .sheet { margin: 0 0 3mm } .sheet h2 { font-size: 9.5pt; margin: 0 0 1mm } .rows td, .rows td.c2 { font-size: 7.6pt; line-height: 1.28; padding: .8mm 1.2mm .8mm 0 } .rows th { font-size: 7pt; padding: .5mm 1mm .5mm 0 } .rows .who2 { font-size: 6.8pt; color: #333 } .rows .c0 { width: 10mm } .rows .c3 { width: 17mm } .rows code { font-size: 6.6pt } .rows tr { break-inside: avoid } .rows tr.stirred td { background: none; font-weight: 600 }
  .banner, .stirred-item .small, .turned { font-size: 8pt } .stirred-item > .said { font-size: 9pt; margin: .5mm 0 } .list { font-size: 8pt; line-height: 1.35 } .list li { margin: 0 } .stirred-item { padding: 1.5mm 0 } .stirred-item > details, .textof, .actions { display: none } .foot { font-size: 6.8pt } .mark { border-width: 1px }
}
`;
