/**
 * Accounts of one encounter as one view, from which terminal and page are drawn: a clock, what each states, lengths
 * with the time before, topics, rows, attributed words, labels and acts. States of the texts: an empty cell says
 * *not mentioned*, and no row says who is right.
 */
import type {
  AccountRow,
  AccountText,
  ActUse,
  AttributedWords,
  ClockEntry,
  Encounter,
  SideAccount,
} from '#accounts/index.js';
import { dayOf, type Span, type When } from '#base/index.js';
import type { Coverage } from '#record/index.js';
import {
  ACCOUNT_WORDS as SAY,
  CLOCK_GROUND_WORDS,
  DISTINCTION_WORDS,
  GROUND_WORDS,
  lengths,
  MOMENT_WORDS,
  STATED_WORDS,
} from './accounts-words.js';
import { enumerate } from './catalogue.js';
import { numeral, sayDay, sayWhen } from './say-when.js';

/** Words of a sentence that belong together; how they stand to the other sides' sentences of the row. */
export interface SentenceRun {
  /** plain · shared: stand in the other account too · apart: what differs · only: what only this one has, word by word. */
  readonly kind: 'plain' | 'shared' | 'apart' | 'only';
  readonly text: string;
}

export interface SentenceView {
  /** "a3". */
  readonly name: string;
  readonly runs: readonly SentenceRun[];
}

export interface CellView {
  readonly side: string;
  /** Empty: not mentioned. */
  readonly sentences: readonly SentenceView[];
  /** The nearest sentence of an empty cell, and how to count it as mentioned. */
  readonly nearest: {
    readonly name: string;
    readonly text: string;
    readonly why: string;
    readonly pair: string;
  } | null;
}

export type RowTone = 'only' | 'alike' | 'different';

export interface RowView {
  readonly n: number;
  readonly tone: RowTone;
  readonly words: string;
  /** The topic; null if the row above has the same. */
  readonly topic: string | null;
  readonly cells: readonly CellView[];
  /** "act: discussed / agreed". */
  readonly differs: readonly { readonly what: string; readonly sides: readonly string[] }[];
  /** "same word: terminal · synonym: passage = navigation". */
  readonly why: readonly string[];
  /** "b4 edited 19:20: “agreed” → “discussed”". */
  readonly edits: readonly string[];
  readonly decided: string | null;
}

export interface ClockView {
  /** "14:37", or the day if no hour is known. */
  readonly at: string;
  readonly what: string;
  readonly side: string;
  readonly sideIndex: number;
  /** What it rests on, and what was edited. */
  readonly detail: readonly string[];
  /** Where it stands on the line, 0 to 1; null: its hour is not known. */
  readonly place: number | null;
}

export interface AttributedView {
  readonly by: string;
  readonly to: string;
  readonly unit: string;
  readonly speaker: string;
  readonly act: string;
  readonly words: string;
  readonly carried: 'absent' | 'present' | 'worded differently';
  readonly carriedWords: string;
  readonly own: { readonly name: string; readonly text: string; readonly label: string } | null;
  readonly earlier: readonly string[];
}

export interface SideView {
  readonly letter: string;
  readonly name: string;
  readonly guessed: boolean;
  readonly title: string;
  readonly reference: string;
  readonly address: string | null;
  readonly language: string | null;
  readonly also: readonly string[];
  readonly words: number;
  readonly previous: {
    readonly day: string | null;
    readonly reference: string;
    readonly words: number;
    readonly labels: readonly string[];
    /** Earlier accounts of the pair that are held. */
    readonly held: number;
  } | null;
  readonly labels: readonly { readonly name: string; readonly text: string; readonly label: string }[];
}

export interface TopicView {
  readonly title: string;
  readonly sides: readonly ({ readonly order: number; readonly percent: number } | null)[];
}

export interface AccountsView {
  readonly title: string;
  readonly sub: readonly string[];
  readonly sides: readonly SideView[];
  readonly strip: readonly { readonly words: string; readonly count: number; readonly tone: RowTone | 'attributed' }[];
  readonly lengths: string;
  /** Lengths last time, or why there are none. */
  readonly lengthsBefore: string;
  readonly clock: readonly ClockView[];
  readonly day: string | null;
  readonly stated: readonly { readonly what: string; readonly sides: readonly (string | null)[] }[];
  readonly topics: readonly TopicView[];
  readonly rows: readonly RowView[];
  readonly attributed: readonly AttributedView[];
  readonly acts: readonly { readonly act: string; readonly counts: readonly number[] }[];
  readonly notes: readonly string[];
  readonly coverage: Coverage | null;
  readonly rules: string;
}

/** An encounter with what the archive holds. */
export interface ComparedEncounter {
  readonly encounter: Encounter;
  readonly coverage: Coverage | null;
  readonly kept?: boolean | null;
}

