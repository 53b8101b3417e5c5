/**
 * The age of a text as one view: every sentence with its mark, its words cut into old and new, what is said beside
 * it, and the redline against the text before. Nothing is decided here; but a stretch that no Change speaks of is
 * shown as old only if it is the same.
 */
import type { When } from '#base/index.js';
import type { AgedSentence, AgedText, EarlierWording } from '#formula/index.js';
import { type AttentionFlag, type Change, type Coverage, SENTENCE_AGES, type SentenceAge } from '#record/index.js';
import { AGE_SIGNS, AGE_WORDS as SAY } from './age-words.js';
import { coverageLine, sayCoverage, type Tone } from './catalogue.js';
import { type Pair, pairUp } from './comparison.js';
import { type ComparedTexts, type ComparisonView, viewComparison } from './comparison-view.js';
import { sayDay, sayWhen } from './say-when.js';
import { sparkOfDays } from './spark.js';

/** The age of a text, with the redline to draw. */
export type RedlinedAge = AgedText & { readonly redline: ComparedTexts | null };

/** Words of a sentence: held before, new, put into words that are held, gone from them, or not spoken of. */
export interface AgeRun {
  readonly kind: 'old' | 'new' | 'inserted' | 'gone' | 'plain';
  readonly text: string;
}

/** An earlier wording laid under the sentence, the earlier words first. */
export interface EarlierView {
  readonly title: string;
  readonly runs: readonly AgeRun[];
  /** Earlier over now, for interlinear setting. */
  readonly pairs: readonly Pair[];
}

export interface SentenceRow {
  readonly n: number;
  readonly heading: boolean;
  readonly speaker: string | null;
  readonly mark: string;
  readonly tone: Tone;
  readonly title: string;
  /** All of it is held: shown in grey. */
  readonly old: boolean;
  readonly runs: readonly AgeRun[];
  /** Runs of words held before, of a sentence that is not, each with when first and by whom. */
  readonly known: readonly string[];
  /** What is said beside it, part by part. */
  readonly notes: readonly string[];
  readonly flags: readonly AttentionFlag[];
  /** What to give to `onrecord show` for the earlier words. */
  readonly reference: string | null;
  readonly spark: { readonly line: string; readonly words: string } | null;
  readonly nearest: EarlierView | null;
  readonly usual: EarlierView | null;
}

export interface AbsentView {
  readonly runs: readonly AgeRun[];
  readonly notes: readonly string[];
  readonly reference: string | null;
}

export interface AgeView {
  readonly title: string;
  readonly name: string;
  readonly language: string | null;
  readonly about: readonly string[];
  readonly strip: readonly {
    readonly mark: string;
    readonly tone: Tone;
    readonly words: string;
    readonly count: number;
  }[];
  readonly share: string;
  readonly basis: string;
  readonly searched: string;
  readonly coverageLine: string;
  readonly rows: readonly SentenceRow[];
  readonly absent: readonly AbsentView[];
  readonly absentHelp: string;
  readonly series: {
    readonly name: string;
    readonly because: string;
    readonly words: string;
    readonly previous: string;
    readonly reference: string;
  } | null;
  readonly seriesNote: string | null;
  readonly redline: (ComparisonView & { readonly title: string }) | null;
  readonly notes: readonly string[];
  readonly rules: string;
  readonly legend: readonly { readonly mark: string; readonly tone: Tone; readonly words: string }[];
  /** Some sentence is not known as it stands, or a formula is absent. */
  readonly toLookAt: boolean;
}

/** Texts of a series that make a habit. */
const HABIT = 3;

