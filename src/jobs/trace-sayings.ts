/**
 * Sayings: all versions of a quotation that are in circulation, in order of time, each with who quotes whom, laid
 * under the primary source where one is held. Asked for by the words themselves, or for every quotation of a text.
 */
import type { Archive, NearUses, Scope } from '#archive/index.js';
import { OnrecordError, overlaps, type Reference } from '#base/index.js';
import {
  type HeldText,
  type Saying,
  type SayingReading,
  type SayingsTrace,
  type Variation,
  type Witness,
  Bench,
  WITNESS_MARGIN,
  formulaWords,
  heldAt,
  isUnspaced,
  layUnder,
  namedText,
  primarySource,
  witnessedAt,
} from '#formula/index.js';
import { attribute, findQuotations } from '#quotations/index.js';
import {
  type Coverage,
  type KnownPeople,
  type NearUse,
  type Person,
  type Quotation,
  type Use,
  knownPeople,
} from '#record/index.js';
import { FOLDING, scanMarks, words } from '#text/index.js';
import { standingOf } from '#trace/index.js';
import type { Effects } from './effects.js';
import { findVersion } from './find-document.js';

export type SayingsInput =
  | { readonly words: string; readonly language?: string | null }
  /** Every quotation of a held text. */
  | { readonly document: string };

const RULES = 'sayings/1';
const CAP = 1024;
const LOOKED_THROUGH = 400;
const READINGS = 40;
const LISTED = 400;
/** Share of a saying that a text has which does not quote it. */
const LEAST_UNQUOTED = 0.5;
/** Words of a quotation that make it a saying. */
const FEWEST = 4;

/** Traces a saying, or those of a text. Throws OnrecordError `bad-use` for words that are none, `not-found`. */
export async function traceSayings(input: SayingsInput, { archive, signal }: Effects): Promise<SayingsTrace> {
  const { coverage } = await archive.covers(EVERYTHING);
  const witnesses = await witnessReader(archive);
  const base = { coverage, rules: `${RULES}, ${FOLDING}` };
  if ('words' in input) {
    if (words(input.words).count < 2)
      throw new OnrecordError(
        'bad-use',
        `"${input.words}" is no saying.`,
        'Give at least two words, in quotes; or the reference of a text.',
      );
    const saying = await sayingOf(input.words, input.language ?? null, coverage, witnesses, archive);
    return { ...base, document: null, sayings: [saying] };
  }
  const { document, version } = await findVersion(input.document, archive);
  const language = document.language?.value ?? null;
  const rendering = await archive.text(version.reference);
  const sayings: Saying[] = [];
  const seen = new Set<string>();
  for (const { text, kind } of findQuotations(rendering, language)) {
    signal?.throwIfAborted();
    const { folded } = words(text, { language });
    const key = folded.join(' ');
    if (kind !== 'direct' || folded.length < FEWEST || seen.has(key)) continue;
    seen.add(key);
    sayings.push(await sayingOf(text, language, coverage, witnesses, archive));
  }
  return { ...base, document: namedText(document), sayings };
}

const EVERYTHING: Scope = { before: null, except: [] };

async function sayingOf(
  text: string,
  given: string | null,
  coverage: Coverage,
  read: WitnessReader,
  archive: Archive,
): Promise<Saying> {
  const asked = words(text, { language: given }).folded;
  const run = formulaWords(Math.log2(Math.max(2, coverage.words)), isUnspaced(asked));
  const [[exact], [near]] = await Promise.all([
    archive.uses([asked], EVERYTHING, { list: LISTED }),
    archive.nearUses([asked], EVERYTHING, {
      cap: CAP,
      limit: LOOKED_THROUGH,
      all: true,
      run,
      beyondChance: WITNESS_MARGIN,
    }),
  ]);
  const language =
    given ?? exact!.listed[0]?.document.language?.value ?? near!.places[0]?.document.language?.value ?? null;
  const bench = new Bench(language);
  const variations = readingsAmong(text, near!.places, near!.chance, bench);
  const interrupted = await interruptedAmong(text, near!, { read, bench, archive });
  const own = asked.join(' ');
  const others = variations.filter((one) => one.words.join(' ') !== own);
  const uses = await archive.uses(
    others.map((one) => one.words),
    EVERYTHING,
    { list: LISTED },
  );
  const whole = bench.prepare(text).count;
  const places: { use: Listed; share: number }[] = [];
  const taken = new Map<Reference, Use[]>();
  const shares = others.map(({ a, aEnd }) => (aEnd - a) / whole);
  const lists = [
    ...interrupted.map(({ use, a, aEnd }) => ({ listed: [use], share: (aEnd - a) / whole })),
    { listed: exact!.listed, share: 1 },
    ...uses.map(({ listed }, i) => ({ listed, share: shares[i]! })),
  ];
  for (const { listed, share } of lists)
    for (const use of listed) {
      const spans = taken.get(use.version.reference) ?? [];
      if (spans.some((span) => overlaps(span, use))) continue;
      taken.set(use.version.reference, [...spans, use]);
      places.push({ use, share });
    }
  const inTime = places.toSorted((a, b) =>
    order(a.use) < order(b.use) ? -1 : order(a.use) > order(b.use) ? 1 : a.use.start - b.use.start,
  );
  const made: Witness[] = [];
  for (const { use, share } of inTime) {
    const witness = await read.witness(use, share < 1);
    // Somebody who uses a few of the same words is no witness to them; somebody who quotes them is.
    if (witness.quoted || share >= LEAST_UNQUOTED) made.push(witness);
  }
  return arranged(text, made, near!.capped, bench);
}

