/**
 * How much of a text was quoted, word by word, and by whom. Texts that share runs of its words are looked through for
 * quotations, and these are laid over the text. A quotation that is given to somebody who is surely another does not
 * count, nor do near-copies of the text itself.
 */
import type { Archive, Scope } from '#archive/index.js';
import type { Reference } from '#base/index.js';
import {
  type QuotedText,
  type Quoter,
  QuotableText,
  WITNESS_MARGIN,
  cutSentences,
  formulaWords,
  heldText,
  isUnspaced,
  namedText,
} from '#formula/index.js';
import { type Use, knownPeople, samePerson } from '#record/index.js';
import { FOLDING } from '#text/index.js';
import type { Effects } from './effects.js';
import { findVersion } from './find-document.js';
import { quotationsOf } from './trace-sayings.js';

const RULES = 'quoted/1';
const CAP = 256;
const PLACES = 64;

/** Finds who quotes a held text. Throws OnrecordError `not-found`. */
export async function traceQuoted(
  input: { readonly document: string },
  { archive, signal }: Effects,
): Promise<QuotedText> {
  const { document, version } = await findVersion(input.document, archive);
  const rendering = await archive.text(version.reference);
  const language = document.language?.value ?? null;
  const scope: Scope = {
    before: null,
    except: [document.reference, ...(await archive.nearCopies(document.reference))],
  };
  const { coverage } = await archive.covers(scope);
  const sentences = cutSentences(rendering, language).filter(({ words }) => words.length >= 3);
  const run = formulaWords(Math.log2(Math.max(2, coverage.words)), isUnspaced(sentences.flatMap(({ words }) => words)));
  const found = await archive.nearUses(
    sentences.map(({ words }) => words),
    scope,
    {
      cap: CAP,
      limit: PLACES,
      all: true,
      run,
      beyondChance: WITNESS_MARGIN,
    },
  );
  signal?.throwIfAborted();
  const candidates = await withoutCopies(
    found.flatMap(({ places }) => places),
    archive,
  );
  const [people, { aliases }] = await Promise.all([archive.people(), archive.settings()]);
  const names = { people, aliases, known: knownPeople(people, aliases) };
  const speaker = document.speaker?.value ?? null;
  const laid = new QuotableText(rendering.text, language);
  const quoters: Quoter[] = [];
  for (const candidate of candidates) {
    signal?.throwIfAborted();
    const day = (candidate.document.said ?? candidate.document.published)?.at.slice(0, 10) ?? null;
    const quotations: Quoter['quotations'][number][] = [];
    for (const { text, kind, attribution } of await quotationsOf(candidate, names, archive)) {
      if (kind === 'title' || kind === 'scare') continue;
      const other =
        attribution.speaker !== null &&
        speaker !== null &&
        samePerson(attribution.speaker, speaker, { ...names, day }) === 'different';
      const span = other ? null : laid.lay(text, quoters.length);
      if (span) quotations.push({ text, ...span, speaker: attribution.speaker });
    }
    if (quotations.length > 0) quoters.push({ held: heldText(candidate.document), quotations });
  }
  return {
    document: namedText(document),
    version: version.reference,
    language,
    text: rendering.text,
    blocks: rendering.blocks
      .filter(({ kind }) => kind !== 'furniture')
      .map(({ start, end, kind }) => ({ start, end, kind })),
    quoters,
    runs: laid.runs(),
    coverage,
    rules: `${RULES}, ${FOLDING}`,
  };
}

/** The texts of some places in order of time, each once, and of near-copies the earliest. */
async function withoutCopies(places: readonly Use[], archive: Archive): Promise<readonly Use[]> {
  const byDocument = new Map(places.map((place) => [place.document.reference, place]));
  const when = ({ document }: Use): string => (document.said ?? document.published)?.at ?? '9999';
  const inTime = [...byDocument.values()].toSorted((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0));
  const left = new Set<Reference>();
  const kept: Use[] = [];
  for (const place of inTime) {
    if (left.has(place.document.reference)) continue;
    kept.push(place);
    for (const copy of await archive.nearCopies(place.document.reference)) left.add(copy);
  }
  return kept;
}
