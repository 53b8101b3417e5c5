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
/** A shorter move must be most of the sentences left out, or most of those put in. */
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
  const tried = (block: Block, from: Edit, to: Edit): Aligned | null => {
    const aligned = withoutStrangers(a, b, { ...block, pairs: pairsOf(a, b, block, space) });
    return isMoved(a, b, aligned, from, to, counts) ? aligned : null;
  };
  const chains = chainsOf(runs).map((chain) => ({
    ...chain,
    found: tried(chain, edits[chain.from]!, edits[chain.to]!),
  }));
  // A move reaches up to the next one, never over it: for each word the move that it is part of.
  const [ofA, ofB] = [new Int32Array(a.count).fill(-1), new Int32Array(b.count).fill(-1)];
  chains.forEach(({ a0, a1, b0, b1, found }, c) => {
    if (!found) return;
    ofA.fill(c, a0, a1);
    ofB.fill(c, b0, b1);
  });
  const isFree = ({ a0, a1, b0, b1 }: Block, c: number): boolean => {
    const { from, to } = chains[c]!;
    const isOwn = (other: number): boolean =>
      other < 0 || other === c || (chains[other]!.from === from && chains[other]!.to === to);
    return ofA.subarray(a0, a1).every(isOwn) && ofB.subarray(b0, b1).every(isOwn);
  };
  const takenA = new Uint8Array(a.count);
  const takenB = new Uint8Array(b.count);
  const isTaken = ({ a0, a1, b0, b1 }: Block): boolean =>
    takenA.subarray(a0, a1).includes(1) || takenB.subarray(b0, b1).includes(1);
  const moves: Move[] = [];
  chains.forEach((chain, c) => {
    const [from, to] = [edits[chain.from]!, edits[chain.to]!];
    let move = isTaken(chain) ? null : chain.found;
    for (const block of [wholeOf(from, to), withEnds(chain, from, to)]) {
      if (!block || isTaken(block) || !isFree(block, c)) continue;
      const wider = tried(block, from, to);
      if (!wider) continue;
      move = wider;
      break;
    }
    if (!move) return;
    takenA.fill(1, move.a0, move.a1);
    takenB.fill(1, move.b0, move.b1);
    moves.push({ from: chain.from, to: chain.to, ...move });
  });
  return moves;
}

/** Runs of one place that a few words part, put together. */
function chainsOf(runs: readonly Run[]): (Block & Pick<Move, 'from' | 'to'>)[] {
  const chains: (Block & Pick<Move, 'from' | 'to'>)[] = [];
  let last: Run | undefined;
  for (const run of runs) {
    const goesOn =
      last !== undefined &&
      run.from === last.from &&
      run.to === last.to &&
      run.b >= last.b + last.length &&
      run.a - last.a - last.length <= GAP &&
      run.b - last.b - last.length <= GAP;
    const chain = goesOn ? chains.pop()! : { from: run.from, to: run.to, a0: run.a, b0: run.b };
    chains.push({ ...chain, a1: run.a + run.length, b1: run.b + run.length });
    last = run;
  }
  return chains;
}

type Aligned = Block & { readonly pairs: readonly Pair[] };

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

/** A block without the paragraphs at its ends of which no word was moved. */
function withoutStrangers(a: Prepared, b: Prepared, block: Aligned): Aligned {
  const [first, last] = [block.pairs[0], block.pairs.at(-1)];
  if (!first || !last) return block;
  return {
    ...block,
    a0: beginOf(a, first.a, block.a0, PARAGRAPH),
    a1: stopOf(a, last.a + last.an, block.a1, PARAGRAPH),
    b0: beginOf(b, first.b, block.b0, PARAGRAPH),
    b1: stopOf(b, last.b + last.bn, block.b1, PARAGRAPH),
  };
}

const PARAGRAPH = /\n/;
const SENTENCE = /[.?!…。？！\n]/;

/** The first word of the sentence or paragraph of word i, or `least`. */
function beginOf({ text, starts, ends }: Prepared, i: number, least: number, mark: RegExp): number {
  while (i > least && !mark.test(text.slice(ends[i - 1], starts[i]))) i--;
  return i;
}

/** Behind the last word of the sentence or paragraph that word i - 1 is in, or `most`. */
function stopOf({ text, starts, ends }: Prepared, i: number, most: number, mark: RegExp): number {
  while (i < most && !mark.test(text.slice(ends[i - 1], starts[i]))) i++;
  return i;
}

