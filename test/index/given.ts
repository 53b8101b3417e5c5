/** What the tests of this room start from: texts as lists of small numbers, and the plainest ways to search them. */
import fc from 'fast-check';
import { BREAK, buildSegment, Finder, type Segment } from '#index/index.js';

/** The chunks of a file as one buffer. */
export function joined(chunks: readonly Uint8Array[]): ArrayBuffer {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole.buffer;
}

/** A segment of texts given as word numbers, 0 for a break; the final break is added. Text i is number `first` + i. */
export function segmentOf(texts: readonly (readonly number[])[], first = 1): Segment {
  const starts = [0];
  const ids: number[] = [];
  for (const text of texts) {
    for (const id of text) ids.push(id);
    ids.push(BREAK);
    starts.push(ids.length);
  }
  return buildSegment(
    Uint32Array.from(ids),
    Uint32Array.from(texts, (_, i) => first + i),
    Uint32Array.from(starts),
  );
}

/** A finder over texts dealt into segments of at most `size` texts. */
export function finderOf(texts: readonly (readonly number[])[], size = Infinity): Finder {
  const segments: Segment[] = [];
  for (let at = 0; at < texts.length; at += size) segments.push(segmentOf(texts.slice(at, at + size), at + 1));
  return new Finder(segments);
}

/** Texts of few different words, so that everything occurs often; 0 is a break inside. */
export const texts = fc.array(fc.array(fc.nat(6), { maxLength: 60 }), { maxLength: 6 });

/** A generator of numbers below n, the same for the same seed (mulberry32). */
export function chance(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * n);
  };
}

/** Word numbers as frequent as in prose, roughly: rank r with probability 1 / r up to `most`. */
export function prose(length: number, most: number, random: (n: number) => number): number[] {
  const scale = Math.log(most);
  return Array.from({ length }, () => Math.max(1, Math.floor(Math.exp((random(1e6) / 1e6) * scale))));
}
