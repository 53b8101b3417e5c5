/**
 * Where a text may be cut without cutting a character that a reader sees as one: not between the halves of a
 * surrogate pair, not before a mark, a skin tone or a joiner, not inside a flag. The few rules of UAX #29 (extended
 * grapheme clusters) that words and marks of records need; Hangul syllables stand whole in words. Rejected:
 * Intl.Segmenter, which reads a whole text to answer for one place.
 */

/** Whether a cut at `at` (UTF-16 code units) would part what is one character to a reader. */
export function cutsCharacter(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const code = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  if (code < PLAIN && before < PLAIN) return false;
  if (isLow(code) && isHigh(before)) return true;
  if (before === JOINER || code === JOINER) return true;
  const here = text.codePointAt(at)!;
  if (EXTENDS.test(String.fromCodePoint(here))) return true;
  return isRegional(here) && regionalsBefore(text, at) % 2 === 1;
}

/** Below stands nothing that goes with the character before it. */
const PLAIN = 0x300;
const JOINER = 0x200d;
const EXTENDS = /^[\p{M}\p{EMod}\u{e0020}-\u{e007f}]$/u;

function isHigh(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}

/** Two of these make a flag. */
function isRegional(code: number): boolean {
  return code >= 0x1f1e6 && code <= 0x1f1ff;
}

function regionalsBefore(text: string, at: number): number {
  let found = 0;
  while (at >= 2 && isRegional(text.codePointAt(at - 2)!)) {
    found++;
    at -= 2;
  }
  return found;
}
