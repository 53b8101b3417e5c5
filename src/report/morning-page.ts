/** The morning desk: new texts with what is new in them, changes, and what does not answer, side by side. */
import type { AgedSentence } from '#formula/index.js';
import type { Coverage, Document } from '#record/index.js';
import { runsOf } from './age-view.js';
import { coverageLine } from './catalogue.js';
import { drawLines, sinceWords } from './changes-page.js';
import type { DrawnChanges } from './changes-view.js';
import { textLink } from './desk-links.js';
import { type DeskOptions, deskPage } from './desk-pages.js';
import { safe } from './display-text.js';
import { FOLLOWING_WORDS as SAY } from './following-page-words.js';
import type { DrawnSource } from './following-terminal.js';
import { html, type Markup } from './markup.js';
import { sayWhen } from './say-when.js';
import { healthMark, troubles } from './sources-page.js';

/** A new text as it is drawn. */
export interface DrawnFresh {
  readonly document: Document;
  readonly copies: readonly Document[];
  readonly sentences: readonly AgedSentence[] | null;
  readonly watched: readonly { readonly formula: string; readonly places: number; readonly varied: number }[];
}

export interface DrawnMorning {
  readonly now: number;
  readonly changes: DrawnChanges & { readonly mark: { readonly revision: number; readonly happening: number } };
  readonly groups: readonly { readonly occasion: string | null; readonly texts: readonly DrawnFresh[] }[];
  readonly moreTexts: number;
  readonly troubled: readonly DrawnSource[];
  readonly followed: number;
  readonly coverage: Coverage;
}

/** Sentences of a new text that are shown. */
const SENTENCES = 2;
/** What has fewer words is a date or a greeting. */
const WORTH_SHOWING = 5;

/** The three columns; `looker` is whose look counts. */
export function drawMorningPage(view: DrawnMorning, looker: string, options: DeskOptions = {}): string {
  const { changes, groups, moreTexts, troubled, followed, coverage, now } = view;
  return deskPage(
    '/morning',
    SAY.morning,
    html`<ul class="strip"><li class="verdict wrap">${sinceWords(changes)}</li><li class="wrap">${SAY.strip(changes.fresh, changes.texts, troubled.length)}</li><li class="seen-item"><form method="post" action="/morning"><input type="hidden" name="revision" value="${changes.mark.revision}"><input type="hidden" name="happening" value="${changes.mark.happening}"><input type="hidden" name="look" value="${looker}"><button class="small-button">${SAY.looked}</button></form></li></ul>
<div class="morning">
<section class="sheet" aria-labelledby="new"><h2 id="new">${SAY.newTexts}</h2>${
      groups.length === 0
        ? html`<p>${SAY.noNew}</p>`
        : html`<ul class="plain new-texts">${groups.map(({ occasion, texts }) => html`<li>${occasion !== null && html`<p class="occasion" dir="auto">${safe(occasion)}</p>`}${texts.map(drawFresh)}</li>`)}</ul>`
    }${moreTexts > 0 && html`<p class="small"><a href="/texts">${SAY.moreTexts(moreTexts)}</a></p>`}<p class="rule">${SAY.firstHelp}</p></section>
<section class="sheet changes" aria-labelledby="changed"><h2 id="changed">${SAY.changes}</h2>${
      changes.lines.length === 0 ? html`<p>${SAY.noChanges}</p>` : drawLines(changes.lines)
    }<p class="small"><a href="/changes">${changes.more > 0 ? SAY.moreLines(changes.more) : SAY.allChanges}</a></p></section>
<section class="sheet" aria-labelledby="due"><h2 id="due">${SAY.due}</h2>${
      troubled.length === 0
        ? followed === 0
          ? html`<p>${SAY.noSources} <a href="/follow">${SAY.followOne}</a></p>`
          : html`<p>${SAY.allWell(followed)}</p>`
        : html`<ul class="plain broken">${troubled.map(
            (listed) =>
              html`<li><a href="/sources/${listed.source.reference}" dir="auto">${safe(listed.source.name)}</a> ${healthMark(listed)}${troubles(listed, now).map((note) => html`<span class="small">${note}</span>`)}</li>`,
          )}</ul>`
    }<p class="small"><a href="/sources">${SAY.allSources}</a></p></section>
</div>`,
    { cover: coverageLine(coverage), ...options },
  );
}

function drawFresh({ document, copies, sentences, watched }: DrawnFresh): Markup {
  const { reference, title, source, said, published } = document;
  const when = said ?? published;
  const open = (sentences ?? []).filter(
    ({ age, kind, words, otherFigure }) =>
      age !== 'known, exact' && kind !== 'heading' && words >= WORTH_SHOWING && !otherFigure,
  );
  const shown = open
    .toSorted((a, b) => weight(a) - weight(b))
    .slice(0, SENTENCES)
    .toSorted((a, b) => a.n - b.n);
  return html`<article><h3><a href="${textLink(reference)}" dir="auto">${safe(title)}</a></h3><p class="small">${[source === null ? null : safe(source), when === null ? SAY.undated : sayWhen(when)].filter((part) => part !== null).join(' · ')}</p><p class="why">${sayWhy(sentences, watched).join('; ')} · <a href="/age?text=${reference}">${SAY.age}</a></p>${shown.map(
    (sentence) =>
      html`<p class="said" dir="auto">${runsOf(sentence).map(({ kind, text }) => (kind === 'old' ? html`<span class="ctx">${safe(text)}</span>` : kind === 'gone' ? html`<del>${safe(text)}</del>` : kind === 'inserted' ? html`<ins>${safe(text)}</ins>` : html`${safe(text)}`))}</p>`,
  )}${open.length > shown.length && html`<p class="small">${SAY.moreSentences(open.length - shown.length)}</p>`}${
    copies.length > 0 &&
    html`<details class="which"><summary>${SAY.copies(copies.length)}</summary><ul class="plain">${copies.map((copy) => html`<li><a href="${textLink(copy.reference)}" dir="auto">${safe(copy.title)}</a>${copy.source !== null && html` <span class="small" dir="auto">${safe(copy.source)}</span>`}</li>`)}</ul></details>`
  }</article>`;
}

/** Known sentences with words put in or left out go first, since an editor would miss them; then what is new. */
function weight({ age, words }: AgedSentence): number {
  const rank = age === 'known, with insert' || age === 'known, with drop' ? 0 : age === 'first held' ? 1 : 2;
  return rank * 1000 - Math.min(words, 60);
}

/** Why a text is here, in parts: "3 new sentences of 41", "1 known one with insert", "formula “…” to the word". */
export function sayWhy(sentences: DrawnFresh['sentences'], watched: DrawnFresh['watched']): string[] {
  const formulas = watched.map(({ formula, places }) =>
    SAY.formula(safe(formula), places > 0 ? SAY.formulaExact : SAY.formulaVaried),
  );
  if (sentences === null) return [...formulas, SAY.notRead];
  const body = sentences.filter(({ kind, words }) => kind !== 'heading' && words >= WORTH_SHOWING);
  const having = (age: string): number => body.filter((sentence) => sentence.age === age).length;
  const varied = Object.entries(SAY.known).flatMap(([how, words]) => {
    const n = having(`known, with ${how}`);
    return n === 0 ? [] : [SAY.knownOnes(n, words)];
  });
  return [SAY.sentences(having('first held'), body.length), ...varied, ...formulas];
}
