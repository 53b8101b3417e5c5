/**
 * Words that one side's account puts into the other side's mouth ("Belmark reaffirmed that no new tariffs would
 * follow"), looked for in that side's own account and in its earlier ones. Present: its own text has the words.
 * Worded differently: its own text treats the same, by the same party, in other words. Absent: it does not; that is a
 * state of the text and says nothing of what was said in the room.
 */
import type { Carried } from '#record/index.js';
import type { ActUse, AttributedWords } from './account.js';
import type { PlacedAct } from './acts.js';
import type { Feature, Told } from './features.js';
import { type Likeness, type Match, type Rarity, likeness, linksOf } from './matching.js';
import { wordsAt } from './reading.js';

/** Acts of one party alone that give words to it; to discuss or to sign takes several. */
const SAID_ALONE = new Set([
  'stated',
  'reaffirmed',
  'noted',
  'welcomed',
  'thanked',
  'urged',
  'proposed',
  'promised',
  'concerned',
  'condemned',
  'raised',
  'supported',
  'rejected',
  'accepted',
  'agreed',
  'invited',
]);
const NOT_SAID = new Set(['signed']);
/** Share of the words that must stand there to be called present; a word may bend, one in five may be lacking. */
const PRESENT = 0.8;
/** Weight and share of what is said that must be matched to be called the same in other words. */
const WORDED_EVIDENCE = 1;
const WORDED_COVER = 0.34;
/** Weight from which on a place is shown as the nearest. */
const NEAREST = 0.5;

/** An attribution before it is looked for. */
interface Attribution {
  readonly unit: number;
  readonly act: PlacedAct;
  /** Words [from, to) of what is said. */
  readonly from: number;
  readonly to: number;
}

/** An earlier account of a side, told, with its place in time. */
export interface EarlierTold {
  readonly told: Told;
  readonly name: string;
}

/** All words that side `by` gives to side `to`, with where they are carried. `pairs` are units of the two that share a row. */
export function attributedWords(
  by: number,
  told: Told,
  to: number,
  own: Told,
  earlier: readonly EarlierTold[],
  pairs: readonly (readonly [number, number])[],
  rarity: Rarity,
): AttributedWords[] {
  return attributionsTo(told, to).map(({ unit, act, from, to: end }) => {
    const features = told.features[unit - 1]!.filter(
      (feature) => feature.from >= from && feature.to <= end && isSaid(feature),
    );
    const found = search(told, features, from, end, own, to, rarity);
    // Where the sentence itself shares a row with words of that side, they are its words for it.
    const paired = pairs.find(([x, y]) => x === unit && speaks(own, y, to) && shares(told, x, own, y));
    const own_ = found ?? null;
    let carried: Carried = own_?.carried ?? 'absent';
    let place = own_;
    if (carried === 'absent' && paired) {
      carried = 'worded differently';
      place = { ...placeOf(told, features, own, paired[1], rarity), carried };
    }
    const { mention, act: name, subject, start, end: stop, text } = act;
    return {
      by,
      to,
      unit,
      speaker: wordsAt(told.read, mention!.from, mention!.to),
      act: { act: name, subject, unit, start, end: stop, text } satisfies ActUse,
      words: wordsAt(told.read, from, end),
      carried,
      own: place && {
        unit: place.unit,
        words: wordsAt(own.read, ...rangeOf(own, place.unit)),
        links: linksOf(place.like.matches, told, own),
      },
      earlier: earlier.flatMap((account) => {
        const there = search(told, features, from, end, account.told, to, rarity);
        if (!there || there.carried === 'absent') return [];
        const { facts } = account.told.read.account;
        return [
          {
            account: account.name,
            said: facts.said ?? facts.published,
            carried: there.carried,
            words: wordsAt(account.told.read, ...rangeOf(account.told, there.unit)),
          },
        ];
      }),
    };
  });
}

function isSaid({ key }: Feature): boolean {
  return !key.startsWith('x:');
}

function rangeOf(told: Told, unit: number): [number, number] {
  const { from, to } = told.read.ranges[unit - 1]!;
  return [from, to];
}

