import { nameKey, nearlyEqual } from './name-key.js';
import { RANKS, SAME_GIVEN, SAME_PLACE, SURNAME_FIRST } from './name-words.js';
import type { Mandate, Person } from './nouns.js';
import { officeWords, type PrintedName, readName } from './printed-name.js';

/**
 * Who is meant by a name as printed. Sources keep their own spelling; here names are only compared.
 *
 * *Same* and *different* both need ground. The same: people known under both names, an office that the other is known
 * to hold or is printed beside it, or one surname with given names that do not speak against it. Different: two
 * people known, or two surnames that no habit of spelling joins. An institution, a bare office of an unknown holder,
 * a name in a script that we cannot carry over, a slip of one letter: unsure. A likeness in numbers was rejected: it
 * would call Bush and Rush alike and Zelenskyy and Зеленский different.
 */

/** What is known of people when names are compared. */
export interface NamesContext {
  readonly people: readonly Person[];
  /** Lists of names of one person each, of people that `people` may not hold. */
  readonly aliases: readonly (readonly string[])[];
  /** Day on which the name is used, ISO 8601 of any precision; null: any day. */
  readonly day: string | null;
  /** The people and aliases made ready by `knownPeople`, for who compares many names; must be of the same lists. */
  readonly known?: KnownPeople | undefined;
}

/** People and lists of aliases with their names taken apart, once for many comparisons. */
export interface KnownPeople {
  readonly all: readonly KnownPerson[];
  /** Printed names that were taken apart already: those of one draft and its candidates are few. */
  readonly read: Map<string, PrintedName>;
}

interface KnownPerson {
  /** Null: known from a list of aliases only. */
  readonly person: Person | null;
  readonly names: readonly PrintedName[];
  readonly wholes: ReadonlySet<string>;
  readonly mandates: readonly KnownMandate[];
}

interface KnownMandate {
  readonly mandate: Mandate;
  readonly post: ReadonlySet<string>;
  /** Keys of all words of post and body. */
  readonly about: readonly string[];
  readonly offices: ReadonlySet<string>;
}

/** Takes the names of all people apart. Cost: a few microseconds a name. */
export function knownPeople(people: readonly Person[], aliases: readonly (readonly string[])[]): KnownPeople {
  const known: { person: Person | null; names: PrintedName[]; mandates: readonly KnownMandate[] }[] = people.map(
    (person) => ({
      person,
      names: [person.name, ...person.aliases].map(readName),
      mandates: person.mandates.map(knownMandate),
    }),
  );
  for (const list of aliases) {
    const names = list.map(readName);
    const owner = known.filter((one) =>
      one.names.some((mine) =>
        names.some(
          (other) => other.whole === mine.whole || (other.names.length > 1 && meeting(mine, other) === 'same'),
        ),
      ),
    );
    if (owner.length === 1) owner[0]!.names.push(...names);
    else if (owner.length === 0) known.push({ person: null, names, mandates: [] });
  }
  const all = known.map(({ person, names, mandates }) => ({
    person,
    names,
    wholes: new Set(names.map(({ whole }) => whole)),
    mandates,
  }));
  return { all, read: new Map() };
}

/** Names kept taken apart. */
const READ = 4096;

/** A printed name taken apart, once for each that is met. */
export function readKnown(printed: string, { read }: KnownPeople): PrintedName {
  let name = read.get(printed);
  if (!name) {
    if (read.size >= READ) read.clear();
    read.set(printed, (name = readName(printed)));
  }
  return name;
}

/** The person meant by a printed name; null if nobody known fits, or more than one. */
export function identify(printed: string, context: NamesContext): Person | null {
  const known = context.known ?? knownPeople(context.people, context.aliases);
  const fitting = candidates(readKnown(printed, known), known, context.day);
  return fitting.length === 1 ? fitting[0]!.person : null;
}

