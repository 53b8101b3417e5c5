/**
 * Keyword search over the same index that recall uses: phrases, beginnings of words, words near each other and counts
 * come with a suffix array at no further cost, in every language that can be cut into words. The rarest condition is
 * looked at first, and the others only in the texts that are left. Texts are ranked by BM25 (Robertson and Zaragoza
 * 2009; rarity is that of the words among all words, which costs nothing), of each document its newest version; in the
 * best ones the place where most of what was asked for stands closest together is shown.
 */
import { OnrecordError, type Reference, versionReference } from '#base/index.js';
import { bringText, type Finder, nearChains, type TermPlace, visitPhrase } from '#index/index.js';
import type { SearchAnswer, SearchHit, SearchLine } from '#record/index.js';
import { readSearch, type SearchQuery } from '#text/index.js';
import type { ListFilter } from '../promise.js';
import type { LitPlaces } from '../search-promise.js';
import type { Held } from './recall.js';
import { dayOfMoment } from './scope.js';
import {
  type Clause,
  clausesIn,
  once,
  spanOf,
  speakerAt,
  type Speaks,
  speakerTest,
  type Stretch,
  type TextAt,
  textOf,
  TextSearch,
} from './search-places.js';

/** BM25's usual constants. */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;
/** Words within which places are shown as one hit. */
const TOGETHER = 12;
/** Code units shown on each side of a hit. */
const AROUND = 160;

/** A text that holds a line, with the number of places of each of its conditions. */
interface Match extends TextAt {
  readonly counts: number[];
}

interface SearchInput {
  readonly queries: readonly SearchQuery[];
  /** Whether a document counts. */
  readonly passes: (document: number) => boolean;
  /** Only words of this speaker. */
  readonly speaker: string | undefined;
  readonly limit: number;
  /** Versions after this row are new; null: none is. */
  readonly after: number | null;
}

/** What was asked, a search in each line. OnrecordError bad-use with the place of what is wrong. */
export function queriesOf(written: string): readonly SearchQuery[] {
  const read = readSearch(written);
  if ('queries' in read) return read.queries;
  const { line, column, message, remedy } = read.fault;
  const where = written.includes('\n') ? `Line ${line}, character ${column}` : `Character ${column}`;
  throw new OnrecordError('bad-use', `${where}: ${message}`, remedy);
}

/** Searches the texts that pass a filter, and says what was searched. */
export function answerSearch(
  held: Held,
  queries: readonly SearchQuery[],
  filter: ListFilter,
  limit: number,
  { after = null }: { readonly after?: number | null },
): SearchAnswer {
  const { limit: _, ...rest } = filter;
  const passing = Object.keys(rest).length === 0 ? null : new Set(held.documents.passing(rest));
  const passes = (document: number): boolean => passing === null || passing.has(document);
  const found = search(held, { queries, passes, speaker: filter.speaker, limit, after });
  return { ...found, coverage: held.documents.coverage(rest) };
}

/** The best hits, one for each document, and what each line found. */
function search(held: Held, input: SearchInput): Omit<SearchAnswer, 'coverage'> {
  const finder = held.index.finder();
  const { roll } = held;
  const lines = input.queries.map((query) => clausesIn(held, finder, query));
  const speaks = speakerTest(held, input.speaker);
  const eligible = (version: number): boolean => {
    if (roll.hidden[version] !== 0) return false;
    const document = roll.documents[version]!;
    return roll.newest[document] === version && input.passes(document);
  };
  const found = lines.map((clauses) => matchesOf(finder, clauses, eligible, speaks));
  const scores = new Map<number, { at: TextAt; lines: number[]; places: number; score: number }>();
  for (const [line, matches] of found.entries())
    for (const [version, match] of matches) {
      const known = scores.get(version) ?? { at: match, lines: [], places: 0, score: 0 };
      known.lines.push(line);
      known.places += match.counts.reduce((sum, count) => sum + count, 0);
      known.score += score(finder, lines[line]!, match);
      scores.set(version, known);
    }
  const isNew = (version: number): boolean => input.after !== null && version > input.after;
  const ranked = [...scores.entries()].sort(
    ([v, a], [w, b]) =>
      Number(isNew(w)) - Number(isNew(v)) || b.lines.length - a.lines.length || b.score - a.score || v - w,
  );
  const within = new TextSearch(finder, lines);
  return {
    hits: ranked.slice(0, input.limit).map(([version, { at, lines: held_, places }]) => ({
      ...hitOf(held, version, spoken(within.stretches(at), version, speaks, held_)),
      places,
      lines: held_,
      isNew: isNew(version),
    })),
    documents: scores.size,
    lines: found.map((matches, line) => lineOf(held, input.queries[line]!.written, matches)),
    mark: roll.last,
    newer: ranked.filter(([version]) => isNew(version)).length,
  };
}

