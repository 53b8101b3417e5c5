/** Asks a time authority (RFC 3161) to sign that it has seen the head of the log, and keeps what it answers. */
import { OnrecordError } from '#base/index.js';
import { CustodyDamage, digestOf, readToken, timeQuery, tokenIn } from '#custody/index.js';
import type { Effects, Files } from './effects.js';

export interface StampEffects extends Effects {
  readonly files: Files;
  /** Sends a query to an authority and returns its answer. Rejects with an OnrecordError. */
  readonly askTime: (address: string, query: Uint8Array) => Promise<Uint8Array>;
  /** Chance: so many bytes of it. */
  readonly chance: (bytes: number) => Uint8Array;
}

/** A token that was kept. */
export interface LogStamp {
  readonly size: number;
  readonly authority: string;
  readonly at: string;
  /** Whether it leads to a certificate that was named; null where none was. */
  readonly trusted: boolean | null;
}

const NONCE_BYTES = 8;

/** Stamps the present head. Throws OnrecordError where the authority refuses, or answers with what is no token for it. */
export async function stampLog(
  input: { readonly address: string; readonly certificates: readonly string[] },
  { archive, files, askTime, chance }: StampEffects,
): Promise<LogStamp> {
  const certificates = await Promise.all(
    input.certificates.map(async (path) => new TextDecoder().decode(await files.read(path))),
  );
  const head = await archive.custody.checkpoint();
  if (!head)
    throw new OnrecordError('bad-use', 'The archive is empty: there is nothing to stamp.', 'Take texts in first.');
  const digest = digestOf(head.note);
  const nonce = chance(NONCE_BYTES);
  const answer = await askTime(input.address, timeQuery(digest, nonce));
  try {
    const token = tokenIn(answer, digest, nonce);
    const { at, authority, trusted } = readToken(token, digest, certificates);
    if (trusted === false)
      throw new OnrecordError(
        'input-unreadable',
        `${input.address} signed with a certificate of ${authority} that does not lead to one that you named.`,
        'Name the certificate that the authority publishes with --certificate, or another authority.',
      );
    await archive.custody.keepStamp({ size: head.size, authority, at, token });
    return { size: head.size, authority, at, trusted };
  } catch (error) {
    if (!(error instanceof CustodyDamage)) throw error;
    throw new OnrecordError(
      'input-unreadable',
      `What ${input.address} answered ${error.message}.`,
      'Check that this is the address of a time authority (RFC 3161), or name another one.',
      { cause: error },
    );
  }
}
