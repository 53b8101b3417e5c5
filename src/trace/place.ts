/**
 * Places a quotation in held words and says how the words stand there. Form, inflection and edits are told apart on
 * the alignment; *exact* is decided by the surface text alone, never by folded words, so that a changed quotation
 * cannot be called exact.
 */
import type { Span } from '#base/index.js';
import {
  type Classifier,
  type Fit,
  type FitSpace,
  type Interner,
  type Pair,
  type Prepared,
  EDIT,
  changesOf,
  fit,
  prepare,
} from '#collate/index.js';
import type { Candidate, Change, Wording } from '#record/index.js';
import { sentences, surface } from '#text/index.js';
import { HALL, type Quoted } from './quoted.js';

/** A candidate's window made ready for placing; made once for each candidate of a check. */
export interface Held {
  readonly candidate: Candidate;
  readonly words: Prepared;
  /** Start of each sentence of the window, in order; offsets into the window. */
  readonly sentences: readonly Span[];
  /** What stands between sentences and is none of the speaker's words, "(Laughter.)"; offsets into the window. */
  readonly notes: readonly Span[];
}

/** A stretch of held words that a part of the quotation stands for: words [b, bEnd) for words [a, aEnd) of it. */
export interface Leg {
  readonly a: number;
  readonly aEnd: number;
  readonly b: number;
  readonly bEnd: number;
}

/** A quotation placed in a candidate. */
export interface Place {
  readonly held: Held;
  readonly quoted: Quoted;
  readonly fit: Fit;
  /** One, or more where words of the source were skipped without a mark. */
  readonly legs: readonly Leg[];
  /** Words of the quotation that stand here as they are. */
  readonly matched: number;
  /** Words changed, added or left out without a mark, joins not counted. */
  readonly edits: number;
  /** Words that stand here in another inflection. */
  readonly bent: number;
  readonly wording: Wording;
}

/** Source words skipped without a mark inside a sentence: from this many it is a join of two places, not an omission. */
export const JOINED = 8;
/** Skipped across the end of a sentence, fewer words make a join. */
const JOINED_ACROSS = 3;
/** A bracket stands for no more words than this. */
const BRACKETED = 6;
/** Words of the writer that may tie two stitched places together. */
const TIES = 3;
/** A stitched place holds at least this many words. */
const LEG = 2;

export function hold(candidate: Candidate, interner: Interner, language: string | null): Held {
  const { start, text } = candidate.window;
  const skip = candidate.blocks
    .filter((b) => b.kind === 'label' || b.kind === 'stage note')
    .map((b) => ({ kind: b.kind, start: Math.max(0, b.start - start), end: b.end - start }));
  return {
    candidate,
    words: prepare(text, interner, { language, skip, last: true }),
    sentences: sentences(text, language ?? undefined),
    notes: skip.filter((b) => b.kind === 'stage note' && standsBetween(text, b)),
  };
}

