/** The shapes of what custody proves: a verification, a proof, and what was found of a proof. */
import type { Proof, ProofFindings } from '#custody/index.js';
import { z } from 'zod';

const instant = z.string().describe('ISO 8601 instant');

export const verifyShape = z.object({
  schema: z.literal('onrecord/verify/1'),
  ok: z.boolean().describe('everything was read, and nothing is otherwise than it was kept'),
  captures: z.int().describe('captures whose records were read'),
  entries: z.int().describe('entries of the log that were looked at'),
  texts: z.int(),
  checkpoints: z.int(),
  stamps: z.int().describe('time tokens'),
  bytes: z.int().describe('bytes of files read'),
  head: z
    .object({
      log: z.string().describe('name of the log, from its key'),
      key: z.string().describe('the key that signed (C2SP verifier key)'),
      size: z.int(),
      at: instant,
      checkpoint: z.string().describe('the signed head (C2SP tlog-checkpoint): keep it elsewhere'),
    })
    .nullable()
    .describe('the last signed head that was found right'),
  since: z
    .object({ size: z.int(), at: instant.nullable(), holds: z.boolean(), message: z.string() })
    .nullable()
    .describe('whether the log begins with the earlier one that was given'),
  problems: z.array(
    z.object({
      fault: z.string().describe('what kind of fault, in a word or two that stay'),
      reference: z.string().nullable().describe('the capture or version'),
      entry: z.int().nullable().describe('number of the entry in the log'),
      file: z.string().nullable(),
      offset: z.int().nullable().describe('byte in the file'),
      message: z.string(),
      remedy: z.string(),
    }),
  ),
  unfinished: z.int().describe('bytes at the end of the last file that were never acknowledged'),
  resumed: z.int().describe('entries that an earlier, stopped run had looked at'),
  stopped: z.boolean(),
});

const entry = z.object({
  number: z.int().describe('place in the log, from 0'),
  content: z.string().describe('what the leaf of the entry holds'),
  path: z.array(z.string()).describe('hashes from the leaf to the root, base64 (RFC 9162)'),
});

export const proofShape = z.object({
  schema: z.literal('onrecord/proof/1'),
  capture: z.object({
    reference: z.string(),
    origin: z.string(),
    digest: z.string().describe('SHA-256 of what was captured, hexadecimal'),
    size: z.int(),
    at: instant,
  }),
  record: entry.describe('the head of the WARC record of the capture'),
  text: entry
    .extend({
      version: z.string(),
      title: z.string(),
      quotation: z
        .object({
          text: z.string(),
          start: z.int().describe('UTF-16 code units in the text'),
          end: z.int(),
          pieces: z
            .array(z.object({ number: z.int(), start: z.int(), text: z.string(), path: z.array(z.string()) }))
            .describe('the text around the words, with the path to its root'),
        })
        .nullable(),
    })
    .nullable(),
  checkpoint: z.string().describe('the signed head of the log (C2SP tlog-checkpoint)'),
  key: z.string().describe('the key that it is checked with (C2SP verifier key)'),
  tokens: z.array(z.object({ authority: z.string(), at: instant, token: z.string().describe('RFC 3161, base64') })),
});

export const proofCheckShape = z.object({
  schema: z.literal('onrecord/proof-check/1'),
  ok: z.boolean(),
  capture: proofShape.shape.capture,
  version: z.string().nullable(),
  quotation: z.string().nullable(),
  log: z.string().describe('name of the log with the id of its key'),
  size: z.int(),
  signed: instant.nullable().describe('by the clock of the machine that signed'),
  stamped: z.array(
    z.object({
      authority: z.string(),
      at: instant,
      trusted: z.boolean().nullable().describe('leads to a certificate that was named; null: none was'),
    }),
  ),
  problems: z.array(z.string()),
});

export const stampShape = z.object({
  schema: z.literal('onrecord/stamp/1'),
  authority: z.string(),
  at: instant,
  size: z.int().describe('entries of the log under the head that was stamped'),
  trusted: z.boolean().nullable(),
});

export const exportShape = z.object({
  schema: z.literal('onrecord/export/1'),
  path: z.string(),
  captures: z.int(),
  records: z.int(),
  bytes: z.int(),
});

type Verification = Omit<z.infer<typeof verifyShape>, 'schema' | 'ok' | 'head' | 'problems'> & {
  readonly head: {
    readonly size: number;
    readonly at: string;
    readonly note: string;
    readonly verifier: string;
  } | null;
  readonly problems: readonly Readonly<z.infer<typeof verifyShape>['problems'][number]>[];
};

/** Encodes a verification of the archive as `onrecord/verify/1`. */
export function encodeVerification(found: Verification): z.infer<typeof verifyShape> {
  const { head, problems, since, captures, entries, texts, checkpoints, stamps, bytes } = found;
  return {
    schema: 'onrecord/verify/1',
    ok: problems.length === 0 && !found.stopped && since?.holds !== false,
    captures,
    entries,
    texts,
    checkpoints,
    stamps,
    bytes,
    head: head && {
      log: head.note.slice(0, head.note.indexOf('\n')),
      key: head.verifier,
      size: head.size,
      at: head.at,
      checkpoint: head.note,
    },
    since: since && { size: since.size, at: since.at, holds: since.holds, message: since.message },
    problems: problems.map(({ fault, reference, entry: number, file, offset, message, remedy }) => ({
      fault,
      reference,
      entry: number,
      file,
      offset,
      message,
      remedy,
    })),
    unfinished: found.unfinished,
    resumed: found.resumed,
    stopped: found.stopped,
  };
}

/** Encodes what was found of a proof as `onrecord/proof-check/1`. */
export function encodeProofCheck(proof: Proof, findings: ProofFindings): z.infer<typeof proofCheckShape> {
  const { reference, origin, digest, size, at } = proof.capture;
  return {
    schema: 'onrecord/proof-check/1',
    ok: findings.problems.length === 0,
    capture: { reference, origin, digest, size, at },
    version: proof.text?.version ?? null,
    quotation: proof.text?.quotation?.text ?? null,
    log: findings.log,
    size: findings.size,
    signed: findings.signed,
    stamped: findings.stamped.map(({ authority, at: time, trusted }) => ({ authority, at: time, trusted })),
    problems: [...findings.problems],
  };
}

/** Encodes a token that was kept as `onrecord/stamp/1`. */
export function encodeStamp(stamp: Omit<z.infer<typeof stampShape>, 'schema'>): z.infer<typeof stampShape> {
  const { authority, at, size, trusted } = stamp;
  return { schema: 'onrecord/stamp/1', authority, at, size, trusted };
}

/** Encodes what was exported as `onrecord/export/1`. */
export function encodeExport(exported: Omit<z.infer<typeof exportShape>, 'schema'>): z.infer<typeof exportShape> {
  const { path, captures, records, bytes } = exported;
  return { schema: 'onrecord/export/1', path, captures, records, bytes };
}
