import { describe, expect, test } from 'vitest';
import type { Person } from '../../src/record/index.js';
import { attribute, findQuotations } from '../../src/quotations/index.js';
import { dayIn } from '../../src/quotations/attribute-days.js';
import { draftOf, hasWords, readCases } from './attributed-cases.js';

/** What the product promises on articles that nobody has seen. */
const FOUND = 0.97;
const SPEAKERS = 0.9;

describe('mini-articles', () => {
  const cases = readCases();
  const totals = { expected: 0, found: 0, right: 0, asked: 0, named: 0 };

  test.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const known = { people: [], aliases: [], language: one.language, day: one.day };
    const found = attribute(one.draft, findQuotations(one.draft, one.language), known);
    totals.expected += one.expected.length;
    totals.found += found.length;
    const used = new Set<number>();
    const wrong: string[] = [];
    for (const expected of one.expected) {
      const at = found.findIndex((quotation, i) => !used.has(i) && hasWords(quotation, expected.words));
      if (expected.speaker !== '*') totals.asked++;
      if (at < 0) {
        wrong.push(`not found: ${expected.words}`);
        continue;
      }
      used.add(at);
      totals.right++;
      const { kind, attribution } = found[at]!;
      if (expected.kind !== '*' && kind !== expected.kind)
        wrong.push(`${expected.words}: is ${kind}, not ${expected.kind}`);
      if (expected.speaker !== '*') {
        if ((attribution.speaker ?? '-') === expected.speaker) totals.named++;
        else wrong.push(`${expected.words}: said by ${attribution.speaker}, not ${expected.speaker}`);
      }
      const { occasion, when } = attribution;
      if (expected.occasion !== '*' && (occasion?.text ?? '-') !== expected.occasion)
        wrong.push(`${expected.words}: ${occasion?.text}`);
      if (expected.when !== '*' && (when?.at ?? '-') !== expected.when) wrong.push(`${expected.words}: ${when?.at}`);
    }
    found.forEach((quotation, i) => {
      if (!used.has(i)) wrong.push(`found besides: ${quotation.text}`);
    });
    expect(wrong.filter((line) => !KNOWN.has(`${one.name}: ${line}`))).toEqual([]);
  });

  test('together', () => {
    const precision = totals.right / totals.found;
    const recall = totals.right / totals.expected;
    const f1 = (2 * precision * recall) / (precision + recall);
    const speakers = totals.named / totals.asked;
    console.log(
      `mini-articles: ${cases.length}, quotations ${totals.expected}, F1 ${f1.toFixed(4)}, speakers right ${speakers.toFixed(4)} of ${totals.asked}`,
    );
    expect(f1).toBeGreaterThanOrEqual(FOUND);
    expect(speakers).toBeGreaterThanOrEqual(SPEAKERS);
  });
});

/** What is known to come out wrong, so that it is seen when it comes right. */
const KNOWN: ReadonlySet<string> = new Set<string>([]);

describe('who is meant', () => {
  const people: readonly Person[] = [
    {
      id: 'p1',
      name: 'Ilona Varga',
      aliases: [],
      mandates: [{ post: 'foreign minister', body: null, from: '2025-01-01', to: null }],
    },
  ];
  const speakerOf = (article: string, known: readonly Person[] = []): string | null =>
    attribute(draftOf(article), findQuotations(draftOf(article), 'en'), {
      people: known,
      aliases: [],
      language: 'en',
      day: '2026-03-18',
    }).at(-1)!.attribution.speaker;

  test.each([
    [
      'the fullest form of the name',
      'Ilona Varga arrived at noon.\nVarga was calm. “We are ready to talk,” she said.',
      'Ilona Varga',
    ],
    [
      'a title',
      'Foreign Minister Ilona Varga met Tomas Reil.\n“We are ready to talk,” the foreign minister said.',
      'Ilona Varga',
    ],
    [
      'the spokesman, not his principal',
      '“We are ready to talk,” said a spokesman for Varga.',
      'a spokesman for Varga',
    ],
    ['the one who tells, not the one told', 'Varga told NBC: “We are ready to talk.”', 'Varga'],
    ['the one who asks', 'A reporter asked Varga to explain the “road that we need to see”.', 'A reporter'],
    ['the one quoted as saying', 'The agency quoted Varga as saying that “we are ready to talk”.', 'Varga'],
    ['the agent of a passive', 'The plan was described by Varga as “a road to nowhere at all”.', 'Varga'],
    ['nobody', 'The words “we are ready to talk” stand on the wall.', null],
    ['a new speaker', '“We are ready,” Varga said.\nReil was not. “Let us wait a little longer,” he said.', 'Reil'],
    ['the body', 'The ministry said in a statement: “We are ready to talk.”', 'The ministry'],
  ])('%s', (_, article, expected) => {
    expect(speakerOf(article)).toBe(expected);
  });

  test('an office is known from the people', () => {
    const article = 'Ilona Varga met Tomas Reil.\n“We are ready to talk,” the foreign minister said.';
    expect(speakerOf(article, people)).toBe('Ilona Varga');
  });
});

describe('days', () => {
  test.each([
    ['on March 12', '2026-03-18', '2026-03-12', 'guessed'],
    ['on 12 March 2024', null, '2024-03-12', 'stated'],
    ['March 12, 2024', null, '2024-03-12', 'stated'],
    ['on December 30', '2026-01-02', '2025-12-30', 'guessed'],
    ['on Thursday', '2026-03-18', '2026-03-12', 'guessed'],
    ['on Wednesday', '2026-03-18', '2026-03-18', 'guessed'],
    ['yesterday', '2026-03-01', '2026-02-28', 'guessed'],
    ['le 12 mars', '2026-03-18', '2026-03-12', 'guessed'],
    ['jeudi', '2026-03-18', '2026-03-12', 'guessed'],
    ['am 12. März 2026', null, '2026-03-12', 'stated'],
    ['am Donnerstag', '2026-03-18', '2026-03-12', 'guessed'],
    ['12 марта 2026 года', null, '2026-03-12', 'stated'],
    ['в четверг', '2026-03-18', '2026-03-12', 'guessed'],
    ['12 березня', '2026-03-18', '2026-03-12', 'guessed'],
    ['у четвер', '2026-03-18', '2026-03-12', 'guessed'],
    ['el 12 de marzo de 2026', null, '2026-03-12', 'stated'],
    ['este jueves', '2026-03-18', '2026-03-12', 'guessed'],
    ['2026年3月12日', null, '2026-03-12', 'stated'],
    ['12日', '2026-03-18', '2026-03-12', 'guessed'],
    ['2026-03-12', null, '2026-03-12', 'stated'],
  ])('%s', (words, day, at, basis) => {
    expect(dayIn(words, day)).toEqual({ at, precision: 'day', zone: null, basis });
  });

  test.each([
    ['may he be right', '2026-03-18'],
    ['on Thursday', null],
    ['in March', '2026-03-18'],
    ['on 31 February 2026', null],
    ['a second time', '2026-03-18'],
  ])('no day in: %s', (words, day) => {
    expect(dayIn(words, day)).toBeNull();
  });
});
