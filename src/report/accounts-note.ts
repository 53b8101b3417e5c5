/**
 * Rows of accounts as a note: for each a sentence that says what each side tells, in its own words with the place of
 * them, and what differs. States of the texts, in one form for every side.
 */
import type { Span } from '#base/index.js';
import { ACCOUNTS_DESK_WORDS as SAY } from './accounts-desk-words.js';
import { type ComparedEncounter, viewAccounts } from './accounts-view.js';
import { sayCoverage } from './catalogue.js';
import { textLink } from './desk-links.js';
import { type DeskOptions, deskPage } from './desk-pages.js';
import { safe } from './display-text.js';
import { html, type Markup } from './markup.js';

/** What one side tells in a row; null: not mentioned. */
interface Told {
  readonly side: string;
  readonly words: string | null;
  readonly href: string | null;
}

export interface NoteView {
  readonly title: string;
  readonly sentences: readonly { readonly told: readonly Told[]; readonly remark: string }[];
  readonly coverage: string | null;
}

/**
 * The note of some rows, numbered from 1 as on the page; rows that are not there are left out. `placed` says where words
 * of an account stand in the version, which has the furniture of its page as well.
 */
export function viewNote(
  compared: ComparedEncounter,
  rows: readonly number[],
  placed: (version: string, span: Span) => Span,
): NoteView {
  const { sides, rows: all } = compared.encounter;
  const view = viewAccounts(compared);
  return {
    title: view.title,
    sentences: rows.flatMap((n) => {
      const row = all[n - 1];
      const shown = view.rows[n - 1];
      if (!row || !shown) return [];
      const told = row.cells.map((units, s): Told => {
        const { name, account } = sides[s]!;
        if (units.length === 0) return { side: name, words: null, href: null };
        const spans = units.map((u) => sides[s]!.units[u - 1]!);
        const words = spans.map(({ text }) => text.replaceAll(/\s+/g, ' ').trim()).join(' … ');
        const href = account.version === null ? null : textLink(account.version, placed(account.version, spans[0]!));
        return { side: name, words, href };
      });
      const differs = shown.differs.map(({ what, sides: texts }) => `${what} (${texts.join(' / ')})`);
      const alike = sides.length === 2 ? SAY.alike : SAY.allAlike;
      const remark =
        differs.length > 0 ? `${SAY.differsIn} ${differs.join('; ')}.` : shown.tone === 'alike' ? alike : '';
      return [{ told, remark }];
    }),
    coverage: compared.coverage === null ? null : sayCoverage(compared.coverage),
  };
}

/** The note as plain text or Markdown; `origin` makes its links whole ("http://localhost:4321"). */
export function writeNote({ title, sentences, coverage }: NoteView, origin: string, how: 'text' | 'markdown'): string {
  const lines = sentences.map(({ told, remark }, i) => {
    const words = told.map(({ side, words: said, href }) => {
      if (said === null) return `${side}: ${SAY.notMentioned}.`;
      if (how === 'text' || href === null) return `${side}: “${said}”`;
      return `${side}: [“${said.replaceAll(/[[\]\\]/g, String.raw`\$&`)}”](${origin}${href})`;
    });
    const links = how === 'text' ? told.flatMap(({ href }) => (href === null ? [] : [`\n   ${origin}${href}`])) : [];
    return `${i + 1}. ${[...words, remark].filter((part) => part !== '').join(' ')}${links.join('')}`;
  });
  const head = how === 'markdown' ? `**${title}**` : title;
  return [head, '', ...lines, ...(coverage === null ? [] : ['', SAY.held(coverage)])].join('\n');
}

/** The page of a note, with it as text and as Markdown to copy. `back`: the address of the accounts. */
export function drawNotePage(note: NoteView, origin: string, back: string, options: DeskOptions = {}): string {
  const copy = (id: string, label: string, words: string): Markup =>
    html`<section class="sheet copy-note"><h2><label for="${id}">${label}</label></h2><textarea id="${id}" readonly rows="${Math.min(24, words.split('\n').length + 2)}" data-desk="copy" data-copy="${SAY.copy}" data-copied="${SAY.copied}">${words.split('\n').map(safe).join('\n')}</textarea></section>`;
  return deskPage(
    '/accounts',
    SAY.noteOf(note.title),
    note.sentences.length === 0
      ? html`<p>${SAY.none} ${SAY.noneHelp} <a href="${back}">${SAY.back}</a></p>`
      : html`<p class="sub">${SAY.kept} <a href="${back}">${SAY.back}</a></p><section class="sheet"><ol class="note-list">${note.sentences.map(
          ({ told, remark }) =>
            html`<li>${told.map(
              ({ side, words, href }) =>
                html`<p class="said" dir="auto"><b>${safe(side)}</b>: ${
                  words === null
                    ? html`<span class="ctx">${SAY.notMentioned}</span>`
                    : href === null
                      ? html`“${safe(words)}”`
                      : html`<a href="${href}">“${safe(words)}”</a>`
                }</p>`,
            )}${remark !== '' && html`<p class="small">${safe(remark)}</p>`}</li>`,
        )}</ol>${note.coverage !== null && html`<p class="small">${SAY.held(note.coverage)}</p>`}</section><div class="two">${copy('note-text', SAY.asText, writeNote(note, origin, 'text'))}${copy('note-markdown', SAY.asMarkdown, writeNote(note, origin, 'markdown'))}</div>`,
    options,
  );
}
