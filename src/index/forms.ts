/**
 * The forms of a word that are held: all words of the dictionary with its stem. With them words bent by grammar are
 * found in the one index of words as they stand: at each step a seed is narrowed by every form of the next word. The
 * forms are grouped when they are first asked for, by the beginning of the word, and kept. A second column of stems
 * beside the words was rejected: it doubles the index of a language and is built, merged and loaded for every text,
 * where this takes some bytes for each word asked for and about a millisecond for each quotation.
 */
import type { Dictionary } from './dictionary.js';
import { LOOKS, type Passes } from './finder.js';
import { Runs } from './runs.js';
import { BREAK, bringText, narrow, ORDERED, placesOf, type Range, type Segment, textAt } from './segment.js';

/** Letters by which words are grouped: forms of one word begin alike, but for the marks of vowels. */
const BEGINNING = 2;

/** Groups the words of a dictionary by stem, as far as they are asked for. Made anew when the dictionary has grown. */
export class Forms {
  readonly #dictionary: Dictionary;
  readonly #stem: (word: string) => string;
  readonly #begun = new Map<string, Map<string, number[]>>();

  constructor(dictionary: Dictionary, stem: (word: string) => string) {
    this.#dictionary = dictionary;
    this.#stem = stem;
  }

  /** The numbers of all words held that have the stem of this one, ascending; of itself too, if it is held. */
  of(word: string): Uint32Array {
    const stem = this.#stem(word);
    const forms = new Set<number>();
    const own = this.#dictionary.idOf(word);
    if (own > 0) forms.add(own);
    if (word.length > BEGINNING)
      for (const beginning of beginningsOf(word))
        for (const id of this.#groups(beginning).get(stem) ?? []) forms.add(id);
    return Uint32Array.from(forms).sort();
  }

  #groups(beginning: string): Map<string, number[]> {
    let groups = this.#begun.get(beginning);
    if (groups) return groups;
    groups = new Map();
    for (const id of this.#dictionary.beginningWith(beginning)) {
      const stem = this.#stem(this.#dictionary.word(id));
      const group = groups.get(stem);
      if (group) group.push(id);
      else groups.set(stem, [id]);
    }
    this.#begun.set(beginning, groups);
    return groups;
  }
}

const VOWELS: readonly string[] = ['aä', 'oö', 'uü', 'іо', 'еі'];

/** The beginning of a word, and what it becomes where a vowel changes with the ending: Land, Länder; кінь, коня. */
function beginningsOf(word: string): string[] {
  const beginnings = [word.slice(0, BEGINNING)];
  for (let i = 0; i < BEGINNING; i++)
    for (const pair of VOWELS) {
      const at = pair.indexOf(word[i]!);
      if (at >= 0) beginnings.push(word.slice(0, i) + pair[1 - at]! + word.slice(i + 1, BEGINNING));
    }
  return beginnings;
}

/** More stretches of places than this are not narrowed further: the words are too common to tell a place. */
const MOST_RANGES = 1024;

/** Stretches of places in the suffixes of several segments. */
class Ranges {
  size = 0;
  places = 0;
  readonly segment = new Uint16Array(MOST_RANGES);
  readonly low = new Uint32Array(MOST_RANGES);
  readonly high = new Uint32Array(MOST_RANGES);

  clear(): void {
    this.size = 0;
    this.places = 0;
  }

  /** False if there is no more room. */
  add(segment: number, { low, high }: Range): boolean {
    if (low >= high) return true;
    if (this.size === MOST_RANGES) return false;
    this.segment[this.size] = segment;
    this.low[this.size] = low;
    this.high[this.size++] = high;
    this.places += high - low;
    return true;
  }
}

/**
 * Runs in which each word stands in any of its forms. `forms[i]`: the numbers of word i looked for, of fragment
 * `fragments[i]`. As with seeds of words: from each word on, as far as it takes until at most `cap` places are left. Places in
 * texts that do not pass are passed over.
 */
export function formRuns(
  segments: readonly Segment[],
  forms: readonly Uint32Array[],
  fragments: Uint16Array,
  cap: number,
  passes: Passes = null,
): Runs {
  const runs = new Runs();
  const range: Range = { low: 0, high: 0 };
  let ranges = new Ranges();
  let narrower = new Ranges();
  const isForm = (word: number, id: number | undefined): boolean =>
    id !== undefined && id !== BREAK && forms[word]!.includes(id);
  let resolved = false;
  for (let from = 0; from < forms.length; from++) {
    const inside = from > 0 && fragments[from - 1] === fragments[from];
    if (!inside) resolved = false;
    ranges.clear();
    for (const [s, segment] of segments.entries())
      for (const id of forms[from]!) {
        placesOf(segment, id, range);
        ranges.add(s, range);
      }
    let length = 1;
    let places = passing(segments, ranges, cap, passes);
    while (places > cap && length < ORDERED && fragments[from + length] === fragments[from]) {
      if (!narrowAll(segments, ranges, narrower, length, forms[from + length]!, range)) break;
      const left = passing(segments, narrower, cap, passes);
      if (left === 0) break;
      places = left;
      [ranges, narrower] = [narrower, ranges];
      length++;
    }
    if (places > cap) {
      resolved = false;
      continue;
    }
    for (let r = 0; r < ranges.size; r++) {
      const s = ranges.segment[r]!;
      const segment = segments[s]!;
      const { ids, suffixes, cold } = segment;
      cold?.suffixes(ranges.low[r]!, ranges.high[r]!);
      for (let i = ranges.low[r]!; i < ranges.high[r]!; i++) {
        const position = suffixes[i]!;
        if (passes !== null && !passes(segment.texts[textAt(segment, position)]!)) continue;
        if (cold !== null) bringText(segment, textAt(segment, position));
        // Found already, with the word before it.
        if (inside && resolved && position > 0 && isForm(from - 1, ids[position - 1])) continue;
        let start = 0;
        while (
          position > start &&
          from > start &&
          fragments[from - start - 1] === fragments[from] &&
          isForm(from - start - 1, ids[position - start - 1])
        )
          start++;
        let end = length;
        while (fragments[from + end] === fragments[from] && isForm(from + end, ids[position + end])) end++;
        runs.add(s, position - start, from - start, start + end);
      }
    }
    resolved = true;
  }
  return runs;
}

/** How many of the places are in texts that pass; all of them where they are too many to be looked at. */
function passing(segments: readonly Segment[], ranges: Ranges, cap: number, passes: Passes): number {
  if (passes === null || ranges.places > cap * LOOKS) return ranges.places;
  let places = 0;
  for (let r = 0; r < ranges.size && places <= cap; r++) {
    const segment = segments[ranges.segment[r]!]!;
    segment.cold?.suffixes(ranges.low[r]!, ranges.high[r]!);
    for (let i = ranges.low[r]!; i < ranges.high[r]! && places <= cap; i++)
      if (passes(segment.texts[textAt(segment, segment.suffixes[i]!)]!)) places++;
  }
  return places;
}

/** Narrows all stretches by every form of one more word; false if nothing is left, or too many are. */
function narrowAll(
  segments: readonly Segment[],
  from: Ranges,
  to: Ranges,
  depth: number,
  forms: Uint32Array,
  range: Range,
): boolean {
  to.clear();
  for (let r = 0; r < from.size; r++) {
    const s = from.segment[r]!;
    for (const id of forms) {
      range.low = from.low[r]!;
      range.high = from.high[r]!;
      narrow(segments[s]!, range, depth, id);
      if (!to.add(s, range)) return false;
    }
  }
  return to.size > 0;
}
