/**
 * What a sentence speaks of, as a set of weighted features: its words by stem, the matters that its words belong to,
 * names, numbers, dates, and matters of the meeting itself (that it was opened, how long it lasted, how it was
 * called, that contact goes on). The parties and what they do are left out: they stand in every sentence. Weights
 * are rarity: a word that stands in many sentences of the encounter counts less (inverse document frequency, Spärck
 * Jones 1972, over the sentences of the encounter itself; an archive's counts were rejected, because the same two
 * texts would then pair differently as the archive grows).
 */
import { nameKey } from '#record/index.js';
import type { LinkGround, StatedFact } from './account.js';
import type { PlacedAct, PlacedLabel } from './acts.js';
import type { Cast } from './cast.js';
import type { Mention } from './mentions.js';
import { COUNTERPART, OFFICE_COMPANIONS } from './party-words.js';
import { officeAt } from './cast.js';
import { COMMON_MATTERS, MEETING_NAMES, type Read, isCapital } from './reading.js';
import { STOCK_WORDS } from './stock-words.js';

/** One feature of a sentence, with the words [from, to) that carry it. */
export interface Feature {
  readonly key: string;
  /** Row of MATTER_WORDS that it belongs to; null if none. */
  readonly matter: number | null;
  readonly ground: LinkGround;
  readonly from: number;
  readonly to: number;
  /** Stem of its first word, for words of one family. */
  readonly stem: string;
  /** Before rarity. */
  readonly base: number;
}

/** An account with all that was found in it. */
export interface Told {
  readonly read: Read;
  readonly mentions: readonly Mention[];
  readonly acts: readonly PlacedAct[];
  readonly labels: readonly PlacedLabel[];
  readonly stated: readonly StatedFact[];
  /** For each unit its features, each key once. */
  readonly features: readonly (readonly Feature[])[];
}

/** Weights before rarity; an ordinary word is 1. */
const NAME = 1.2;
const NUMBER = 1.2;
/** Numbers up to this are counted of anything. */
const SMALL = 12;
const SMALL_NUMBER = 0.6;
const DATE = 0.8;
const OF_THE_MEETING = 1.4;
/** A matter that comes with every other. */
const COMMON = 0.65;
/** What is done, by one who is not named: to welcome, to promise; to agree and to discuss is what everybody does. */
const ACT = 0.4;
const COMMON_ACT = 0.25;
const COMMON_ACTS = new Set(['discussed', 'agreed', 'stated']);
/** Part of a German compound. */
const COMPOUND = 0.85;
/** A word that belongs to the furniture of such texts. */
const STOCK = 0.35;

/** Features of every unit of an account. */
export function featuresOf(
  read: Read,
  mentions: readonly Mention[],
  acts: readonly PlacedAct[],
  labels: readonly PlacedLabel[],
  cast: Cast,
): Feature[][] {
  const own = day(read);
  const german = read.language?.startsWith('de') === true;
  return read.units.map((unit, u) => {
    const { from, to } = read.ranges[u]!;
    const out = new Map<string, Feature>();
    const put = (
      key: string,
      ground: LinkGround,
      at: number,
      end: number,
      base: number,
      matter: number | null = null,
    ): void => {
      const known = out.get(key);
      if (!known || known.base < base)
        out.set(key, { key, matter, ground, from: at, to: end, stem: read.stems[at]!, base });
    };
    const here = mentions.filter((mention) => mention.from >= from && mention.to <= to);
    const taken = new Uint8Array(to - from);
    const take = (start: number, end: number): void => void taken.fill(1, Math.max(0, start - from), end - from);
    for (const mention of here) {
      take(mention.from, mention.to);
      const member = mention.member === null ? null : cast.members[mention.member]!;
      // A member of no side is a matter of its own: the mediator, a prisoner.
      if (member !== null && mention.party === null)
        put(`p:${member.keys.at(-1)}`, 'name', mention.from, mention.to, NAME);
    }
    for (const act of acts)
      if (act.unit === unit.n) {
        take(act.from, act.to);
        put(`a:${act.group}`, 'act', act.from, act.to, COMMON_ACTS.has(act.group) ? COMMON_ACT : ACT);
      }
    // "Ready for a serious dialogue" says nothing of the talks that were held.
    const ready = acts.some((act) => act.unit === unit.n && act.act === 'ready');
    for (const label of labels)
      if (label.unit === unit.n) {
        take(label.from, label.to);
        if (!ready) put('x:tone', 'matter of the meeting', label.from, label.to, OF_THE_MEETING);
      }
    for (const hit of read.tables.meeting.find(read.words, from, to)) {
      const name = MEETING_NAMES[hit.row]!;
      // Meeting is told at the head, and with somebody to meet.
      if (name === 'opened' && (unit.n > 2 || here.length < 2)) continue;
      put(`x:${name}`, 'matter of the meeting', hit.from, hit.to, OF_THE_MEETING);
      take(hit.from, hit.to);
    }
    const talks = new Set(read.tables.talks.find(read.words, from, to).map((hit) => hit.from));
    for (let i = from; i < to; i++) {
      if (taken[i - from]) continue;
      const entity = nameAt(read, i, from, to, taken);
      if (entity > i) {
        for (let k = i; k < entity; k++)
          put(`p:${nameKey(read.stems[k]!)}`, 'name', k, k + 1, NAME / Math.sqrt(entity - i));
        i = entity - 1;
        continue;
      }
      const word = read.words[i]!;
      if (/^\p{N}/u.test(word)) {
        const month = monthBeside(read, i, from, to);
        if (month === null)
          put(`n:${word}`, 'number', i, i + 1, Number.parseInt(word, 10) <= SMALL ? SMALL_NUMBER : NUMBER);
        else if (`${word} ${read.words[month]}` !== own)
          put(`d:${word}.${monthKey(read, month)}`, 'date', Math.min(i, month), Math.max(i, month) + 1, DATE);
        continue;
      }
      if (/^\p{N}|^.$/u.test(word) || CONTRACTED.test(word) || read.tables.lexicon.functionWord(word)) continue;
      const stem = read.stems[i]!;
      const matter = read.tables.matters.at(read.words, i, to);
      const stock =
        talks.has(i) ||
        STOCK_WORDS.has(word) ||
        STOCK_WORDS.has(stem) ||
        OFFICE_COMPANIONS.test(word) ||
        officeAt(read.words, i) !== null ||
        COUNTERPART.test(word);
      const parts = german ? compoundMatters(read, i, matter?.row ?? null) : [];
      for (const row of parts)
        put(`s:${stem} ${row}`, 'same word', i, i + 1, COMMON_MATTERS[row] ? COMMON : COMPOUND, row);
      if (matter && !talks.has(i)) {
        put(
          `s:${read.stems.slice(i, matter.to).join(' ')}`,
          'same word',
          i,
          matter.to,
          COMMON_MATTERS[matter.row] ? COMMON : 1,
          matter.row,
        );
        i = matter.to - 1;
      } else if (parts.length === 0) put(`s:${stem}`, 'same word', i, i + 1, stock ? STOCK : 1);
    }
    return [...out.values()];
  });
}

