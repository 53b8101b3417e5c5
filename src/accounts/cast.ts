/**
 * Who is who in the accounts of one encounter: which words name side a, which side b, which both together. Accounts
 * name their own people shortly and the others' fully, so all accounts of the encounter are read together: "the
 * Foreign Secretary of Belmark, Ilse Moreau" in one tells who "the Foreign Secretary" of the other is. People known
 * with their offices go before what is read. What cannot be told is nobody's: a wrong party would put words into a
 * mouth, and is worse than none.
 */
import { type Mandate, type Person, nameKey } from '#record/index.js';
import { words as foldedWords } from '#text/index.js';
import {
  BODY_WORDS,
  COUNTERPART,
  FEMALE_FORM,
  MALE_FORM,
  OFFICE_COMPANIONS,
  OFFICES,
  SAME_PARTY,
} from './party-words.js';
import { type Read, isCapital } from './reading.js';

export type Gender = 'male' | 'female';

/** Somebody who takes part, or is named. */
export interface CastMember {
  /** Keys of all words of the name; the last is the surname. */
  readonly keys: readonly string[];
  /** Index of the side; null: of none of them. */
  readonly side: number | null;
  readonly offices: ReadonlySet<string>;
  readonly gender: Gender | null;
}

export interface Cast {
  /** For each side the keys of the words that name it. */
  readonly places: readonly (readonly string[])[];
  readonly members: readonly CastMember[];
}

/** What casting starts from: for each side what it is called, by whom it is published, and its accounts. */
export interface CastSide {
  readonly name: string;
  readonly body: string | null;
  readonly reads: readonly Read[];
}

/** Finds the parties of an encounter. */
export function castOf(sides: readonly CastSide[], people: readonly Person[], day: string | null): Cast {
  const places = sides.map(({ name, body }) => placeKeys(name, body));
  const sightings: Sighting[] = [];
  sides.forEach(({ reads }, own) => {
    for (const read of reads) sightings.push(...sightingsIn(read, own, places));
  });
  // Of the people known only those whom the accounts name take part; they go before what was read.
  const known = knownMembers(people, day, places).filter(({ keys }) =>
    sightings.some((sighting) => sameName(sighting.keys, keys)),
  );
  return { places, members: [...known, ...settle(sightings, sides.length)] };
}

/** The office that word i names; null if none. */
export function officeAt(words: readonly string[], i: number): string | null {
  const word = words[i]!;
  for (const [name, pattern] of OFFICES) {
    if (!pattern.test(word)) continue;
    if (name === 'minister' && i > 0 && /^(?:prime|premier|première|primer|primera|премьер)$/.test(words[i - 1]!))
      return 'premier';
    // A "premier" before "ministre" is part of it, and "secrétaire d'État" is no head of state.
    if (name === 'premier' && word === 'premier' && words[i + 1]?.startsWith('minist')) return null;
    return name;
  }
  return null;
}

/** Whether a word names a party of which these are the keys; "Ordanian" names Ordania. */
export function namesPlace(word: string, keys: readonly string[]): boolean {
  if (word.length < 2) return false;
  const key = nameKey(word);
  return keys.some((place) => samePlace(key, place));
}

/** Words of a language share the stem of a country's name: ordana, ordanan, ordaniskoi. */
function samePlace(key: string, place: string): boolean {
  if (key === place) return true;
  const shorter = Math.min(key.length, place.length);
  let shared = 0;
  while (shared < shorter && key[shared] === place[shared]) shared++;
  if (shared < 4) return shared === 3 && key.length <= 4 && place.length <= 4;
  return shorter - shared <= (shorter > 5 ? 2 : 1) && Math.abs(key.length - place.length) <= 6;
}

/** Keys of the words that name a side: of its own name, and of what its body's name says beyond "Ministry of …". */
export function placeKeys(name: string, body: string | null): string[] {
  const own = placeWords(name);
  const found = own.length > 0 ? own : placeWords(body ?? '');
  const rows = SAME_PARTY.filter((row) => {
    const words = row.split(' ');
    return [...found, ...rawWords(name), ...rawWords(body ?? '')].some((word) => words.includes(word));
  });
  return [
    ...new Set([...found, ...rows.flatMap((row) => row.split(' '))].map(nameKey).filter((key) => key.length > 1)),
  ];
}

function rawWords(name: string): readonly string[] {
  return foldedWords(name).folded;
}

/** The words of a name that may be a place. */
export function placeWords(name: string): string[] {
  return rawWords(name).filter((word) => !BODY_WORDS.test(word) && /^\p{L}/u.test(word) && word.length > 1);
}

/** A name met once, with what stood around it. */
interface Sighting {
  readonly keys: readonly string[];
  readonly offices: readonly string[];
  readonly gender: Gender | null;
  /** The side that the words around it name; null: none. */
  readonly side: number | null;
  /** A place of no side stands behind it: "of Halvern". */
  readonly elsewhere: boolean;
  /** The side whose account it is, if it is the first name there. */
  readonly first: number | null;
}

