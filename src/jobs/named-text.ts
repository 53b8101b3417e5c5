import type { Reference, When } from '#base/index.js';
import type { Document } from '#record/index.js';

/** A text that a finding names, as a whole. */
export interface NamedText {
  readonly reference: Reference;
  readonly title: string;
  readonly said: When | null;
  readonly published: When | null;
}

/** What a finding says of a whole text. */
export function named({ reference, title, said, published }: Document): NamedText {
  return { reference, title, said, published };
}
