/** Writes captures out as one WARC file or as a WACZ, records as they lie, so that all their digests stay what they are. */
import { OnrecordError, parseReference, type Reference, writeWhen } from '#base/index.js';
import {
  type OutgoingRecord,
  packFileHead,
  packZip,
  CHAIN_START,
  readMessage,
  statusOf,
  waczFiles,
} from '#custody/index.js';
import type { Clock, Effects } from './effects.js';
import { findVersion } from './find-document.js';
import { mindFilter } from './look-up.js';

export interface ExportEffects extends Effects {
  readonly clock: Clock;
  /** Writes a file whole or not at all. */
  readonly write: (path: string, pieces: AsyncIterable<Uint8Array>) => Promise<void>;
  readonly progress?: (done: number, of: number) => void;
}

export interface ExportRequest {
  readonly form: 'warc' | 'wacz';
  readonly path: string;
  /** Texts and captures; none: all. */
  readonly named: readonly string[];
  readonly source?: string;
  readonly from?: string;
  readonly to?: string;
  /** The program with its version, for the files' heads. */
  readonly software: string;
}

export interface Exported {
  readonly captures: number;
  /** Records, with requests and what else stood beside captures. */
  readonly records: number;
  readonly bytes: number;
}

/** Exports what is asked for. Throws OnrecordError `not-found` where nothing of it is held. */
export async function exportCaptures(request: ExportRequest, effects: ExportEffects): Promise<Exported> {
  const { archive, clock, write, signal, progress } = effects;
  const { form, path, named, source, from, to, software } = request;
  mindFilter({ ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) });
  const references: Reference[] = [];
  for (const one of named)
    references.push(parseReference(one) ? one : (await findVersion(one, archive)).document.reference);
  const captures = await archive.custody.captures({
    references,
    ...(source === undefined ? {} : { source }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  });
  if (captures.length === 0)
    throw new OnrecordError(
      'not-found',
      'No capture that is held is among what you asked for.',
      'See onrecord list and onrecord status for what is held.',
    );
  const created = instant(writeWhen(clock()));
  let records = 0;
  let bytes = 0;
  const outgoing = async function* outgoing(): AsyncGenerator<OutgoingRecord> {
    for (const [i, capture] of captures.entries()) {
      if (signal?.aborted) throw new OnrecordError('stopped', 'Stopped.', 'The file was not written.');
      progress?.(i, captures.length);
      for (const { packed, record, isCapture } of await archive.custody.records(capture.reference)) {
        records++;
        const status = record.type === 'response' ? statusOf(readMessage(record.block)) : null;
        const page = {
          address: record.fields.get('WARC-Target-URI') ?? capture.origin,
          at: instant(record.facts.at),
          mediaType: record.facts.mediaType,
          status,
          digest: record.digest,
          title: capture.title,
          text: capture.text,
        };
        yield { packed, page: isCapture ? page : null };
      }
    }
  };
  const counted = async function* counted(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      bytes += piece.length;
      yield piece;
    }
  };
  const head = async (name: string): Promise<Uint8Array> =>
    (await packFileHead(CHAIN_START, name, software, created)).bytes;
  if (form === 'warc') {
    const pieces = async function* pieces(): AsyncGenerator<Uint8Array> {
      yield await head(path.split(/[\\/]/).at(-1) ?? path);
      for await (const { packed } of outgoing()) yield packed;
    };
    await write(path, counted(pieces()));
  } else {
    const signed = await archive.custody.checkpoint();
    const title = source ?? `${captures.length} captures`;
    const more = signed ? [{ name: 'onrecord/checkpoint.txt', text: signed.note }] : [];
    await write(path, counted(packZip(waczFiles(outgoing(), head, { title, created, software, more }))));
  }
  return { captures: captures.length, records, bytes };
}

/** In UTC, to the second, as WARC and WACZ write it. */
function instant(written: string): string {
  const time = Date.parse(written);
  return Number.isNaN(time) ? written : new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}