/** The places of a search in one version, by its row; null if the index does not have it. */
export function placesIn(held: Held, queries: readonly SearchQuery[], version: number): LitPlaces {
  const finder = held.index.finder();
  const at = textOf(finder, version);
  if (at === null) return [];
  const lines = queries.map((query) => clausesIn(held, finder, query));
  return new TextSearch(finder, lines)
    .stretches(at)
    .map(({ parts }) =>
      parts.map(({ start, end }) => spanOf(held, version, start, end)).sort((a, b) => a.start - b.start),
    );
}

/** The texts in which all conditions of a line hold. */
function matchesOf(
  finder: Finder,
  clauses: readonly Clause[],
  eligible: (version: number) => boolean,
  speaks: Speaks | null,
): Map<number, Match> {
  const order = clauses
    .map((_, c) => c)
    .sort((a, b) => Number(clauses[a]!.absent) - Number(clauses[b]!.absent) || clauses[a]!.places - clauses[b]!.places);
  let left: Map<number, Match> | null = null;
  for (const c of order) {
    const clause = clauses[c]!;
    const among: Map<number, Match> | null = left;
    const counts = among === null ? remembering(eligible) : (version: number) => among.has(version);
    const holding =
      clause.absent || isCounted(clause, speaks)
        ? countsOf(finder, clause, counts)
        : chainsOf(finder, clause, counts, speaks);
    if (clause.absent) {
      for (const version of holding.keys()) among?.delete(version);
      continue;
    }
    const next = new Map<number, Match>();
    for (const [version, { segment, text, count }] of holding) {
      const match = among?.get(version) ?? { segment, text, counts: clauses.map(() => 0) };
      match.counts[c] = count;
      next.set(version, match);
    }
    left = next;
  }
  return left ?? new Map();
}

/** The places of one phrase can be counted without looking at each. */
function isCounted({ terms }: Clause, speaks: Speaks | null): boolean {
  return speaks === null && terms.length === 1 && terms[0]!.phrases.length === 1;
}

interface Holding extends TextAt {
  count: number;
}

/** Texts that hold a clause of one term, with the number of its places. */
function countsOf(finder: Finder, { terms }: Clause, wanted: (version: number) => boolean): Map<number, Holding> {
  const holding = new Map<number, Holding>();
  for (const phrase of terms[0]!.phrases)
    visitPhrase(finder, phrase, (segment, _position, text) => {
      const version = finder.segments[segment]!.texts[text]!;
      const known = holding.get(version);
      if (known) known.count++;
      else if (wanted(version)) holding.set(version, { segment, text, count: 1 });
    });
  return holding;
}

interface Placed extends TextAt {
  /** Of each term. */
  readonly places: TermPlace[][];
}

/** Texts that hold a chain, or words of a speaker: the places themselves are looked at, those of the rarest term first. */
function chainsOf(
  finder: Finder,
  { terms }: Clause,
  wanted: (version: number) => boolean,
  speaks: Speaks | null,
): Map<number, Holding> {
  let texts: Map<number, Placed> | null = null;
  for (const t of terms.map((_, i) => i).sort((a, b) => terms[a]!.places - terms[b]!.places)) {
    const before: ReadonlyMap<number, Placed> | null = texts;
    const next = new Map<number, Placed>();
    for (const phrase of terms[t]!.phrases)
      visitPhrase(finder, phrase, (segment, position, text) => {
        const { texts: versions, starts } = finder.segments[segment]!;
        const version = versions[text]!;
        let entry = next.get(version);
        if (!entry) {
          if (before === null ? !wanted(version) : !before.has(version)) return;
          entry = before?.get(version) ?? { segment, text, places: terms.map(() => []) };
          next.set(version, entry);
        }
        const start = position - starts[text]!;
        entry.places[t]!.push({ start, end: start + phrase.length });
      });
    texts = next;
  }
  const holding = new Map<number, Holding>();
  for (const [version, { segment: s, text, places }] of texts ?? []) {
    const segment = finder.segments[s]!;
    if (terms.length > 1) bringText(segment, text);
    const ids = segment.ids.subarray(segment.starts[text], segment.starts[text + 1]);
    const chains = nearChains(
      terms.map(({ within }, t) => ({ places: once(places[t]!), within })),
      ids,
    ).filter((chain) => speaks === null || speaks(version, chain[0]!.start, chain[0]!.end));
    if (chains.length > 0) holding.set(version, { segment: s, text, count: chains.length });
  }
  return holding;
}