type Listed = Use & { readonly lead: boolean };

/** The wordings found near a saying, the longest first, so that a place is taken for what it holds most of. */
function readingsAmong(text: string, places: readonly NearUse[], chance: number, bench: Bench): Variation[] {
  const saying = bench.prepare(text);
  const byWords = new Map<string, Variation>();
  for (const use of places) {
    const variation = witnessedAt(saying, use, chance, bench);
    const key = variation?.words.join(' ');
    if (variation && key !== undefined && !byWords.has(key)) byWords.set(key, variation);
  }
  return [...byWords.values()].toSorted((a, b) => b.words.length - a.words.length).slice(0, READINGS);
}

/**
 * Quotations with the writer's words between their pieces (“…,” said X, “…”), read without these. The search finds
 * their pieces, and they hold the saying only together.
 */
async function interruptedAmong(
  text: string,
  { places, chance }: NearUses,
  { read, bench, archive }: { readonly read: WitnessReader; readonly bench: Bench; readonly archive: Archive },
): Promise<readonly (Pick<Variation, 'a' | 'aEnd'> & { readonly use: Listed })[]> {
  const saying = bench.prepare(text);
  const found: (Pick<Variation, 'a' | 'aEnd'> & { use: Listed })[] = [];
  const seen = new Set<Quotation>();
  const copies = new Set<Reference>();
  for (const use of places.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))) {
    const { passage, document } = use;
    if (scanMarks(passage.text, bench.language).length < INTERRUPTED) continue;
    for (const quotation of await read.quotations(use)) {
      if (quotation.pieces.length < 2 || !overlaps(quotation, use) || seen.has(quotation)) continue;
      seen.add(quotation);
      const witnessed = witnessedAt(
        saying,
        { ...use, passage: { start: passage.start, text: withoutWriter(passage, quotation) } },
        chance,
        bench,
      );
      if (!witnessed || quotation.pieces.filter((piece) => overlaps(piece, witnessed)).length < 2) continue;
      const lead = !copies.has(document.reference);
      found.push({ ...witnessed, use: { ...use, start: witnessed.start, end: witnessed.end, lead } });
      if (lead) for (const copy of await archive.nearCopies(document.reference)) copies.add(copy);
    }
  }
  return found;
}

/** Quotation marks that an interrupted quotation has at the least. */
const INTERRUPTED = 4;

/** A passage with blanks for what stands between the pieces of a quotation. */
function withoutWriter({ start: origin, text }: Use['passage'], { pieces }: Quotation): string {
  let clean = text;
  for (let p = 1; p < pieces.length; p++) {
    const from = Math.max(0, pieces[p - 1]!.end - origin);
    const to = Math.min(text.length, pieces[p]!.start - origin);
    if (from < to) clean = clean.slice(0, from) + ' '.repeat(to - from) + clean.slice(to);
  }
  return clean;
}

function order({ document }: Use): string {
  return `${(document.said ?? document.published)?.at ?? '9999'} ${document.reference.slice(1).padStart(9, '0')}`;
}

