/** Signed heads: what they say, who signed them, and that nothing of them can be changed. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  CustodyDamage,
  keyOfPem,
  keyOfSeed,
  leafHash,
  openCheckpoint,
  readCheckpoint,
  signCheckpoint,
} from '#custody/index.js';

const KEY = keyOfSeed(Buffer.alloc(32, 7));
const OTHER = keyOfSeed(Buffer.alloc(32, 8));
const ROOT = leafHash('everything');
const AT = '2026-03-13T09:00:00Z';
const NOTE = signCheckpoint({ size: 12, root: ROOT, at: AT }, KEY);

describe('a checkpoint', () => {
  it('is a signed note with a tree head in it', () => {
    expect(NOTE).toMatch(
      /^onrecord\/[0-9a-f]{16}\n12\n[A-Za-z0-9+/]{43}=\ntime 2026-03-13T09:00:00Z\n\n\u2014 onrecord\/[0-9a-f]{16} \S+\n$/,
    );
    const checkpoint = openCheckpoint(NOTE, KEY.verifier);
    expect(checkpoint).toMatchObject({ log: KEY.name, size: 12, at: AT });
    expect([...checkpoint.root]).toEqual([...ROOT]);
  });

  it('names its key as C2SP does: four bytes of the hash over name, type and key', () => {
    const [, name, id, key] = /^(.*?)\+(.*?)\+(.*)$/.exec(KEY.verifier)!;
    const hash = createHash('sha256').update(`${name}\n`).update(Buffer.from(key!, 'base64')).digest('hex');
    expect(hash.slice(0, 8)).toBe(id);
    expect(Buffer.from(NOTE.trim().split(' ').at(-1)!, 'base64').subarray(0, 4).toString('hex')).toBe(id);
    expect(Buffer.from(key!, 'base64')[0]).toBe(1);
  });

  it('is not opened with another key', () => {
    expect(() => openCheckpoint(NOTE, OTHER.verifier)).toThrow(/is not signed by the key/);
    expect(() => openCheckpoint(NOTE, 'nonsense')).toThrow(CustodyDamage);
  });

  it('is refused wherever a character of it is changed', () => {
    for (let at = 0; at < NOTE.length; at++) {
      const changed = `${NOTE.slice(0, at)}${NOTE[at] === 'x' ? 'y' : 'x'}${NOTE.slice(at + 1)}`;
      expect(() => openCheckpoint(changed, KEY.verifier), `${at}`).toThrow(CustodyDamage);
    }
  });

  it.each(['', 'no note', 'log\n-1\nAAAA\n\n\u2014 log x\n', 'log\n1\nnot base64\n\n\u2014 log x\n'])(
    'is none: %j',
    (note) => {
      expect(() => readCheckpoint(note)).toThrow(CustodyDamage);
    },
  );
});

describe('a key', () => {
  it('comes back from its file', () => {
    const again = keyOfPem(KEY.pem);
    expect(again.verifier).toBe(KEY.verifier);
    expect(openCheckpoint(signCheckpoint({ size: 1, root: ROOT, at: null }, again), KEY.verifier).at).toBeNull();
  });
  it('is refused where a file holds none', () => {
    expect(() => keyOfPem('-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n')).toThrow('holds no key');
    expect(() => keyOfSeed(Buffer.alloc(31))).toThrow(RangeError);
  });
});
