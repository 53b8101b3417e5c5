/**
 * The age of every sentence of a text, against all that is held before it. The archive is asked for whole sentences
 * first, for places near them only where a sentence is not held, and for runs of words only where nothing is near:
 * four reads, each for all sentences at once.
 */
import type { Archive, Scope } from '#archive/index.js';
import { OnrecordError, parseWhen, type Reference, type When } from '#base/index.js';
import { type Comparison, compareTexts } from '#collate/index.js';
import {
  type AgedText,
  type Found,
  type NamedText,
  type NearWording,
  type Sentence,
  type Series,
  Bench,
  LEAST_RUN,
  absentFormulas,
  ageOf,
  cutSentences,
  formulaWords,
  heldText,
  isFormula,
  isUnspaced,
  namedText,
  nearMargin,
  nearWordings,
  seriesOf,
  shareOf,
} from '#formula/index.js';
import { type Document, type HeldRun, type Uses, knownPeople } from '#record/index.js';
import { FOLDING } from '#text/index.js';
import { type ComparedText, type Side, mainText } from './compare-texts.js';
import type { Effects, Extractor } from './effects.js';
import { type ReadText, readText } from './read-text.js';
import { voicesOf } from './speaking-as.js';

export interface AgeInput {
  readonly text: Side;
  /** The text that the redline is drawn against; else the one before it in its series. */
  readonly against?: Side | null;
  /** Its day, body and speaker where the text does not say, or says wrongly. */
  readonly day?: string | null;
  readonly body?: string | null;
  readonly speaker?: string | null;
  readonly language?: string | null;
  /** Draw no redline. */
  readonly plain?: boolean;
}

export interface AgeEffects extends Effects {
  readonly extract: Extractor;
  /** What many texts aged one after another may share; each has its own otherwise. */
  readonly desk?: AgeDesk;
  readonly progress?: (progress: { readonly done: number; readonly total: number }) => void;
}

/** The age of a text, with how it differs from the one before it in its series, or from the one asked for. */
export interface TextAge extends AgedText {
  readonly redline: (Comparison & { readonly a: ComparedText; readonly b: ComparedText }) | null;
}

/** Texts cut into sentences and wordings made ready, kept from text to text; owned by whoever ages a series. */
export class AgeDesk {
  readonly #benches = new Map<string | null, Bench>();
  readonly #cut = new Map<Reference, readonly Sentence[]>();

  bench(language: string | null): Bench {
    let bench = this.#benches.get(language);
    if (!bench) {
      bench = new Bench(language);
      this.#benches.set(language, bench);
    }
    return bench;
  }

  /** The sentences of a held version. */
  async sentences(version: Reference, language: string | null, archive: Archive): Promise<readonly Sentence[]> {
    let cut = this.#cut.get(version);
    if (!cut) {
      cut = cutSentences(await archive.text(version), language);
      this.#cut.set(version, cut);
    }
    return cut;
  }
}

const RULES = 'age/1';
/** Places up to which a seed is followed, and places asked for; again and wider where nothing was near. */
const WIDTHS = [
  { cap: 64, limit: 24 },
  { cap: 768, limit: 24 },
] as const;
/** Places of a sentence's words that are looked at to see whether they are written the same. */
const LOOKED_AT = 2;
/** Near wordings of a sentence whose uses are counted. */
const COUNTED = 6;
/** Texts of one publisher and kind looked through for the series, and texts of the series looked at. */
const LOOKED_THROUGH = [40, 400] as const;
const OF_SERIES = 18;

