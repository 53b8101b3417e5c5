import type { Reference, When } from '#base/index.js';
import type { Document, DocumentKind, Use } from '#record/index.js';

/** A held text as a finding names it: enough to cite it, and to look it up. */
export interface HeldText {
  readonly document: Reference;
  readonly title: string;
  readonly address: string | null;
  readonly kind: DocumentKind;
  /** The body, else the source, as printed. */
  readonly body: string | null;
  readonly said: When | null;
  readonly published: When | null;
}

/** A place in a held text; `start` and `end` count in the text of the version. */
export interface HeldAt extends HeldText {
  readonly version: Reference;
  /** Who speaks at the place, as printed. */
  readonly speaker: string | null;
  readonly start: number;
  readonly end: number;
}

/** Names a held text. */
export function heldText({ reference, title, address, kind, body, source, said, published }: Document): HeldText {
  return { document: reference, title, address, kind: kind.value, body: body ?? source, said, published };
}

/** Names the text and the place of a use. */
export function heldAt({ document, version, speaker, start, end }: Use): HeldAt {
  return { ...heldText(document), version: version.reference, speaker, start, end };
}
