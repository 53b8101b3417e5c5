/**
 * What a desk finds in the morning, for somebody who looked before: texts held for the first time, the same text of
 * several sources once and those of one occasion together, each with what is new in it; changes in texts that were held;
 * and the sources that something is wrong with.
 *
 * Cost: the age of each new text that is shown, up to AGED of them, and one comparison for each text that changed.
 */
import type { FirstHeld } from '#archive/index.js';
import type { Reference } from '#base/index.js';
import type { AgedSentence } from '#formula/index.js';
import type { Coverage, Document } from '#record/index.js';
import { AgeDesk, ageText } from './age-text.js';
import type { Effects, Extractor } from './effects.js';
import { type ChangesReport, listChanges } from './list-changes.js';
import { type ListedSource, listSources } from './list-sources.js';
import { type WatchedUse, WatchedWords } from './watched-words.js';

/** A text that is new, with what is new in it. */
export interface FreshText {
  readonly document: Document;
  readonly source: Reference | null;
  /** The same text, nearly word for word, as others brought it. */
  readonly copies: readonly Document[];
  /** Its sentences with their ages; null: it is too long, or too many are new, to read it here. */
  readonly sentences: readonly AgedSentence[] | null;
  /** Formulas that somebody waits for. */
  readonly watched: readonly WatchedUse[];
}

/** New texts of one occasion, or one that stands alone. */
export interface FreshGroup {
  /** As the texts print it; null: a text by itself. */
  readonly occasion: string | null;
  readonly texts: readonly FreshText[];
}

export interface MorningReport {
  readonly now: number;
  readonly changes: ChangesReport;
  readonly groups: readonly FreshGroup[];
  /** New texts beyond those that are looked at. */
  readonly moreTexts: number;
  /** Sources that something is wrong with, the gravest first, and how many are followed. */
  readonly troubled: readonly ListedSource[];
  readonly followed: number;
  readonly coverage: Coverage;
}

export interface MorningRequest {
  /** Whose mark counts; null: all there ever was. */
  readonly look: string | null;
  /** New texts that are looked at, newest first, and lines of changes. */
  readonly texts: number;
  readonly changes: number;
}

export interface MorningEffects extends Effects {
  readonly extract: Extractor;
  readonly now: () => number;
}

/** Texts whose sentences are aged, and words of the longest of them. */
const AGED = 24;
const LONGEST = 12_000;

/** Opens the morning desk. Throws `stopped`. */
export async function openMorning(request: MorningRequest, effects: MorningEffects): Promise<MorningReport> {
  const { archive } = effects;
  const mark = request.look === null ? null : await archive.following.mark(request.look);
  const fresh = await archive.following.firstHeld({ after: mark?.revision ?? 0, limit: request.texts });
  const [changes, { sources, now }, settings, coverage] = await Promise.all([
    listChanges({ look: request.look, since: null, search: null, source: null, limit: request.changes }, effects),
    listSources(effects),
    archive.settings(),
    archive.coverage(),
  ]);
  const texts = await withCopies(fresh, effects);
  const watched = new WatchedWords(settings.watch);
  const desk = new AgeDesk();
  const read: FreshText[] = [];
  for (const [i, text] of texts.entries()) read.push(await readFresh(text, { watched, desk, aged: i < AGED }, effects));
  return {
    now,
    changes,
    groups: byOccasion(read).toSorted((a, b) => worth(b) - worth(a)),
    moreTexts: Math.max(0, changes.fresh - fresh.length),
    troubled: sources.filter(({ health }) => !WELL.has(health)),
    followed: sources.filter(({ source }) => source.ended === null).length,
    coverage,
  };
}

const WELL: ReadonlySet<string> = new Set(['on time', 'not looked at yet', 'paused', 'ended']);

type Copied = Pick<FreshText, 'document' | 'source' | 'copies'>;

/** Each text once: the first that was held of several that are nearly the same words. */
async function withCopies(fresh: readonly FirstHeld[], { archive }: MorningEffects): Promise<Copied[]> {
  const told = new Set<Reference>();
  const texts: Copied[] = [];
  for (const { document, source } of fresh.toReversed()) {
    if (told.has(document.reference)) continue;
    const copies: Document[] = [];
    for (const near of await archive.nearCopies(document.reference)) {
      const copy = await archive.document(near);
      // One publisher says nearly the same every week: that is a series, and no copy.
      if (copy === null || told.has(near) || copy.source === document.source) continue;
      told.add(near);
      copies.push(copy);
    }
    texts.push({ document, source, copies });
  }
  return texts.toReversed();
}

async function readFresh(
  { document, source, copies }: Copied,
  { watched, desk, aged }: { readonly watched: WatchedWords; readonly desk: AgeDesk; readonly aged: boolean },
  effects: MorningEffects,
): Promise<FreshText> {
  const newest = document.versions.at(-1)!;
  const rendering = await effects.archive.text(newest.reference);
  const uses = watched.in(rendering.text, document.language?.value ?? null, rendering.blocks);
  const age =
    aged && newest.words <= LONGEST
      ? await ageText({ text: { held: newest.reference }, plain: true }, { ...effects, desk })
      : null;
  return { document, source, copies, sentences: age?.sentences ?? null, watched: uses };
}

/** What uses a formula that somebody waits for goes first, then what says something new; else the newest. */
function worth({ texts }: FreshGroup): number {
  if (texts.some(({ watched }) => watched.length > 0)) return 2;
  return texts.some(({ sentences }) => sentences?.some(({ age, words }) => NEW.has(age) && words >= SAYING) ?? true)
    ? 1
    : 0;
}

/** Fewer words are a date or a greeting. */
const SAYING = 5;
const NEW: ReadonlySet<string> = new Set(['first held', 'known, with insert', 'known, with drop']);

/** Texts of one occasion and day together, in the order of the first of each. */
function byOccasion(texts: readonly FreshText[]): FreshGroup[] {
  const groups = new Map<string, { readonly occasion: string | null; readonly texts: FreshText[] }>();
  for (const text of texts) {
    const { occasion, reference, said, published } = text.document;
    const day = (said ?? published)?.at.slice(0, 10) ?? '';
    const key = occasion === null ? reference : `${occasion.toLowerCase()} ${day}`;
    const group = groups.get(key);
    if (group) group.texts.push(text);
    else groups.set(key, { occasion, texts: [text] });
  }
  return [...groups.values()].map((group) => (group.texts.length > 1 ? group : { ...group, occasion: null }));
}