/** Makes the view of an encounter. */
export function viewAccounts({ encounter, coverage, kept = null }: ComparedEncounter): AccountsView {
  const { sides, rows } = encounter;
  const names = sides.map(({ name }) => name);
  const when =
    sides.map(({ account }) => account.facts.said ?? account.facts.published).find((day) => day !== null) ?? null;
  const day = when === null ? null : sayDay(dayOf(when));
  const occasion = sides.map(({ account }) => account.facts.occasion).find((given) => given !== null) ?? null;
  const languages = new Set(sides.map(({ account }) => account.facts.language?.value.slice(0, 2) ?? ''));
  return {
    title: `${names.join(' – ')}${day === null ? '' : `, ${day}`}`,
    sub: [occasion ?? '', askedLine(encounter)].filter((line) => line !== ''),
    sides: sides.map(viewSide),
    strip: stripOf(encounter),
    lengths: lengths(sides.map(({ words }) => words)),
    lengthsBefore: lengthsBefore(sides, coverage !== null),
    clock: viewClock(encounter.clock, sides, when === null ? null : dayOf(when)),
    day,
    stated: statedRows(encounter),
    topics: encounter.topics.map(({ title, sides: places }) => ({
      title,
      sides: places.map((place) => place && { order: place.order, percent: Math.round(place.share * 100) }),
    })),
    rows: rows.map((row, r) => viewRow(row, r, encounter)),
    attributed: encounter.attributed.map((each) => viewAttributed(each, sides)),
    acts: actRows(sides),
    notes: [
      ...(languages.size > 1 ? [SAY.otherLanguage] : []),
      ...sides.flatMap(({ name, basis }) => (basis === 'guessed' ? [SAY.guessedSide(name)] : [])),
      ...(kept === null ? [] : [kept ? SAY.kept : SAY.notKept]),
    ],
    coverage,
    rules: encounter.rules,
  };
}

/** "asked for: at the request of the Ordanian side (as stated by Ordania; not mentioned by Belmark)". */
function askedLine({ stated, sides }: Encounter): string {
  const facts = stated.filter(({ what }) => what === 'asked for by');
  if (facts.length === 0) return '';
  const silent = sides.filter((_, s) => facts.every(({ side }) => side !== s)).map(({ name }) => name);
  const notes = [
    SAY.asStatedBy(enumerate(facts.map(({ side }) => sides[side]!.name))),
    ...(silent.length > 0 ? [SAY.notMentionedBy(enumerate(silent))] : []),
  ];
  return `${[...new Set(facts.map(({ text }) => text))].join('; ')} (${notes.join('; ')})`;
}

function viewSide(side: SideAccount): SideView {
  const { account, previous, letter } = side;
  return {
    letter,
    name: side.name,
    guessed: side.basis === 'guessed',
    title: account.facts.title,
    reference: account.name,
    address: account.facts.address,
    language: account.facts.language?.value ?? null,
    also: side.translations.map(({ name }) => name),
    words: side.words,
    previous: previous && {
      day: dayOfText(previous.account),
      reference: previous.account.name,
      words: previous.words,
      labels: previous.labels,
      held: previous.held,
    },
    labels: side.labels.map(({ unit, text, label }) => ({ name: `${letter}${unit}`, text, label })),
  };
}

function dayOfText({ facts }: AccountText): string | null {
  const when = facts.said ?? facts.published;
  return when === null ? null : sayDay(dayOf(when));
}

function lengthsBefore(sides: readonly SideAccount[], asked: boolean): string {
  if (sides.every(({ previous }) => previous === null)) return asked ? SAY.noEarlier : SAY.notAskedEarlier;
  return `${SAY.lastTime} ${sides.map(({ previous }) => (previous === null ? '–' : numeral(previous.words))).join(' : ')}`;
}

function stripOf({ rows, sides, attributed }: Encounter): AccountsView['strip'] {
  const of = (kind: AccountRow['kind']): number => rows.filter((row) => row.kind === kind).length;
  const two = sides.length === 2;
  return [
    ...sides.map(({ name }, s) => ({
      words: SAY.only(name),
      count: of(`only ${'ABCDEF'[s]}` as AccountRow['kind']),
      tone: 'only' as const,
    })),
    { words: two ? SAY.alike : SAY.allAlike, count: of('both alike'), tone: 'alike' as const },
    { words: two ? SAY.different : SAY.allDifferent, count: of('both, different'), tone: 'different' as const },
    {
      words: SAY.attributedAbsent,
      count: attributed.filter(({ carried }) => carried === 'absent').length,
      tone: 'attributed' as const,
    },
    {
      words: SAY.attributedCarried,
      count: attributed.filter(({ carried }) => carried !== 'absent').length,
      tone: 'attributed' as const,
    },
  ];
}

