/**
 * Where an account speaks of its parties, word by word: by name, by office, by country, by "the sides", by he and
 * she. A bare office is that of the one who holds it; where both sides have a minister, "the Minister" is the
 * account's own, which is how such texts are written.
 */
import { nameKey } from '#record/index.js';
import { type Cast, type Gender, namesPlace, officeAt, sameNameKey } from './cast.js';
import {
  COUNTERPART,
  FEMALE_FORM,
  MALE_FORM,
  OFFICE_COMPANIONS,
  PRONOUNS,
  SIDE_WORD,
  TOGETHER,
} from './party-words.js';
import { type Read, isCapital } from './reading.js';

/** Words [from, to) that name a party: a side, several together, or (null) somebody of no side. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  readonly party: number | 'joint' | null;
  /** Index of the member of the cast; null: a country, an office without a holder, a pronoun. */
  readonly member: number | null;
  /** A pronoun or a country used as an adjective: no name of its own. */
  readonly weak: boolean;
}

const LINKS = /^(?:of|the|de|la|du|des|d'|l'|del|le|el|los|las|les|von|der|dem|den|das|die|für|for|aux?|à|en)$/u;
const BOTH = /^(?:two|2|both|ambos|ambas|beide|beiden|deux|обе|оба|dos)$/u;

/** Who can be meant by he and she: the mentions of this sentence and of the one before, and what is known of men and women. */
interface Memory {
  before: readonly Mention[];
  here: readonly Mention[];
  readonly genders: Map<number, Gender | null>;
}

/** All mentions in order of the text, not overlapping. */
export function mentionsOf(read: Read, cast: Cast, own: number): Mention[] {
  const out: Mention[] = [];
  const memory: Memory = { before: [], here: [], genders: new Map(cast.members.map(({ gender }, m) => [m, gender])) };
  for (const { from, to } of read.ranges) {
    const here: Mention[] = [];
    memory.here = here;
    for (let i = from; i < to; ) {
      const mention = mentionAt(read, i, from, to, cast, own, memory);
      if (!mention) {
        i++;
        continue;
      }
      const before = here.at(-1);
      // "the Foreign Secretary of Belmark, Ilse Moreau" is one mention.
      if (before && joins(read, before, mention)) {
        here[here.length - 1] = {
          from: before.from,
          to: mention.to,
          party: mention.member !== null ? mention.party : (before.party ?? mention.party),
          member: mention.member ?? before.member,
          weak: before.weak && mention.weak,
        };
      } else here.push(mention);
      i = mention.to;
    }
    if (here.length > 0) memory.before = here;
    out.push(...here);
  }
  return out;
}

/**
 * The member that he or she means: in this sentence, else in the one before, the first of whom nothing else is known.
 * From then on it is known of that member. Where members of two sides could be meant and the first is not the
 * account's own, nobody is: it would put words into a mouth.
 */
function pronounAt(
  gender: Gender,
  own: number,
  { before, here, genders }: Memory,
): { party: number; member: number } | null {
  for (const mentions of [here, before]) {
    const fitting = mentions.flatMap(({ party, member }) => {
      if (member === null || typeof party !== 'number') return [];
      const known = genders.get(member) ?? null;
      return known === null || known === gender ? [{ party, member, known }] : [];
    });
    const sure = fitting.find(({ known }) => known === gender);
    const chosen = sure ?? fitting[0];
    if (!chosen) continue;
    if (!sure && chosen.party !== own && fitting.some(({ party }) => party !== chosen.party)) return null;
    if (sure || fitting.every(({ member }) => member === chosen.member)) genders.set(chosen.member, gender);
    return { party: chosen.party, member: chosen.member };
  }
  return null;
}