/** Makes the view of an aged text. */
export function viewAge(aged: RedlinedAge): AgeView {
  const { text, series, coverage, redline } = aged;
  const searched = aged.before
    ? SAY.comparedBefore(sayCoverage(coverage), sayWhen(aged.before))
    : SAY.comparedAll(sayCoverage(coverage));
  const present = SENTENCE_AGES.filter((age) => aged.sentences.some((sentence) => sentence.age === age));
  const when = text.said ?? text.published;
  return {
    title: text.title ?? text.name,
    name: text.name,
    language: text.language,
    about: [
      ...(text.body === null ? [] : [text.body]),
      ...(when === null ? [] : [sayWhen(when)]),
      text.reference ?? text.name,
    ],
    strip: present.map((age) => ({
      ...AGE_SIGNS[age],
      count: aged.sentences.filter((sentence) => sentence.age === age).length,
    })),
    share: SAY.share(aged.share.fresh, aged.share.words),
    basis: aged.share.basis,
    searched: `${searched} ${SAY.firstHelp}`,
    coverageLine: coverageLine(coverage),
    rows: aged.sentences.map((sentence) => viewSentence(sentence, coverage)),
    absent: aged.absent.map((formula) => ({
      runs: cutAt(formula.text, formula.missing, 'gone', 'old'),
      notes: [
        SAY.absentIn(formula.texts, formula.of),
        ...(formula.first ? [SAY.heldBy(dayOf(formula.first), null)] : []),
      ],
      reference: formula.last?.document ?? null,
    })),
    absentHelp: SAY.absentHelp(series?.texts ?? 0),
    series: series && {
      name: series.name,
      because: series.because,
      words: SAY.seriesOf(series.texts),
      previous: `${series.previous.title}, ${dayOf(series.previous)}`,
      reference: series.previous.reference,
    },
    seriesNote: series === null ? SAY.noSeries : series.texts < HABIT ? SAY.fewInSeries(series.texts) : null,
    redline: redline && { ...viewComparison(redline), title: redlineTitle(aged) },
    notes: [
      ...(aged.tied > 0 ? [SAY.tied(aged.tied)] : []),
      ...(aged.copies.length > 0
        ? [
            SAY.copies(
              aged.copies.length,
              aged.copies.map(({ reference, title }) => `${title} (${reference})`).join('; '),
            ),
          ]
        : []),
      ...(text.body === null ? [SAY.noBody] : []),
      ...aged.problems.map(({ message }) => message),
    ],
    rules: aged.rules,
    legend: present.map((age) => AGE_SIGNS[age]),
    toLookAt: aged.absent.length > 0 || aged.sentences.some(({ age }) => age !== 'known, exact'),
  };
}

function redlineTitle({ series, redline }: RedlinedAge): string {
  const { name, title } = redline!.a;
  const previous = series && name.startsWith(`${series.previous.reference}v`) ? series.previous : null;
  return previous ? `${previous.title}, ${dayOf(previous)}` : (title ?? name);
}

function dayOf({ said, published }: { readonly said: When | null; readonly published: When | null }): string {
  const when = said ?? published;
  return when === null ? 'undated' : sayDay(when.at.slice(0, 10));
}

/** The words of a sentence, cut into what is held and what is not. */
export function runsOf({ age, text, nearest, known }: AgedSentence): readonly AgeRun[] {
  if (nearest && age.startsWith('known, with')) return runsAgainst(text, nearest);
  return cutAt(text, known, 'old', age === 'first held' ? 'new' : 'plain');
}

function viewSentence(sentence: AgedSentence, coverage: Coverage): SentenceRow {
  const { n, kind, speaker, age, text, nearest, usual } = sentence;
  const changed = age.startsWith('known, with');
  return {
    n,
    heading: kind === 'heading',
    speaker,
    ...AGE_SIGNS[age],
    title: AGE_SIGNS[age].words,
    old: age === 'known, exact',
    runs: runsOf(sentence),
    known: sentence.known.map(({ start, end, first }) =>
      SAY.knownRun(text.slice(start, end), first.when === null ? null : sayWhen(first.when), first.speaker),
    ),
    notes: notesOf(sentence, coverage),
    flags: nearest ? [...new Set(nearest.changes.flatMap(({ flags }) => flags))] : [],
    reference: nearest?.held.version ?? sentence.last?.document ?? null,
    spark: sparkOfDays(sentence.days),
    nearest: nearest && changed ? earlierView(text, nearest, SAY.nearest) : null,
    usual: usual ? earlierView(text, usual, SAY.usual(usual.times)) : null,
  };
}

