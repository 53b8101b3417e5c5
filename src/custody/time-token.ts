/**
 * Time tokens (RFC 3161, RFC 5816): a signed sentence of an authority that it saw a digest at a time. The request is
 * built and the token is checked here: that it is about this digest, that the signature is of the certificate in it,
 * that the certificate is one for time stamping, and, where the person named certificates that are trusted, that it
 * leads to one of them. Revocation is not looked up: that would need the network.
 */
import { Buffer } from 'node:buffer';
import { constants, createHash, verify, X509Certificate } from 'node:crypto';
import { CustodyDamage } from './damage.js';
import { type Element, elementsIn, readElement, readOid, writeElement } from './der.js';

/** What a token says, its signature checked. */
export interface TimeToken {
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  /** Whose certificate signed it: its subject's common name, else all of its subject. */
  readonly authority: string;
  /** Whether the certificate leads to one of those that were named; null where none was. */
  readonly trusted: boolean | null;
}

const SHA256 = Buffer.from('0609608648016503040201', 'hex');
const HASHES: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const TIME_INFO = '1.2.840.113549.1.9.16.1.4';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const RSA_PSS = '1.2.840.113549.1.1.10';
const ED25519 = '1.3.101.112';
const FOR_TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const LONGEST_CHAIN = 8;

/** A request for a token over a SHA-256 digest in hexadecimal; `nonce` is chance, which the caller brings. */
export function timeQuery(digest: string, nonce: Uint8Array): Uint8Array {
  const number = Buffer.concat([Buffer.of(1), nonce]);
  return writeElement(
    0x30,
    writeElement(0x02, Buffer.of(1)),
    writeElement(0x30, writeElement(0x30, SHA256, writeElement(0x05)), writeElement(0x04, Buffer.from(digest, 'hex'))),
    writeElement(0x02, number),
    writeElement(0x01, Buffer.of(0xff)),
  );
}

/** The token in an authority's answer, checked to be over this digest and to answer this nonce. CustodyDamage says why not. */
export function tokenIn(answer: Uint8Array, digest: string, nonce: Uint8Array): Uint8Array {
  const [status, token] = elementsIn(readElement(answer));
  const [code, text] = status ? elementsIn(status) : [];
  const granted = code?.tag === 0x02 && code.content.length === 1 && code.content[0]! <= 1;
  if (!granted || !token) {
    const why = text?.tag === 0x30 ? elementsIn(text).map(({ content }) => content.toString('utf8')) : [];
    throw new CustodyDamage(`was refused by the authority${why.length > 0 ? `: ${why.join(' ')}` : ''}`);
  }
  const { nonce: answered } = factsIn(parts(token.whole), digest);
  if (!answered || !answered.equals(Buffer.concat([Buffer.of(1), nonce])))
    throw new CustodyDamage('answers another request');
  return Uint8Array.from(token.whole);
}

/**
 * Checks a token over a digest. `trusted`: certificates in PEM that the person named. CustodyDamage says what is
 * wrong with it.
 */
export function readToken(token: Uint8Array, digest: string, trusted: readonly string[] = []): TimeToken {
  const found = parts(token);
  const { at } = factsIn(found, digest);
  const certificates = found.certificates.map(({ whole }) => new X509Certificate(whole));
  const signer = signed(found, certificates);
  if (!signer.keyUsage?.includes(FOR_TIME_STAMPING))
    throw new CustodyDamage('was signed with a certificate that is not for time stamping');
  if (!isValidAt(signer, at)) throw new CustodyDamage('was signed with a certificate that was not valid at that time');
  const roots = trusted.map((pem) => new X509Certificate(pem));
  return {
    at,
    authority: /(?:^|\n)CN=(.*)/.exec(signer.subject)?.[1] ?? signer.subject.replaceAll('\n', ', '),
    trusted: roots.length === 0 ? null : leadsTo(signer, certificates, roots, at),
  };
}

interface TokenParts {
  readonly info: Buffer;
  readonly certificates: readonly Element[];
  readonly signer: readonly Element[];
}

function parts(token: Uint8Array): TokenParts {
  const odd = (): CustodyDamage => new CustodyDamage('is not in the form of a time token');
  const [type, outer] = elementsIn(readElement(token));
  if (!type || !outer || readOid(type) !== SIGNED_DATA) throw odd();
  const fields = elementsIn(readElement(outer.content));
  const [contentType, content] = fields[2] ? elementsIn(fields[2]) : [];
  if (!contentType || !content || readOid(contentType) !== TIME_INFO) throw odd();
  const certificates = fields.find(({ tag }) => tag === 0xa0);
  const signers = fields.at(-1);
  const [signer, second] = signers?.tag === 0x31 ? elementsIn(signers) : [];
  if (!signer || second) throw odd();
  return {
    info: readElement(content.content).content,
    certificates: certificates ? elementsIn(certificates).filter(({ tag }) => tag === 0x30) : [],
    signer: elementsIn(signer),
  };
}

