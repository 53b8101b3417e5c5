/**
 * Finds words that one text has in another place: runs left out here that stand word for word among what was put in
 * there (as in Heckel 1978, A technique for isolating differences between files), chained where a few words between
 * them differ, so that a paragraph that was moved and touched up is one move. Cost: linear in the words that differ,
 * and the table of `alignWithin` for what was moved.
 */
import { alignWithin } from './align.js';
import { TableSpace, alignTable } from './align-table.js';
import type { Edit } from './edit.js';
import type { Pair } from './pair.js';
import type { Prepared } from './prepare.js';

/** Words in a row by which a move is found. */
const RUN = 4;
/** Fewer words than this stand in two places by chance. */
const SHORTEST = 5;
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
  const parted = edits.flatMap((edit, e) => {
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
  return joined(parted);
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
  const space = new TableSpace();
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
    const chained = { a0: first.a, a1: last.a + last.length, b0: first.b, b1: last.b + last.length };
    let found: (Block & { readonly pairs: readonly Pair[] }) | null = null;
    for (const block of [wholeOf(from, to), withEnds(chained, from, to), chained]) {
      if (!block || takenA.subarray(block.a0, block.a1).includes(1) || takenB.subarray(block.b0, block.b1).includes(1))
        continue;
      const tried = { ...block, pairs: pairsOf(a, b, block, space) };
      if (!isMoved(a, tried, from, to, counts)) continue;
      found = tried;
      break;
    }
    if (!found) continue;
    takenA.fill(1, found.a0, found.a1);
    takenB.fill(1, found.b0, found.b1);
    moves.push({ from: first.from, to: first.to, ...found });
  }
  return moves;
}

type Block = Pick<Move, 'a0' | 'a1' | 'b0' | 'b1'>;

/** All that was left out, and all that was put in, where they are of a size. */
function wholeOf(from: Edit, to: Edit): Block | null {
  const [m, n] = [from.awEnd - from.aw, to.bwEnd - to.bw];
  return Math.min(m, n) >= SHARED * Math.max(m, n) ? { a0: from.aw, a1: from.awEnd, b0: to.bw, b1: to.bwEnd } : null;
}

/** The runs with a few words before and behind, up to the ends of what was left out and put in. */
function withEnds({ a0, a1, b0, b1 }: Block, from: Edit, to: Edit): Block | null {
  const head = a0 - from.aw <= ENDS && b0 - to.bw <= ENDS;
  const tail = from.awEnd - a1 <= ENDS && to.bwEnd - b1 <= ENDS;
  if (!head && !tail) return null;
  return {
    a0: head ? from.aw : a0,
    a1: tail ? from.awEnd : a1,
    b0: head ? to.bw : b0,
    b1: tail ? to.bwEnd : b1,
  };
}

function pairsOf(a: Prepared, b: Prepared, { a0, a1, b0, b1 }: Block, space: TableSpace): Pair[] {
  const pairs: Pair[] = [];
  alignWithin(a, a0, a1, b, b0, b1, pairs, (i0, i1, j0, j1) => alignTable(a, i0, i1, b, j0, j1, space, pairs));
  return pairs;
}

/** Whether so many words stand in both, and so few elsewhere, that they were moved. */
function isMoved(
  a: Prepared,
  { a0, a1, b0, b1, pairs }: Block & { readonly pairs: readonly Pair[] },
  from: Edit,
  to: Edit,
  counts: ReadonlyMap<number, number>,
): boolean {
  const same = pairs.reduce((sum, { kind }) => sum + (kind === 'same' ? 1 : 0), 0);
  const share = Math.max((a1 - a0) / (from.awEnd - from.aw), (b1 - b0) / (to.bwEnd - to.bw));
  const letters = UNSPACED.test(a.text.slice(a.starts[a0], a.starts[a0]! + 8)) ? 2 : 1;
  if (same < SHARED * Math.max(a1 - a0, b1 - b0) || same < SHORTEST * letters) return false;
  return (same >= LONG * letters || share >= MOST) && hasRare(a, a0, a1, counts);
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
    const start = a0 === word ? at : a.starts[a0]!;
    const end = endOf(a, a1, edit.awEnd, edit.aEnd);
    push({ a: at, aEnd: start, aw: word, awEnd: a0, ...empty, form: a0 === word });
    push({ a: start, aEnd: end, aw: a0, awEnd: a1, ...empty, move: number });
    at = end;
    word = a1;
  }
  const rest = { a: at, aEnd: edit.aEnd, aw: word, awEnd: edit.awEnd };
  let place = edit.b;
  let next = edit.bw;
  for (const { a0, a1, b0, b1, number, pairs } of here) {
    const start = b0 === next ? place : b.starts[b0]!;
    const end = endOf(b, b1, edit.bwEnd, edit.bEnd);
    push({ ...rest, b: place, bEnd: start, bw: next, bwEnd: b0, form: rest.aw === rest.awEnd && b0 === next });
    // What is left of `a` stands before the first piece of `b`, once.
    [rest.a, rest.aw] = [rest.aEnd, rest.awEnd];
    push({ ...rest, b: start, bEnd: end, bw: b0, bwEnd: b1, form: false, move: number, came: { a0, a1, pairs } });
    place = end;
    next = b1;
  }
  push({
    ...rest,
    b: place,
    bEnd: edit.bEnd,
    bw: next,
    bwEnd: edit.bwEnd,
    form: rest.aw === rest.awEnd && next === edit.bwEnd,
  });
  return out;
}

/** Where moved words end: with the edit if they are its last, else behind the marks that follow the last word. */
function endOf({ text, starts, ends }: Prepared, to: number, last: number, end: number): number {
  if (to === last) return end;
  const behind = text.slice(ends[to - 1], starts[to]);
  return ends[to - 1]! + (/^[^\s([“„«¿¡]*/.exec(behind)?.[0].length ?? 0);
}

/** Makes one move of moves that follow each other without a gap in both texts: a block of turns. */
function joined(edits: readonly Edit[]): Edit[] {
  const came = new Map<number, Edit>();
  for (const edit of edits) if (edit.move !== undefined && edit.came) came.set(edit.move, edit);
  const into = new Map<number, number>();
  let before: Edit | undefined;
  for (const edit of edits) {
    if (edit.move === undefined || edit.came) {
      before = undefined;
      continue;
    }
    const [x, y] = [before && came.get(before.move!), came.get(edit.move)];
    if (before && x && y && before.aEnd === edit.a && x.bEnd === y.b)
      into.set(edit.move, into.get(before.move!) ?? before.move!);
    before = edit;
  }
  if (into.size === 0) return [...edits];
  const numbers = new Map<number, number>();
  const out: Edit[] = [];
  for (const edit of edits) {
    const first = edit.move === undefined ? undefined : into.get(edit.move);
    const last = out.at(-1);
    if (first === undefined || last === undefined) {
      out.push(edit);
      continue;
    }
    last.aEnd = edit.aEnd;
    last.awEnd = edit.awEnd;
    last.bEnd = edit.bEnd;
    last.bwEnd = edit.bwEnd;
    if (edit.came && last.came)
      last.came = { a0: last.came.a0, a1: edit.came.a1, pairs: [...last.came.pairs, ...edit.came.pairs] };
  }
  for (const edit of out) {
    if (edit.move === undefined) continue;
    if (!numbers.has(edit.move)) numbers.set(edit.move, numbers.size + 1);
    edit.move = numbers.get(edit.move)!;
  }
  return out;
}
