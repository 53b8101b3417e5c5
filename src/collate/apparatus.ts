/**
 * Three and more versions of one text in one apparatus: a row of segments in which all agree or some differ, with what
 * each version has there. Read along one version the segments are its text; read across they are the nodes of a
 * variant graph (Schmidt & Colomb 2009; CollateX, Dekker & Middell 2011), readings that are the same being one node.
 * The first version is the one that the others are held against. Cost: one alignment a version, and a pass over all
 * words.
 */
import type { Span } from '#base/index.js';
import type { AttentionFlag, DifferenceClass } from '#record/index.js';
import { TableSpace, alignTable } from './align-table.js';
import { AlignmentTable } from './apparatus-table.js';
import { guideTree } from './apparatus-tree.js';
import { Classifier } from './classify.js';
import { collate } from './compare-collate.js';
import { type Moment, isFalseStart, momentOf } from './compare-differences.js';
import {
  type ComparisonText,
  LABEL,
  NOTE,
  SPOKEN,
  type TextWords,
  Voices,
  sameVoice,
  textWords,
} from './compare-words.js';
import type { CompareOptions } from './compare.js';
import type { Pair } from './pair.js';
import { Interner, joinWords } from './prepare.js';

/** What one or more versions have at a place. */
export interface VariantReading {
  /** Numbers of the versions, from 0, in order. */
  readonly versions: readonly number[];
  /** The words as the first of these versions has them; empty where they have none. */
  readonly text: string;
  /** How it stands to what the first version has; null for that itself. */
  readonly class: DifferenceClass | null;
  readonly flags: readonly AttentionFlag[];
}

/** A stretch of all versions: where all agree, one reading; else two or more. */
export interface Segment {
  /** Where each version has it, with the marks and white space behind; they tile every text. */
  readonly spans: readonly Span[];
  /** In order of their first versions. */
  readonly readings: readonly VariantReading[];
  /** It concerns who is printed as the speaker, or a stage note, and no spoken word. */
  readonly of?: 'label' | 'stage note';
  /** When the words are heard, for versions whose cues have their times. */
  readonly times?: readonly (Moment | null)[];
  /** Index of the turn in each version; -1 for none. */
  readonly turns: readonly number[];
}

/** Words that one version has where another has them elsewhere. */
export interface Transposition {
  readonly version: number;
  /** Index of the segment where they stand in this version. */
  readonly segment: number;
  readonly other: number;
  /** Index of the segment where the other version has them. */
  readonly otherSegment: number;
}

export interface Apparatus {
  readonly segments: readonly Segment[];
  readonly transpositions: readonly Transposition[];
  /** Words of each version. */
  readonly words: readonly number[];
}

/** Collates versions of one text in one language; `language` is a BCP 47 subtag. Throws RangeError for fewer than two. */
export function apparatusOf(
  texts: readonly ComparisonText[],
  language: string | null = null,
  { people }: CompareOptions = {},
): Apparatus {
  if (texts.length < 2) throw new RangeError('An apparatus wants two versions at least.');
  const interner = new Interner();
  const voices = new Voices(people);
  const versions = texts.map((text) => textWords(text, interner, voices, language));
  const prepared = versions.map((version) => version.prepared);
  joinWords(prepared, interner);
  const space = new TableSpace();
  const classifier = new Classifier(language);
  const table = new AlignmentTable(prepared);
  const moved: { version: number; word: number; other: number; otherWord: number }[] = [];
  for (const { version, neighbour } of guideTree(prepared)) {
    const { pairs, edits } = collate(versions[neighbour]!, versions[version]!, space, classifier);
    table.join(version, neighbour, pairs);
    for (const { came, bw } of edits) if (came) moved.push({ version, word: bw, other: neighbour, otherWord: came.a0 });
  }
  const columns = table.order();
  const cuts = cutColumns(versions, table, columns);
  const segments = segmentsOf(versions, table, columns, cuts, classifier, space);
  const segmentOf = (version: number, word: number): number => {
    const { start } = { start: prepared[version]!.starts[word]! };
    return segments.findIndex(({ spans }) => spans[version]!.start <= start && start < spans[version]!.end);
  };
  return {
    segments,
    transpositions: moved.map(({ version, word, other, otherWord }) => ({
      version,
      segment: segmentOf(version, word),
      other,
      otherSegment: segmentOf(other, otherWord),
    })),
    words: prepared.map(({ count }) => count),
  };
}

const AGREED = 0;
/** The same words, written otherwise. */
const FORM = 1;
const VARIED = 2;
const OF_LABEL = 3;

