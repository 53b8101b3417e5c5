/**
 * Two texts compared, as one view: the second text with the first one's words struck out where it differs, the
 * differences numbered, counted by class and shown turn by turn, what concerns whole turns said first. What changes
 * no word that was meant (form, false starts, endings, stage notes) is folded away: counted, listed last, and not
 * marked in the text, so that a changed word does not drown among changed commas.
 */
import type { Difference, Remark } from '#collate/index.js';
import {
  type AttentionFlag,
  type DifferenceClass,
  DIFFERENCE_CLASSES,
  type DocumentKind,
  type Turn,
} from '#record/index.js';
import type { When } from '#base/index.js';
import { CLASS_WORDS, WORDS } from './catalogue.js';
import { type Pair, pairUp } from './comparison.js';
import { type HunkView, cutHunks } from './comparison-hunks.js';
import { COMPARISON_WORDS as SAY, EDITING_RULES, countClass, sayMoment, sayRemark } from './comparison-words.js';
import { paragraphBreak } from './paragraphs.js';
import { sayLanguages, sayWhen } from './say-when.js';

/** A text that was compared, with what is known of it. */
export interface ComparedSide {
  readonly name: string;
  readonly text: string;
  readonly title?: string | null;
  readonly language?: string | null;
  readonly kind?: { readonly value: DocumentKind; readonly basis: string };
  readonly when?: When | null;
  readonly turns?: readonly Turn[];
}

/** What a view is made of: two texts and the differences that make the first into the second. */
export interface ComparedTexts {
  readonly a: ComparedSide;
  readonly b: ComparedSide;
  readonly changes: readonly Difference[];
  readonly remarks?: readonly Remark[];
}

export interface ComparisonOptions {
  /** Show what would be folded as well. */
  readonly all?: boolean;
}

/** A text at the head of a view. */
export interface SideView {
  readonly name: string;
  /** "official report · 12 March 2026"; empty where nothing is known. */
  readonly about: string;
  /** The editing rule of its kind; empty where there is none. */
  readonly rule: string;
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
  /** Who speaks there, and the minute of the recording: "Varga, answering · at 4:31"; empty where neither is known. */
  readonly where: string;
  /** Of moved words: what differs in them. */
  readonly within: readonly { readonly a: string; readonly b: string }[];
}

/** What a comparison says of whole turns. */
export interface RemarkView {
  readonly sentence: string;
  /** The difference that shows it; null where none is numbered. */
  readonly n: number | null;
}

export interface FoldedView {
  /** "9 fillers only". */
  readonly title: string;
  readonly pairs: readonly { readonly a: string; readonly b: string }[];
}

export interface ComparisonView {
  readonly a: string;
  readonly b: string;
  readonly sides: { readonly a: SideView; readonly b: SideView };
  readonly verdict: string;
  /** "3 replacements", "1 move", in the order of the closed list; without what is folded. */
  readonly counts: readonly string[];
  readonly remarks: readonly RemarkView[];
  /** What was found about the texts themselves, such as that they are in two languages. */
  readonly notes: readonly string[];
  /** How many differences are folded. */
  readonly formOnly: number;
  readonly differences: readonly DifferenceView[];
  readonly folded: readonly FoldedView[];
  readonly paragraphs: readonly (readonly RedlineRun[])[];
  readonly hunks: readonly HunkView[];
  /** Words of the second text behind the last hunk. */
  readonly tail: number;
  /** Differences that are not folded, whether folded ones are shown or not. */
  readonly toLookAt: number;
}

const CONTEXT = 60;

