/**
 * What became of words that an address names: a wording never changes, so the words stand where they stood; what moves
 * is the newest wording. The words are carried into it by the differences between the two, never searched for first:
 * a phrase that stands in ten places is the one that was meant. Only words that were taken out are looked for elsewhere.
 */
import { compareTexts } from '#collate/index.js';
import type { Reference, Span } from '#base/index.js';
import { surface, surfaceWithPositions } from '#text/index.js';
import type { Effects } from './effects.js';
import { findVersion } from './find-document.js';

/** How words of a wording stand in the newest one. */
export interface FollowedAnchor {
  readonly state: 'newest' | 'same' | 'moved' | 'changed' | 'gone';
  readonly newest: Reference;
  /** Where they stand there; null where they are gone. */
  readonly span: Span | null;
  /** The words there. */
  readonly words: string;
}

/** Follows words of a wording into the newest; null if the wording has no such place. */
export async function followAnchor(
  { named, start, end }: { readonly named: string } & Span,
  { archive }: Effects,
): Promise<FollowedAnchor | null> {
  const { document, version } = await findVersion(named, archive);
  const old = await archive.text(version.reference);
  if (!(start < end && end <= old.text.length)) return null;
  const words = old.text.slice(start, end);
  const newest = document.versions.at(-1)!.reference;
  if (newest === version.reference) return { state: 'newest', newest, span: { start, end }, words };
  const now = await archive.text(newest);
  const { changes } = compareTexts(old, now, document.language?.value ?? null);
  const carried = carry({ start, end }, changes);
  const there = now.text.slice(carried.start, carried.end);
  const found = (state: 'same' | 'moved' | 'changed', span: Span): FollowedAnchor => ({
    state,
    newest,
    span,
    words: now.text.slice(span.start, span.end),
  });
  if (surface(there) === surface(words)) return found('same', carried);
  const isLeft = /[\p{L}\p{N}]/u.test(there);
  const wentElsewhere = changes.some((change) => change.class === 'move' && overlap(change.a, { start, end }));
  const elsewhere = !isLeft || wentElsewhere ? placeIn(now.text, words, changes) : null;
  if (elsewhere) return found('moved', elsewhere);
  return isLeft ? found('changed', carried) : { state: 'gone', newest, span: null, words: '' };
}

/** Where words stand in what is new in a text: in what stayed they stood before, and are others than those named. */
function placeIn(text: string, words: string, changes: readonly { readonly b: Span }[]): Span | null {
  const folded = surfaceWithPositions(text);
  const wanted = surface(words);
  for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + 1)) {
    const span = folded.positions.toOriginalSpan({ start: at, end: at + wanted.length });
    if (changes.some(({ b }) => overlap(b, span))) return span;
  }
  return null;
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** A span through differences: what is between two of them is the same in both texts. */
function carry({ start, end }: Span, changes: readonly { readonly a: Span; readonly b: Span }[]): Span {
  let shift = 0;
  let from: number | null = null;
  let to: number | null = null;
  for (const { a, b } of changes) {
    if (from === null && start < a.start) from = start + shift;
    if (from === null && start < a.end) from = b.start;
    if (to === null && end <= a.start) to = end + shift;
    if (to === null && end <= a.end) to = b.end;
    shift = b.end - a.end;
  }
  return { start: from ?? start + shift, end: Math.max(from ?? start + shift, to ?? end + shift) };
}
