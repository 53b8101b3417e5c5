/**
 * The grammar of a speaker's label: what stands before the words of a turn and looks like a name, an office or a word
 * for one who asks. This file reads one line; whether a likely label is one, the whole text decides (turns.ts), because
 * "Moscow: …" and "Lavrov: …" have the same look. Rejected: taking every short head before a colon for a label (one in
 * five releases has "Contact:"), and lists of names (the next speaker is on none).
 */
import type { Span } from '#base/index.js';
import type { PageShape } from '#record/index.js';
import {
  ANSWERERS,
  ASKERS,
  CHAIRS,
  GARBLED,
  INTERJECTORS,
  NARRATORS,
  NO_LABELS,
  OFFICES,
  PARTICLES,
  TITLES,
  VERBS,
} from './label-words.js';

export type Role = 'asker' | 'answerer' | 'chair' | 'interjector' | 'narrator' | 'named';

/**
 * sure: a label wherever it stands. likely: one if the text has others. bare: capitals and nothing else speak for it.
 * weak: one if it recurs and others stand beside it. Each step needs more of its surroundings.
 */
export type Strength = 'sure' | 'likely' | 'bare' | 'weak';

/** What may be a label at the head of a line. */
export interface Candidate {
  /** Where the label ends in the line, its colon included; the words start behind it. */
  readonly end: number;
  /** As printed, without its colon. */
  readonly label: string;
  readonly name: string | null;
  readonly role: Role;
  readonly strength: Strength;
  /** The same for the same speaker, for counting. */
  readonly key: string;
  readonly interpreted: boolean;
}

/** Longer heads than this are sentences. */
const LONGEST = 110;
const LONGEST_BASE = 80;
const MOST_WORDS = 9;