/** Letters that the last part of a compound has, and the first, at least. */
const TAIL = 4;
const HEAD = 3;

/** The matter that the last part of a German compound belongs to: Grenz-polizei, Bau-kosten. */
function compoundMatters(read: Read, i: number, whole: number | null): number[] {
  const word = read.words[i]!;
  if (word.length < TAIL + HEAD) return [];
  for (let cut = HEAD; cut <= word.length - TAIL; cut++) {
    const hit = read.tables.matters.at([word.slice(cut)], 0, 1);
    if (hit) return hit.row === whole ? [] : [hit.row];
  }
  return [];
}

/** "I'll", "we've": no names, whatever their capital. */
const CONTRACTED = /'(?:ll|ve|re|m|d|t)$/;

/** Behind the last word of a name that begins at word i: capitals in a row, not only because a sentence begins. */
function nameAt(read: Read, i: number, first: number, end: number, taken: Uint8Array): number {
  // In German every noun has its capital.
  if (read.language?.startsWith('de')) return i;
  const fits = (k: number): boolean =>
    isCapital(read, k) &&
    !isAcronymOfMatter(read, k) &&
    !OFFICE_COMPANIONS.test(read.words[k]!) &&
    officeAt(read.words, k) === null &&
    !CONTRACTED.test(read.words[k]!) &&
    !taken[k - first] &&
    !read.tables.lexicon.functionWord(read.words[k]!) &&
    !read.tables.lexicon.date(read.words[k]!) &&
    read.words[k]!.length > 1;
  if (!fits(i)) return i;
  let to = i + 1;
  while (to < end && fits(to) && /^[\s\u00a0-]$/u.test(read.account.text.slice(read.ends[to - 1], read.starts[to])))
    to++;
  return i === first && to === i + 1 ? i : to;
}

/** "АЭС", "EU": letters that stand for a matter. */
function isAcronymOfMatter(read: Read, i: number): boolean {
  const written = read.account.text.slice(read.starts[i], read.ends[i]);
  return /^\p{Lu}{2,5}$/u.test(written) && read.tables.matters.at(read.words, i, i + 1) !== null;
}

/** The month beside a day's number: "2 March", "12 мая", "1. Juli", "15 de marzo", "March 2". */
function monthBeside(read: Read, i: number, first: number, end: number): number | null {
  if (read.words[i]!.length > 2 && !/^\d\d?$/.test(read.words[i]!)) return null;
  for (const k of [i + 1, i + 2, i - 1])
    if (k >= first && k < end && read.tables.lexicon.month(read.words[k]!)) return k;
  return null;
}

function monthKey(read: Read, month: number): string {
  return `${read.tables.matters.at(read.words, month, month + 1)?.row ?? ''}${read.words[month]!.slice(0, 2)}`;
}

/** The day of the account as it would be written in its text: the encounter itself, no matter of its own. */
function day(read: Read): string {
  const when = read.account.facts.said ?? read.account.facts.published;
  const [, month, date] = (when?.at.slice(0, 10) ?? '').split('-');
  if (date === undefined) return '';
  const name = read.words.find(
    (word, i) => read.tables.lexicon.month(word) && read.words[i - 1] === String(Number(date)),
  );
  return name === undefined || month === undefined ? '' : `${Number(date)} ${name}`;
}
