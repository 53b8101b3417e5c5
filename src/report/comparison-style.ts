/** What the pages that compare records need beside the style of all pages. */

/** Content-security-policy source of COMPARISON_STYLE; test/report says the right one when it has changed. */
export const COMPARISON_STYLE_DIGEST = 'sha256-VHVDrzml1eBfuYAaf+iUOMA2AgcygsWuxtj8WtMPq0s=';

export const COMPARISON_STYLE = `
.sides { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: .3rem 1.4rem; margin: .3rem 0 1rem } .sides div { display: flex; gap: .7rem; align-items: baseline } .sides dt { color: var(--faint); font-size: .82rem; flex: none } .sides dd { margin: 0; min-width: 0 } .sides .about { color: var(--soft); margin-left: .4rem } .sides .rule { display: block; font: italic .98rem/1.45 var(--serif); color: var(--soft); margin: 0 }
.strip .fold, .strip .fold a { color: var(--faint); white-space: normal }
.remarks { list-style: none; margin: 0 0 1.2rem; padding: 0 }
.folded details { margin: .35rem 0 } .folded .list { font: .98rem/1.5 var(--serif) }
.redline p { overflow-wrap: break-word }
.versions { table-layout: fixed } .versions .at { width: 2.6rem } .versions thead th { position: sticky; top: 0; background: var(--sheet); border-bottom: 2px solid var(--soft); font-size: .82rem } .versions thead b { color: var(--ink); margin-right: .3rem }
.versions .ctxrow td { border-bottom: 0; padding-bottom: 0 } .versions .ctxrow th { font: 650 .95rem var(--sans); padding-top: .7rem } .versions .ctxrow th a { color: var(--altered); text-decoration: none } .versions .ctxrow td { padding-top: .7rem } .versions .ctxrow:target + .cells td, .versions .ctxrow:target td { background: var(--lit) }
.versions .ctx { font: .95rem/1.5 var(--serif); margin: .15rem 0 0 } .versions .ctx b { color: var(--altered); font-weight: 400 } .versions .where { color: var(--soft); font-size: .84rem }
.versions .cells td { font: 1rem/1.5 var(--serif) } .versions .cells .as, .versions .none { color: var(--faint); font: italic .86rem/1.7 var(--sans) } .versions .class { display: block; font: .78rem/1.5 var(--sans); color: var(--faint) }
@media screen and (max-width: 820px) {
  .sides { grid-template-columns: minmax(0, 1fr) }
  .versions thead { display: none } .versions, .versions tbody, .versions tr, .versions td, .versions th { display: block; width: auto } .versions .ctxrow th { float: left; border: 0; padding-right: .6rem } .versions .ctxrow td { padding-left: 0; padding-right: 0 } .versions .cells { border-bottom: 1px solid var(--rule); padding: .2rem 0 .6rem } .versions .cells td { border: 0; padding: .1rem 0 .1rem 1.6rem; position: relative } .versions .cells td::before { content: attr(data-v); position: absolute; left: 0; font: 600 .82rem/1.8 var(--sans); color: var(--faint) } .versions .class { display: inline; margin-left: .5rem }
}
@media print {
  .sides { font-size: 9pt; gap: 1mm 6mm; margin-bottom: 3mm } .sides .rule { font-size: 9pt } .remarks { margin-bottom: 4mm } .remarks .banner { font-size: 9.5pt }
  .strip .fold a::after { content: none } .folded h2 { break-after: avoid }
  .versions thead th { position: static; font-size: 8pt } .versions .at { width: 8mm } .versions tr { break-inside: avoid } .versions .ctxrow { break-after: avoid } .versions .ctxrow th { font-size: 9pt } .versions .where, .versions .class, .versions .cells .as, .versions .none { font-size: 7.5pt; line-height: 1.4 } .versions .ctx { font-size: 8.5pt; line-height: 1.35 } .versions .cells td { font-size: 9.5pt; line-height: 1.35 } .versions th, .versions td { padding: .8mm 2mm .8mm 0 } .versions .ctxrow th a { color: #000 } .versions .flag { font-size: 7pt; padding: 0 1.2mm }
}
`;
