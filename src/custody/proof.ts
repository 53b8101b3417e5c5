/**
 * A proof: all that is needed to show, with no archive at hand, that a capture stands in a log under a signed head,
 * and that words stand in a text which the archive cut from it and entered in the same log. It shows that these bytes
 * were held and these words read from them when the head was signed, or, with a time token, before the token's time;
 * not that what they say is true, nor who published them. scripts/verify-proof.mjs checks the same from scratch.
 */
import { Buffer } from 'node:buffer';
import { openCheckpoint } from './checkpoint.js';
import { CustodyDamage } from './damage.js';
import { digestOf } from './digest.js';
import { PIECE } from './text-pieces.js';
import { readToken } from './time-token.js';
import { leafHash, rootByPath, sameHash } from './tree.js';

/** An entry of the log with its path to the root; hashes are base64. */
export interface ProvenEntry {
  readonly number: number;
  /** What the entry's leaf holds. */
  readonly content: string;
  readonly path: readonly string[];
}

export interface Proof {
  readonly schema: 'onrecord/proof/1';
  readonly capture: {
    readonly reference: string;
    readonly origin: string;
    /** SHA-256 of what was captured, hexadecimal. */
    readonly digest: string;
    readonly size: number;
    readonly at: string;
  };
  readonly record: ProvenEntry;
  /** Null where only the capture is proven. */
  readonly text:
    | (ProvenEntry & {
        readonly version: string;
        readonly title: string;
        /** Null where the text as a whole is proven. */
        readonly quotation: {
          readonly text: string;
          /** UTF-16 code units in the text. */
          readonly start: number;
          readonly end: number;
          readonly pieces: readonly {
            readonly number: number;
            readonly start: number;
            readonly text: string;
            readonly path: readonly string[];
          }[];
        } | null;
      })
    | null;
  /** The signed head (C2SP tlog-checkpoint) and the key that it is checked with (C2SP verifier key). */
  readonly checkpoint: string;
  readonly key: string;
  /** RFC 3161 tokens over the SHA-256 of the checkpoint, base64. */
  readonly tokens: readonly { readonly authority: string; readonly at: string; readonly token: string }[];
}

/** What a proof shows; `problems` empty: all of it. */
export interface ProofFindings {
  /** The log's name and the id of its key. */
  readonly log: string;
  readonly size: number;
  /** When the head was signed, by the clock of the machine that signed. */
  readonly signed: string | null;
  /** By when an authority saw the head. */
  readonly stamped: readonly { readonly authority: string; readonly at: string; readonly trusted: boolean | null }[];
  readonly problems: readonly string[];
}

/** Checks every step of a proof. `trusted`: certificates in PEM, for the time tokens. */
export function checkProof(proof: Proof, trusted: readonly string[] = []): ProofFindings {
  const problems: string[] = [];
  const attempt = <T>(what: string, work: () => T): T | null => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof CustodyDamage)) throw error;
      problems.push(`${what} ${error.message}.`);
      return null;
    }
  };
  const head = attempt('The checkpoint', () => openCheckpoint(proof.checkpoint, proof.key));
  const stands = (what: string, { number, content, path }: ProvenEntry): void => {
    if (!head) return;
    const root = rootByPath(leafHash(content), number, head.size, path.map(bytesOf));
    if (!root || !sameHash(root, head.root)) problems.push(`${what} is not in the log at place ${number}.`);
  };
  stands('The record of the capture', proof.record);
  const field = (name: string): string | null =>
    new RegExp(`^${name}: (.*?)\r?$`, 'm').exec(proof.record.content)?.[1] ?? null;
  const digest = field('Onrecord-Digest') ?? field('WARC-Payload-Digest');
  if (digest !== `sha256:${proof.capture.digest}`)
    problems.push('The record is about other bytes than the proof says.');
  if (field('Onrecord-Origin') !== encodeURIComponent(proof.capture.origin))
    problems.push('The record names another place than the proof says.');
  if (field('WARC-Date') !== proof.capture.at) problems.push('The record names another time than the proof says.');
  if (proof.text) {
    stands('The text', proof.text);
    problems.push(...textProblems(proof.text, proof.capture.digest));
  }
  const stamped = proof.tokens.flatMap(({ authority, token }) => {
    const read = attempt(`The time token of ${authority}`, () =>
      readToken(bytesOf(token), digestOf(proof.checkpoint), trusted),
    );
    return read ? [read] : [];
  });
  return {
    log: proof.key.slice(0, proof.key.indexOf('+', proof.key.indexOf('+') + 1)),
    size: head?.size ?? 0,
    signed: head?.at ?? null,
    stamped,
    problems,
  };
}

function textProblems(text: NonNullable<Proof['text']>, digest: string): readonly string[] {
  const entry = entryIn(text.content);
  if (!entry || entry['kind'] !== 'text' || entry['version'] !== text.version)
    return ['The entry of the text is about another text than the proof says.'];
  if (entry['digest'] !== `sha256:${digest}`) return ['The text was cut from another capture than the proof says.'];
  if (!text.quotation) return [];
  const { start, end, text: words, pieces } = text.quotation;
  const [first] = pieces;
  if (!first) return ['The proof lacks the text around the words.'];
  const root = Buffer.from(String(entry['root']), 'hex');
  let joined = '';
  for (const [i, piece] of pieces.entries()) {
    const reached = rootByPath(leafHash(piece.text), piece.number, Number(entry['pieces']), piece.path.map(bytesOf));
    if (!reached || !sameHash(reached, root) || piece.number !== first.number + i)
      return ['The text around the words is not that of the text in the log.'];
    joined += piece.text;
  }
  const inPlace = first.start === first.number * PIECE || first.start === first.number * PIECE + 1;
  if (!inPlace || joined.slice(start - first.start, end - first.start) !== words)
    return ['The words do not stand where the proof says.'];
  return [];
}

function entryIn(content: string): Readonly<Record<string, unknown>> | null {
  try {
    return JSON.parse(content) as Readonly<Record<string, unknown>>;
  } catch {
    return null;
  }
}

function bytesOf(base64: string): Uint8Array {
  return Buffer.from(base64, 'base64');
}
