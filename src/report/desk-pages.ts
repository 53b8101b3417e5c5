/** The pages around the readings: start, the forms of the readings, people, and what was read of files. */
import type { Person } from '#record/index.js';
import { count } from './catalogue.js';
import { area, type Asked, choice, field, filterFields } from './desk-forms.js';
import { doorLinks, textLink } from './desk-links.js';
import { DESK_WORDS as SAY } from './desk-words.js';
import { safe } from './display-text.js';
import { html, type Markup } from './markup.js';
import { frame, type FrameOptions } from './page-frame.js';
import { sayDay } from './say-when.js';

export interface DeskOptions extends FrameOptions {
  readonly cover?: string;
  /** What was wrong with what was asked, in sentences, shown above the form. */
  readonly trouble?: string;
}

/** A page of the desk: the bar with the page that is open, a title, what was wrong, and the rest. */
export function deskPage(path: string, title: string, body: Markup, options: DeskOptions = {}): string {
  const { trouble, ...rest } = options;
  const main = html`<main>
<h1>${safe(title)}</h1>
${trouble !== undefined && html`<p class="banner" role="alert">${safe(trouble)}</p>`}
${body}
</main>`;
  return frame(title, main, { nav: doorLinks(path), ...rest });
}

export interface StartView {
  /** The stops of the tour, where the case file is what is held. */
  readonly tour: readonly { readonly href: string; readonly title: string; readonly help: string }[];
  readonly latest: readonly { readonly reference: string; readonly day: string | null; readonly title: string }[];
  /** What is followed; null: nothing. */
  readonly following?: { readonly followed: number; readonly fresh: number } | null;
  /** Whether texts can be added here. */
  readonly canAdd: boolean;
}

/** Start: three doors, the other readings, the tour, adding, and the latest texts. */
export function drawStartPage(view: StartView, options: DeskOptions = {}): string {
  const cards = (list: readonly { readonly href: string; readonly title: string; readonly help: string }[]): Markup[] =>
    list.map(
      ({ href, title, help }) => html`<li><a href="${href}"><b>${safe(title)}</b><span>${safe(help)}</span></a></li>`,
    );
  return deskPage(
    '/',
    'Onrecord',
    html`<p class="sub">${SAY.startHelp}</p>
${view.following ? html`<ul class="strip"><li class="verdict wrap">${SAY.morning(view.following.followed, view.following.fresh)}</li><li><a href="/morning">${SAY.toMorning}</a></li></ul>` : false}
<ul class="doors">${cards(SAY.doors)}</ul>
${
  view.tour.length > 0 &&
  html`<section class="sheet"><h2>${SAY.tour}</h2><p class="small">${SAY.tourHelp}</p><ol class="tour">${cards(view.tour)}</ol></section>`
}
${view.canAdd && addForm()}
<section class="sheet"><h2>${SAY.latest}</h2>${
      view.latest.length === 0
        ? html`<p>${SAY.nothingHeld}</p>`
        : html`<ul class="plain latest">${view.latest.map(
            ({ reference, day, title }) =>
              html`<li><span class="day">${day === null ? SAY.undated : sayDay(day)}</span> <a href="${textLink(reference)}" dir="auto">${safe(title)}</a></li>`,
          )}</ul>`
    }</section>
<section class="sheet"><h2>${SAY.more}</h2><ul class="doors small-doors">${cards(SAY.readings)}</ul></section>`,
    options,
  );
}

/** Works as a form; with script, files and folders may be dropped and the list grows as they are read. */
function addForm(): Markup {
  return html`<section class="sheet" data-desk="add"><h2>${SAY.addTitle}</h2><p class="small">${SAY.addHelp}</p>
<form method="post" action="/texts" enctype="multipart/form-data"><div class="field"><label for="files" class="vh">${SAY.addTitle}</label><input id="files" type="file" name="files" multiple></div><button>${SAY.addButton}</button></form></section>`;
}

