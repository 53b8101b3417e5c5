/** Words that an address names ("?at=120-180"): where they are lit, and how they stand in the newest wording. */
import type { ShownText } from '#jobs/index.js';
import type { Service } from './service.js';

export interface Lit {
  readonly span: { readonly start: number; readonly end: number };
  /** The wording is the newest; else whether the newest has the words just so. */
  readonly now: 'newest' | 'same' | 'gone';
}

/** Null where no words are named, or none that this wording has. Offsets never move: a wording is immutable. */
export async function litIn(shown: ShownText, at: string | null, service: Pick<Service, 'show'>): Promise<Lit | null> {
  const [, start, end] = /^(\d+)-(\d+)$/.exec(at ?? '') ?? [];
  const span = { start: Number(start), end: Number(end) };
  const { text } = shown.rendering;
  if (start === undefined || span.start >= span.end || span.end > text.length) return null;
  const newest = shown.document.versions.at(-1)!;
  if (newest.reference === shown.version.reference) return { span, now: 'newest' };
  const { rendering } = await service.show(newest.reference);
  return { span, now: rendering.text.includes(text.slice(span.start, span.end)) ? 'same' : 'gone' };
}
