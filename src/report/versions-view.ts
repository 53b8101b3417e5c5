/**
 * Three and more versions of one text, as one view: the places where they differ, each with what every version has
 * there, and what was found about whole turns. Places where nothing that was meant differs are folded away.
 */
import type { Apparatus, Comparison, Segment, VariantReading } from '#collate/index.js';
import type { AttentionFlag, DifferenceClass } from '#record/index.js';
import { CLASS_WORDS, WORDS } from './catalogue.js';
import {
  type ComparedSide,
  type ComparisonOptions,
  type FoldedView,
  type RemarkView,
  type SideView,
  remarkWords,
  sayTurn,
  viewSide,
} from './comparison-view.js';
import { COMPARISON_WORDS as SAY, countClass, sayMoment, sayRemark } from './comparison-words.js';

/** What a view is made of: the versions, what stands across them, and the first against each of the others. */
export interface ComparedVersions {
  readonly versions: readonly ComparedSide[];
  readonly apparatus: Apparatus;
  readonly comparisons: readonly Comparison[];
}

export interface VersionView extends SideView {
  /** "A", "B", … "AA". */
  readonly letter: string;
  readonly words: number;
  /** Places where it has not what the first version has, folded ones aside. */
  readonly differs: number;
}

/** What one version has at a place. */
export interface PlaceCell {
  readonly letter: string;
  readonly text: string;
  /** The letter of the first version that has the same here; null for the first of its reading. */
  readonly as: string | null;
  readonly class: DifferenceClass | null;
  readonly flags: readonly AttentionFlag[];
  /** The place where these words stand in another version; null where they were not moved. */
  readonly moved: number | null;
}

export interface PlaceView {
  readonly n: number;
  /** Who speaks there, and the minute of the recording; empty where neither is known. */
  readonly where: string;
  readonly flags: readonly AttentionFlag[];
  /** What all versions have before and behind, as the first prints it. */
  readonly before: string;
  readonly after: string;
  /** One for each version, in order. */
  readonly cells: readonly PlaceCell[];
}

export interface VersionsView {
  readonly versions: readonly VersionView[];
  readonly verdict: string;
  readonly remarks: readonly RemarkView[];
  readonly places: readonly PlaceView[];
  readonly folded: readonly FoldedView[];
  /** Places that are not folded, whether folded ones are shown or not. */
  readonly toLookAt: number;
}

const CONTEXT = 90;
const FORM: ReadonlySet<DifferenceClass> = new Set(['filler only', 'grammar only', 'punctuation only']);

/** Makes the view of versions that were collated. */
export function viewVersions(
  { versions, apparatus, comparisons }: ComparedVersions,
  { all = false }: ComparisonOptions = {},
): VersionsView {
  const { segments } = apparatus;
  const letters = versions.map((_, v) => letterOf(v));
  const numbers = new Map<number, number>();
  const folded = new Map<string, Segment[]>();
  let toLookAt = 0;
  segments.forEach((segment, s) => {
    if (segment.readings.length < 2 || !isSeen(segment)) return;
    const fold = foldOf(segment);
    if (fold === null) toLookAt++;
    else if (!all) folded.set(fold, [...(folded.get(fold) ?? []), segment]);
    if (fold === null || all) numbers.set(s, numbers.size + 1);
  });
  const places = [...numbers].map(([s, n]) => viewPlace(s, n, versions, apparatus, letters, numbers));
  const groups = FOLDS.flatMap(({ fold, say }) => {
    const found = folded.get(fold) ?? [];
    if (found.length === 0) return [];
    return [
      {
        title: say(found.length),
        pairs: found.map(({ readings }) => ({
          a: flat(readings[0]!.text),
          b: readings
            .slice(1)
            .map(({ text }) => flat(text) || WORDS.empty)
            .join(' · '),
        })),
      },
    ];
  });
  return {
    versions: versions.map((version, v) => ({
      ...viewSide(version),
      letter: letters[v]!,
      words: apparatus.words[v]!,
      differs: segments.filter(
        (segment) =>
          segment.readings.length > 1 &&
          isSeen(segment) &&
          foldOf(segment) === null &&
          !segment.readings[0]!.versions.includes(v),
      ).length,
    })),
    verdict:
      toLookAt > 0
        ? SAY.places(toLookAt)
        : folded.size > 0 || numbers.size > 0
          ? SAY.versionsSameForm
          : SAY.versionsSame,
    remarks: viewRemarks(versions, comparisons, segments, letters, numbers),
    places,
    folded: groups,
    toLookAt,
  };
}

/** "A" … "Z", "AA", …: as columns of a sheet are named. */
function letterOf(v: number): string {
  return (v >= 26 ? letterOf(Math.floor(v / 26) - 1) : '') + String.fromCharCode(65 + (v % 26));
}

