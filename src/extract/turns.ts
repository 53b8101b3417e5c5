/**
 * Divides a text among its speakers. What reads like a label at the head of a line (labels.ts) is one if the rest of
 * the text bears it out: a sure one always, a likely one if the text has others, a weak one if it recurs and others
 * stand beside it. The label becomes a block of its own, a stenographer's note too, and a turn runs from the first word
 * behind its label to the last word before the next. Cost: one pass over the lines, one over the pieces.
 */
import type { TurnKind } from '#record/index.js';
import { type Piece, type TurnRange, cut } from './galley.js';
import {
  type Candidate,
  type PlaceLabels,
  type Role,
  type Strength,
  givenLabel,
  placeLabel,
  readLabel,
} from './labels.js';
import { OFFICES } from './label-words.js';
import { isNoteAlone, notesIn } from './stage-notes.js';

export interface Divided {
  readonly pieces: readonly Piece[];
  readonly turns: readonly TurnRange[];
}

/** A candidate and where its line begins in its piece. */
interface Found {
  readonly at: number;
  readonly candidate: Candidate;
}

/** A turn while its text is being set: the numbers of its first and last pieces, -1 while it has none. */
interface Draft {
  readonly candidate: Candidate;
  first: number;
  last: number;
}

/** Of a named speaker's turns, this share ends with a question mark where he is the one who asks. */
const ASKING = 0.6;
/** And this share, where he who says most asks far less. */
const SOME_ASKING = 0.2;
/** In characters. */
const SHORTEST_QUESTION = 20;
/** So much of a line is looked at for a label. */
const HEAD = 300;
const ENDS = /^\W{0,3}(?:ends?|end of (?:transcript|document|statement|release))\W{0,3}$|^(?:#\s*){2,}$/i;

/** `labels`: words that open a turn in the place that the text is from, beside those that are known everywhere. */
export function divide(pieces: readonly Piece[], labels: PlaceLabels = {}): Divided {
  const found = pieces.map((piece) => candidatesOf(piece, labels));
  const holds = acceptance(found.flat().map(({ candidate }) => candidate));
  const set: Piece[] = [];
  const drafts: Draft[] = [];
  let open: Draft | null = null;
  const put = (piece: Piece | null, words: boolean): void => {
    if (!piece) return;
    set.push(piece);
    if (!open || !words) return;
    if (open.first < 0) open.first = set.length - 1;
    open.last = set.length - 1;
  };
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind === 'furniture') {
      set.push(piece);
      continue;
    }
    if (isNoteAlone(piece.text)) {
      set.push({ ...piece, kind: 'stage note' });
      if (ENDS.test(piece.text)) open = null;
      continue;
    }
    if (piece.apart) open = null;
    let from = 0;
    let glue = piece.glue;
    for (const { at, candidate } of found[i]!) {
      if (!holds(candidate)) continue;
      setWords(piece, from, at, glue);
      if (at > from) glue = '\n\n';
      const label = cut(piece, at, at + candidate.end, 'label', from === 0 && at === 0 ? piece.glue : '\n\n');
      put(label, false);
      open = { candidate, first: -1, last: -1 };
      drafts.push(open);
      from = at + candidate.end;
      glue = ' ';
    }
    setWords(piece, from, piece.text.length, glue);
  }
  function setWords(piece: Piece, start: number, end: number, glue: Piece['glue']): void {
    const isWords = piece.kind !== 'heading' || start > 0;
    let from = start;
    let next = glue;
    for (const [noteStart, noteWordsEnd] of notesIn(piece.text)) {
      if (noteStart < from || noteWordsEnd > end) continue;
      const words = cut(piece, from, noteStart, piece.kind, next);
      put(words, isWords);
      if (words) next = ' ';
      // A full stop that was left behind a note belongs to nobody's sentence.
      const stops = /^[.,;:!?]+(?=\s|$)/.exec(piece.text.slice(noteWordsEnd, end))?.[0] ?? '';
      const noteEnd = noteWordsEnd + stops.length;
      put(cut(piece, noteStart, noteEnd, 'stage note', next), false);
      next = ' ';
      from = noteEnd;
    }
    put(cut(piece, from, end, piece.kind, next), isWords);
  }
  const spoken = drafts.filter(({ first }) => first >= 0);
  return { pieces: set, turns: kindsOf(spoken, set) };
}

const LABELLED = new Set(['paragraph', 'blockquote', 'list item', 'heading', 'cue']);

function candidatesOf(piece: Piece, labels: PlaceLabels): Found[] {
  const found: Found[] = [];
  if (piece.kind === 'label') return [{ at: 0, candidate: givenLabel(piece.text) }];
  if (!LABELLED.has(piece.kind)) return found;
  const { text, strong, kind } = piece;
  const add = (at: number): void => {
    const end = text.indexOf('\n', at);
    // A label is short, and one piece may hold many.
    const line = text.slice(at, Math.min(end < 0 ? text.length : end, at + HEAD));
    const bold = at === 0 ? strong : strong.map((s) => ({ start: s.start - at, end: s.end - at }));
    const candidate = placeLabel(line, labels) ?? readLabel(line, bold);
    if (candidate) found.push({ at, candidate });
  };
  add(0);
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) add(i + 1);
  if (kind === 'cue')
    for (let i = text.indexOf('>>', 1); i >= 0; i = text.indexOf('>>', i + 2)) if (text[i - 1] !== '\n') add(i);
  return kind === 'cue' ? found.toSorted((a, b) => a.at - b.at) : found;
}