/** Whether so many words stand in both, and so few elsewhere, that they were moved. */
function isMoved(
  a: Prepared,
  b: Prepared,
  { a0, a1, b0, b1, pairs }: Aligned,
  from: Edit,
  to: Edit,
  counts: ReadonlyMap<number, number>,
): boolean {
  const same = pairs.reduce((sum, { kind }) => sum + (kind === 'same' ? 1 : 0), 0);
  // Of the whole sentences that they are in, as far as those were left out and put in.
  const inA = stopOf(a, a1, from.awEnd, SENTENCE) - beginOf(a, a0, from.aw, SENTENCE);
  const inB = stopOf(b, b1, to.bwEnd, SENTENCE) - beginOf(b, b0, to.bw, SENTENCE);
  const share = Math.max((a1 - a0) / inA, (b1 - b0) / inB);
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
 * Cuts an edit so that each moved run is an edit of its own. What is left of the two texts stands against each other
 * once: the last of `a` and the first of `b`, or, where there are no words in one of them, a few words that there are.
 * The order of characters on each side stays, so that applying the pieces gives what the whole gave.
 */
function cut(a: Prepared, b: Prepared, edit: Edit, away: readonly Numbered[], here: readonly Numbered[]): Edit[] {
  const gone = partsOf(
    a,
    { at: edit.a, end: edit.aEnd, word: edit.aw, last: edit.awEnd },
    away.map((move) => ({ from: move.a0, to: move.a1, move })),
  );
  const come = partsOf(
    b,
    { at: edit.b, end: edit.bEnd, word: edit.bw, last: edit.bwEnd },
    here.map((move) => ({ from: move.b0, to: move.b1, move })),
  );
  const [i, j] = facing(gone, come);
  const [x, y] = [gone[i]!, come[j]!];
  const out: Edit[] = [];
  const push = (p: Part, q: Part, move: Numbered | undefined, came: boolean): void => {
    if (p.end === p.at && q.end === q.at) return;
    const form = move === undefined && p.last === p.word && q.last === q.word;
    const sides = { a: p.at, aEnd: p.end, aw: p.word, awEnd: p.last, b: q.at, bEnd: q.end, bw: q.word, bwEnd: q.last };
    out.push({
      ...sides,
      form,
      ...(move ? { move: move.number } : {}),
      ...(move && came ? { came: { a0: move.a0, a1: move.a1, pairs: move.pairs } } : {}),
    });
  };
  for (const part of gone.slice(0, i)) push(part, beginning(come[0]!), part.move, false);
  for (const part of come.slice(0, j)) push(beginning(x), part, part.move, true);
  push(x, y, undefined, false);
  for (const part of gone.slice(i + 1)) push(part, ending(y), part.move, false);
  for (const part of come.slice(j + 1)) push(ending(gone.at(-1)!), part, part.move, true);
  return out;
}

/** Characters [at, end) and words [word, last) of one text. */
interface Part {
  readonly at: number;
  readonly end: number;
  readonly word: number;
  readonly last: number;
  readonly move?: Numbered;
}

/** What one side of an edit falls into: what is left, a move, what is left, … */
function partsOf(
  text: Prepared,
  whole: Part,
  moves: readonly { readonly from: number; readonly to: number; readonly move: Numbered }[],
): readonly Part[] {
  const parts: Part[] = [];
  let { at, word } = whole;
  for (const { from, to, move } of moves) {
    const start = from === word ? at : text.starts[from]!;
    const end = endOf(text, to, whole.last, whole.end);
    parts.push({ at, end: start, word, last: from }, { at: start, end, word: from, last: to, move });
    [at, word] = [end, to];
  }
  parts.push({ at, end: whole.end, word, last: whole.last });
  return parts;
}

function beginning({ at, word }: Part): Part {
  return { at, end: at, word, last: word };
}

function ending({ end, last }: Part): Part {
  return { at: end, end, word: last, last };
}

/** Words left on both sides of moves that still stand against each other: "14 September" and "17 September". */
const FEW = 4;

/** Which of what is left of the two texts stands against each other. */
function facing(gone: readonly Part[], come: readonly Part[]): [number, number] {
  const wordy = ({ word, last, move }: Part): boolean => move === undefined && last > word;
  const few = ({ word, last }: Part): boolean => last - word <= FEW;
  const usual: [number, number] = [gone.length - 1, 0];
  const [i, j] = [gone.findLastIndex(wordy), come.findIndex(wordy)];
  return i >= 0 && j >= 0 && few(gone[i]!) && few(come[j]!) ? [i, j] : usual;
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
