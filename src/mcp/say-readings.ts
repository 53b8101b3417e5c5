/** Ages and comparisons in words for a model. */
import type { TextAge, TextComparison } from '#jobs/index.js';
import { count } from '#report/index.js';
import type { Answer } from './quoted.js';
import { coverageOf, DATA } from './say-places.js';

/** Sentences and differences told one by one. */
const LISTED = 40;
const FOLDED: ReadonlySet<string> = new Set(['filler only', 'grammar only', 'punctuation only']);

type Captures = ReadonlyMap<string, string>;

/** Versions whose captures an age needs: its own, and those of the nearest earlier wordings. */
export function versionsInAge(age: TextAge): string[] {
  const own = age.text.reference === null ? [] : [age.text.reference];
  return [...own, ...age.sentences.slice(0, LISTED).flatMap(({ nearest }) => nearest?.held.version ?? [])];
}

export function sayAge(age: TextAge, captures: Captures, answer: Answer): void {
  const own = age.text.reference;
  const from = own ?? 'the text sent';
  const counts = new Map<string, number>();
  for (const each of age.sentences) counts.set(each.age, (counts.get(each.age) ?? 0) + 1);
  answer.say(
    `${count(age.sentences.length, 'sentence', 'sentences')}: ${[...counts].map(([kind, n]) => `${n} ${kind}`).join(', ')}.`,
    `${age.share.fresh} of ${age.share.words} words are new here.`,
    `Compared with ${coverageOf(age.coverage)}${age.before === null ? '' : `, before ${age.before.at}`}.`,
    age.tied > 0 ? `${age.tied} texts were left out because it is not known which came first.` : '',
    'First held is first in what is held here; it does not mean never said before.',
  );
  for (const { n, text, age: kind, times, first, last, nearest, freshWords } of age.sentences.slice(0, LISTED)) {
    answer.say(
      `Sentence ${n}: ${kind}.`,
      first === null
        ? ''
        : `In ${count(times, 'text', 'texts')} before, first ${first.document}, last ${last?.document ?? first.document}.`,
      freshWords > 0 ? `${count(freshWords, 'new word', 'new words')}.` : '',
    );
    answer.quote({ from, capture: own === null ? null : captures.get(own) }, [['sentence', text]]);
    if (nearest !== null)
      answer.quote(
        {
          from: nearest.held.version,
          capture: captures.get(nearest.held.version),
          at: { start: nearest.held.start, end: nearest.held.end },
        },
        [
          ['nearest earlier wording', nearest.text],
          ['title', nearest.held.title],
        ],
      );
  }
  if (age.sentences.length > LISTED)
    answer.say(`${age.sentences.length - LISTED} sentences more: send the rest of the text as a text of its own.`);
  for (const { text, texts, of } of age.absent) {
    answer.say(`Absent: a formula that ${texts} of ${of} earlier texts of the series have.`);
    answer.quote({ from: age.series?.previous.reference ?? 'the series' }, [['formula', text]]);
  }
  answer.say(DATA);
}

export function sayComparison(comparison: TextComparison, all: boolean, captures: Captures, answer: Answer): void {
  const { changes, words } = comparison;
  const counts = new Map<string, number>();
  for (const { class: kind } of changes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const listed = changes.filter(({ class: kind }) => all || !FOLDED.has(kind));
  answer.say(
    changes.length === 0
      ? 'The two texts are the same, word for word.'
      : `Differences: ${[...counts].map(([kind, n]) => `${n} ${kind}`).join(', ')}.`,
    `${count(words.both, 'word stands', 'words stand')} in both, of ${words.a} and ${words.b}.`,
  );
  const sides = { a: sideOf(comparison.a.name, captures), b: sideOf(comparison.b.name, captures) };
  answer.quote(sides.a, [['title of a', comparison.a.title]]);
  answer.quote(sides.b, [['title of b', comparison.b.title]]);
  for (const [i, { class: kind, flags, a, b }] of listed.slice(0, LISTED).entries()) {
    answer.say(`${i + 1}. ${[kind, ...flags].join(', ')}; a ${a.start}-${a.end}, b ${b.start}-${b.end}.`);
    answer.quote(sides.a, [['a has', a.text]]);
    answer.quote(sides.b, [['b has', b.text]]);
  }
  if (listed.length > LISTED) answer.say(`${listed.length - LISTED} differences more: compare parts of the texts.`);
  if (changes.length > 0) answer.say(DATA);
}

/** Names of texts that are held are references; others are those the tool gave them. */
function sideOf(name: string, captures: Captures): { readonly from: string; readonly capture: string | null } {
  return { from: name, capture: captures.get(name) ?? null };
}
