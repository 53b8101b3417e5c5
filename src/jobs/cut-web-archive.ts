/**
 * Cuts WARC and WACZ files of others into what is captured one by one: every record is kept to the byte with where it
 * came from, texts are read from answers that brought a page. A request goes beside its answer; what is no page
 * (pictures, scripts, revisits) is kept without being read. Bad records are listed and cost no other.
 */
import { OnrecordError, parseWhen, type When, writeWhen } from '#base/index.js';
import {
  type ByteSource,
  CustodyDamage,
  contentOf,
  fieldOf,
  type ForeignBlock,
  type ForeignRecord,
  foreignRecords,
  openWacz,
  readMessage,
  RECORD_TYPES,
  statusOf,
  zipEntries,
} from '#custody/index.js';
import type { Provenance } from '#record/index.js';
import type { Part } from './cut-files.js';
import type { Clock, FileEntry, Files } from './effects.js';

const WEB_ARCHIVE = /\.(warc|warc\.gz|wacz)$/i;
/** The media types of pages and documents; feeds and data are kept without being read as texts. */
const PAGES =
  /^(text\/(html|plain|markdown|vtt)|application\/(xhtml\+xml|pdf|x-subrip|vnd\.openxmlformats-officedocument\.wordprocessingml\.document))\b/i;

export function isWebArchive(name: string): boolean {
  return WEB_ARCHIVE.test(name);
}

type Sound = Extract<ForeignRecord, { block: Uint8Array }>;

/** Who made a file, as its first record or its package says. */
interface Maker {
  readonly software: string | null;
  readonly operator: string | null;
}

/** The parts of a WARC or WACZ file in order; never throws for what the file is. */
export async function* cutWebArchive(file: FileEntry, files: Files, clock: Clock): AsyncGenerator<Part> {
  const source: ByteSource = { size: file.size, part: (offset, length) => files.part(file.path, offset, length) };
  try {
    if (!/\.wacz$/i.test(file.name)) {
      yield* cutWarc(source, file.path, file.name, null, clock);
      return;
    }
    const { files: inside, software, faults } = await openWacz(await zipEntries(source));
    for (const fault of faults) yield bad(file.path, `In it, ${fault}. Its records were read all the same.`);
    for (const { name, source: part } of inside)
      yield* cutWarc(part, `${file.path}, ${name}`, `${file.name}/${name}`, software, clock);
  } catch (error) {
    if (error instanceof CustodyDamage) yield bad(file.path, `It ${error.message}.`);
    else yield { path: file.path, error };
  }
}

async function* cutWarc(
  source: ByteSource,
  path: string,
  name: string,
  software: string | null,
  clock: Clock,
): AsyncGenerator<Part> {
  let maker: Maker = { software, operator: null };
  let waiting: Sound | null = null;
  let beside: Sound[] = [];
  const taken = writeWhen(clock());
  const settle = function* settle(): Generator<Part> {
    if (waiting) yield partOf(waiting, beside, { path, name, taken, maker });
    else for (const one of beside) yield partOf(one, [], { path, name, taken, maker });
    waiting = null;
    beside = [];
  };
  for await (const record of foreignRecords(source)) {
    if ('fault' in record) {
      yield bad(`${path}, record at byte ${record.offset}`, `It ${record.fault}.`);
      continue;
    }
    if (record.type === 'warcinfo') {
      yield* settle();
      maker = makerOf(record, software);
    } else if (belongs(record, waiting, beside)) beside.push(record);
    else if (record.type === 'request' || record.type === 'metadata') {
      // Some write the request first.
      yield* settle();
      beside.push(record);
    } else if (RECORD_TYPES.some((known) => known === record.type)) {
      const own: readonly Sound[] = waiting === null ? beside.filter((one) => isAbout(one, record)) : [];
      if (own.length > 0) beside = beside.filter((one) => !own.includes(one));
      yield* settle();
      waiting = record;
      beside = [...own];
    } else
      yield bad(`${path}, record at byte ${record.offset}`, `It is of a kind that is not known, "${record.type}".`);
  }
  yield* settle();
}

const idOf = ({ fields }: Sound): string | undefined => fields.get('warc-record-id');
const addressOf = ({ fields }: Sound): string => fields.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? '';