const INTERPRETED = /interpret|translat|перевод|переклад|dolmetsch|übersetz|tradu[ci]|interprèt|intérprete|翻译|译/i;
const NOTE_BEHIND = /^\s*[([（]([^()[\]（）]{1,50})[)\]）]/u;
const NOTE_WITHIN = /\s*[([（]([^()[\]（）]{1,80})[)\]）]\s*$/u;
const CONTINUED = /[\s,–-]+\(?(?:cont(?:['’]?d|inued|inues|inuing)?|continuing)\b\)?[\s.…]*$/i;
const CLOCK = /^\d{1,2}(?::\d{2}){1,2}$/;
const INITIALS = /^(?:\p{Lu}\.\s?){1,3}\p{Lu}[\p{Ll}ʼ’']+(?:-\p{Lu}\p{Ll}+)?$/u;
const HAN = /\p{Script=Han}/u;
const HAN_ONLY = /^[\p{Script=Han}·]{1,12}$/u;
const HAN_SAID = /[说說称稱道指出示问問答调調为為是有及]$/u;
const ASKER_NAMED =
  /^(?:zusatzfrage|nachfrage|zusatz|frage|question|q\.|вопрос|запитання|pregunta|journaliste|journalist|reporter|корреспондент)\.?\s+(?:from |by |de |von |от |від |\/\s*|[-–—]\s*)?(\p{Lu}.*)$/iu;
const OFFICE_INSIDE =
  /\b(?:minister|president|secretary|premier|senator|chancellor|ambassador|commissioner|chairman|treasurer|governor|spokesperson|spokesman|spokeswoman)\b/;

/** Reads the head of a line as a label; null if it cannot be one. `strong` are the bold words of the line. */
export function readLabel(line: string, strong: readonly Span[] = []): Candidate | null {
  const first = line.charCodeAt(0);
  if (first === 0x3e) return readChevrons(line);
  if (first === 0x5b) return readBracket(line);
  const colon = colonOf(line);
  if (colon > 0) {
    const found = readHead(line.slice(0, colon), strong.length > 0 && isBold(line, colon, strong));
    if (found === null) return null;
    // A scanner reads a colon as a semicolon now and then.
    if (line.charCodeAt(colon) === 0x3b) return finish(line, colon + 1, { ...found, strength: 'weak' });
    return finish(line, colon + 1, found);
  }
  return readBareQ(line) ?? readPm(line) ?? readPoint(line) ?? readUnmarked(line, strong);
}

/** Whether a line surely opens with a label; for joining wrapped lines. */
export function opensWithLabel(line: string): boolean {
  const found = readLabel(line);
  return found !== null && (found.strength === 'sure' || (found.role !== 'named' && found.strength === 'likely'));
}

/** A label that its format marks as one, whatever it looks like. */
export function givenLabel(text: string): Candidate {
  const printed = text.replace(/\s*[:：]\s*$/u, '').trim();
  const head = readHead(printed, true) ?? headOf(printed, 'named', 'sure', printed, printed.toLowerCase(), false);
  return finish(text, text.length, { ...head, strength: 'sure' });
}

/** Labels that a recipe names. */
export type PlaceLabels = NonNullable<PageShape['labels']>;

const BEHIND_LABEL = /^(?:\s*\([^()]{1,80}\))?\s*(?:[:：.]|(?=\s))\s*/u;
const PLACE_ROLES = [
  ['asks', 'asker'],
  ['answers', 'answerer'],
  ['speaks', 'named'],
] as const;

/** Reads the head of a line as one of the labels of its place; null if it is none of them. */
export function placeLabel(line: string, labels: PlaceLabels): Candidate | null {
  for (const [list, role] of PLACE_ROLES)
    for (const word of labels[list] ?? []) {
      if (!line.startsWith(word)) continue;
      const behind = BEHIND_LABEL.exec(line.slice(word.length));
      // Without a mark behind it a name would be the subject of a sentence.
      if (behind === null || (role === 'named' && !/[:：.]/.test(behind[0]))) continue;
      const head = headOf(word, role, 'sure', role === 'named' ? word : null, word.toLowerCase(), false);
      return finish(line, word.length + behind[0].length, head);
    }
  return null;
}

type Head = Omit<Candidate, 'end'>;

function headOf(
  label: string,
  role: Role,
  strength: Strength,
  name: string | null,
  key: string,
  interpreted: boolean,
): Head {
  return { label, name, role, strength, key: role === 'named' ? key : role, interpreted };
}

function finish(line: string, end: number, head: Head): Candidate {
  const note = NOTE_BEHIND.exec(line.slice(end, end + 60))?.[1];
  return { ...head, end, interpreted: head.interpreted || (note !== undefined && INTERPRETED.test(note)) };
}

/** The first colon that may end a label: none inside brackets, a time or an address; -1 if there is none. */
function colonOf(line: string): number {
  let depth = 0;
  const limit = Math.min(line.length, LONGEST);
  for (let i = 0; i < limit; i++) {
    switch (line.charCodeAt(i)) {
      case 0x28: // ( [ （
      case 0x5b:
      case 0xff08:
        depth++;
        break;
      case 0x29: // ) ] ）
      case 0x5d:
      case 0xff09:
        depth--;
        break;
      case 0x3a: {
        if (depth > 0) break;
        const next = line.charCodeAt(i + 1);
        return next === 0x3a || next === 0x2f || (next >= 0x30 && next <= 0x39) ? -1 : i;
      }
      case 0xff1a:
        if (depth > 0) break;
        return i;
      case 0x3b:
        return i > 1 && i < 30 && (isCaps(line.slice(0, i)) || OFFICES.has(keyOf(line.slice(0, i)))) ? i : -1;
      case 0x0a: // line break ? ! " « “ 。 ，
      case 0x3f:
      case 0x21:
      case 0x22:
      case 0xab:
      case 0x201c:
      case 0x3002:
      case 0xff0c:
        return -1;
    }
  }
  return -1;
}

/** Whether the label is bold up to its note or colon. */
function isBold(line: string, colon: number, strong: readonly Span[]): boolean {
  const open = line.slice(0, colon).search(/\s*[([（]/u);
  const end = open > 0 ? open : colon;
  return strong.some((span) => span.start <= 1 && span.end >= end);
}

function readHead(printed: string, bold: boolean): Head | null {
  const label = printed.replace(/\s+/g, ' ').trim();
  let base = label;
  let interpreted = false;
  let timed = false;
  for (let m = NOTE_WITHIN.exec(base); m; m = NOTE_WITHIN.exec(base)) {
    interpreted ||= INTERPRETED.test(m[1]!);
    timed ||= CLOCK.test(m[1]!.trim());
    base = base.slice(0, m.index);
  }
  base = base.replace(CONTINUED, '').trim();
  if (base === '' || base.length > LONGEST_BASE) return null;
  const key = keyOf(base);
  if (key === '') return null;
  const caps = isCaps(base);
  const head = (role: Role, strength: Strength, name: string | null): Head =>
    headOf(label, role, strength, name, key, interpreted);

  const plain = key.replace(/ (?:(?:#|no )?\d{1,2}|[a-z])$/, '');
  const firm: Strength = caps && plain.length > 1 ? 'sure' : 'likely';
  if (ASKERS.has(plain)) return head('asker', firm, null);
  if (ANSWERERS.has(plain)) return head('answerer', firm, null);
  if (INTERJECTORS.has(plain)) return head('interjector', firm, null);
  if (NARRATORS.has(plain)) return head('narrator', 'weak', null);
  if (CHAIRS.has(plain)) return head('chair', firm, null);
  if (OFFICES.has(plain)) return head('named', caps ? 'sure' : bold ? 'likely' : 'weak', base);
  const garbled = ungarble(key, caps);
  if (garbled !== null)
    return garbled === 'prime minister' ? head('named', 'likely', base) : head('asker', 'likely', null);
  if (isNoLabel(plain)) return null;
  const asks = ASKER_NAMED.exec(base);
  if (asks && isName(asks[1]!.split(' '))) return head('asker', firm, asks[1]!);
  if (HAN.test(base)) {
    if (!HAN_ONLY.test(base)) return null;
    if (/记者$|記者$/u.test(base)) return head('asker', 'likely', base);
    if (/发言人$|發言人$/u.test(base)) return head('named', 'likely', base);
    return HAN_SAID.test(base) ? null : head('named', bold ? 'likely' : 'weak', base);
  }
  return readName(base, key, bold, timed, caps, head);
}

function readName(
  base: string,
  key: string,
  bold: boolean,
  timed: boolean,
  caps: boolean,
  head: (role: Role, strength: Strength, name: string | null) => Head,
): Head | null {
  if (INITIALS.test(base)) return head('named', 'likely', base);
  const tokens = base.split(' ');
  if (tokens.length > MOST_WORDS || /[“”"«»!?;*_=<>]|\d\d/.test(base) || !isName(tokens)) return null;
  const name = nameWithin(base);
  const titled = tokens.length > 1 && TITLES.has(tokens[0]!.toLowerCase().replace(/\.$/, ''));
  if (caps) return head('named', titled || OFFICE_INSIDE.test(key) ? 'sure' : 'bare', name);
  // "Mr HOWARD", "StS SEIBERT", "Anna BERG": the surname in capitals.
  if (tokens.length > 1 && /^\p{Lu}[\p{Lu}'’-]{2,}$/u.test(tokens.at(-1)!))
    return head('named', titled ? 'sure' : 'likely', name);
  return head('named', titled || timed || (bold && tokens.length > 1) ? 'likely' : 'weak', name);
}

/** "PETER ORCHARD – CEO, CANTEEN", "ANNA BERG MP, PRIME MINISTER": the name without the office behind it. */
function nameWithin(base: string): string {
  const m = /^([^,–—]+? [^,–—]+?)(?:,| [-–—]) /u.exec(base);
  return m ? m[1]!.replace(/ [-–—]$/u, '') : base;
}

function keyOf(base: string): string {
  return base
    .toLowerCase()
    .replace(/[.,’'*]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<=^| )(\p{L}) (?=\p{L}(?: |$))/gu, '$1')
    .trim();
}

function isNoLabel(plain: string): boolean {
  if (NO_LABELS.has(plain)) return true;
  const words = plain.split(' ');
  if (words.some((word) => VERBS.has(word))) return true;
  return words.length > 1 && NO_LABELS.has(words[0]!) && !OFFICE_INSIDE.test(plain);
}

/** The word that a scanner has garbled: "QUESTI ON", "JOURNAIZT", "PRIME MINISTEIR"; null if it is none of those. */
function ungarble(key: string, caps: boolean): string | null {
  const squeezed = key.replace(/[^\p{L}]/gu, '');
  if (squeezed.length < 6 || squeezed.length > 16) return null;
  for (const word of GARBLED) {
    const whole = word.replace(' ', '');
    if (squeezed === whole) return word;
    if (caps && Math.abs(squeezed.length - whole.length) <= 2 && distance(squeezed, whole) <= 2) return word;
  }
  return null;
}

/** Levenshtein's distance; the words are short. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

/** Whether words look like a name or an office with a name: each with a capital, but for the small words inside. */
function isName(tokens: readonly string[]): boolean {
  let capitals = 0;
  for (const [i, token] of tokens.entries()) {
    const word = token.replace(/^[‘’'“(]+|[,.’')]+$/gu, '');
    if (/^[-–—/&]?$/.test(word)) continue;
    if (/^(?:\p{Lu}|Mc|Mac|d['’]|O['’]|al-|ar-|as-)/u.test(word) && !/\d./.test(word)) capitals++;
    else if (!PARTICLES.has(word.toLowerCase()) || i === 0 || i === tokens.length - 1) return false;
  }
  return capitals > 0;
}

const SMALL_IN_CAPS =
  /(?<![\p{L}])(?:Mc|Mac|O['’]|D['’]|De|de|van|von|der|la|le|al|bin|and|of|the|for|Mr|Mrs|Ms|Dr)(?=[\s\p{Lu}.-]|$)/gu;

/** Whether a text is set in capitals, but for "Mc", "van", "Mr" and the like. */
export function isCaps(text: string): boolean {
  if (!/\p{Ll}/u.test(text)) return /\p{Lu}/u.test(text);
  const rest = text.replace(SMALL_IN_CAPS, '');
  return !/\p{Ll}/u.test(rest) && /\p{Lu}/u.test(rest);
}

/** ">> words" and ">> NAME: words" of captions. */
function readChevrons(line: string): Candidate | null {
  const m = /^>{2,3}\s*/.exec(line);
  if (!m) return null;
  const rest = line.slice(m[0].length);
  const colon = colonOf(rest);
  const named = colon > 0 ? readHead(rest.slice(0, colon), true) : null;
  if (named) return finish(line, m[0].length + colon + 1, { ...named, strength: 'sure' });
  return finish(line, m[0].trimEnd().length, headOf('', 'named', 'sure', null, '>>', false));
}

/** "[Interviewer] words", "[Anna Berg]: words". */
function readBracket(line: string): Candidate | null {
  const m = /^\[([^\]\n]{1,60})\]\s*([:：])?/u.exec(line);
  if (!m) return null;
  const head = readHead(m[1]!, false);
  return head && (head.role !== 'named' || m[2]) ? finish(line, m[0].trimEnd().length, head) : null;
}

const LETTER_POINT = /^([QAPR])\s?\.\s?[-–—]?\s+(?=\S)/;
const NAME_POINT =
  /^((?:(?:MRS?|MS|DR|SEN|GOV|GEN|REP|Mrs?|Ms|Dr|Sen|Gov|Gen|Rep)\.\s)?\p{Lu}[\p{L}'’-]*(?:\s(?:\p{Lu}\.|[\p{L}'’-]+)){0,4}?)\.(?:\s*[-–—])?(?:\s+|$)/u;

/** "CHAIR POWELL. words", "Q. words", "The President. words", "Question. words", "P.- words". */
function readPoint(line: string): Candidate | null {
  const point = line.indexOf('.');
  if (point < 1 || point > 60) return null;
  const letter = LETTER_POINT.exec(line);
  if (letter) {
    const role: Role = letter[1] === 'A' || letter[1] === 'R' ? 'answerer' : 'asker';
    const strength: Strength = letter[1] === 'Q' ? 'likely' : 'weak';
    return finish(line, letter[0].trimEnd().length, headOf(letter[1]!, role, strength, null, role, false));
  }
  const m = NAME_POINT.exec(line);
  const head = m && readHead(m[1]!, false);
  if (!m || !head) return null;
  const caps = isCaps(m[1]!);
  // A sentence of one word ends with a point too: only words for a role, offices and names in capitals count.
  const named = caps && / .*\p{L}{3,}$/u.test(m[1]!) && m[0].length < line.length;
  if (head.role === 'named' && !named && !OFFICES.has(head.key)) return null;
  return finish(line, m[0].trimEnd().length, { ...head, strength: caps && head.role !== 'named' ? 'likely' : 'weak' });
}

/** "Q   Mr. Secretary, …" of the White House: the letter and no mark at all. */
function readBareQ(line: string): Candidate | null {
  if (line.charCodeAt(0) !== 0x51 || !/^Q\s+[\p{L}“"‘'([…—–-]/u.test(line)) return null;
  return finish(line, 1, headOf('Q', 'asker', 'weak', null, 'asker', false));
}

const PM = /^(P\.?\s?M\b\.?)(?!['’]s)([\s.,;'’*–—-]*)(?:\(?c[ao][a-z]{1,5}\b[).:;]*\s+)?(?=[\p{L}“"([…])/u;

/** "P. M. words", "PM., words", "P. M.-words", "P. M. cont. words" and "PM Words" of old interviews, beside "Q. words". */
function readPm(line: string): Candidate | null {
  const m = PM.exec(line);
  if (!m || m[0].length === m[1]!.length) return null;
  const label = m[1]!;
  const strength: Strength = /[.,–—-]/.test(label + m[2]!) ? 'likely' : 'weak';
  return finish(line, m[0].trimEnd().length, headOf(label, 'named', strength, label, 'pm', false));
}

/** A line that is nothing but a bold role or a name with its time: "PRIME MINISTER", "Anna Berg (00:12)". */
function readUnmarked(line: string, strong: readonly Span[]): Candidate | null {
  if (line.length > 60 || line.includes('\n')) return null;
  const timed = line.endsWith(')') && /\((?:\d{1,2}:)?\d{1,2}:\d{2}\)$/.test(line);
  if (!timed && !strong.some((span) => span.start === 0 && span.end >= line.length)) return null;
  const head = readHead(line, true);
  if (!head) return null;
  if (timed) return finish(line, line.length, head);
  return head.role === 'named' && !OFFICES.has(head.key)
    ? null
    : finish(line, line.length, { ...head, strength: 'weak' });
}