const SENTENCE_ENDS = /[.!?…。！？][”’"'»›」』)]*\s*$/u;
/** Whether a note stands between two sentences and tells only of the hall. */
function standsBetween(text: string, note: Span): boolean {
  return (
    SENTENCE_ENDS.test(text.slice(Math.max(0, note.start - 12), note.start)) &&
    HALL.test(text.slice(note.start, note.end))
  );
}

/** Places the whole quotation in a candidate, or words [a0, a1) of it. */
export function place(quoted: Quoted, held: Held, space: FitSpace, a0 = 0, a1 = quoted.words.count): Place {
  const found = fit(quoted.words, a0, a1, held.words, 0, held.words.count, space, quoted.gaps);
  return describe(quoted, held, found, a0, a1);
}

function describe(quoted: Quoted, held: Held, found: Fit, a0: number, a1: number): Place {
  const { gaps } = quoted;
  const legs: Leg[] = [];
  let matched = 0;
  let bent = 0;
  let edits = 0;
  let leg: { a: number; aEnd: number; b: number; bEnd: number } | null = null;
  const inserted = (from: number, to: number): number => {
    let n = 0;
    for (let i = from; i < to; i++) if (!gaps.optional[i]) n++;
    return n;
  };
  for (const pair of withoutStrayBrackets(quoted, found.pairs)) {
    // Different words at one place are words added and words left out: what lies between two pairs of the same word.
    const mended = quoted.mended[pair.a] === 1 && isMendedFrom(quoted, held, pair);
    if (pair.kind === 'other' && !mended) continue;
    if (pair.kind === 'same' || mended) matched += pair.an;
    else bent++;
    if (leg) {
      const skipped = pair.b - leg.bEnd;
      let mark = 0;
      for (let i = leg.aEnd; i <= pair.a; i++) mark = Math.max(mark, gaps.marks[i]!);
      const added = inserted(leg.aEnd, pair.a);
      const across = skipped > 0 && crosses(held, leg.bEnd - 1, pair.b);
      const covered = mark === 2 || (mark === 1 && skipped <= BRACKETED && !across);
      if (skipped > 0 && !covered && (skipped >= JOINED || (across && skipped >= JOINED_ACROSS))) {
        legs.push(leg);
        leg = null;
        edits += Math.max(0, added - TIES);
      } else edits += Math.max(added, covered ? 0 : skipped);
    } else edits += inserted(a0, pair.a);
    leg = leg
      ? { a: leg.a, aEnd: pair.a + pair.an, b: leg.b, bEnd: pair.b + pair.bn }
      : { a: pair.a, aEnd: pair.a + pair.an, b: pair.b, bEnd: pair.b + pair.bn };
  }
  if (leg) {
    legs.push(leg);
    edits += inserted(leg.aEnd, a1);
  } else edits += inserted(a0, a1);
  const shape = { held, quoted, fit: found, legs, matched, edits, bent };
  const wording = wordingOf(shape);
  return { ...shape, ...withEdges(shape, a0, a1), wording };
}

/** The letters outside the brackets of a mended word are the source's: "[w]ould" stands for "Would", never for "will". */
function isMendedFrom({ words }: Quoted, held: Held, { a, an, b, bn }: Pair): boolean {
  const outer = words.text.slice(words.starts[a], words.ends[a + an - 1]).split(/\[[^\]]*\]?/u);
  const source = held.words.text.slice(held.words.starts[b], held.words.ends[b + bn - 1]);
  return surface(source).startsWith(surface(outer[0]!)) && surface(source).endsWith(surface(outer[outer.length - 1]!));
}

/** Changed words at the end of a quotation stand against so many words of the source at most; or characters. */
const EDGE = 3;
const EDGE_UNSPACED = 8;
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** The place with the source words that stand where the first or last words of the quotation were changed. */
function withEdges(p: Omit<Place, 'wording'>, a0: number, a1: number): Pick<Place, 'fit' | 'legs'> {
  const { held, quoted } = p;
  const { optional } = quoted.gaps;
  const first = p.legs[0];
  const last = p.legs.at(-1);
  if (!first || !last) return p;
  const lead = first.a - a0;
  const tail = a1 - last.aEnd;
  const edge = UNSPACED.test(quoted.words.folded[0] ?? '') ? EDGE_UNSPACED : EDGE;
  const before: Pair[] = [];
  const after: Pair[] = [];
  for (let k = 1; k <= lead && lead <= edge; k++) {
    const [a, b] = [first.a - k, first.b - k];
    if (b < 0 || optional[a] || crosses(held, b, b + 1)) break;
    before.unshift({ a, an: 1, b, bn: 1, kind: 'other' });
  }
  for (let k = 0; k < tail && tail <= edge; k++) {
    const [a, b] = [last.aEnd + k, last.bEnd + k];
    if (b >= held.words.count || optional[a] || crosses(held, b - 1, b)) break;
    after.push({ a, an: 1, b, bn: 1, kind: 'other' });
  }
  if (before.length + after.length === 0) return p;
  const inner = p.fit.pairs.filter((q) => q.a >= first.a && q.a < last.aEnd);
  const legs = p.legs.map((leg) => ({
    a: leg === first ? leg.a - before.length : leg.a,
    b: leg === first ? leg.b - before.length : leg.b,
    aEnd: leg === last ? leg.aEnd + after.length : leg.aEnd,
    bEnd: leg === last ? leg.bEnd + after.length : leg.bEnd,
  }));
  return { fit: { cost: p.fit.cost, pairs: [...before, ...inner, ...after] }, legs };
}

