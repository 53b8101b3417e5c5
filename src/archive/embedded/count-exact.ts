/**
 * Where words stand to the word, counted: how many places of how many documents, the first of them by date and the one
 * nearest to a day. Of the versions of a document the newest that holds the words speaks. A formula that is said a
 * hundred thousand times is counted to the last place without an object for each, and costs one look at each; only
 * the earliest MOST documents are kept to be shown.
 */
import type { When } from '#base/index.js';
import { type Finder, type Passes, UNKNOWN } from '#index/index.js';
import { whenOf } from './documents.js';
import type { Held } from './recall.js';
import { dayOfMoment } from './scope.js';

/** A place in one document. */
export interface ExactPlace {
  readonly version: number;
  readonly segment: number;
  readonly position: number;
  readonly text: number;
}

export interface Exact {
  readonly places: number;
  readonly documents: number;
  readonly first: When | null;
  /** The one whose date is nearest to the day asked for; null where no day is. */
  readonly nearest: When | null;
  /** A place in each of the earliest documents, at most MOST, in order of time. */
  readonly earliest: readonly ExactPlace[];
}

export const NOWHERE: Exact = { places: 0, documents: 0, first: null, nearest: null, earliest: [] };

/** Documents with the same words, the earliest first, that are kept. */
const MOST = 512;
/** Up to so many places a table by document is quicker to make than columns over all versions. */
const FEW = 4096;

/** Counts the places of a run of words in versions that pass. `day`: ISO 8601, the day that is looked for. */
export function countExact(held: Held, finder: Finder, run: Uint32Array, day: string | null, passes: Passes): Exact {
  if (run.length === 0 || run.includes(UNKNOWN)) return NOWHERE;
  const counts = finder.exact(run) <= FEW ? new Table(held) : new Columns(held, finder);
  finder.exact(run, (segment, position, text) => {
    const version = finder.segments[segment]!.texts[text]!;
    if (passes !== null && !passes(version)) return;
    held.roll.see(version);
    counts.add(version, segment, position, text);
  });
  const { roll, documents } = held;
  const wanted = day === null ? Number.NaN : Date.parse(day);
  const earliest: ExactPlace[] = [];
  let places = 0;
  let holding = 0;
  let nearest = 0;
  let distance = Number.POSITIVE_INFINITY;
  counts.each((place, count) => {
    places += count;
    holding++;
    keepEarliest(earliest, place, roll.moments);
    if (Number.isNaN(wanted) || roll.dated[place.version] !== 1) return;
    const away = Math.abs(Date.parse(dayOfMoment(roll.moments[place.version]!)) - wanted);
    if (away < distance) {
      distance = away;
      nearest = place.version;
    }
  });
  const whenSaid = (version: number | undefined): When | null => {
    const document = version === undefined ? null : documents.byId(roll.documents[version]!);
    return document && whenOf(document);
  };
  return {
    places,
    documents: holding,
    first: whenSaid(earliest[0]?.version),
    nearest: nearest === 0 ? null : whenSaid(nearest),
    earliest,
  };
}

/** Puts a place among the earliest, if it is one of them. */
function keepEarliest(earliest: ExactPlace[], place: ExactPlace, moments: Float64Array): void {
  const isBefore = (a: ExactPlace, b: ExactPlace): boolean =>
    moments[a.version]! < moments[b.version]! || (moments[a.version] === moments[b.version] && a.version < b.version);
  if (earliest.length === MOST && !isBefore(place, earliest[MOST - 1]!)) return;
  let low = 0;
  let high = earliest.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(place, earliest[middle]!)) high = middle;
    else low = middle + 1;
  }
  earliest.splice(low, 0, { ...place });
  if (earliest.length > MOST) earliest.pop();
}

type Each = (place: ExactPlace, places: number) => void;

/** Counts by document in a table. */
class Table {
  readonly #held: Held;
  readonly #byDocument = new Map<number, { place: ExactPlace; places: number }>();

  constructor(held: Held) {
    this.#held = held;
  }

  add(version: number, segment: number, position: number, text: number): void {
    const { documents, numbers } = this.#held.roll;
    const seen = this.#byDocument.get(documents[version]!);
    if (seen?.place.version === version) seen.places++;
    else if (!seen || numbers[version]! > numbers[seen.place.version]!)
      this.#byDocument.set(documents[version]!, { place: { version, segment, position, text }, places: 1 });
  }

  each(visit: Each): void {
    for (const { place, places } of this.#byDocument.values()) visit(place, places);
  }
}

/** Counts by version in columns. */
class Columns {
  readonly #held: Held;
  readonly #places: Uint32Array;
  readonly #segments: Uint16Array;
  readonly #positions: Uint32Array;
  readonly #texts: Uint32Array;

  constructor(held: Held, { segments }: Finder) {
    const room = 1 + segments.reduce((last, { texts }) => Math.max(last, texts.at(-1) ?? 0), 0);
    this.#held = held;
    this.#places = new Uint32Array(room);
    this.#segments = new Uint16Array(room);
    this.#positions = new Uint32Array(room);
    this.#texts = new Uint32Array(room);
  }

  add(version: number, segment: number, position: number, text: number): void {
    if (this.#places[version]!++ > 0) return;
    this.#segments[version] = segment;
    this.#positions[version] = position;
    this.#texts[version] = text;
  }

  each(visit: Each): void {
    const { documents, numbers, newest } = this.#held.roll;
    const places = this.#places;
    // Of versions that hold the words the newest speaks; mostly that is the newest of all.
    const speaking = new Map<number, number>();
    for (let version = 1; version < places.length; version++) {
      if (places[version] === 0) continue;
      const document = documents[version]!;
      if (newest[document] === version && numbers[version] === 1) continue;
      const other = speaking.get(document);
      if (other === undefined || numbers[other]! < numbers[version]!) speaking.set(document, version);
    }
    const place = { version: 0, segment: 0, position: 0, text: 0 };
    for (let version = 1; version < places.length; version++) {
      if (places[version] === 0 || (speaking.get(documents[version]!) ?? version) !== version) continue;
      place.version = version;
      place.segment = this.#segments[version]!;
      place.position = this.#positions[version]!;
      place.text = this.#texts[version]!;
      visit(place, places[version]!);
    }
  }
}
