/**
 * A formula through time: every use of a phrase and of its variations, in context; who used it first, how often, when
 * it fell silent and came back; the longer formulas it is part of. Asked of the archive: the phrase to the word, the
 * places near it, and every variation found to the word, so that all are counted alike.
 */
import type { Archive, ListFilter, Scope } from '#archive/index.js';
import { OnrecordError } from '#base/index.js';
import {
  type ConcordanceRow,
  type FormulaReading,
  type FormulaTrace,
  type HeldText,
  type LongerFormula,
  type OnDay,
  type Sort,
  type Variation,
  Bench,
  FEWEST_VARIED,
  SORTS,
  VARIATION_MARGIN,
  carriersOf,
  contextOf,
  formulaWords,
  heldAt,
  heldText,
  isUnspaced,
  layUnder,
  longerFormulas,
  longestSilence,
  silenceSince,
  sortRows,
  surround,
  timelineOf,
  variationAt,
} from '#formula/index.js';
import { type Coverage, type Document, type Use, knownPeople } from '#record/index.js';
import { FOLDING, sentences, words } from '#text/index.js';
import type { Effects } from './effects.js';
import { mindFilter } from './look-up.js';
import { type Voices, voicesOf } from './speaking-as.js';

export interface FormulaInput {
  readonly phrase: string;
  readonly filter?: ListFilter;
  readonly sort?: Sort;
  /** Only these words, no variations. */
  readonly exact?: boolean;
  readonly language?: string | null;
}

/** A formula through time, and in which texts it was looked for. */
export type FilteredFormula = FormulaTrace & { readonly filter: ListFilter };

const RULES = 'formula/1';
/** Places listed of each reading, variations looked at, and places looked through for them. */
const LISTED = 20_000;
const READINGS = 60;
const LOOKED_THROUGH = 4000;
const CAP = 2048;
/** Places among which longer formulas are looked for. */
const SURROUNDED = 3000;

/** Traces a phrase. Throws OnrecordError `bad-use` for a phrase without words and filters that can match nothing. */
export async function traceFormula(input: FormulaInput, { archive, signal }: Effects): Promise<FilteredFormula> {
  const filter = input.filter ?? {};
  mindFilter(filter);
  const sort = input.sort ?? 'date';
  if (!SORTS.includes(sort))
    throw new OnrecordError('bad-use', `Nothing is sorted by "${sort}".`, `Choose one of ${SORTS.join(', ')}.`);
  const asked = words(input.phrase, { language: input.language ?? null }).folded;
  if (asked.length === 0)
    throw new OnrecordError(
      'bad-use',
      `There is no word in "${input.phrase}".`,
      'Give the words of the formula, in quotes.',
    );
  const { limit: _, ...given } = filter;
  const scope: Scope = { before: null, except: [], filter: given };
  const [{ coverage }, calendar, [exact]] = await Promise.all([
    archive.covers(scope),
    archive.calendar(given),
    archive.uses([asked], scope, { list: LISTED }),
  ]);
  const language = input.language ?? exact!.listed[0]?.document.language?.value ?? null;
  const bench = new Bench(language);
  const found =
    input.exact === true
      ? { variations: [], capped: false }
      : await variationsOf(input.phrase, asked, scope, coverage, bench, archive);
  signal?.throwIfAborted();
  const others = await archive.uses(
    found.variations.map((one) => one.words),
    scope,
    { list: LISTED },
  );
  const uses = gather(
    [exact!, ...others].map(({ listed }) => listed),
    given,
  );
  const inTime = uses.toSorted((a, b) =>
    order(a.use) < order(b.use) ? -1 : order(a.use) > order(b.use) ? 1 : a.use.start - b.use.start,
  );
  const longer = longerOf(inTime, bench, language);
  const rows = inTime.map(
    ({ use, reading }): ConcordanceRow => ({
      held: heldAt(use),
      day: dayOf(use.document),
      ...contextOf(use.passage, use),
      reading,
      longer: longer.of.get(use) ?? null,
      copy: !use.lead,
    }),
  );
  const counted = inTime.filter(({ use }) => use.lead);
  const readings = readingsOf(counted);
  const renumbered = rows.map((row) => ({ ...row, reading: readings.numbers.get(row.reading) ?? 0 }));
  const people = await archive.people();
  const { aliases } = await archive.settings();
  const voices = await voicesOf(archive, { people, aliases, day: null, known: knownPeople(people, aliases) });
  const days = daysOf(counted.map(({ use }) => use));
  return {
    phrase: input.phrase,
    language,
    sort,
    filter: given,
    places: counted.length,
    texts: new Set(counted.map(({ use }) => use.document.reference)).size,
    alone: counted.filter(({ use, reading }) => reading === 0 && !longer.of.has(use)).length,
    readings: readings.list,
    asked: readings.asked,
    apparatus: layUnder(
      readings.asked?.text ?? input.phrase,
      readings.list.map(({ text }) => text),
      bench,
    ),
    rows: sortRows(renumbered, sort),
    longer: longer.formulas,
    timeline: timelineOf(days, daysOf(counted.filter(({ reading }) => reading === 0).map(({ use }) => use)), calendar),
    first: counted[0] ? heldText(counted[0].use.document) : null,
    last: counted.length > 0 ? heldText(counted.at(-1)!.use.document) : null,
    silence: longestSilence(days, calendar),
    since: silenceSince(days, calendar),
    ...carried(
      counted.map(({ use }) => use),
      voices,
    ),
    coverage,
    capped: found.capped,
    rules: `${RULES}, ${FOLDING}`,
  };
}