/** What an account says that side `to` alone did in words. */
function attributionsTo(told: Told, to: number): Attribution[] {
  const out: Attribution[] = [];
  for (const { units, ranges } of [told.read]) {
    units.forEach((unit, u) => {
      const { from, to: end } = ranges[u]!;
      const acts = told.acts.filter((act) => act.unit === unit.n);
      const act = acts.find(
        (one) => one.subject === to && one.mention !== null && SAID_ALONE.has(one.group) && !NOT_SAID.has(one.act),
      );
      if (!act) return;
      // What is said ends where another party begins to act.
      const other = acts.find(
        (one) =>
          one.from > act.to &&
          one.mention !== null &&
          one.mention.from > act.to &&
          one.subject !== to &&
          one.subject !== null,
      );
      let start = act.to;
      let stop = other ? Math.min(end, other.mention!.from) : end;
      if (other) while (stop > start && told.read.tables.lexicon.functionWord(told.read.words[stop - 1]!)) stop--;
      if (contentWords(told, start, stop) < 1) [start, stop] = [Math.max(from, act.mention!.to), act.from];
      if (stop <= start) return;
      out.push({ unit: unit.n, act, from: start, to: stop });
    });
  }
  return out;
}

function contentWords(told: Told, from: number, to: number): number {
  let count = 0;
  for (let k = from; k < to; k++) if (!told.read.tables.lexicon.functionWord(told.read.words[k]!)) count++;
  return count;
}

/** Whether side `to` speaks in a unit of its own account, or nobody in particular. */
function speaks(own: Told, unit: number, to: number): boolean {
  const acts = own.acts.filter((act) => act.unit === unit);
  return (
    acts.some(({ subject }) => subject === to) ||
    (acts.every(({ passive }) => !passive) && acts.every(({ subject }) => subject === null))
  );
}

function shares(a: Told, unit: number, b: Told, other: number): boolean {
  const left = a.features[unit - 1]!.filter(isSaid);
  return b.features[other - 1]!.some(
    (feature) =>
      isSaid(feature) &&
      left.some(({ key, matter }) => key === feature.key || (matter !== null && matter === feature.matter)),
  );
}

interface Place {
  readonly unit: number;
  readonly carried: Carried;
  readonly like: Likeness;
}

function placeOf(
  told: Told,
  features: readonly Feature[],
  own: Told,
  unit: number,
  rarity: Rarity,
): { unit: number; like: Likeness } {
  return { unit, like: likeness(features, own.features[unit - 1]!, rarity, isGerman(told)) };
}

function isGerman(told: Told): boolean {
  return told.read.language?.startsWith('de') === true;
}

/** The best place for what is said in another account; null if nothing comes near. */
function search(
  told: Told,
  features: readonly Feature[],
  from: number,
  end: number,
  own: Told,
  to: number,
  rarity: Rarity,
): Place | null {
  let best: Place | null = null;
  let worth = 0;
  own.read.units.forEach(({ n }) => {
    const { like } = placeOf(told, features, own, n, rarity);
    if (like.evidence < NEAREST) return;
    const isTheirs = speaks(own, n, to) || own.acts.every((act) => act.unit !== n);
    const carried: Carried = !isTheirs
      ? 'absent'
      : standsThere(told, from, end, own, n)
        ? 'present'
        : like.evidence >= WORDED_EVIDENCE && like.coverA >= WORDED_COVER && sameFigures(like.matches, features)
          ? 'worded differently'
          : 'absent';
    const value = like.evidence + (carried === 'present' ? 20 : carried === 'worded differently' ? 10 : 0);
    if (value <= worth) return;
    worth = value;
    best = { unit: n, carried, like };
  });
  return best;
}

/** Figures of what is said must stand there too, or it is another matter. */
function sameFigures(matches: readonly Match[], features: readonly Feature[]): boolean {
  return features.every((feature) => feature.ground !== 'number' || matches.some(({ a }) => a === feature));
}

/** Whether the words themselves stand in a unit: by stem, in order, but for one in five; and no negation more or less. */
function standsThere(told: Told, from: number, end: number, own: Told, unit: number): boolean {
  const wanted: string[] = [];
  const { lexicon } = told.read.tables;
  for (let k = from; k < end; k++)
    if (!lexicon.functionWord(told.read.words[k]!) || lexicon.negation(told.read.words[k]!))
      wanted.push(told.read.stems[k]!);
  if (wanted.length < 2) return false;
  const range = own.read.ranges[unit - 1]!;
  const there = own.read.stems.slice(range.from, range.to);
  let at = 0;
  let found = 0;
  for (const stem of wanted) {
    const next = there.indexOf(stem, at);
    if (next < 0) continue;
    found++;
    at = next + 1;
  }
  return found / wanted.length >= PRESENT;
}
