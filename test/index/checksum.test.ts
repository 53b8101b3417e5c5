import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksum } from '#index/index.js';

/** XXH32 as its specification words it, over bytes, in exact arithmetic: slow and plain. */
function specification(bytes: Uint8Array): number {
  const [p1, p2, p3, p4, p5] = [0x9e3779b1n, 0x85ebca77n, 0xc2b2ae3dn, 0x27d4eb2fn, 0x165667b1n];
  const M = 0xffffffffn;
  const rotate = (x: bigint, by: bigint): bigint => ((x << by) | (x >> (32n - by))) & M;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lane = (at: number): bigint => BigInt(view.getUint32(at, true));
  let at = 0;
  let h = p5;
  if (bytes.length >= 16) {
    const lanes = [(p1 + p2) & M, p2, 0n, -p1 & M];
    for (; at + 16 <= bytes.length; at += 16)
      for (let i = 0; i < 4; i++) lanes[i] = (rotate((lanes[i]! + lane(at + 4 * i) * p2) & M, 13n) * p1) & M;
    h = (rotate(lanes[0]!, 1n) + rotate(lanes[1]!, 7n) + rotate(lanes[2]!, 12n) + rotate(lanes[3]!, 18n)) & M;
  }
  h = (h + BigInt(bytes.length)) & M;
  for (; at + 4 <= bytes.length; at += 4) h = (rotate((h + lane(at) * p3) & M, 17n) * p4) & M;
  h = ((h ^ (h >> 15n)) * p2) & M;
  h = ((h ^ (h >> 13n)) * p3) & M;
  return Number(h ^ (h >> 16n));
}

describe('checksum', () => {
  it('is that of nothing for nothing', () => {
    expect(checksum(new Uint32Array())).toBe(0x02cc5d05);
  });

  it('is XXH32', () => {
    fc.assert(
      fc.property(fc.uint32Array({ maxLength: 40 }), (words) => {
        expect(checksum(words)).toBe(specification(new Uint8Array(words.buffer)));
      }),
    );
  });

  it('notices any change of one word', () => {
    fc.assert(
      fc.property(
        fc.uint32Array({ minLength: 1, maxLength: 40 }),
        fc.nat(),
        fc.integer({ min: 1 }),
        (words, at, by) => {
          const before = checksum(words);
          words[at % words.length]! ^= by;
          expect(checksum(words)).not.toBe(before);
        },
      ),
    );
  });
});