/** Which candidates are labels, by what the text as a whole shows. */
function acceptance(all: readonly Candidate[]): (candidate: Candidate) => boolean {
  const counts = new Map<string, number>();
  for (const { key } of all) counts.set(key, (counts.get(key) ?? 0) + 1);
  const firm = all.filter(({ strength }) => strength === 'sure' || strength === 'likely');
  const keysOf = (...strengths: Strength[]): string[] => [
    ...new Set(
      all.filter(({ strength, role }) => role === 'named' && strengths.includes(strength)).map(({ key }) => key),
    ),
  ];
  const likelyKeys = keysOf('sure', 'likely');
  const returning = keysOf('bare', 'weak').filter((key) => counts.get(key)! >= 2);
  const weakAskers = all.filter(({ strength, role }) => strength === 'weak' && role === 'asker').length;
  const borne =
    firm.some(({ strength, role }) => strength === 'sure' || role === 'asker' || role === 'answerer') ||
    weakAskers >= 2;
  const askers = all.filter(({ role }) => role === 'asker').length;
  // "President of Russia Vladimir Putin" at first, "Vladimir Putin" later.
  const recurs = (key: string): boolean =>
    counts.get(key)! >= 2 ||
    (key.includes(' ') && [...likelyKeys, ...returning].some((other) => other.length > 3 && key.endsWith(` ${other}`)));
  // "P." asks in Spanish, where "R." answers; elsewhere it is a slip.
  const spanish = all.some(({ label }) => label === 'R');
  const lettered = all.filter(({ label }) => label === 'Q').length >= 2;
  return ({ strength, role, key, label }) => {
    if (strength === 'sure') return true;
    if (label === 'P' && role === 'asker') return spanish;
    // "PM Modi met …" opens a line of any report; "PM Well, …" only one that has "Q Is …" as well.
    if (label === 'PM' && strength === 'weak') return lettered;
    if (role === 'answerer' && strength === 'weak') return askers >= 2;
    if (role !== 'named')
      return firm.length >= (strength === 'likely' ? 2 : 1) || returning.length > 0 || weakAskers >= 2;
    if (strength === 'likely') return borne || recurs(key) || likelyKeys.length >= 2 || returning.length > 0;
    const beside = borne || likelyKeys.length > 0 || returning.length >= 2;
    if (strength === 'bare')
      return (
        borne ||
        (recurs(key) && beside) ||
        (returning.length >= 2 && key.length > 3) ||
        (recurs(key) && counts.get(key)! >= 3)
      );
    if (recurs(key)) return beside || askers > 0;
    if (OFFICES.has(key)) return beside;
    return key.includes(' ') && returning.length >= 2;
  };
}

const KINDS: Readonly<Record<Role, TurnKind>> = {
  asker: 'question',
  answerer: 'answer',
  chair: 'procedure',
  interjector: 'interruption',
  narrator: 'narrative',
  named: 'speech',
};

function kindsOf(drafts: readonly Draft[], pieces: readonly Piece[]): TurnRange[] {
  const asking = askersByManner(drafts, pieces);
  let asked = false;
  return drafts.map(({ candidate: { label, name, role, key, interpreted }, first, last }) => {
    let kind = asking.has(key) ? 'question' : KINDS[role];
    if (kind === 'question') asked = true;
    else if (kind === 'speech' && asked && key !== '>>') kind = 'answer';
    return { first, last, kind, label: label === '' ? null : label, name, interpreted };
  });
}

/**
 * Keys of named speakers who ask: most of their turns end with a question mark; or, beside the one who says most, a
 * fair share of theirs do, several times his, and they are shorter.
 */
function askersByManner(drafts: readonly Draft[], pieces: readonly Piece[]): ReadonlySet<string> {
  const tally = new Map<string, { turns: number; asked: number; length: number }>();
  // Where nameless reporters ask, an office answers, however many of their questions ran on into its turns.
  const pressed = drafts.filter(({ candidate }) => candidate.role === 'asker').length >= 2;
  for (const { candidate, first, last } of drafts) {
    if (candidate.role !== 'named' || candidate.key === '>>' || (pressed && OFFICES.has(candidate.key))) continue;
    const entry = tally.get(candidate.key) ?? { turns: 0, asked: 0, length: 0 };
    entry.turns++;
    let length = 0;
    for (let i = first; i <= last; i++) length += pieces[i]!.text.length;
    entry.length += length;
    // "Yes, Michelle?" gives the floor and asks nothing.
    if (length >= SHORTEST_QUESTION && /[?？]["”’»)\]]?$/.test(pieces[last]!.text)) entry.asked++;
    tally.set(candidate.key, entry);
  }
  const entries = [...tally.values()];
  const most = entries.reduce((a, b) => (b.length > a.length ? b : a), { turns: 1, asked: 0, length: 0 });
  const shareOf = ({ turns, asked }: { turns: number; asked: number }): number => asked / turns;
  const askers = new Set<string>();
  for (const [key, entry] of tally) {
    if (entry.turns < 2) continue;
    const share = shareOf(entry);
    const mostly = share >= ASKING && entries.some((other) => shareOf(other) * 2 < share);
    const beside =
      share >= SOME_ASKING && share >= 3 * shareOf(most) && entry.length / entry.turns < most.length / most.turns;
    if (mostly || beside) askers.add(key);
  }
  return askers;
}
