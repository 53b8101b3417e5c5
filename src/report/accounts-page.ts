/**
 * Accounts of one encounter as one self-contained page: the clock, the lengths with the time before, what each states,
 * topics as ladders, then row by row what each tells, and the words given to the other side. No script: pictures are
 * drawn as SVG, and each has its words beside it.
 */
import { type AccountsDesk, nearestForm, noteForm, pairingForms, tickOf } from './accounts-desk.js';
import { ACCOUNTS_DESK_WORDS as DESK } from './accounts-desk-words.js';
import { ACCOUNTS_STYLE, ACCOUNTS_STYLE_DIGEST } from './accounts-style.js';
import type {
  AccountsView,
  AttributedView,
  CellView,
  ClockView,
  RowView,
  SentenceRun,
  SentenceView,
  TopicView,
} from './accounts-view.js';
import { ACCOUNT_WORDS as SAY } from './accounts-words.js';
import { coverageLine, sayCoverage } from './catalogue.js';
import { safe, shortened } from './display-text.js';
import { heard } from './marked-words.js';
import { html, type Markup } from './markup.js';
import { linked } from './page-check.js';
import { frame, type FrameOptions } from './page-frame.js';

/**
 * Draws the view as a page: HTML text that needs nothing else, and prints well. With `desk` its rows can be paired
 * otherwise and ticked for a note, which wants a server behind it.
 */
export function drawAccountsPage(
  view: AccountsView,
  options: FrameOptions = {},
  desk: AccountsDesk | null = null,
): string {
  const names = view.sides.map(({ name }) => safe(name));
  const main = html`<main>
<h1 dir="auto">${safe(view.title)}</h1>
${view.sub.map((line) => html`<p class="sub" dir="auto">${safe(line)}</p>`)}
<ul class="strip"><li class="long">${SAY.length} <b>${view.lengths}</b> (${view.lengthsBefore})</li>${view.strip.map(
    ({ words, count }) => html`<li>${safe(words)} <b>${count}</b></li>`,
  )}</ul>
<section class="sheet"><h2>${SAY.clock}</h2>${clockLine(view)}<ol class="clock">${view.clock.map(clockEntry)}</ol></section>
<div class="halves">
<div><section class="sheet"><h2>${SAY.stated}</h2>${drawStated(view)}<h2>${SAY.labels}</h2>${drawLabels(view)}</section>
<section class="sheet"><h2>${SAY.attributed}</h2><p class="small">${SAY.attributedHelp}</p>${
    view.attributed.length === 0 ? html`<p>${SAY.noneAttributed}</p>` : view.attributed.map(drawAttributed)
  }</section></div>
<section class="sheet"><h2>${SAY.topics}</h2>${ladder(view)}${topicTable(view)}</section>
</div>
<section class="sheet" id="rows" aria-label="${SAY.rows}"><h2>${SAY.rows}</h2><p class="keys"><mark class="tell">${SAY.keyApart}</mark> · <span class="common">${SAY.keyShared}</span> · <span class="solo">${SAY.keyOnly}</span></p>
<table class="enc"><thead><tr><th class="kind" scope="col">${SAY.topic}</th>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${view.rows.map(
    (row) => drawRow(row, view, desk),
  )}</tbody></table>${desk !== null && html`${noteForm(desk)}<p class="small">${DESK.pairingKept}</p>`}</section>
<div class="halves">
<section class="sheet"><h2>${SAY.accounts}</h2>${drawSources(view)}</section>
<section class="sheet"><h2>${SAY.acts}</h2><p class="small">${SAY.actsHelp} ${names.join(' : ')}</p><ul class="acts">${view.acts.map(
    ({ act, counts }) => html`<li>${act} <b>${counts.join(' : ')}</b></li>`,
  )}</ul>${view.notes.map((note) => html`<p class="note">${safe(note)}</p>`)}${
    view.coverage !== null && html`<p class="small">${SAY.held(sayCoverage(view.coverage))}</p>`
  }<p class="rule">${SAY.rules(safe(view.rules))}</p></section>
</div>
</main>`;
  return frame(SAY.title(names.join(', ')), main, {
    ...options,
    cover: view.coverage === null ? '' : coverageLine(view.coverage),
    skip: '#rows',
    style: { css: ACCOUNTS_STYLE, digest: ACCOUNTS_STYLE_DIGEST },
  });
}

function drawStated({ stated, sides }: AccountsView): Markup {
  if (stated.length === 0) return html`<p class="small">${SAY.notMentioned}</p>`;
  return html`<table class="facts"><thead><tr><td></td>${sides.map(({ name }) => html`<th scope="col">${safe(name)}</th>`)}</tr></thead><tbody>${stated.map(
    ({ what, sides: texts }) =>
      html`<tr><th scope="row">${what}</th>${texts.map((text) =>
        text === null ? html`<td class="ctx"><i>${SAY.notMentioned}</i></td>` : html`<td>${safe(text)}</td>`,
      )}</tr>`,
  )}</tbody></table>`;
}

