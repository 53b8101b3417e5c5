/**
 * What a language needs to say who said something: the words of saying and the small words around names. One table
 * a language; the reading of sentences (attribute-mentions, attribute-links) knows no language but these tables.
 *
 * Believes that reported speech in the press is a closed craft: a few hundred verbs, a few dozen nouns for people
 * and bodies, and word order. A parser and a named-entity model were rejected: they weigh hundreds of megabytes,
 * and their mistakes cannot be shown to an editor as a rule.
 */

/** Grammatical or natural gender and number of a mention, as far as it is known. */
export type Gender = 'm' | 'f' | 'n' | 'p' | null;

/** The words of one language. All are lower case, with a plain ' for every apostrophe. */
export interface Tongue {
  readonly code: string;
  /** Finite forms of verbs that report words. Gender where the form tells it (Russian past tense). */
  readonly verbs: ReadonlyMap<string, VerbSense>;
  /** Forms without a subject of their own: adding, calling; en ajoutant; добавив. */
  readonly participles: ReadonlySet<string>;
  /** Before a name: "according to". Runs of words by their first word, longest first. */
  readonly according: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Behind a name: "zufolge". */
  readonly accordingAfter: ReadonlySet<string>;
  /** Nouns for words: statement, claim, letter. */
  readonly speechNouns: ReadonlySet<string>;
  readonly pronouns: ReadonlyMap<string, Gender>;
  readonly relatives: ReadonlySet<string>;
  /** Words that may begin a noun phrase. */
  readonly determiners: ReadonlySet<string>;
  /** Words between a noun and what belongs to it: of, for, from. */
  readonly links: ReadonlySet<string>;
  readonly conjunctions: ReadonlySet<string>;
  /** Words that begin a clause of its own: that, because, when. */
  readonly clauses: ReadonlySet<string>;
  /** Auxiliaries and adverbs that stand between a subject and its verb. */
  readonly fillers: ReadonlySet<string>;
  /** Other verbs; they end a noun phrase. */
  readonly otherVerbs: ReadonlySet<string>;
  /** Auxiliaries that make a passive with the verbs above. */
  readonly passives: ReadonlySet<string>;
  readonly by: ReadonlySet<string>;
  /** Words for time, that may stand between subject and verb. */
  readonly times: ReadonlySet<string>;
  /** Nouns for people. */
  readonly roles: ReadonlySet<string>;
  readonly femaleRoles: ReadonlySet<string>;
  /** Ends of nouns for people, for languages that join words. */
  readonly roleEnds: readonly string[];
  readonly bodies: ReadonlySet<string>;
  readonly bodyEnds: readonly string[];
  readonly documents: ReadonlySet<string>;
  /** Forms of address before a surname, with the gender they tell. */
  readonly honorifics: ReadonlyMap<string, Gender>;
  /** Small words inside names: de, van, von, bin. */
  readonly particles: ReadonlySet<string>;
  /** Words that are capitalised for another reason than being a name: I, Monday, Russian. */
  readonly notNames: ReadonlySet<string>;
  /** Small words lose a vowel and cling to the next: l'Élysée. */
  readonly elides: boolean;
  /** Every noun has a capital. */
  readonly capitalNouns: boolean;
  /** The verb may stand before its subject anywhere, not only behind a quotation. */
  readonly freeOrder: boolean;
  /** Verbs need no subject: who spoke last speaks on. */
  readonly dropsSubject: boolean;
  /** Nouns and names change their endings. */
  readonly inflects: boolean;
}

export interface VerbSense {
  /** A verb of saying wherever it stands (said), or only next to the quotation (smiled, continued). */
  readonly strong: boolean;
  /** Of whom is spoken stands as its object, not as its speaker: quote, cite. */
  readonly quotes?: boolean;
  /** The bare form, that needs a plural or a helping verb: they say, will say. It may as well be a noun. */
  readonly plain?: boolean;
  /** Questions and the like: in the passive it has no speaker. */
  readonly asks?: boolean;
  readonly gender?: Gender;
}

/** Words of a list written with spaces. */
export function listed(written: string): ReadonlySet<string> {
  return new Set(written.trim().split(/\s+/));
}

/** Phrases of a list written with bars, by their first word, longest first. */
export function phrases(written: string): ReadonlyMap<string, readonly (readonly string[])[]> {
  const table = new Map<string, (readonly string[])[]>();
  for (const phrase of written.split('|')) {
    const words = phrase.trim().split(/\s+/);
    const list = table.get(words[0]!);
    if (list) list.push(words);
    else table.set(words[0]!, [words]);
  }
  for (const list of table.values()) list.sort((a, b) => b.length - a.length);
  return table;
}

/** Stems with every ending: "affirm" with "e ent é" gives affirme affirment affirmé. */
export function withEndings(stems: string, endings: string): string {
  return [...listed(stems)].flatMap((stem) => [...listed(endings)].map((end) => stem + end)).join(' ');
}

/** A table of verbs from lists of forms. */
export function verbTable(parts: {
  readonly strong: string;
  readonly weak?: string;
  readonly female?: string;
  readonly male?: string;
  readonly quotes?: string;
  readonly asks?: string;
}): ReadonlyMap<string, VerbSense> {
  const table = new Map<string, VerbSense>();
  for (const form of listed(parts.weak ?? '')) if (form) table.set(form, { strong: false });
  for (const form of listed(parts.strong)) if (form) table.set(form, { strong: true });
  for (const form of listed(parts.male ?? '')) if (form) table.set(form, { strong: true, gender: 'm' });
  for (const form of listed(parts.female ?? '')) if (form) table.set(form, { strong: true, gender: 'f' });
  for (const form of listed(parts.asks ?? '')) if (form) table.set(form, { strong: true, asks: true });
  for (const form of listed(parts.quotes ?? '')) if (form) table.set(form, { strong: true, quotes: true });
  return table;
}

/** A table from words to what they tell, written "he:m she:f". */
export function genders(written: string): ReadonlyMap<string, Gender> {
  return new Map(
    written
      .trim()
      .split(/\s+/)
      .map((entry) => {
        const [word, gender] = entry.split(':');
        return [word!, (gender === undefined || gender === '' ? null : gender) as Gender];
      }),
  );
}
