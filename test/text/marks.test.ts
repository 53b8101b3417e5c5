import { describe, expect, test } from 'vitest';
import { scanMarks } from '../../src/text/index.js';

/** What the cheapest reading of each mark by itself is: "(" opening, ")" closing, "." none, "?" a tie. */
function read(text: string, language = 'en'): string {
  return scanMarks(text, language)
    .map((mark) => {
      const costs = [mark.asOpen, mark.asClose, mark.asNone];
      const least = Math.min(...costs);
      if (costs.filter((cost) => cost === least).length > 1) return '?';
      return '().'[costs.indexOf(least)];
    })
    .join('');
}

describe('marks by themselves', () => {
  test.each([
    ['double curly', 'He said “yes” to it.', 'en', '()'],
    ['straight', 'He said "yes" to it.', 'en', '()'],
    ['full width', 'He said ＂yes＂ to it.', 'en', '()'],
    ['two straight apostrophes', "''Yes,'' he said.", 'en', '()'],
    ['two grave accents', "``Yes,'' he said.", 'en', '()'],
    ['low and high', 'Er sagte „ja“ dazu.', 'de', '()'],
    ['low and straight', 'Er sagte „ja" dazu.', 'de', '()'],
    ['two commas', "Er sagte ,,ja'' dazu.", 'de', '()'],
    ['guillemets', 'Il a dit « oui » hier.', 'fr', '()'],
    ['guillemets without spaces', 'Он сказал «да» вчера.', 'ru', '()'],
    ['guillemets inward', 'Er sagte »ja« dazu.', 'de', '()'],
    ['corners', '他說「是」。', 'zh', '()'],
    ['white corners', '他說『是』。', 'zh', '()'],
    ['the same at both ends', 'Hon sa ”ja” igen.', 'sv', '()'],
    ['an opening mark that closes by its place', 'So “it is.“ He left.', 'en', '()'],
    ['single with an apostrophe inside', '‘Don’t go,’ he said.', 'en', '(.)'],
    ['straight single with an apostrophe inside', "'Don't go,' he said.", 'en', '(.)'],
    ['decades', 'the ’90s and the ‘90s', 'en', '..'],
    ['rock and roll', 'rock ’n’ roll', 'en', '..'],
    ['straight rock and roll', "rock 'n' roll", 'en', '..'],
    ["plural's apostrophe is cheap", 'the dogs’ bowls', 'en', ')'],
    ['names', 'O’Brien and d’Artagnan', 'en', '..'],
    ['feet and inches', 'He is 6\'2" tall.', 'en', '..'],
    ['minutes and seconds of arc', '40°26′46" north, 54°41\'12"N', 'en', '...'],
    ['Ukrainian apostrophe', "об'єкт, п’ять", 'uk', '..'],
    ['possessive behind a mark', 'the “Times”’s view', 'en', '().'],
  ])('%s', (_, text, language, expected) => {
    expect(read(text, language)).toBe(expected);
  });

  test('code and markup hold no marks', () => {
    expect(scanMarks('<a href="x" title="y">, print("hello") and name="z"', 'en')).toEqual([]);
  });

  test('marks are in order, do not overlap, and stand where they say', () => {
    const text = `“A” ''b'' „c“ «d» 'e' 「f」`;
    const marks = scanMarks(text, null);
    expect(marks).toHaveLength(12);
    let end = 0;
    for (const mark of marks) {
      expect(mark.start).toBeGreaterThanOrEqual(end);
      expect("“”'„“«»「」").toContain(text[mark.start]);
      end = mark.end;
    }
  });
});
