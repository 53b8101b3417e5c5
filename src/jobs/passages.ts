/**
 * A part of a held text, and the place of exact words in it. Exact is what it is everywhere: the same code points
 * after NFC and with white space collapsed; words that differ in a mark are not found here, a check says how they
 * differ. Links to live pages use text fragments (WICG, URL Fragment Text Directives).
 */
import type { Archive } from '#archive/index.js';
import { OnrecordError, type Reference, type Span } from '#base/index.js';
import type { Document, Turn, Version } from '#record/index.js';
import { surface, surfaceWithPositions } from '#text/index.js';
import type { Effects } from './effects.js';
import { findVersion } from './find-document.js';

/** A span of one wording with what stands around it. */
export interface Passage extends Span {
  readonly document: Document;
  readonly version: Version;
  /** Code units of the whole text. */
  readonly length: number;
  readonly text: string;
  readonly before: string;
  readonly after: string;
  /** Turns that reach into it. */
  readonly turns: readonly Turn[];
  /** In how many places of this wording the words stand; of a part that was asked for by offsets, 1. */
  readonly places: number;
  /** Whether this wording is the newest; else whether the newest has these words too. */
  readonly now: 'newest' | 'same' | 'gone';
  /** The publisher's address with a text fragment; null where no address is known. */
  readonly live: string | null;
}

/** Code units of context on each side. */
const AROUND = 160;
/** Words at each end that a text fragment names, where the passage has more. */
const FRAGMENT_WORDS = 6;

/** The part of a held text from `start` on, cut at a white space. Throws OnrecordError `not-found` or `bad-use`. */
export async function showPassage(
  { named, start, length }: { readonly named: string; readonly start: number | null; readonly length: number },
  { archive }: Effects,
): Promise<Passage> {
  const { document, version } = await findVersion(named, archive);
  const { text, blocks } = await archive.text(version.reference);
  const from = start ?? blocks.find(({ kind }) => kind !== 'furniture')?.start ?? 0;
  if (from >= text.length && text.length > 0)
    throw new OnrecordError(
      'bad-use',
      `${version.reference} has ${text.length} characters, and none from ${from} on.`,
      `Give a start from 0 to ${text.length - 1}.`,
    );
  return passage(document, version, { start: from, end: endOf(text, from, length) }, 1, archive);
}

/** Where exact words stand first in a held text. Throws OnrecordError `not-found` where they do not stand so. */
export async function citeWords(
  { named, words }: { readonly named: string; readonly words: string },
  { archive }: Effects,
): Promise<Passage> {
  const { document, version } = await findVersion(named, archive);
  const folded = surfaceWithPositions((await archive.text(version.reference)).text);
  const wanted = surface(words);
  if (!/[\p{L}\p{N}]/u.test(wanted)) throw new OnrecordError('bad-use', 'There is no word to cite.', 'Give the words.');
  const starts: number[] = [];
  for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + wanted.length))
    if (isWhole(folded.text, at, at + wanted.length)) starts.push(at);
  const [first] = starts;
  if (first === undefined)
    throw new OnrecordError(
      'not-found',
      `These words do not stand so in ${version.reference}.`,
      'Check them as a quotation to see what differs, or search for them.',
    );
  const span = folded.positions.toOriginalSpan({ start: first, end: first + wanted.length });
  return passage(document, version, span, starts.length, archive);
}

/** From which Capture each of these Versions was cut; those that are not held are left out. */
export async function capturesOf(
  versions: readonly Reference[],
  { archive }: Effects,
): Promise<ReadonlyMap<Reference, Reference>> {
  const captures = new Map<Reference, Reference>();
  for (const reference of new Set(versions)) {
    const document = await archive.document(reference.replace(/v\d+$/, ''));
    const version = document?.versions.find((each) => each.reference === reference);
    if (version) captures.set(reference, version.capture);
  }
  return captures;
}

async function passage(
  document: Document,
  version: Version,
  { start, end }: Span,
  places: number,
  archive: Archive,
): Promise<Passage> {
  const { text, turns } = await archive.text(version.reference);
  const words = text.slice(start, end);
  const newest = document.versions.at(-1) ?? version;
  const isNewest = newest.reference === version.reference;
  const same = isNewest || surface((await archive.text(newest.reference)).text).includes(surface(words));
  return {
    document,
    version,
    start,
    end,
    length: text.length,
    text: words,
    before: text.slice(Math.max(0, start - AROUND), start),
    after: text.slice(end, end + AROUND),
    turns: turns.filter((turn) => turn.start < end && turn.end > start),
    places,
    now: isNewest ? 'newest' : same ? 'same' : 'gone',
    live: document.address === null ? null : fragmentAddress(document.address, words),
  };
}

/** The end of a part: at a line's end in its last quarter, else at a white space, else where it must be. */
function endOf(text: string, start: number, length: number): number {
  const most = start + length;
  if (most >= text.length) return text.length;
  const line = text.lastIndexOf('\n', most);
  if (line > start + length * 0.75) return line;
  const space = text.lastIndexOf(' ', most);
  return space > start ? space : most;
}

/** No word is cut at either end. Scripts without spaces have no such ends. */
function isWhole(text: string, start: number, end: number): boolean {
  const joined = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}]{2}/u;
  return !joined.test(text.slice(start - 1, start + 1)) && !joined.test(text.slice(end - 1, end + 1));
}

/** An address with a directive that lights these words on the live page; null for what is no page of the web. */
export function fragmentAddress(address: string, words: string): string | null {
  if (!/^https?:/.test(address)) return null;
  const all = surface(words).split(' ');
  const coded = (some: readonly string[]): string => encodeURIComponent(some.join(' ')).replaceAll('-', '%2D');
  const directive =
    all.length > 2 * FRAGMENT_WORDS
      ? `${coded(all.slice(0, FRAGMENT_WORDS))},${coded(all.slice(-FRAGMENT_WORDS))}`
      : coded(all);
  return `${address.replace(/#.*$/, '')}#:~:text=${directive}`;
}
