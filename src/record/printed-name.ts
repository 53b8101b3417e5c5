import { nameKey } from './name-key.js';
import {
  FEMALE,
  HONORIFICS,
  INSTITUTIONS,
  LINKS,
  MALE,
  NOBODY,
  OF,
  OFFICE_ADJECTIVES,
  OFFICE_FILLERS,
  OFFICE_NAMES,
  OFFICES,
  PLACES,
  SAME_OFFICE,
} from './name-words.js';

/** A printed name taken apart; names, and what an office is of, as search keys. */
export interface PrintedName {
  /** Given names or initials, then the surname; empty for a bare office. */
  readonly names: readonly string[];
  /** Words of the office in English where that is known: "foreign", "minister". Empty if no office is named. */
  readonly office: readonly string[];
  /** What the office is of, or whose it is: "ordania". */
  readonly of: readonly string[];
  readonly gender: 'male' | 'female' | null;
  /** It may as well be an institution or a country: "the Kremlin", "Moscow". */
  readonly institution: boolean;
  /** A label that names nobody: "QUESTION", "a reporter". */
  readonly nobody: boolean;
  /** All words but forms of address and links, as keys, to tell whether two printed names are the same words. */
  readonly whole: string;
}

/**
 * Takes a printed name apart: "FOREIGN MINISTER LAVROV", "Lavrov, Sergey", "С.В.Лавров", "Ordania's foreign minister
 * Anselm Varga", "Marco Rubio, US Secretary of State", "毛宁", "the prime minister". What stands in brackets is left out.
 */
export function readName(printed: string): PrintedName {
  const plain = printed
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/\b([UE])\.\s?([SKN]|U)\.(?=\s|$)/gu, '$1$2')
    .replace(/^P\.?\s?M\.?(?=[\s:]|$)/u, 'PM')
    .replace(/[\s:;.–—-]+$/u, '');
  const parts = plain
    .split(/\s*[,，]\s*/u)
    .map(readPart)
    .filter((part) => part.words > 0);
  const [first, second] = parts;
  if (parts.length === 2 && isReversed(first!, second!)) {
    return finish(plain, [{ ...first!, names: [...second!.names, ...first!.names] }]);
  }
  return finish(plain, parts);
}

/** Whether a printed name is an office and no name: "PRIME MINISTER". */
export function isBareOffice(printed: string): boolean {
  const { names, office } = readName(printed);
  return names.length === 0 && office.length > 0;
}

/** The words of an office, in English where that is known, without those that tell nothing. */
export function officeWords(post: string): readonly string[] {
  const found = new Set<string>();
  for (const word of post.normalize('NFKC').split(/[\s,/]+/u)) {
    const known = officeOf(word);
    for (const office of known ?? []) found.add(office);
    if (known === null)
      for (const piece of word.split('-')) for (const office of officeOf(piece) ?? []) found.add(office);
  }
  return [...found];
}

interface Part {
  readonly names: readonly string[];
  readonly office: readonly string[];
  readonly of: readonly string[];
  readonly gender: 'male' | 'female' | null;
  readonly institution: boolean;
  readonly nobody: boolean;
  readonly address: boolean;
  readonly words: number;
}

/** "Lavrov, Sergey": two parts of nothing but names. */
function isReversed(first: Part, second: Part): boolean {
  const bare = (part: Part) =>
    part.office.length === 0 && part.of.length === 0 && part.names.length > 0 && !part.nobody;
  return bare(first) && bare(second) && first.names.length <= 2 && second.names.length <= 3 && !second.institution;
}

function finish(plain: string, parts: readonly Part[]): PrintedName {
  const main =
    parts.find((part) => part.names.length > 0 && !part.institution) ?? parts.find((part) => part.names.length > 0);
  const rest = parts.filter((part) => part !== main);
  const names = main?.names ?? [];
  return {
    names,
    office: [...new Set(parts.flatMap((part) => part.office))],
    of: [...(main?.of ?? []), ...rest.flatMap((part) => part.of.concat(part.names))],
    gender: parts.find((part) => part.gender !== null)?.gender ?? null,
    institution: main?.institution ?? parts.some((part) => part.institution),
    nobody: names.length === 0 && parts.some((part) => part.nobody),
    whole: wholeKey(plain),
  };
}

type Kind = 'address' | 'office' | 'link' | 'nobody' | 'name' | 'other';

