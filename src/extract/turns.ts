/**
 * Divides a text among its speakers. What reads like a label at the head of a line (labels.ts) is one if the rest of
 * the text bears it out: a sure one always, a likely one if the text has others, a weak one if it recurs and others
 * stand beside it. The label becomes a block of its own, a stenographer's note too, and a turn runs from the first word
 * behind its label to the last word before the next. Cost: one pass over the lines, one over the pieces.
 */
import type { TurnKind } from '#record/index.js';
import { type Piece, type TurnRange, cut } from './galley.js';
import { type Candidate, type Role, givenLabel, readLabel } from './labels.js';
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

/** Of a named speaker's turns, this share ends with a question mark where he is the one who asks. */
const ASKING = 0.6;
const ENDS = /^\W{0,3}(?:ends?|end of (?:transcript|document|statement|release))\W{0,3}$|^(?:#\s*){2,}$/i;

export function divide(pieces: readonly Piece[]): Divided {
  const found = pieces.map(candidatesOf);
  const holds = acceptance(found.flat().map(({ candidate }) => candidate));
  const set: Piece[] = [];
  const drafts: { candidate: Candidate; first: number; last: number }[] = [];
  let open: { candidate: Candidate; first: number; last: number } | null = null;
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
      put_words(piece, from, at, glue);
      if (at > from) glue = '\n\n';
      const label = cut(piece, at, at + candidate.end, 'label', from === 0 && at === 0 ? piece.glue : '\n\n');
      put(label, false);
      open = { candidate, first: -1, last: -1 };
      drafts.push(open);
      from = at + candidate.end;
      glue = ' ';
    }
    put_words(piece, from, piece.text.length, glue);
  }
  function put_words(piece: Piece, start: number, end: number, glue: Piece['glue']): void {
    const isWords = piece.kind !== 'heading' || start > 0;
    let from = start;
    let next = glue;
    for (const [noteStart, noteEnd] of notesIn(piece.text)) {
      if (noteStart < from || noteEnd > end) continue;
      const words = cut(piece, from, noteStart, piece.kind, next);
      put(words, isWords);
      if (words) next = ' ';
      put(cut(piece, noteStart, noteEnd, 'stage note', next), false);
      next = ' ';
      from = noteEnd;
    }
    const rest = cut(piece, from, end, piece.kind, next);
    // A full stop that was left behind a note belongs to nobody's sentence.
    if (rest && from > start && /^[.,;:]+$/.test(rest.text)) set.push({ ...rest, kind: 'stage note', glue: ' ' });
    else put(rest, isWords);
  }
  const spoken = drafts.filter(({ first }) => first >= 0);
  return { pieces: set, turns: kindsOf(spoken, set) };
}

const LABELLED = new Set(['paragraph', 'blockquote', 'list item', 'heading', 'cue']);

function candidatesOf(piece: Piece): Found[] {
  const found: Found[] = [];
  if (piece.kind === 'label') return [{ at: 0, candidate: givenLabel(piece.text) }];
  if (!LABELLED.has(piece.kind)) return found;
  const { text, strong, kind } = piece;
  const add = (at: number): void => {
    const end = text.indexOf('\n', at);
    const line = at === 0 && end < 0 ? text : text.slice(at, end < 0 ? text.length : end);
    const candidate = readLabel(
      line,
      at === 0 ? strong : strong.map((s) => ({ start: s.start - at, end: s.end - at })),
    );
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
  const firm = all.filter(({ strength }) => strength !== 'weak');
  const hasSure = all.some(({ strength }) => strength === 'sure');
  const hasAsker = firm.some(({ role }) => role === 'asker' || role === 'answerer');
  const likelyKeys = new Set(firm.map(({ key }) => key));
  const weakKeys = new Set(
    all
      .filter(({ strength, role, key }) => strength === 'weak' && role === 'named' && counts.get(key)! >= 2)
      .map(({ key }) => key),
  );
  const weakAskers = all.filter(({ strength, role }) => strength === 'weak' && role === 'asker').length;
  const borne = hasSure || hasAsker;
  // "President of Russia Vladimir Putin" at first, "Vladimir Putin" later.
  const recurs = (key: string): boolean =>
    counts.get(key)! >= 2 ||
    [...weakKeys, ...likelyKeys].some((other) => other !== key && other.length > 4 && key.endsWith(` ${other}`));
  return ({ strength, role, key }) => {
    if (strength === 'sure') return true;
    if (strength === 'likely') {
      if (role !== 'named') return firm.length >= 2 || weakKeys.size > 0;
      return borne || recurs(key) || likelyKeys.size >= 2;
    }
    if (role === 'answerer') return hasAsker || weakAskers > 0;
    if (role !== 'named') return firm.length > 0 || weakAskers >= 2;
    const beside = borne || weakAskers >= 2 || likelyKeys.size > 0 || weakKeys.size >= 2;
    if (recurs(key) || OFFICES.has(key)) return beside;
    return key.includes(' ') && weakKeys.size >= 2;
  };
}

const KINDS: Readonly<Record<Role, TurnKind>> = {
  asker: 'question',
  answerer: 'answer',
  chair: 'procedure',
  interjector: 'interruption',
  named: 'speech',
};

function kindsOf(
  drafts: readonly { candidate: Candidate; first: number; last: number }[],
  pieces: readonly Piece[],
): TurnRange[] {
  const asking = askersByManner(drafts, pieces);
  let asked = false;
  return drafts.map(({ candidate: { label, name, role, key, interpreted }, first, last }) => {
    let kind = asking.has(key) ? 'question' : KINDS[role];
    if (kind === 'question') asked = true;
    else if (kind === 'speech' && asked && key !== '>>') kind = 'answer';
    return { first, last, kind, label: label === '' ? null : label, name, interpreted };
  });
}

/** Keys of named speakers who ask: most of their turns end with a question mark, and others do not. */
function askersByManner(
  drafts: readonly { candidate: Candidate; last: number }[],
  pieces: readonly Piece[],
): ReadonlySet<string> {
  const tally = new Map<string, { turns: number; asked: number }>();
  for (const { candidate, last } of drafts) {
    if (candidate.role !== 'named' || candidate.key === '>>') continue;
    const entry = tally.get(candidate.key) ?? { turns: 0, asked: 0 };
    entry.turns++;
    if (/[?？]["”’»)\]]?$/.test(pieces[last]!.text)) entry.asked++;
    tally.set(candidate.key, entry);
  }
  const asks = ({ turns, asked }: { turns: number; asked: number }): boolean => turns >= 2 && asked >= turns * ASKING;
  const askers = [...tally].filter(([, entry]) => asks(entry)).map(([key]) => key);
  return new Set(askers.length < tally.size ? askers : []);
}
