/** An account with its words found once: what every other look at it starts from. */
import { type Lexicon, lexiconOf, stem, words } from '#text/index.js';
import type { AccountText, Unit } from './account.js';
import { ACT_WORDS, LABEL_WORDS, MEETING_WORDS, TALK_WORDS } from './act-words.js';
import { MATTER_WORDS } from './matter-words.js';
import { PhraseTable, plain, tableRows } from './phrases.js';
import { unitsOf } from './units.js';

const MATTERS = tableRows(MATTER_WORDS, false);
const ACTS = tableRows(ACT_WORDS, true);
const LABELS = tableRows(LABEL_WORDS, true);
const TALKS = tableRows(TALK_WORDS, true);
const MEETING = tableRows(MEETING_WORDS, true);

/** Names of acts and the group that each belongs to, by row. */
export const ACT_NAMES: readonly { readonly act: string; readonly group: string }[] = ACTS.names.map((name) => {
  const [act = '', group = ''] = name.split(' ');
  return { act: act.replaceAll('_', ' '), group };
});
export const LABEL_NAMES: readonly string[] = LABELS.names;
/** Whether a row of matters comes with every other, and makes no pair by itself. */
export const COMMON_MATTERS: readonly boolean[] = MATTERS.marked;
/** opened, contact, lasted. */
export const MEETING_NAMES: readonly string[] = MEETING.names;

/** The tables for one language. */
export interface Tables {
  readonly lexicon: Lexicon;
  readonly matters: PhraseTable;
  readonly acts: PhraseTable;
  readonly labels: PhraseTable;
  readonly talks: PhraseTable;
  readonly meeting: PhraseTable;
}

/** Tables made so far, by language; owned by whoever compares accounts. */
export class TableShelf {
  readonly #made = new Map<string, Tables>();

  of(language: string | null): Tables {
    const key = (language ?? '').slice(0, 2).toLowerCase();
    let tables = this.#made.get(key);
    if (!tables) {
      tables = {
        lexicon: lexiconOf(language),
        matters: new PhraseTable(MATTERS, language),
        acts: new PhraseTable(ACTS, language),
        labels: new PhraseTable(LABELS, language),
        talks: new PhraseTable(TALKS, language),
        meeting: new PhraseTable(MEETING, language),
      };
      this.#made.set(key, tables);
    }
    return tables;
  }
}

/** The words of an account and the tables of its language. */
export interface Read {
  readonly account: AccountText;
  readonly language: string | null;
  readonly tables: Tables;
  readonly units: readonly Unit[];
  /** Folded, ё as е. */
  readonly words: readonly string[];
  readonly stems: readonly string[];
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** For each unit its first word and the one behind its last. */
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
  /** Words of all units. */
  readonly size: number;
}

/** Reads an account. Cost: one pass over its words. */
export function readAccount(account: AccountText, shelf: TableShelf): Read {
  const language = account.facts.language?.value ?? null;
  const units = unitsOf(account.text, account.blocks, language, account.facts.title);
  const list = words(account.text, { language });
  const folded = list.folded.map((word) => plain(word.endsWith("'s") && word.length > 3 ? word.slice(0, -2) : word));
  const ranges: { from: number; to: number }[] = [];
  let at = 0;
  for (const unit of units) {
    while (at < list.count && list.starts[at]! < unit.start) at++;
    const from = at;
    while (at < list.count && list.starts[at]! < unit.end) at++;
    ranges.push({ from, to: at });
  }
  return {
    account,
    language,
    tables: shelf.of(language),
    units,
    words: folded,
    stems: folded.map((word) => stem(word, language ?? 'en')),
    starts: list.starts,
    ends: list.ends,
    ranges,
    size: ranges.reduce((sum, { from, to }) => sum + to - from, 0),
  };
}

/** The words [from, to) as they stand in the text. */
export function wordsAt(read: Read, from: number, to: number): { start: number; end: number; text: string } {
  const start = read.starts[from]!;
  const end = read.ends[to - 1]!;
  return { start, end, text: read.account.text.slice(start, end) };
}

const CAPITAL = /^\p{Lu}/u;

/** Whether word i is written with a capital. */
export function isCapital(read: Read, i: number): boolean {
  return CAPITAL.test(read.account.text.slice(read.starts[i], read.ends[i]));
}