interface Token {
  readonly kind: Kind;
  readonly low: string;
  readonly key: string;
  readonly offices: readonly string[];
  readonly capitals: boolean;
  readonly owns: boolean;
}

function readPart(text: string): Part {
  const cased = /\p{Lu}/u.test(text);
  const tokens = tokensOf(text, cased);
  const office = tokens.flatMap((token) => token.offices);
  const hasHead = office.some((word) => !OFFICE_ADJECTIVES.has(word));
  const genders = tokens.filter((token) => token.kind === 'address');
  const the = tokens[0]?.low === 'the';
  let names: Token[] = [];
  let of: Token[] = [];
  if (hasHead) {
    const first = tokens.findIndex((token) => token.kind === 'office');
    const last = tokens.findLastIndex((token) => token.kind === 'office');
    const before = tokens.slice(0, first).filter(isName);
    const between = tokens.slice(first, last).filter(isName);
    const behind = tokens.slice(last + 1);
    const after = behind.filter(isName);
    const linked = behind.findIndex((token) => token.kind === 'link' && OF.has(token.low));
    const places = after.findIndex(({ key }) => !PLACES.has(key));
    // "Министр … Российской Федерации С. В. Лавров", but "Foreign Minister Israel Katz".
    const split =
      linked >= 0 && linked < behind.findIndex(isName) ? placeLength(after) : after.length - places > 1 ? places : 0;
    names = after.slice(split);
    of = [...before, ...between, ...after.slice(0, split)];
    // "Ilse Moreau Foreign Secretary", but not "Ordanian Foreign Secretary" and not "New Zealand Prime Minister".
    if (names.length === 0 && of.length === before.length && isFullName(before, the)) [names, of] = [before, []];
  } else {
    names = tokens.filter(isName);
    const owner = names.findLastIndex((token) => token.owns);
    if (owner >= 0 && owner < names.length - 1) [of, names] = [names.slice(0, owner + 1), names.slice(owner + 1)];
  }
  const address = genders.length > 0;
  const institution =
    !hasHead &&
    !address &&
    // Small letters throughout: "the newspaper", "a proverb"; or a name typed in haste.
    (the ||
      (!cased && /\p{Ll}/u.test(text)) ||
      office.length > 0 ||
      names.some(({ key }) => INSTITUTIONS.has(key)) ||
      names.every(({ key }) => PLACES.has(key)));
  return {
    names: inOrder(names),
    office: hasHead ? [...new Set(office)].filter((word) => !OFFICE_FILLERS.has(word)) : [],
    of: of.map(({ key }) => key),
    gender: genders.some(({ low }) => FEMALE.has(low))
      ? 'female'
      : genders.some(({ low }) => MALE.has(low))
        ? 'male'
        : null,
    institution,
    nobody: tokens.some(({ kind }) => kind === 'nobody'),
    address,
    words: tokens.length,
  };
}

function isName(token: Token): boolean {
  return token.kind === 'name';
}

function isFullName(before: readonly Token[], the: boolean): boolean {
  return (
    before.length >= 2 && !the && !before.some(({ key, owns }) => owns || PLACES.has(key) || INSTITUTIONS.has(key))
  );
}

/** Of the names behind "of": how many name the place. "President of the United States Donald Trump": two. */
function placeLength(after: readonly Token[]): number {
  let n = 0;
  while (n < after.length && (PLACES.has(after[n]!.key) || INSTITUTIONS.has(after[n]!.key))) n++;
  if (n === 0) return after.length === 2 ? 0 : Math.min(1, after.length);
  // "New York", "South Sudan": what follows an adjective belongs to it.
  if (n < after.length && after.length - n === 1 && /^(?:new|nort|sut|est|vest)$/.test(after[n - 1]!.key)) n++;
  return n;
}

/** Keys with the surname last; a surname in capitals may stand first: "LAVROV Sergey". */
function inOrder(names: readonly Token[]): readonly string[] {
  const capital = names.filter((token) => token.capitals && token.key.length > 2);
  const others = names.filter((token) => !capital.includes(token));
  const ordered = others.some((token) => !token.capitals) && capital.length > 0 ? [...others, ...capital] : names;
  return ordered.map(({ key }) => key).filter((key) => key !== '');
}