/** Words in brackets are the source's own only if the whole bracket stands there. */
function withoutStrayBrackets(quoted: Quoted, pairs: readonly Pair[]): readonly Pair[] {
  const { optional } = quoted.gaps;
  if (!pairs.some((p) => optional[p.a])) return pairs;
  const whole = (a: number): boolean => {
    let from = a;
    let to = a + 1;
    while (from > 0 && optional[from - 1]) from--;
    while (to < optional.length && optional[to]) to++;
    const inside = pairs.filter((p) => p.a >= from && p.a < to && p.kind === 'same');
    return inside.length === to - from && inside.at(-1)!.b - inside[0]!.b === to - from - 1;
  };
  return pairs.filter((p) => !optional[p.a] || whole(p.a));
}

function wordingOf(p: Omit<Place, 'wording'>): Wording {
  if (p.legs.length === 0) return 'not held';
  if (p.edits > 0) return 'altered in words';
  if (p.legs.length > 1) return p.legs.every((l) => l.aEnd - l.a >= LEG) ? 'stitched' : 'altered in words';
  if (p.bent > 0) return isInflected(p) ? 'inflected' : 'altered in words';
  if (sameThroughout(p)) return 'exact';
  if (!sameSurface(p)) return 'altered in form only';
  return p.quoted.edits.length > 0 ? 'exact with marked edits' : 'exact';
}

/** Whether the whole quotation stands here, brackets and ellipses and all: they may be the source's own. */
function sameThroughout(p: Omit<Place, 'wording'>): boolean {
  const { words } = p.quoted;
  const source = p.held.words;
  const leg = p.legs[0]!;
  if (leg.a !== 0 || leg.aEnd !== words.count) return false;
  const x = words.text.slice(words.starts[0], words.ends[words.count - 1]);
  const [start, end] = [source.starts[leg.b]!, source.ends[leg.bEnd - 1]!];
  const stands = (notes: readonly Span[]): boolean => surface(x) === surface(outside(source.text, start, end, notes));
  return (stands([]) || stands(p.held.notes)) && sameEnds(p, []);
}