function mentionAt(
  read: Read,
  i: number,
  first: number,
  end: number,
  cast: Cast,
  own: number,
  memory: Memory,
): Mention | null {
  const word = read.words[i]!;
  const capital = isCapital(read, i);
  if (capital && !read.tables.lexicon.functionWord(word)) {
    const member = memberAt(read, i, end, cast);
    if (member)
      return { from: i, to: member.to, party: cast.members[member.member]!.side, member: member.member, weak: false };
  }
  const place = word.length > 2 || capital ? cast.places.findIndex((keys) => namesPlace(word, keys)) : -1;
  if (place >= 0) {
    const isSide = SIDE_WORD.test(read.words[i + 1] ?? '') && i + 1 < end;
    // "la partie ligranaise": the side stands before its name.
    const stands = i > first && SIDE_WORD.test(read.words[i - 1]!);
    if (capital || isSide || stands)
      return {
        from: stands ? i - 1 : i,
        to: isSide ? i + 2 : i + 1,
        party: place,
        member: null,
        weak: !isSide && !stands,
      };
  }
  const together = togetherAt(read, i, first, end);
  if (together > i) return { from: i, to: together, party: 'joint', member: null, weak: false };
  const office = officeAt(read.words, i);
  if (office !== null) return officeMention(read, i, first, end, cast, own, office);
  if ((COUNTERPART.test(word) || (word === 'par' && read.words[i - 1] === 'su')) && cast.places.length === 2)
    return { from: i, to: i + 1, party: 1 - own, member: null, weak: false };
  if (capital || i === first || /^(?:she|he|elle|он|она)$/.test(word)) {
    const gender = PRONOUNS.find(([pattern]) => pattern.test(word))?.[1];
    const meant = gender === undefined ? null : pronounAt(gender, own, memory);
    if (meant) return { from: i, to: i + 1, ...meant, weak: true };
  }
  return null;
}

/** A member's surname at word i, or the name that leads up to it. */
function memberAt(read: Read, i: number, end: number, cast: Cast): { member: number; to: number } | null {
  for (let to = Math.min(end, i + 3); to > i; to--) {
    const last = nameKey(read.words[to - 1]!);
    if (last.length < 3 || !isCapital(read, to - 1)) continue;
    const member = cast.members.findIndex(
      ({ keys }) =>
        sameNameKey(last, keys.at(-1)!) &&
        (to - i === 1 || keys.some((key) => sameNameKey(nameKey(read.words[i]!), key)) || read.words[i]!.length <= 3),
    );
    if (member >= 0) return { member, to };
  }
  return null;
}

/** Behind the last word of "the two sides", "les deux ministres", "ambos mandatarios"; `i` if none begins there. */
function togetherAt(read: Read, i: number, first: number, end: number): number {
  const word = read.words[i]!;
  const next = read.words[i + 1] ?? '';
  if (BOTH.test(word) && i + 1 < end && TOGETHER.test(next)) return i + 2;
  if (!TOGETHER.test(word)) return i;
  // "die Minister": only the article tells that there are several.
  if (/^beiden?$/.test(word)) return i + 1 < end && /minister|seiten|präsident/.test(next) ? i + 2 : i + 1;
  if (/^(?:co|chairs)$/.test(word)) return word === 'co' && next === 'chairs' ? i + 2 : i;
  if (/^parties$/.test(word) && i > first && /^(?:third|political)$/.test(read.words[i - 1]!)) return i;
  // "сторон" and "partes" also stand in "со стороны", "en partes": a verb or an article must be near; at the head they are the subject.
  if (/^стороны$/.test(word) && i > first && /^(?:со|с)$/.test(read.words[i - 1]!)) return i;
  if (/^главы$/.test(word)) return i;
  return i + 1;
}