function factsIn({ info }: TokenParts, digest: string): { readonly at: string; readonly nonce: Buffer | null } {
  const fields = elementsIn(readElement(info));
  const imprint = fields[2] ? elementsIn(fields[2]) : [];
  const [algorithm] = imprint[0] ? elementsIn(imprint[0]) : [];
  if (!algorithm || HASHES[readOid(algorithm)] !== 'sha256' || imprint[1]?.content.toString('hex') !== digest)
    throw new CustodyDamage('is about something else');
  const time = fields[4];
  const m = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/.exec(time?.content.toString('latin1') ?? '');
  if (time?.tag !== 0x18 || !m) throw new CustodyDamage('names no time');
  const [, year, month, day, hour, minute, second] = m;
  const nonce = fields.slice(5).find(({ tag }) => tag === 0x02);
  return { at: `${year}-${month}-${day}T${hour}:${minute}:${second}Z`, nonce: nonce?.content ?? null };
}

/** The certificate that signed; CustodyDamage if none in the token did. */
function signed({ info, signer }: TokenParts, certificates: readonly X509Certificate[]): X509Certificate {
  const wrong = new CustodyDamage('has a signature that is not of the certificate in it');
  const attributes = signer.find(({ tag }) => tag === 0xa0);
  const at = signer.findIndex(({ tag }) => tag === 0xa0);
  const [digestAlgorithm, signatureAlgorithm, signature] = [signer[2], signer[at + 1], signer[at + 2]];
  if (!attributes || at !== 3 || !digestAlgorithm || !signatureAlgorithm || !signature) throw wrong;
  const hash = HASHES[readOid(elementsIn(digestAlgorithm)[0]!)];
  const values = new Map(
    elementsIn(attributes).map((attribute) => {
      const [oid, set] = elementsIn(attribute);
      return [readOid(oid!), elementsIn(set!)[0]!] as const;
    }),
  );
  const digest = values.get(MESSAGE_DIGEST)?.content;
  const type = values.get(CONTENT_TYPE);
  if (!hash || !type || readOid(type) !== TIME_INFO) throw wrong;
  if (!digest || !createHash(hash).update(info).digest().equals(digest))
    throw new CustodyDamage('holds another time than was signed');
  // Signed is the set of attributes, not the tag that stands for it in its place (RFC 5652 §5.4).
  const text = Buffer.from(attributes.whole);
  text[0] = 0x31;
  const oid = readOid(elementsIn(signatureAlgorithm)[0]!);
  const algorithm = oid === ED25519 ? null : (HASHES[oid] ?? hash);
  for (const certificate of certificates) {
    if (!isNamed(certificate, values)) continue;
    const padding = oid === RSA_PSS ? { padding: constants.RSA_PKCS1_PSS_PADDING } : {};
    if (verify(algorithm, text, { key: certificate.publicKey, ...padding }, signature.content)) return certificate;
  }
  throw wrong;
}

/** Whether the signed attributes name this certificate as the one that signs (RFC 5035). */
function isNamed(certificate: X509Certificate, values: ReadonlyMap<string, Element>): boolean {
  const second = values.get(SIGNING_CERTIFICATE_V2);
  const value = second ?? values.get(SIGNING_CERTIFICATE);
  const [list] = value ? elementsIn(value) : [];
  const [first] = list ? elementsIn(list) : [];
  if (!first) return false;
  const fields = elementsIn(first);
  const named = fields[0]?.tag === 0x30 ? HASHES[readOid(elementsIn(fields[0])[0]!)] : second ? 'sha256' : 'sha1';
  const hash = fields.find(({ tag }) => tag === 0x04)?.content;
  return named !== undefined && hash !== undefined && createHash(named).update(certificate.raw).digest().equals(hash);
}

function isValidAt(certificate: X509Certificate, at: string): boolean {
  const moment = Date.parse(at);
  return Date.parse(certificate.validFrom) <= moment && moment <= Date.parse(certificate.validTo);
}

function leadsTo(
  signer: X509Certificate,
  between: readonly X509Certificate[],
  roots: readonly X509Certificate[],
  at: string,
): boolean {
  const isRoot = (one: X509Certificate): boolean => roots.some((root) => root.fingerprint256 === one.fingerprint256);
  let certificate = signer;
  for (let length = 0; length < LONGEST_CHAIN; length++) {
    if (isRoot(certificate)) return true;
    const issuer = [...roots, ...between].find(
      (one) =>
        one.fingerprint256 !== certificate.fingerprint256 &&
        one.ca &&
        isValidAt(one, at) &&
        certificate.checkIssued(one) &&
        certificate.verify(one.publicKey),
    );
    if (!issuer) return false;
    certificate = issuer;
  }
  return false;
}
