import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WARCParser } from 'warcio';
import {
  CHAIN_START,
  CustodyDamage,
  type CustodyFacts,
  digestOf,
  packFileHead,
  packRecords,
  readChain,
  readRecord,
} from '#custody/index.js';

const AT = '2026-03-13T09:00:00Z';

interface Given {
  readonly facts: CustodyFacts;
  readonly payload: Uint8Array;
}

const given = (origin: string, payload: string | Uint8Array, mediaType: string | null = 'text/plain'): Given => ({
  facts: { origin, mediaType, at: AT },
  payload: Buffer.from(payload),
});

/** A file of records behind its head. */
async function fileOf(records: readonly Given[], previous = CHAIN_START): Promise<Buffer> {
  const head = await packFileHead(previous, 'test-000001.warc.gz', 'onrecord', AT);
  const packed = await packRecords(
    head.link,
    records.map((record) => ({ ...record, digest: digestOf(record.payload) })),
  );
  return Buffer.concat([head.bytes, ...packed.map(({ bytes }) => bytes)]);
}

const FEW = [
  given('/srv/press/a speech.txt', 'We will never surrender.'),
  given('texts/ansprache ü.html', '<p>Guten Tag</p>', 'text/html; charset=utf-8'),
  given('https://example.org/päge?q=1%202#x', new Uint8Array([0, 1, 2, 0x1f, 0x8b, 255]), null),
  given('texts.jsonl#12', ''),
];

describe('records', () => {
  it('come back as they went in', async () => {
    const { records, damage, end } = readChain(await fileOf(FEW), CHAIN_START);
    expect(damage).toBeNull();
    expect(end).toBe((await fileOf(FEW)).length);
    expect(records.map(({ type }) => type)).toEqual(['warcinfo', 'resource', 'resource', 'resource', 'resource']);
    for (const [i, { facts, payload }] of FEW.entries()) {
      const read = records[i + 1]!;
      expect(read.facts).toEqual(facts);
      expect(Buffer.from(read.payload)).toEqual(Buffer.from(payload));
      expect(read.digest).toBe(digestOf(payload));
    }
  });

  it('come back whatever the bytes and wherever they came from', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.string({ unit: 'grapheme', minLength: 1 }), fc.uint8Array({ maxLength: 400 })), {
          maxLength: 5,
        }),
        async (records) => {
          const file = await fileOf(records.map(([origin, payload]) => given(origin, payload)));
          const read = readChain(file, CHAIN_START);
          expect(read.damage).toBeNull();
          expect(read.records.slice(1).map(({ facts, payload }) => [facts.origin, [...payload]])).toEqual(
            records.map(([origin, payload]) => [origin, [...payload]]),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are packed beside the caller where they are long', async () => {
    const long = Buffer.alloc(3_000_000, 'All the same words, over and over. ');
    const { records, damage } = readChain(await fileOf([given('long.txt', long)]), CHAIN_START);
    expect(damage).toBeNull();
    expect(Buffer.from(records[1]!.payload).equals(long)).toBe(true);
  });

  it('say nothing of time or address in what is hashed as payload', async () => {
    const [a] = await packRecords(CHAIN_START, [{ ...given('a.txt', 'same'), digest: digestOf('same') }]);
    const later = {
      facts: { origin: 'b.txt', mediaType: null, at: '2027-01-01T00:00:00Z' },
      payload: Buffer.from('same'),
    };
    const [b] = await packRecords(CHAIN_START, [{ ...later, digest: digestOf('same') }]);
    expect(readRecord(a!.bytes).digest).toBe(readRecord(b!.bytes).digest);
    expect(a!.link).not.toBe(b!.link);
  });

  it('cannot be made to say more in a header than they hold', async () => {
    const odd = given('a.txt', 'x', 'text/plain\r\nWARC-Date: 1999-01-01T00:00:00Z');
    const { records } = readChain(await fileOf([odd]), CHAIN_START);
    expect(records[1]!.facts.at).toBe(AT);
  });
});

