/**
 * Longer formulas that contain a phrase: the phrase with the words around it, as far as several texts agree. Each
 * place of the phrase belongs to the longest of them that stands there, or to none, so that a short formula is not
 * counted again inside a longer one. Extensions are grown one word at a time on either side, and only those are kept
 * that no further word would leave as frequent (closed patterns, Pasquier and others 1999).
 */
import type { Span } from '#base/index.js';

/** A place of the phrase in its sentence: the folded words before it, nearest last, and behind it. */
export interface Surrounded {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The number of the text; near-copies have the same. */
  readonly text: number;
}

/** The phrase with so many words more before and behind it, and the places that have them. */
export interface Extension {
  readonly before: number;
  readonly after: number;
  readonly places: readonly number[];
  readonly texts: number;
}

/** Words looked at on either side. */
export const AROUND = 12;
/** Texts that make a longer formula one. */
const FEWEST_TEXTS = 3;
/** Longer formulas that are listed. */
const MOST = 12;
/** Of the texts that hold the phrase, a longer formula has at least this share. */
const SHARE = 0.05;

/** The longer formulas, most texts first, each with places that belong to no other. */
export function longerFormulas(places: readonly Surrounded[]): Extension[] {
  const all = new Set(places.map(({ text }) => text)).size;
  const needed = Math.max(FEWEST_TEXTS, Math.ceil(all * SHARE));
  const found: Extension[] = [];
  grow(places, [...places.keys()], { before: 0, after: 0 }, needed, found, new Set());
  // The longest first: a place that a longer one holds is not the shorter one's.
  const taken = new Set<number>();
  const kept: Extension[] = [];
  for (const one of found.toSorted((a, b) => b.before + b.after - (a.before + a.after) || b.texts - a.texts)) {
    const own = one.places.filter((place) => !taken.has(place));
    const texts = new Set(own.map((place) => places[place]!.text)).size;
    if (texts < needed) continue;
    for (const place of own) taken.add(place);
    kept.push({ ...one, places: own, texts });
  }
  return kept.toSorted((a, b) => b.texts - a.texts).slice(0, MOST);
}

function grow(
  places: readonly Surrounded[],
  group: readonly number[],
  { before, after }: { readonly before: number; readonly after: number },
  needed: number,
  found: Extension[],
  seen: Set<string>,
): void {
  const key = `${before} ${after} ${group[0]} ${group.length}`;
  if (seen.has(key)) return;
  seen.add(key);
  const textsOf = (some: readonly number[]): number => new Set(some.map((place) => places[place]!.text)).size;
  const texts = textsOf(group);
  let closed = true;
  for (const side of ['before', 'after'] as const) {
    const length = side === 'before' ? before : after;
    if (length >= AROUND) continue;
    const byWord = new Map<string, number[]>();
    for (const place of group) {
      const words = places[place]![side];
      const word = side === 'before' ? words.at(-1 - length) : words[length];
      if (word === undefined) continue;
      const same = byWord.get(word);
      if (same) same.push(place);
      else byWord.set(word, [place]);
    }
    for (const same of byWord.values()) {
      const holding = textsOf(same);
      if (holding < needed) continue;
      if (holding === texts && same.length === group.length) closed = false;
      grow(
        places,
        same,
        side === 'before' ? { before: before + 1, after } : { before, after: after + 1 },
        needed,
        found,
        seen,
      );
    }
  }
  if (closed && before + after > 0) found.push({ before, after, places: group, texts });
}

/** The words around a place within its sentence, ready for `longerFormulas`. */
export function surround(
  words: { readonly folded: readonly string[]; readonly starts: ArrayLike<number>; readonly count: number },
  place: Span,
  text: number,
): Surrounded {
  const before: string[] = [];
  const after: string[] = [];
  for (let i = 0; i < words.count; i++) {
    if (words.starts[i]! < place.start) before.push(words.folded[i]!);
    else if (words.starts[i]! >= place.end) after.push(words.folded[i]!);
  }
  return { before: before.slice(-AROUND), after: after.slice(0, AROUND), text };
}