/** Letters of a word that, agreed on alone between two places, does not cut them apart. */
const SLIVER = 3;

interface Cut {
  readonly from: number;
  to: number;
  kind: number;
}

/** Runs of columns of one kind: agreed, of other form, varied, a label. */
function cutColumns(versions: readonly TextWords[], table: AlignmentTable, columns: Int32Array): Cut[] {
  const kinds = Uint8Array.from(columns, (column) => kindOf(versions, table, column));
  // A label that some versions lack together with the words behind it belongs to a missing turn.
  for (let c = 0; c + 1 < columns.length; c++) {
    if (kinds[c] !== OF_LABEL || kinds[c + 1] !== VARIED) continue;
    const lacking = versions.some(
      (_, v) =>
        table.wordIn(columns[c]!, v) < 0 &&
        table.wordIn(columns[c + 1]!, v) < 0 &&
        lacks(table, columns, kinds, c + 1, v),
    );
    if (lacking) kinds[c] = VARIED;
  }
  const cuts: Cut[] = [];
  for (let c = 0; c < columns.length; c++) {
    const last = cuts.at(-1);
    if (last && last.kind === kinds[c] && kinds[c] !== OF_LABEL) last.to = c + 1;
    else cuts.push({ from: c, to: c + 1, kind: kinds[c]! });
  }
  const out: Cut[] = [];
  for (const cut of cuts.flatMap((each) =>
    each.kind === VARIED ? partedByHolders(versions, table, columns, each) : [each],
  )) {
    const [before, sliver] = [out.at(-2), out.at(-1)];
    if (
      cut.kind === VARIED &&
      before?.kind === VARIED &&
      sliver !== undefined &&
      sliver.kind !== VARIED &&
      isSliver(versions, table, columns, sliver)
    ) {
      out.pop();
      before.to = cut.to;
    } else out.push({ ...cut });
  }
  return out;
}

/** Columns in a row that the same versions have, and no other word there, to be a place of their own. */
const HELD_ALONE = 3;

/** Cuts what varies where it falls into runs of words, each of which some versions have and the others lack. */
function partedByHolders(
  versions: readonly TextWords[],
  table: AlignmentTable,
  columns: Int32Array,
  whole: Cut,
): Cut[] {
  const out: Cut[] = [];
  let held = '';
  for (let c = whole.from; c < whole.to; c++) {
    const holders = holdersOf(versions, table, columns[c]!);
    const last = out.at(-1);
    if (holders === '') return [whole];
    if (last && holders === held) last.to = c + 1;
    else if (last && last.to - last.from < HELD_ALONE) return [whole];
    else out.push({ from: c, to: c + 1, kind: whole.kind });
    held = holders;
  }
  const last = out.at(-1)!;
  return last.to - last.from < HELD_ALONE ? [whole] : out;
}

/** Which versions have the one word of a column; empty if they have several words. */
function holdersOf(versions: readonly TextWords[], table: AlignmentTable, column: number): string {
  let id = -1;
  let holders = '';
  for (let v = 0; v < versions.length; v++) {
    const word = table.wordIn(column, v);
    if (word < 0) continue;
    const own = versions[v]!.prepared.ids[word]!;
    if (id >= 0 && own !== id) return '';
    id = own;
    holders += `${v} `;
  }
  return holders;
}

/** Whether a version has none of the words from column c to the end of what varies. */
function lacks(table: AlignmentTable, columns: Int32Array, kinds: Uint8Array, c: number, version: number): boolean {
  for (let k = c; k < columns.length && kinds[k] === VARIED; k++)
    if (table.wordIn(columns[k]!, version) >= 0) return false;
  return true;
}

function kindOf(versions: readonly TextWords[], table: AlignmentTable, column: number): number {
  let first = -1;
  let word = -1;
  let form = false;
  let other = false;
  let label = false;
  for (let v = 0; v < versions.length; v++) {
    const here = table.wordIn(column, v);
    const { prepared, marks } = versions[v]!;
    if (here < 0) {
      other = true;
      continue;
    }
    if (marks[here] === LABEL) label = true;
    if (first < 0) {
      [first, word] = [v, here];
      continue;
    }
    const start = versions[first]!.prepared;
    if (start.ids[word] !== prepared.ids[here]) other = true;
    else if (!form) form = !samePrint(versions[first]!, word, versions[v]!, here);
  }
  return label ? OF_LABEL : other ? VARIED : form ? FORM : AGREED;
}

