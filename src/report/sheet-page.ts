/**
 * Pages of sheets that were signed off: one sheet, on paper one page, with what has changed since above it on the
 * screen; and the list of all, those that want a look marked.
 */
import { WORDS } from './catalogue.js';
import { linkReferences, textLink } from './desk-links.js';
import { type DeskOptions } from './desk-pages.js';
import { safe, shortened } from './display-text.js';
import { draftWords, sourceWords } from './marked-words.js';
import { html, type Markup } from './markup.js';
import { findingBody } from './page-check.js';
import { frame } from './page-frame.js';
import { SHEET_STYLE, SHEET_STYLE_DIGEST } from './sheet-style.js';
import type { AnchorView, SheetLineView, SheetRow, SheetView, StirredView } from './sheet-view.js';
import { SHEET_WORDS as SAY } from './sheet-words.js';

const STYLE = { css: SHEET_STYLE, digest: SHEET_STYLE_DIGEST };

/** Words of a quotation on the sheet; the whole of it stands in the draft. */
const WORDS_SHOWN = 90;

/** Address of a sheet on the desk. */
export function sheetLink(reference: string): string {
  return `/sheets/${reference}`;
}

/** Draws one sheet. */
export function drawSheetPage(view: SheetView, options: DeskOptions = {}): string {
  const { stirred, later, numbers, check } = view;
  const main = html`<main id="sheet">
<h1 dir="auto">${safe(view.title)}</h1>
<p class="signed"><b>${safe(view.signed)}</b> · ${WORDS.quotations(check.quotations)} · <code>${view.reference}</code>${
    view.earlier !== null && html` · ${SAY.earlier} <a href="${sheetLink(view.earlier)}">${view.earlier}</a>`
  }</p>
${later !== null && html`<p class="banner">${SAY.superseded('')} <a href="${sheetLink(later)}">${later}</a></p>`}
<div class="standing${numbers.length > 0 ? ' look' : ''}" role="status"><b>${
    numbers.length > 0 ? SAY.stirredSince(numbers) : `${SAY.asSigned}.`
  }</b><p class="small">${SAY.checkedAgain(view.coverage)} ${WORDS.notHeld}</p></div>
${stirred.length > 0 && html`<section class="sheet"><h2>${SAY.changes}</h2>${stirred.map(drawStirred)}</section>`}
<section class="sheet" aria-label="${WORDS.findings}">
<ul class="strip">${check.strip.map(
    ({ mark, tone, count, words }) =>
      html`<li class="${tone}"><span class="mark" aria-hidden="true">${mark}</span>${count} ${words}</li>`,
  )}${check.apartCounts !== null && html`<li>${check.apartCounts}</li>`}</ul>
<table class="rows"><thead><tr>${SAY.columns.map((words, i) => html`<th class="c${i}" scope="col">${words}</th>`)}</tr></thead><tbody>${view.rows.map(drawRow)}</tbody></table>
</section>
<section class="sheet"><h2>${SAY.open}</h2>${
    view.open.length === 0
      ? html`<p class="list">${SAY.nothingOpen}</p>`
      : html`<ul class="list">${view.open.map((item) => html`<li>${item}</li>`)}</ul>`
  }${view.note !== '' && html`<h2>${SAY.note}</h2><p class="list" dir="auto">${safe(view.note)}</p>`}</section>
<section class="sheet textof"><details><summary>${SAY.draft}</summary>${check.paragraphs.map(
    ({ runs }) => html`<p dir="auto">${runs.map(({ text }) => safe(text))}</p>`,
  )}</details></section>
<div class="foot"><p>${SAY.coverageThen(check.coverage)}</p><p>${safe(view.rules)} ${SAY.kept(`sha256:${view.digest}`)}</p></div>
</main>`;
  const { trouble: _, ...rest } = options;
  return linkReferences(frame(view.title, main, { ...rest, style: STYLE, skip: '#sheet' }));
}

