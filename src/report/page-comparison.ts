/** Two texts compared, as one self-contained page: the redline left, the differences by number right. */
import { ATTENTION_WORDS, WORDS } from './catalogue.js';
import { COMPARISON_STYLE, COMPARISON_STYLE_DIGEST } from './comparison-style.js';
import type {
  ComparisonView,
  DifferenceView,
  FoldedView,
  RedlineRun,
  RemarkView,
  SideView,
} from './comparison-view.js';
import { COMPARISON_WORDS as SAY } from './comparison-words.js';
import { safe } from './display-text.js';
import { html, type Markup } from './markup.js';
import { heard } from './marked-words.js';
import { frame, type FrameOptions } from './page-frame.js';

export const STYLE = { css: COMPARISON_STYLE, digest: COMPARISON_STYLE_DIGEST };

/**
 * Draws the view as a page: HTML text that needs nothing else. `unfold`: the address of the same with what is folded
 * shown in its place, or folded again.
 */
export function drawComparisonPage(
  view: ComparisonView,
  options: FrameOptions = {},
  unfold: { readonly href: string; readonly all: boolean } | null = null,
): string {
  const main = html`<main>
<h1>${WORDS.compare}</h1>
<dl class="sides">${drawSide(WORDS.first, view.sides.a)}${drawSide(WORDS.second, view.sides.b)}</dl>
<ul class="strip"><li class="verdict">${view.verdict}</li>${view.counts.map((words) => html`<li>${words}</li>`)}${
    view.folded.length > 0 &&
    view.differences.length > 0 &&
    html`<li class="fold"><a href="#folded">${SAY.folded}: ${view.folded.map(({ title }) => title).join(' · ')}</a></li>`
  }${unfold !== null && (unfold.all || view.folded.length > 0) && html`<li class="fold"><a href="${unfold.href}">${unfold.all ? SAY.foldAgain : SAY.unfold}</a></li>`}</ul>
${drawRemarks(view.remarks, view.notes)}
<div class="cols">
<section class="sheet draft" aria-label="${WORDS.redline}" tabindex="0"><div class="redline">${view.paragraphs.map(
    (runs) => html`<p dir="auto">${runs.map(run)}</p>`,
  )}</div></section>
<div id="findings">
<section class="sheet" aria-label="${WORDS.differencesHead}">${
    view.differences.length === 0 ? html`<p>${view.verdict}</p>` : view.differences.map(difference)
  }</section>
${drawFolded(view.folded)}
</div>
</div>
</main>`;
  return frame(`${view.a} / ${view.b}`, main, { ...options, skip: '#findings', style: STYLE });
}

/** A text at the head of a page: its name, what it is, and by which rule it was edited. */
export function drawSide(label: string, { name, about, rule }: SideView): Markup {
  return html`<div><dt>${label}</dt><dd><b dir="auto">${safe(name)}</b>${about !== '' && html` <span class="about">${safe(about)}</span>`}${
    rule !== '' && html`<span class="rule">${rule}</span>`
  }</dd></div>`;
}

/** What was found about whole turns, each with a link to its difference. */
export function drawRemarks(
  remarks: readonly RemarkView[],
  notes: readonly string[],
  named: (n: number) => string = WORDS.toDifference,
): Markup | false {
  return (
    remarks.length + notes.length > 0 &&
    html`<ul class="remarks" aria-label="${SAY.remarks}">${notes.map((note) => html`<li class="banner">${note}</li>`)}${remarks.map(
      ({ sentence, n }) =>
        html`<li class="banner">${safe(sentence)}${n !== null && html` <a href="#f${n}">${named(n)}</a>`}</li>`,
    )}</ul>`
  );
}

/** What is folded away, by kind, closed until it is asked for. */
export function drawFolded(folded: readonly FoldedView[]): Markup | false {
  return (
    folded.length > 0 &&
    html`<section class="sheet folded" id="folded"><h2>${SAY.folded}</h2><p class="small">${SAY.foldedHelp}</p>${folded.map(
      ({ title, pairs }) =>
        html`<details><summary>${title}</summary><ul class="list">${pairs.map(
          ({ a, b }) =>
            html`<li><bdi>${a === '' ? WORDS.empty : safe(a)}</bdi> → <bdi>${b === '' ? WORDS.empty : safe(b)}</bdi></li>`,
        )}</ul></details>`,
    )}</section>`
  );
}

function run({ kind, text, n, first }: RedlineRun): Markup {
  const words = safe(text.trim());
  if (kind === 'same' || words === '') return html`${safe(text)}`;
  const [before, behind] = [/^\s/.test(text) ? ' ' : '', /\s$/.test(text) ? ' ' : ''];
  const number =
    first && html`<a class="num" id="q${n}" href="#f${n}" aria-label="${WORDS.toDifference(n ?? 0)}">${n}</a>`;
  const marked =
    kind === 'moved'
      ? html`<span class="moved">${heard(`${WORDS.moved}:`)}${words}</span>`
      : kind === 'deleted'
        ? html`<del>${heard(WORDS.deleted)}${words}</del>`
        : html`<ins>${heard(WORDS.inserted)}${words}</ins>`;
  return html`${before}${number}${marked}${behind}`;
}

function difference({
  n,
  title,
  flags,
  a,
  b,
  before,
  after,
  other,
  where,
  within,
  class: kind,
}: DifferenceView): Markup {
  const [gone, come] = [a !== '' && safe(a), b !== '' && safe(b)];
  const moved = kind === 'move';
  return html`<article class="finding altered" id="f${n}"><h3 class="head"><a href="#q${n}" aria-label="${WORDS.toRedline(n)}">${n}</a><span class="status">${title}</span>${flags.map(
    (flag) => html`<span class="flag">${ATTENTION_WORDS[flag]}</span>`,
  )}${other !== null && html`<a class="small" href="#f${other}">${WORDS.otherEnd(other)}</a>`}${
    where !== '' && html`<span class="where" dir="auto">${safe(where)}</span>`
  }</h3>
<p class="said" dir="auto"><span class="ctx">${before !== '' && `… ${safe(before)} `}</span>${
    gone !== false &&
    (moved
      ? html`<span class="moved">${heard(`${WORDS.moved}:`)}${gone}</span> `
      : html`<del>${heard(WORDS.deleted)}${gone}</del> `)
  }${come !== false && (moved ? html`<span class="moved">${heard(`${WORDS.moved}:`)}${come}</span>` : html`<ins>${heard(WORDS.inserted)}${come}</ins>`)}<span class="ctx">${
    after !== '' && ` ${safe(after)} …`
  }</span></p>${
    within.length > 0 &&
    html`<p class="small">${SAY.inMove} ${within.map(
      (inner, i) =>
        html`${i > 0 && ', '}<bdi>${inner.a === '' ? WORDS.empty : safe(inner.a)}</bdi> → <bdi>${inner.b === '' ? WORDS.empty : safe(inner.b)}</bdi>`,
    )}</p>`
  }</article>`;
}