function isSliver(versions: readonly TextWords[], table: AlignmentTable, columns: Int32Array, cut: Cut): boolean {
  if (cut.kind === OF_LABEL || cut.to - cut.from > 1) return false;
  const word = table.wordIn(columns[cut.from]!, 0);
  const { starts, ends } = versions[0]!.prepared;
  return word >= 0 && ends[word]! - starts[word]! <= SLIVER;
}

/** Whether two words, with the marks behind them, are printed the same, white space aside. */
function samePrint(x: TextWords, i: number, y: TextWords, j: number): boolean {
  const [p, q] = [x.prepared, y.prepared];
  let a = p.starts[i]!;
  let b = q.starts[j]!;
  const aEnd = i + 1 < p.count ? p.starts[i + 1]! : p.text.length;
  const bEnd = j + 1 < q.count ? q.starts[j + 1]! : q.text.length;
  for (;;) {
    while (a < aEnd && isSpace(p.text.charCodeAt(a))) a++;
    while (b < bEnd && isSpace(q.text.charCodeAt(b))) b++;
    if (a === aEnd || b === bEnd) return a === aEnd && b === bEnd;
    if (p.text.charCodeAt(a++) !== q.text.charCodeAt(b++)) return false;
  }
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
}

function segmentsOf(
  versions: readonly TextWords[],
  table: AlignmentTable,
  columns: Int32Array,
  cuts: readonly Cut[],
  classifier: Classifier,
  space: TableSpace,
): Segment[] {
  const at = versions.map(() => 0);
  const place = versions.map(() => 0);
  const timed = versions.some(({ blocks }) => blocks.some(({ time }) => time !== undefined));
  if (cuts.length === 0)
    return [
      {
        spans: versions.map(({ prepared: { text } }) => ({ start: 0, end: text.length })),
        readings: [bare(versions)],
        turns: versions.map(() => -1),
      },
    ];
  return cuts.map(({ from, to, kind }, k): Segment => {
    const first = [...at];
    versions.forEach((_, v) => {
      for (let c = from; c < to; c++) if (table.wordIn(columns[c]!, v) >= 0) at[v]!++;
    });
    const spans = versions.map(({ prepared: { text, starts, count } }, v) => {
      const start = place[v]!;
      // What stands before the first word goes with the first segment, what is behind a word with that word.
      const end = k === cuts.length - 1 || at[v] === count ? text.length : at[v] === 0 ? 0 : starts[at[v]!]!;
      place[v] = Math.max(start, end);
      return { start, end: place[v] };
    });
    const ranges = versions.map((_, v): Range => [first[v]!, at[v]!]);
    const readings = kind === AGREED ? [bare(versions, ranges)] : readingsOf(versions, ranges, kind, classifier, space);
    const of = concern(versions, ranges);
    return {
      spans,
      readings,
      ...(of === null || readings.length < 2 ? {} : { of }),
      ...(timed && readings.length > 1
        ? { times: versions.map((version, v) => momentOf(version, spans[v]!.start, spans[v]!.end)) }
        : {}),
      turns: versions.map(({ turnOf }, v) => turnOf[Math.min(first[v]!, turnOf.length - 1)] ?? -1),
    };
  });
}

type Range = readonly [number, number];

/** A segment that all versions agree on. */
function bare(versions: readonly TextWords[], ranges?: readonly Range[]): VariantReading {
  return {
    versions: [...versions.keys()],
    text: ranges ? wordsOf(versions[0]!, ranges[0]!) : '',
    class: null,
    flags: [],
  };
}

