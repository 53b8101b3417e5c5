import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '#archive/index.js';
import { checkDraft } from '#jobs/index.js';
import { bytesOf } from './files-in-memory.js';
import { headed, holding } from './holding.js';
import { CASES, type LanguageCase } from './languages-given.js';

/** Every held text, and for each language some of other words, so that nothing is rare for want of texts. */
const HELD = [...new Map(CASES.map((one) => [one.held, one.language]))];

const FRAMES: Readonly<Record<string, (quoted: string) => string>> = {
  ru: (quoted) => `Министр сказала журналистам: «${quoted}».`,
  uk: (quoted) => `Міністерка сказала журналістам: «${quoted}».`,
  de: (quoted) => `Die Ministerin sagte vor der Presse: „${quoted}“.`,
  zh: (quoted) => `发言人对记者说：“${quoted}。”`,
  ja: (quoted) => `報道官は記者団に「${quoted}」と述べた。`,
  ar: (quoted) => `وقالت الوزيرة للصحفيين: «${quoted}».`,
};

describe('quotations in languages with troubles of their own', () => {
  let archive: Archive;
  beforeAll(async () => {
    archive = await holding(HELD.map(([text, language]) => headed({ language, date: '2026-03-05' }, text)));
  });
  afterAll(() => archive.close());

  test.each(CASES.map((one): [string, LanguageCase] => [`${one.language}: ${one.name}`, one]))('%s', async (_, one) => {
    const { checks } = await checkDraft(
      { bytes: bytesOf(FRAMES[one.language]!(one.quoted)), name: 'draft.txt', mediaType: null, language: one.language },
      { archive, day: '2026-03-13' },
    );
    const check = checks.find(({ quotation }) => quotation.text.startsWith(one.quoted.slice(0, 4)))!;
    const matched = check.readings.filter(({ role }) => role === 'matched');
    expect(check.wording, JSON.stringify(check.readings.map(({ text, changes }) => [text, changes]))).toBe(one.wording);
    if (one.changes)
      expect(matched.flatMap(({ changes }) => changes.map(({ a, b }) => [a.text, b.text]))).toEqual(one.changes);
    for (const flag of one.attention ?? [])
      expect(matched.flatMap(({ changes }) => changes.flatMap(({ flags }) => flags))).toContain(flag);
    // However the words are bent, they are found in the sentence where they stand.
    expect(matched.every(({ text }) => one.held.includes(text))).toBe(true);
  });
});