/** Ages every sentence of a text. Throws OnrecordError `bad-use` for a day that is none, and what `readText` throws. */
export async function ageText(input: AgeInput, effects: AgeEffects): Promise<TextAge> {
  const { archive } = effects;
  const read = await readText(input.text, effects);
  const { facts, rendering } = read;
  const before = dayGiven(input.day) ?? facts.said ?? facts.published;
  const language = input.language ?? facts.language?.value ?? null;
  const body = input.body ?? facts.body ?? facts.source;
  const speaker = input.speaker ?? facts.speaker?.value ?? null;
  const desk = effects.desk ?? new AgeDesk();
  const sentences = read.held
    ? await desk.sentences(read.held.version.reference, language, archive)
    : cutSentences(rendering, language);
  const bench = desk.bench(language);
  const copies = await copiesOf(read, archive);
  const scope: Scope = {
    before,
    except: [...(read.held ? [read.held.document.reference] : []), ...copies.map(({ reference }) => reference)],
  };
  const { coverage, tied } = await archive.covers(scope);
  const found = await lookUp(
    sentences,
    { scope, body, speaker, words: coverage.words, bench, day: before?.at ?? null },
    effects,
  );
  const aged = sentences.map((sentence, i) =>
    ageOf(i + 1, sentence, found[i]!, { body, speaker: sentence.speaker ?? speaker }, bench),
  );
  const series = await textsOfSeries(read, scope, archive);
  const against = input.against ? await readText(input.against, effects) : null;
  return {
    text: {
      name: read.name,
      reference: read.held?.version.reference ?? null,
      title: facts.title || null,
      language,
      body,
      speaker,
      said: facts.said,
      published: facts.published,
      text: rendering.text,
    },
    before,
    sentences: aged,
    share: shareOf(aged),
    coverage,
    tied,
    copies,
    series: series && aboutSeries(series),
    absent: series ? await absentFrom(sentences, series.documents, { scope, desk, bench }, archive) : [],
    redline:
      input.plain === true
        ? null
        : await redlineOf(
            read,
            against ?? (series ? await readText({ held: series.documents[0]!.reference }, effects) : null),
            language,
          ),
    rules: `${RULES}, ${FOLDING}`,
    problems: read.problems,
  };
}

function dayGiven(day: string | null | undefined): When | null {
  if (day === null || day === undefined) return null;
  const when = parseWhen(day);
  if (when) return when;
  throw new OnrecordError('bad-use', `"${day}" is no date.`, 'Write it like --date 2025-07-10.');
}

/** Held near-copies of a held text: they are this text, not older ones. */
async function copiesOf({ held }: ReadText, archive: Archive): Promise<readonly NamedText[]> {
  if (!held) return [];
  const documents = await Promise.all(
    (await archive.nearCopies(held.document.reference)).map((one) => archive.document(one)),
  );
  return documents.flatMap((document) => (document ? [namedText(document)] : []));
}

interface Asked {
  readonly scope: Scope;
  readonly body: string | null;
  readonly speaker: string | null;
  /** Words of all texts that count. */
  readonly words: number;
  readonly bench: Bench;
  readonly day: string | null;
}

/** What the archive holds of each sentence. */
async function lookUp(sentences: readonly Sentence[], asked: Asked, effects: AgeEffects): Promise<Found[]> {
  const { archive, signal } = effects;
  const { scope, words, bench } = asked;
  const exact = await exactUses(sentences, asked, archive);
  signal?.throwIfAborted();
  const chance = Math.log2(Math.max(2, words));
  const run = formulaWords(chance, isUnspaced(sentences.flatMap((sentence) => sentence.words)));
  const near = new Map<number, readonly NearWording[]>();
  let open = [...sentences.keys()].filter((i) => exact[i]!.texts === 0);
  for (const width of WIDTHS) {
    if (open.length === 0) break;
    const answers = await archive.nearUses(
      open.map((i) => sentences[i]!.words),
      scope,
      { ...width, run, beyondChance: nearMargin(chance) },
    );
    signal?.throwIfAborted();
    const still: number[] = [];
    for (const [k, i] of open.entries()) {
      const { places, chance: beyond, capped } = answers[k]!;
      const wordings = nearWordings(sentences[i]!, places, beyond, bench);
      near.set(i, wordings.slice(0, COUNTED));
      if (wordings.length === 0 && capped) still.push(i);
    }
    open = still;
    effects.progress?.({ done: sentences.length - open.length, total: sentences.length });
  }
  const wanted = [...near].flatMap(([i, wordings]) => wordings.map((wording) => ({ i, words: wording.words })));
  const counted = await archive.uses(
    wanted.map((one) => one.words),
    scope,
    { whole: true },
  );
  const nearUses = new Map<number, Uses[]>();
  for (const [k, { i }] of wanted.entries()) nearUses.set(i, [...(nearUses.get(i) ?? []), counted[k]!]);
  const strange = [...near].filter(([, wordings]) => wordings.length === 0).map(([i]) => i);
  const runs = await archive.longestMatches(
    strange.map((i) => sentences[i]!.words),
    scope,
    LEAST_RUN,
  );
  const known = new Map<number, readonly HeldRun[]>(
    strange.map((i, k) => {
      const unspaced = isUnspaced(sentences[i]!.words);
      return [i, runs[k]!.filter((run) => isFormula(run, chance, unspaced))];
    }),
  );
  return sentences.map((_, i) => ({
    exact: exact[i]!,
    near: near.get(i) ?? [],
    nearUses: nearUses.get(i) ?? [],
    runs: known.get(i) ?? [],
  }));
}

