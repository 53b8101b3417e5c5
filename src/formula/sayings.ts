/**
 * A saying and its witnesses: every text that has the words, each with its reading, in order of time. The lemma is the
 * primary source: a record of the words as they were spoken or put out, not a report that quotes them, nor a machine's
 * hearing, nor a translation. Where none is held there is no lemma, and the fullest of the most usual readings only
 * stands at the head (apparatus criticus, as in TEI: app, lem, rdg, wit).
 */
import type { DocumentKind } from '#record/index.js';
import type { HeldAt } from './held-at.js';

/** What weight a text has as a record of what was said. */
export type Standing = 'record' | 'translation' | 'machine' | 'press';

/** A text that has the words, or a part of them. */
export interface Witness {
  readonly held: HeldAt;
  /** ISO 8601; null: the text has no date. */
  readonly day: string | null;
  readonly text: string;
  /** Number of its reading. */
  readonly reading: number;
  /** It has a part of the saying only. */
  readonly partial: boolean;
  readonly standing: Standing;
  /** The words stand in quotation marks there: somebody is quoted. */
  readonly quoted: boolean;
  /** Whom the text gives them to, as printed; of a record, who speaks. */
  readonly speaker: string | null;
  /** It stands in a near-copy of an earlier text. */
  readonly copy: boolean;
}

/** Kinds of records, the nearest to the spoken word first; of other kinds the earliest serves. */
const NEAREST: readonly DocumentKind[] = [
  'corrected transcript',
  'verbatim transcript',
  'speech as delivered',
  'official report',
  'interview',
];

/** The witness that is the primary source; null if none is held. Witnesses are given in order of time. */
export function primarySource(witnesses: readonly Witness[]): Witness | null {
  const records = witnesses.filter(({ standing, quoted, partial }) => standing === 'record' && !quoted && !partial);
  const [first] = records;
  if (!first) return null;
  const ofThatDay = records.filter(({ day }) => day === first.day);
  const rank = ({ held }: Witness): number => {
    const at = NEAREST.indexOf(held.kind);
    return at < 0 ? NEAREST.length : at;
  };
  return ofThatDay.reduce((a, b) => (rank(b) < rank(a) ? b : a));
}
