/** Makes a proof: from words, or a text, or a capture, to a signed head of the log. */
import { OnrecordError, parseReference } from '#base/index.js';
import { type Proof, piecesAround } from '#custody/index.js';
import type { Effects } from './effects.js';
import { findVersion } from './find-document.js';

/** A proof that can be sent by any means; what is longer is no proof of a quotation. */
export const MOST_PROOF_BYTES = 12_000;

/**
 * Proves the capture that `named` names, or the text and its capture, or the place of `words` in the text. Throws
 * OnrecordError `not-found` where the words do not stand there, `bad-use` where they are too many for one proof.
 */
export async function prove(
  input: { readonly named: string; readonly words?: string },
  { archive }: Effects,
): Promise<Proof> {
  const { named, words } = input;
  if (parseReference(named)?.thing === 'capture') {
    if (words !== undefined)
      throw new OnrecordError(
        'bad-use',
        `${named} is a capture; words are proven of a text.`,
        'Name the text that was cut from it: onrecord list shows the references.',
      );
    return written(await archive.custody.evidence(named, null), null);
  }
  const { document, version } = await findVersion(named, archive);
  const evidence = await archive.custody.evidence(version.capture, version.reference);
  const { text } = await archive.text(version.reference);
  const place = words === undefined ? null : placeOf(words, text);
  if (words !== undefined && place === null)
    throw new OnrecordError(
      'not-found',
      `These words do not stand in ${version.reference}, "${document.title}".`,
      'Give them as they stand there; onrecord show shows the text, onrecord search finds places.',
    );
  const pieces = place && piecesAround(text, place.start, place.end);
  const quotation = place &&
    pieces && {
      text: text.slice(place.start, place.end),
      ...place,
      pieces: pieces.map(({ n, start, text: piece, path }) => ({
        number: n,
        start,
        text: piece,
        path: path.map(coded),
      })),
    };
  const proof = written(evidence, { title: document.title, quotation });
  const size = new TextEncoder().encode(JSON.stringify(proof, null, 1)).length;
  if (size < MOST_PROOF_BYTES) return proof;
  // More than one authority says no more than the first.
  const lean = { ...proof, tokens: proof.tokens.slice(0, 1) };
  if (new TextEncoder().encode(JSON.stringify(lean, null, 1)).length < MOST_PROOF_BYTES) return lean;
  throw new OnrecordError(
    'bad-use',
    'These words are too many for one proof.',
    'Prove them in parts of a paragraph each, or the whole text, without --words.',
  );
}

type Evidence = Awaited<ReturnType<Effects['archive']['custody']['evidence']>>;
type Quotation = NonNullable<NonNullable<Proof['text']>['quotation']>;

function written(
  { capture, record, text, head }: Evidence,
  about: { readonly title: string; readonly quotation: Quotation | null } | null,
): Proof {
  const entry = ({ n, content, path }: Evidence['record']): Proof['record'] => ({
    number: n,
    content,
    path: path.map(coded),
  });
  const at = /^WARC-Date: (.*?)\r?$/m.exec(record.content)?.[1] ?? '';
  const { reference, origin, digest, size } = capture;
  return {
    schema: 'onrecord/proof/1',
    capture: { reference, origin, digest, size, at },
    record: entry(record),
    text: text && about ? { ...entry(text), version: text.version.reference, ...about } : null,
    checkpoint: head.note,
    key: head.verifier,
    tokens: head.stamps.map(({ authority, at: time, token }) => ({ authority, at: time, token: coded(token) })),
  };
}

/** Where words stand in a text, whatever the white space and the shapes of marks; null where they do not. */
function placeOf(words: string, text: string): { readonly start: number; readonly end: number } | null {
  const tokens = words.normalize('NFC').trim().split(/\s+/).filter(Boolean);
  if (tokens.length === 0) return null;
  const pattern = tokens
    .map((token) =>
      token
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/["“”„«»]/g, '["“”„«»]')
        .replace(/['‘’]/g, "['‘’]")
        .replace(/[-‐‑–—]/g, '[-‐‑–—]'),
    )
    .join('\\s+');
  const found = new RegExp(pattern, 'u').exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : null;
}

function coded(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
