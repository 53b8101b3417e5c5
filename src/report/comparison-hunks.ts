/**
 * What a terminal shows of two compared texts: the differences, each with some words around it, turn by turn. Words
 * that are the same are left out and counted; labels are said once, above the words of their turn.
 */
import type { Turn } from '#record/index.js';
import { CLASS_WORDS } from './catalogue.js';
import { alone, type Pair } from './comparison.js';
import type { ComparedSide, DifferenceView } from './comparison-view.js';
import { COMPARISON_WORDS as SAY, sayFlags } from './comparison-words.js';

/** A difference with its surroundings, or several that stand close together. */
export interface HunkView {
  /** Who speaks, in the first hunk of a turn; null where it is not said. */
  readonly head: string | null;
  /** Words of the second text that are the same between the hunk before (or the beginning) and this one. */
  readonly skipped: number;
  /** What each is called below its mark: "7: negation". */
  readonly pairs: readonly Pair[];
}

/** Words of unchanged text that a hunk keeps on each side. */
const AROUND = 10;

interface Atom {
  readonly pair: Pair;
  readonly calm: boolean;
}

/** A stretch of one turn. */
interface Section {
  readonly head: string | null;
  /** Words of the label, which is not shown among the others. */
  readonly labelled: number;
  readonly atoms: Atom[];
}

/** Cuts pairs to hunks; `tail` counts the words of the second text behind the last. */
export function cutHunks(
  pairs: readonly Pair[],
  numbers: ReadonlyMap<Pair, number>,
  differences: readonly DifferenceView[],
  a: ComparedSide,
  b: ComparedSide,
): { hunks: HunkView[]; tail: number } {
  const byNumber = new Map(differences.map((difference) => [difference.n, difference]));
  const sections = sectionsOf(
    pairs,
    (pair) => {
      const n = numbers.get(pair);
      return n === undefined ? null : nameOf(byNumber.get(n)!);
    },
    a,
    b,
  );
  const hunks: HunkView[] = [];
  let skipped = 0;
  for (const { head, labelled, atoms } of sections) {
    skipped += labelled;
    const found = cutSection(atoms);
    found.hunks.forEach((hunk, i) => {
      hunks.push({ head: i === 0 ? head : null, skipped: skipped + hunk.skipped, pairs: hunk.pairs });
      skipped = 0;
    });
    skipped += found.tail;
  }
  return { hunks, tail: skipped };
}

/** "7 at 4:31: negation", "9: speaker", "12: moved, see 4". */
function nameOf({ n, class: kind, flags, other, where, title }: DifferenceView): string {
  const moment = where.split(' · ').find((part) => part.startsWith(SAY.at('')));
  const what = [
    ...(kind === 'move' ? [other === null ? CLASS_WORDS.move[0] : SAY.movedTo(other)] : []),
    ...(kind === 'speaker change' ? [SAY.speaker] : []),
    ...(kind === 'filler only' || kind === 'grammar only' || kind === 'continuation' ? [CLASS_WORDS[kind][0]] : []),
    ...(title === SAY.stageNote || title === SAY.label ? [title] : []),
    ...(flags.length > 0 ? [sayFlags(flags)] : []),
  ];
  return `${n}${moment === undefined ? '' : ` ${moment}`}${what.length > 0 ? `: ${what.join(', ')}` : ''}`;
}

