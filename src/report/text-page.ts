/**
 * One wording of a text: its words with their turns, each addressable; what is lit in it, how often it was taken up
 * later, who holds a copy, its other wordings and what is known of it. Nothing but the words stands in the text of a
 * block, so that what is selected there counts as it does in the wording.
 */
import type { Span } from '#base/index.js';
import type { Capture, Coverage, Document, Rendering, Version } from '#record/index.js';
import { sayCoverage } from './catalogue.js';
import { field } from './desk-forms.js';
import { textLink } from './desk-links.js';
import { type DeskOptions, deskPage } from './desk-pages.js';
import { DESK_WORDS as SAY } from './desk-words.js';
import { safe } from './display-text.js';
import { html, type Markup } from './markup.js';
import { sayWhen } from './say-when.js';
import { searchLink } from './search-page.js';
import { SEARCH_WORDS } from './search-words.js';
import { TEXT_WORDS as HERE } from './text-words.js';
import { dayCell } from './texts-page.js';

export interface TextView {
  readonly document: Document;
  readonly version: Version;
  readonly capture: Capture;
  readonly rendering: Rendering;
  /** Words that the address names, what became of them, and where the live page may have them. */
  readonly lit: {
    readonly at: Span;
    readonly state: 'newest' | 'same' | 'moved' | 'changed' | 'gone';
    readonly newest: string;
    readonly span: Span | null;
    readonly words: string;
    readonly live: string | null;
  } | null;
  /** What was searched for, and all its places here. */
  readonly searched: string | null;
  readonly places: readonly (readonly Span[])[];
  readonly copies: readonly Document[];
  readonly uptake: {
    readonly texts: readonly {
      readonly document: Document;
      readonly version: string;
      readonly lead: boolean;
      readonly runs: readonly (Span & { readonly words: number; readonly there: Span })[];
    }[];
    readonly heat: readonly (Span & { readonly texts: number })[];
    readonly least: number;
    readonly commonStarts: number;
    readonly coverage: Coverage;
  };
  /** Whether the text shows how often its passages were taken up. */
  readonly heat: boolean;
}

/** Later texts that are named at once. */
const NAMED = 12;

export function drawTextPage(view: TextView, options: DeskOptions = {}): string {
  const { document, version } = view;
  const newest = document.versions.at(-1)!;
  const language = document.language?.value ?? null;
  const isNewest = version.reference === newest.reference;
  return deskPage(
    '/texts',
    document.title,
    html`<p class="sub" dir="auto">${safe([document.kind.value, dayText(document), document.speaker?.value ?? document.body ?? ''].filter(Boolean).join(' · '))} <code>${version.reference}</code></p>
${!isNewest && html`<p class="banner">${SAY.older(version.number, document.versions.length)} <a href="${textLink(newest.reference)}">${SAY.newest}</a></p>`}
<div class="cols text-cols"><article class="sheet draft" tabindex="0" data-desk="text" data-version="${version.reference}"${language !== null && html` lang="${language}"`}>${placesBar(view)}${view.heat && html`<p class="small heat-help" lang="en">${HERE.heatHelp}</p>`}<div class="text">${drawBlocks(view)}</div></article>
<div>${litBox(view)}${uptakeBox(view)}${copiesBox(view)}<section class="sheet"><h2>${SAY.readIt}</h2><ul class="plain"><li><a href="/age?text=${version.reference}">${SAY.readAge}</a></li><li><a href="/sayings?of=${version.reference}">${SAY.readQuoted}</a></li><li><a href="/sayings?words=${version.reference}">${SAY.readSayings}</a></li></ul></section>
${versionsBox(view)}<section class="sheet"><h2>${SAY.facts}</h2><dl class="facts">${facts(document)}</dl>${correctForm(document)}</section></div></div>`,
    options,
  );
}

function dayText({ said, published }: Document): string {
  const when = said ?? published;
  return when === null ? '' : sayWhen(when);
}

function versionsBox({ document, version, capture }: TextView): Markup {
  return html`<section class="sheet"><h2>${SAY.versions}</h2><ol class="plain">${document.versions.map(
    (each, i) =>
      html`<li>${each.reference === version.reference ? html`<b>${SAY.version(each.number)}</b>` : html`<a href="${textLink(each.reference)}">${SAY.version(each.number)}</a>`} <span class="small">${sayWhen(each.captured)}</span>${
        i > 0 &&
        html` <a class="small" href="${compareLink(document.versions[i - 1]!.reference, each.reference)}">${SAY.compareWith}</a>`
      }</li>`,
  )}</ol><p class="small">${SAY.capture(capture.reference, sayWhen(capture.at), safe(capture.origin))}</p></section>`;
}

