/** What a page of one wording shows around its words: lit words, places of a search, copies, who took words up. */
import type { LitPlaces } from '#archive/index.js';
import type { Span } from '#base/index.js';
import type { Document } from '#record/index.js';
import type { Effects } from './effects.js';
import { findVersion } from './find-document.js';
import { type FollowedAnchor, followAnchor } from './follow-anchor.js';
import { fragmentAddress } from './passages.js';
import { placesInText } from './search-texts.js';
import { traceUptake, type Uptake } from './trace-uptake.js';

export interface TextAround {
  /** The words that were named, and what became of them; null where none were, or where the wording has none there. */
  readonly lit: (FollowedAnchor & { readonly at: Span; readonly live: string | null }) | null;
  /** All places of a search in this wording. */
  readonly places: LitPlaces;
  /** Documents that hold nearly the same text. */
  readonly copies: readonly Document[];
  readonly uptake: Uptake;
}

/** Throws OnrecordError `not-found`, or `bad-use` where the search is at fault. */
export async function readAround(
  input: { readonly named: string; readonly at: Span | null; readonly words: string | null },
  effects: Effects,
): Promise<TextAround> {
  const { archive } = effects;
  const { document, version } = await findVersion(input.named, archive);
  const named = version.reference;
  const [lit, places, uptake, copies] = await Promise.all([
    input.at === null ? null : litAt(document, named, input.at, effects),
    input.words === null ? [] : placesInText({ named, words: input.words }, effects),
    traceUptake({ document: named }, effects),
    archive.nearCopies(document.reference),
  ]);
  const held = await Promise.all(copies.map((copy) => archive.document(copy)));
  return { lit, places, uptake, copies: held.filter((copy) => copy !== null) };
}

async function litAt(document: Document, named: string, at: Span, effects: Effects): Promise<TextAround['lit']> {
  const anchor = await followAnchor({ named, ...at }, effects);
  if (anchor === null) return null;
  const { text } = await effects.archive.text(named);
  const live = document.address === null ? null : fragmentAddress(document.address, text.slice(at.start, at.end));
  return { ...anchor, at, live };
}
