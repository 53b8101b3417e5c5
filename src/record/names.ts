/**
 * Who is meant by a name as printed. Sources keep their own spelling; here names are only compared. A name has a
 * surname, perhaps given names or initials, and perhaps an office; an office alone is resolved by who held it on the
 * day. *Different* needs ground on both sides: two surnames, or two people; a bare office is never another person.
 */
import type { Mandate, Person } from './nouns.js';
import { HONORIFICS, NOBODY, OFFICES, OFFICE_LINKS, SAME_OFFICE, SURNAMES } from './name-words.js';
import { nameKey } from './name-key.js';

/** What is known of people when names are compared. */
export interface NamesContext {
  readonly people: readonly Person[];
  /** Lists of names of one person each. */
  readonly aliases: readonly (readonly string[])[];
  /** Day on which the name is used, ISO 8601 of any precision; null: any day. */
  readonly day: string | null;
}

/** A printed name taken apart; all words as search keys. */
export interface PrintedName {
  /** Given names, then the surname; empty for a bare office. */
  readonly names: readonly string[];
  /** Words of the office: "foreign", "minister". */
  readonly office: readonly string[];
  /** A label that names nobody: "QUESTION", "a reporter". */
  readonly nobody: boolean;
}

/** Takes a printed name apart: honorifics fall away, words of office are kept apart. */
export function readName(printed: string): PrintedName {
  const plain = printed
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/[’'`]s\b/g, ' ')
    .replace(/[:;]+\s*$/, '');
  const comma = /^\s*([\p{L}’' -]+),\s*([\p{L}.’' -]+)$/u.exec(plain);
  const reversed = comma && !hasOffice(comma[1]!) && !hasOffice(comma[2]!) ? `${comma[2]} ${comma[1]}` : plain;
  const words = reversed.split(/[\s,/·]+|(?<=\.)(?=\p{L})|(?<=\p{L}{3})-(?=\p{L}{3})/u).filter((w) => /\p{L}/u.test(w));
  const names: string[] = [];
  const office: string[] = [];
  let nobody = false;
  let addressed = false;
  let linked = false;
  for (const word of words) {
    const low = word.toLowerCase().replace(/[^\p{L}]/gu, '');
    if (NOBODY.has(low)) nobody = true;
    else if (HONORIFICS.has(low)) addressed = true;
    else if (SURNAMES.has(low) && word === words.at(-1) && (addressed || names.length > 0)) names.push(nameKey(word));
    else if (OFFICE_LINKS.has(low)) linked = office.length > 0 && names.length === 0;
    else if (OFFICES.has(low)) office.push(SAME_OFFICE[low] ?? low);
    // "Minister of Trade Dan Tehan" cannot be told apart without a list of all offices; what follows a link and
    // begins small belongs to the office.
    else if (linked && /^\p{Ll}/u.test(word)) office.push(low);
    else {
      const key = nameKey(word);
      if (key !== '') names.push(key);
    }
  }
  return { names, office, nobody: nobody && names.length === 0 };
}

function hasOffice(part: string): boolean {
  return part.split(/[\s-]+/).some((w) => OFFICES.has(w.toLowerCase()) || HONORIFICS.has(w.toLowerCase()));
}

/** Whether a printed name is an office and no name: "PRIME MINISTER". */
export function isBareOffice(printed: string): boolean {
  const name = readName(printed);
  return name.names.length === 0 && name.office.length > 0;
}

/** The person meant by a printed name; null if nobody known fits, or more than one. */
export function identify(printed: string, context: NamesContext): Person | null {
  const { people } = context;
  const whole = wholeKey(printed);
  const exact = people.filter((p) => [p.name, ...p.aliases].some((n) => wholeKey(n) === whole));
  if (exact.length === 1) return exact[0]!;
  const name = readName(printed);
  if (name.nobody) return null;
  if (name.names.length > 0) {
    const fitting = people.filter((p) => [p.name, ...p.aliases].some((n) => namesMeet(name.names, readName(n).names)));
    if (fitting.length === 1) return fitting[0]!;
    if (fitting.length === 0) {
      // "Ordania’s foreign minister": what looked like a name is of the body.
      const inOffice = name.office.length > 0 ? only(people.filter((p) => holds(p, name.office, words(printed), context.day))) : null;
      return inOffice ?? byAlias(printed, context);
    }
    return name.office.length > 0 ? only(fitting.filter((p) => holds(p, name.office, [], context.day))) : null;
  }
  return only(people.filter((p) => holds(p, name.office, words(printed), context.day)));
}

/** Whether two printed names mean one person. */
export function samePerson(a: string, b: string, context: NamesContext): 'same' | 'different' | 'unsure' {
  if (wholeKey(a) === wholeKey(b)) return 'same';
  const x = readName(a);
  const y = readName(b);
  if (x.nobody || y.nobody) return 'unsure';
  const p = identify(a, context);
  const q = identify(b, context);
  if (p && q) return p.id === q.id ? 'same' : 'different';
  if (shareAlias(a, b, context)) return 'same';
  if (x.names.length === 0 || y.names.length === 0) {
    // One of them is an office alone.
    return x.names.length === y.names.length && sameWords(x.office, y.office) ? 'same' : 'unsure';
  }
  if (namesMeet(x.names, y.names)) {
    const both = context.people.filter((k) => namesMeet(x.names, readName(k.name).names) && namesMeet(y.names, readName(k.name).names));
    return both.length > 1 ? 'unsure' : 'same';
  }
  return 'different';
}

/** The people who hold an office on a day; `post` and `body` as printed, null day: ever. */
export function personHolding(post: string, body: string | null, day: string | null, people: readonly Person[]): readonly Person[] {
  const office = readName(post).office;
  return people.filter((p) => holds(p, office.length > 0 ? office : words(post), body === null ? [] : words(body), day));
}

/** Same surname, and given names or initials that do not speak against it. Either may put the surname first. */
function namesMeet(x: readonly string[], y: readonly string[]): boolean {
  if (x.length === 0 || y.length === 0) return false;
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  const surname = short[short.length - 1]!;
  if (surname.length < 2) return false;
  if (short.length === 1) return surname === long[long.length - 1] || (surname === long[0] && long.length <= 3) || long.includes(surname);
  const at = long.lastIndexOf(surname);
  if (at < 0) {
    // "Xi Jinping" beside "Jinping Xi".
    return long.length === short.length && [...long].reverse().every((w, k) => w === short[k]);
  }
  const given = long.filter((_, k) => k !== at);
  if (given.length === 0) return true;
  return short.slice(0, -1).some((s) => given.some((g) => s === g || ((s.length === 1 || g.length === 1) && s[0] === g[0]) || likeGiven(s, g)));
}

/** "Tony" and "Anthony" cannot be known without a list; a shared beginning of three letters is ground enough. */
function likeGiven(a: string, b: string): boolean {
  return a.length >= 3 && b.length >= 3 && a.slice(0, 3) === b.slice(0, 3);
}

function holds(person: Person, office: readonly string[], printed: readonly string[], day: string | null): boolean {
  if (office.length === 0) return false;
  return person.mandates.some((m) => {
    if (!onDay(m, day)) return false;
    const post = words(m.post).map((w) => SAME_OFFICE[w] ?? w);
    const body = words(m.body ?? '').map((w) => SAME_OFFICE[w] ?? w);
    if (!office.some((w) => post.includes(w)) || !office.every((w) => post.includes(w) || body.includes(w))) return false;
    // An office word too few makes another office: "minister" is not "prime minister" the other way round.
    const rank = ['deputy', 'vice', 'prime', 'former', 'acting'];
    if (rank.some((r) => post.includes(r) !== office.includes(r))) return false;
    const about = [...words(m.body ?? ''), ...words(m.post)];
    const more = printed.filter((w) => !OFFICES.has(w) && !OFFICE_LINKS.has(w) && !HONORIFICS.has(w));
    return more.every((w) => about.some((k) => k === w || (k.length > 4 && w.startsWith(k.slice(0, k.length - 2)))));
  });
}

function onDay(mandate: Mandate, day: string | null): boolean {
  if (day === null) return true;
  const from = mandate.from?.slice(0, day.length);
  const to = mandate.to?.slice(0, day.length);
  return (!from || from <= day.slice(0, from.length)) && (!to || day.slice(0, to.length) <= to);
}

function words(text: string): string[] {
  return (text.normalize('NFKC').toLowerCase().replace(/[’'`]s\b/g, '').match(/\p{L}+/gu) ?? []).filter((w) => !OFFICE_LINKS.has(w));
}

function wholeKey(text: string): string {
  return words(text)
    .filter((w) => !HONORIFICS.has(w))
    .map(nameKey)
    .join(' ');
}

function byAlias(printed: string, { people, aliases }: NamesContext): Person | null {
  const list = aliases.find((names) => names.some((n) => wholeKey(n) === wholeKey(printed)));
  if (!list) return null;
  return only(people.filter((p) => list.some((n) => [p.name, ...p.aliases].some((m) => wholeKey(m) === wholeKey(n)))));
}

function shareAlias(a: string, b: string, { aliases }: NamesContext): boolean {
  const x = readName(a).names;
  const y = readName(b).names;
  return aliases.some((list) => {
    const fits = (whole: string, names: readonly string[]): boolean =>
      list.some((n) => wholeKey(n) === whole || (names.length > 0 && namesMeet(names, readName(n).names)));
    return fits(wholeKey(a), x) && fits(wholeKey(b), y);
  });
}

function sameWords(x: readonly string[], y: readonly string[]): boolean {
  return x.length === y.length && x.every((w) => y.includes(w));
}

function only<T>(list: readonly T[]): T | null {
  return list.length === 1 ? list[0]! : null;
}
