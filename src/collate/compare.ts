/**
 * Compares two records of one occasion, or two wordings of one text: turns first, then the words of each turn, then
 * words put elsewhere. Every difference has its class and what it touches; what concerns a label or a stage note and
 * no spoken word says so; captions give the minute. Applying the differences to the first text gives the second, to
 * the character, whatever was found about turns.
 */
import type { NamesContext } from '#record/index.js';
import { TableSpace } from './align-table.js';
import { Classifier } from './classify.js';
import { collate } from './compare-collate.js';
import { type Difference, differencesOf } from './compare-differences.js';
import { type Remark, remarksOf } from './compare-remarks.js';
import { type ComparisonText, Voices, textWords } from './compare-words.js';
import { Interner, joinWords } from './prepare.js';

/** What stands between two texts. */
export interface Comparison {
  /** In order; applying them to `a` gives `b`, to the character. */
  readonly changes: readonly Difference[];
  /** Words of each text, and how many stand in both at the same place. */
  readonly words: { readonly a: number; readonly b: number; readonly both: number };
  /** What concerns whole turns: missing, moved, given to another speaker, half a question gone. */
  readonly remarks: readonly Remark[];
}

export interface CompareOptions {
  /** Who is known, to tell whether two labels mean one person. */
  readonly people?: NamesContext;
}

/** Compares two texts in one language; `language` is a BCP 47 subtag. */
export function compareTexts(
  a: ComparisonText,
  b: ComparisonText,
  language: string | null = null,
  { people }: CompareOptions = {},
): Comparison {
  const interner = new Interner();
  const voices = new Voices(people);
  const x = textWords(a, interner, voices, language);
  const y = textWords(b, interner, voices, language);
  joinWords([x.prepared, y.prepared], interner);
  const classifier = new Classifier(language);
  const { pairs, edits } = collate(x, y, new TableSpace(), classifier);
  const both = pairs.reduce((sum, { kind, an }) => sum + (kind === 'same' ? an : 0), 0);
  const found = withContinuation(a, b, differencesOf(x, y, edits, classifier), x.prepared.count);
  return {
    changes: found,
    words: { a: x.prepared.count, b: y.prepared.count, both },
    remarks: remarksOf(x, y, pairs, edits, found),
  };
}

/** A second text that only goes on where the first ends is its continuation. */
function withContinuation(
  a: ComparisonText,
  b: ComparisonText,
  changes: readonly Difference[],
  words: number,
): Difference[] {
  const last = changes.at(-1);
  const continues =
    last?.class === 'addition' &&
    last.a.end === a.text.length &&
    last.b.end === b.text.length &&
    words > 0 &&
    changes.every((change) => change === last || change.class === 'punctuation only');
  if (!continues) return [...changes];
  return changes.map((change) => (change === last ? { ...change, class: 'continuation', flags: [] } : change));
}
