/**
 * From an alignment to typed differences. The first pass is correct: every difference of the two texts, to the
 * character, is in one edit, and replacing each by its other side makes `a` into `b`. The second pass makes them
 * presentable: edits that touch are one, and a short word that happens to stand in both between two replacements
 * does not cut them apart (after Neil Fraser, Diff Strategies 2006: semantic clean-up).
 */
import type { Span } from '#base/index.js';
import type { Change } from '#record/index.js';
import type { Classifier } from './classify.js';
import type { Edit } from './edit.js';
import { withMoves } from './moves.js';
import type { Pair } from './pair.js';
import type { Prepared } from './prepare.js';
import { cutsCharacter } from './whole-characters.js';

export interface ChangesOptions {
  /** Characters of `a` and of `b` that are compared; whole texts if left out. */
  readonly within?: { readonly a: Span; readonly b: Span };
  /** ignored: stretches that differ in white space only are the same (as `surface` sees them). */
  readonly whiteSpace: 'kept' | 'ignored';
  /** Look for words that were put elsewhere. */
  readonly moves?: boolean;
}

/** All differences between two aligned texts, in order, classed and flagged. */
export function changesOf(
  a: Prepared,
  b: Prepared,
  pairs: readonly Pair[],
  classifier: Classifier,
  options: ChangesOptions,
): Change[] {
  let edits = editsBetween(a, b, pairs, options);
  if (options.moves) edits = withMoves(a, b, edits);
  return edits.map((edit) => changeOf(a, b, edit, classifier));
}

/** The stretches that differ between two aligned texts, in order, made presentable. */
export function editsBetween(a: Prepared, b: Prepared, pairs: readonly Pair[], options: ChangesOptions): Edit[] {
  return presentable(a, b, editsOf(a, b, pairs, options), options);
}

/** One stretch that differs as a Change. */
export function changeOf(a: Prepared, b: Prepared, edit: Edit, classifier: Classifier): Change {
  const sides = {
    a: { start: edit.a, end: edit.aEnd, text: a.text.slice(edit.a, edit.aEnd) },
    b: { start: edit.b, end: edit.bEnd, text: b.text.slice(edit.b, edit.bEnd) },
  };
  if (edit.move !== undefined) return { class: 'move', flags: [], ...sides, move: edit.move };
  if (edit.form) return { class: 'punctuation only', flags: [], ...sides };
  return { ...classifier.classify(a, edit.aw, edit.awEnd, b, edit.bw, edit.bwEnd), ...sides };
}

/** Makes `a` into `b`: each change's span of `a` is replaced by its text of `b`. */
export function applyChanges(a: string, changes: readonly Change[]): string {
  let out = '';
  let at = 0;
  for (const change of changes) {
    out += a.slice(at, change.a.start) + change.b.text;
    at = change.a.end;
  }
  return out + a.slice(at);
}

function editsOf(a: Prepared, b: Prepared, pairs: readonly Pair[], options: ChangesOptions): Edit[] {
  const within = options.within ?? {
    a: { start: 0, end: a.text.length },
    b: { start: 0, end: b.text.length },
  };
  const edits: Edit[] = [];
  let ca = within.a.start;
  let cb = within.b.start;
  let wa = wordFrom(a, ca);
  let wb = wordFrom(b, cb);
  const gap = (aEnd: number, awEnd: number, bEnd: number, bwEnd: number): void => {
    const edit: Edit = { a: ca, aEnd, b: cb, bEnd, aw: wa, awEnd, bw: wb, bwEnd, form: awEnd <= wa && bwEnd <= wb };
    if (trim(a, b, edit, options.whiteSpace === 'ignored')) edits.push(edit);
  };
  for (const pair of pairs) {
    const aStart = a.starts[pair.a]!;
    const bStart = b.starts[pair.b]!;
    const aEnd = a.ends[pair.a + pair.an - 1]!;
    const bEnd = b.ends[pair.b + pair.bn - 1]!;
    gap(aStart, pair.a, bStart, pair.b);
    const sameWords = pair.kind === 'same';
    if (!sameWords || !sameText(a.text, aStart, aEnd, b.text, bStart, bEnd, options.whiteSpace === 'kept')) {
      edits.push({
        a: aStart,
        aEnd,
        b: bStart,
        bEnd,
        aw: pair.a,
        awEnd: pair.a + pair.an,
        bw: pair.b,
        bwEnd: pair.b + pair.bn,
        form: sameWords,
      });
    }
    ca = aEnd;
    cb = bEnd;
    wa = pair.a + pair.an;
    wb = pair.b + pair.bn;
  }
  gap(within.a.end, wordFrom(a, within.a.end), within.b.end, wordFrom(b, within.b.end));
  return edits;
}