/** Whether two printed names mean one person. */
export function samePerson(a: string, b: string, context: NamesContext): 'same' | 'different' | 'unsure' {
  const known = context.known ?? knownPeople(context.people, context.aliases);
  const x = readKnown(a, known);
  const y = readKnown(b, known);
  if (x.nobody || y.nobody) return 'unsure';
  const p = candidates(x, known, context.day);
  const q = candidates(y, known, context.day);
  if (p.length === 1 && q.length === 1) return p[0] === q[0] ? 'same' : 'different';
  const apart = x.gender !== null && y.gender !== null && x.gender !== y.gender;
  if (x.whole === y.whole && x.whole !== '') return apart ? 'unsure' : 'same';
  if (x.names.length === 0 && y.names.length === 0) return sameOffice(x, y) ? 'same' : 'unsure';
  if (x.names.length === 0) return roleOf(x, p, y, q);
  if (y.names.length === 0) return roleOf(y, q, x, p);
  const verdict = meeting(x, y);
  if (verdict === 'same') return apart || p.length > 1 || q.length > 1 ? 'unsure' : 'same';
  return verdict === 'different' && !x.institution && !y.institution ? 'different' : 'unsure';
}

/** The people who hold an office on a day; `post` and `body` as printed, null day: ever. */
export function personHolding(
  post: string,
  body: string | null,
  day: string | null,
  people: readonly Person[],
): readonly Person[] {
  const office = readName(body === null ? post : `${post} of ${body}`);
  const role = { ...office, names: [], of: [...office.of, ...office.names] };
  return people.filter((person) => person.mandates.some((mandate) => holds(knownMandate(mandate), role, day)));
}

/** A bare office beside a name. */
function roleOf(
  role: PrintedName,
  holders: readonly KnownPerson[],
  named: PrintedName,
  fitting: readonly KnownPerson[],
): 'same' | 'unsure' {
  if (role.office.length === 0 || named.institution) return 'unsure';
  if (fitting.length === 1 && holders.includes(fitting[0]!)) return 'same';
  const printed =
    role.office.every((word) => named.office.includes(word)) && sameRank(role.office, new Set(named.office));
  const apart =
    role.of.length > 0 &&
    named.of.length > 0 &&
    !role.of.some((word) => named.of.some((other) => samePlace(word, other)));
  return printed && !apart ? 'same' : 'unsure';
}

function sameOffice(x: PrintedName, y: PrintedName): boolean {
  if (x.office.length === 0 || x.office.length !== y.office.length) return false;
  if (!x.office.every((word) => y.office.includes(word))) return false;
  return x.of.length === 0 || y.of.length === 0 || x.of.some((word) => y.of.some((other) => samePlace(word, other)));
}

function candidates(name: PrintedName, { all: known }: KnownPeople, day: string | null): readonly KnownPerson[] {
  if (name.nobody) return [];
  const exact = known.filter(({ wholes }) => wholes.has(name.whole));
  if (exact.length === 1) return exact;
  if (name.names.length === 0) {
    return known.filter(({ mandates }) => mandates.some((mandate) => holds(mandate, name, day)));
  }
  const fitting = known.filter(({ names }) =>
    names.some((other) => touch(name, other) && meeting(name, other) === 'same'),
  );
  if (fitting.length < 2 || name.office.length === 0) return fitting;
  const holding = fitting.filter(({ mandates }) => mandates.some((mandate) => holds(mandate, name, day)));
  return holding.length > 0 ? holding : fitting;
}

function knownMandate(mandate: Mandate): KnownMandate {
  const about = `${mandate.post} ${mandate.body ?? ''}`;
  return {
    mandate,
    post: new Set(officeWords(mandate.post)),
    about: (about.match(/[\p{L}\p{M}]+/gu) ?? []).map(nameKey),
    offices: new Set(officeWords(about)),
  };
}

function holds({ mandate, post, about, offices }: KnownMandate, name: PrintedName, day: string | null): boolean {
  if (name.office.length === 0 || !onDay(mandate, day)) return false;
  if (!name.office.every((word) => offices.has(word)) || !name.office.some((word) => post.has(word))) return false;
  return sameRank(name.office, post) && name.of.every((word) => about.some((other) => samePlace(word, other)));
}

/** A word too few makes another office: a minister is no prime minister, a deputy no minister. */
function sameRank(office: readonly string[], post: ReadonlySet<string>): boolean {
  return (
    [...post].every((word) => !RANKS.has(word) || office.includes(word)) &&
    office.every((word) => !RANKS.has(word) || post.has(word))
  );
}