/** Whether a request or note belongs to the answer that waits. */
function belongs(record: Sound, waiting: Sound | null, beside: readonly Sound[]): boolean {
  if (waiting === null || (record.type !== 'request' && record.type !== 'metadata')) return false;
  const names = new Set([record.fields.get('warc-concurrent-to'), record.fields.get('warc-refers-to')]);
  return [waiting, ...beside].some((one) => idOf(one) !== undefined && names.has(idOf(one)));
}

/** Whether a request that came first is that of this answer. */
function isAbout(request: Sound, answer: Sound): boolean {
  const named = answer.fields.get('warc-concurrent-to') ?? request.fields.get('warc-concurrent-to');
  if (named !== undefined && (named === idOf(request) || named === idOf(answer))) return true;
  return addressOf(request) === addressOf(answer) && request.fields.get('warc-date') === answer.fields.get('warc-date');
}

function makerOf({ block }: Sound, software: string | null): Maker {
  const lines = new TextDecoder().decode(block).split(/\r?\n/);
  const said = (name: string): string | null =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() || null;
  return { software: said('software') ?? software, operator: said('operator') };
}

interface About {
  readonly path: string;
  readonly name: string;
  readonly taken: string;
  readonly maker: Maker;
}

function partOf(record: Sound, beside: readonly Sound[], { path, name, taken, maker }: About): Part {
  const { type, fields, block, offset } = record;
  const where = `${path}, record at byte ${offset}`;
  const at = instantOf(fields.get('warc-date') ?? '');
  if (at === null) return bad(where, 'It does not say when it was captured.');
  const ours = fields.get('onrecord-origin');
  const address = addressOf(record);
  const origin = ours === undefined ? address || `${name}#${offset}` : decodeURIComponent(ours);
  const { payload, mediaType, isPage, fault } = contentsOf(record, ours !== undefined);
  const provenance: Provenance = {
    taken,
    file: name,
    record: idOf(record)?.replace(/^<|>$/g, '') ?? null,
    software: maker.software,
    operator: maker.operator,
  };
  const blockOf = (one: Sound): ForeignBlock => ({
    type: one.type as ForeignBlock['type'],
    contentType: one.fields.get('content-type') ?? null,
    block: one.block,
  });
  return {
    path: ours === undefined && address !== '' ? `${path}: ${address}` : where,
    origin,
    name: nameIn(origin),
    mediaType,
    bytes: payload,
    at,
    foreign: { ...blockOf(record), type: type as ForeignBlock['type'], block, provenance, beside: beside.map(blockOf) },
    ...(isPage ? {} : { unread: true }),
    ...(fault === null ? {} : { remark: fault }),
  };
}

/** What a record is about, whether it is a page that can be read, and what is odd about it. */
function contentsOf(
  { type, fields, block }: Sound,
  ours: boolean,
): { payload: Uint8Array; mediaType: string | null; isPage: boolean; fault: string | null } {
  if (type !== 'response' || !/^application\/http\b/i.test(fields.get('content-type') ?? '')) {
    const mediaType = fields.get('content-type') ?? null;
    const isPage = type === 'resource' || type === 'conversion';
    return { payload: block, mediaType, isPage: isPage && (ours || PAGES.test(mediaType ?? '')), fault: null };
  }
  let fault: string | null = null;
  try {
    const message = readMessage(block);
    const mediaType = fieldOf(message.fields, 'content-type');
    const status = statusOf(message);
    const isPage = status >= 200 && status < 300 && (ours || PAGES.test(mediaType ?? ''));
    try {
      return { payload: contentOf(message), mediaType, isPage, fault };
    } catch (error) {
      if (!(error instanceof CustodyDamage)) throw error;
      fault = `Its content ${error.message}; it is kept as it came.`;
      return { payload: message.body, mediaType, isPage: false, fault };
    }
  } catch (error) {
    if (!(error instanceof CustodyDamage)) throw error;
    return { payload: block, mediaType: null, isPage: false, fault: `It ${error.message}; it is kept as it came.` };
  }
}

/** WARC 1.1 dates may have any precision from the year on and fractions of a second; ours goes to the second. */
function instantOf(written: string): When | null {
  return (
    parseWhen(written) ??
    (/^\d{14}$/.test(written) ? parseWhen(written.replace(/(....)(..)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5:$6Z')) : null)
  );
}

function nameIn(origin: string): string {
  const path = /^https?:/i.test(origin) && URL.canParse(origin) ? new URL(origin).pathname : origin;
  return path.split('/').findLast((part) => part !== '') ?? origin;
}

function bad(path: string, message: string): Part {
  return { path, error: new OnrecordError('input-unreadable', message) };
}
