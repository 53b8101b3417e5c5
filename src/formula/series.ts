/**
 * Which texts are of one series: what a publisher puts out again and again under one name. A series that a text
 * states of itself decides, whatever the kind (a translation belongs to the series); else the same body, or the same
 * source where no body is named, the same kind, and titles that are the same but for numbers and dates. Likeness of
 * the texts never decides: it is what the series is asked about.
 */
import type { DocumentFacts } from '#record/index.js';
import { lexiconOf, Vocabulary, words } from '#text/index.js';

/** Why texts are taken for one series, as a rule and as a sentence for people. */
export interface SeriesRule {
  readonly rule: 'stated series' | 'publisher, kind and title';
  /** What the texts have in common, as the newest of them has it. */
  readonly name: string;
  readonly because: string;
}

type Titled = Pick<DocumentFacts, 'title' | 'body' | 'source' | 'kind' | 'language' | 'other'>;

/** A series as one of its texts shows it. */
export interface Series extends SeriesRule {
  /** Whether another text is of it, in the same language. */
  readonly holds: (other: Titled) => boolean;
}

/** The series of a text; null for one that names neither series nor title. */
export function seriesOf(facts: Titled): Series | null {
  const language = facts.language?.value ?? null;
  const lexicon = lexiconOf(language);
  const vocabulary = new Vocabulary();
  /** A title without numbers, dates and what stands in brackets; digits alone are “#”. */
  const pattern = (title: string): string => {
    const { folded } = words(title.replace(/\([^)]*\)|\[[^\]]*\]/gu, ' '), { language, vocabulary });
    const kept = folded.filter((word) => !/\p{N}/u.test(word) && !lexicon.date(word));
    return kept.length > 0 ? kept.join(' ') : folded.length > 0 ? '#' : '';
  };
  const sameLanguage = (other: Titled): boolean =>
    language === null || other.language === null || language === other.language.value;
  const stated = facts.other['series'];
  const own = pattern(stated ?? facts.title);
  if (own === '') return null;
  if (stated !== undefined) {
    const name = withoutNumber(stated);
    return {
      rule: 'stated series',
      name,
      because: `They name the series “${name}”.`,
      holds: (other) =>
        other.other['series'] !== undefined && sameLanguage(other) && pattern(other.other['series']) === own,
    };
  }
  const publisher = facts.body ?? facts.source;
  const kind = facts.kind.value;
  return {
    rule: 'publisher, kind and title',
    name: facts.title,
    because:
      `They are of ${publisher === null ? 'no stated body' : publisher}, of the kind “${kind}”, and their titles are ` +
      'the same but for numbers and dates.',
    holds: (other) => other.kind.value === kind && sameLanguage(other) && pattern(other.title) === own,
  };
}

function withoutNumber(stated: string): string {
  return stated.replace(/[\s,;:–—-]*(?:no\.?|nr\.?|№)?\s*\d+\s*$/iu, '').trim() || stated;
}
