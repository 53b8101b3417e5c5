/**
 * Finds words that one text has in another place: a run left out here that stands word for word among what was put
 * in there (as in Heckel 1978, A technique for isolating differences between files). Cost: linear in the words that
 * differ.
 */
import type { Edit } from './edit.js';
import type { Prepared } from './prepare.js';

/** Fewer words than this stand in two places by chance. */
const MOVED = 5;

/** The edits with every moved run cut out of its edit and numbered on both sides. */
export function withMoves(a: Prepared, b: Prepared, edits: readonly Edit[]): Edit[] {
  const added = new Map<string, { edit: number; word: number }[]>();
  edits.forEach((edit, e) => {
    for (let j = edit.bw; j + MOVED <= edit.bwEnd; j++) {
      const key = b.ids.subarray(j, j + MOVED).join();
      const places = added.get(key);
      if (places) places.push({ edit: e, word: j });
      else added.set(key, [{ edit: e, word: j }]);
    }
  });
  if (added.size === 0) return [...edits];
  const takenB = new Uint8Array(b.count);
  const runs: { from: number; a: number; to: number; b: number; length: number; move: number }[] = [];
  edits.forEach((edit, e) => {
    for (let i = edit.aw; i + MOVED <= edit.awEnd; ) {
      let best = { edit: -1, word: 0, length: 0 };
      for (const place of added.get(a.ids.subarray(i, i + MOVED).join()) ?? []) {
        if (place.edit === e || takenB[place.word]) continue;
        let length = 0;
        const end = edits[place.edit]!.bwEnd;
        while (
          i + length < edit.awEnd &&
          place.word + length < end &&
          !takenB[place.word + length] &&
          a.ids[i + length] === b.ids[place.word + length]
        ) {
          length++;
        }
        if (length > best.length) best = { ...place, length };
      }
      if (best.length < MOVED) {
        i++;
        continue;
      }
      takenB.fill(1, best.word, best.word + best.length);
      runs.push({ from: e, a: i, to: best.edit, b: best.word, length: best.length, move: runs.length + 1 });
      i += best.length;
    }
  });
  if (runs.length === 0) return [...edits];
  const out: Edit[] = [];
  edits.forEach((edit, e) => {
    const away = runs.filter((r) => r.from === e).sort((x, y) => x.a - y.a);
    const here = runs.filter((r) => r.to === e).sort((x, y) => x.b - y.b);
    if (away.length + here.length === 0) out.push(edit);
    else out.push(...cut(a, b, edit, away, here));
  });
  return out;
}

/**
 * Cuts an edit so that each moved run is an edit of its own. What is left of `a` comes first, with the first piece
 * of `b`; the order of characters on each side stays, so that applying the pieces gives what the whole gave.
 */
function cut(
  a: Prepared,
  b: Prepared,
  edit: Edit,
  away: readonly { a: number; length: number; move: number }[],
  here: readonly { b: number; length: number; move: number }[],
): Edit[] {
  const out: Edit[] = [];
  const push = (from: Edit): void => {
    if (from.aEnd > from.a || from.bEnd > from.b) out.push(from);
  };
  let at = edit.a;
  let word = edit.aw;
  const empty = { b: edit.b, bEnd: edit.b, bw: edit.bw, bwEnd: edit.bw, form: false };
  for (const run of away) {
    const start = a.starts[run.a]!;
    const end = a.ends[run.a + run.length - 1]!;
    push({ a: at, aEnd: start, aw: word, awEnd: run.a, ...empty, form: run.a === word });
    push({ a: start, aEnd: end, aw: run.a, awEnd: run.a + run.length, ...empty, move: run.move });
    at = end;
    word = run.a + run.length;
  }
  const rest = { a: at, aEnd: edit.aEnd, aw: word, awEnd: edit.awEnd };
  const first = here[0];
  const upTo = first ? b.starts[first.b]! : edit.bEnd;
  const upToWord = first ? first.b : edit.bwEnd;
  push({
    ...rest,
    b: edit.b,
    bEnd: upTo,
    bw: edit.bw,
    bwEnd: upToWord,
    form: rest.aw === rest.awEnd && upToWord === edit.bw,
  });
  const done = { a: edit.aEnd, aEnd: edit.aEnd, aw: edit.awEnd, awEnd: edit.awEnd };
  here.forEach((run, k) => {
    const start = b.starts[run.b]!;
    const end = b.ends[run.b + run.length - 1]!;
    push({ ...done, b: start, bEnd: end, bw: run.b, bwEnd: run.b + run.length, form: false, move: run.move });
    const next = here[k + 1];
    const bEnd = next ? b.starts[next.b]! : edit.bEnd;
    const bwEnd = next ? next.b : edit.bwEnd;
    push({ ...done, b: end, bEnd, bw: run.b + run.length, bwEnd, form: bwEnd === run.b + run.length });
  });
  return out;
}