/** Asks once for each version. */
function remembering(test: (version: number) => boolean): (version: number) => boolean {
  const asked = new Map<number, boolean>();
  return (version) => {
    let known = asked.get(version);
    if (known === undefined) asked.set(version, (known = test(version)));
    return known;
  };
}

function score(finder: Finder, clauses: readonly Clause[], { segment: s, text, counts }: Match): number {
  let all = 0;
  for (const segment of finder.segments) all += segment.texts.length;
  const { starts } = finder.segments[s]!;
  const length = ((starts[text + 1]! - starts[text]!) * Math.max(1, all)) / Math.max(1, finder.words);
  const norm = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * length);
  return clauses.reduce((sum, { places }, c) => {
    const count = counts[c]!;
    return sum + (Math.log(1 + finder.words / (1 + places)) * count * (SATURATION + 1)) / (count + norm);
  }, 0);
}

function lineOf(held: Held, written: string, matches: ReadonlyMap<number, Match>): SearchLine {
  const { moments, dated } = held.roll;
  let first = Infinity;
  let last = -Infinity;
  let places = 0;
  for (const [version, { counts }] of matches) {
    places += counts.reduce((sum, count) => sum + count, 0);
    if (dated[version] === 0) continue;
    first = Math.min(first, moments[version]!);
    last = Math.max(last, moments[version]!);
  }
  const known = first !== Infinity;
  return {
    words: written,
    documents: matches.size,
    places,
    first: known ? dayOfMoment(first) : null,
    last: known ? dayOfMoment(last) : null,
  };
}

/** The stretches of the lines that a text holds, of whom the filter names. */
function spoken(
  stretches: readonly Stretch[],
  version: number,
  speaks: Speaks | null,
  lines: readonly number[],
): Stretch[] {
  return stretches.filter(
    ({ line, parts }) => lines.includes(line) && (speaks === null || speaks(version, parts[0]!.start, parts[0]!.end)),
  );
}

/** The hit of one text: the run of at most TOGETHER words that holds most of what was asked, the shortest of those. */
function hitOf(
  held: Held,
  version: number,
  stretches: readonly Stretch[],
): Omit<SearchHit, 'places' | 'lines' | 'isNew'> {
  let best = { start: stretches[0]!.start, end: stretches[0]!.end, clauses: 1 };
  for (let i = 0; i < stretches.length; i++) {
    const { start } = stretches[i]!;
    const seen = new Set<number>();
    let end = 0;
    for (let j = i; j < stretches.length; j++) {
      const { line, clause, end: last } = stretches[j]!;
      if (j > i && Math.max(end, last) - start > TOGETHER) break;
      seen.add(line * 1e6 + clause);
      end = Math.max(end, last);
      if (seen.size > best.clauses || (seen.size === best.clauses && end - start < best.end - best.start))
        best = { start, end, clauses: seen.size };
    }
  }
  const { text } = held.texts.of(version);
  const { start, end } = spanOf(held, version, best.start, best.end);
  const of = held.roll.documents[version]!;
  const reference: Reference = versionReference(of, held.roll.numbers[version]!);
  return {
    document: held.documents.byId(of)!,
    version: reference,
    before: text.slice(wordEdge(text, start - AROUND, 1), start),
    hit: text.slice(start, end),
    after: text.slice(end, wordEdge(text, end + AROUND, -1)),
    start,
    end,
    speaker: speakerAt(held, version, start),
  };
}

/** The nearest offset in a direction at which no word is cut; the end of the text if there is none near. */
function wordEdge(text: string, offset: number, step: 1 | -1): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return text.length;
  for (let at = offset, left = 24; left > 0; at += step, left--)
    if (/\s/.test(text[at] ?? ' ')) return step === 1 ? at + 1 : at;
  return offset;
}