/** What became of each file that was sent. */
export function drawAddedPage(
  rows: readonly {
    readonly path: string;
    readonly outcome: string;
    readonly document: string | null;
    readonly title: string | null;
    readonly guesses: readonly string[];
    readonly reasons: readonly string[];
  }[],
  options: DeskOptions = {},
): string {
  return deskPage(
    '/',
    SAY.added,
    html`<section class="sheet"><ul class="plain added">${rows.map(
      ({ path, outcome, document, title, guesses, reasons }) =>
        html`<li><b class="outcome">${outcome}</b> ${
          document === null ? safe(path) : html`<a href="${textLink(document)}" dir="auto">${safe(title ?? path)}</a>`
        }${[...reasons, ...guesses.map((guess) => `${SAY.guess}: ${guess}`)].map((words) => html`<span class="small">${safe(words)}</span>`)}</li>`,
    )}</ul></section>`,
    options,
  );
}

function asking(path: string, button: string, fields: readonly (Markup | null)[], method = 'get'): Markup {
  return html`<form class="ask" method="${method}" action="${path}" accept-charset="utf-8"${method === 'post' && html` enctype="multipart/form-data"`}>${fields}<button>${button}</button></form>`;
}

/** The form for the age of a text. Posted, because a text may be longer than an address. */
export function drawAgeForm(asked: Asked, options: DeskOptions = {}): string {
  return deskPage(
    '/age',
    SAY.age,
    html`<p class="sub narrow">${SAY.ageHelp}</p>${asking(
      '/age',
      SAY.ageButton,
      [
        area('text', SAY.textLabel, asked['text']),
        html`<div class="fields">${field('against', SAY.againstLabel, asked['against'])}${field('date', SAY.dateLabel, asked['date'])}</div>`,
      ],
      'post',
    )}`,
    options,
  );
}

export function formulaForm(asked: Asked): Markup {
  return asking('/formula', SAY.formulaButton, [
    field('phrase', SAY.phraseLabel, asked['phrase']),
    html`<div class="fields">${choice('sort', SAY.sortLabel, Object.entries(SAY.sorts), asked['sort'] ?? 'date')}<div class="field tick"><label><input type="checkbox" name="exact" value="1"${(asked['exact'] ?? '') !== '' && html` checked`}> ${SAY.exactLabel}</label></div></div>`,
    filterFields(asked),
  ]);
}

export function drawFormulaForm(asked: Asked, options: DeskOptions = {}): string {
  return deskPage(
    '/formula',
    SAY.formula,
    html`<p class="sub narrow">${SAY.formulaHelp}</p>${formulaForm(asked)}`,
    options,
  );
}

export function drawSayingsForm(asked: Asked, options: DeskOptions = {}): string {
  return deskPage(
    '/sayings',
    SAY.sayings,
    html`<p class="sub narrow">${SAY.sayingsHelp}</p>${asking('/sayings', SAY.sayingsButton, [field('words', SAY.sayingLabel, asked['words'])])}`,
    options,
  );
}

export function drawAccountsForm(asked: Asked, options: DeskOptions = {}): string {
  return deskPage(
    '/accounts',
    SAY.accounts,
    html`<p class="sub narrow">${SAY.accountsHelp}</p>${asking(
      '/accounts',
      SAY.accountsButton,
      [
        html`<div class="two">${area('a', SAY.first, asked['a'])}${area('b', SAY.second, asked['b'])}</div>`,
        html`<details class="field"><summary>${SAY.third}</summary>${area('c', SAY.third, asked['c'])}</details>`,
      ],
      'post',
    )}`,
    options,
  );
}

/** Whom the archive knows, in order of name, with the offices held. */
export function drawPeoplePage(people: readonly Person[], options: DeskOptions = {}): string {
  const ordered = people.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  return deskPage(
    '/people',
    SAY.people,
    people.length === 0
      ? html`<p>${SAY.noPeople}</p>`
      : html`<p class="sub">${SAY.peopleHelp} ${count(people.length, 'person', 'people')}.</p><section class="sheet"><ul class="plain people">${ordered.map(
          ({ id, name, aliases, mandates }) =>
            html`<li><a href="/people/${encodeURIComponent(id)}"><b dir="auto">${safe(name)}</b></a>${aliases.length > 0 && html` <span class="small" dir="auto">${safe(aliases.join(' · '))}</span>`}${mandates.map(
              ({ post, body, from, to }) =>
                html`<span class="mandate">${safe(post)}${body !== null && html`, ${safe(body)}`}${SAY.since(from === null ? null : sayDay(from), to === null ? null : sayDay(to))}</span>`,
            )}</li>`,
        )}</ul></section>`,
    options,
  );
}