const FOLDS: readonly { readonly fold: string; readonly say: (n: number) => string }[] = [
  { fold: 'filler only', say: (n) => countClass(n, 'filler only') },
  { fold: 'grammar only', say: (n) => countClass(n, 'grammar only') },
  { fold: 'stage note', say: SAY.stageNotes },
  { fold: 'label', say: SAY.labels },
  { fold: 'punctuation only', say: WORDS.formFolded },
];

/** Where a place is folded away; null for what is always shown. */
function foldOf({ readings, of }: Segment): string | null {
  const classes = readings.flatMap(({ class: kind }) => (kind === null ? [] : [kind]));
  if (of === 'stage note') return of;
  if (!classes.every((kind) => FORM.has(kind))) return null;
  if (of === 'label') return of;
  return FOLDS.find(({ fold }) => classes.some((kind) => kind === fold))!.fold;
}

function isSeen({ readings }: Segment): boolean {
  return new Set(readings.map(({ text }) => flat(text).normalize('NFC'))).size > 1;
}

function viewPlace(
  s: number,
  n: number,
  versions: readonly ComparedSide[],
  { segments, transpositions }: Apparatus,
  letters: readonly string[],
  numbers: ReadonlyMap<number, number>,
): PlaceView {
  const { readings, times, turns, spans } = segments[s]!;
  const speaker = turns.map((t, v) => sayTurn(versions[v]!.turns?.[t])).find((said) => said !== null) ?? null;
  const moment = times?.find((time) => time !== null) ?? null;
  const { start, end } = spans[0]!;
  const cells = versions.map((_, v): PlaceCell => {
    const reading = readings.find(({ versions: of }) => of.includes(v))!;
    const first = reading.versions[0]!;
    return {
      letter: letters[v]!,
      text: flat(reading.text),
      as: first === v ? null : letters[first]!,
      class: reading.class,
      flags: reading.flags,
      moved: movedFrom(s, v, reading, transpositions, numbers),
    };
  });
  return {
    n,
    where: [...(speaker === null ? [] : [speaker]), ...(moment === null ? [] : [SAY.at(sayMoment(moment.from))])].join(
      ' · ',
    ),
    flags: [...new Set(readings.flatMap(({ flags }) => flags))],
    before: flat(versions[0]!.text.slice(Math.max(0, start - CONTEXT), start)).replace(/^\S*\s/, ''),
    after: flat(versions[0]!.text.slice(end, end + CONTEXT)).replace(/\s\S*$/, ''),
    cells,
  };
}

/** The place where moved words stand in another version, seen from either end. */
function movedFrom(
  s: number,
  version: number,
  { text }: VariantReading,
  moves: Apparatus['transpositions'],
  numbers: ReadonlyMap<number, number>,
): number | null {
  if (text === '') return null;
  for (const move of moves) {
    if (move.segment === s && move.version === version) return numbers.get(move.otherSegment) ?? null;
    if (move.otherSegment === s && move.other === version) return numbers.get(move.segment) ?? null;
  }
  return null;
}

function viewRemarks(
  versions: readonly ComparedSide[],
  comparisons: readonly Comparison[],
  segments: readonly Segment[],
  letters: readonly string[],
  numbers: ReadonlyMap<number, number>,
): RemarkView[] {
  const found = new Map<string, RemarkView>();
  comparisons.forEach(({ remarks, changes }, k) => {
    const v = k + 1;
    for (const remark of remarks) {
      const sentence = sayRemark(remarkWords(remark, versions[0]!, versions[v]!, { a: letters[0]!, b: letters[v]! }));
      const change = changes[remark.difference];
      const s = segments.findIndex(
        ({ spans }) =>
          change &&
          (change.a.text === ''
            ? holds(spans[v]!, change.b.start)
            : holds(spans[0]!, change.a.start + leading(change.a.text))),
      );
      if (!found.has(sentence)) found.set(sentence, { sentence, n: numbers.get(s) ?? null });
    }
  });
  return [...found.values()];
}

function holds({ start, end }: { readonly start: number; readonly end: number }, place: number): boolean {
  return start <= place && place < end;
}

/** Characters of a change before its first word: they stand behind the words before. */
function leading(text: string): number {
  return Math.max(0, text.search(/[\p{L}\p{N}]/u));
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The class of a reading that is not the first version's. */
export function sayReading({ class: kind }: Pick<PlaceCell, 'class'>): string {
  return kind === null ? '' : CLASS_WORDS[kind][0];
}

/** "B differs in 19 places · C in 5". */
export function sayDiffers(versions: readonly VersionView[]): string[] {
  return versions.slice(1).map(({ letter, differs }) => SAY.differing(letter, differs));
}
