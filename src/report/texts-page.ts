/** The texts held as a list, places where words stand, and one text with every word addressable. */
import { dayOf, type Span } from '#base/index.js';
import type { Coverage, Document, Rendering, Version, Capture } from '#record/index.js';
import { coverageLine } from './catalogue.js';
import { type Asked, field, filterFields } from './desk-forms.js';
import { textLink } from './desk-links.js';
import { type DeskOptions, deskPage } from './desk-pages.js';
import { DESK_WORDS as SAY } from './desk-words.js';
import { safe } from './display-text.js';
import { html, type Markup } from './markup.js';
import { sayDay, sayWhen } from './say-when.js';

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

export interface TextView {
  readonly document: Document;
  readonly version: Version;
  readonly capture: Capture;
  readonly rendering: Rendering;
  /** Words that are to be lit, and how they stand in the newest wording; null: no words are named. */
  readonly lit: { readonly span: Span; readonly now: 'newest' | 'same' | 'gone' } | null;
}

/** One wording of a text: its words with their turns, what is known of it, and its other wordings. */
export function drawTextPage(view: TextView, options: DeskOptions = {}): string {
  const { document, version, capture, lit } = view;
  const newest = document.versions.at(-1)!;
  const language = document.language?.value ?? null;
  const notes = [
    ...(version.reference === newest.reference ? [] : [SAY.older(version.number, document.versions.length)]),
    ...(lit === null ? [] : lit.now === 'same' ? [SAY.sameNow] : lit.now === 'gone' ? [SAY.gone] : []),
  ];
  return deskPage(
    '/texts',
    document.title,
    html`<p class="sub" dir="auto">${safe([document.kind.value, dayText(document), document.speaker?.value ?? document.body ?? ''].filter(Boolean).join(' · '))} <code>${version.reference}</code></p>
${
  notes.length > 0 &&
  html`<p class="banner">${notes.join(' ')}${version.reference !== newest.reference && html` <a href="${textLink(newest.reference)}">${SAY.newest}</a>`}</p>`
}
<div class="cols text-cols"><article class="sheet draft" tabindex="0" data-desk="text" data-version="${version.reference}"${language !== null && html` lang="${language}"`}><div class="text">${drawBlocks(view)}</div></article>
<div><section class="sheet"><h2>${SAY.readIt}</h2><ul class="plain"><li><a href="/age?text=${version.reference}">${SAY.readAge}</a></li><li><a href="/sayings?of=${version.reference}">${SAY.readQuoted}</a></li><li><a href="/sayings?words=${version.reference}">${SAY.readSayings}</a></li></ul></section>
<section class="sheet"><h2>${SAY.facts}</h2><dl class="facts">${facts(document)}</dl>${correctForm(document)}</section>
<section class="sheet"><h2>${SAY.versions}</h2><ol class="plain">${document.versions.map(
      (each, i) =>
        html`<li>${each.reference === version.reference ? html`<b>${SAY.version(each.number)}</b>` : html`<a href="${textLink(each.reference)}">${SAY.version(each.number)}</a>`} <span class="small">${sayWhen(each.captured)}</span>${
          i > 0 &&
          html` <a class="small" href="/compare?first=${document.versions[i - 1]!.reference}&amp;second=${each.reference}">${SAY.compareWith}</a>`
        }</li>`,
    )}</ol><p class="small">${SAY.capture(capture.reference, sayWhen(capture.at), safe(capture.origin))}</p></section></div></div>`,
    options,
  );
}

function dayText({ said, published }: Document): string {
  const when = said ?? published;
  return when === null ? '' : sayWhen(when);
}

/** The blocks in order; each carries where it begins, so that selected words can be addressed. */
function drawBlocks({ rendering, lit }: TextView): Markup[] {
  const { text, blocks, turns } = rendering;
  const labels = new Map(turns.map(({ start, label, kind }) => [start, label ?? (kind === 'question' ? 'Q' : null)]));
  const span = lit?.span ?? null;
  let first = true;
  return blocks
    .filter(({ kind }) => kind !== 'furniture' && kind !== 'label')
    .map(({ start, end, kind, time }) => {
      const label = labels.get(start) ?? null;
      const words: (Markup | string)[] = [];
      if (span !== null && span.start < end && span.end > start) {
        const from = Math.max(start, span.start);
        const to = Math.min(end, span.end);
        words.push(
          shown(text.slice(start, from)),
          html`<mark class="lit"${first && html` id="lit"`}>${shown(text.slice(from, to))}</mark>`,
          shown(text.slice(to, end)),
        );
        first = false;
      } else words.push(shown(text.slice(start, end)));
      const before = label === null ? false : html`<span class="speaker" dir="auto">${safe(label)}</span>`;
      const clock = time === undefined ? false : html`<span class="time">${clockOf(time.from)}</span>`;
      if (kind === 'heading') return html`<h2 dir="auto" data-at="${start}">${words}</h2>`;
      if (kind === 'blockquote') return html`${before}<blockquote dir="auto" data-at="${start}">${words}</blockquote>`;
      return html`${before}<p dir="auto" data-at="${start}"${kind === 'stage note' && html` class="stage"`}>${clock}${words}</p>`;
    });
}

/** What a browser would obey, each a single code unit; put aside one for one, so that offsets on the page hold. */
const ACTIVE = /[^\P{Cc}\s]|[\u202a-\u202e\u2066-\u2069]/gu;

function shown(text: string): string {
  return text.replaceAll(ACTIVE, '\ufffd');
}

function clockOf(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (n: number): string => String(n).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  return `${hours > 0 ? `${hours}:` : ''}${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}`;
}

function facts(document: Document): Markup[] {
  const basis = (marked: { readonly basis: string; readonly ground?: string }): string =>
    marked.basis === 'guessed'
      ? marked.ground
        ? SAY.guessOf(marked.ground)
        : SAY.guess
      : marked.basis === 'corrected' && marked.ground
        ? SAY.corrected(marked.ground)
        : '';
  const rows: (readonly [string, string, string])[] = [];
  for (const name of ['said', 'published'] as const) {
    const when = document[name];
    if (when !== null) rows.push([SAY.factNames[name], sayWhen(when), basis(when)]);
  }
  for (const name of ['kind', 'speaker', 'language'] as const) {
    const marked = document[name];
    if (marked !== null) rows.push([SAY.factNames[name], marked.value, basis(marked)]);
  }
  for (const name of ['body', 'source', 'occasion', 'address', 'id', 'translationOf', 'corrects', 'rights'] as const) {
    const value = document[name];
    if (value !== null) rows.push([SAY.factNames[name], value, '']);
  }
  return [...rows, ...Object.entries(document.other).map(([name, value]) => [name, value, ''] as const)].map(
    ([name, value, how]) =>
      html`<dt>${safe(name)}</dt><dd dir="auto">${safe(value)}${how !== '' && html` <span class="small">(${safe(how)})</span>`}</dd>`,
  );
}

const SETTABLE = ['date', 'published', 'speaker', 'kind', 'language', 'title', 'occasion', 'source', 'body'] as const;

function correctForm({ reference }: Document): Markup {
  return html`<details><summary class="small">${SAY.correct}</summary><form method="post" action="/texts/${reference}" class="ask"><div class="fields"><div class="field"><label for="fact">${SAY.factLabel}</label><select id="fact" name="fact">${SETTABLE.map((name) => html`<option>${name}</option>`)}</select></div>${field('value', SAY.valueLabel)}</div><p class="small">${SAY.correctHelp}</p><button>${SAY.correctButton}</button></form></details>`;
}