function tokensOf(text: string, cased: boolean): readonly Token[] {
  const tokens: Token[] = [];
  for (const raw of text.split(/[\s/·•]+|(?<=\p{L}\.)(?=\p{L})/u)) {
    const owns = /['’`]s$/u.test(raw);
    const word = owns ? raw.slice(0, -2) : raw;
    if (!/\p{L}/u.test(word)) continue;
    if (HAN.test(word)) tokens.push(...hanTokens(word));
    else {
      const article = tokens.length === 0 && /^(?:the|an?)$/i.test(word);
      const whole = tokenOf(article ? word.toLowerCase() : word, owns, cased);
      if (whole.kind !== 'name' && whole.kind !== 'other') tokens.push(whole);
      else for (const piece of word.split(/[-‐‑]/u)) if (/\p{L}/u.test(piece)) tokens.push(tokenOf(piece, owns, cased));
    }
  }
  return tokens;
}

function plainLetters(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{M}]/gu, '');
}

function tokenOf(word: string, owns: boolean, cased: boolean): Token {
  const low = plainLetters(word);
  const base = { low, key: '', offices: [], capitals: false, owns };
  if (NOBODY.has(low)) return { ...base, kind: 'nobody' };
  // One capital with a full stop is an initial: "M. Macron" is told by what French prints, "M. V. Zakharova" is not.
  const initial = /^\p{Lu}\.?$/u.test(word) && low !== 'm';
  if (!initial && HONORIFICS.has(low)) return { ...base, kind: 'address' };
  if (
    !initial &&
    LINKS.has(low) &&
    (!cased || /^\p{Ll}/u.test(word) || (word.length > 1 && !/^\p{Lu}\p{Ll}/u.test(word)))
  ) {
    return { ...base, kind: 'link' };
  }
  const offices = initial ? null : officeOf(word);
  if (offices !== null) return { ...base, kind: 'office', offices };
  if (cased && /^\p{Ll}/u.test(word)) return { ...base, kind: 'other' };
  return { ...base, kind: 'name', key: nameKey(word), capitals: word.length > 2 && word === word.toUpperCase() };
}

function officeOf(word: string): readonly string[] | null {
  const low = plainLetters(word);
  if (!OFFICES.has(low)) return null;
  const same = SAME_OFFICE.get(low) ?? low;
  return (OFFICE_NAMES.get(same) ?? same).split(' ');
}

const HAN = /\p{Script=Han}/u;
const HAN_OFFICES: readonly (readonly [written: string, office: string])[] = [
  ['外交部长', 'foreign minister'],
  ['国防部长', 'defence minister'],
  ['外交部发言人', 'foreign spokesman'],
  ['新闻发言人', 'spokesman'],
  ['国务卿', 'secretary state'],
  ['发言人', 'spokesman'],
  ['副总统', 'vice president'],
  ['总统', 'president'],
  ['国家主席', 'president'],
  ['主席', 'president'],
  ['总理', 'prime minister'],
  ['首相', 'prime minister'],
  ['外长', 'foreign minister'],
  ['部长', 'minister'],
  ['大使', 'ambassador'],
  ['先生', ''],
  ['女士', ''],
];

/** Chinese writes office and name together: 外交部发言人毛宁. */
function hanTokens(word: string): readonly Token[] {
  let rest = word;
  const base = { low: word, owns: false, capitals: false };
  const offices: string[] = [];
  for (const [written, office] of HAN_OFFICES) {
    if (!rest.includes(written)) continue;
    rest = rest.replace(written, ' ');
    if (office !== '') offices.push(...office.split(' '));
  }
  const tokens: Token[] = [];
  if (offices.length > 0) tokens.push({ ...base, kind: 'office', key: '', offices });
  for (const name of rest.split(' ')) {
    if (name === '') continue;
    if (NOBODY.has(name)) tokens.push({ ...base, kind: 'nobody', key: '', offices: [] });
    else tokens.push({ ...base, kind: 'name', key: name, offices: [] });
  }
  return tokens;
}

function wholeKey(text: string): string {
  return (text.replace(/['’`]s\b/gu, '').match(/[\p{L}\p{M}]+/gu) ?? [])
    .filter((word) => !HONORIFICS.has(word.toLowerCase()) && !LINKS.has(word.toLowerCase()))
    .map((word) => officeOf(word)?.join(' ') ?? nameKey(word))
    .join(' ');
}