/** Index of the first word that starts at or after `offset`. */
function wordFrom(p: Prepared, offset: number): number {
  let low = 0;
  let high = p.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (p.starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether two stretches are the same: to the code unit if `exactly`, else in NFC. */
function sameText(x: string, xs: number, xe: number, y: string, ys: number, ye: number, exactly: boolean): boolean {
  let k = 0;
  if (xe - xs === ye - ys) while (k < xe - xs && x.charCodeAt(xs + k) === y.charCodeAt(ys + k)) k++;
  if (k === xe - xs && k === ye - ys) return true;
  return !exactly && x.slice(xs, xe).normalize('NFC') === y.slice(ys, ye).normalize('NFC');
}

const SPACE = /\s/;

/** Cuts equal separators off both ends of an edit, never into a word or a character; false if nothing is left. */
function trim(a: Prepared, b: Prepared, edit: Edit, ignoreSpace: boolean): boolean {
  const [x, y] = [a.text, b.text];
  const aFirst = edit.aw < edit.awEnd ? a.starts[edit.aw]! : edit.aEnd;
  const bFirst = edit.bw < edit.bwEnd ? b.starts[edit.bw]! : edit.bEnd;
  // Code units cut off since the last white space: as many may be taken back.
  let equal = 0;
  for (;;) {
    if (ignoreSpace) {
      while (edit.a < aFirst && SPACE.test(x[edit.a]!)) [edit.a, equal] = [edit.a + 1, 0];
      while (edit.b < bFirst && SPACE.test(y[edit.b]!)) [edit.b, equal] = [edit.b + 1, 0];
    }
    if (edit.a >= aFirst || edit.b >= bFirst || x[edit.a] !== y[edit.b]) break;
    edit.a++;
    edit.b++;
    equal++;
  }
  for (; equal > 0 && (cutsCharacter(x, edit.a) || cutsCharacter(y, edit.b)); equal--) {
    edit.a--;
    edit.b--;
  }
  const aLast = edit.aw < edit.awEnd ? a.ends[edit.awEnd - 1]! : edit.a;
  const bLast = edit.bw < edit.bwEnd ? b.ends[edit.bwEnd - 1]! : edit.b;
  equal = 0;
  for (;;) {
    if (ignoreSpace) {
      while (edit.aEnd > aLast && SPACE.test(x[edit.aEnd - 1]!)) [edit.aEnd, equal] = [edit.aEnd - 1, 0];
      while (edit.bEnd > bLast && SPACE.test(y[edit.bEnd - 1]!)) [edit.bEnd, equal] = [edit.bEnd - 1, 0];
    }
    if (edit.aEnd <= aLast || edit.bEnd <= bLast || x[edit.aEnd - 1] !== y[edit.bEnd - 1]) break;
    edit.aEnd--;
    edit.bEnd--;
    equal++;
  }
  for (; equal > 0 && (cutsCharacter(x, edit.aEnd) || cutsCharacter(y, edit.bEnd)); equal--) {
    edit.aEnd++;
    edit.bEnd++;
  }
  return edit.aEnd > edit.a || edit.bEnd > edit.b;
}

/** Letters of a word that, standing alone between two replacements, does not cut them apart. */
const SLIVER = 3;

function presentable(a: Prepared, b: Prepared, edits: readonly Edit[], options: ChangesOptions): Edit[] {
  const out: Edit[] = [];
  for (const edit of edits) {
    let last = out[out.length - 1];
    const before = out[out.length - 2];
    // Two replacements that only a line end keeps apart are one.
    if (
      last &&
      before &&
      !edit.form &&
      last.form &&
      !before.form &&
      isBlank(a, b, last) &&
      touch(before, last) &&
      touch(last, edit)
    ) {
      out.pop();
      last = before;
      last.aEnd = edit.a;
      last.bEnd = edit.b;
    }
    if (last && last.form === edit.form && joins(a, b, last, edit, options.whiteSpace === 'ignored')) {
      last.aEnd = edit.aEnd;
      last.bEnd = edit.bEnd;
      last.awEnd = edit.awEnd;
      last.bwEnd = edit.bwEnd;
    } else out.push({ ...edit });
  }
  return out;
}

function isBlank(a: Prepared, b: Prepared, edit: Edit): boolean {
  return a.text.slice(edit.a, edit.aEnd).trim() === '' && b.text.slice(edit.b, edit.bEnd).trim() === '';
}

function touch(x: Edit, y: Edit): boolean {
  return x.aEnd === y.a && x.bEnd === y.b;
}

function joins(a: Prepared, b: Prepared, x: Edit, y: Edit, ignoreSpace: boolean): boolean {
  const between = a.text.slice(x.aEnd, y.a);
  const other = b.text.slice(x.bEnd, y.b);
  if (between === '' && other === '') return true;
  if (x.form) return false;
  if (between.trim() === '' && other.trim() === '') return ignoreSpace || between === other;
  const replaces = (e: Edit): boolean => e.awEnd > e.aw && e.bwEnd > e.bw;
  return (
    replaces(x) &&
    replaces(y) &&
    between === other &&
    between.trim().length <= SLIVER &&
    y.aw - x.awEnd === 1 &&
    y.bw - x.bwEnd === 1
  );
}
