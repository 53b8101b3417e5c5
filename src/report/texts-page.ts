/** The texts held as a list. */
import { dayOf } from '#base/index.js';
import type { Coverage, Document } from '#record/index.js';
import { coverageLine } from './catalogue.js';
import { type Asked, filterFields } from './desk-forms.js';
import { textLink } from './desk-links.js';
import { type DeskOptions, deskPage } from './desk-pages.js';
import { DESK_WORDS as SAY } from './desk-words.js';
import { safe } from './display-text.js';
import { html, type Markup } from './markup.js';
import { sayDay } from './say-when.js';

const REDUCED = ['speaker', 'body', 'source', 'kind', 'language', 'from', 'to'] as const;

/** The texts that were asked for, with the filters above them. */
export function drawTextsPage(
  view: { readonly documents: readonly Document[]; readonly more: boolean; readonly coverage: Coverage },
  asked: Asked,
  options: DeskOptions = {},
): string {
  const { documents, coverage } = view;
  const all = REDUCED.every((name) => (asked[name] ?? '') === '') && !view.more ? documents.length : coverage.texts;
  return deskPage(
    '/texts',
    SAY.texts,
    html`<form class="ask" action="/texts">${filterFields(asked)}<button>${SAY.searchButton}</button></form>
<section class="sheet"><p class="small">${SAY.shownOf(documents.length, all)}</p><div class="scroll"><table class="texts"><thead><tr>${SAY.columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${documents.map(
      (document) =>
        html`<tr><td class="day">${dayCell(document)}</td><td><a href="${textLink(document.reference)}" dir="auto">${safe(document.title)}</a></td><td>${safe(document.kind.value)}${guessMark(document.kind.basis)}</td><td dir="auto">${safe(document.speaker?.value ?? '')}${guessMark(document.speaker?.basis)}</td><td><code>${document.reference}</code></td></tr>`,
    )}</tbody></table></div></section>`,
    { cover: coverageLine(coverage), ...options },
  );
}

/** The day of a document in a cell, a guess marked. */
export function dayCell({ said, published }: Document): Markup {
  const when = said ?? published;
  return when === null ? html`${SAY.undated}` : html`${sayDay(dayOf(when))}${guessMark(when.basis)}`;
}

function guessMark(basis: string | undefined): Markup | false {
  return basis === 'guessed' && html`<abbr title="${SAY.guess}">?</abbr>`;
}