/** Entries with their place between the first and the last hour that is known; equal hours keep a distance. */
function viewClock(clock: readonly ClockEntry[], sides: readonly SideAccount[], day: string | null): ClockView[] {
  const moments = clock.map(({ when }) =>
    when === null || when.at.length < 16 ? null : Date.parse(`${when.at.slice(0, 16)}:00${when.zone ?? 'Z'}`),
  );
  const known = moments.filter((moment) => moment !== null);
  const [first, last] = [Math.min(...known), Math.max(...known)];
  return clock.map((entry, i): ClockView => {
    const { what, side, when, ground, stated, changes } = entry;
    const moment = moments[i] ?? null;
    const real = changes.filter((change) => change.class !== 'punctuation only');
    const detail =
      what === 'edited'
        ? [
            real.length === 0 ? SAY.formOnly : SAY.differences(real.length),
            ...real.slice(0, 4).map(({ a, b }) => SAY.insteadOf(flat(a.text) || SAY.empty, flat(b.text) || SAY.empty)),
          ]
        : stated !== null
          ? [`“${flat(stated.text)}”`]
          : [];
    return {
      at: sayMoment(when, day),
      what: MOMENT_WORDS[what],
      side: sides[side]!.name,
      sideIndex: side,
      detail: [...(ground === 'captured' ? [CLOCK_GROUND_WORDS.captured] : []), ...detail],
      place: moment === null || first === last ? null : (moment - first) / (last - first),
    };
  });
}

/** The hour on the day of the encounter, else day and hour. */
function sayMoment(when: When | null, day: string | null): string {
  if (when === null) return '–';
  return when.at.length >= 16 && dayOf(when) === day ? when.at.slice(11, 16) : sayWhen({ ...when, zone: null });
}

function statedRows({ stated, sides }: Encounter): AccountsView['stated'] {
  return (Object.keys(STATED_WORDS) as (keyof typeof STATED_WORDS)[]).flatMap((what) => {
    const facts = stated.filter((fact) => fact.what === what);
    if (facts.length === 0) return [];
    return [
      { what: STATED_WORDS[what], sides: sides.map((_, s) => facts.find(({ side }) => side === s)?.text ?? null) },
    ];
  });
}

function viewRow(row: AccountRow, r: number, encounter: Encounter): RowView {
  const { sides, rows, topics } = encounter;
  const { cells, pairings, nearest } = row;
  const own = cells.findIndex((units) => units.length > 0);
  const tone: RowTone = pairings.length === 0 ? 'only' : row.kind === 'both alike' ? 'alike' : 'different';
  const two = sides.length === 2;
  return {
    n: r + 1,
    tone,
    words:
      tone === 'only'
        ? SAY.only(sides[own]!.name)
        : tone === 'alike'
          ? two
            ? SAY.alike
            : SAY.allAlike
          : two
            ? SAY.different
            : SAY.allDifferent,
    topic: rows[r - 1]?.topic === row.topic ? null : topics[row.topic]!.title,
    cells: cells.map((units, s): CellView => {
      const near = nearest.find(({ side }) => side === s);
      return {
        side: sides[s]!.name,
        sentences: units.map((n) => ({ name: `${sides[s]!.letter}${n}`, runs: runsOf(s, n, row, sides[s]!) })),
        nearest: near
          ? {
              name: `${sides[s]!.letter}${near.unit}`,
              text: flat(near.words.text),
              why: whyOf(near.links.slice(0, 3)).join(' · '),
              pair: `${sides[own]!.letter}${cells[own]![0]}=${sides[s]!.letter}${near.unit}`,
            }
          : null,
      };
    }),
    differs: differencesOf(row),
    why: whyOf(pairings.flatMap(({ links }) => links)).slice(0, 8),
    edits: editsIn(row, encounter),
    decided:
      row.decided &&
      (tone === 'only' ? SAY.partedBy : SAY.pairedBy)(row.decided.by, row.decided.at && sayWhen(row.decided.at)),
  };
}

/** What the last edit of an account changed in the sentences of a row. */
function editsIn({ cells }: AccountRow, { sides, clock }: Encounter): string[] {
  return cells.flatMap((units, s) =>
    clock
      .filter(({ what, side, account }) => what === 'edited' && side === s && account === sides[s]!.account.name)
      .flatMap(({ when, changes }) =>
        units.flatMap((n) => {
          const unit = sides[s]!.units[n - 1]!;
          const here = changes.filter(
            ({ class: cls, b }) => cls !== 'punctuation only' && b.start >= unit.start && b.start < unit.end,
          );
          return here.map(({ a, b }) =>
            SAY.editedTo(
              `${sides[s]!.letter}${n}`,
              when === null ? null : when.at.slice(11, 16) || null,
              flat(a.text) || SAY.empty,
              flat(b.text) || SAY.empty,
            ),
          );
        }),
      ),
  );
}