/** So many words away an office or a place still belongs to a name. */
const NEAR = 9;
const LINKS = /^(?:of|the|de|la|du|des|d'|l'|del|le|el|von|der|für|for|und|and|et|y|aux?|à|dem|den|des)$/u;
const IN = /^(?:in|at|en|в|во|на|nach|aus)$/u;
const NAME_PART = /^\p{Lu}(?:[\p{L}’'-]*\p{L})?$/u;
const INITIALS = /^(?:\p{Lu}\.\s?){1,3}$/u;

function sightingsIn(read: Read, own: number, places: readonly (readonly string[])[]): Sighting[] {
  const out: Sighting[] = [];
  for (const { from, to } of read.ranges) {
    for (let i = from; i < to; i++) {
      const run = nameFrom(read, i, to, places);
      if (!run) continue;
      const around = surroundings(read, run.from, run.to, from, to, places, own);
      const titled = around.offices.length > 0 || run.initials || around.gender !== null;
      if (titled && !around.article)
        out.push({
          keys: run.keys,
          offices: around.offices,
          gender: around.gender,
          side: around.side,
          elsewhere: around.elsewhere,
          first: out.length === 0 ? own : null,
        });
      i = run.to - 1;
    }
  }
  return out;
}

interface NameRun {
  readonly from: number;
  readonly to: number;
  readonly keys: readonly string[];
  readonly initials: boolean;
}

/** The name that begins at word i: capitals that are neither office nor place, one behind the other. */
function nameFrom(read: Read, i: number, end: number, places: readonly (readonly string[])[]): NameRun | null {
  const { text } = read.account;
  const isPart = (k: number): boolean => {
    const word = read.words[k]!;
    return (
      isCapital(read, k) &&
      NAME_PART.test(text.slice(read.starts[k], read.ends[k]).replace(/['’]s$/, '')) &&
      officeAt(read.words, k) === null &&
      !OFFICE_COMPANIONS.test(word) &&
      !COUNTERPART.test(word) &&
      !LINKS.test(word) &&
      !places.some((keys) => namesPlace(word, keys)) &&
      !read.tables.lexicon.functionWord(word) &&
      !read.tables.lexicon.date(word)
    );
  };
  const initials =
    INITIALS.test(text.slice(read.starts[i], read.ends[i])) || isInitials(text, read.starts[i]!, read.ends[i]!);
  const first = initials ? i + 1 : i;
  if (first >= end || !isPart(first) || (!initials && isDomain(read, i))) return null;
  let to = first + 1;
  while (
    to < end &&
    to - first < 4 &&
    isPart(to) &&
    /^[\s\u00a0-]$/u.test(text.slice(read.ends[to - 1], read.starts[to]))
  )
    to++;
  const keys: string[] = [];
  for (let k = first; k < to; k++) keys.push(nameKey(read.words[k]!));
  const usable = keys.filter((key) => key.length > 1);
  return usable.length === 0 ? null : { from: i, to, keys: usable, initials };
}

/** "Minister of Defence", "ministre de la Défense", "in Saltholm": behind an office and "of", or behind "in", no person is named. */
function isDomain(read: Read, i: number): boolean {
  let k = i - 1;
  if (k >= 0 && IN.test(read.words[k]!)) return true;
  while (k >= 0 && LINKS.test(read.words[k]!)) k--;
  return k >= 0 && k < i - 1 && (officeAt(read.words, k) !== null || OFFICE_COMPANIONS.test(read.words[k]!));
}

/** "П.Д." of П.Д.Громов: capitals with full stops, joined to what follows. */
function isInitials(text: string, start: number, end: number): boolean {
  const written = text.slice(start, end);
  return (
    written.length <= 6 &&
    /^(?:\p{Lu}\.?)+$/u.test(written) &&
    text[end] === '.' &&
    /^\.\s?\p{Lu}/u.test(text.slice(end, end + 3))
  );
}

function surroundings(
  read: Read,
  from: number,
  to: number,
  first: number,
  end: number,
  places: readonly (readonly string[])[],
  own: number,
): { offices: string[]; gender: Gender | null; side: number | null; elsewhere: boolean; article: boolean } {
  const { text } = read.account;
  const offices: string[] = [];
  let gender: Gender | null = null;
  let side: number | null = null;
  let elsewhere = false;
  const article = from > first && /^(?:the|les|los|las)$/.test(read.words[from - 1]!);
  const note = (k: number): void => {
    const word = read.words[k]!;
    const office = officeAt(read.words, k);
    if (office !== null) offices.push(office);
    // An article tells only of the office that it stands before.
    const tells = !/^(?:la|le|el)$/.test(word) || officeAt(read.words, k + 1) !== null;
    if (tells && FEMALE_FORM.test(word)) gender ??= 'female';
    else if (tells && MALE_FORM.test(word)) gender ??= 'male';
    const placed = places.findIndex((keys) => namesPlace(word, keys));
    if (placed >= 0 && (isCapital(read, k) || placed !== own)) side ??= placed;
    if (COUNTERPART.test(word) && side === null && places.length === 2) side = 1 - own;
  };
  // Backwards over what can stand between an office and its holder.
  let strange = 0;
  for (let k = from - 1; k >= Math.max(first, from - NEAR); k--) {
    const word = read.words[k]!;
    const between = text.slice(read.ends[k], read.starts[k + 1] ?? read.ends[k]!);
    if (/[;:.!?)]/.test(between.replace(/\./, ''))) break;
    const known =
      officeAt(read.words, k) !== null ||
      OFFICE_COMPANIONS.test(word) ||
      COUNTERPART.test(word) ||
      LINKS.test(word) ||
      places.some((keys) => namesPlace(word, keys));
    if (!known && (read.tables.acts.at(read.words, k, end) !== null || read.tables.lexicon.functionWord(word))) break;
    if (!known && ++strange > 2) break;
    note(k);
    // The article or pronoun before an office begins it; a second office belongs to somebody else.
    if (offices.length > 0 && /^(?:the|la|le|el|der|die|seine?|her|his|its|son|su)$/.test(word)) break;
    if (/^(?:and|with|met|et|avec|с|и|con|y|und|mit)$/.test(word)) break;
  }
  // Forwards over "…, Minister of Foreign Affairs of Ordania".
  for (let k = to; k < Math.min(end, to + NEAR); k++) {
    const word = read.words[k]!;
    const gap = text.slice(read.ends[k - 1], read.starts[k]);
    if (/[;:!?()]/.test(gap)) break;
    const office = officeAt(read.words, k) !== null || OFFICE_COMPANIONS.test(word);
    const isPlace = places.some((keys) => namesPlace(word, keys));
    if (
      !office &&
      !isPlace &&
      !LINKS.test(word) &&
      !(isCapital(read, k) && gap.trim() === '' && LINKS.test(read.words[k - 1]!))
    )
      break;
    if (/,/.test(gap) && !office && !/^(?:the|le|la|el|der|die)$/.test(word)) break;
    if (/^(?:and|et|y|und)$/.test(word)) break;
    if (!office && !isPlace && isCapital(read, k)) {
      elsewhere = true;
      break;
    }
    note(k);
  }
  return { offices, gender, side, elsewhere: elsewhere && side === null, article };
}

/** One member for all sightings of a name; the side by what most of them say. */
function settle(sightings: readonly Sighting[], sides: number): CastMember[] {
  const groups: Sighting[][] = [];
  for (const sighting of [...sightings].sort((x, y) => y.keys.length - x.keys.length)) {
    const group = groups.find((known) => known.some((other) => sameName(sighting.keys, other.keys)));
    if (group) group.push(sighting);
    else groups.push([sighting]);
  }
  const members = groups.map((group) => {
    const votes = Array.from({ length: sides }, () => 0);
    for (const { side, first, elsewhere } of group) {
      if (side !== null) votes[side]! += 2;
      // An account names its own people first, and then without their country.
      else if (first !== null && !elsewhere) votes[first]! += 1.5;
    }
    const most = Math.max(...votes);
    const best = votes.indexOf(most);
    const elsewhere = group.some((one) => one.elsewhere) && most < 2;
    return {
      keys: group[0]!.keys,
      side: most > 0 && !elsewhere && votes.filter((vote) => vote === most).length === 1 ? best : null,
      offices: new Set(group.flatMap(({ offices }) => offices)),
      gender: group.find(({ gender }) => gender !== null)?.gender ?? null,
    };
  });
  return members;
}

/** Whether two keys are forms of one name: Варга, Варги; Danov, Danova is another. */
export function sameNameKey(a: string, b: string): boolean {
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < shorter && a[shared] === b[shared]) shared++;
  return shared >= 3 && shorter - shared <= 1 && Math.abs(a.length - b.length) <= 2;
}

function sameName(a: readonly string[], b: readonly string[]): boolean {
  if (!sameNameKey(a.at(-1)!, b.at(-1)!)) return false;
  // Given names may be lacking on one side; where both have one they begin alike.
  return a.length === 1 || b.length === 1 || a[0]![0] === b[0]![0];
}

function knownMembers(
  people: readonly Person[],
  day: string | null,
  places: readonly (readonly string[])[],
): CastMember[] {
  return people.flatMap(({ name, aliases, mandates }): CastMember[] => {
    const held = mandates.filter((mandate) => onDay(mandate, day));
    const sides = held.flatMap(({ post, body }) => {
      const side = places.findIndex((keys) => rawWords(`${post} ${body ?? ''}`).some((word) => namesPlace(word, keys)));
      return side >= 0 ? [side] : [];
    });
    if (held.length === 0) return [];
    const offices = new Set(
      held.flatMap(({ post }) => {
        const list = rawWords(post);
        return list.flatMap((_, i) => officeAt(list, i) ?? []);
      }),
    );
    return [name, ...aliases]
      .map((one) => ({
        keys: rawWords(one)
          .filter((word) => word.length > 1)
          .map(nameKey),
        side: sides[0] ?? null,
        offices,
        gender: null,
      }))
      .filter(({ keys }) => keys.length > 1);
  });
}

function onDay({ from, to }: Mandate, day: string | null): boolean {
  if (day === null) return true;
  return (from === null || from.slice(0, day.length) <= day) && (to === null || to >= day.slice(0, to.length));
}