type Listed = Use & { readonly lead: boolean };

interface Counted {
  readonly use: Listed;
  /** Number among the readings looked for; 0 is the phrase. */
  readonly reading: number;
}

/** The variations of a phrase, most frequent first. */
async function variationsOf(
  phrase: string,
  asked: readonly string[],
  scope: Scope,
  coverage: Coverage,
  bench: Bench,
  archive: Archive,
): Promise<{ readonly variations: readonly Variation[]; readonly capped: boolean }> {
  if (asked.length < FEWEST_VARIED) return { variations: [], capped: false };
  const run = formulaWords(Math.log2(Math.max(2, coverage.words)), isUnspaced(asked));
  const [near] = await archive.nearUses([asked], scope, {
    cap: CAP,
    limit: LOOKED_THROUGH,
    all: true,
    run,
    beyondChance: VARIATION_MARGIN,
  });
  const prepared = bench.prepare(phrase);
  const own = asked.join(' ');
  const byWords = new Map<string, { variation: Variation; places: number }>();
  for (const use of near!.places) {
    const variation = variationAt(prepared, use, near!.chance, bench);
    if (!variation) continue;
    const key = variation.words.join(' ');
    if (key === own) continue;
    const known = byWords.get(key);
    if (known) known.places++;
    else byWords.set(key, { variation, places: 1 });
  }
  const sorted = [...byWords.values()].toSorted((a, b) => b.places - a.places);
  return {
    // Longer readings first: a place that holds one is not looked at again for what it also holds.
    variations: sorted
      .slice(0, READINGS)
      .map(({ variation }) => variation)
      .toSorted((a, b) => b.words.length - a.words.length),
    capped: near!.capped || sorted.length > READINGS,
  };
}

/** Every place once: that of the phrase, else of the longest variation that stands there. */
function gather(lists: readonly (readonly Listed[])[], filter: ListFilter): Counted[] {
  const taken = new Map<string, { start: number; end: number }[]>();
  const wanted = filter.speaker === undefined ? null : words(filter.speaker).folded;
  const counted: Counted[] = [];
  for (const [reading, list] of lists.entries())
    for (const use of list) {
      if (wanted) {
        // The filter lets texts through in which the speaker speaks; the words must be the speaker's as well.
        const names = new Set(words(use.speaker ?? '').folded);
        if (!wanted.every((word) => names.has(word))) continue;
      }
      const spans = taken.get(use.version.reference) ?? [];
      if (spans.some((span) => span.start < use.end && use.start < span.end)) continue;
      spans.push({ start: use.start, end: use.end });
      taken.set(use.version.reference, spans);
      counted.push({ use, reading });
    }
  return counted;
}

function order({ document }: Use): string {
  return `${(document.said ?? document.published)?.at ?? '9999'} ${document.reference.slice(1).padStart(9, '0')}`;
}

function dayOf({ said, published }: Document): string | null {
  return (said ?? published)?.at.slice(0, 10) ?? null;
}

