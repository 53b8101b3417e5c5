/**
 * The age of a sentence: how it stands to all that is held before it. What is held to the word has the age of its
 * first use, by anybody, by this body, by this speaker; what is held with changes has the age of the formula, with the
 * changed words marked; the rest is first held. "First" is never more than first held: what was searched stands
 * beside it. Words are counted, never likeness: a dropped "not" is a swap like any other, and flagged as negation.
 */
import type { Span } from '#base/index.js';
import type { Change, HeldRun, SentenceAge, Use, Uses, Wording } from '#record/index.js';
import { surface } from '#text/index.js';
import type { Sentence } from './cut-sentences.js';
import { type HeldAt, type HeldText, heldAt, heldText } from './held-at.js';
import type { NearWording } from './near-wordings.js';
import type { Bench } from './wording.js';

/** An earlier wording of a sentence, with how this one differs from it. */
export interface EarlierWording {
  readonly text: string;
  readonly held: HeldAt;
  /** Applying them to the sentence gives `text`; offsets of `a` count in the sentence's text, of `b` in this one. */
  readonly changes: readonly Change[];
  /** In how many texts this very wording is held before, and first in which. */
  readonly times: number;
  readonly first: HeldText;
  readonly last: HeldText;
}

/** Words of a new sentence that stand in a row in held texts. `start` and `end` count in the sentence's text. */
export interface KnownRun extends Span {
  readonly words: number;
  readonly texts: number;
  readonly first: HeldRun['first'];
}

/** The age of one sentence. `start` and `end` count in the text that is aged. */
export interface AgedSentence extends Span {
  /** Number in order, from 1. */
  readonly n: number;
  readonly text: string;
  readonly words: number;
  readonly speaker: string | null;
  /** Of its block: a heading is no less a sentence, but shown as one. */
  readonly kind: Sentence['kind'];
  readonly age: SentenceAge;
  /** How it stands to the words that the age speaks of; null where none are held. */
  readonly wording: Wording | null;
  /** The same sentence with other figures: every changed word is a number or a date. */
  readonly otherFigure: boolean;
  /** In how many texts the words that the age speaks of are held before: these words, or else the nearest wording. */
  readonly times: number;
  /** More texts may hold them: they are too many to look at all. */
  readonly atLeast: boolean;
  readonly first: HeldText | null;
  readonly last: HeldText | null;
  /** Texts that hold them, by day. */
  readonly days: Uses['days'];
  /** The nearest earlier wording; null where these very words are held, or nothing near. */
  readonly nearest: EarlierWording | null;
  /** The most usual of the near wordings, where that is another one. */
  readonly usual: EarlierWording | null;
  /** Runs of words that are held, of a sentence that is not. */
  readonly known: readonly KnownRun[];
  /** Words that are new, as spans of the sentence's text. */
  readonly fresh: readonly Span[];
  readonly freshWords: number;
}

/** What the archive said about one sentence. */
export interface Found {
  /** Its uses, with the places of some of them: the words must be written the same in one of these to be exact. */
  readonly exact: Uses;
  readonly near: readonly NearWording[];
  /** Uses of each of the near wordings, as many of them as were asked for. */
  readonly nearUses: readonly Uses[];
  readonly runs: readonly HeldRun[];
}

/** Whose text is aged; null where that is not known, and nothing is then said of it. */
export interface Whose {
  readonly body: string | null;
  readonly speaker: string | null;
}