/** Puts witnesses and readings in their order, and the readings under the lemma. */
function arranged(text: string, witnesses: readonly Witness[], capped: boolean, bench: Bench): Saying {
  const primary = primarySource(witnesses);
  const keyOf = (witness: Witness): string =>
    `${bench.prepare(witness.text).folded.join(' ')}${witness.partial ? ' …' : ''}`;
  const byReading = new Map<string, Witness[]>();
  for (const witness of witnesses) byReading.set(keyOf(witness), [...(byReading.get(keyOf(witness)) ?? []), witness]);
  const primaryKey = primary && keyOf(primary);
  const textsOf = (list: readonly Witness[]): number => new Set(list.map(({ held }) => held.document)).size;
  const sorted = [...byReading].toSorted(
    ([a, x], [b, y]) =>
      Number(b === primaryKey) - Number(a === primaryKey) ||
      Number(x[0]!.partial) - Number(y[0]!.partial) ||
      textsOf(y) - textsOf(x) ||
      y[0]!.text.length - x[0]!.text.length,
  );
  const numbers = new Map(sorted.map(([reading], i) => [reading, i]));
  const readings = sorted.map(([reading, list]): SayingReading => {
    const shown = primary && reading === primaryKey ? primary : list[0]!;
    return {
      text: shown.text,
      texts: textsOf(list),
      first: withoutPlace(list[0]!),
      same: reading === primaryKey,
      partial: shown.partial,
    };
  });
  const renumbered = witnesses.map((witness) => ({ ...witness, reading: numbers.get(keyOf(witness))! }));
  return {
    text,
    lemma: primary ? witnesses.indexOf(primary) : null,
    witnesses: renumbered,
    readings,
    apparatus: layUnder(
      readings[0]?.text ?? text,
      readings.map((reading) => reading.text),
      bench,
    ),
    capped,
  };
}

function withoutPlace({ held }: Witness): HeldText {
  const { document, title, address, kind, body, said, published } = held;
  return { document, title, address, kind, body, said, published };
}

interface WitnessReader {
  /** Who says the words at a place: the quotation that they stand in, if they stand in one, else who speaks. */
  readonly witness: (use: Listed, partial: boolean) => Promise<Witness>;
  /** The quotations of the version at a place. */
  readonly quotations: (use: Use) => Promise<readonly Quotation[]>;
}

async function witnessReader(archive: Archive): Promise<WitnessReader> {
  const [people, { aliases }] = await Promise.all([archive.people(), archive.settings()]);
  const known = knownPeople(people, aliases);
  const quotations = new Map<Reference, readonly Quotation[]>();
  const quotationsAt = async (use: Use): Promise<readonly Quotation[]> => {
    const { reference } = use.version;
    let list = quotations.get(reference);
    if (!list) {
      list = await quotationsOf(use, { people, aliases, known }, archive);
      quotations.set(reference, list);
    }
    return list;
  };
  const witness = async (use: Listed, partial: boolean): Promise<Witness> => {
    const { document } = use;
    const list = await quotationsAt(use);
    const within = list.find(
      (quotation) =>
        Math.min(quotation.end, use.end) - Math.max(quotation.start, use.start) > (use.end - use.start) / 2,
    );
    return {
      held: heldAt(use),
      day: (document.said ?? document.published)?.at.slice(0, 10) ?? null,
      text:
        within && within.pieces.length > 1
          ? quotedWords(within, use)
          : use.passage.text.slice(use.start - use.passage.start, use.end - use.passage.start),
      reading: 0,
      partial,
      standing: standingOf(document),
      quoted: within !== undefined,
      speaker: within ? within.attribution.speaker : use.speaker,
      copy: !use.lead,
    };
  };
  return { witness, quotations: quotationsAt };
}

/** The words of a quotation within a place, without what the writer put between its pieces. */
function quotedWords({ pieces }: Quotation, { passage, start, end }: Use): string {
  return pieces
    .map((piece) =>
      passage.text.slice(
        Math.max(piece.start, start) - passage.start,
        Math.max(0, Math.min(piece.end, end) - passage.start),
      ),
    )
    .filter((piece) => piece !== '')
    .join(' ');
}

/** The quotations of a held version, with whom they are given to. */
export async function quotationsOf(
  { document, version }: Pick<Use, 'document' | 'version'>,
  names: {
    readonly people: readonly Person[];
    readonly aliases: readonly (readonly string[])[];
    readonly known: KnownPeople;
  },
  archive: Archive,
): Promise<readonly Quotation[]> {
  const rendering = await archive.text(version.reference);
  const language = document.language?.value ?? null;
  const day = (document.said ?? document.published)?.at.slice(0, 10) ?? null;
  return attribute(rendering, findQuotations(rendering, language), { ...names, language, day });
}
