/** Verifies what is kept: the whole archive, or one proof or checkpoint that somebody holds. */
import type { Verified, VerifyWish } from '#archive/index.js';
import { OnrecordError } from '#base/index.js';
import {
  type Checkpoint,
  CustodyDamage,
  checkProof,
  isConsistent,
  openCheckpoint,
  type Proof,
  type ProofFindings,
  readCheckpoint,
} from '#custody/index.js';
import type { Effects, Files } from './effects.js';

/** What a verification of the archive found. */
export interface ArchiveVerification extends Verified {
  /** What was found about the earlier head that was given; null where none was. */
  readonly since: {
    readonly size: number;
    readonly at: string | null;
    /** Nothing that stood in the log then was changed or taken out. */
    readonly holds: boolean;
    readonly message: string;
  } | null;
}

/** Verifies the archive; `since` is an earlier proof or checkpoint that its log must begin with. */
export async function verifyArchive(
  input: Omit<VerifyWish, 'signal'> & { readonly since?: Uint8Array },
  { archive, signal }: Effects,
): Promise<ArchiveVerification> {
  const { since, ...wish } = input;
  const earlier = since && headIn(since);
  const verified = await archive.custody.verify({ ...wish, ...(signal ? { signal } : {}) });
  if (!earlier || verified.stopped) return { ...verified, since: null };
  const { size, at } = earlier;
  const then = at === null ? `of ${size} entries` : `of ${size} entries, signed at ${at},`;
  const found = await archive.custody.sinceThen(earlier);
  if (found === null)
    return {
      ...verified,
      since: { size, at, holds: false, message: `The head ${then} is not one of this archive's log.` },
    };
  const now = readCheckpoint(found.head.note);
  const holds = isConsistent(earlier, now, found.path);
  const message = holds
    ? `All that stood in the log ${then} stands there unchanged and in its order; ${now.size - size} entries were added since.`
    : `The log is not the one ${then} that is given: entries were changed, taken out or dated back since.`;
  return { ...verified, since: { size, at, holds, message } };
}

/** The head in a proof or checkpoint. Throws OnrecordError `input-unreadable`. */
function headIn(bytes: Uint8Array): Checkpoint {
  const text = new TextDecoder().decode(bytes);
  const proof = proofIn(text);
  try {
    return proof ? openCheckpoint(proof.checkpoint, proof.key) : readCheckpoint(text);
  } catch (error) {
    if (!(error instanceof CustodyDamage)) throw error;
    throw new OnrecordError(
      'input-unreadable',
      `The file given with --since ${error.message}.`,
      'Give a proof that onrecord proof wrote, or a checkpoint.',
    );
  }
}

/** Checks a proof by itself; no archive is needed. Throws OnrecordError `input-unreadable` if the file is none. */
export async function verifyProof(
  input: { readonly path: string; readonly certificates: readonly string[] },
  { files }: { readonly files: Files },
): Promise<{ readonly proof: Proof; readonly findings: ProofFindings }> {
  const proof = proofIn(new TextDecoder().decode(await files.read(input.path)));
  if (!proof)
    throw new OnrecordError(
      'input-unreadable',
      `${input.path} is no proof.`,
      'A proof is a file that onrecord proof REF -o FILE wrote. Without a file, onrecord verify verifies the archive.',
    );
  const certificates = await Promise.all(
    input.certificates.map(async (path) => new TextDecoder().decode(await files.read(path))),
  );
  try {
    return { proof, findings: checkProof(proof, certificates) };
  } catch (error) {
    if (error instanceof OnrecordError || error instanceof RangeError) throw error;
    throw new OnrecordError('input-unreadable', `${input.path} is a damaged proof.`, 'Ask for it again.', {
      cause: error,
    });
  }
}

function proofIn(text: string): Proof | null {
  try {
    const value = JSON.parse(text) as Partial<Proof> | null;
    const whole =
      value?.schema === 'onrecord/proof/1' &&
      [value.checkpoint, value.key, value.record?.content, value.capture?.digest].every(
        (one) => typeof one === 'string',
      ) &&
      Array.isArray(value.record?.path) &&
      Array.isArray(value.tokens);
    return whole ? (value as Proof) : null;
  } catch {
    return null;
  }
}
