import fc from 'fast-check';
import { expect, test } from 'vitest';
import { surface, surfaceWithPositions, words } from '#text/index.js';

test.each([
  ['  a \n b\t', 'a b'],
  ['cafe\u0301', 'café'],
  ['“Yes,” he said – no', '“Yes,” he said – no'],
  ['5\u00a0000', '5 000'],
  ['', ''],
  [' ', ''],
  ['\u1112\u1161\u11ab', '한'],
])('%j', (text, expected) => {
  expect(surface(text)).toBe(expected);
});

const piece = fc.constantFrom(
  'a',
  'e',
  '\u0301',
  '\u0327',
  ' ',
  '\n',
  '\u00a0',
  '한',
  '\u1112',
  '\u1161',
  '\u11ab',
  'ё',
  'е',
  '\u0308',
  '😀',
  '«',
  'й',
  'Å',
);
const odd = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(piece).map((pieces) => pieces.join('')),
);

test('the map folds to the surface', () => {
  fc.assert(
    fc.property(odd, (text) => {
      expect(surfaceWithPositions(text).text).toBe(surface(text));
    }),
    { numRuns: 500 },
  );
});

test('a span of the surface maps back to text that folds to a surface which holds it', () => {
  fc.assert(
    fc.property(odd, fc.nat(), fc.nat(), (original, a, b) => {
      const { text, positions } = surfaceWithPositions(original);
      if (text === '') return;
      const start = a % text.length;
      const end = start + 1 + (b % (text.length - start));
      const back = positions.toOriginalSpan({ start, end });
      expect(surface(original.slice(back.start, back.end))).toContain(text.slice(start, end).trim().normalize('NFC'));
      expect(positions.toFolded(positions.toOriginal(start))).toBeLessThanOrEqual(start);
      const whole = positions.toOriginalSpan({ start: 0, end: text.length });
      expect(surface(original.slice(whole.start, whole.end))).toBe(text);
    }),
    { numRuns: 500 },
  );
});

const prose = fc.array(
  fc.constantFrom(
    'five',
    'thousand',
    'and',
    'a',
    'hundred',
    'U.S.',
    '5,000',
    '5.25',
    '%',
    'per',
    'cent',
    "don't",
    'l’accord',
    'co\u00adop',
    'п’ять',
    'тысяч',
    '中',
    '-',
    '—',
    '.',
    ',',
    'cafe\u0301',
    '٥',
    'één',
    '½',
    'ﬁn',
  ),
  { maxLength: 30 },
);

test('words are in order, do not overlap, and each maps back to text that folds to it', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        prose.map((p) => p.join(' ')),
        prose.map((p) => p.join('')),
        odd,
      ),
      (text) => {
        const list = words(text);
        let from = 0;
        for (let i = 0; i < list.count; i++) {
          expect(list.starts[i]).toBeGreaterThanOrEqual(from);
          from = list.ends[i]!;
          expect(from).toBeGreaterThan(list.starts[i]!);
          expect(from).toBeLessThanOrEqual(text.length);
          const own = text.slice(list.starts[i], from);
          // A raised or lowered figure is a power by what stands before it, and no word by itself.
          if (/^[¹²³⁰⁴-⁹₀-₉]/.test(own)) continue;
          const alone = words(own).folded.join(' ');
          // An elided word keeps its apostrophe only before another word.
          expect([alone, `${alone}'`]).toContain(list.folded[i]);
        }
      },
    ),
    { numRuns: 1000 },
  );
});
