/** Sayings, and a text with who quotes it, as self-contained pages. */
import { SAYING_WORDS as SAY } from './age-words.js';
import { safe } from './display-text.js';
import { drawApparatus } from './formula-page.js';
import { FORMULA_STYLE, FORMULA_STYLE_DIGEST } from './formula-style.js';
import { html, type Markup } from './markup.js';
import { linked } from './page-check.js';
import { frame, type FrameOptions } from './page-frame.js';
import type { HeatRun, QuotedView, QuoterView, SayingsView, SayingView, WitnessView } from './sayings-view.js';

/** Texts that are named one by one behind words that they quote. */
const LINKED = 4;

const style = { css: FORMULA_STYLE, digest: FORMULA_STYLE_DIGEST };

/** Draws sayings as a page: HTML text that needs nothing else, and prints well. */
export function drawSayingsPage(view: SayingsView, options: FrameOptions = {}): string {
  const main = html`<main>
<h1 dir="auto">${safe(view.title)}</h1>
${view.none !== null && html`<section class="sheet" id="findings"><p>${view.none}</p></section>`}
${view.sayings.map((saying, i) => drawSaying(saying, view.sayings.length > 1, i))}
<section class="sheet"><p class="small">${view.searched}</p><p class="rule">${safe(view.rules)}</p></section>
</main>`;
  return frame(view.title, main, { ...options, cover: view.coverageLine, skip: '#findings', style });
}

function drawSaying(
  { text, counts, lemma, apparatus, names, witnesses, capped }: SayingView,
  titled: boolean,
  i: number,
): Markup {
  return html`<section class="sheet"${i === 0 && html` id="findings"`}>${titled && html`<h2 dir="auto">“${safe(text)}”</h2>`}${
    witnesses.length === 0
      ? html`<p>${SAY.none}</p>`
      : html`<p class="small">${counts}</p><p>${
          lemma === null
            ? SAY.noLemma
            : html`<b>${SAY.lemma}:</b> ${safe(lemma.who)}, ${lemma.day}, ${lemma.what} · ${linked(lemma.address, safe(lemma.title))} <code>${lemma.reference}</code>`
        }</p>${apparatus && drawApparatus(apparatus, names)}<table class="wit"><tbody>${witnesses.map(drawWitness)}</tbody></table>${
          capped && html`<p class="small">${SAY.capped}</p>`
        }`
  }</section>`;
}

function drawWitness({
  day,
  sigil,
  who,
  what,
  title,
  reference,
  address,
  text,
  lemma,
  partial,
  copy,
}: WitnessView): Markup {
  return html`<tr${lemma && html` class="lem"`}><td class="sig">${lemma ? '*' : sigil}</td><td class="day">${day}</td><td class="who">${safe(who)}<br><span class="small">${what}${partial && html` · <span class="part">${SAY.partial}</span>`}${
    copy && html` · <span class="iscopy">${SAY.copy}</span>`
  }</span></td><td class="said" dir="auto">${safe(text)}</td><td>${linked(address, safe(title))} <code>${reference}</code></td></tr>`;
}

/** Draws a text with its quoted words as a page. */
export function drawQuotedPage(view: QuotedView, options: FrameOptions = {}): string {
  const main = html`<main>
<h1 dir="auto">${safe(view.title)}</h1>
<ul class="strip"><li class="verdict">${view.headline}</li></ul>
<div class="cols"><section class="sheet heat" id="findings"${view.language !== null && html` lang="${view.language}"`}>${view.paragraphs.map(
    ({ label, runs }) =>
      label
        ? html`<h3 class="speaker" dir="auto">${runs.map(drawHeat)}</h3>`
        : html`<p dir="auto">${runs.map(drawHeat)}</p>`,
  )}</section>
<div><section class="sheet"><h2>${SAY.by}</h2><p class="small">${SAY.darker}</p><ul class="plain">${view.quoters.map(drawQuoter)}</ul></section>
<section class="sheet"><p class="small">${view.searched}</p><p class="rule">${safe(view.rules)}</p></section></div></div>
</main>`;
  return frame(view.title, main, { ...options, cover: view.coverageLine, skip: '#findings', style });
}

function drawHeat({ text, times, level, by }: HeatRun): Markup {
  if (times === 0) return html`${safe(text)}`;
  const numbers =
    by.length > LINKED ? html`×${times}` : html`${by.map((n, i) => html`${i > 0 && ','}<a href="#b${n}">${n}</a>`)}`;
  return html`<mark class="l${level}">${safe(text)}</mark><sup>${numbers}</sup>`;
}

function drawQuoter({ n, day, title, kind, reference, address, quotations }: QuoterView): Markup {
  return html`<li id="b${n}"><b>${n}</b> ${day} · ${linked(address, safe(title))} · ${kind} <code>${reference}</code>${quotations.map(
    (quotation) => html`<br><span class="said" dir="auto">“${safe(quotation)}”</span>`,
  )}</li>`;
}