/** Uses of each whole sentence, with the earliest of its own speaker. */
async function exactUses(
  sentences: readonly Sentence[],
  { scope, body, speaker, day }: Asked,
  archive: Archive,
): Promise<Uses[]> {
  const voices = new Map<string | null, number[]>();
  for (const [i, sentence] of sentences.entries()) {
    const voice = sentence.speaker ?? speaker;
    voices.set(voice, [...(voices.get(voice) ?? []), i]);
  }
  const [people, { aliases }] = await Promise.all([archive.people(), archive.settings()]);
  const context = { people, aliases, day, known: knownPeople(people, aliases) };
  const found: Uses[] = [];
  const held = [...voices.keys()].some((voice) => voice !== null) ? await voicesOf(archive, context) : null;
  for (const [voice, own] of voices) {
    const names = voice === null ? null : held!.of(voice);
    const uses = await archive.uses(
      own.map((i) => sentences[i]!.words),
      scope,
      {
        body,
        voice: names,
        list: LOOKED_AT,
        latestFirst: true,
        whole: true,
      },
    );
    for (const [k, i] of own.entries()) found[i] = uses[k]!;
  }
  return found;
}

/** The texts of the same series that count, the newest first; null if there is none. */
async function textsOfSeries(
  { facts }: ReadText,
  scope: Scope,
  archive: Archive,
): Promise<{ readonly series: Series; readonly documents: readonly Document[] } | null> {
  const series = seriesOf(facts);
  if (!series) return null;
  const publisher = {
    body: facts.body,
    source: facts.source,
    kind: series.rule === 'stated series' ? null : facts.kind.value,
    language: facts.language?.value ?? null,
  };
  let documents: readonly Document[] = [];
  for (const limit of LOOKED_THROUGH) {
    const candidates = await archive.latest(publisher, scope, limit);
    documents = candidates.filter((other) => series.holds(other)).slice(0, OF_SERIES);
    if (documents.length === OF_SERIES || candidates.length < limit) break;
  }
  return documents.length === 0 ? null : { series, documents };
}

function aboutSeries({
  series,
  documents,
}: {
  readonly series: Series;
  readonly documents: readonly Document[];
}): TextAge['series'] {
  const { rule, name, because } = series;
  return { rule, name, because, texts: documents.length, previous: namedText(documents[0]!) };
}

async function absentFrom(
  sentences: readonly Sentence[],
  documents: readonly Document[],
  { scope, desk, bench }: { readonly scope: Scope; readonly desk: AgeDesk; readonly bench: Bench },
  archive: Archive,
): Promise<TextAge['absent']> {
  const earlier: (readonly Sentence[])[] = [];
  for (const { versions, language } of documents)
    earlier.push(await desk.sentences(versions.at(-1)!.reference, language?.value ?? null, archive));
  const absent = absentFormulas(sentences, earlier, bench);
  const uses = await archive.uses(
    absent.map(({ words }) => words),
    scope,
  );
  return absent.map((formula, i) => {
    const { first, last } = uses[i]!;
    return { ...formula, first: first && heldText(first), last: last && heldText(last) };
  });
}

async function redlineOf(
  read: ReadText,
  earlier: ReadText | null,
  language: string | null,
): Promise<TextAge['redline']> {
  if (!earlier) return null;
  const a = mainText(earlier.rendering);
  const b = mainText(read.rendering);
  const about = ({ name, facts }: ReadText, text: string): ComparedText => ({
    name,
    title: facts.title || null,
    text,
    language: facts.language?.value ?? null,
  });
  return { ...compareTexts(a, b, language), a: about(earlier, a.text), b: about(read, b.text) };
}