function drawRow(row: SheetRow): Markup {
  const { n, mark, tone, title, context, quotation, anchors, decided, open, now } = row;
  const name = (i: number): Markup => html` data-name="${SAY.columns[i]!}"`;
  return html`<tr${now !== null && html` class="stirred"`} id="r${n}"><td class="c0">${n}</td><td class="c1 ${tone}"><span class="mark" aria-hidden="true">${mark}</span>${title}${context.length > 0 && html`<span class="who2">! ${context.join(', ')}</span>`}</td><td class="c2" dir="auto">“${shortened(safe(quotation), WORDS_SHOWN)}”</td><td class="c3">${anchors.map(
    (at) => html`<a href="${textLink(at.version, at)}">${at.version}:${at.start}</a> `,
  )}</td><td class="c4">${
    decided === null
      ? open && html`<span class="openmark">${SAY.isOpen}</span>`
      : html`${safe(decided.what)}<span class="who2">${safe(decided.who)}</span>`
  }</td><td class="c5"${name(5)}>${
    now === null
      ? html`<span class="same">${SAY.unchanged}</span>`
      : html`<a href="#s${n}" class="${now.tone}"><span class="mark" aria-hidden="true">${now.mark}</span>${now.words}</a>`
  }</td></tr>`;
}

function drawStirred({ signed, today, what, anchors }: StirredView): Markup {
  return html`<article class="stirred-item" id="s${today.n}"><h3 class="turned"><b>${today.n}</b><span class="${signed.tone}"><span class="mark" aria-hidden="true">${signed.mark}</span>${SAY.signedAs}: ${signed.title}</span><span class="arrow" aria-hidden="true">→</span><span class="${today.tone}"><span class="mark" aria-hidden="true">${today.mark}</span>${SAY.today}: ${today.title}</span></h3>
<p class="small">${what}</p><p class="said" dir="auto">“${safe(today.quotation)}”</p>
${anchors.map(drawAnchor)}
<details><summary>${SAY.finding}</summary>${findingBody(today)}</details></article>`;
}

function drawAnchor({ says, signed, newest, pairs, at }: AnchorView): Markup {
  const where = at !== null && newest !== null && html` <a href="${textLink(newest, at)}">${newest}</a>`;
  return html`<p class="banner">${says}${pairs === null && where}</p>${
    pairs !== null &&
    html`<dl class="pair"><dt>${SAY.sourceThen}</dt><dd dir="auto">${draftWords(pairs)}</dd><dt></dt><dd class="from"><code>${signed}</code></dd><dt>${SAY.sourceNow}</dt><dd dir="auto">${sourceWords(pairs)}</dd><dt></dt><dd class="from">${where}</dd></dl>`
  }`;
}

/** Draws the list of sheets; `older` leads on to those before. */
export function drawSheetsPage(
  sheets: readonly SheetLineView[],
  older: string | null,
  options: DeskOptions = {},
): string {
  const name = (i: number): Markup => html` data-name="${SAY.listColumns[i]!}"`;
  const main = html`<main id="sheets">
<h1>${SAY.sheets}</h1><p class="sub">${SAY.sheetsHelp}</p>
<section class="sheet">${
    sheets.length === 0
      ? html`<p>${SAY.none}</p>`
      : html`<table class="list-table"><thead><tr>${SAY.listColumns.map((words) => html`<th scope="col">${words}</th>`)}</tr></thead><tbody>${sheets.map(
          ({ reference, title, by, at, note, quotations, open, today, look, later }) =>
            html`<tr><td>${at}</td><td class="title"><a href="${sheetLink(reference)}" dir="auto">${safe(title)}</a>${note !== '' && html` <span class="small" dir="auto">${shortened(safe(note), 80)}</span>`}</td><td${name(2)}>${safe(by)}</td><td${name(3)}>${quotations}</td><td${name(4)}>${open}</td><td class="${look ? 'look' : later === null ? 'same' : 'replaced'}">${look && html`<span class="mark" aria-hidden="true">!</span>`}${today}${later !== null && html` (<a href="${sheetLink(later)}">${later}</a>)`}</td><td><code>${reference}</code></td></tr>`,
        )}</tbody></table>`
  }${older !== null && html`<p><a href="${older}">${SAY.older}</a></p>`}</section>
</main>`;
  const { trouble: _, ...rest } = options;
  return frame(SAY.sheets, main, { ...rest, style: STYLE, skip: '#sheets' });
}
