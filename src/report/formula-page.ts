/** A formula through time as one self-contained page. No script: the chart is SVG, with its numbers as a table. */
import { FORMULA_WORDS as SAY } from './age-words.js';
import { type ApparatusView, type CellView, letterOf } from './apparatus-view.js';
import { drawChart } from './chart.js';
import type { Asked } from './desk-forms.js';
import { textLink } from './desk-links.js';
import { safe } from './display-text.js';
import { FORMULA_STYLE, FORMULA_STYLE_DIGEST } from './formula-style.js';
import type { CountView, FormulaView, KwicView } from './formula-view.js';
import { html, type Markup } from './markup.js';
import { frame, type FrameOptions } from './page-frame.js';

/** How a served page was asked for: its concordance can be sorted anew, and its places lead into their texts. */
export interface FormulaDesk {
  readonly asked: Asked;
}

/** Draws the view as a page: HTML text that needs nothing else, and prints well. */
export function drawFormulaPage(
  view: FormulaView,
  options: FrameOptions = {},
  desk: FormulaDesk | null = null,
): string {
  const main = html`<main>
<h1 dir="auto">${SAY.title(safe(view.phrase))}</h1>
${
  view.none
    ? html`<section class="sheet" id="findings"><p>${SAY.none}</p><p class="small">${view.searched}</p></section>`
    : html`<ul class="strip">${view.headline.map((words) => html`<li>${words}</li>`)}</ul>
<section class="sheet" id="findings"><h2>${SAY.timeline}</h2>${drawTimeline(view)}<dl class="facts">${view.facts.map(
        ({ name, words, reference }) =>
          html`<dt>${name}</dt><dd>${safe(words)}${reference !== null && html` <code>${reference}</code>`}</dd>`,
      )}</dl></section>
${view.apparatus && html`<section class="sheet"><h2>${SAY.readings}</h2><p class="small">${SAY.readingsHelp}</p>${drawApparatus(view.apparatus, view.counts)}</section>`}
<div class="two-up"><div>${counts(SAY.speakers, view.speakers)}${counts(SAY.bodies, view.bodies)}</div><div>${counts(SAY.longer, view.longer, SAY.longerHelp)}</div></div>
<section class="sheet" id="concordance"><h2>${SAY.concordance}: ${view.concordance}</h2>${desk !== null && sortLinks(desk)}<div class="scroll"><table class="kwic"><tbody>${view.rows.map((row, i) => drawKwic(row, firstOf(view.rows, i), desk !== null))}</tbody></table></div>${
        view.more > 0 && html`<p class="small">${SAY.more(view.more)}</p>`
      }</section>
<section class="sheet">${view.capped && html`<p class="small">${SAY.capped}</p>`}<p class="small">${SAY.rule}</p><p class="small">${view.searched}</p><p class="rule">${safe(view.rules)}</p></section>`
}
</main>`;
  return frame(SAY.title(view.phrase), main, {
    ...options,
    cover: view.coverageLine,
    skip: '#findings',
    style: { css: FORMULA_STYLE, digest: FORMULA_STYLE_DIGEST },
  });
}

/** The concordance in its other orders. */
function sortLinks({ asked }: FormulaDesk): Markup {
  const current = asked['sort'] ?? 'date';
  return html`<p class="small sorts">${SAY.sortBy} ${Object.entries(SAY.sorts).map(([sort, words]) => {
    const set = Object.entries({ ...asked, sort }).flatMap(([name, value]) => (value ? [[name, value]] : []));
    const href = `/formula?${new URLSearchParams(set).toString()}#concordance`;
    return sort === current ? html` <b aria-current="true">${words}</b>` : html` <a href="${href}">${words}</a>`;
  })}</p>`;
}

/** The period of a row, if no row before is of it. */
function firstOf(rows: readonly KwicView[], i: number): string | null {
  const { period } = rows[i]!;
  return period !== null && rows.findIndex((row) => row.period === period) === i ? period : null;
}

function drawTimeline({ timeline, timelineHelp, undated, rows }: FormulaView): Markup {
  const shown = new Set(rows.map(({ period }) => period));
  const chart = drawChart(timeline, (period) => (shown.has(period) ? `#in-${period}` : null));
  return html`${chart && html`<div class="scroll">${chart}</div>`}${chart && html`<p class="small">${timelineHelp} ${SAY.leads}</p>`}${undated !== null && html`<p class="small">${undated}</p>`}${
    chart &&
    html`<details><summary class="small">${SAY.asTable}</summary><table><thead><tr><th>${SAY.period}</th><th>${SAY.holding}</th><th>${SAY.held}</th></tr></thead><tbody>${timeline.periods
      .filter(({ held }) => held > 0)
      .map(
        ({ period, texts, held }) => html`<tr><td>${period}</td><td>${texts}</td><td>${held}</td></tr>`,
      )}</tbody></table></details>`
  }`;
}

/** The lemma as the head of a table, the readings as its rows. */
export function drawApparatus({ lemma, rows }: ApparatusView, names: readonly string[]): Markup {
  const wide = lemma.map((text) => text.length > 24);
  const cell = ({ kind, text }: CellView, i: number): Markup => {
    const shape = `${kind}${wide[i] === true ? ' wide' : ''}`;
    const words = kind === 'none' ? SAY.omitted : kind === 'away' ? '…' : kind === 'slot' ? '' : safe(text);
    return html`<td class="${shape}" dir="auto">${words}</td>`;
  };
  const [, ...others] = rows;
  return html`<div class="scroll"><table class="app"><thead><tr><th class="count" scope="row">${names[0] ?? SAY.asAsked}</th>${lemma.map(
    (text) => html`<th dir="auto">${safe(text)}</th>`,
  )}</tr></thead><tbody>${others.map((row, r) => html`<tr><th class="count" scope="row">${letterOf(r + 1)} · ${names[r + 1] ?? ''}</th>${row.map(cell)}</tr>`)}</tbody></table></div>`;
}

function counts(title: string, list: readonly CountView[], help: string | null = null): Markup | null {
  if (list.length === 0) return null;
  return html`<section class="sheet"><h2>${title}</h2>${help !== null && html`<p class="small">${help}</p>`}<ul class="plain">${list.map(
    ({ text, words }) =>
      html`<li><span class="said" dir="auto">${safe(text)}</span> <span class="small">${words}</span></li>`,
  )}</ul></section>`;
}

function drawKwic(
  { reference, day, by, before, text, after, copy, at }: KwicView,
  first: string | null,
  leads: boolean,
): Markup {
  return html`<tr${copy && html` class="copy"`}${first !== null && html` id="in-${first}"`}><td class="when">${day} <code>${reference}</code>${by !== null && html` ${safe(by)}`}${copy && ` (${SAY.copy})`}</td><td class="left"><bdi>${safe(before)}</bdi></td><td class="hit" dir="auto">${leads ? html`<a href="${textLink(reference, at)}">${safe(text)}</a>` : safe(text)}</td><td class="right" dir="auto">${safe(after)}</td></tr>`;
}
