/**
 * Answers that end before their end: a page or a list that was cut off behind the server, where its length says nothing.
 * Told by what must stand at the end and does not. Pages that leave out the end tags which HTML allows to be left out
 * are whole: what counts is an element left open that must be closed (HTML, section 13.1.2.4). One pass, and only over
 * what has no end. Rejected: comparing lengths with what came before, because texts are cut by their authors too.
 */
import { decodeText } from '#extract/index.js';
import type { PlaceKind } from '#record/index.js';
import type { PlaceBytes, PlaceReading } from './place.js';

const MUST_CLOSE = /<(\/?)(?:div|main|article|section|aside|footer|header|nav|ul|ol|table|script|style|span|a)\b/gi;
const ENTRIES = /<(\/?)(?:[\w-]+:)?(?:item|entry|url|sitemap)\b[^>]*?(\/?)(?:>|$)/gi;

/** Whether a page was cut off. Bytes that are no page are none. */
export function isTorn({ bytes, mediaType }: Pick<PlaceBytes, 'bytes' | 'mediaType'>): boolean {
  if (mediaType !== null && !/html/i.test(mediaType)) return false;
  const html = decodeText(bytes, mediaType);
  if (html === null || !/<(?:!doctype html|html|head|body)\b/i.test(html.slice(0, 4000))) return false;
  if (/<\/(?:html|body)\s*>/i.test(html)) return false;
  let open = 0;
  for (const [, closes] of html.matchAll(MUST_CLOSE)) open += closes === '/' ? -1 : 1;
  return open > 0 || /<[^>]{0,2000}$/.test(html);
}

/** The same reading without the entry at which a torn list breaks off: its words and its address may be half. */
export function withoutTornEnd(reading: PlaceReading, given: PlaceBytes, kind: PlaceKind): PlaceReading {
  if (reading.items.length < 2 || kind === 'single page' || kind === 'wordpress') return reading;
  const isXml = kind === 'feed' || kind === 'sitemap';
  if (!(isXml ? endsInEntry(given) : isTorn(given))) return reading;
  // A channel's page has its newest post last, and lists it first.
  const items = kind === 'channel' ? reading.items.slice(1) : reading.items.slice(0, -1);
  const message = 'The list breaks off before its end: its last entry is left for the next look.';
  const { covers } = reading;
  return {
    ...reading,
    items,
    covers: covers && kind === 'channel' ? { ...covers, to: Number(items[0]!.key) } : covers,
    problems: [...reading.problems, { code: 'list-torn', message }],
  };
}

/** Whether the last entry that XML begins is never ended. */
function endsInEntry({ bytes, mediaType }: PlaceBytes): boolean {
  const xml = decodeText(bytes, mediaType)?.trimStart() ?? '';
  if (!xml.startsWith('<')) return false;
  let open = false;
  for (const [, closes, empty] of xml.matchAll(ENTRIES)) open = closes !== '/' && empty !== '/';
  return open;
}
