/**
 * Checks a proof without Onrecord and without its archive: node verify-proof.mjs PROOF [CAPTURED-FILE]
 *
 * Written apart from Onrecord's own code, to be read in one sitting. It needs Node and nothing else. What is checked:
 *
 * 1. The checkpoint is signed by the key in the proof (Ed25519; C2SP signed-note and tlog-checkpoint).
 * 2. The record of the capture is an entry of the log under that checkpoint (RFC 9162, section 2.1.3.2).
 * 3. The record names the digest, place and time of what was captured that the proof names.
 * 4. If a text is proven: it is an entry of the log too, and was cut from that capture.
 * 5. If words are proven: the pieces of text around them lead to the root in that entry, and the words stand there.
 * 6. If there are time tokens: each is about this checkpoint (RFC 3161). Its signature is checked with openssl:
 *    the commands are printed.
 * 7. If you give the captured file itself: its SHA-256 is the one in the record.
 *
 * Exit code 0: all of it holds. 1: something does not. 2: this is no proof.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [path, captured] = process.argv.slice(2);
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const base64 = (text) => Buffer.from(text, 'base64');

let proof;
try {
  proof = JSON.parse(readFileSync(path, 'utf8'));
  if (proof.schema !== 'onrecord/proof/1') throw new Error('it is not of the kind onrecord/proof/1');
} catch (error) {
  console.error(
    `This is no proof that can be read: ${error.message}\nUse: node verify-proof.mjs PROOF [CAPTURED-FILE]`,
  );
  process.exit(2);
}

let failed = false;
function check(what, holds) {
  console.log(`${holds ? 'holds ' : 'FAILS '} ${what}`);
  if (!holds) failed = true;
}

/** A leaf is hashed behind a zero byte, a node behind a one: neither can pass for the other. */
const leaf = (content) => sha256(Buffer.of(0), content);
const node = (left, right) => sha256(Buffer.of(1), left, right);

/** The root that a path leads to; null if it is no path for this place. */
function rootOf(hash, number, size, hashes) {
  if (!(number >= 0 && number < size)) return null;
  let at = number;
  let last = size - 1;
  for (const beside of hashes.map(base64)) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      hash = node(beside, hash);
      while (at % 2 === 0 && at > 0) {
        at = Math.floor(at / 2);
        last = Math.floor(last / 2);
      }
    } else hash = node(hash, beside);
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? hash : null;
}

// 1. The checkpoint: name, size, root, time; an empty line; the signature.
const end = proof.checkpoint.lastIndexOf('\n\n');
const text = proof.checkpoint.slice(0, end + 1);
const [log, size, root] = text.split('\n');
const [, name, id, key] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(proof.key) ?? [];
const typedKey = base64(key ?? '');
const [, signer, signature] = /^\u2014 (\S+) (\S+)$/m.exec(proof.checkpoint.slice(end + 2)) ?? [];
const idIsRight = sha256(`${name}\n`, typedKey).subarray(0, 4).toString('hex') === id;
let signed = false;
if (typedKey.length === 33 && typedKey[0] === 1 && idIsRight && signer === name && log === name) {
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), typedKey.subarray(1)]);
  const bytes = base64(signature);
  const ofKey = bytes.subarray(0, 4).toString('hex') === id;
  signed = ofKey && verify(null, text, createPublicKey({ key: spki, format: 'der', type: 'spki' }), bytes.subarray(4));
}
check(`the checkpoint of ${size} entries is signed by ${name} (key ${id})`, signed);

// 2. and 3. The record.
function stands(what, { number, content, path: hashes }) {
  const reached = rootOf(leaf(content), number, Number(size), hashes);
  check(`${what} is entry ${number} of the log`, reached !== null && reached.equals(base64(root)));
}
stands('the record of the capture', proof.record);
const field = (wanted) => new RegExp(`^${wanted}: (.*?)\r?$`, 'm').exec(proof.record.content)?.[1];
const { origin, digest, at } = proof.capture;
check(`it is of ${origin}`, field('Onrecord-Origin') === encodeURIComponent(origin));
check(`captured ${at}`, field('WARC-Date') === at);
check(`SHA-256 ${digest}`, (field('Onrecord-Digest') ?? field('WARC-Payload-Digest')) === `sha256:${digest}`);

// 4. and 5. The text and the words.
if (proof.text) {
  stands(`the text ${proof.text.version}`, proof.text);
  const entry = JSON.parse(proof.text.content);
  check(
    `it was cut from that capture by ${entry.extractor}`,
    entry.kind === 'text' && entry.digest === `sha256:${digest}` && entry.version === proof.text.version,
  );
  const { quotation } = proof.text;
  if (quotation) {
    const { pieces, start, end: behind } = quotation;
    const first = pieces[0];
    const lead = pieces.every(
      (piece, i) =>
        piece.number === first.number + i &&
        rootOf(leaf(piece.text), piece.number, entry.pieces, piece.path)?.toString('hex') === entry.root,
    );
    check('the text around the words is of that text', lead);
    // A piece has 512 code units, and begins one later where a character would be torn apart.
    const inPlace = first.start - first.number * 512 <= 1 && first.start >= first.number * 512;
    const around = pieces.map((piece) => piece.text).join('');
    const words = around.slice(start - first.start, behind - first.start);
    check(`the words stand there at ${start}: “${quotation.text}”`, inPlace && words === quotation.text);
  }
}

// 6. Time tokens. A token holds the digest of what it is about.
const about = sha256(proof.checkpoint);
for (const { authority, token } of proof.tokens) {
  check(`the time token of ${authority} is about this checkpoint`, base64(token).includes(about));
  console.log(`       its signature and time, with the certificate that ${authority} publishes:
         node -e "const p = JSON.parse(require('fs').readFileSync(process.argv[1])); require('fs').writeFileSync('token.der', Buffer.from(p.tokens[0].token, 'base64')); require('fs').writeFileSync('checkpoint.txt', p.checkpoint)" ${path}
         openssl ts -verify -in token.der -token_in -data checkpoint.txt -CAfile AUTHORITY.pem`);
}

// 7. The captured file, if it is at hand.
if (captured) check(`${captured} is what was captured`, sha256(readFileSync(captured)).toString('hex') === digest);

console.log(
  failed
    ? 'This proof does not hold.'
    : 'This proof holds: these bytes were held, and these words read from them, when the checkpoint was signed.',
);
process.exitCode = failed ? 1 : 0;