/** Makes the view of two compared texts, in time linear in both. */
export function viewComparison(compared: ComparedTexts, { all = false }: ComparisonOptions = {}): ComparisonView {
  const { a, b, changes, remarks = [] } = compared;
  const pairs = pairUp({ text: a.text, start: 0 }, { text: b.text, start: 0 }, changes).map(unfolded);
  const numbers = new Map<Pair, number>();
  const folded = new Map<string, Pair[]>();
  let toLookAt = 0;
  for (const pair of pairs) {
    if (pair.kind === 'same') continue;
    const difference = pair.change === null ? null : changes[pair.change]!;
    const title = foldOf(pair, difference);
    if (title === null) toLookAt++;
    if (title === null || (all && isSeen(pair))) numbers.set(pair, numbers.size + 1);
    else if (isSeen(pair)) folded.set(title, [...(folded.get(title) ?? []), pair]);
  }
  const differences = viewDifferences(pairs, numbers, compared);
  const groups = FOLDS.flatMap(({ title, say }) => {
    const found = folded.get(title) ?? [];
    return found.length === 0
      ? []
      : [{ title: say(found.length), pairs: found.map((pair) => ({ a: flat(pair.a), b: flat(pair.b) })) }];
  });
  const formOnly = groups.reduce((sum, group) => sum + group.pairs.length, 0);
  const { hunks, tail } = cutHunks(pairs, numbers, differences, a, b);
  return {
    a: a.name,
    b: b.name,
    sides: { a: viewSide(a), b: viewSide(b) },
    verdict:
      differences.length > 0
        ? WORDS.differences(countDistinct(differences))
        : formOnly === 0
          ? WORDS.compareSame
          : folded.has('filler only') || folded.has('grammar only') || folded.has(NOTE_FOLD)
            ? SAY.sameMeant
            : WORDS.compareSameForm,
    counts: DIFFERENCE_CLASSES.flatMap((cls) => {
      const n = countDistinct(differences.filter((difference) => difference.class === cls));
      return n === 0 ? [] : [countClass(n, cls)];
    }),
    remarks: remarks.map((remark) => viewRemark(remark, pairs, numbers, a, b)),
    notes: differingLanguages(a, b),
    formOnly,
    differences,
    folded: groups,
    paragraphs: redline(pairs, numbers, paragraphBreak(b.text.length > 0 ? b.text : a.text)),
    hunks,
    tail,
    toLookAt,
  };
}

/** A side as the head of a view shows it. */
export function viewSide({ name, kind, when }: ComparedSide): SideView {
  const known = kind !== undefined && kind.value !== 'other';
  const about = [
    ...(known ? [kind.basis === 'guessed' ? SAY.guessedKind(kind.value) : kind.value] : []),
    ...(when ? [sayWhen(when)] : []),
  ];
  return { name, about: about.join(' · '), rule: known ? EDITING_RULES[kind.value] : '' };
}

const FORM_FOLD = 'form';
const LABEL_FOLD = 'label';
const NOTE_FOLD = 'stage note';

const FOLDS: readonly { readonly title: string; readonly say: (n: number) => string }[] = [
  { title: 'filler only', say: (n) => countClass(n, 'filler only') },
  { title: 'grammar only', say: (n) => countClass(n, 'grammar only') },
  { title: NOTE_FOLD, say: SAY.stageNotes },
  { title: LABEL_FOLD, say: SAY.labels },
  { title: FORM_FOLD, say: WORDS.formFolded },
];

/** Where a pair is folded away; null for what is always shown. */
function foldOf(pair: Pair, difference: Difference | null): string | null {
  if (difference?.of === 'label') return difference.class === 'speaker change' ? null : LABEL_FOLD;
  if (difference?.of === 'stage note') return NOTE_FOLD;
  if (pair.kind === 'form' || difference?.class === 'punctuation only') return FORM_FOLD;
  return difference?.class === 'filler only' || difference?.class === 'grammar only' ? difference.class : null;
}

/** Whether a reader would see the difference: white space, or one letter coded in two ways, is none. */
function isSeen({ a, b }: Pair): boolean {
  return flat(a).normalize('NFC') !== flat(b).normalize('NFC');
}

/** Brackets and ellipses are marks of a draft; between two texts they are words like any other. */
function unfolded(pair: Pair): Pair {
  if (pair.kind !== 'marked') return pair;
  return { ...pair, kind: pair.b.trim() === '' ? 'only a' : 'changed' };
}

function countDistinct(differences: readonly DifferenceView[]): number {
  return differences.filter(({ n, other }) => other === null || n < other).length;
}

function viewDifferences(
  pairs: readonly Pair[],
  numbers: ReadonlyMap<Pair, number>,
  { a, b, changes }: ComparedTexts,
): DifferenceView[] {
  const ends = new Map<number, number[]>();
  for (const [{ move }, n] of numbers) if (move !== null) ends.set(move, [...(ends.get(move) ?? []), n]);
  const names = namesInSecond(a, b);
  return pairs.flatMap((pair, i) => {
    const n = numbers.get(pair);
    if (n === undefined) return [];
    const cls = pair.class ?? 'replacement';
    const difference = pair.change === null ? null : changes[pair.change]!;
    return [
      {
        n,
        class: cls,
        title: titleOf(cls, difference),
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
        where: difference === null ? '' : sayWhere(difference, a, b, names),
        within: (difference?.within ?? []).map((inner) => ({ a: flat(inner.a.text), b: flat(inner.b.text) })),
      },
    ];
  });
}

