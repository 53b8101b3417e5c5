/**
 * What a text states about itself, gathered key by key from a header block, front matter, the head of a page or a
 * JSON object. The same words mean the same everywhere; words that we do not know are kept, never refused.
 */
import type { Problem, When } from '#base/index.js';
import { isAmbiguous, readWhen } from './dates.js';

const KEYS = [
  'title',
  'id',
  'source',
  'body',
  'kind',
  'said',
  'published',
  'occasion',
  'speaker',
  'language',
  'address',
  'translationOf',
  'corrects',
  'rights',
] as const;
export type StatedKey = (typeof KEYS)[number];

/** As given, but for dates; a key that is absent was not stated. */
export interface Stated {
  title?: string;
  id?: string;
  source?: string;
  body?: string;
  /** As printed: "summary/readout". */
  kind?: string;
  said?: When;
  published?: When;
  occasion?: string;
  speaker?: string;
  language?: string;
  address?: string;
  translationOf?: string;
  corrects?: string;
  rights?: string;
  other: Record<string, string>;
}

/** Other words for the keys, as people write them in headers. */
const SYNONYMS: Readonly<Record<string, StatedKey>> = {
  headline: 'title',
  type: 'kind',
  date: 'said',
  'date said': 'said',
  spoken: 'said',
  delivered: 'said',
  'date published': 'published',
  'publication date': 'published',
  event: 'occasion',
  author: 'speaker',
  lang: 'language',
  url: 'address',
  link: 'address',
  'translation of': 'translationOf',
  translationof: 'translationOf',
  correction: 'corrects',
  'correction of': 'corrects',
  licence: 'rights',
  license: 'rights',
  copyright: 'rights',
};

/** The key that a header word stands for; null if we do not know the word. */
export function statedKey(word: string): StatedKey | null {
  const plain = word
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
  return KEYS.find((key) => key.toLowerCase() === plain) ?? SYNONYMS[plain] ?? null;
}

/** Sets one key from its written value. An unreadable date is kept among `other` and reported. */
export function state(stated: Stated, word: string, written: string, problems: Problem[]): void {
  const value = written.trim();
  if (value === '') return;
  const key = statedKey(word);
  if (key === null) {
    stated.other[word.trim()] = value;
  } else if (key === 'said' || key === 'published') {
    const when = readWhen(value, 'stated');
    if (when) stated[key] = when;
    if (when && isAmbiguous(value))
      problems.push({
        code: 'date-ambiguous',
        message: `“${value}” may be one of two days, so only its year was read; write it as 2025-07-10.`,
        where: word.trim(),
      });
    if (!when) {
      stated.other[word.trim()] = value;
      problems.push({
        code: 'date-unreadable',
        message: `The date “${clip(value)}” could not be read; write it as 2025-07-10 or 2025-07-10T14:37+03:00.`,
        where: word.trim(),
      });
    }
  } else {
    stated[key] = value;
  }
}

export function clip(text: string, most = 60): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
}