describe('another reader of WARC', () => {
  it('accepts the file, its addresses and its digests', async () => {
    const file = await fileOf(FEW);
    const seen: unknown[] = [];
    for await (const record of new WARCParser(Readable.toWeb(Readable.from([file])) as ReadableStream<Uint8Array>)) {
      const payload = await record.readFully(false);
      const digest = `sha256:${digestOf(payload ?? new Uint8Array())}`;
      expect(record.warcBlockDigest).toBe(digest);
      expect(record.warcPayloadDigest).toBe(digest);
      expect(record.warcDate).toBe(AT);
      seen.push([record.warcType, record.warcTargetURI]);
    }
    expect(seen).toEqual([
      ['warcinfo', null],
      ['resource', 'file:///srv/press/a%20speech.txt'],
      ['resource', 'file:///texts/ansprache%20%C3%BC.html'],
      ['resource', 'https://example.org/p%C3%A4ge?q=1%202#x'],
      ['resource', 'file:///texts.jsonl%2312'],
    ]);
  });
});

describe('damage', () => {
  it('is noticed wherever a bit is flipped, or has changed nothing', async () => {
    const file = await fileOf(FEW);
    const sound = readChain(file, CHAIN_START);
    let harmless = 0;
    for (let bit = 0; bit < file.length * 8; bit++) {
      const copy = Buffer.from(file);
      copy[bit >> 3]! ^= 1 << (bit & 7);
      const { damage, records, link } = readChain(copy, CHAIN_START);
      if (damage !== null) continue;
      // The last bits of a deflate stream up to the next byte carry nothing.
      harmless++;
      expect(records).toEqual(sound.records);
      expect(link).toBe(sound.link);
    }
    expect(harmless).toBeLessThan(8 * sound.records.length);
  }, 60_000);

  it('is noticed wherever the file is cut off, and the sound part comes back', async () => {
    const file = await fileOf(FEW);
    const ends = new Set(readChain(file, CHAIN_START).records.map(({ end }) => end));
    for (let length = 1; length < file.length; length++) {
      const { damage, records, end } = readChain(file.subarray(0, length), CHAIN_START);
      expect(damage === null).toBe(ends.has(length));
      expect(records.filter((record) => record.end <= length)).toHaveLength(records.length);
      expect(end).toBe(records.at(-1)?.end ?? 0);
    }
  });

  it.each([
    ['dropped', (records: readonly Buffer[]) => [records[0]!, ...records.slice(2)]],
    ['moved', (records: readonly Buffer[]) => [records[0]!, records[2]!, records[1]!, ...records.slice(3)]],
    ['put in twice', (records: readonly Buffer[]) => [records[0]!, records[1]!, records[1]!, ...records.slice(2)]],
  ])('is noticed where a record is %s', async (_, change) => {
    const file = await fileOf(FEW);
    const { records } = readChain(file, CHAIN_START);
    const pieces = records.map(({ end }, i) => file.subarray(records[i - 1]?.end ?? 0, end));
    expect(readChain(Buffer.concat(change(pieces)), CHAIN_START).damage).toMatch(
      /^record \d does not follow the record before it$/,
    );
  });

  it('is noticed where a file follows another chain', async () => {
    expect(readChain(await fileOf(FEW), digestOf('another')).damage).toBe(
      'record 1 does not follow the record before it',
    );
  });

  it('is named when one record is read by itself', async () => {
    const [record] = await packRecords(CHAIN_START, [{ ...given('a', 'words'), digest: digestOf('words') }]);
    expect(() => readRecord(record!.bytes.subarray(0, -1))).toThrow(CustodyDamage);
    expect(() => readRecord(Buffer.from('no gzip at all'))).toThrow('does not begin like a record');
    const [lying] = await packRecords(CHAIN_START, [{ ...given('a', 'words'), digest: digestOf('others') }]);
    expect(() => readRecord(lying!.bytes)).toThrow('holds other bytes than were captured');
  });
});
