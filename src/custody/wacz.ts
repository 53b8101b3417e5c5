/**
 * WACZ 1.1.1 (specs.webrecorder.net/wacz/1.1.1): a zip of WARC files with an index of them (CDXJ), a list of pages
 * and a data package that names the digest of each. Also its checks, which others' files are read with.
 */
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { CustodyDamage } from './damage.js';
import { digestOf } from './digest.js';
import type { ByteSource } from './warc-foreign.js';
import type { ZipEntry, ZipInput } from './zip.js';

/** A record as it goes into a file that is made. */
export interface OutgoingRecord {
  /** The record as it lies, one gzip member. */
  readonly packed: Uint8Array;
  /** What the index and the list of pages say of it; null for what stands beside a capture. */
  readonly page: OutgoingPage | null;
}

export interface OutgoingPage {
  readonly address: string;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  readonly mediaType: string | null;
  /** Of the answer; null where there was no HTTP. */
  readonly status: number | null;
  readonly digest: string;
  readonly title: string | null;
  readonly text: string | null;
}

export interface WaczFacts {
  readonly title: string;
  /** ISO 8601 instant, UTC. */
  readonly created: string;
  readonly software: string;
  /** Further files, by name: what proves that the captures are in the log. */
  readonly more?: readonly { readonly name: string; readonly text: string }[];
}

/** A file in it is begun anew at so many bytes: an entry of a zip must have less than 4 GB. */
const FULL = 2 ** 30;

/** The files of a WACZ in the order in which they can be written; records are read once. */
export async function* waczFiles(
  records: AsyncIterable<OutgoingRecord>,
  head: (name: string) => Promise<Uint8Array>,
  { title, created, software, more = [] }: WaczFacts,
): AsyncGenerator<ZipInput> {
  const resources: { name: string; path: string; hash: string; bytes: number }[] = [];
  const index: string[] = [];
  const pages: string[] = [];
  const waiting = records[Symbol.asyncIterator]();
  let next = await waiting.next();
  const put = (path: string, text: string): ZipInput => {
    const bytes = Buffer.from(text);
    resources.push({ name: path.split('/').at(-1)!, path, hash: `sha256:${digestOf(bytes)}`, bytes: bytes.length });
    return { name: path, pieces: [bytes] };
  };
  for (let number = 1; number === 1 || !next.done; number++) {
    const name = `data-${String(number).padStart(6, '0')}.warc.gz`;
    const hash = createHash('sha256');
    let offset = 0;
    yield {
      name: `archive/${name}`,
      pieces: (async function* pieces() {
        const first = await head(name);
        hash.update(first);
        offset = first.length;
        yield first;
        while (!next.done && offset < FULL) {
          const { packed, page } = next.value;
          if (page) {
            index.push(indexLine(page, name, offset, packed.length));
            pages.push(pageLine(page));
          }
          hash.update(packed);
          offset += packed.length;
          yield packed;
          next = await waiting.next();
        }
      })(),
    };
    resources.push({ name, path: `archive/${name}`, hash: `sha256:${hash.digest('hex')}`, bytes: offset });
  }
  yield put('indexes/index.cdx', index.toSorted(byBytes).join(''));
  const header = { format: 'json-pages-1.0', id: 'pages', title: 'All Pages', hasText: true };
  yield put('pages/pages.jsonl', `${JSON.stringify(header)}\n${pages.join('')}`);
  for (const { name, text } of more) yield put(name, text);
  const datapackage = JSON.stringify(
    { profile: 'data-package', wacz_version: '1.1.1', title, created, software, resources },
    null,
    2,
  );
  yield { name: 'datapackage.json', pieces: [Buffer.from(datapackage)] };
  const digest = { path: 'datapackage.json', hash: `sha256:${digestOf(datapackage)}` };
  yield { name: 'datapackage-digest.json', pieces: [Buffer.from(JSON.stringify(digest, null, 2))] };
}

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function indexLine(
  { address, at, mediaType, status, digest }: OutgoingPage,
  file: string,
  offset: number,
  length: number,
): string {
  const facts = {
    url: address,
    ...(mediaType === null ? {} : { mime: mediaType.split(';')[0]!.trim() }),
    ...(status === null ? {} : { status: String(status) }),
    digest: `sha256:${digest}`,
    length: String(length),
    offset: String(offset),
    filename: file,
  };
  return `${surt(address)} ${at.replace(/\D/g, '').slice(0, 14)} ${JSON.stringify(facts)}\n`;
}

function pageLine({ address, at, title, text, digest }: OutgoingPage): string {
  const id = digestOf(`${address} ${at} ${digest}`).slice(0, 22);
  const page = { id, url: address, ts: at, ...(title === null ? {} : { title }), ...(text === null ? {} : { text }) };
  return `${JSON.stringify(page)}\n`;
}

/** The key by which an index is ordered: hosts from their end, in small letters (Sort-friendly URI Reordering Transform). */
export function surt(address: string): string {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return address.toLowerCase().replaceAll(' ', '%20');
  const url = new URL(address);
  const host = url.hostname
    .replace(/^www\d*\./, '')
    .split('.')
    .reverse()
    .join(',');
  const port = url.port === '' ? '' : `:${url.port}`;
  const query = url.search === '' ? '' : `?${url.search.slice(1).split('&').toSorted().join('&')}`;
  return `${host}${port})${url.pathname}${query}`.toLowerCase();
}

/** A WACZ of others: its WARC files, who made it, and what is not as its own digests say. */
export interface OpenedWacz {
  readonly files: readonly { readonly name: string; readonly source: ByteSource }[];
  readonly software: string | null;
  readonly faults: readonly string[];
}

const PIECE = 1 << 20;

/** Opens a WACZ by its directory. CustodyDamage if no WARC is in it. */
export async function openWacz(entries: readonly ZipEntry[]): Promise<OpenedWacz> {
  const faults: string[] = [];
  const read = async (name: string): Promise<Buffer | null> => {
    const entry = entries.find((one) => one.name === name);
    if (!entry) return null;
    const source = await entry.open();
    return Buffer.from(await source.part(0, source.size));
  };
  const bytes = await read('datapackage.json');
  const said = json((await read('datapackage-digest.json'))?.toString('utf8') ?? '');
  if (bytes && typeof said['hash'] === 'string' && said['hash'] !== `sha256:${digestOf(bytes)}`)
    faults.push('datapackage.json is not the one that its digest names');
  const described = json(bytes?.toString('utf8') ?? '');
  const resources = Array.isArray(described['resources']) ? (described['resources'] as unknown[]) : [];
  const files: { name: string; source: ByteSource }[] = [];
  for (const entry of entries) {
    if (!/^archive\/[^/]+\.warc(\.gz)?$/.test(entry.name)) continue;
    const source = await entry.open();
    const hash = resources
      .filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null)
      .find(({ path }) => path === entry.name)?.['hash'];
    if (typeof hash !== 'string') faults.push(`${entry.name} is not named in datapackage.json`);
    else if (hash.startsWith('sha256:') && hash !== `sha256:${await digestOfSource(source)}`)
      faults.push(`${entry.name} is not the file that datapackage.json names`);
    files.push({ name: entry.name.slice('archive/'.length), source });
  }
  if (files.length === 0) throw new CustodyDamage('holds no WARC file in archive/');
  const { software } = described;
  return { files, software: typeof software === 'string' ? software : null, faults };
}

async function digestOfSource({ size, part }: ByteSource): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < size; at += PIECE) hash.update(await part(at, PIECE));
  return hash.digest('hex');
}

function json(text: string): Readonly<Record<string, unknown>> {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
