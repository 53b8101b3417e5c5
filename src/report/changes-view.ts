/** Changes as they are drawn, in a terminal and on a page: lines, and each difference with the words around it. */
import type { Reference } from '#base/index.js';
import type {
  AttentionFlag,
  Change,
  DifferenceClass,
  Document,
  Happening,
  HappeningKind,
  Source,
} from '#record/index.js';
import type { Pair } from './comparison.js';

/** What a changed text needs to be drawn. */
export interface DrawnText {
  readonly document: Document;
  readonly before: Reference;
  readonly after: Reference;
  readonly steps: number;
  readonly between: { readonly after: number | null; readonly before: number };
}

export type DrawnLine =
  | {
      readonly kind: 'edit';
      readonly flags: readonly AttentionFlag[];
      readonly classes: Readonly<Partial<Record<DifferenceClass, number>>>;
      readonly differences: readonly Change[];
      readonly texts: readonly DrawnText[];
      readonly reverted: boolean;
      readonly text: string;
    }
  | { readonly kind: HappeningKind; readonly source: Source | null; readonly happenings: readonly Happening[] };

export interface DrawnChanges {
  readonly lines: readonly DrawnLine[];
  readonly more: number;
  readonly texts: number;
  readonly fresh: number;
  readonly since: { readonly look: string | null; readonly at: number | null };
}

/** Characters of context on each side of a difference. */
const AROUND = 70;
/** Words that only one wording has are shown up to this many characters. */
const LONGEST = 400;

/** A difference with the words around it. */
export function pairsOf({ class: kind, flags, a, b, move }: Change, text: string): Pair[] {
  const edge = (words: string, end: 'start' | 'end'): string => {
    const line = words.replace(/\s+/g, ' ');
    if (line.length <= AROUND) return line;
    return end === 'start'
      ? `… ${line.slice(-AROUND).replace(/^\S*\s/, '')}`
      : `${line.slice(0, AROUND).replace(/\s\S*$/, '')} …`;
  };
  const same = (words: string): Pair => ({
    kind: 'same',
    a: words,
    b: words,
    class: null,
    flags: [],
    move: null,
    change: null,
  });
  // The words around are those of its paragraph; of a whole paragraph those of its neighbours.
  const within = (words: string, part: string | undefined): string => (part?.trim() ? part : words);
  const ahead = text.slice(Math.max(0, a.start - 2 * AROUND), a.start);
  const before = within(ahead, ahead.split('\n').at(-1));
  const behind = text.slice(a.end, a.end + 2 * AROUND);
  const after = within(behind, behind.split('\n')[0]);
  const cut = (words: string): string => (words.length <= LONGEST ? words : `${words.slice(0, LONGEST)} …`);
  return [
    same(edge(before, 'start')),
    {
      kind:
        kind === 'punctuation only'
          ? 'form'
          : kind === 'move'
            ? 'moved'
            : a.text === ''
              ? 'only b'
              : b.text === ''
                ? 'only a'
                : 'changed',
      a: cut(a.text),
      b: cut(b.text),
      class: kind,
      flags,
      move: move ?? null,
      change: 0,
    },
    same(edge(after, 'end')),
  ];
}
