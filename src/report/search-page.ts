/** The page of searches: how to ask, what is kept, what each line found, and the places, each lit in its text. */
import type { When } from '#base/index.js';
import type { SearchAnswer } from '#record/index.js';
import { coverageLine, sayCoverage } from './catalogue.js';
import { area, type Asked, field, filterFields, type Narrowing } from './desk-forms.js';
import { type DeskOptions, deskPage } from './desk-pages.js';
import { safe } from './display-text.js';
import { html, type Markup } from './markup.js';
import { sayWhen } from './say-when.js';
import { SEARCH_WORDS as SAY } from './search-words.js';
import { dayCell } from './texts-page.js';

/** A search that is kept, as the page needs it. */
export interface KeptSearch {
  readonly name: string;
  readonly words: string;
  readonly filter: Narrowing;
  readonly looked: { readonly at: When };
}

export interface SearchView extends SearchAnswer {
  readonly saved: KeptSearch | null;
}

type Counted = KeptSearch & { readonly documents: number; readonly newer: number };

/** What was asked in the fields for one search and for many, as one search a line. */
export function searchedWords({ words = '', list = '' }: Asked): string {
  return [words, list.replaceAll('\r\n', '\n')].filter((some) => some.trim() !== '').join('\n');
}

/** The address of a search, with the filters that were asked for. */
export function searchLink(words: string, filter: Narrowing = {}): string {
  const [name, written] = words.includes('\n') ? ['list', words] : ['words', words];
  const set = Object.entries(filter).flatMap(([key, value]) => (value === '' ? [] : [[key, String(value)]]));
  return `/search?${new URLSearchParams([[name, written], ...set] as [string, string][]).toString()}`;
}

/** Places where words stand, with what is kept; `view` null: nothing was asked yet. */
export function drawSearchPage(
  view: SearchView | null,
  kept: readonly Counted[],
  asked: Asked,
  options: DeskOptions = {},
): string {
  const saved = view?.saved ?? null;
  const title = saved ? `${SAY.search}: ${saved.name}` : SAY.search;
  const filled = saved ? { ...inFields(saved.words), ...askedBy(saved.filter) } : asked;
  return deskPage(
    '/search',
    title,
    html`${searchForm(filled)}${view === null ? keptList(kept) : html`${found(view, filled)}`}`,
    { ...(view === null ? {} : { cover: coverageLine(view.coverage) }), ...options },
  );
}

function askedBy(filter: Narrowing): Asked {
  return Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value)]));
}

function inFields(words: string): Asked {
  return words.includes('\n') ? { list: words } : { words };
}

function searchForm(asked: Asked): Markup {
  const listed = (asked['list'] ?? '') !== '';
  return html`<form class="ask search" action="/search" role="search"><div class="one-line">${field('words', SAY.label, asked['words'], 'search')}<button>${SAY.button}</button></div>
<details class="filters"${listed && html` open`}><summary>${SAY.list}</summary>${area('list', SAY.listLabel, asked['list'])}</details>${filterFields(asked)}<details class="filters"><summary>${SAY.howTo}</summary><dl class="how">${SAY.how.map(
    ([example, means]) => html`<dt><a href="${searchLink(example)}"><code>${example}</code></a></dt><dd>${means}</dd>`,
  )}</dl></details></form>`;
}

function keptList(kept: readonly Counted[]): Markup | false {
  return (
    kept.length > 0 &&
    html`<section class="sheet"><h2>${SAY.kept}</h2><ul class="plain kept">${kept.map(
      ({ name, words, filter, documents, newer, looked }) =>
        html`<li><a href="/search?saved=${encodeURIComponent(name)}"><b dir="auto">${safe(name)}</b></a> <span class="small${newer > 0 && html` fresh`}">${SAY.keptCounts(documents, newer, sayWhen(looked.at))}</span><span class="what" dir="auto">${safe(summary(words))}${filterWords(filter)}</span></li>`,
    )}</ul></section>`
  );
}

function summary(words: string): string {
  const [first = '', ...more] = words.split('\n');
  return more.length === 0 ? first : `${first}${SAY.andMore(more.length)}`;
}

function filterWords(filter: Narrowing): string {
  return Object.entries(filter)
    .map(([name, value]) => ` · ${name} ${safe(String(value))}`)
    .join('');
}

