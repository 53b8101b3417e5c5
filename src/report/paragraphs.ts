/** Where the paragraphs of a plain text end: at every line end, or, if its lines were filled by hand, at blank lines. */

const LONGEST_LINE = 100;
const FILLED_LINE = 45;
const FILLED_SHARE = 0.8;

/** What parts two paragraphs of this text, without flags. */
export function paragraphBreak(text: string): RegExp {
  return isHardWrapped(text) ? /[^\S\r\n]*\r?\n(?:[^\S\r\n]*\r?\n)+/ : /[\r\n]+/;
}

/** Lines filled to some width, with blank lines between paragraphs: a line end within a paragraph is only a space. */
function isHardWrapped(text: string): boolean {
  const paragraphs = text.split(/\r?\n(?:[^\S\r\n]*\r?\n)+/);
  if (paragraphs.length < 2) return false;
  let inner = 0;
  let filled = 0;
  for (const paragraph of paragraphs) {
    const lines = paragraph.split(/\r?\n/);
    if (lines.some(({ length }) => length > LONGEST_LINE)) return false;
    for (const line of lines.slice(0, -1)) {
      inner++;
      if (line.trim().length >= FILLED_LINE) filled++;
    }
  }
  return inner > 1 && filled >= FILLED_SHARE * inner;
}
