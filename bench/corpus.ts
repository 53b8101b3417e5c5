/**
 * The oracle of the quality bench: texts in memory as words, with the places of every run of four words. It answers
 * where a phrase stands, and where something like it stands, and misses none. It shares no code with the product, so
 * that a fault of the product's own words, index or extraction cannot hide itself.
 *
 * Runs are kept in buckets by their hash, so a look-up reads a bucket and compares words: memory 13 bytes a word and
 * the texts, a phrase costs microseconds. Lists of places by word were rejected: common words made a search cost
 * a tenth of a second at 34 million words.
 */

/** A text as it is handed to the product, and as plain lines: "\n" is a line end as printed, "\n\n" a new paragraph. */
export interface HeldText {
  readonly id: string;
  readonly speaker: string | null;
  readonly day: string | null;
  readonly kind: string;
  readonly plain: string;
}

/** Words from token `from` up to, not with, token `to` of one text. */
export interface TokenSpan {
  readonly from: number;
  readonly to: number;
}

/** Somewhere like the words looked for: the share of them that stands there in runs of four or more. */
export interface Likeness extends TokenSpan {
  readonly text: number;
  readonly share: number;
}

/** Words of a run: no phrase that is searched may be shorter. */
const RUN = 4;

/** The words of a text in lower case, numbers up to twelve by value; with where each stands. */
export function tokensOf(text: string): { readonly word: string; readonly start: number; readonly end: number }[] {
  const found: { word: string; start: number; end: number }[] = [];
  eachWord(text, (start, end) => void found.push({ word: fold(text.slice(start, end)), start, end }));
  return found;
}

export class Corpus {
  readonly texts: readonly HeldText[];
  /** Word number of every token, all texts one after the other. */
  readonly ids: Uint32Array;
  readonly words: string[] = [];
  readonly counts: Uint32Array;
  /** How often the word is written with a capital only at its start. */
  readonly capitals: Uint32Array;
  /** First token of each text; one more at the end. */
  readonly bounds: Uint32Array;

  readonly #numbers = new Map<string, number>();
  readonly #starts: Uint32Array;
  readonly #lengths: Uint8Array;
  /** First entry of each bucket in `#runs`; one more at the end. A power of two of them. */
  readonly #buckets: Uint32Array;
  readonly #runs: Uint32Array;

  constructor(texts: readonly HeldText[]) {
    this.texts = texts;
    const most = texts.reduce((sum, { plain }) => sum + (plain.length >> 1) + 1, 0);
    const ids = new Uint32Array(most);
    const starts = new Uint32Array(most);
    const lengths = new Uint8Array(most);
    const bounds = new Uint32Array(texts.length + 1);
    const counts: number[] = [];
    const capitals: number[] = [];
    let at = 0;
    for (const [i, { plain }] of texts.entries()) {
      bounds[i] = at;
      eachWord(plain, (start, end) => {
        const written = plain.slice(start, end);
        const word = fold(written);
        let number = this.#numbers.get(word);
        if (number === undefined) {
          number = this.words.length;
          this.#numbers.set(word, number);
          this.words.push(word);
          counts.push(0);
          capitals.push(0);
        }
        counts[number]!++;
        if (/^\p{Lu}\p{Ll}/u.test(written)) capitals[number]!++;
        ids[at] = number;
        starts[at] = start;
        lengths[at++] = Math.min(end - start, 255);
      });
    }
    bounds[texts.length] = at;
    this.bounds = bounds;
    this.ids = ids.slice(0, at);
    this.#starts = starts.slice(0, at);
    this.#lengths = lengths.slice(0, at);
    this.counts = Uint32Array.from(counts);
    this.capitals = Uint32Array.from(capitals);
    const runs = Math.max(0, at - RUN + 1);
    const size = 2 ** Math.max(8, Math.ceil(Math.log2(runs + 1)) - 2);
    this.#buckets = new Uint32Array(size + 1);
    for (let i = 0; i < runs; i++) this.#buckets[bucketOf(this.ids, i, size) + 1]!++;
    for (let i = 0; i < size; i++) this.#buckets[i + 1]! += this.#buckets[i]!;
    const next = this.#buckets.slice();
    this.#runs = new Uint32Array(runs);
    for (let i = 0; i < runs; i++) this.#runs[next[bucketOf(this.ids, i, size)]!++] = i;
  }

  get size(): number {
    return this.ids.length;
  }

  /** Number of the text that a token stands in. */
  textOf(token: number): number {
    let low = 0;
    let high = this.texts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.bounds[middle]! <= token) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Where a token stands in the plain text that holds it. */
  startOf(token: number): number {
    return this.#starts[token]!;
  }

  endOf(token: number): number {
    return this.#starts[token]! + this.#lengths[token]!;
  }

  word(token: number): string {
    return this.words[this.ids[token]!]!;
  }

  /** As printed, from the first letter of the first word to the last of the last, white space as it is. */
  printed({ from, to }: TokenSpan): string {
    const { plain } = this.texts[this.textOf(from)]!;
    return plain.slice(this.startOf(from), this.endOf(to - 1));
  }