function officeMention(
  read: Read,
  i: number,
  first: number,
  end: number,
  cast: Cast,
  own: number,
  office: string,
): Mention {
  const word = read.words[i]!;
  // The German plural has the form of the singular.
  if (office === 'minister' && i > first && read.words[i - 1] === 'die' && word === 'minister')
    return { from: i, to: i + 1, party: 'joint', member: null, weak: false };
  let from = i;
  while (from > first && OFFICE_COMPANIONS.test(read.words[from - 1]!) && !LINKS.test(read.words[from - 1]!)) from--;
  let to = i + 1;
  let place = -1;
  let strange = 0;
  for (let k = i + 1; k < Math.min(end, i + 7); k++) {
    const next = read.words[k]!;
    const placed = cast.places.findIndex((keys) => namesPlace(next, keys));
    if (placed >= 0 && isCapital(read, k)) {
      place = placed;
      to = k + 1;
      break;
    }
    const known = LINKS.test(next) || OFFICE_COMPANIONS.test(next) || officeAt(read.words, k) !== null;
    // "министр энергетики Северии": a word or two may say of what, if then the country follows.
    if (
      !known &&
      (++strange > 2 || read.tables.lexicon.functionWord(next) || read.tables.acts.at(read.words, k, end) !== null)
    )
      break;
    if (/[,;:.]/.test(read.account.text.slice(read.ends[k - 1], read.starts[k]))) break;
    if (known && strange === 0 && !LINKS.test(next)) to = k + 1;
  }
  if (place < 0 && from > first) place = cast.places.findIndex((keys) => namesPlace(read.words[from - 1]!, keys));
  if (place >= 0) {
    const held = cast.members.findIndex(({ side, offices }) => side === place && offices.has(office));
    return { from, to, party: place, member: held >= 0 ? held : null, weak: false };
  }
  // Somebody of another country, "of Halvern": a capital behind "of" that is none of the sides.
  if (
    /^(?:of|de|von|d')$/.test(read.words[i + 1] ?? '') &&
    i + 2 < end &&
    isCapital(read, i + 2) &&
    !OFFICE_COMPANIONS.test(read.words[i + 2]!)
  )
    return { from, to, party: null, member: null, weak: false };
  return { from, to, ...holder(read, i, cast, own, office) };
}

function holder(
  read: Read,
  i: number,
  cast: Cast,
  own: number,
  office: string,
): { party: number | null; member: number | null; weak: boolean } {
  const gender = genderOf(read, i);
  const holding = cast.members.flatMap((member, m) =>
    member.side !== null &&
    member.offices.has(office) &&
    (gender === null || member.gender === null || member.gender === gender)
      ? [m]
      : [],
  );
  const sides = new Set(holding.map((m) => cast.members[m]!.side));
  if (sides.size === 1) {
    const [m = -1] = holding;
    return { party: cast.members[m]!.side, member: m, weak: false };
  }
  if (sides.size > 1) {
    // Whose gender is known goes before whose is not; else it is the account's own.
    const sure = holding.filter((m) => gender !== null && cast.members[m]!.gender === gender);
    const sureSides = new Set(sure.map((m) => cast.members[m]!.side));
    const m = sureSides.size === 1 ? sure[0]! : holding.find((one) => cast.members[one]!.side === own);
    return m === undefined
      ? { party: null, member: null, weak: false }
      : { party: cast.members[m]!.side, member: m, weak: false };
  }
  return { party: cast.members.length === 0 ? own : null, member: null, weak: false };
}

function genderOf(read: Read, i: number): Gender | null {
  const around = [read.words[i]!, read.words[i - 1] ?? ''];
  if (around.some((word) => FEMALE_FORM.test(word))) return 'female';
  return around.some((word) => MALE_FORM.test(word)) ? 'male' : null;
}

/** Whether two neighbouring mentions name one party: nothing but links, offices and commas stands between. */
function joins(read: Read, before: Mention, after: Mention): boolean {
  if (before.party === 'joint' || after.party === 'joint') return false;
  if (after.weak && after.member === null && before.member !== null && before.party !== after.party) return false;
  if (before.party !== null && after.party !== null && before.party !== after.party) return false;
  if (before.member !== null && after.member !== null && before.member !== after.member) return false;
  for (let k = before.to; k < after.from; k++)
    if (!LINKS.test(read.words[k]!) && !OFFICE_COMPANIONS.test(read.words[k]!)) return false;
  const between = read.account.text.slice(read.ends[before.to - 1], read.starts[after.from]);
  return after.from - before.to <= 4 && !/[;:!?.](?!\p{Lu})/u.test(between) && !/,.*,/.test(between);
}
