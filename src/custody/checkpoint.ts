/**
 * Checkpoints: what the log was at one moment, signed. A checkpoint is a signed note (C2SP signed-note) whose text is
 * a tree head (C2SP tlog-checkpoint): the log's name, its size, its root, and one line of ours, the time by the
 * clock of the machine. Ed25519 (RFC 8032). Anybody who keeps one can show later that nothing before it was changed;
 * the key only says from whom it came, and whoever holds the folder holds the key, so that a checkpoint is worth most
 * where somebody else keeps it.
 */
import { Buffer } from 'node:buffer';
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { CustodyDamage } from './damage.js';
import type { Hash } from './tree.js';

/** The key that signs for one log. The seed is the secret. */
export interface LogKey {
  /** The log's name, in every checkpoint: "onrecord/3f0c…", from the key itself. */
  readonly name: string;
  /** The public half as C2SP writes verifier keys: name+id+base64. */
  readonly verifier: string;
  /** PKCS #8 in PEM, for the file. */
  readonly pem: string;
  /** Signs a note's text. */
  readonly sign: (text: string) => Uint8Array;
}

/** What a checkpoint says. */
export interface Checkpoint {
  readonly log: string;
  readonly size: number;
  readonly root: Hash;
  /** ISO 8601 instant by the clock of the machine that signed; null where the note has none. */
  readonly at: string | null;
}

/** RFC 8410: what stands before the seed and before the public key of Ed25519 in DER. */
const PRIVATE_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_HEAD = Buffer.from('302a300506032b6570032100', 'hex');
/** The signature type of Ed25519 in a verifier key. */
const ED25519 = 1;

/** The key of a seed: 32 bytes of chance, which the caller brings. */
export function keyOfSeed(seed: Uint8Array): LogKey {
  if (seed.length !== 32) throw new RangeError('a seed has 32 bytes');
  return keyFrom(createPrivateKey({ key: Buffer.concat([PRIVATE_HEAD, seed]), format: 'der', type: 'pkcs8' }));
}

/** The key in a PEM file. CustodyDamage if there is none. */
export function keyOfPem(pem: string): LogKey {
  try {
    return keyFrom(createPrivateKey(pem));
  } catch (cause) {
    throw new CustodyDamage('holds no key', { cause });
  }
}

function keyFrom(secret: KeyObject): LogKey {
  if (secret.asymmetricKeyType !== 'ed25519') throw new CustodyDamage('holds a key of another kind than Ed25519');
  const open = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_HEAD.length);
  const name = `onrecord/${createHash('sha256').update(open).digest('hex').slice(0, 16)}`;
  const typed = Buffer.concat([Buffer.of(ED25519), open]);
  return {
    name,
    verifier: `${name}+${keyId(name, typed).toString('hex')}+${typed.toString('base64')}`,
    pem: secret.export({ format: 'pem', type: 'pkcs8' }).toString(),
    sign: (text) => sign(null, Buffer.from(text), secret),
  };
}

function keyId(name: string, typed: Uint8Array): Buffer {
  return createHash('sha256').update(`${name}\n`).update(typed).digest().subarray(0, 4);
}

/** A signed checkpoint, as it is kept and handed out. */
export function signCheckpoint({ size, root, at }: Omit<Checkpoint, 'log'>, key: LogKey): string {
  const text = `${key.name}\n${size}\n${Buffer.from(root).toString('base64')}\n${at === null ? '' : `time ${at}\n`}`;
  const [, id = ''] = key.verifier.split('+');
  const signature = Buffer.concat([Buffer.from(id, 'hex'), key.sign(text)]).toString('base64');
  return `${text}\n\u2014 ${key.name} ${signature}\n`;
}

/** What a note says, unchecked. CustodyDamage if it is no checkpoint. */
export function readCheckpoint(note: string): Checkpoint {
  const [log = '', size = '', root = '', ...more] = textOf(note).split('\n');
  const hash = Buffer.from(root, 'base64');
  if (log === '' || !/^(0|[1-9]\d{0,14})$/.test(size) || hash.length !== 32 || hash.toString('base64') !== root)
    throw new CustodyDamage('is no checkpoint');
  const at = more.find((line) => line.startsWith('time '))?.slice('time '.length) ?? null;
  return { log, size: Number(size), root: hash, at };
}

/** Reads a checkpoint and checks its signature with a verifier key. CustodyDamage says what is wrong. */
export function openCheckpoint(note: string, verifier: string): Checkpoint {
  const checkpoint = readCheckpoint(note);
  const [name = '', id = '', encoded = ''] = splitVerifier(verifier);
  const typed = Buffer.from(encoded, 'base64');
  if (typed[0] !== ED25519 || typed.length !== 33 || keyId(name, typed).toString('hex') !== id)
    throw new CustodyDamage('comes with a key that is none');
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, typed.subarray(1)]), format: 'der', type: 'spki' });
  const text = textOf(note);
  for (const line of note.slice(text.length + 1).split('\n')) {
    const [, signer, coded = ''] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? [];
    const signature = Buffer.from(coded, 'base64');
    if (signer !== name || signature.subarray(0, 4).toString('hex') !== id) continue;
    // Bits behind the end that carry nothing would let one signature be written in several ways.
    if (signature.toString('base64') === coded && verify(null, Buffer.from(text), key, signature.subarray(4)))
      return checkpoint;
    throw new CustodyDamage('has a signature that is not of its key');
  }
  throw new CustodyDamage(`is not signed by the key ${name}`);
}

/** The name may hold no plus, the base64 behind the second one may. */
function splitVerifier(verifier: string): readonly string[] {
  const first = verifier.indexOf('+');
  const second = verifier.indexOf('+', first + 1);
  return [verifier.slice(0, first), verifier.slice(first + 1, second), verifier.slice(second + 1)];
}

/** The signed text of a note: up to the last empty line, with its newline. */
function textOf(note: string): string {
  const end = note.lastIndexOf('\n\n');
  if (end < 0) throw new CustodyDamage('is no signed note');
  return note.slice(0, end + 1);
}
