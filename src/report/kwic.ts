/** Words in their context in a terminal: the hits in one column, so that the eye goes down it. */
import { displayWidth, padded, safe } from './display-text.js';

/** As much of the end of a text as fits, cut at a word. */
export function lastColumns(text: string, columns: number): string {
  const words = safe(text).trimEnd().split(' ');
  let line = '';
  for (let i = words.length - 1; i >= 0; i--) {
    const longer = line === '' ? words[i]! : `${words[i]} ${line}`;
    if (displayWidth(longer) > columns) break;
    line = longer;
  }
  return ' '.repeat(Math.max(0, columns - displayWidth(line))) + line;
}

/** As much of the beginning of a text as fits, cut at a word. */
export function firstColumns(text: string, columns: number): string {
  const words = safe(text).trimEnd().split(' ');
  let line = '';
  for (const [i, word] of words.entries()) {
    const longer = i === 0 ? word : `${line} ${word}`;
    if (displayWidth(longer) > columns) break;
    line = longer;
  }
  return line;
}

/** Cells set in columns, each as wide as its widest, in blocks that fit the width; the first column stands in each. */
export function setColumns(rows: readonly (readonly string[])[], width: number): string[][] {
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, c) => Math.max(...rows.map((row) => displayWidth(row[c] ?? ''))));
  const blocks: string[][] = [];
  for (let from = 1; from < columns; ) {
    let used = widths[0]!;
    let to = from;
    while (to < columns && (to === from || used + 2 + widths[to]! <= width)) used += 2 + widths[to++]!;
    blocks.push(
      rows.map((row) =>
        [0, ...Array.from({ length: to - from }, (_, i) => from + i)]
          .map((c) => padded(row[c] ?? '', widths[c]!))
          .join('  ')
          .trimEnd(),
      ),
    );
    from = to;
  }
  return blocks;
}