function compareLink(first: string, second: string): string {
  return `/compare?first=${first}&second=${second}`;
}

/** The words that the address names: their link, the live page, and what became of them. */
function litBox({ lit, version }: TextView): Markup | false {
  if (lit === null) return false;
  const { at, state, newest, span, words, live } = lit;
  return html`<section class="sheet these-words"><h2>${HERE.words}</h2><ul class="plain"><li><a href="${textLink(version.reference, at)}">${HERE.link}</a></li>${live !== null && html`<li><a href="${live}" rel="noreferrer">${HERE.live}</a></li>`}</ul>${
    state !== 'newest' &&
    html`<p class="state ${state}">${HERE.states[state]}${state === 'changed' && html` <q dir="auto">${safe(words)}</q>`} ${span !== null && html`<a href="${textLink(newest, span)}">${HERE.there}</a>`} ${(state === 'changed' || state === 'gone') && html`<a href="${compareLink(version.reference, newest)}">${HERE.whatChanged}</a>`}</p>`
  }</section>`;
}

function copiesBox({ copies, version }: TextView): Markup | false {
  return (
    copies.length > 0 &&
    html`<section class="sheet"><h2>${HERE.copies}</h2><ul class="plain">${copies.map(
      (copy) =>
        html`<li><a href="${textLink(copy.reference)}" dir="auto">${safe(copy.title)}</a> <span class="small">${safe(copy.source ?? copy.body ?? '')} · ${safe(copy.kind.value)} · ${dayCell(copy)}</span> <a class="small" href="${compareLink(version.reference, copy.versions.at(-1)!.reference)}">${HERE.compare}</a></li>`,
    )}</ul><p class="small">${HERE.copiesHelp}</p></section>`
  );
}

function uptakeBox(view: TextView): Markup {
  const { uptake, version, heat, searched } = view;
  const { texts, least, commonStarts, coverage } = uptake;
  const leading = texts.filter(({ lead }) => lead).length;
  const row = ({ document, version: other, lead, runs }: TextView['uptake']['texts'][number]): Markup => {
    const longest = runs.reduce((a, b) => (b.words > a.words ? b : a));
    return html`<li><span class="day">${dayCell(document)}</span> <a href="${textLink(other, longest.there)}" dir="auto">${safe(document.title)}</a> <span class="small">${safe(document.kind.value)} · <a href="${textLink(version.reference, longest)}">${HERE.longest(longest.words)}</a>${!lead && ` · ${HERE.copy}`}</span></li>`;
  };
  const asked = new URLSearchParams({
    ...(searched === null ? {} : { words: searched }),
    ...(heat ? {} : { heat: '1' }),
  });
  return html`<section class="sheet uptake"><h2>${HERE.taken}</h2>${
    texts.length === 0
      ? html`<p class="small">${HERE.takenNone(least)}</p>`
      : html`<p>${HERE.takenBy(leading)}. <a href="/texts/${version.reference}?${asked.toString()}">${heat ? HERE.hideHeat : HERE.showHeat}</a></p><ol class="plain">${texts.slice(0, NAMED).map(row)}</ol>${texts.length > NAMED && html`<details><summary class="small">${HERE.moreTexts(texts.length - NAMED)}</summary><ol class="plain">${texts.slice(NAMED).map(row)}</ol></details>`}<p class="small">${HERE.takenHelp(least)}</p>`
  }<p class="small">${HERE.searched(sayCoverage(coverage))}${commonStarts > 0 && ` ${HERE.everybody}`}</p></section>`;
}

/** The place that the address names among the places of the search. */
function currentPlace({ lit, places }: TextView): number {
  if (lit === null) return -1;
  return places.findIndex((parts) => {
    const { start, end } = hull(parts);
    return start < lit.at.end && lit.at.start < end;
  });
}

function hull(parts: readonly Span[]): Span {
  return { start: Math.min(...parts.map(({ start }) => start)), end: Math.max(...parts.map(({ end }) => end)) };
}

