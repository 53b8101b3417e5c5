/** What was added since the segments were written: small segments in memory, and texts that are in none yet. */
import { BREAK, buildSegment, type Contents, mergeSegments, type Segment } from '#index/index.js';

/** Texts of more words than this become a segment of their own: nothing of them can be written, and memory is bounded. */
const LARGEST = 20_000_000;
/** Segments in memory are joined up to so many words: more would hold up whoever asks. */
const MOST_JOINED = 1 << 17;

/**
 * Small additions make small segments, joined as they come to equal size, so that adding costs the logarithm of the
 * tail and not its length. Nothing is built before somebody asks: an import that nobody watches costs no sorting here.
 */
export class Tail {
  words = 0;
  /** Highest version in it. */
  last = 0;
  readonly versions = new Set<number>();
  #built: Segment[];
  #ids = new Uint32Array(1 << 12);
  #length = 0;
  #texts: number[] = [];
  #starts: number[] = [0];

  constructor(built: readonly Segment[] = []) {
    this.#built = [...built];
    for (const { suffixes, texts } of built) {
      this.words += suffixes.length;
      for (const version of texts) this.#enter(version);
    }
  }

  get segments(): number {
    return this.#built.length + (this.#texts.length > 0 ? 1 : 0);
  }

  /** Adds a text; the last of its numbers is a break. */
  add(version: number, ids: Uint32Array): void {
    if (this.#length > 0 && this.#length + ids.length > LARGEST) this.build();
    if (this.#length + ids.length > this.#ids.length) {
      const wider = new Uint32Array(Math.max(this.#ids.length * 2, this.#length + ids.length));
      wider.set(this.#ids.subarray(0, this.#length));
      this.#ids = wider;
    }
    this.#ids.set(ids, this.#length);
    this.#length += ids.length;
    this.#texts.push(version);
    this.#starts.push(this.#length);
    for (let i = 0; i < ids.length; i++) if (ids[i] !== BREAK) this.words++;
    this.#enter(version);
  }

  /** The segments of the tail, the newest texts included. */
  build(): readonly Segment[] {
    const pending = this.#pending();
    if (!pending) return this.#built;
    this.#built.push(buildSegment(pending.ids, pending.texts, pending.starts));
    this.#length = 0;
    this.#texts = [];
    this.#starts = [0];
    for (let n = this.#built.length; n > 1; n = this.#built.length) {
      const [a, b] = [this.#built[n - 2]!.ids.length, this.#built[n - 1]!.ids.length];
      if (a >= 2 * b || a + b > MOST_JOINED) break;
      this.#built.push(mergeSegments(this.#built.splice(n - 2, 2), () => false));
    }
    return this.#built;
  }

  /** All its texts, to be made into one segment; it is not added to any more. */
  contents(): readonly Contents[] {
    const pending = this.#pending();
    return pending ? [...this.#built, pending] : this.#built;
  }

  #enter(version: number): void {
    this.versions.add(version);
    this.last = Math.max(this.last, version);
  }

  /** The texts that are in no segment yet. */
  #pending(): Contents | null {
    if (this.#texts.length === 0) return null;
    const inOrder = this.#texts.every((version, i) => i === 0 || this.#texts[i - 1]! < version);
    const pending = {
      ids: this.#ids.slice(0, this.#length),
      texts: Uint32Array.from(this.#texts),
      starts: Uint32Array.from(this.#starts),
    };
    if (inOrder) return pending;
    const { ids, texts, starts } = mergeSegments([pending], () => false);
    return { ids, texts, starts };
  }
}
