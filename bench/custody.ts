/**
 * Custody: records written per second, in batches that are synced together and one by one, beside the writer of npm
 * `warcio` with the same payloads, digests and syncs; how fast all of it is verified; how long a proof is. Ours writes
 * more than a record: a chain, a row, an entry of the signed log, durable when it is acknowledged.
 */
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WARCRecord, WARCSerializer } from 'warcio';
import { openEmbedded } from '#archive/embedded/index.js';
import type { NewCapture } from '#archive/index.js';
import { parseWhen } from '#base/index.js';
import { table } from './grade.js';
import { Random } from './random.js';
import { circumstances, costOfAsync, say, writeResults } from './results.js';

const RECORDS = 4_000;
const SINGLE = 400;
const BATCH = 200;
/** Bytes of a payload: a page of words. */
const SIZE = 12_000;
const AT = parseWhen('2031-07-01T09:00:00Z')!;

function payloads(count: number): Uint8Array[] {
  const random = new Random(5);
  const words = Array.from({ length: 3000 }, () =>
    Array.from({ length: random.between(2, 9) }, () => String.fromCharCode(97 + random.below(26))).join(''),
  );
  return Array.from({ length: count }, () => {
    let page = '<!doctype html><html><body>';
    while (page.length < SIZE) page += `<p>${Array.from({ length: 20 }, () => random.pick(words)).join(' ')}</p>`;
    return new TextEncoder().encode(page);
  });
}

const addressOf = (i: number): string => `https://h.example/page/${i}`;

async function ourWriter(folder: string, pages: readonly Uint8Array[], batch: number): Promise<void> {
  const archive = await openEmbedded(folder, { how: 'write' });
  const captures = pages.map(
    (bytes, i): NewCapture => ({ bytes, origin: addressOf(i), mediaType: 'text/html', at: AT }),
  );
  for (let i = 0; i < captures.length; i += batch) await archive.capture(captures.slice(i, i + batch));
  await archive.close();
}

async function warcioWriter(path: string, pages: readonly Uint8Array[], batch: number): Promise<void> {
  const file = openSync(path, 'w');
  for (const [i, bytes] of pages.entries()) {
    const record = WARCRecord.create(
      {
        type: 'resource',
        url: addressOf(i),
        date: '2031-07-01T09:00:00Z',
        warcVersion: 'WARC/1.1',
        warcHeaders: { 'Content-Type': 'text/html' },
      },
      (async function* one() {
        yield bytes;
      })(),
    );
    writeSync(
      file,
      await WARCSerializer.serialize(record, { gzip: true, digest: { algo: 'sha-256', prefix: 'sha256:' } }),
    );
    if ((i + 1) % batch === 0) fsyncSync(file);
  }
  fsyncSync(file);
  closeSync(file);
}

interface Rate {
  readonly name: string;
  readonly records: number;
  readonly perSecond: number;
  readonly processorMs: number;
}

async function rateOf(name: string, records: number, work: () => Promise<void>): Promise<Rate> {
  const { ms, cpuMs } = await costOfAsync(work);
  return {
    name,
    records,
    perSecond: Math.round((records * 1000) / ms),
    processorMs: Number((cpuMs / records).toFixed(3)),
  };
}

export async function run(): Promise<void> {
  const about = circumstances('npm run bench -- custody');
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-custody-'));
  try {
    const pages = payloads(RECORDS);
    const few = pages.slice(0, SINGLE);
    // Both have run before they are measured.
    await ourWriter(join(folder, 'warm'), few, BATCH);
    await warcioWriter(join(folder, 'warm.warc.gz'), few, BATCH);
    const rates = [
      await rateOf(`Onrecord, ${BATCH} synced together`, RECORDS, () => ourWriter(join(folder, 'batch'), pages, BATCH)),
      await rateOf(`warcio, ${BATCH} synced together`, RECORDS, () =>
        warcioWriter(join(folder, 'b.warc.gz'), pages, BATCH),
      ),
      await rateOf('Onrecord, each synced', SINGLE, () => ourWriter(join(folder, 'single'), few, 1)),
      await rateOf('warcio, each synced', SINGLE, () => warcioWriter(join(folder, 's.warc.gz'), few, 1)),
    ];
    const archive = await openEmbedded(join(folder, 'batch'));
    const verified = await costOfAsync(() => archive.custody.verify({ anew: true }));
    const evidence = await archive.custody.evidence(`c${RECORDS >> 1}`, null);
    const proofBytes = Buffer.byteLength(JSON.stringify(evidence));
    await archive.close();
    const verify = {
      captures: verified.value.captures,
      problems: verified.value.problems.length,
      perSecond: Math.round((RECORDS * 1000) / verified.ms),
      megabytesPerSecond: Math.round((RECORDS * SIZE) / 1000 / verified.ms),
      processorMs: Number((verified.cpuMs / RECORDS).toFixed(3)),
    };
    writeResults('custody', { ...about, payloadBytes: SIZE, rates, verify, proofBytes });
    say(
      table(
        ['written', 'records', 'a second', 'processor ms each'],
        rates.map(({ name, records, perSecond, processorMs }) => [
          name,
          String(records),
          String(perSecond),
          String(processorMs),
        ]),
      ),
    );
    say(
      `verified: ${verify.captures} captures, ${verify.perSecond} a second (${verify.megabytesPerSecond} MB/s of payload), ${verify.problems} problems`,
    );
    say(`evidence of one capture among ${RECORDS}: ${proofBytes} bytes`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
