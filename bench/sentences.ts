/**
 * Sentences that a newspaper could quote, found in the plain lines of a text: whole, within one turn, without marks of
 * their own, and who says them where that is beyond doubt. What is doubtful is left out: the bench draws samples, it
 * need not read everything.
 */
import type { Corpus, HeldText, TokenSpan } from './corpus.js';

/** Who is speaking: the document's own speaker in a text without labels, or in a turn that is surely his; or a reporter. */
export type Role = 'speech' | 'answer' | 'question';

export interface Sentence {
  /** Number of the text in the corpus. */
  readonly text: number;
  readonly role: Role;
  /** As printed, white space collapsed, with its closing mark. */
  readonly printed: string;
  /** UTF-16 offsets into the plain text. */
  readonly start: number;
  readonly end: number;
}

/** "PRIME MINISTER:", "McMINN:", "MARTIN;" (a slip of scanning), "Q.", "P. M.", "Mr. Whitlam:", "Answer:". */
const LABEL =
  /^(?:((?:[A-Z]|Ma?c(?=[A-Z]))(?:[A-Z .,'’()&-]|Ma?c(?=[A-Z])){0,90}[A-Z.)]|[A-Z]{1,3})\s?[:;]|((?:Mr\.?|Ms|Mrs|Dr|Sir) [A-Z][a-z]+|Question|Prime Minister|Journalist|Answer|Interviewer)\s?[:;]|([QA]|P\.? ?M)\.,?\s)\s*/;
const OF_REPORTER = /^(?:journalist|question|reporter|q|interviewer)$/i;
const GARBLED = /^.{0,14}:/m;
const ABBREVIATED =
  /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|St|No|Hon|Rt|Prof|Sen|Gen|Col|Capt|Lt|Sgt|Rev|Jr|Sr|Inc|Ltd|Co|Pty|vs|etc|approx|[A-Za-z]|[A-Z]\.[A-Z])\.$/;

/** The sentences of text number `text` that can be quoted, in order. */
export function sentencesOf(corpus: Corpus, text: number): Sentence[] {
  const held = corpus.texts[text]!;
  const stretches = stretchesOf(held);
  const found: Sentence[] = [];
  for (const { start, end, role } of stretches) {
    for (const span of split(held.plain, start, end)) {
      const raw = held.plain.slice(span.start, span.end);
      if (!quotable(raw)) continue;
      found.push({ text, role, printed: raw.replace(/\s+/g, ' '), ...span });
    }
  }
  return found;
}

/** The tokens of a sentence. */
export function tokensWithin(corpus: Corpus, { text, start, end }: Sentence): TokenSpan {
  let from = corpus.bounds[text]!;
  const last = corpus.bounds[text + 1]!;
  while (from < last && corpus.startOf(from) < start) from++;
  let to = from;
  while (to < last && corpus.endOf(to) <= end) to++;
  return { from, to };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly role: Role;
}

/** The words of the document's speaker and of reporters; words of others and of nobody are left out. */
function stretchesOf({ plain, speaker }: HeldText): Stretch[] {
  if (speaker === null) return [];
  const family = speaker.split(' ').at(-1)!.toLowerCase();
  const labels: { readonly at: number; readonly words: number; readonly label: string }[] = [];
  for (const { 0: line, index } of plain.matchAll(/[^\n]+/g)) {
    const lead = line.length - line.trimStart().length;
    const m = LABEL.exec(line.slice(lead));
    if (m) labels.push({ at: index, words: index + lead + m[0].length, label: (m[1] ?? m[2] ?? m[3])!.trim() });
  }
  if (labels.length === 0) return paragraphs(plain, 0, plain.length, 'speech');
  // A line or two that look like labels ("EMBARGO:") make no interview, and leave it open who speaks.
  if (labels.length < 6) return [];
  const found: Stretch[] = [];
  for (const [i, { words, label }] of labels.entries()) {
    const end = labels[i + 1]?.at ?? plain.length;
    const role = roleOf(label, family);
    // The last turn may run on into what is printed below the interview; a long question may hide a label that
    // scanning has garbled ("Answer,:").
    if (role === null || i + 1 === labels.length) continue;
    if (role === 'question' && (end - words > 500 || GARBLED.test(plain.slice(words, end)))) continue;
    found.push(...paragraphs(plain, words, end, role));
  }
  return found;
}

function roleOf(label: string, family: string): Role | null {
  const words = label.toLowerCase().replace(/[.()]/g, '').replace(/^p m$/, 'pm').trim();
  if (OF_REPORTER.test(words)) return 'question';
  return words === 'pm' || words === 'prime minister' || words === family || words.endsWith(` ${family}`)
    ? 'answer'
    : null;
}

function paragraphs(plain: string, start: number, end: number, role: Role): Stretch[] {
  const found: Stretch[] = [];
  for (let at = start; at < end; ) {
    const next = plain.indexOf('\n\n', at);
    const stop = next < 0 || next > end ? end : next;
    if (stop > at) found.push({ start: at, end: stop, role });
    at = stop + 1;
  }
  return found;
}

/** Whole sentences: each from behind the end of the one before to an end before a capital. */
function* split(plain: string, start: number, end: number): Generator<{ start: number; end: number }> {
  const stretch = plain.slice(start, end);
  let begin = 0;
  for (const { index } of stretch.matchAll(/[.?!](?=\s+[A-Z“"‘(]|\s*$)/g)) {
    const stop = index + 1;
    if (ABBREVIATED.test(stretch.slice(Math.max(0, stop - 12), stop))) continue;
    const lead = /^\s*/.exec(stretch.slice(begin, stop))![0].length;
    yield { start: start + begin + lead, end: start + stop };
    begin = stop;
  }
}

/** Clean enough to be quoted as it is: of the words of one speaker, nothing of the page, no marks of its own. */
function quotable(raw: string): boolean {
  if (raw.length < 20 || raw.length > 400) return false;
  // A label that lost its colon in scanning: "PM; We know …".
  if (/^[A-Z. ]+[;,] /.test(raw)) return false;
  if (/inaudible|indistinct|unclear|laugh|applau|interject/i.test(raw)) return false;
  if (!/^[A-Z]/.test(raw) || !/[a-z)%0-9][.?!]$/.test(raw)) return false;
  if (/["“”„«»*•~|_^\\/{}<>=#@[\]…:]|\.\.|(?:^|\s)['‘’`]|['’`](?:\s(?<!s['’]\s)|[.,;?!])|--|\s[-–—]$/.test(raw))
    return false;
  if (/[A-Z]{2,}[^a-z]{0,3}\s[^a-z]{0,3}[A-Z]{2,}/.test(raw)) return false;
  // A hyphen at a line's end may or may not belong to the word; a line without small letters is of the page.
  const lines = raw.split('\n');
  if (lines.slice(0, -1).some((line) => /[-‐­]\s*$/.test(line))) return false;
  return !lines.some((line) => !/[a-z]/.test(line) && line.trim() !== '' && line !== lines.at(-1));
}
