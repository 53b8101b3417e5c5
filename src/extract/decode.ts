/**
 * Bytes to text. A byte-order mark, the encoding that the sender or the page states, valid UTF-8 and the zero bytes of
 * UTF-16 are facts; between the single-byte encodings windows-1251, KOI8-R and windows-1252 only the look of the
 * letters decides, and that is said to be a guess. What is no text in any of them is binary.
 */
import type { Problem } from '#base/index.js';
import { scoreReading } from './letters.js';

export interface Decoded {
  readonly text: string;
  /** WHATWG name of the encoding. */
  readonly encoding: string;
  readonly problems: readonly Problem[];
}

/** Why bytes are no text that we can read. */
export type Undecodable = 'binary' | 'encoding';

/** Soft hyphens and joints of no width: never seen, often pasted along, and no part of a wording. */
export const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/** How much is looked at to guess. */
const SAMPLE = 65_536;
/** More of these than one in so many characters, and it is no text. */
const CONTROLS_PER = 100;
const DAMAGED_PER = 30;

/** Reads bytes as text; `stated` is the encoding that the sender or the text itself names, if any. Lines end with "\n". */
export function decode(bytes: Uint8Array, stated: string | null): Decoded | Undecodable {
  const read = fromMark(bytes) ?? fromZeros(bytes) ?? fromStated(bytes, stated) ?? fromUtf8(bytes) ?? guess(bytes);
  if (typeof read === 'string') return read;
  if (isBinary(read.text)) return 'binary';
  return { ...read, text: read.text.replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n').replace(INVISIBLE, '') };
}

function using(encoding: string, bytes: Uint8Array, problems: readonly Problem[] = []): Decoded {
  return { text: textIn(encoding, bytes), encoding, problems };
}

/** What windows-1252 has where Latin-1 has controls; WHATWG Encoding Standard. */
const UPPER_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Some releases of Node 20 and 22 read windows-1252 as Latin-1. */
function textIn(encoding: string, bytes: Uint8Array, fatal = false): string {
  const text = new TextDecoder(encoding, { fatal }).decode(bytes);
  if (encoding !== 'windows-1252') return text;
  return text.replace(/[\u0080-\u009f]/g, (control) => UPPER_1252[control.charCodeAt(0) - 0x80]!);
}

function fromMark(bytes: Uint8Array): Decoded | Undecodable | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return using('utf-8', bytes);
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff))
    return 'encoding';
  if (a === 0xff && b === 0xfe) return using('utf-16le', bytes);
  if (a === 0xfe && b === 0xff) return using('utf-16be', bytes);
  return null;
}

/** UTF-16 without a mark: at even or at odd places stand the few high bytes of Latin and Cyrillic. */
function fromZeros(bytes: Uint8Array): Decoded | null {
  const end = Math.min(bytes.length, 4096) & ~1;
  if (end < 4) return null;
  const high = [0, 0];
  let zeros = 0;
  for (let i = 0; i < end; i++) {
    const byte = bytes[i]!;
    if (byte === 0) zeros++;
    if (byte === 0 || byte === 4 || byte === 0x20 || byte === 0x30) high[i & 1]!++;
  }
  const half = end / 2;
  if (zeros < half / 20) return null;
  const [even, odd] = [high[0]! / half, high[1]! / half];
  if (odd > 0.9 && even < 0.6) return using('utf-16le', bytes);
  if (even > 0.9 && odd < 0.6) return using('utf-16be', bytes);
  return null;
}

function fromStated(bytes: Uint8Array, stated: string | null): Decoded | null {
  if (stated === null) return null;
  let name: string;
  try {
    name = new TextDecoder(stated.trim().toLowerCase()).encoding;
  } catch {
    return null;
  }
  if (name.startsWith('utf-16')) return null;
  // Many name the encoding of long ago and send another: what is UTF-8 in every character is nothing else.
  if (name === 'windows-1252' && isUtf8(bytes)) return null;
  try {
    return { text: textIn(name, bytes, true), encoding: name, problems: [] };
  } catch {
    return null;
  }
}

/** Whether there are characters beyond ASCII, and all of them are those of UTF-8. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).length !== bytes.length;
  } catch {
    return false;
  }
}

/** UTF-8, also if a few of its characters are broken: a page cut off in the middle, a byte lost on the way. */
function fromUtf8(bytes: Uint8Array): Decoded | null {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', problems: [] };
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    let damaged = 0;
    let sound = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 0xfffd) damaged++;
      else if (code > 0x7f) sound++;
    }
    if (sound < damaged * DAMAGED_PER) return null;
    const message = `${damaged} ${damaged === 1 ? 'character is' : 'characters are'} broken and shown as \ufffd; save the text anew as UTF-8 if these places matter.`;
    return { text, encoding: 'utf-8', problems: [{ code: 'text-damaged', message }] };
  }
}

function guess(bytes: Uint8Array): Decoded | Undecodable {
  const sample = bytes.subarray(0, SAMPLE);
  let zeros = 0;
  for (const byte of sample) if (byte === 0) zeros++;
  if (zeros > 0) return 'binary';
  let best = 'windows-1252';
  let most = -Infinity;
  for (const encoding of ['windows-1252', 'windows-1251', 'koi8-r']) {
    const score = scoreReading(textIn(encoding, sample));
    if (score > most) [best, most] = [encoding, score];
  }
  const message = `Read as ${best}, a guess; if letters look wrong, save the text as UTF-8 and add it again.`;
  return using(best, bytes, [{ code: 'encoding-guessed', message }]);
}

function isBinary(text: string): boolean {
  const end = Math.min(text.length, SAMPLE);
  let odd = 0;
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) odd++;
    else if (
      code < 32 ? code !== 9 && code !== 10 && code !== 13 && code !== 12 : code >= 0x7f && code < 0xa0 && code !== 0x85
    )
      odd++;
  }
  return odd * CONTROLS_PER > end;
}

/** The encoding that a page or an XML file states in its first bytes; null if it states none. */
export function encodingInside(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096));
  const m =
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:-]+)/i.exec(head) ??
    /^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:-]+)/i.exec(head);
  return m?.[1] ?? null;
}

/** The encoding in a media type: "text/html; charset=windows-1251". */
export function encodingOfMediaType(mediaType: string | null): string | null {
  return /charset\s*=\s*["']?([\w:-]+)/i.exec(mediaType ?? '')?.[1] ?? null;
}

/** The text of bytes as their media type, their own words or the bytes themselves say; null if they are no text. */
export function decodeText(bytes: Uint8Array, mediaType: string | null): string | null {
  const decoded = decode(bytes, encodingOfMediaType(mediaType) ?? encodingInside(bytes));
  return typeof decoded === 'string' ? null : decoded.text;
}
