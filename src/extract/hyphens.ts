/**
 * Joins lines that were broken at a width, and mends words that were hyphenated at the break. Whether a hyphen is the
 * word's own, the text itself decides: "re-\nsolve" is joined if "resolve" stands elsewhere or "re-solve" does not.
 */

/** Words of a text, small letters, for deciding about hyphens; both "cooperation" and "co-operation" are entries. */
export function lexiconOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}]+(?:-[\p{L}]+)*(?!-?\n)/gu) ?? []);
}

/** Joins lines by spaces. Without a lexicon, that of these lines. */
export function unhyphenate(lines: readonly string[], lexicon?: ReadonlySet<string>): string {
  let text = lines[0] ?? '';
  let words = lexicon;
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!;
    const before = /(\p{L}+(?:-\p{L}+)*)[-\u00ad\u2010]$/u.exec(text);
    const after = before && /^\p{Ll}+/u.exec(line);
    if (!before || !after) {
      text += /\p{L}-$/u.test(text) && /^\p{L}/u.test(line) ? line : ` ${line}`;
      continue;
    }
    words ??= lexiconOf(lines.join('\n'));
    const [first, second] = [before[1]!.toLowerCase(), after[0].toLowerCase()];
    const own =
      words.has(`${first}-${second}`) ||
      (!words.has(first + second) && words.has(first) && words.has(second) && first.length > 3 && second.length > 3);
    text = own ? text.slice(0, -1) + '-' + line : text.slice(0, -1) + line;
  }
  return text;
}
