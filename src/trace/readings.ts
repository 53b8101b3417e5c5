/** From places to the readings that a person sees: source words with their surroundings and what differs. */
import { versionReference, type Span } from '#base/index.js';
import type { Classifier } from '#collate/index.js';
import type { Candidate, Document, Reading, Rendering } from '#record/index.js';
import { turnAt } from './context.js';
import type { Part } from './parts.js';
import { type Leg, type Place, coveredBy, differences, spanOf } from './place.js';
import { names, type Related } from './records.js';
import { speakerAt } from './who.js';

/** Characters of context on each side, cut at a word. */
const CONTEXT = 320;

/** A reading of a part at a place, or of one leg of it. */
export function readingOf(p: Place, part: Part, classifier: Classifier, role: Reading['role'], leg?: Leg): Reading {
  const { document, version, window } = p.held.candidate;
  const at = spanOf(p, leg);
  const { start } = part.covers;
  const covers = leg ? coveredBy(p, leg) : { start: 0, end: part.covers.end - start };
  const turn = turnAt(p.held, at);
  const count = p.quoted.count;
  const around = textAround(p.held.candidate, at);
  const words = leg ? leg.aEnd - leg.a : p.matched;
  return {
    ...described(document),
    reference: version.reference,
    version: version.reference,
    capture: version.capture,
    speaker: speakerAt(p.held, at),
    turnKind: turn?.kind ?? null,
    start: at.start,
    end: at.end,
    text: window.text.slice(at.start - window.start, at.end - window.start),
    before: lead(window.text.slice(around.start - window.start, at.start - window.start)),
    after: trail(window.text.slice(at.end - window.start, around.end - window.start)),
    score: count === 0 ? 0 : Math.min(1, words / count),
    changes: differences(p, classifier, leg).map((c) => ({ ...c, a: shifted(c.a, start) })),
    covers: { start: covers.start + start, end: covers.end + start },
    role,
  };
}

/** The stretch around a place that is text of the document, up to the furniture of its page. */
function textAround({ window, blocks }: Candidate, at: Span): Span {
  let start = window.start;
  let end = window.start + window.text.length;
  for (const block of blocks) {
    if (block.kind !== 'furniture') continue;
    if (block.end <= at.start) start = Math.max(start, block.end);
    else if (block.start >= at.end) end = Math.min(end, block.start);
  }
  return { start, end };
}

/** The nearest words to a part that is not held. */
export function nearestReading(p: Place, part: Part, classifier: Classifier): Reading {
  return readingOf(p, part, classifier, 'nearest');
}

/**
 * The passage of the original that a followed translation translates, paired by its place among the paragraphs; null
 * if the original is not held.
 */
export function originalReading(p: Place, related: Related, part: Part): Reading | null {
  const { document } = p.held.candidate;
  const named = document.translationOf;
  if (named === null) return null;
  const found = related.get(named) ?? [...related.values()].find((r) => names(r.document, named));
  const newest = found?.document.versions.at(-1);
  if (!found || !newest) return null;
  const at = spanOf(p);
  const mine = p.held.candidate.blocks.find((b) => b.start <= at.start && at.start < b.end);
  const own = related.get(document.reference);
  const theirs = paragraphs(found.rendering);
  const target = own && mine ? pairedWith(paragraphs(own.rendering), mine, theirs) : theirs[0];
  if (!target) return null;
  return {
    ...described(found.document),
    reference: versionReference(Number(found.document.reference.slice(1)), newest.number),
    version: newest.reference,
    capture: newest.capture,
    speaker: found.document.speaker?.value ?? null,
    turnKind: null,
    start: target.start,
    end: target.end,
    text: found.rendering.text.slice(target.start, target.end),
    before: '',
    after: '',
    score: 0,
    changes: [],
    covers: part.covers,
    role: 'original',
  };
}

function paragraphs(rendering: Rendering): Span[] {
  return rendering.blocks.filter((b) => b.kind !== 'furniture' && b.kind !== 'label' && b.kind !== 'stage note');
}

/** The paragraph with the same number, or at the same share of the text where the numbers differ. */
function pairedWith(own: readonly Span[], mine: Span, theirs: readonly Span[]): Span | undefined {
  const index = own.findIndex((b) => b.start === mine.start);
  if (index < 0 || theirs.length === 0) return undefined;
  if (own.length === theirs.length) return theirs[index];
  return theirs[Math.min(theirs.length - 1, Math.round((index / own.length) * theirs.length))];
}

function described(
  d: Document,
): Pick<Reading, 'document' | 'title' | 'address' | 'said' | 'published' | 'kind' | 'occasion' | 'body'> {
  return {
    document: d.reference,
    title: d.title,
    address: d.address,
    said: d.said,
    published: d.published,
    kind: d.kind.value,
    occasion: d.occasion,
    body: d.body,
  };
}

function shifted<T extends Span>(span: T, by: number): T {
  return { ...span, start: span.start + by, end: span.end + by };
}

function lead(text: string): string {
  if (text.length <= CONTEXT) return text;
  const cut = text.slice(-CONTEXT);
  return cut.slice(cut.search(/\s/) + 1);
}

function trail(text: string): string {
  if (text.length <= CONTEXT) return text;
  const cut = text.slice(0, CONTEXT);
  return cut.slice(0, cut.search(/\s\S*$/));
}
