/**
 * Joins lines that were broken at a width, and mends words that were hyphenated at the break. Whether a hyphen is the
 * word's own, the text itself decides: "re-\nsolve" is joined if "resolve" stands elsewhere or "re-solve" does not.
 */

/** Words of a text, small letters, for deciding about hyphens; both "cooperation" and "co-operation" are entries. */
export function lexiconOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}]+(?:-[\p{L}]+)*(?!-?\n)/gu) ?? []);
}

/** Joins lines by spaces. Without a lexicon, that of these lines decides. */
export function unhyphenate(lines: readonly string[], lexicon?: ReadonlySet<string>): string {
  let words = lexicon;
  let text = lines[0] ?? '';
  for (let i = 1; i < lines.length; i++) {
    const before = lines[i - 1]!;
    const line = lines[i]!;
    const mark = before.charCodeAt(before.length - 1);
    const first =
      mark === 0x2d || mark === 0xad || mark === 0x2010 ? /(\p{L}+(?:-\p{L}+)*).$/u.exec(before)?.[1] : undefined;
    if (first === undefined) {
      text += ` ${line}`;
      continue;
    }
    const second = /^\p{Ll}+/u.exec(line)?.[0];
    if (second === undefined) {
      // "Anglo-\nAmerican" keeps its hyphen; a dash before a number is no hyphen.
      text += /^\p{L}/u.test(line) ? line : ` ${line}`;
      continue;
    }
    words ??= lexiconOf(lines.join('\n'));
    text = (isOwn(first.toLowerCase(), second, words) ? text : text.slice(0, -1)) + line;
  }
  return text;
}

/** Whether the hyphen between two halves belongs to the word. */
function isOwn(first: string, second: string, words: ReadonlySet<string>): boolean {
  if (words.has(`${first}-${second}`)) return true;
  return !words.has(first + second) && first.length > 3 && second.length > 3 && words.has(first) && words.has(second);
}
