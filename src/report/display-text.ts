/**
 * Archived text on a screen: how wide it is, where it may be broken, and what in it must not act. A terminal obeys
 * escape sequences and a browser obeys direction overrides (CVE-2021-42574), so both are shown by name and never
 * passed on; the text itself is altered nowhere but on the screen.
 *
 * Widths are those of Unicode TR11 as terminals take them: wide and full-width characters two columns, combining
 * and format characters none, everything else one (ambiguous characters are narrow outside East Asian locales).
 */

/** Wide and full-width blocks of EastAsianWidth.txt, first and last code point; emoji are asked of the regexp engine. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18cff],
  [0x1b000, 0x1b2ff],
  [0x1f200, 0x1f2ff],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];
const EMOJI = /\p{Emoji_Presentation}/u;
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]/u;
const PLAIN = /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u205e]*$/;

/** Columns that a text takes in a terminal. Control characters count none: pass text through `safe` first. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    const point = character.codePointAt(0)!;
    if (point < 0x20 || (point >= 0x7f && point < 0xa0) || NO_WIDTH.test(character)) continue;
    width +=
      point >= 0x1100 && (WIDE.some(([first, last]) => point >= first && point <= last) || EMOJI.test(character))
        ? 2
        : 1;
  }
  return width;
}

/** C0, C1, direction overrides and embeddings, line separators, tag characters, lone surrogates. */
const ACTIVE = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u2028\u2029\u{e0000}-\u{e007f}]/u;
const EACH_ACTIVE = new RegExp(ACTIVE, 'gu');

/**
 * The text with white space collapsed to single spaces and everything that a terminal or browser would obey
 * replaced by its name: ESC becomes ␛ (Unicode's control pictures), U+202E becomes ⟨U+202E⟩.
 */
export function safe(text: string): string {
  const spaced = text.replace(/[\s\u0085\u2028\u2029]+/g, ' ');
  return ACTIVE.test(spaced) ? spaced.replace(EACH_ACTIVE, named) : spaced;
}

function named(character: string): string {
  const point = character.codePointAt(0)!;
  if (point < 0x20) return String.fromCodePoint(0x2400 + point);
  if (point === 0x7f) return '\u2421';
  if (point >= 0xd800 && point <= 0xdfff) return '\ufffd';
  return `⟨U+${point.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether a text has words that run from right to left. */
export function runsRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** Keeps right-to-left words from reordering what stands beside them (UAX 9: first strong isolate). */
export function isolate(text: string): string {
  return runsRightToLeft(text) ? `\u2068${text}\u2069` : text;
}

/** A word, or a character of a script without spaces, and whether white space stands before it. */
export interface Token {
  readonly text: string;
  readonly space: boolean;
}

const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}';
/** Closing marks stay with the character before them, opening ones with the one behind. */
const TOKEN = new RegExp(`[「『（《〈“‘]*[${UNSPACED}][，。、：；！？」』）》〉”’…—·～]*|[^\\s${UNSPACED}]+`, 'gu');
const UNSPACED_EDGE = new RegExp(`[${UNSPACED}，。、：；！？「」『』（）《》〈〉]`, 'u');

/** The places where a text may be broken into lines; what is wider than `limit` columns is cut. */
export function tokens(text: string, limit: number): Token[] {
  const found: Token[] = [];
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    const between = text.slice(at, match.index);
    at = match.index + match[0].length;
    let space = /\s/.test(between) || (found.length === 0 && /^\s/.test(text));
    for (const part of displayWidth(match[0]) > limit ? cut(match[0], limit) : [match[0]]) {
      found.push({ text: part, space });
      space = false;
    }
  }
  return found;
}

/** Whether no break may fall between two neighbouring texts: neither has a space there, nor a script without spaces. */
export function glued(before: string, after: string): boolean {
  if (before === '' || after === '') return false;
  const last = Array.from(before.slice(-2)).at(-1)!;
  const first = Array.from(after.slice(0, 2))[0]!;
  return !/\s/.test(last) && !/\s/.test(first) && !UNSPACED_EDGE.test(last) && !UNSPACED_EDGE.test(first);
}

function cut(text: string, limit: number): string[] {
  const parts: string[] = [];
  let part = '';
  let width = 0;
  for (const character of text) {
    const more = displayWidth(character);
    if (part !== '' && width + more > limit) {
      parts.push(part);
      part = '';
      width = 0;
    }
    part += character;
    width += more;
  }
  return part === '' ? parts : [...parts, part];
}

/** Breaks a text into lines of at most `width` columns, at white space or between characters of unspaced scripts. */
export function wrap(text: string, width: number): string[] {
  const limit = Math.max(2, width);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const token of tokens(text, limit)) {
    const more = displayWidth(token.text);
    const gap = token.space && used > 0 ? 1 : 0;
    if (used > 0 && used + gap + more > limit) {
      lines.push(line);
      line = token.text;
      used = more;
    } else {
      line += (gap === 1 ? ' ' : '') + token.text;
      used += gap + more;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** The text filled with spaces to `width` columns. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** The beginning of a text in at most `width` columns, cut at a word, with … where something was left out. */
export function shortened(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  const [line = ''] = wrap(text, Math.max(2, width - 2));
  return `${line} …`;
}