/** Texts by day, each once. */
function daysOf(uses: readonly Use[]): OnDay[] {
  const seen = new Set<string>();
  const days = new Map<string | null, number>();
  for (const { document } of uses) {
    if (seen.has(document.reference)) continue;
    seen.add(document.reference);
    const day = dayOf(document);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  return [...days].map(([day, texts]) => ({ day, texts }));
}

/** The readings with their counts, the phrase first; `numbers` leads from those looked for to those listed. */
function readingsOf(counted: readonly Counted[]): {
  readonly list: readonly FormulaReading[];
  readonly asked: FormulaReading | null;
  readonly numbers: ReadonlyMap<number, number>;
} {
  const byReading = new Map<number, Listed[]>();
  for (const { use, reading } of counted) byReading.set(reading, [...(byReading.get(reading) ?? []), use]);
  const made = [...byReading].map(([reading, uses]) => ({
    reading,
    text: wordsAt(uses.at(-1)!),
    words: words(wordsAt(uses.at(-1)!)).count,
    places: uses.length,
    texts: new Set(uses.map(({ document }) => document.reference)).size,
    first: heldText(uses[0]!.document),
    last: heldText(uses.at(-1)!.document),
  }));
  const sorted = made.toSorted(
    (a, b) => Number(b.reading === 0) - Number(a.reading === 0) || b.texts - a.texts || b.places - a.places,
  );
  const numbers = new Map(sorted.map(({ reading }, i) => [reading, i]));
  const list = sorted.map(({ reading: _reading, ...rest }) => rest);
  return { list, asked: sorted[0]?.reading === 0 ? list[0]! : null, numbers };
}

function wordsAt({ passage, start, end }: Use): string {
  return passage.text.slice(start - passage.start, end - passage.start);
}

/** The longer formulas around the phrase, and which place is part of which. */
function longerOf(
  inTime: readonly Counted[],
  bench: Bench,
  language: string | null,
): { readonly formulas: readonly LongerFormula[]; readonly of: ReadonlyMap<Listed, number> } {
  const uses = inTime
    .filter(({ use, reading }) => reading === 0 && use.lead)
    .map(({ use }) => use)
    .slice(0, SURROUNDED);
  const texts = new Map<string, number>();
  const places = uses.map((use) => {
    const { text, start } = use.passage;
    const own = { start: use.start - start, end: use.end - start };
    const around = sentences(text, language).find((span) => span.start <= own.start && own.start < span.end) ?? {
      start: 0,
      end: text.length,
    };
    const reference = use.document.reference;
    if (!texts.has(reference)) texts.set(reference, texts.size);
    const place = { start: own.start - around.start, end: own.end - around.start };
    return surround(bench.prepare(text.slice(around.start, around.end)), place, texts.get(reference)!);
  });
  const of = new Map<Listed, number>();
  const formulas = longerFormulas(places).map(({ before, after, places: own, texts: count }, n): LongerFormula => {
    for (const place of own) of.set(uses[place]!, n);
    const [first, last] = [uses[own[0]!]!, uses[own.at(-1)!]!];
    return {
      text: extended(last, before, after, bench),
      places: own.length,
      texts: count,
      first: heldText(first.document),
      last: heldText(last.document),
    };
  });
  return { formulas, of };
}

/** A use with so many words more on each side, as it is written. */
function extended({ passage, start, end }: Use, before: number, after: number, bench: Bench): string {
  const { text } = passage;
  const prepared = bench.prepare(text);
  const [from, to] = [start - passage.start, end - passage.start];
  let first = 0;
  while (first < prepared.count && prepared.starts[first]! < from) first++;
  let last = first;
  while (last < prepared.count && prepared.starts[last]! < to) last++;
  const low = prepared.starts[Math.max(0, first - before)] ?? from;
  const high = prepared.ends[Math.min(prepared.count - 1, last - 1 + after)] ?? to;
  return text.slice(low, high);
}

/** Who says it, and whose texts it stands in. */
function carried(uses: readonly Use[], voices: Voices): Pick<FormulaTrace, 'speakers' | 'bodies'> {
  const at = (name: string | null, use: Use): { name: string | null; held: HeldText; text: string } => ({
    name,
    held: heldText(use.document),
    text: use.document.reference,
  });
  return {
    speakers: carriersOf(
      uses.map((use) => at(use.speaker, use)),
      (name) => voices.of(name),
    ),
    bodies: carriersOf(
      uses.map((use) => at(use.document.body ?? use.document.source, use)),
      (name) => [name],
    ),
  };
}
