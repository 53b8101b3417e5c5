/**
 * Finds words that one text has in another place: runs left out here that stand word for word among what was put in
 * there (as in Heckel 1978, A technique for isolating differences between files), chained where a few words between
 * them differ, so that a paragraph that was moved and touched up is one move. Cost: linear in the words that differ,
 * and the table of `alignWithin` for what was moved.
 */
import { alignWithin } from './align.js';
import type { Edit } from './edit.js';
import { FitSpace } from './fit.js';
import type { Pair } from './pair.js';
import type { Prepared } from './prepare.js';

/** Fewer words than this stand in two places by chance. */
const RUN = 5;
/** Words that may differ between two runs of one move. */
const GAP = 8;
/** Words at either end of a move that may differ, up to the end of what was left out or put in. */
const ENDS = 4;
/** A shorter move must be most of what was left out, or most of what was put in. */
const LONG = 10;
const MOST = 0.8;
/** Of the longer side's words so many must stand in both, or it is no move. */
const SHARED = 0.6;
/** Words of scripts without spaces are single characters, and a run of them is shorter than it looks. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Words [a0, a1) that were moved to [b0, b1), with the pairs between them where a few words differ. */
interface Move {
  readonly from: number;
  readonly to: number;
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
  readonly pairs: readonly Pair[];
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** The edits with every moved run cut out of its edit and numbered on both sides, in the order of `a`. */
export function withMoves(a: Prepared, b: Prepared, edits: readonly Edit[]): Edit[] {
  const runs = runsOf(a, b, edits);
  if (runs.length === 0) return [...edits];
  const moves = movesOf(a, b, edits, runs);
  if (moves.length === 0) return [...edits];
  const away = new Map<number, Numbered[]>();
  const here = new Map<number, Numbered[]>();
  moves.forEach((move, i) => {
    const numbered = { ...move, number: i + 1 };
    away.set(move.from, [...(away.get(move.from) ?? []), numbered]);
    here.set(move.to, [...(here.get(move.to) ?? []), numbered]);
  });
  return edits.flatMap((edit, e) => {
    const [gone, come] = [away.get(e) ?? [], here.get(e) ?? []];
    if (gone.length + come.length === 0) return [edit];
    return cut(
      a,
      b,
      edit,
      gone.toSorted((x, y) => x.a0 - y.a0),
      come.toSorted((x, y) => x.b0 - y.b0),
    );
  });
}

interface Numbered extends Move {
  readonly number: number;
}

/** Longest runs of equal words, each word used once, best first where several places offer themselves. */
function runsOf(a: Prepared, b: Prepared, edits: readonly Edit[]): Run[] {
  const places = new Map<number, number[]>();
  const editAt = new Map<number, number>();
  edits.forEach((edit, e) => {
    if (edit.bwEnd - edit.bw < RUN) return;
    for (let j = edit.bw; j + RUN <= edit.bwEnd; j++) {
      const key = hash(b.ids, j);
      const known = places.get(key);
      if (known) known.push(j);
      else places.set(key, [j]);
      editAt.set(j, e);
    }
  });
  if (places.size === 0) return [];
  const taken = new Uint8Array(b.count);
  const runs: Run[] = [];
  edits.forEach((edit, e) => {
    for (let i = edit.aw; i + RUN <= edit.awEnd; ) {
      let best: Run | null = null;
      const last = runs.at(-1);
      for (const j of places.get(hash(a.ids, i)) ?? []) {
        const to = editAt.get(j)!;
        if (to === e || taken[j]) continue;
        let length = 0;
        const end = edits[to]!.bwEnd;
        while (
          i + length < edit.awEnd &&
          j + length < end &&
          !taken[j + length] &&
          a.ids[i + length] === b.ids[j + length]
        ) {
          length++;
        }
        // Of two places as good, the one that goes on where the run before ended.
        const goesOn = last !== undefined && last.from === e && last.to === to && j >= last.b + last.length;
        if (best === null || length > best.length || (length === best.length && goesOn))
          best = { from: e, to, a: i, b: j, length };
      }
      if (best === null || best.length < RUN) {
        i++;
        continue;
      }
      taken.fill(1, best.b, best.b + best.length);
      runs.push(best);
      i += best.length;
    }
  });
  return runs;
}

function hash(ids: Int32Array, i: number): number {
  let h = 0;
  for (let k = 0; k < RUN; k++) h = Math.imul(h ^ ids[i + k]!, 0x9e3779b1) ^ (h >>> 15);
  return h;
}

/** Chains runs to moves and keeps those that are more than chance. */
function movesOf(a: Prepared, b: Prepared, edits: readonly Edit[], runs: readonly Run[]): Move[] {
  const space = new FitSpace();
  const counts = countsOf(a);
  const moves: Move[] = [];
  const takenA = new Uint8Array(a.count);
  const takenB = new Uint8Array(b.count);
  for (let r = 0; r < runs.length; r++) {
    const first = runs[r]!;
    let last = first;
    for (;;) {
      const next = runs[r + 1];
      if (!next || next.from !== last.from || next.to !== last.to || next.b < last.b + last.length) break;
      if (next.a - last.a - last.length > GAP || next.b - last.b - last.length > GAP) break;
      last = next;
      r++;
    }
    const [from, to] = [edits[first.from]!, edits[first.to]!];
    let [a0, a1, b0, b1] = [first.a, last.a + last.length, first.b, last.b + last.length];
    // A few words up to the ends of what was left out and what was put in belong to the move.
    const [headA, headB] = [a0 - from.aw, b0 - to.bw];
    if (headA <= ENDS && headB <= ENDS && headA + headB > 0 && first.from !== first.to) {
      if (!takenA.subarray(from.aw, a0).includes(1) && !takenB.subarray(to.bw, b0).includes(1))
        [a0, b0] = [from.aw, to.bw];
    }
    const [tailA, tailB] = [from.awEnd - a1, to.bwEnd - b1];
    if (tailA <= ENDS && tailB <= ENDS && tailA + tailB > 0 && !takenB.subarray(b1, to.bwEnd).includes(1)) {
      [a1, b1] = [from.awEnd, to.bwEnd];
    }
    const pairs: Pair[] = [];
    alignWithin(a, a0, a1, b, b0, b1, space, pairs);
    const same = pairs.reduce((sum, { kind }) => sum + (kind === 'same' ? 1 : 0), 0);
    const words = Math.max(a1 - a0, b1 - b0);
    const share = Math.max((a1 - a0) / (from.awEnd - from.aw), (b1 - b0) / (to.bwEnd - to.bw));
    const unspaced = UNSPACED.test(a.text.slice(a.starts[a0], a.starts[a0]! + 8));
    const enough = unspaced ? 2 : 1;
    if (same < SHARED * words || same < RUN * enough) continue;
    if (same < LONG * enough && share < MOST) continue;
    if (!hasRare(a, a0, a1, counts)) continue;
    takenA.fill(1, a0, a1);
    takenB.fill(1, b0, b1);
    moves.push({ from: first.from, to: first.to, a0, a1, b0, b1, pairs: pairs.filter(({ kind }) => kind !== 'other') });
  }
  return moves;
}

function countsOf({ ids }: Prepared): Map<number, number> {
  const counts = new Map<number, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** Whether one of the words is none that stands everywhere. */
function hasRare(a: Prepared, from: number, to: number, counts: ReadonlyMap<number, number>): boolean {
  const often = Math.max(2, a.count / 400);
  for (let i = from; i < to; i++) if (counts.get(a.ids[i]!)! <= often) return true;
  return false;
}

/**
 * Cuts an edit so that each moved run is an edit of its own. What is left of `a` comes first, with the first piece
 * of `b`; the order of characters on each side stays, so that applying the pieces gives what the whole gave.
 */
function cut(a: Prepared, b: Prepared, edit: Edit, away: readonly Numbered[], here: readonly Numbered[]): Edit[] {
  const out: Edit[] = [];
  const push = (piece: Edit): void => {
    if (piece.aEnd > piece.a || piece.bEnd > piece.b) out.push(piece);
  };
  let at = edit.a;
  let word = edit.aw;
  const empty = { b: edit.b, bEnd: edit.b, bw: edit.bw, bwEnd: edit.bw, form: false };
  for (const { a0, a1, number } of away) {
    const start = a.starts[a0]!;
    const end = a.ends[a1 - 1]!;
    push({ a: at, aEnd: start, aw: word, awEnd: a0, ...empty, form: a0 === word });
    push({ a: start, aEnd: end, aw: a0, awEnd: a1, ...empty, move: number });
    at = end;
    word = a1;
  }
  const rest = { a: at, aEnd: edit.aEnd, aw: word, awEnd: edit.awEnd };
  const first = here[0];
  const upTo = first ? b.starts[first.b0]! : edit.bEnd;
  const upToWord = first ? first.b0 : edit.bwEnd;
  push({
    ...rest,
    b: edit.b,
    bEnd: upTo,
    bw: edit.bw,
    bwEnd: upToWord,
    form: rest.aw === rest.awEnd && upToWord === edit.bw,
  });
  const done = { a: edit.aEnd, aEnd: edit.aEnd, aw: edit.awEnd, awEnd: edit.awEnd };
  here.forEach(({ a0, a1, b0, b1, number, pairs }, k) => {
    const start = b.starts[b0]!;
    const end = b.ends[b1 - 1]!;
    push({ ...done, b: start, bEnd: end, bw: b0, bwEnd: b1, form: false, move: number, came: { a0, a1, pairs } });
    const next = here[k + 1];
    const bEnd = next ? b.starts[next.b0]! : edit.bEnd;
    const bwEnd = next ? next.b0 : edit.bwEnd;
    push({ ...done, b: end, bEnd, bw: b1, bwEnd, form: bwEnd === b1 });
  });
  return out;
}
