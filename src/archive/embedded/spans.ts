/**
 * Where each word of a Version stands in its text: one entry for each position of the index, breaks included, in
 * about one byte. A byte holds the gap to the word before (high four bits) and the word's length (low four); 0 is a
 * break, 0xff says that gap and length follow as LEB128 numbers. A table of every STEP-th entry makes any word
 * reachable at once. Rejected: cutting words anew at each look, which binds old texts to the present word rules.
 */

const STEP = 128;
const ESCAPE = 0xff;

/** Entry of a break when spans are packed. */
export const BREAK_AT = 0xffffffff;

/** Packs entries; `starts[i]` is BREAK_AT for a break. Spans are in order and do not overlap. */
export function packSpans(starts: Uint32Array, ends: Uint32Array, count: number): Uint8Array {
  const steps = Math.ceil(count / STEP);
  let bytes = new Uint8Array(4 + steps * 8 + count * 2 + 16);
  let view = new DataView(bytes.buffer);
  view.setUint32(0, count, true);
  let at = 4 + steps * 8;
  let last = 0;
  for (let i = 0; i < count; i++) {
    if (at + 12 > bytes.length) {
      const wider = new Uint8Array(bytes.length * 2);
      wider.set(bytes);
      bytes = wider;
      view = new DataView(bytes.buffer);
    }
    if (i % STEP === 0) {
      view.setUint32(4 + (i / STEP) * 8, at, true);
      view.setUint32(8 + (i / STEP) * 8, last, true);
    }
    const start = starts[i]!;
    if (start === BREAK_AT) {
      bytes[at++] = 0;
      continue;
    }
    const gap = start - last;
    const length = ends[i]! - start;
    last = ends[i]!;
    if (gap < 16 && length > 0 && length < 15) bytes[at++] = (gap << 4) | length;
    else {
      bytes[at++] = ESCAPE;
      at = writeNumber(bytes, at, gap);
      at = writeNumber(bytes, at, length);
    }
  }
  return bytes.slice(0, at);
}

/** Reads packed entries. */
export class WordSpans {
  readonly count: number;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.count = this.#view.getUint32(0, true);
  }

  /** Visits entries `low` … `high`, end excluded; a break has `start` BREAK_AT. */
  visit(low: number, high: number, each: (entry: number, start: number, end: number) => void): void {
    const bytes = this.#bytes;
    const step = Math.floor(low / STEP);
    if (low >= high || low >= this.count) return;
    let at = this.#view.getUint32(4 + step * 8, true);
    let last = this.#view.getUint32(8 + step * 8, true);
    for (let i = step * STEP; i < high && i < this.count; i++) {
      const byte = bytes[at++]!;
      if (byte === 0) {
        if (i >= low) each(i, BREAK_AT, BREAK_AT);
        continue;
      }
      let gap = byte >> 4;
      let length = byte & 15;
      if (byte === ESCAPE) {
        gap = this.#number(at);
        at += sizeOf(gap);
        length = this.#number(at);
        at += sizeOf(length);
      }
      const start = last + gap;
      last = start + length;
      if (i >= low) each(i, start, last);
    }
  }

  #number(from: number): number {
    let value = 0;
    for (let at = from, factor = 1; ; at++, factor *= 128) {
      const byte = this.#bytes[at]!;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }
}

function writeNumber(bytes: Uint8Array, from: number, number: number): number {
  let at = from;
  let rest = number;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes[at++] = (rest % 128) | 128;
  bytes[at++] = rest;
  return at;
}

function sizeOf(number: number): number {
  let size = 1;
  for (let rest = number; rest >= 128; rest = Math.floor(rest / 128)) size++;
  return size;
}