function differencesOf({ pairings }: AccountRow): RowView['differs'] {
  const seen = new Set<string>();
  return pairings.flatMap(({ distinctions }) =>
    distinctions.flatMap(({ what, a, b }) => {
      const sides = [a, b].map((side) => (side === null ? '–' : flat(side.text)));
      const key = `${what} ${sides.join()}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ what: DISTINCTION_WORDS[what === 'words' && (a === null || b === null) ? 'alone' : what], sides }];
    }),
  );
}

function whyOf(links: AccountRow['pairings'][number]['links']): string[] {
  const said = links.map(({ ground, a, b }) => {
    const [x, y] = [flat(a.text), flat(b.text)];
    return `${GROUND_WORDS[ground]}: ${x.toLowerCase() === y.toLowerCase() ? x : `${x} = ${y}`}`;
  });
  return [...new Set(said)];
}

/** A sentence in runs: word differences where two are close, else what it shares and what differs. */
function runsOf(s: number, n: number, { pairings }: AccountRow, side: SideAccount): SentenceRun[] {
  const unit = side.units[n - 1]!;
  const marks: { readonly span: Span; readonly kind: SentenceRun['kind'] }[] = [];
  for (const { sides, units, links, distinctions, changes, close } of pairings) {
    const which = sides[0] === s && units[0] === n ? 'a' : sides[1] === s && units[1] === n ? 'b' : null;
    if (which === null) continue;
    if (close)
      for (const change of changes) {
        if (change.class !== 'punctuation only' && change[which].text.trim() !== '')
          marks.push({ span: change[which], kind: 'only' });
      }
    else for (const link of links) if (link.ground !== 'act') marks.push({ span: link[which], kind: 'shared' });
    for (const distinction of distinctions) {
      const words = distinction[which];
      if (words !== null) marks.push({ span: words, kind: 'apart' });
    }
  }
  return cut(unit.text, unit.start, marks);
}

/** Where marks meet, what differs goes before what is shared. */
const RANK: Readonly<Record<SentenceRun['kind'], number>> = { apart: 3, only: 2, shared: 1, plain: 0 };

function cut(
  text: string,
  start: number,
  marks: readonly { readonly span: Span; readonly kind: SentenceRun['kind'] }[],
): SentenceRun[] {
  const kinds = Array.from<unknown, SentenceRun['kind']>({ length: text.length }, () => 'plain');
  for (const { span, kind } of [...marks].sort((x, y) => RANK[x.kind] - RANK[y.kind]))
    for (let k = Math.max(0, span.start - start); k < Math.min(text.length, span.end - start); k++) kinds[k] = kind;
  const runs: { kind: SentenceRun['kind']; text: string }[] = [];
  for (let k = 0; k < text.length; k++) {
    const last = runs.at(-1);
    if (last && last.kind === kinds[k]) last.text += text[k]!;
    else runs.push({ kind: kinds[k]!, text: text[k]! });
  }
  return runs;
}

function viewAttributed(each: AttributedWords, sides: readonly SideAccount[]): AttributedView {
  const to = sides[each.to]!;
  const said = (kind: AttributedWords['carried'], word: (days: string) => string): string[] => {
    const days = each.earlier
      .filter(({ carried }) => carried === kind)
      .map(({ account, said: when }) => (when === null ? account : sayDay(dayOf(when))));
    return days.length === 0 ? [] : [word(enumerate(days))];
  };
  return {
    by: sides[each.by]!.name,
    to: to.name,
    unit: `${sides[each.by]!.letter}${each.unit}`,
    speaker: flat(each.speaker.text),
    act: flat(each.act.text),
    words: flat(each.words.text),
    carried: each.carried,
    carriedWords: each.carried === 'absent' ? SAY.absent : each.carried === 'present' ? SAY.present : SAY.worded,
    own: each.own && {
      name: `${to.letter}${each.own.unit}`,
      text: flat(each.own.words.text),
      label: each.carried === 'absent' ? SAY.nearestThere : SAY.ownAccount(to.name),
    },
    earlier: [...said('present', SAY.presentIn), ...said('worded differently', SAY.wordedIn)],
  };
}

/** Acts in order of how often they are named. */
function actRows(sides: readonly SideAccount[]): AccountsView['acts'] {
  const acts = [...new Set(sides.flatMap(({ acts: list }) => list.map(({ act }: ActUse) => act)))];
  return acts
    .map((act) => ({ act, counts: sides.map(({ acts: list }) => list.filter((one) => one.act === act).length) }))
    .sort((x, y) => sum(y.counts) - sum(x.counts));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, each) => total + each, 0);
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
