import type { DocumentFacts } from '#record/index.js';

/** Facts of a text in English of which no more is known than its title and what is given. */
export function plainFacts(title: string, given: Partial<DocumentFacts> = {}): DocumentFacts {
  return {
    title,
    id: null,
    source: null,
    body: null,
    kind: { value: 'statement', basis: 'stated' },
    said: null,
    published: null,
    occasion: null,
    speaker: null,
    language: { value: 'en', basis: 'stated' },
    address: null,
    translationOf: null,
    corrects: null,
    rights: null,
    other: {},
    ...given,
  };
}