function drawLabels({ sides }: AccountsView): Markup {
  return html`<ul class="list">${sides.map(({ name, labels, previous }) => {
    const now = [...new Set(labels.map(({ text }) => safe(text)))].join(', ');
    const before =
      previous &&
      [SAY.lastTime, previous.day, safe(previous.labels.join(', ')) || SAY.noLabel]
        .filter((part) => part !== null)
        .join(', ');
    return html`<li><b>${safe(name)}</b>: ${now === '' ? html`<span class="ctx">${SAY.noLabel}</span>` : now}${before !== null && html` <span class="ctx">(${before})</span>`}</li>`;
  })}</ul>`;
}

function drawSources({ sides, coverage }: AccountsView): Markup {
  const asked = coverage !== null;
  return html`<ul class="list">${sides.map(
    ({ name, reference, title, address, words, previous, also }) =>
      html`<li><b>${safe(name)}</b>: ${linked(address, safe(title))} · ${SAY.words(words)} · <code>${safe(reference)}</code>${
        also.length > 0 && html` · ${SAY.also} ${also.map((other) => html`<code>${safe(other)}</code> `)}`
      }<br><span class="ctx">${
        previous === null
          ? asked
            ? SAY.noEarlier
            : SAY.notAskedEarlier
          : html`${SAY.lastTime}: ${previous.day} · ${SAY.words(previous.words)} · <code>${safe(previous.reference)}</code> · ${SAY.earlierHeld(previous.held)}`
      }</span></li>`,
  )}</ul>`;
}

/** Class names of moments; the words are the catalogue's. */
const MOMENT_CLASS: Readonly<Record<string, string>> = {
  'talks begin': 'begins',
  'talks end': 'ends',
  edited: 'edited',
};

function clockEntry({ at, what, side, detail }: ClockView): Markup {
  return html`<li class="${MOMENT_CLASS[what] ?? ''}"><time>${at}</time><span>${safe(side)} · ${what}${detail.map((line) => html`<span class="small">${safe(line)}</span>`)}</span></li>`;
}

const LINE_WIDTH = 1000;
const LABEL_ROOM = 150;

/** The line of the clock as a picture; the list below it says the same in words. */
function clockLine({ clock }: AccountsView): Markup | false {
  const placed = clock.filter(({ place }) => place !== null);
  if (placed.length < 2) return false;
  const x = (place: number): number => Math.round(70 + place * (LINE_WIDTH - 140));
  // Marks that stand close have their words above and below by turns.
  let above = true;
  let below = false;
  let last = -LABEL_ROOM;
  const marks = placed.map(({ place, at, what, side }) => {
    const at_ = x(place!);
    above = at_ - last < LABEL_ROOM ? !above : true;
    below ||= !above;
    last = at_;
    const y = above ? 14 : 66;
    return html`<circle class="${MOMENT_CLASS[what] ?? ''}" cx="${at_}" cy="44" r="6"/><text x="${at_}" y="${y}" text-anchor="middle"><tspan class="h">${at}</tspan><tspan x="${at_}" dy="14">${shortened(safe(side), 20)}, ${what}</tspan></text>`;
  });
  return html`<svg class="clockline" viewBox="0 0 ${LINE_WIDTH} ${below ? 92 : 56}" aria-hidden="true"><line x1="0" y1="44" x2="${LINE_WIDTH}" y2="44"/>${marks}</svg>`;
}

const STEP = 22;

/** Two sides' topics in their own orders, joined where both have one: crossing lines are what was moved. */
function ladder({ topics, sides }: AccountsView): Markup | false {
  if (sides.length !== 2) return false;
  const height = 30 + STEP * Math.max(...[0, 1].map((s) => topics.filter((topic) => topic.sides[s] !== null).length));
  const y = (order: number): number => 30 + STEP * (order - 1) + 10;
  const text = (topic: TopicView, s: 0 | 1): Markup | false => {
    const place = topic.sides[s];
    if (!place) return false;
    const lone = topic.sides[1 - s] === null;
    return html`<text x="${s === 0 ? 215 : 305}" y="${y(place.order) + 4}" text-anchor="${s === 0 ? 'end' : 'start'}" class="${lone ? 'lone' : ''}">${shortened(safe(topic.title), 28)}</text>`;
  };
  const shared = topics.filter((topic) => topic.sides.every((place) => place !== null));
  const crosses = (topic: TopicView): boolean =>
    shared.some(
      (other) => (topic.sides[0]!.order - other.sides[0]!.order) * (topic.sides[1]!.order - other.sides[1]!.order) < 0,
    );
  return html`<svg class="ladder" viewBox="0 0 520 ${height}" aria-hidden="true"><text class="h" x="215" y="16" text-anchor="end">${shortened(safe(sides[0]!.name), 30)}</text><text class="h" x="305" y="16">${shortened(safe(sides[1]!.name), 30)}</text>${shared.map(
    (topic) =>
      html`<line class="${crosses(topic) ? 'cross' : ''}" x1="222" y1="${y(topic.sides[0]!.order)}" x2="298" y2="${y(topic.sides[1]!.order)}"/>`,
  )}${topics.map((topic) => html`${text(topic, 0)}${text(topic, 1)}`)}</svg>`;
}

