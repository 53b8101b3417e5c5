/**
 * The alignment table of several versions: columns in order, in each at most one word of each version. It is the
 * variant graph of CollateX (Dekker & Middell 2011) written as a table: words of one column that are the same are one
 * node, and a version's path goes through its words. A version joins beside its nearest neighbour; what it has and
 * the neighbour has not is looked for among the words that others have at that place (as CollateX aligns against the
 * whole graph). Columns are only ever put in, so the order of every version stands. Cost: near linear in words, and a
 * small table for each place where the versions differ.
 */
import type { Pair } from './pair.js';
import type { Prepared } from './prepare.js';

const NONE = -1;
/** Cells worth a table between two columns; beyond it the words are new. */
const CELLS = 40_000;

export class AlignmentTable {
  readonly texts: readonly Prepared[];
  /** Column of each word of each version. */
  readonly columnOf: readonly Int32Array[];
  /** Word of each version in each column, by version; -1 for none. */
  readonly #words: readonly Int32Array[];
  readonly #next: Int32Array;
  /** Place of each column in the order, brought up to date by `order`. */
  readonly #rank: Int32Array;
  readonly #inside: number[] = [0];
  #first = NONE;
  #count = 0;

  /** The first text is in the table from the beginning. */
  constructor(texts: readonly Prepared[]) {
    this.texts = texts;
    const most = texts.reduce((sum, { count }) => sum + count, 0);
    this.columnOf = texts.map(({ count }) => new Int32Array(count).fill(NONE));
    this.#words = texts.map(() => new Int32Array(most).fill(NONE));
    this.#next = new Int32Array(most).fill(NONE);
    this.#rank = new Int32Array(most);
    let last = NONE;
    for (let i = 0; i < (texts[0]?.count ?? 0); i++) last = this.#insert(last, 0, i);
    this.order();
  }

  /** Puts a version beside one that is in: `pairs` are of words of the neighbour (a) and of the version (b). */
  join(version: number, neighbour: number, pairs: readonly Pair[]): void {
    const anchors: { column: number; word: number; words: number }[] = [];
    for (const { a, b, bn } of pairs) anchors.push({ column: this.columnOf[neighbour]![a]!, word: b, words: bn });
    let column = NONE;
    let word = 0;
    for (const anchor of anchors) {
      this.#between(version, word, anchor.word, column, anchor.column);
      this.#put(anchor.column, version, anchor.word);
      column = anchor.column;
      // One word of the neighbour against two of the version: the second stands behind the first.
      for (let k = 1; k < anchor.words; k++) column = this.#insert(column, version, anchor.word + k);
      word = anchor.word + anchor.words;
    }
    this.#between(version, word, this.texts[version]!.count, column, NONE);
    this.#inside.push(version);
    this.order();
  }

  /** Numbers of the columns, in order. */
  order(): Int32Array {
    const columns = new Int32Array(this.#count);
    let rank = 0;
    for (let c = this.#first; c !== NONE; c = this.#next[c]!) {
      this.#rank[c] = rank;
      columns[rank++] = c;
    }
    return columns;
  }

  /** Index of the word of a version in a column; -1 for none. */
  wordIn(column: number, version: number): number {
    return this.#words[version]![column]!;
  }

  #put(column: number, version: number, word: number): void {
    this.#words[version]![column] = word;
    this.columnOf[version]![word] = column;
  }

  /** A new column behind `column`, or before all. */
  #insert(column: number, version: number, word: number): number {
    const added = this.#count++;
    if (column === NONE) {
      this.#next[added] = this.#first;
      this.#first = added;
    } else {
      this.#next[added] = this.#next[column]!;
      this.#next[column] = added;
    }
    this.#put(added, version, word);
    return added;
  }

  /** Places words [from, to) of a version between two columns: with the same words of others if there are any. */
  #between(version: number, from: number, to: number, before: number, behind: number): void {
    if (from === to) return;
    const columns: number[] = [];
    for (let c = before === NONE ? this.#first : this.#next[before]!; c !== behind && c !== NONE; c = this.#next[c]!)
      columns.push(c);
    const found =
      columns.length > 0 && columns.length * (to - from) <= CELLS ? this.#fit(version, from, to, columns) : [];
    let at = before;
    let next = 0;
    for (let word = from; word < to; word++) {
      if (next < found.length && found[next]!.word === word) {
        at = found[next]!.column;
        this.#put(at, version, word);
        next++;
      } else at = this.#insert(at, version, word);
    }
  }

  /** The most words [from, to) of a version that stand in the columns, in order (longest common subsequence). */
  #fit(version: number, from: number, to: number, columns: readonly number[]): Found[] {
    const { ids } = this.texts[version]!;
    const width = columns.length + 1;
    const best = new Int32Array((to - from + 1) * width);
    for (let i = to - from - 1; i >= 0; i--) {
      for (let j = columns.length - 1; j >= 0; j--) {
        const at = i * width + j;
        const on = this.#holds(columns[j]!, ids[from + i]!) ? best[at + width + 1]! + 1 : 0;
        best[at] = Math.max(best[at + width]!, best[at + 1]!, on);
      }
    }
    const found: Found[] = [];
    for (let i = 0, j = 0; i < to - from && j < columns.length; ) {
      const at = i * width + j;
      if (best[at] === best[at + 1]) j++;
      else if (best[at] === best[at + width]) i++;
      else found.push({ word: from + i++, column: columns[j]!, at: j++ });
    }
    return withoutChance(found, to - from, columns.length);
  }

  #holds(column: number, id: number): boolean {
    for (const version of this.#inside) {
      const word = this.#words[version]![column]!;
      if (word !== NONE && this.texts[version]!.ids[word] === id) return true;
    }
    return false;
  }
}

/** A word of a version, the column that it goes to, and its number among the columns looked at. */
interface Found {
  readonly word: number;
  readonly column: number;
  readonly at: number;
}

/** Words that stand alone among this many others are found by chance. */
const FEW = 3;
/** Of long stretches so many words must be found for any to count. */
const LONG = 8;
const SHARE = 0.25;

/** Without words that match alone, and without all where a long stretch has next to nothing in common. */
function withoutChance(found: readonly Found[], words: number, columns: number): Found[] {
  const least = Math.min(words, columns);
  if (least >= LONG && found.length < SHARE * least) return [];
  if (words <= FEW || columns <= FEW) return [...found];
  const follows = (x: Found | undefined, y: Found | undefined): boolean =>
    x !== undefined && y !== undefined && y.word === x.word + 1 && y.at === x.at + 1;
  return found.filter((each, k) => follows(found[k - 1], each) || follows(each, found[k + 1]));
}