function found(view: SearchView, asked: Asked): Markup {
  const { hits, documents, lines, coverage } = view;
  const places = lines.reduce((sum, line) => sum + line.places, 0);
  const words = lines.map((line) => line.words);
  return html`${savedLine(view)}${lines.length > 1 && lineTable(view, asked)}<section class="sheet" id="findings">${
    hits.length === 0
      ? html`<p>${SAY.none}</p><p class="small">${SAY.noneHelp(sayCoverage(coverage))}</p>`
      : html`<p class="small">${SAY.shown(hits.length, documents, places)}</p><ol class="plain hits">${hits.map((hit) => drawHit(hit, words))}</ol>`
  }${hits.length > 0 && hits.length < documents && html`<p><a href="${moreLink(view, asked)}">${SAY.more}</a></p>`}</section>${view.saved === null && keepForm(words, asked)}`;
}

function moreLink({ saved, hits, lines }: SearchView, asked: Asked): string {
  const limit = String(Math.min(1000, hits.length * 4));
  if (saved) return `/search?${new URLSearchParams({ saved: saved.name, limit }).toString()}`;
  const { words: _, list: __, limit: ___, ...filter } = asked;
  return searchLink(lines.map(({ words }) => words).join('\n'), { ...filter, limit });
}

function drawHit(
  { document, version, before, hit, after, start, end, speaker, places, lines, isNew }: SearchView['hits'][number],
  words: readonly string[],
): Markup {
  const own = lines.map((line) => words[line]!).join('\n');
  const href = `/texts/${version}?${new URLSearchParams({ words: own, at: `${start}-${end}` }).toString()}#lit`;
  const language = document.language?.value ?? null;
  return html`<li${language !== null && html` lang="${language}"`}><p class="said" dir="auto">${isNew && html`<b class="new">${SAY.isNew}</b> `}<span class="ctx">${safe(before)}</span><a class="hit" href="${href}"><mark>${safe(hit)}</mark></a><span class="ctx">${safe(after)}</span></p><p class="small" lang="en"><span class="day">${dayCell(document)}</span> · <span dir="auto">${safe(document.title)}</span> · ${safe(document.kind.value)}${speaker !== null && html` · <span dir="auto">${safe(speaker)}</span>`}${places > 1 && html` · <b>${SAY.places(places)}</b>`}${words.length > 1 && html` · ${SAY.holds(lines)}`} <code>${version}</code></p></li>`;
}

function lineTable({ lines }: SearchView, asked: Asked): Markup {
  const { words: _, list: __, ...filter } = asked;
  return html`<section class="sheet"><div class="scroll"><table class="lines"><thead><tr><th scope="col">${SAY.lineNumber}</th>${SAY.columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${lines.map(
    ({ words, documents, places, first, last }, i) =>
      html`<tr${documents === 0 && html` class="nothing"`}><td class="number">${i + 1}</td><td class="said" dir="auto"><a href="${searchLink(words, filter)}">${safe(words)}</a></td><td class="number">${documents}</td><td class="number">${places}</td><td>${SAY.span(first, last)}</td></tr>`,
  )}</tbody></table></div></section>`;
}

function savedLine({ saved, newer, mark }: SearchView): Markup | false {
  return (
    saved !== null &&
    html`<div class="strip kept-line"><span class="verdict">${SAY.looked(newer, sayWhen(saved.looked.at))}</span>${newer > 0 && html`<form method="post" action="/search/looked"><input type="hidden" name="name" value="${saved.name}"><input type="hidden" name="mark" value="${mark}"><button class="quiet">${SAY.lookedButton}</button></form>`}<form method="post" action="/search/forget"><input type="hidden" name="name" value="${saved.name}"><button class="quiet">${SAY.forget}</button></form></div>`
  );
}

function keepForm(words: readonly string[], asked: Asked): Markup {
  const { words: _, list: __, saved: ___, limit: ____, ...filter } = asked;
  return html`<details class="keep"><summary>${SAY.keep}</summary><form class="ask" method="post" action="/search/keep"><input type="hidden" name="words" value="${words.join('\n')}">${Object.entries(
    filter,
  ).map(
    ([name, value]) => (value ?? '') !== '' && html`<input type="hidden" name="${name}" value="${value ?? ''}">`,
  )}<div class="one-line">${field('name', SAY.nameLabel, '')}<button>${SAY.keepButton}</button></div><p class="small">${SAY.keepHelp}</p></form></details>`;
}
