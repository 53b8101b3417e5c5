/**
 * What the served page of accounts lets people do with its rows, in plain forms: pair sentences or set them apart,
 * which the archive keeps with who and when, and tick rows for a note.
 */
import type { AccountsView, CellView, RowView } from './accounts-view.js';
import { ACCOUNTS_DESK_WORDS as SAY } from './accounts-desk-words.js';
import { safe, shortened } from './display-text.js';
import { html, type Markup } from './markup.js';

/** The versions that are compared, in the order of their sides. */
export interface AccountsDesk {
  readonly texts: readonly string[];
}

/** The names of the fields in which accounts are asked for. */
export const ACCOUNT_FIELDS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

const hidden = ({ texts }: AccountsDesk): Markup[] =>
  texts.map((text, i) => html`<input type="hidden" name="${ACCOUNT_FIELDS[i]!}" value="${text}">`);

/** The form that the ticks of the rows belong to. */
export function noteForm(desk: AccountsDesk): Markup {
  return html`<form id="note" class="note-bar" action="/accounts/note">${hidden(desk)}<button class="quiet">${SAY.note}</button> <span class="small">${SAY.noteHelp}</span></form>`;
}

export function tickOf({ n }: RowView): Markup {
  return html`<label class="tick-row"><input type="checkbox" name="row" value="${n}" form="note"><span class="vh">${SAY.tick(n)}</span></label>`;
}

/** Counts the nearest sentence of an empty cell as mentioned. */
export function nearestForm(pair: string, desk: AccountsDesk): Markup {
  return html`<form class="inline" method="post" action="/accounts/pair">${hidden(desk)}<button class="quiet" name="pair" value="${pair}">${SAY.countAsMentioned}</button></form>`;
}

/** Pairs the sentences of a row otherwise. */
export function pairingForms(row: RowView, view: AccountsView, desk: AccountsDesk): Markup {
  const told = row.cells.flatMap((cell, side) => cell.sentences.map(({ name }) => ({ name, side })));
  const pairs = told.flatMap((one, i) =>
    told.slice(i + 1).flatMap((other) => (other.side === one.side ? [] : [`${one.name}=${other.name}`])),
  );
  const others = (side: number): Markup[] =>
    view.rows.flatMap(({ cells }) =>
      cells.flatMap((cell, s) => (s === side ? [] : cell.sentences.map((sentence) => option(cell, sentence)))),
    );
  return html`<details class="pairing"><summary>${SAY.pairing}</summary>${
    pairs.length > 0 &&
    html`<form class="inline" method="post" action="/accounts/pair">${hidden(desk)}${pairs.map(
      (pair) =>
        html`<button class="quiet" name="unpair" value="${pair}">${SAY.apart(pair.split('=').join(SAY.and))}</button> `,
    )}</form>`
  }${told.map(
    ({ name, side }) =>
      html`<form class="inline" method="post" action="/accounts/pair">${hidden(desk)}<input type="hidden" name="first" value="${name}"><label for="with-${row.n}-${name}">${SAY.belongsTo(name)}</label> <select id="with-${row.n}-${name}" name="second">${others(side)}</select> <button class="quiet">${SAY.pair}</button></form>`,
  )}</details>`;
}

function option(cell: CellView, { name, runs }: CellView['sentences'][number]): Markup {
  const words = runs.map(({ text }) => text).join('');
  return html`<option value="${name}">${name} · ${safe(cell.side)}: ${shortened(safe(words), 70)}</option>`;
}