function topicTable({ topics, sides }: AccountsView): Markup {
  return html`<table class="topics"><thead><tr><th scope="col">${SAY.topic}</th>${sides.map(({ name }) => html`<th scope="col">${safe(name)}</th>`)}</tr></thead><tbody>${topics.map(
    ({ title, sides: places }) =>
      html`<tr><th scope="row">${safe(title)}</th>${places.map((place) =>
        place === null
          ? html`<td class="c"><i>${SAY.notMentioned}</i></td>`
          : html`<td class="c">${place.order}. · ${SAY.share(place.percent)}<svg class="bar2" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="all" width="100" height="6"/><rect width="${Math.max(1, place.percent)}" height="6"/></svg></td>`,
      )}</tr>`,
  )}</tbody></table>`;
}

function drawRow(row: RowView, view: AccountsView, desk: AccountsDesk | null): Markup {
  const { tone, words, topic, cells, differs, why, edits, decided, n } = row;
  const notes = desk !== null || edits.length > 0 || differs.length > 0 || why.length > 0 || decided !== null;
  return html`<tr class="main ${tone}${topic === null && ' more'}" id="r${n}"><td class="kind" dir="auto">${desk !== null && tickOf(row)}${topic !== null && safe(topic)}<span class="tone">${safe(words)}</span></td>${cells.map((cell) => drawCell(cell, desk))}</tr>${
    notes &&
    html`<tr class="notes"><td class="kind"></td><td colspan="${view.sides.length}">${decided !== null && html`<p class="small">${safe(decided)}</p>`}${edits.map((edit) => html`<p class="small">${safe(edit)}</p>`)}${
      differs.length > 0 &&
      html`${differs.map(({ what, sides }, d) => html`${d > 0 && ' · '}<b>${what}</b> ${sides.map(safe).join(' / ')}`)}`
    }${why.length > 0 && html`<details><summary>${SAY.why} …</summary>${why.map(safe).join(' · ')}</details>`}${desk !== null && pairingForms(row, view, desk)}</td></tr>`
  }`;
}

function drawCell({ side, sentences, nearest }: CellView, desk: AccountsDesk | null): Markup {
  if (sentences.length > 0)
    return html`<td class="said" data-side="${safe(side)}" dir="auto">${sentences.map(drawSentence)}</td>`;
  return html`<td class="said no" data-side="${safe(side)}">${SAY.notMentioned}${
    nearest !== null &&
    html`<span class="near">${SAY.nearest}: <span class="u">${nearest.name}</span>“${shortened(safe(nearest.text), 140)}” ${desk === null ? html`<span class="u">--pair ${nearest.pair}</span> ${SAY.countAsMentioned}` : nearestForm(nearest.pair, desk)}</span>`
  }</td>`;
}

function drawSentence({ name, runs }: SentenceView): Markup {
  return html`<p><span class="u">${name}</span>${runs.map(drawRun)}</p>`;
}

function drawRun({ kind, text }: SentenceRun): Markup {
  const [, before = '', words = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(text) ?? [];
  if (words === '' || kind === 'plain') return html`${safe(text)}`;
  const marked =
    kind === 'apart'
      ? html`<mark class="tell">${heard(`${SAY.differs}:`)}${safe(words)}</mark>`
      : kind === 'only'
        ? html`<span class="solo">${safe(words)}</span>`
        : html`<span class="common">${safe(words)}</span>`;
  return html`${before !== '' && ' '}${marked}${after !== '' && ' '}`;
}

function drawAttributed({
  by,
  to,
  unit,
  speaker,
  act,
  words,
  carried,
  carriedWords,
  own,
  earlier,
}: AttributedView): Markup {
  const tone = carried === 'worded differently' ? 'worded' : carried;
  return html`<article class="given ${tone}"><p class="said" dir="auto"><span class="u">${unit}</span>${safe(speaker)} <mark class="tell">${safe(act)}</mark> ${safe(words)}</p><p class="src">${safe(by)} → ${safe(to)}</p><p class="verdict">${SAY.ownAccount(safe(to))}: ${[carriedWords, ...earlier].join('; ')}</p>${
    own !== null && html`<p class="src">${safe(own.label)}: <span class="u">${own.name}</span>“${safe(own.text)}”</p>`
  }</article>`;
}
