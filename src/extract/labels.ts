/**
 * The grammar of a speaker's label: what stands before the words of a turn and looks like a name, an office or a word
 * for one who asks. This file reads one line; whether a likely label is one, the whole text decides (turns.ts), because
 * "Moscow: …" and "Lavrov: …" have the same look. Rejected: taking every short head before a colon for a label (one in
 * five releases has "Contact:"), and lists of names (the next speaker is on none).
 */
import type { Span } from '#base/index.js';
import { ANSWERERS, ASKERS, CHAIRS, INTERJECTORS, NO_LABELS, OFFICES, PARTICLES, TITLES } from './label-words.js';

export type Role = 'asker' | 'answerer' | 'chair' | 'interjector' | 'named';

/**
 * sure: a label wherever it stands. likely: one if the text has others. weak: one if it recurs. Each step needs more
 * of its surroundings.
 */
export type Strength = 'sure' | 'likely' | 'weak';

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
  /** Stands alone on its line. */
  readonly alone: boolean;
}

/** Longer heads than this are sentences. */
const LONGEST = 110;
const LONGEST_NAME = 9;
const INTERPRETED = /interpret|translat|перевод|переклад|dolmetsch|übersetz|tradu[ci]|interprèt|intérprete|翻译|译/i;
const NOTES = /\s*[([（]([^()[\]（）]{1,80})[)\]）]\s*$/u;
const CLOCK = /^\d{1,2}(?::\d{2}){1,2}$/;
const INITIALS = /^(?:\p{Lu}\.\s?){1,3}\p{Lu}[\p{Ll}ʼ’']+(?:-\p{Lu}\p{Ll}+)?$/u;
const HAN = /^[\p{Script=Han}·A-Za-z]{1,24}$/u;
const HAN_SAID = /[说說称稱道指出示问問答调調为為是有及]$/u;

/** Reads the head of a line as a label; null if it cannot be one. `strong` are the bold words of the line. */
export function readLabel(line: string, strong: readonly Span[] = []): Candidate | null {
  const first = line.charCodeAt(0);
  if (first === 0x3e) return readChevrons(line);
  if (first === 0x5b) return readBracket(line);
  const colon = colonOf(line);
  if (colon > 0) {
    const found = readHead(
      line.slice(0, colon),
      strong.some((s) => s.start <= 1 && s.end >= Math.min(colon, wordsEnd(line, colon))),
    );
    return found && finish(line, colon + 1, found);
  }
  return readPoint(line) ?? readBareQ(line) ?? readUnmarked(line, strong);
}

/** Whether a line surely opens with a label; for joining wrapped lines. */
export function opensWithLabel(line: string): boolean {
  const found = readLabel(line);
  return found !== null && (found.strength === 'sure' || (found.role !== 'named' && found.strength === 'likely'));
}

/** A label that its format marks as one, whatever it looks like. */
export function givenLabel(text: string): Candidate {
  const printed = text.replace(/\s*[:：]\s*$/u, '').trim();
  const head = readHead(printed, true);
  const given: Head = {
    label: printed,
    name: printed,
    role: 'named',
    strength: 'sure',
    key: printed.toLowerCase(),
    interpreted: false,
  };
  return finish(text, text.length, { ...(head ?? given), strength: 'sure' });
}

type Head = Omit<Candidate, 'end' | 'alone'>;

function finish(line: string, end: number, head: Head): Candidate {
  const behind = line.slice(end, end + 60);
  const note = /^\s*[([（]([^()[\]（）]{1,50})[)\]）]/u.exec(behind)?.[1];
  return {
    ...head,
    end,
    alone: behind.trim() === '',
    interpreted: head.interpreted || (note !== undefined && INTERPRETED.test(note)),
  };
}

/** The first colon that may end a label: none inside brackets, a time or an address. */
function colonOf(line: string): number {
  let depth = 0;
  const limit = Math.min(line.length, LONGEST);
  for (let i = 0; i < limit; i++) {
    const code = line.charCodeAt(i);
    if (code === 0x28 || code === 0x5b || code === 0xff08) depth++;
    else if (code === 0x29 || code === 0x5d || code === 0xff09) depth--;
    else if (code === 0x0a) return -1;
    else if (depth <= 0) {
      if (code === 0x3a || code === 0xff1a) return /^[:/\d]/.test(line.slice(i + 1, i + 2)) && code === 0x3a ? -1 : i;
      if (
        code === 0x3f ||
        code === 0x21 ||
        code === 0x3b ||
        code === 0x22 ||
        code === 0xab ||
        code === 0x201c ||
        code === 0x3002 ||
        code === 0xff0c
      )
        return -1;
    }
  }
  return -1;
}

function wordsEnd(line: string, colon: number): number {
  const open = line.slice(0, colon).search(/\s*[([（]/u);
  return open > 0 ? open : colon;
}

function readHead(printed: string, bold: boolean): Head | null {
  const label = printed.replace(/\s+/g, ' ').trim();
  let base = label;
  let interpreted = false;
  let timed = false;
  for (let m = NOTES.exec(base); m; m = NOTES.exec(base)) {
    interpreted ||= INTERPRETED.test(m[1]!);
    timed ||= CLOCK.test(m[1]!.trim());
    base = base.slice(0, m.index);
  }
  base = base.trim();
  if (base === '' || base.length > 80) return null;
  const key = base
    .toLowerCase()
    .replace(/[.,’']/g, '')
    .replace(/\s+/g, ' ');
  const head = (role: Role, strength: Strength, name: string | null): Head => ({
    label,
    name,
    role,
    strength,
    key: roleKey(role, key),
    interpreted,
  });
  const caps = isCaps(base);

  const plain = key.replace(/\s*(?:#|no )?\d{1,2}$|(?<=\p{L}{3})\s+[a-z]$/u, '');
  if (ASKERS.has(plain)) return head('asker', caps && base.length > 1 ? 'sure' : 'likely', null);
  if (ANSWERERS.has(plain)) return head('answerer', caps && base.length > 1 ? 'sure' : 'likely', null);
  if (INTERJECTORS.has(plain)) return head('interjector', caps ? 'sure' : 'likely', null);
  if (CHAIRS.has(plain)) return head('chair', caps ? 'sure' : 'likely', null);
  if (NO_LABELS.has(plain) || NO_LABELS.has(plain.split(' ')[0]!)) return null;
  if (OFFICES.has(plain)) return head('named', caps ? 'sure' : bold ? 'likely' : 'weak', base);
  const asks =
    /^(?:zusatzfrage|nachfrage|zusatz|frage|question|q|вопрос|вопросы|запитання|pregunta|journaliste|journalist|reporter|корреспондент)\s+(?:from |by |de |von |от |\/\s*|[-–—]\s*)?(\p{Lu}.*)$/iu.exec(
      base,
    );
  if (asks && isName(asks[1]!.split(' '))) return head('asker', caps ? 'sure' : 'likely', asks[1]!);

  if (HAN.test(base)) {
    if (!/\p{Script=Han}/u.test(base)) return latinName(base, key, bold, timed, head);
    if (/记者$|記者$/u.test(base)) return head('asker', 'likely', base);
    if (/发言人$|發言人$/u.test(base)) return head('named', 'likely', base);
    return base.length > 12 || HAN_SAID.test(base) ? null : head('named', bold ? 'likely' : 'weak', base);
  }
  return latinName(base, key, bold, timed, head);
}

function latinName(
  base: string,
  key: string,
  bold: boolean,
  timed: boolean,
  head: (role: Role, strength: Strength, name: string | null) => Head,
): Head | null {
  const tokens = base.split(' ');
  if (tokens.length > LONGEST_NAME || /[“”"«»!?;]|\d\d/.test(base)) return null;
  if (INITIALS.test(base)) return head('named', 'likely', base);
  if (!isName(tokens)) return null;
  const titled = TITLES.has(tokens[0]!.toLowerCase().replace(/\.$/, '')) && tokens.length > 1;
  if (isCaps(base)) return head('named', titled || officeInside(key) ? 'sure' : 'likely', base);
  // "Mr HOWARD", "StS SEIBERT", "Senator WONG": the surname in capitals.
  if (/^\p{Lu}[\p{Lu}'’-]{2,}$/u.test(tokens.at(-1)!) && tokens.length > 1)
    return head('named', titled ? 'sure' : 'likely', base);
  if (timed) return head('named', 'likely', base);
  if (titled || (bold && tokens.length > 1)) return head('named', 'likely', base);
  return head('named', bold ? 'likely' : 'weak', base);
}

function officeInside(key: string): boolean {
  return (
    [
      ...key.matchAll(
        /\b(?:minister|president|secretary|premier|senator|chancellor|ambassador|commissioner|chairman|treasurer|governor|general)\b/g,
      ),
    ].length > 0
  );
}

function roleKey(role: Role, key: string): string {
  return role === 'named' ? key : role;
}

/** Whether words look like a name or an office with a name: each with a capital, but for the small words inside. */
function isName(tokens: readonly string[]): boolean {
  let capitals = 0;
  for (const [i, token] of tokens.entries()) {
    const word = token.replace(/^[‘’'“(]+|[,.’')]+$/gu, '');
    if (word === '' || word === '-' || word === '–' || word === '/' || word === '&') continue;
    if (/^(?:\p{Lu}|Mc|Mac|d['’]|O['’]|al-|ar-|as-)/u.test(word) && !/\d/.test(word.replace(/\d$/, ''))) {
      if (NO_LABELS.has(word.toLowerCase()) && i === 0) return false;
      capitals++;
    } else if (!PARTICLES.has(word.toLowerCase()) || i === 0 || i === tokens.length - 1) return false;
  }
  return capitals > 0;
}

export function isCaps(text: string): boolean {
  if (!/\p{Lu}/u.test(text)) return false;
  const bare = text.replace(
    /\b(?:Mc|Mac|O['’]|D['’]|De|de|van|von|der|la|le|al|bin|and|of|the|for|Mr|Mrs|Ms|Dr)(?=[\s\p{Lu}.]|\b)/gu,
    '',
  );
  return !/\p{Ll}/u.test(bare) && /\p{Lu}/u.test(bare);
}

/** ">> words" and ">> NAME: words" of captions. */
function readChevrons(line: string): Candidate | null {
  const m = /^>{2,3}\s*/.exec(line);
  if (!m) return null;
  const rest = line.slice(m[0].length);
  const colon = colonOf(rest);
  const named = colon > 0 ? readHead(rest.slice(0, colon), true) : null;
  if (named) {
    const strength: Strength = 'sure';
    return finish(line, m[0].length + colon + 1, { ...named, strength });
  }
  return finish(line, m[0].trimEnd().length, {
    label: '',
    name: null,
    role: 'named',
    strength: 'sure',
    key: '>>',
    interpreted: false,
  });
}

/** "[Interviewer] words", "[Anna Berg]: words". */
function readBracket(line: string): Candidate | null {
  const m = /^\[([^\]]{1,60})\]\s*([:：])?/u.exec(line);
  if (!m) return null;
  const head = readHead(m[1]!, false);
  if (!head || (head.role === 'named' && !m[2])) return null;
  return finish(line, m[0].trimEnd().length, head);
}

/** "CHAIR POWELL. words", "Q. words", "The President. words", "Question. words", "P.- words". */
function readPoint(line: string): Candidate | null {
  const m =
    /^([QAPR])\s?\.\s?[-–—]?\s+(?=\S)|^(\p{Lu}[\p{L}'’-]*(?:\s[\p{L}'’.-]+){0,4})\.(?:\s*[-–—])?(?:\s+|$)/u.exec(line);
  if (!m) return null;
  if (m[1]) {
    const role: Role = m[1] === 'A' || m[1] === 'R' ? 'answerer' : 'asker';
    return finish(line, m[0].trimEnd().length, {
      label: m[1],
      name: null,
      role,
      strength: m[1] === 'Q' ? 'likely' : 'weak',
      key: role,
      interpreted: false,
    });
  }
  const head = readHead(m[2]!, false);
  if (!head) return null;
  const caps = isCaps(m[2]!);
  // A sentence of one word ends with a point too: only words for a role, offices and names in capitals count, and each must recur.
  if (head.role === 'named' && !(caps && m[2]!.includes(' ')) && !OFFICES.has(head.key)) return null;
  return finish(line, m[0].trimEnd().length, { ...head, strength: caps && head.role !== 'named' ? 'likely' : 'weak' });
}

/** "Q   Mr. Secretary, …" of the White House: the letter and no mark at all. */
function readBareQ(line: string): Candidate | null {
  return /^Q\s+(?=[\p{Lu}“"‘'(\[…—–-]|\p{L})/u.test(line)
    ? finish(line, 1, { label: 'Q', name: null, role: 'asker', strength: 'weak', key: 'asker', interpreted: false })
    : null;
}

/** A line that is nothing but a bold role or a name with its time: "PRIME MINISTER", "Anna Berg (00:12)". */
function readUnmarked(line: string, strong: readonly Span[]): Candidate | null {
  if (line.length > 60 || line.includes('\n')) return null;
  const timed = /\((?:\d{1,2}:)?\d{1,2}:\d{2}\)$/.test(line);
  const bold = strong.some((s) => s.start === 0 && s.end >= line.length);
  if (!timed && !bold) return null;
  const head = readHead(line, bold);
  if (!head) return null;
  if (timed) return finish(line, line.length, head);
  return head.role === 'named' && !OFFICES.has(head.key)
    ? null
    : finish(line, line.length, { ...head, strength: 'weak' });
}
