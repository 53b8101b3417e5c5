/**
 * Two texts compared, as one view: the second text with the first one's words struck out where it differs, the
 * differences numbered and counted by class. What differs in form only is folded away: counted, listed last, and not
 * marked in the text, so that a changed word does not drown among changed commas.
 */
import { type AttentionFlag, type Change, type DifferenceClass, DIFFERENCE_CLASSES } from '#record/index.js';
import { CLASS_WORDS, count, WORDS } from './catalogue.js';
import { alone, type Pair, pairUp } from './comparison.js';
import { paragraphBreak } from './paragraphs.js';

/** What a view is made of: two texts and the Changes that make the first into the second. */
export interface ComparedTexts {
  readonly a: { readonly name: string; readonly text: string; readonly title?: string | null };
  readonly b: { readonly name: string; readonly text: string; readonly title?: string | null };
  readonly changes: readonly Change[];
}

/** Words of the redline that belong together: unmarked, or one side of the difference `n`. */
export interface RedlineRun {
  readonly kind: 'same' | 'deleted' | 'inserted' | 'moved';
  readonly text: string;
  readonly n: number | null;
  /** The first run of its difference. */
  readonly first: boolean;
}

export interface DifferenceView {
  readonly n: number;
  readonly class: DifferenceClass;
  readonly title: string;
  readonly flags: readonly AttentionFlag[];
  readonly a: string;
  readonly b: string;
  readonly before: string;
  readonly after: string;
  /** Of a move: the number of its other end. */
  readonly other: number | null;
}

/** A difference with its surroundings, or several that stand close together. */
export interface HunkView {
  /** Words of the first text that are the same between the hunk before (or the beginning) and this one. */
  readonly skipped: number;
  readonly pairs: readonly Pair[];
}

export interface ComparisonView {
  readonly a: string;
  readonly b: string;
  readonly verdict: string;
  /** "3 replacements", "1 move", in the order of the closed list; without what differs in form only. */
  readonly counts: readonly string[];
  readonly formOnly: number;
  readonly differences: readonly DifferenceView[];
  readonly form: readonly { readonly a: string; readonly b: string }[];
  readonly paragraphs: readonly (readonly RedlineRun[])[];
  readonly hunks: readonly HunkView[];
  /** Words of the first text behind the last hunk. */
  readonly tail: number;
}

/** Words of unchanged text that a hunk keeps on each side. */
const AROUND = 10;
const CONTEXT = 60;

/** Makes the view of two compared texts, in time linear in both. */
export function viewComparison({ a, b, changes }: ComparedTexts): ComparisonView {
  const pairs = pairUp({ text: a.text, start: 0 }, { text: b.text, start: 0 }, changes).map(unfolded);
  const numbers = new Map<Pair, number>();
  const form: Pair[] = [];
  for (const pair of pairs) {
    if (pair.kind === 'form') form.push(pair);
    else if (pair.kind !== 'same') numbers.set(pair, numbers.size + 1);
  }
  const differences = viewDifferences(pairs, numbers);
  const real = form.filter((pair) => flat(pair.a) !== flat(pair.b));
  const { hunks, tail } = cutHunks(pairs);
  return {
    a: a.name,
    b: b.name,
    verdict:
      differences.length > 0
        ? WORDS.differences(countDistinct(differences))
        : real.length > 0
          ? WORDS.compareSameForm
          : WORDS.compareSame,
    counts: DIFFERENCE_CLASSES.flatMap((cls) => {
      const n = countDistinct(differences.filter((difference) => difference.class === cls));
      return n === 0 || cls === 'punctuation only' ? [] : [count(n, ...CLASS_WORDS[cls])];
    }),
    formOnly: real.length,
    differences,
    form: real.map((pair) => ({ a: flat(pair.a), b: flat(pair.b) })),
    paragraphs: redline(pairs, numbers, paragraphBreak(b.text.length > 0 ? b.text : a.text)),
    hunks,
    tail,
  };
}

