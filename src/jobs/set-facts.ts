/**
 * Corrects what is guessed or wrong about a Document. What the user writes is held to the closed lists and to real
 * days before the archive sees it; the archive logs who did it and when.
 */
import { OnrecordError, type Reference, parseWhen, type When } from '#base/index.js';
import { DOCUMENT_KINDS, type Document, type DocumentFacts, type DocumentKind, type Marked } from '#record/index.js';
import type { Effects } from './effects.js';
import { findDocument } from './find-document.js';

type Facts = { -readonly [K in keyof DocumentFacts]?: DocumentFacts[K] };
type SetFact = (facts: Facts, value: string, by: string) => void;

const marked = <T>(value: T, by: string): Marked<T> => ({ value, basis: 'corrected', ground: by });

/** A fact that is a day or moment; nothing written takes it away. */
const whenFact =
  (name: 'said' | 'published'): SetFact =>
  (facts, value) => {
    facts[name] = value === '' ? null : dayOrMoment(value);
  };

/** A fact that is words as they are; nothing written takes it away. */
const wordsFact =
  (name: 'id' | 'source' | 'body' | 'occasion' | 'address' | 'translationOf' | 'corrects' | 'rights'): SetFact =>
  (facts, value) => {
    facts[name] = value === '' ? null : value;
  };

const FACTS: Readonly<Record<string, SetFact>> = {
  date: whenFact('said'),
  said: whenFact('said'),
  published: whenFact('published'),
  speaker: (facts, value, by) => {
    facts.speaker = value === '' ? null : marked(value, by);
  },
  kind: (facts, value, by) => {
    facts.kind = marked(kindNamed(value), by);
  },
  language: (facts, value, by) => {
    facts.language = value === '' ? null : marked(languageNamed(value), by);
  },
  title: (facts, value) => {
    if (value === '')
      throw new OnrecordError('bad-use', 'A title cannot be empty.', 'Write title="…" with words in it.');
    facts.title = value;
  },
  occasion: wordsFact('occasion'),
  source: wordsFact('source'),
  body: wordsFact('body'),
  address: wordsFact('address'),
  translationOf: wordsFact('translationOf'),
  corrects: wordsFact('corrects'),
  rights: wordsFact('rights'),
};

/** Names of the facts that can be set; date is another name of said. */
export const SETTABLE_FACTS: readonly string[] = Object.keys(FACTS);

/**
 * Sets facts of the Document that `named` names (a Reference, id, address or path). `settings` are "name=value";
 * an empty value takes the fact away. Throws OnrecordError `bad-use` or `not-found`, and then nothing is changed.
 */
export async function setFacts(
  input: { readonly named: string; readonly settings: readonly string[]; readonly by: string },
  { archive }: Effects,
): Promise<Document> {
  const facts = readSettings(input.settings, input.by);
  const { reference } = await findDocument(input.named, archive);
  for (const name of ['translationOf', 'corrects'] as const) {
    const other = facts[name];
    if (other === undefined || other === null) continue;
    if ((await archive.document(other)) === null)
      throw new OnrecordError(
        'not-found',
        `No text "${other}" is held that ${reference} could ${name === 'corrects' ? 'correct' : 'translate'}.`,
        'Give its reference, id or address; `onrecord list` shows what is held.',
      );
  }
  return archive.correct(reference, facts, input.by);
}

/** Hides a Document from answers. Returns it as it was. */
export async function dropText(
  input: { readonly named: string; readonly by: string },
  { archive }: Effects,
): Promise<{ readonly reference: Reference; readonly title: string }> {
  const { reference, title } = await findDocument(input.named, archive);
  await archive.drop(reference, input.by);
  return { reference, title };
}

/** The facts that settings like "kind=press report" spell out. */
export function readSettings(settings: readonly string[], by: string): Partial<DocumentFacts> {
  const facts: Facts = {};
  if (settings.length === 0) throw badUse('Nothing is to be set.');
  for (const setting of settings) {
    const [, name, value] = /^\s*([^=]+?)\s*=([^]*)$/.exec(setting) ?? [];
    if (name === undefined || value === undefined) throw badUse(`"${setting}" is no setting.`);
    const set =
      FACTS[name] ?? FACTS[Object.keys(FACTS).find((fact) => fact.toLowerCase() === name.toLowerCase()) ?? ''];
    if (!set) throw badUse(`There is no fact "${name}" to be set.`);
    set(facts, value.trim(), by);
  }
  return facts;
}

function badUse(what: string): OnrecordError {
  return new OnrecordError(
    'bad-use',
    what,
    `Write name=value, like date=2025-07-10 or speaker="Marco Rubio"; the names are ${SETTABLE_FACTS.join(', ')}.`,
  );
}

function dayOrMoment(value: string): When {
  const when = parseWhen(value, 'corrected');
  if (when) return when;
  throw new OnrecordError(
    'bad-use',
    `"${value}" is no date.`,
    'Write 2025, 2025-07, 2025-07-10 or 2025-07-10T14:37+03:00.',
  );
}

function kindNamed(value: string): DocumentKind {
  const wanted = value.toLowerCase();
  const kind = DOCUMENT_KINDS.find((known) => known === wanted);
  if (kind) return kind;
  throw new OnrecordError(
    'bad-use',
    `There is no kind of document "${value}".`,
    `The kinds are: ${DOCUMENT_KINDS.join(', ')}.`,
  );
}

function languageNamed(value: string): string {
  const refused = new OnrecordError(
    'bad-use',
    `"${value}" is no code of a language.`,
    'Write the short code: en, fr, de, ru, uk, es, zh …',
  );
  try {
    const tag = Intl.getCanonicalLocales(value)[0];
    // Canonical form says nothing about whether there is such a language; its name does.
    if (tag !== undefined && new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag) !== undefined)
      return tag;
  } catch {
    // Not even well formed.
  }
  throw refused;
}