function onDay(mandate: Mandate, day: string | null): boolean {
  if (day === null) return true;
  const begun = mandate.from === null || mandate.from.slice(0, day.length) <= day.slice(0, mandate.from.length);
  const over = mandate.to !== null && mandate.to.slice(0, day.length) < day.slice(0, mandate.to.length);
  return begun && !over;
}

/** "Ordania" and "Ordanian", "France" and "French". */
function samePlace(a: string, b: string): boolean {
  if (a === b || SAME_PLACE.some((row) => row.has(a) && row.has(b))) return true;
  const shorter = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < shorter && a[shared] === b[shared]) shared++;
  return shared >= 4 && shorter - shared <= 1 && Math.abs(a.length - b.length) <= 3;
}

/** Whether two printed names share a word; without, they are surely none of one person. */
function touch(x: PrintedName, y: PrintedName): boolean {
  return x.names.some((word) => y.names.includes(word) || (y.names.length > 0 && HAN.test(word)));
}

/** How the names of two printed names stand to each other, offices and people aside. */
function meeting(x: PrintedName, y: PrintedName): 'same' | 'different' | 'unsure' {
  const [short, long] = x.names.length <= y.names.length ? [x.names, y.names] : [y.names, x.names];
  if (short.length === 0) return 'unsure';
  if (scriptOf(short) !== scriptOf(long)) return 'unsure';
  if (HAN.test(short[0]!)) return hanMeeting(short.join(''), long.join(''));
  const surname = short.at(-1)!;
  const at = long.lastIndexOf(surname);
  if (short.length === 1) {
    if (at > 0 || long.length === 1) return at >= 0 ? 'same' : near(surname, long);
    if (at === 0) return SURNAME_FIRST.has(surname) ? 'same' : 'unsure';
    return near(surname, long);
  }
  if (at > 0 || (at === 0 && long.length === 1))
    return given(
      short.slice(0, -1),
      long.filter((_, i) => i !== at),
    );
  // The surname stands first in one of them: "Xi Jinping" and "Jinping Xi", "Лавров Сергей".
  if (at === 0) return given(short.slice(0, -1), long.slice(1)) === 'same' ? 'same' : 'unsure';
  if (long.at(-1) === short[0] || long.includes(short[0]!)) {
    const other = long.filter((word) => word !== short[0]);
    if (long.at(-1) === short[0] && given(short.slice(1), other) === 'same') return 'same';
  }
  return near(surname, long);
}

/** Whether given names or initials of one surname agree. None on one side speak against nothing. */
function given(x: readonly string[], y: readonly string[]): 'same' | 'different' | 'unsure' {
  if (x.length === 0 || y.length === 0) return 'same';
  let like = false;
  for (const a of x) {
    for (const b of y) {
      if (a === b || ((a.length === 1 || b.length === 1) && a[0] === b[0])) return 'same';
      if (a.length > 2 && b.length > 2 && (a.startsWith(b) || b.startsWith(a))) return 'same';
      if (SAME_GIVEN.some((row) => row.has(a) && row.has(b))) return 'same';
      like ||= nearlyEqual(a, b) || (a.length > 3 && b.length > 3 && a.slice(0, 3) === b.slice(0, 3));
    }
  }
  return like ? 'unsure' : 'different';
}

/** Two surnames that differ: another person, or perhaps a slip of the pen. */
function near(surname: string, long: readonly string[]): 'different' | 'unsure' {
  return long.some((word) => nearlyEqual(surname, word)) ? 'unsure' : 'different';
}

const HAN = /\p{Script=Han}/u;

/** Surname first, of one or two characters. */
function hanMeeting(a: string, b: string): 'same' | 'different' {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short === long || (short.length === 1 && long.startsWith(short)) ? 'same' : 'different';
}

/** Latin, into which Cyrillic is carried, or what the name is written in. */
function scriptOf(names: readonly string[]): string {
  const surname = names.at(-1)!;
  if (/^[a-z]+$/.test(surname)) return 'latin';
  if (HAN.test(surname)) return 'han';
  return /\p{Script=Arabic}/u.test(surname) ? 'arabic' : /\p{Script=Hangul}/u.test(surname) ? 'hangul' : 'other';
}