function titleOf(cls: DifferenceClass, difference: Difference | null): string {
  if (difference?.of === 'stage note') return SAY.stageNote;
  return difference?.of === 'label' && cls !== 'speaker change' ? SAY.label : CLASS_WORDS[cls][0];
}

/**
 * Who speaks there and the minute of the recording. A speaker is called as the second text prints the name, whichever
 * text has the words, so that one name stands for one speaker all down the page.
 */
function sayWhere(
  { turn, time, ...change }: Difference,
  a: ComparedSide,
  b: ComparedSide,
  names: ReadonlyMap<string, string>,
): string {
  const inA = turn && change.a.text.trim() !== '' ? a.turns?.[turn.a] : undefined;
  const inB = turn && change.b.text.trim() !== '' ? b.turns?.[turn.b] : undefined;
  const own = inB ?? inA;
  const speaker = sayTurn(
    own && own.label !== null && !inB ? { ...own, label: names.get(own.label) ?? own.label } : own,
  );
  const moment = time?.a ?? time?.b ?? null;
  return [...(speaker === null ? [] : [speaker]), ...(moment === null ? [] : [SAY.at(sayMoment(moment.from))])].join(
    ' · ',
  );
}

/** What the second text calls the speakers of the first: the shortest label that shares a word of a name with theirs. */
function namesInSecond(a: ComparedSide, b: ComparedSide): Map<string, string> {
  const labels = ({ turns = [] }: ComparedSide): string[] => [
    ...new Set(turns.flatMap(({ label }) => (label === null ? [] : [label]))),
  ];
  const namesOf = (label: string): string[] => label.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  const second = labels(b).toSorted((x, y) => x.length - y.length);
  return new Map(
    labels(a).flatMap((label): [string, string][] => {
      const last = namesOf(label).at(-1);
      const called = second.find((other) => last !== undefined && namesOf(other).includes(last));
      return called === undefined ? [] : [[label, called]];
    }),
  );
}

/** Who has a turn, as printed; null where it is not said. */
export function sayTurn(turn: Turn | undefined): string | null {
  if (!turn || turn.label === null) return null;
  return turn.kind === 'answer' ? SAY.answering(turn.label) : turn.label;
}

function viewRemark(
  remark: Remark,
  pairs: readonly Pair[],
  numbers: ReadonlyMap<Pair, number>,
  a: ComparedSide,
  b: ComparedSide,
): RemarkView {
  const pair = pairs.find(({ change }) => change === remark.difference);
  return {
    sentence: sayRemark(remarkWords(remark, a, b, { a: SAY.firstText, b: SAY.secondText })),
    n: (pair && numbers.get(pair)) ?? null,
  };
}

/** What the sentence of a remark needs; `names` is what the two texts are called in it. */
export function remarkWords(
  { kind, missingIn, turn, part, answered, turns }: Remark,
  a: ComparedSide,
  b: ComparedSide,
  names: { readonly a: string; readonly b: string },
): Parameters<typeof sayRemark>[0] {
  const [first, second] = [a.turns?.[turn.a], b.turns?.[turn.b]];
  const own = missingIn === 'b' ? (first ?? second) : (second ?? first);
  return {
    kind,
    missingIn: names[missingIn],
    others: names[missingIn === 'a' ? 'b' : 'a'],
    part: part ?? 'part',
    answered: answered ?? false,
    turns: turns ?? 1,
    speaker: own?.label ?? null,
    otherSpeaker: (missingIn === 'b' ? second : first)?.label ?? null,
    interpreted: own?.interpreted ?? false,
  };
}

function differingLanguages(a: ComparedSide, b: ComparedSide): string[] {
  const main = ({ language }: ComparedSide): string | null => language?.split('-')[0]?.toLowerCase() ?? null;
  const [x, y] = [main(a), main(b)];
  if (x === null || y === null || x === y) return [];
  return [SAY.languages(sayLanguages([x]) ?? x, sayLanguages([y]) ?? y)];
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

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
