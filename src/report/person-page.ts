/** A person's page: the offices held, and everything said in the texts held with the office of that day. */
import type { Coverage, Document, Mandate, Person } from '#record/index.js';
import { count, coverageLine, sayCoverage } from './catalogue.js';
import { field } from './desk-forms.js';
import { textLink } from './desk-links.js';
import { type DeskOptions, deskPage } from './desk-pages.js';
import { DESK_WORDS as DESK } from './desk-words.js';
import { safe } from './display-text.js';
import { html, type Markup } from './markup.js';
import { sayDay } from './say-when.js';
import { dayCell } from './texts-page.js';

const SAY = {
  offices: 'Offices',
  noOffice: 'no office known',
  said: 'What is held',
  printedAs: 'Printed as',
  search: 'Search in what this person said',
  button: 'Search',
  texts: (n: number, words: number): string =>
    `${count(n, 'text', 'texts')}, ${count(words, 'word', 'words')}, newest first.`,
  copy: 'near-copy',
  more: (n: number): string =>
    `${count(n, 'older text', 'older texts')} not looked through: a search finds what is said there.`,
  none: 'No text held has words that are surely this person’s.',
  turns: (n: number): string => (n === 0 ? 'the whole text' : count(n, 'turn', 'turns')),
  words: (n: number): string => count(n, 'word', 'words'),
  searched: (coverage: string): string => `Searched ${coverage}. Turns whose speaker is in doubt are left out.`,
} as const;

export interface PersonView {
  readonly person: Person;
  readonly names: readonly string[];
  readonly said: readonly {
    readonly document: Document;
    readonly version: string;
    readonly offices: readonly Mandate[];
    readonly turns: number;
    readonly words: number;
    readonly at: { readonly start: number; readonly end: number };
    readonly opening: string;
    readonly copy: boolean;
  }[];
  readonly more: number;
  readonly coverage: Coverage;
}

export function drawPersonPage(view: PersonView, options: DeskOptions = {}): string {
  const { person, names, said, more, coverage } = view;
  // The surname: a search by speaker wants every word of the name in the label as printed.
  const key = person.name.trim().split(/\s+/).at(-1) ?? '';
  const counted = said.filter(({ copy }) => !copy);
  const total = counted.reduce((sum, { words }) => sum + words, 0);
  return deskPage(
    '/people',
    person.name,
    html`${person.aliases.length > 0 && html`<p class="sub" dir="auto">${safe(person.aliases.join(' · '))}</p>`}
<form class="ask" action="/search" role="search"><input type="hidden" name="speaker" value="${key}"><div class="one-line">${field('words', SAY.search, '', 'search')}<button>${SAY.button}</button></div></form>
<section class="sheet"><h2>${SAY.offices}</h2>${person.mandates.length === 0 ? html`<p>${SAY.noOffice}</p>` : html`<ul class="plain">${person.mandates.map((mandate) => html`<li>${office(mandate)}${DESK.since(mandate.from === null ? null : sayDay(mandate.from), mandate.to === null ? null : sayDay(mandate.to))}</li>`)}</ul>`}${names.length > 0 && html`<p class="small">${SAY.printedAs}: <span dir="auto">${safe(names.join(' · '))}</span></p>`}</section>
<section class="sheet" id="findings"><h2>${SAY.said}</h2>${
      said.length === 0
        ? html`<p>${SAY.none}</p>`
        : html`<p class="small">${SAY.texts(counted.length, total)}</p><ol class="plain hits">${said.map(
            ({ document, version, offices, turns, words, at, opening, copy }) =>
              html`<li><p class="small"><span class="day">${dayCell(document)}</span> · <b>${offices.length === 0 ? SAY.noOffice : offices.map((mandate, i) => html`${i > 0 && '; '}${office(mandate)}`)}</b></p><p class="said" dir="auto"><a class="opening" href="${textLink(version, at)}">${safe(opening)}</a></p><p class="small"><span dir="auto">${safe(document.title)}</span> · ${safe(document.kind.value)} · ${SAY.turns(turns)} · ${SAY.words(words)}${copy && ` · ${SAY.copy}`} <code>${version}</code></p></li>`,
          )}</ol>`
    }${more > 0 && html`<p class="small">${SAY.more(more)}</p>`}<p class="small">${SAY.searched(sayCoverage(coverage))}</p></section>`,
    { cover: coverageLine(coverage), ...options },
  );
}

function office({ post, body }: Mandate): Markup {
  return html`<span dir="auto">${safe(post)}${body !== null && `, ${safe(body)}`}</span>`;
}