/** Which place of a search this is, and the way to the others. */
function placesBar(view: TextView): Markup | false {
  const { searched, places, version } = view;
  if (searched === null) return false;
  const current = currentPlace(view);
  const link = (i: number, rel: string, words: string): Markup | false => {
    const place = places[i];
    if (place === undefined) return false;
    const { start, end } = hull(place);
    const asked = new URLSearchParams({ words: searched, at: `${start}-${end}` });
    return html`<a rel="${rel}" href="/texts/${version.reference}?${asked.toString()}#lit">${words}</a>`;
  };
  return html`<nav class="places" aria-label="${SEARCH_WORDS.search}" lang="en"><b dir="auto">${safe(searched.split('\n').join(' / '))}</b> <span>${places.length === 0 ? SEARCH_WORDS.notHere : SEARCH_WORDS.lit(current < 0 ? null : current + 1, places.length)}</span> ${link(current - 1, 'prev', SEARCH_WORDS.previous)} ${link(current + 1, 'next', SEARCH_WORDS.next)} <a href="${searchLink(searched)}">${SEARCH_WORDS.back}</a></nav>`;
}

/** What stands over the words of a stretch. */
interface Layer extends Span {
  readonly kind: 'lit' | 'hit' | 'heat';
  readonly texts: number;
}

/** The blocks in order; each carries where it begins, so that selected words can be addressed. */
function drawBlocks(view: TextView): Markup[] {
  const { text, blocks, turns } = view.rendering;
  const labels = new Map(turns.map(({ start, label, kind }) => [start, label ?? (kind === 'question' ? 'Q' : null)]));
  const layers = layersOf(view);
  const lit = { first: true };
  return blocks
    .filter(({ kind }) => kind !== 'furniture' && kind !== 'label')
    .map(({ start, end, kind, time }) => {
      const label = labels.get(start) ?? null;
      const words = drawWords(text, { start, end }, layers, lit);
      const before = label === null ? false : html`<span class="speaker" dir="auto">${safe(label)}</span>`;
      const clock = time === undefined ? false : html`<span class="time">${clockOf(time.from)}</span>`;
      if (kind === 'heading') return html`<h2 dir="auto" data-at="${start}">${words}</h2>`;
      if (kind === 'blockquote') return html`${before}<blockquote dir="auto" data-at="${start}">${words}</blockquote>`;
      return html`${before}<p dir="auto" data-at="${start}"${kind === 'stage note' && html` class="stage"`}>${clock}${words}</p>`;
    });
}

function layersOf(view: TextView): Layer[] {
  return [
    ...(view.lit === null ? [] : [{ ...view.lit.at, kind: 'lit' as const, texts: 0 }]),
    ...view.places.flat().map((part) => ({ ...part, kind: 'hit' as const, texts: 0 })),
    ...(view.heat ? view.uptake.heat.map((part) => ({ ...part, kind: 'heat' as const })) : []),
  ];
}

/** The words of a block, cut wherever what stands over them changes. */
function drawWords(text: string, block: Span, layers: readonly Layer[], lit: { first: boolean }): (Markup | string)[] {
  const here = layers.filter(({ start, end }) => start < block.end && end > block.start);
  const edges = [block.start, block.end, ...here.flatMap(({ start, end }) => [start, end])]
    .filter((edge) => edge >= block.start && edge <= block.end)
    .sort((a, b) => a - b);
  const pieces: (Markup | string)[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const [start, end] = [edges[i]!, edges[i + 1]!];
    if (start === end) continue;
    const over = here.filter((layer) => layer.start <= start && end <= layer.end);
    let piece: Markup | string = shown(text.slice(start, end));
    const hot = over.find(({ kind }) => kind === 'heat');
    if (hot) {
      const ends = hot.end === end || end === block.end;
      piece = html`<span class="heat-run h${levelOf(hot.texts)}"${ends && html` data-n="${hot.texts}"`}>${piece}</span>`;
    }
    if (over.some(({ kind }) => kind === 'hit')) piece = html`<mark>${piece}</mark>`;
    if (over.some(({ kind }) => kind === 'lit')) {
      piece = html`<mark class="lit"${lit.first && html` id="lit"`}>${piece}</mark>`;
      lit.first = false;
    }
    pieces.push(piece);
  }
  return pieces;
}

/** Weight of the line: 1, 2, 3–4, 5–8, more. */
function levelOf(texts: number): number {
  return Math.min(5, 1 + Math.ceil(Math.log2(texts)));
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