function sectionsOf(
  pairs: readonly Pair[],
  named: (pair: Pair) => string | null,
  a: ComparedSide,
  b: ComparedSide,
): Section[] {
  const [startsA, startsB] = [turnStarts(a), turnStarts(b)];
  const sections: Section[] = [{ head: null, labelled: 0, atoms: [] }];
  const open = (turn: Turn | null, labelled: number): void => {
    sections.push({ head: turn === null ? null : headOf(turn), labelled, atoms: [] });
  };
  let [atA, atB] = [0, 0];
  let [nextA, nextB] = [0, 0];
  for (const pair of pairs) {
    const [endA, endB] = [atA + pair.a.length, atB + pair.b.length];
    const name = named(pair);
    while (nextA < startsA.length && startsA[nextA]!.label < atA) nextA++;
    while (nextB < startsB.length && startsB[nextB]!.label < atB) nextB++;
    if (name !== null) {
      // A whole turn that one text has alone, or a label that differs, begins a section of its own.
      const own =
        startsB[nextB]?.label === atB && endB > atB
          ? startsB[nextB]!
          : startsA[nextA]?.label === atA && endA > atA
            ? startsA[nextA]!
            : null;
      if (own) open(own.turn, 0);
      sections.at(-1)!.atoms.push({ pair: { ...pair, name }, calm: false });
    } else {
      let from = 0;
      for (; nextB < startsB.length && startsB[nextB]!.label < endB; nextB++) {
        const { label, words, turn } = startsB[nextB]!;
        pushCalm(sections, pair.b.slice(from, label - atB));
        const end = Math.min(words, endB) - atB;
        open(turn, countWords(pair.b.slice(label - atB, end)));
        from = end;
      }
      pushCalm(sections, pair.b.slice(from));
    }
    [atA, atB] = [endA, endB];
  }
  return sections;
}

function pushCalm(sections: Section[], text: string): void {
  if (text !== '') sections.at(-1)!.atoms.push({ pair: alone(text, 'same'), calm: true });
}

function headOf({ label, kind }: Turn): string | null {
  return label === null ? null : kind === 'answer' ? SAY.answering(label) : label;
}

interface TurnStart {
  /** Where the label begins, and the words behind it. */
  readonly label: number;
  readonly words: number;
  readonly turn: Turn;
}

/** Characters between the end of a label and the words of its turn. */
const BEHIND_LABEL = 60;

function turnStarts({ text, turns = [] }: ComparedSide): TurnStart[] {
  return turns.map((turn, i) => {
    const least = Math.max(i === 0 ? 0 : turns[i - 1]!.end, 0);
    const before = text.slice(least, turn.start);
    const at = turn.label === null ? before.search(/[^\s\p{L}\p{N}]+\s*$/u) : before.lastIndexOf(turn.label);
    const near = at >= 0 && before.length - at - (turn.label?.length ?? 0) <= BEHIND_LABEL;
    return { label: near ? least + at : turn.start, words: turn.start, turn };
  });
}

function cutSection(atoms: readonly Atom[]): { hunks: Omit<HunkView, 'head'>[]; tail: number } {
  const hunks: Omit<HunkView, 'head'>[] = [];
  let open: Pair[] = [];
  let skipped = 0;
  let pending: Pair[] = [];
  const one = (part: string): Pair => alone(part, 'same');
  for (let i = 0; i < atoms.length; ) {
    if (!atoms[i]!.calm) {
      open.push(...pending, atoms[i]!.pair);
      pending = [];
      i++;
      continue;
    }
    // Unchanged words and what is folded, up to the next difference, are one stretch.
    const start = i;
    while (i < atoms.length && atoms[i]!.calm) i++;
    const calm = atoms.slice(start, i).map(({ pair }) => pair);
    const text = calm.map(({ b }) => b).join('');
    const length = countWords(text);
    const both = open.length > 0 && i < atoms.length;
    if (length <= AROUND * (both ? 3 : 1)) {
      pending = calm;
      if (i < atoms.length) continue;
      if (open.length > 0) open.push(...pending);
      else skipped += length;
      break;
    }
    if (open.length > 0) {
      hunks.push({ skipped, pairs: [...open, one(`${headWords(text, AROUND)} …`)] });
      open = [];
      skipped = length - AROUND;
    } else skipped += length;
    if (i < atoms.length) {
      pending = [one(`… ${tailWords(text, AROUND)}`)];
      skipped -= AROUND;
    } else pending = [];
  }
  if (open.length > 0) {
    hunks.push({ skipped, pairs: open });
    skipped = 0;
  }
  return { hunks, tail: skipped };
}

function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

function headWords(text: string, n: number): string {
  return new RegExp(`^\\s*(?:\\S+\\s+){0,${n - 1}}\\S+`).exec(text)?.[0] ?? text;
}

function tailWords(text: string, n: number): string {
  let at = text.trimEnd().length;
  for (let i = 0; i < n && at > 0; i++) {
    const space = text.slice(0, at).trimEnd().search(/\S+$/);
    if (space < 0) break;
    at = space;
  }
  return text.slice(at);
}