function notesOf(
  { age, times, atLeast, first, wording, otherFigure, known }: AgedSentence,
  coverage: Coverage,
): string[] {
  const form = wording === 'altered in form only' ? [SAY.exactForm] : [];
  const notes: Record<SentenceAge, () => string[]> = {
    'first held': () => [SAY.in(sayShort(coverage)), ...(known.length > 0 ? [SAY.runs(known.length)] : [])],
    'first by this body': () => [
      SAY.heldBy(dayOf(first!), first!.body),
      SAY.heldTimes(times),
      ...form,
      SAY.in(sayShort(coverage)),
    ],
    'first by this speaker': () => [
      SAY.heldBy(dayOf(first!), first!.body),
      SAY.heldTimes(times),
      ...form,
      SAY.in(sayShort(coverage)),
    ],
    'known, exact': () => [
      atLeast ? SAY.manieth(times) : times === 1 ? SAY.once(dayOf(first!)) : SAY.nth(times + 1, dayOf(first!)),
      ...form,
    ],
    'known, with insert': () => [SAY.formulaSince(dayOf(first!), times), SAY.neverBefore],
    'known, with drop': () => [SAY.formulaSince(dayOf(first!), times), SAY.neverBefore],
    'known, with swap': () => [SAY.formulaSince(dayOf(first!), times), SAY.neverBefore],
  };
  return [...(otherFigure ? [SAY.otherFigure] : []), ...notes[age]()];
}

/** "in 214 texts since 2025": what stands beside each "first". */
function sayShort({ texts, from }: Coverage): string {
  return `${String(texts)} ${texts === 1 ? 'text' : 'texts'}${from === null ? '' : ` since ${from.slice(0, 4)}`}`;
}

function earlierView(text: string, earlier: EarlierWording, title: string): EarlierView {
  const turned = earlier.changes.map(turn);
  return {
    title,
    runs: runsAgainst(text, earlier),
    pairs: pairUp({ text: earlier.text, start: 0 }, { text, start: 0 }, turned),
  };
}

/** A Change from the earlier wording to the sentence instead of back. */
function turn(change: Change): Change {
  const cls = change.class === 'omission' ? 'addition' : change.class === 'addition' ? 'omission' : change.class;
  return { ...change, class: cls, a: change.b, b: change.a };
}

/** The sentence with what it has more marked new, and what it has no more put back as gone. */
function runsAgainst(text: string, { text: earlier, changes }: EarlierWording): AgeRun[] {
  return pairUp({ text: earlier, start: 0 }, { text, start: 0 }, changes.map(turn)).flatMap(
    ({ kind, a, b }): AgeRun[] => {
      if (kind === 'same' || kind === 'form') return b === '' ? [] : [{ kind: 'old', text: b }];
      return [
        ...(a.trim() === '' ? [] : [{ kind: 'gone', text: a } as const]),
        ...(b === '' ? [] : [{ kind: 'inserted', text: b } as const]),
      ];
    },
  );
}

/** A text cut at spans: within them one kind, outside another. */
function cutAt(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
  within: AgeRun['kind'],
  outside: AgeRun['kind'],
): AgeRun[] {
  const runs: AgeRun[] = [];
  let at = 0;
  for (const { start, end } of joined(text, spans)) {
    if (start > at) runs.push({ kind: outside, text: text.slice(at, start) });
    runs.push({ kind: within, text: text.slice(start, end) });
    at = end;
  }
  if (at < text.length) runs.push({ kind: outside, text: text.slice(at) });
  return runs;
}

/** Spans in order, those that overlap or have nothing but marks between them made one. */
function joined(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last && (start <= last.end || !/[\p{L}\p{N}]/u.test(text.slice(last.end, start))))
      last.end = Math.max(last.end, end);
    else found.push({ start, end });
  }
  return found;
}