/** Decides the age of a sentence. */
export function ageOf(n: number, sentence: Sentence, found: Found, whose: Whose, bench: Bench): AgedSentence {
  const { start, end, text, speaker, kind } = sentence;
  const base = {
    n,
    start,
    end,
    text,
    words: sentence.words.length,
    speaker,
    kind,
    otherFigure: false,
    atLeast: false,
    nearest: null,
    usual: null,
    known: [],
    fresh: [],
    freshWords: 0,
  };
  const { exact } = found;
  const [latest] = exact.listed;
  if (exact.first && exact.last && latest) {
    const own = surface(withoutEnds(sentence));
    const same = exact.listed.some((use) => surface(wordsOf(use)) === own);
    const form = same ? null : formOnly(sentence, latest, exact, bench);
    return {
      ...base,
      age: exactAge(exact, whose),
      wording: same ? 'exact' : 'altered in form only',
      times: exact.texts,
      atLeast: !exact.complete,
      first: heldText(exact.first),
      last: heldText(exact.last),
      days: exact.days,
      nearest: form,
    };
  }
  const [nearest] = found.near;
  const nearestUses = found.nearUses[0];
  if (!nearest || !nearestUses?.first) {
    const known = knownRuns(sentence, found.runs);
    const fresh = outside(sentence, known);
    return {
      ...base,
      age: 'first held',
      wording: null,
      times: 0,
      first: null,
      last: null,
      days: [],
      known,
      fresh,
      freshWords: fresh.length,
    };
  }
  const near = found.near.flatMap((wording, i) => {
    const uses = found.nearUses[i];
    return uses?.first && uses.last ? [{ wording, uses }] : [];
  });
  const most = near.reduce((a, b) => (b.uses.texts > a.uses.texts ? b : a));
  const earlier = ({ wording, uses }: (typeof near)[number]): EarlierWording => ({
    text: wording.text,
    held: { ...heldAt(wording.use), start: wording.start, end: wording.end },
    changes: bench.changes(bench.prepare(text), wording.prepared, wording.likeness),
    times: uses.texts,
    first: heldText(uses.first!),
    last: heldText(uses.last!),
  });
  const nearestEarlier = earlier(near[0]!);
  const real = nearestEarlier.changes.filter((change) => change.class !== 'punctuation only');
  const formal = real.length === 0;
  const fresh = sentence.places.filter(({ start: from, end: to }) =>
    real.some(({ a }) => from < a.end && a.start < to),
  );
  return {
    ...base,
    age: formal ? exactAge(nearestUses, whose) : changedAge(real),
    wording: formal ? 'altered in form only' : 'altered in words',
    otherFigure: !formal && isOtherFigure(real, bench),
    times: nearestEarlier.times,
    first: nearestEarlier.first,
    last: nearestEarlier.last,
    days: nearestUses.days,
    nearest: nearestEarlier,
    usual: most === near[0] || most.uses.texts === nearestUses.texts ? null : earlier(most),
    fresh,
    freshWords: fresh.length,
  };
}

function exactAge({ ofBody, ofVoice, complete }: Uses, { body, speaker }: Whose): SentenceAge {
  // Of words that everybody says not every text was looked at, so nothing is first.
  if (!complete) return 'known, exact';
  if (body !== null && !ofBody) return 'first by this body';
  return speaker !== null && !ofVoice ? 'first by this speaker' : 'known, exact';
}

/** What a sentence has and the earlier wording has not is an insert; the other way round a drop; both, or a move, a swap. */
function changedAge(changes: readonly Change[]): SentenceAge {
  const has = ({ text }: { readonly text: string }): boolean => /[\p{L}\p{N}]/u.test(text);
  if (changes.every((change) => change.class !== 'move' && !has(change.b))) return 'known, with insert';
  return changes.every((change) => change.class !== 'move' && !has(change.a)) ? 'known, with drop' : 'known, with swap';
}

/** The held words of a use, as they stand. */
function wordsOf({ passage, start, end }: Use): string {
  return passage.text.slice(start - passage.start, end - passage.start);
}

/** A sentence from its first word to its last: marks at its ends are its surroundings'. */
function withoutEnds({ text, places }: Sentence): string {
  return text.slice(places[0]!.start, places.at(-1)!.end);
}

/** The same words written otherwise, with what differs. */
function formOnly(sentence: Sentence, use: Use, uses: Uses, bench: Bench): EarlierWording {
  const text = wordsOf(use);
  const a = bench.prepare(sentence.text);
  const b = bench.prepare(text);
  return {
    text,
    held: heldAt(use),
    changes: bench.changes(a, b, bench.compare(a, b)),
    times: uses.texts,
    first: heldText(uses.first!),
    last: heldText(uses.last!),
  };
}

/** Whether every word that differs is a figure: a number, a month, a day. */
function isOtherFigure(changes: readonly Change[], bench: Bench): boolean {
  const isFigure = (word: string): boolean => /\p{N}/u.test(word) || bench.lexicon.date(word);
  return changes.every(({ a, b }) => {
    const both = [...bench.prepare(a.text).folded, ...bench.prepare(b.text).folded];
    return both.length > 0 && both.every(isFigure);
  });
}

function knownRuns({ places }: Sentence, runs: readonly HeldRun[]): KnownRun[] {
  return runs.map(({ from, words: count, texts, first }) => ({
    start: places[from]!.start,
    end: places[from + count - 1]!.end,
    words: count,
    texts,
    first,
  }));
}

function outside({ places }: Sentence, runs: readonly Span[]): Span[] {
  return places.filter(({ start, end }) => !runs.some((run) => run.start <= start && end <= run.end));
}

/** How much of a text is new, and what counts as new. */
export interface Share {
  readonly words: number;
  readonly fresh: number;
  /** 0 to 1; 0 for a text without words. */
  readonly share: number;
  readonly basis: string;
}

/** The share of new words. */
export function shareOf(aged: readonly AgedSentence[]): Share {
  const total = aged.reduce((sum, { words: n }) => sum + n, 0);
  const fresh = aged.reduce((sum, { freshWords }) => sum + freshWords, 0);
  return { words: total, fresh, share: total === 0 ? 0 : fresh / total, basis: BASIS };
}

const BASIS =
  'New are the words of sentences first held, but for runs of eight words and more (or of five rare ones) that are ' +
  'held, and the words put in or changed in sentences that are held otherwise.';