  /** First tokens of all places where these words (as `tokensOf` gives them) stand in a row within one text. */
  places(phrase: readonly string[], most = Infinity): number[] {
    if (phrase.length < RUN) throw new RangeError(`A phrase of at least ${RUN} words is wanted.`);
    const numbers = Uint32Array.from(phrase, (word) => this.#numbers.get(word) ?? UNKNOWN);
    if (numbers.includes(UNKNOWN)) return [];
    let begin = 0;
    for (let i = 1; i + RUN <= numbers.length; i++)
      if (this.#bucket(numbers, i).length < this.#bucket(numbers, begin).length) begin = i;
    const found: number[] = [];
    for (const place of this.#bucket(numbers, begin)) {
      const start = place - begin;
      if (!this.#standsAt(numbers, start)) continue;
      found.push(start);
      if (found.length >= most) break;
    }
    return found;
  }

  /**
   * The greatest share of the words that stands in order in one stretch, of all stretches of about twice their
   * length that hold a run of four of them.
   */
  closest(phrase: readonly string[]): number {
    let most = 0;
    const seen = new Set<number>();
    for (const { from, to } of this.near(phrase, 0)) {
      const text = this.textOf(from);
      const begin = Math.max(this.bounds[text]!, from - (phrase.length >> 1));
      const end = Math.min(this.bounds[text + 1]!, to + (phrase.length >> 1));
      if (seen.has(begin)) continue;
      seen.add(begin);
      const there: string[] = [];
      for (let i = begin; i < end; i++) there.push(this.word(i));
      most = Math.max(most, commonWords(phrase, there));
    }
    return most / phrase.length;
  }

  #bucket(numbers: Uint32Array, at: number): Uint32Array {
    const bucket = bucketOf(numbers, at, this.#buckets.length - 1);
    return this.#runs.subarray(this.#buckets[bucket], this.#buckets[bucket + 1]);
  }

  #standsAt(numbers: Uint32Array, start: number): boolean {
    const end = start + numbers.length;
    if (start < 0 || end > this.ids.length) return false;
    for (let i = 0; i < numbers.length; i++) if (this.ids[start + i] !== numbers[i]) return false;
    return end <= this.bounds[this.textOf(start) + 1]!;
  }

  /**
   * All places where at least `share` of the words stand close together in runs of four or more. Places of the same
   * words that overlap come back once.
   */
  near(phrase: readonly string[], share: number): Likeness[] {
    const numbers = Uint32Array.from(phrase, (word) => this.#numbers.get(word) ?? UNKNOWN);
    const hits: { readonly place: number; readonly i: number }[] = [];
    for (let i = 0; i + RUN <= numbers.length; i++) {
      const wanted = numbers.subarray(i, i + RUN);
      if (wanted.includes(UNKNOWN)) continue;
      for (const place of this.#bucket(numbers, i)) if (this.#standsAt(wanted, place)) hits.push({ place, i });
    }
    hits.sort((a, b) => a.place - b.place || a.i - b.i);
    const width = phrase.length + 8;
    const found: Likeness[] = [];
    let begin = 0;
    for (let k = 0; k < hits.length; k++) {
      const { place } = hits[k]!;
      while (hits[begin]!.place + width < place + RUN) begin++;
      if (k + 1 < hits.length && hits[begin]!.place + width >= hits[k + 1]!.place + RUN) continue;
      const covered = new Set<number>();
      for (let h = begin; h <= k; h++) for (let w = 0; w < RUN; w++) covered.add(hits[h]!.i + w);
      const likeness = covered.size / phrase.length;
      if (likeness < share) continue;
      const from = hits[begin]!.place;
      const last = found.at(-1);
      if (last && from < last.to) {
        if (likeness <= last.share) continue;
        found.pop();
      }
      found.push({ text: this.textOf(from), from, to: place + RUN, share: likeness });
    }
    return found;
  }
}

/** Length of the longest list of words that stand in both in the same order (Hunt and McIlroy 1976), row by row. */
export function commonWords(a: readonly string[], b: readonly string[]): number {
  let row = new Uint16Array(b.length + 1);
  for (const word of a) {
    const next = new Uint16Array(b.length + 1);
    for (let k = 0; k < b.length; k++) next[k + 1] = b[k] === word ? row[k]! + 1 : Math.max(next[k]!, row[k + 1]!);
    row = next;
  }
  return row[b.length]!;
}

const UNKNOWN = 0xffffffff;

/** FNV-1a over the numbers of four words. */
function bucketOf(ids: Uint32Array, at: number, size: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = at; i < at + RUN; i++) {
    const id = ids[i]!;
    hash = Math.imul(hash ^ (id & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (id >>> 8), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) & (size - 1);
}

/** Word letters, looked up by code unit: letters, marks and digits of any script. */
const LETTERS: Uint8Array = (() => {
  const table = new Uint8Array(0x10000);
  for (let code = 0; code < table.length; code++)
    table[code] = /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(code)) ? 1 : 0;
  return table;
})();

function eachWord(text: string, take: (start: number, end: number) => void): void {
  for (let at = 0; at < text.length; ) {
    if (LETTERS[text.charCodeAt(at)] === 0) {
      at++;
      continue;
    }
    const start = at;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (LETTERS[code] === 1) continue;
      // An apostrophe between letters is a part of the word.
      if ((code === 0x27 || code === 0x2019) && LETTERS[text.charCodeAt(at + 1)] === 1) continue;
      break;
    }
    take(start, at);
  }
}

const NUMBERS: ReadonlyMap<string, string> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, n) => [word, String(n)]),
);

function fold(written: string): string {
  const word = written.toLowerCase().replaceAll('’', "'");
  return NUMBERS.get(word) ?? word;
}
