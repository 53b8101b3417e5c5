/** Two texts compared, as one self-contained page: the redline left, the differences by number right. */
import { ATTENTION_WORDS, WORDS } from './catalogue.js';
import type { ComparisonView, DifferenceView, RedlineRun } from './comparison-view.js';
import { safe } from './display-text.js';
import { html, type Markup } from './markup.js';
import { heard } from './marked-words.js';
import { frame, type FrameOptions } from './page-frame.js';

/** Draws the view as a page: HTML text that needs nothing else. */
export function drawComparisonPage(view: ComparisonView, options: FrameOptions = {}): string {
  const main = html`<main>
<h1>${WORDS.compare}</h1>
<p class="sub">${WORDS.first}: <b>${safe(view.a)}</b> · ${WORDS.second}: <b>${safe(view.b)}</b></p>
<ul class="strip"><li class="verdict">${view.verdict}</li>${view.counts.map((words) => html`<li>${words}</li>`)}${
    view.formOnly > 0 && view.differences.length > 0 && html`<li>${WORDS.formFolded(view.formOnly)}</li>`
  }</ul>
<div class="cols">
<section class="sheet draft" aria-label="${WORDS.redline}" tabindex="0"><div class="redline">${view.paragraphs.map(
    (runs) => html`<p dir="auto">${runs.map(run)}</p>`,
  )}</div></section>
<div id="findings">
<section class="sheet" aria-label="${WORDS.differencesHead}">${
    view.differences.length === 0 ? html`<p>${view.verdict}</p>` : view.differences.map(difference)
  }</section>
${
  view.form.length > 0 &&
  html`<section class="sheet"><details><summary>${WORDS.formFolded(view.formOnly)}</summary><p class="small">${WORDS.formFoldedHelp}</p><ul class="list">${view.form.map(
    ({ a, b }) =>
      html`<li><bdi>${a === '' ? WORDS.empty : safe(a)}</bdi> → <bdi>${b === '' ? WORDS.empty : safe(b)}</bdi></li>`,
  )}</ul></details></section>`
}
</div>
</div>
</main>`;
  return frame(`${view.a} / ${view.b}`, main, { ...options, skip: '#findings' });
}

function run({ kind, text, n, first }: RedlineRun): Markup {
  const words = safe(text);
  if (kind === 'same' || text.trim() === '') return html`${words}`;
  const number =
    first && html`<a class="num" id="q${n}" href="#f${n}" aria-label="${WORDS.toDifference(n ?? 0)}">${n}</a>`;
  if (kind === 'moved') return html`${number}<span class="moved">${heard(`${WORDS.moved}:`)}${words}</span>`;
  return kind === 'deleted'
    ? html`${number}<del>${heard(WORDS.deleted)}${words}</del>`
    : html`${number}<ins>${heard(WORDS.inserted)}${words}</ins>`;
}

function difference({ n, title, flags, a, b, before, after, other }: DifferenceView): Markup {
  return html`<article class="finding altered" id="f${n}"><h3 class="head"><a href="#q${n}" aria-label="${WORDS.toRedline(n)}">${n}</a><span class="status">${title}</span>${flags.map(
    (flag) => html`<span class="flag">${ATTENTION_WORDS[flag]}</span>`,
  )}${other !== null && html`<a class="small" href="#f${other}">${WORDS.otherEnd(other)}</a>`}</h3>
<p class="said" dir="auto"><span class="ctx">${before !== '' && `… ${safe(before)} `}</span>${a !== '' && html`<del>${heard(WORDS.deleted)}${safe(a)}</del> `}${
    b !== '' && html`<ins>${heard(WORDS.inserted)}${safe(b)}</ins>`
  }<span class="ctx">${after !== '' && ` ${safe(after)} …`}</span></p></article>`;
}