/** The words [from, to) with the marks around them. */
function wordsOf({ prepared: { text, starts, ends, count } }: TextWords, [from, to]: Range): string {
  if (from >= to) return '';
  const behind = text.slice(ends[to - 1], to < count ? starts[to]! : text.length);
  const before = text.slice(from > 0 ? ends[from - 1]! : 0, starts[from]);
  return (
    (/[([“„«‘"¿¡]*$/.exec(before)?.[0] ?? '') +
    text.slice(starts[from], ends[to - 1]) +
    (/^[^\s([“„«¿¡]*/.exec(behind)?.[0] ?? '')
  );
}

/** The readings of a place: versions with the same words together, or with the same print where only form differs. */
function readingsOf(
  versions: readonly TextWords[],
  ranges: readonly Range[],
  kind: number,
  classifier: Classifier,
  space: TableSpace,
): VariantReading[] {
  const groups = new Map<string, number[]>();
  versions.forEach((version, v) => {
    const [from, to] = ranges[v]!;
    const key =
      kind === FORM || kind === OF_LABEL
        ? printOf(version, ranges[v]!)
        : version.prepared.ids.subarray(from, to).join();
    const group = groups.get(key);
    if (group) group.push(v);
    else groups.set(key, [v]);
  });
  return [...groups.values()].map((group, g): VariantReading => {
    const v = group[0]!;
    const text = wordsOf(versions[v]!, ranges[v]!);
    if (g === 0) return { versions: group, text, class: null, flags: [] };
    if (kind === FORM) return { versions: group, text, class: 'punctuation only', flags: [] };
    return {
      versions: group,
      text,
      ...judged(versions[0]!, ranges[0]!, versions[v]!, ranges[v]!, kind, classifier, space),
    };
  });
}

function printOf(version: TextWords, range: Range): string {
  return wordsOf(version, range).replace(/\s+/g, ' ').trim();
}

function judged(
  a: TextWords,
  [a0, a1]: Range,
  b: TextWords,
  [b0, b1]: Range,
  kind: number,
  classifier: Classifier,
  space: TableSpace,
): { readonly class: DifferenceClass; readonly flags: readonly AttentionFlag[] } {
  if (kind === OF_LABEL)
    return { class: otherVoice(a, a1 - 1, b, b1 - 1) ? 'speaker change' : 'punctuation only', flags: [] };
  const [p, q] = [a.prepared, b.prepared];
  if (a1 > a0 && b1 > b0 && spelt(a, a0, a1) === spelt(b, b0, b1)) return { class: 'punctuation only', flags: [] };
  const pairs: Pair[] = [];
  if ((a1 - a0) * (b1 - b0) <= CELLS) alignTable(p, a0, a1, q, b0, b1, space, pairs);
  const classes: DifferenceClass[] = [];
  const flags: AttentionFlag[] = [];
  let [i, j] = [a0, b0];
  for (const pair of [...pairs, { a: a1, an: 0, b: b1, bn: 0, kind: 'same' as const }]) {
    if (pair.kind === 'stem') tell(i, pair.a + pair.an, j, pair.b + pair.bn);
    else tell(i, pair.a, j, pair.b);
    [i, j] = [pair.a + pair.an, pair.b + pair.bn];
  }
  const grave = classes.filter((kind) => kind !== 'filler only' && kind !== 'grammar only');
  const [first = 'punctuation only'] = grave.length > 0 ? grave : classes;
  return { class: grave.every((kind) => kind === first) ? first : 'replacement', flags };

  function tell(x: number, xEnd: number, y: number, yEnd: number): void {
    if (x === xEnd && y === yEnd) return;
    if (isFalseStart(a, x, xEnd, yEnd - y, classifier) || isFalseStart(b, y, yEnd, xEnd - x, classifier)) {
      classes.push('filler only');
      return;
    }
    const [s, t] = [spokenFrom(a, x, xEnd), spokenFrom(b, y, yEnd)];
    const found = classifier.classify(p, s, xEnd, q, t, yEnd);
    // Words put for a stage note, or a note for words.
    const noted = (s === xEnd) !== (t === yEnd) && xEnd > x && yEnd > y;
    classes.push(noted ? 'replacement' : found.class);
    for (const flag of found.flags) if (!flags.includes(flag)) flags.push(flag);
  }
}

/** Cells worth a table between two readings; longer ones are held against each other as wholes. */
const CELLS = 40_000;

function spelt({ prepared: { folded } }: TextWords, from: number, to: number): string {
  return folded.slice(from, to).join('');
}

/** The first word behind labels and notes. */
function spokenFrom({ marks }: TextWords, from: number, to: number): number {
  let i = from;
  while (i < to && marks[i] !== SPOKEN) i++;
  return i;
}

function otherVoice(a: TextWords, i: number, b: TextWords, j: number): boolean {
  const [s, t] = [a.turnOf[i] ?? -1, b.turnOf[j] ?? -1];
  if (s < 0 || t < 0) return false;
  return sameVoice(a.voices[s]!, a.turns[s]!.kind, b.voices[t]!, b.turns[t]!.kind) === 'different';
}

function concern(versions: readonly TextWords[], ranges: readonly Range[]): 'label' | 'stage note' | null {
  let mark = -1;
  for (let v = 0; v < versions.length; v++) {
    const [from, to] = ranges[v]!;
    for (let i = from; i < to; i++) {
      const own = versions[v]!.marks[i]!;
      if (own === SPOKEN || (mark >= 0 && own !== mark)) return null;
      mark = own;
    }
  }
  return mark < 0 ? null : mark === NOTE ? 'stage note' : 'label';
}