/** Marks of so many characters before and behind the words of a quotation are compared. */
const BESIDE = 40;
/** The last comma or full stop inside the closing marks. */
const FINAL_STOP = /[,.，。、．](?=[\s”’"'»›」』]*$)/u;
/** The same in the source, where the first marks behind the words are. */
const NEXT_STOP = /^([\s”’"'»›」』]*)[,.，。、．]/u;

/** Whether the marks before the first word and behind the last stand in the source; `edits` are not looked for. */
function sameEnds(p: Omit<Place, 'wording'>, edits: readonly Span[]): boolean {
  return sameLead(p, edits) && sameTail(p, edits);
}

function sameLead(p: Omit<Place, 'wording'>, edits: readonly Span[]): boolean {
  const { words } = p.quoted;
  const source = p.held.words;
  const first = p.fit.pairs[0]!;
  const lead = collapsed(outside(words.text, 0, words.starts[first.a]!, edits)).trimStart();
  const start = source.starts[first.b]!;
  return collapsed(source.text.slice(Math.max(0, start - BESIDE), start)).endsWith(lead);
}

function sameTail(p: Omit<Place, 'wording'>, edits: readonly Span[]): boolean {
  const { words } = p.quoted;
  const source = p.held.words;
  const last = p.fit.pairs[p.fit.pairs.length - 1]!;
  const tail = collapsed(outside(words.text, words.ends[last.a + last.an - 1]!, words.text.length, edits)).trimEnd();
  const end = source.ends[last.b + last.bn - 1]!;
  const after = collapsed(source.text.slice(end, end + BESIDE));
  const bare = tail.replace(FINAL_STOP, '');
  return after.startsWith(tail) || after.startsWith(bare) || after.replace(NEXT_STOP, '$1').startsWith(bare);
}

/** The text of a span without what editorial marks cover. */
function outside(text: string, start: number, end: number, edits: readonly Span[]): string {
  let kept = '';
  let at = start;
  for (const edit of edits) {
    if (edit.end <= start || edit.start >= end) continue;
    kept += text.slice(at, Math.max(at, edit.start));
    at = Math.max(at, edit.end);
  }
  return kept + text.slice(at, Math.max(at, end));
}

/** As `surface`, but spaces at the ends stay. */
function collapsed(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ');
}

/** Languages that bend words to the sentence so much that a quotation inside one cannot keep its endings. */
const INFLECTED: ReadonlySet<string> = new Set(
  'ru uk be pl cs sk sl hr sr bs bg mk de la el fi et hu lt lv tr ar he hy ka is'.split(' '),
);
/** Endings of the past of verbs, which some nouns have too, and endings that only the present and infinitive have. */
const PAST = /(?:л|ла|ло|ли|[аиіїуюя]в)(?:с[яь])?$/;
const PRESENT = /(?:[еиаяую]т|[еи]м|[еи]шь?|[еи]те|[аяеу]ю|[иаяую]?ть|ти|є|[еи]мо)(?:с[яь])?$/;

/** Every changed word is another inflection of the same word, and none of them a change of tense. */
function isInflected(p: Omit<Place, 'wording'>): boolean {
  const { words } = p.quoted;
  if (!INFLECTED.has(words.language)) return false;
  return p.fit.pairs.every((pair) => {
    if (pair.kind !== 'stem' || p.quoted.mended[pair.a]) return true;
    const [x, y] = [words.folded[pair.a]!, p.held.words.folded[pair.b]!];
    return !(PAST.test(x) && PRESENT.test(y)) && !(PRESENT.test(x) && PAST.test(y));
  });
}

/** Whether a sentence ends between word `last` and word `next`. */
function crosses(held: Held, last: number, next: number): boolean {
  return sentenceAt(held, held.words.ends[last]! - 1) !== sentenceAt(held, held.words.starts[next]!);
}

/** Index of the sentence of the window that holds an offset. */
export function sentenceAt(held: Held, offset: number): number {
  let low = 0;
  let high = held.sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (held.sentences[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Whether the words stand here code point for code point after NFC and white space, run by run between marks and
 * closing marks; a final comma or full stop inside a closing mark is not compared.
 */
function sameSurface(p: Omit<Place, 'wording'>): boolean {
  const { words, gaps, mended, closings } = p.quoted;
  const { pairs } = p.fit;
  const source = p.held.words;
  let k = 0;
  while (k < pairs.length) {
    // A run: pairs that follow one another with no mark, gap or closing mark between.
    let last = k;
    while (last + 1 < pairs.length && follows(pairs[last]!, pairs[last + 1]!) && !cut(pairs[last]!, pairs[last + 1]!)) {
      last++;
    }
    const first = pairs[k]!;
    const final = pairs[last]!;
    if (!(first === final && mended[first.a])) {
      const x = words.text.slice(words.starts[first.a], words.ends[final.a + final.an - 1]);
      const y = outside(source.text, source.starts[first.b]!, source.ends[final.b + final.bn - 1]!, p.held.notes);
      if (x !== y && surface(x) !== surface(y)) return false;
    }
    k = last + 1;
  }
  return pairs.length > 0 && sameEnds(p, p.quoted.edits);

  function follows(x: Pair, y: Pair): boolean {
    return y.a === x.a + x.an && y.b === x.b + x.bn;
  }
  function cut(x: Pair, y: Pair): boolean {
    if (gaps.marks[y.a] || mended[x.a] || mended[y.a]) return true;
    const from = words.ends[x.a + x.an - 1]!;
    const to = words.starts[y.a]!;
    return closings.some((c) => c >= from && c <= to);
  }
}

/** Where the placed words stand in the Version's text. */
export function spanOf(p: Place, leg?: Leg): Span {
  const { starts, ends } = p.held.words;
  const { start } = p.held.candidate.window;
  const first = leg ?? p.legs[0]!;
  const last = leg ?? p.legs[p.legs.length - 1]!;
  return { start: start + starts[first.b]!, end: start + ends[last.bEnd - 1]! };
}

/** Where a leg stands in the quotation's text. */
export function coveredBy(p: Place, leg: Leg): Span {
  return { start: p.quoted.words.starts[leg.a]!, end: p.quoted.words.ends[leg.aEnd - 1]! };
}

/**
 * The differences between the quotation and the source at this place: `a` into the quotation's text, `b` into the
 * Version's text. Marked edits are no differences.
 */
export function differences(p: Place, classifier: Classifier, leg?: Leg): Change[] {
  const { words, gaps } = p.quoted;
  const source = p.held.words;
  const first = leg ?? p.legs[0]!;
  const last = leg ?? p.legs[p.legs.length - 1]!;
  const shift = p.held.candidate.window.start;
  const pairs = p.fit.pairs.filter((q) => q.a >= first.a && q.a < last.aEnd);
  const whole = leg === undefined;
  const a = {
    start: whole ? wordStart(words, 0) : words.starts[first.a]!,
    end: whole ? (words.ends[words.count - 1] ?? 0) : words.ends[last.aEnd - 1]!,
  };
  const b = { start: source.starts[first.b]!, end: source.ends[last.bEnd - 1]! };
  const changes = changesOf(words, source, pairs, classifier, { within: { a, b }, whiteSpace: 'ignored' });
  const ends = whole ? endings() : [];
  return [...changes.filter((c) => !isMarked(c) && !isClosing(c) && !isNote(c)), ...ends]
    .map((c) => ({ ...c, b: { ...c.b, start: c.b.start + shift, end: c.b.end + shift } }))
    .map((c) => (p.wording === 'reordered' && c.class !== 'punctuation only' ? { ...c, class: 'move', flags: [] } : c));

  /** The marks before the first word and behind the last, where they differ and the words do not. */
  function endings(): Change[] {
    const [head, foot] = [pairs[0], pairs[pairs.length - 1]];
    const found: Change[] = [];
    if (head?.a === 0 && !sameLead(p, p.quoted.edits)) {
      const end = source.starts[head.b]!;
      const start = end - /[^\s\p{L}\p{N}]*$/u.exec(source.text.slice(0, end))![0].length;
      found.push(marks(trimmed(words.text, 0, words.starts[0]!), trimmed(source.text, start, end)));
    }
    if (foot && foot.a + foot.an === words.count && !sameTail(p, p.quoted.edits)) {
      const start = source.ends[foot.b + foot.bn - 1]!;
      const end = start + /^[^\s\p{L}\p{N}]*/u.exec(source.text.slice(start))![0].length;
      found.push(
        marks(trimmed(words.text, words.ends[words.count - 1]!, words.text.length), trimmed(source.text, start, end)),
      );
    }
    return found;
  }
  function isMarked(c: Change): boolean {
    return p.quoted.edits.some((e) => e.start < c.a.end && c.a.start < e.end) && onlyMarked(c);
  }
  /** All words of the quotation in this change are in brackets, and what they stand for is short or an ellipsis. */
  function onlyMarked(c: Change): boolean {
    let ellipsis = false;
    for (let i = 0; i < words.count; i++) {
      if (words.starts[i]! < c.a.start || words.ends[i]! > c.a.end) continue;
      if (!gaps.optional[i] && !isMended(i)) return false;
    }
    for (let i = 0; i <= words.count; i++) {
      const at = i < words.count ? words.starts[i]! : words.text.length;
      if (gaps.marks[i] === 2 && at >= c.a.start) {
        ellipsis = at <= c.a.end + 1 || ellipsis;
      }
    }
    let n = 0;
    for (let j = 0; j < source.count; j++) if (source.starts[j]! >= c.b.start && source.ends[j]! <= c.b.end) n++;
    return ellipsis || n <= BRACKETED;
  }
  function isNote(c: Change): boolean {
    return c.a.text.trim() === '' && outside(source.text, c.b.start, c.b.end, p.held.notes).trim() === '';
  }
  function isMended(i: number): boolean {
    const pair = pairs.find((q) => q.a <= i && i < q.a + q.an);
    return p.quoted.mended[i] === 1 && (!pair || isMendedFrom(p.quoted, p.held, pair));
  }
  function isClosing(c: Change): boolean {
    return (
      c.class === 'punctuation only' &&
      /^[\s,.]*$/.test(c.a.text) &&
      !/[\p{L}\p{N}]/u.test(c.b.text) &&
      p.quoted.closings.some((at) => at >= c.a.start - 1 && at <= c.a.end + 1)
    );
  }
}

function marks(a: Change['a'], b: Change['b']): Change {
  return { class: 'punctuation only', flags: [], a, b };
}

/** A stretch of a text without the white space at its ends. */
function trimmed(text: string, start: number, end: number): Change['a'] {
  const slice = text.slice(start, end);
  const from = start + slice.length - slice.trimStart().length;
  const kept = slice.trim();
  return { start: from, end: from + kept.length, text: kept };
}

function wordStart(words: Prepared, i: number): number {
  return words.starts[i] ?? 0;
}

/** Edits of the placing, in words: fewer is nearer. */
export function distance(p: Place): number {
  return p.fit.cost / EDIT;
}
