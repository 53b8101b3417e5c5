/**
 * XXH32 of Yann Collet (xxHash specification 0.1.1), over whole 32-bit words. Chosen because it needs no 64-bit
 * arithmetic, runs near the speed of memory in plain JavaScript, and surely notices any change inside one 32-bit
 * word: every step is a bijection of the lane that holds it. It finds damage, not malice: captures have SHA-256.
 */

const P1 = 0x9e3779b1;
const P2 = 0x85ebca77;
const P3 = 0xc2b2ae3d;
const P4 = 0x27d4eb2f;
const P5 = 0x165667b1;

/** The XXH32 digest, seed 0, of the bytes that the words stand for on a little-endian machine. Unsigned 32 bits. */
export function checksum(words: Uint32Array): number {
  const n = words.length;
  let i = 0;
  let h = P5;
  if (n >= 4) {
    let a = (P1 + P2) | 0;
    let b = P2 | 0;
    let c = 0;
    let d = -P1 | 0;
    for (const end = n - 3; i < end; i += 4) {
      a = (a + Math.imul(words[i]!, P2)) | 0;
      a = Math.imul((a << 13) | (a >>> 19), P1);
      b = (b + Math.imul(words[i + 1]!, P2)) | 0;
      b = Math.imul((b << 13) | (b >>> 19), P1);
      c = (c + Math.imul(words[i + 2]!, P2)) | 0;
      c = Math.imul((c << 13) | (c >>> 19), P1);
      d = (d + Math.imul(words[i + 3]!, P2)) | 0;
      d = Math.imul((d << 13) | (d >>> 19), P1);
    }
    h = (((a << 1) | (a >>> 31)) + ((b << 7) | (b >>> 25)) + ((c << 12) | (c >>> 20)) + ((d << 18) | (d >>> 14))) | 0;
  }
  h = (h + n * 4) | 0;
  for (; i < n; i++) {
    h = (h + Math.imul(words[i]!, P3)) | 0;
    h = Math.imul((h << 17) | (h >>> 15), P4);
  }
  h ^= h >>> 15;
  h = Math.imul(h, P2);
  h ^= h >>> 13;
  h = Math.imul(h, P3);
  h ^= h >>> 16;
  return h >>> 0;
}