/** Brackets and ellipses are marks of a draft; between two texts they are words like any other. */
function unfolded(pair: Pair): Pair {
  if (pair.kind !== 'marked') return pair;
  return { ...pair, kind: pair.b.trim() === '' ? 'only a' : 'changed' };
}

function countDistinct(differences: readonly DifferenceView[]): number {
  return differences.filter(({ n, other }) => other === null || n < other).length;
}

function viewDifferences(pairs: readonly Pair[], numbers: ReadonlyMap<Pair, number>): DifferenceView[] {
  const ends = new Map<number, number[]>();
  for (const [{ move }, n] of numbers) if (move !== null) ends.set(move, [...(ends.get(move) ?? []), n]);
  return pairs.flatMap((pair, i) => {
    const n = numbers.get(pair);
    if (n === undefined) return [];
    const cls = pair.class ?? 'replacement';
    return [
      {
        n,
        class: cls,
        title: CLASS_WORDS[cls][0],
        flags: pair.flags,
        a: flat(pair.a),
        b: flat(pair.b),
        before: flat(pairs[i - 1]?.b.slice(-CONTEXT * 2) ?? '')
          .slice(-CONTEXT)
          .replace(/^\S*\s/, ''),
        after: flat(pairs[i + 1]?.b.slice(0, CONTEXT * 2) ?? '')
          .slice(0, CONTEXT)
          .replace(/\s\S*$/, ''),
        other: pair.move === null ? null : (ends.get(pair.move)?.find((other) => other !== n) ?? null),
      },
    ];
  });
}

/** Runs by paragraph of either text; a line end in struck or added words parts paragraphs as well. */
function redline(pairs: readonly Pair[], numbers: ReadonlyMap<Pair, number>, ends: RegExp): RedlineRun[][] {
  const paragraphs: RedlineRun[][] = [[]];
  const put = (kind: RedlineRun['kind'], text: string, n: number | null, first: boolean): void => {
    let opening = first;
    text.split(ends).forEach((line, i) => {
      if (i > 0) paragraphs.push([]);
      if (line === '') return;
      paragraphs.at(-1)!.push({ kind, text: line, n, first: opening });
      opening = false;
    });
  };
  for (const pair of pairs) {
    const n = numbers.get(pair) ?? null;
    if (n === null) {
      put('same', pair.b, null, false);
      continue;
    }
    put(pair.kind === 'moved' ? 'moved' : 'deleted', pair.a, n, true);
    put(pair.kind === 'moved' ? 'moved' : 'inserted', pair.b, n, pair.a === '');
  }
  return paragraphs.filter((runs) => runs.some(({ text }) => text.trim() !== ''));
}

function cutHunks(pairs: readonly Pair[]): { hunks: HunkView[]; tail: number } {
  const hunks: HunkView[] = [];
  let open: Pair[] = [];
  let skipped = 0;
  let pending: Pair[] = [];
  const words = (text: string): number => text.match(/\S+/g)?.length ?? 0;
  const isCalm = ({ kind }: Pair): boolean => kind === 'same' || kind === 'form';
  for (let i = 0; i < pairs.length; ) {
    if (!isCalm(pairs[i]!)) {
      open.push(...pending, pairs[i]!);
      pending = [];
      i++;
      continue;
    }
    // Unchanged words and what differs in form only, up to the next difference, are one stretch.
    const start = i;
    while (i < pairs.length && isCalm(pairs[i]!)) i++;
    const calm = pairs.slice(start, i).map(({ b }) => alone(b, 'same'));
    const text = calm.map(({ b }) => b).join('');
    const length = words(text);
    const both = open.length > 0 && i < pairs.length;
    if (length <= AROUND * (both ? 3 : 1)) {
      pending = calm;
      if (i < pairs.length) continue;
      if (open.length > 0) open.push(...pending);
      else skipped += length;
      break;
    }
    const one = (part: string): Pair => alone(part, 'same');
    if (open.length > 0) {
      hunks.push({ skipped, pairs: [...open, one(`${headWords(text, AROUND)} …`)] });
      open = [];
      skipped = length - AROUND;
    } else skipped += length;
    if (i < pairs.length) {
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

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
