/** Whether the held records of the same words say the same, and whether they were corrected later. */
import { dayOf } from '#base/index.js';
import type { Document, RecordsFinding, Rendering } from '#record/index.js';
import type { Place } from './place.js';
import { sameOccasion, saidWhen, standingOf } from './standing.js';
import type { Traced } from './trace-part.js';

export type Related = ReadonlyMap<string, { readonly document: Document; readonly rendering: Rendering }>;

/**
 * Agree and disagree are about records of one occasion and about the quoted words only. A press report or a machine's
 * transcript never makes records disagree; but words that are held exactly only there, while a record of the same
 * words differs, are words on which the held texts disagree.
 */
export function recordsOf(
  main: Place,
  traced: Traced,
  related: Related,
): { finding: RecordsFinding; disagreeing: readonly Place[] } {
  const document = main.held.candidate.document;
  const standing = standingOf(document);
  const carrying = new Set(traced.places.map((p) => p.held.candidate.document.reference));
  const rivals = traced.others.filter((p) => {
    const other = p.held.candidate.document;
    return differs(p) && !carrying.has(other.reference) && !isStateOf(other, document, related);
  });
  const few = (p: Place, share: number): boolean => p.edits <= Math.max(MOST_EDITS, share * p.quoted.count);
  if (standing === 'press' || standing === 'machine') {
    const records = rivals.filter((p) => {
      const other = p.held.candidate.document;
      return standingOf(other) === 'record' && few(p, EDITED) && isNear(other, document);
    });
    return { finding: records.length > 0 ? 'disagree' : 'only one held', disagreeing: onePerDocument(records) };
  }
  if (standing === 'translation' && traced.places.every((p) => standingOf(p.held.candidate.document) !== 'record')) {
    return { finding: 'follows a translation', disagreeing: [] };
  }
  const named = (other: Document): boolean => other.occasion !== null && document.occasion !== null;
  const ofThisOccasion = (p: Place): boolean => {
    const other = p.held.candidate.document;
    if (other.reference === document.reference || standingOf(other) !== 'record' || !sameOccasion(other, document))
      return false;
    // Without a named occasion the surroundings tell whether two texts of a day record the same words.
    return named(other) || sameSurroundings(p, main);
  };
  const edited = (p: Place): number => (named(p.held.candidate.document) ? EDITED_THERE : EDITED);
  const ofIt = rivals.filter((p) => few(p, edited(p)) && ofThisOccasion(p));
  const exact = traced.wording !== 'altered in words';
  const disagreeing = exact ? onePerDocument(ofIt) : otherWords(main, ofIt);
  if (disagreeing.length > 0) return { finding: 'disagree', disagreeing };
  const agree = [...traced.places, ...traced.others].some((p) => ofThisOccasion(p));
  return { finding: agree ? 'agree' : 'only one held', disagreeing: [] };
}

/** Of one utterance, two records differ in a few words; where both name the occasion, in some more. */
const MOST_EDITS = 2;
const EDITED = 0.2;
const EDITED_THERE = 0.3;
/** Days between words and what the press or a recording makes of them: what is said again later is another utterance. */
const LATER = 7;

function isNear(a: Document, b: Document): boolean {
  const [x, y] = [saidWhen(a), saidWhen(b)];
  if (!x || !y || x.at.length < 10 || y.at.length < 10) return true;
  return Math.abs(Date.parse(dayOf(x)) - Date.parse(dayOf(y))) <= LATER * 86_400_000;
}
/** Words looked at on each side, and the share of them that two records of one utterance have in common. */
const AROUND = 12;
const ALIKE = 0.4;

function sameSurroundings(x: Place, y: Place): boolean {
  const [a, b] = [around(x), around(y)];
  if (Math.min(a.length, b.length) === 0) return true;
  const left = new Map<number, number>();
  for (const id of b) left.set(id, (left.get(id) ?? 0) + 1);
  let shared = 0;
  for (const id of a) {
    const n = left.get(id) ?? 0;
    if (n > 0) shared++;
    left.set(id, n - 1);
  }
  return shared >= ALIKE * Math.min(a.length, b.length);
}

function around(p: Place): number[] {
  const first = p.legs[0]!;
  const last = p.legs[p.legs.length - 1]!;
  const { ids } = p.held.words;
  return [...ids.subarray(Math.max(0, first.b - AROUND), first.b), ...ids.subarray(last.bEnd, last.bEnd + AROUND)];
}

/** The words at a place differ from the quotation by more than form. */
function differs(p: Place): boolean {
  return p.wording === 'altered in words' || p.wording === 'stitched' || p.wording === 'reordered';
}

/** Of an altered quotation: places where the source's own words are others than at the main place. */
function otherWords(main: Place, rivals: readonly Place[]): Place[] {
  const words = sourceWords(main);
  return onePerDocument(rivals.filter((p) => sourceWords(p) !== words));
}

function sourceWords(p: Place): string {
  const first = p.legs[0]!;
  const last = p.legs[p.legs.length - 1]!;
  return p.held.words.ids.subarray(first.b, last.bEnd).join();
}

/** A reissue with another wording is another state of the same document, not another record. */
function isStateOf(a: Document, b: Document, related: Related): boolean {
  if (a.reference === b.reference) return true;
  return (corrects(a, b, related) || corrects(b, a, related)) && (a.occasion === null || b.occasion === null);
}

/** Whether document `a` says that it corrects `b`, by whatever name it uses. */
function corrects(a: Document, b: Document, related: Related): boolean {
  const named = a.corrects;
  return named !== null && (names(b, named) || related.get(named)?.document.reference === b.reference);
}

/** Whether `named` is a name of the document. */
export function names(document: Document, named: string | null): boolean {
  if (named === null) return false;
  return [document.reference, document.id, document.address].includes(named);
}

function onePerDocument(places: readonly Place[]): Place[] {
  const seen = new Set<string>();
  return places.filter((p) => {
    const { reference } = p.held.candidate.document;
    if (seen.has(reference)) return false;
    seen.add(reference);
    return true;
  });
}

/** Whether the words were changed later, and the places where they stand changed, if they are not gone. */
export interface Correction {
  readonly corrected: boolean;
  readonly places: readonly Place[];
}

/**
 * Whether the words were changed later: in a newer Version of the same Document, in a text that says it corrects it,
 * or in the corrected transcript of the occasion.
 */
export function correctedLater(main: Place, traced: Traced, related: Related): Correction {
  const { document } = main.held.candidate;
  const stands = (d: Document): boolean =>
    traced.places.some((p) => p.held.candidate.document.reference === d.reference && !isOld(p));
  const changed = onePerDocument(traced.others.filter((p) => differs(p) && !isOld(p)));
  // The page was edited, and the words are no longer on it.
  const edited = isOld(main) && !stands(document);
  const places = changed.filter((p) => {
    const other = p.held.candidate.document;
    if (other.reference === document.reference) return edited;
    return (
      !stands(other) &&
      (corrects(other, document, related) ||
        (other.kind.value === 'corrected transcript' && isFirstDraftOf(other, traced)))
    );
  });
  return { corrected: edited || places.length > 0, places };
}

/** The words stand only in records of the occasion that a corrected transcript replaces. */
function isFirstDraftOf(corrected: Document, traced: Traced): boolean {
  return traced.places.every((p) => {
    const { document } = p.held.candidate;
    const replaced = document.kind.value === 'rush draft' || standingOf(document) !== 'record';
    return replaced && sameOccasion(document, corrected);
  });
}

function isOld(p: Place): boolean {
  const { document, version } = p.held.candidate;
  return document.versions.at(-1)?.reference !== version.reference;
}
