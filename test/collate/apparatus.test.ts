import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Apparatus, type ComparisonText, apparatusOf } from '#collate/index.js';
import { words } from '#text/index.js';
import { record } from './given.js';

const word = fc.constantFrom(
  ...'the of we will not accept inspectors at northern terminal before March gates open five 5,000 don’t café café שלום 门 闸 今天 नमस्ते'.split(
    ' ',
  ),
);
const gap = fc.constantFrom(' ', ' ', ' ', ', ', '. ', '\r\n', '\n\n', '? ');
const line = fc.array(fc.tuple(word, gap), { maxLength: 30 }).map((parts) => parts.map(([w, g]) => w + g).join(''));
const label = fc.constantFrom('MR. VARGA', 'Foreign Minister Varga', 'MOREAU', 'QUESTION', '>>', '');
const text: fc.Arbitrary<ComparisonText> = fc.oneof(
  line.map((written) => ({ text: written })),
  fc.array(fc.tuple(label, line), { maxLength: 8 }).map((turns) => record(...turns)),
);
/** Versions that come one from another, as versions do, and strangers among them. */
const versions = fc
  .tuple(
    text,
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('drop', 'swap', 'copy', 'stranger'), text), {
      minLength: 1,
      maxLength: 5,
    }),
  )
  .map(([first, steps]) => {
    const out: ComparisonText[] = [first];
    for (const [from, at, how, stranger] of steps) {
      const base = out[from % out.length]!;
      const parts = base.text.split(' ');
      if (how === 'drop') parts.splice(at % parts.length, 2);
      else if (how === 'swap') parts[at % parts.length] = 'seven';
      out.push(how === 'stranger' ? stranger : how === 'copy' ? base : { text: parts.join(' ') });
    }
    return out;
  });

const folded = (written: string): string => words(written).folded.join(' ');

describe('an apparatus of versions', () => {
  test('read along one version it is its text, to the character', () => {
    fc.assert(
      fc.property(versions, (texts) => {
        const { segments } = apparatusOf(texts);
        texts.forEach((version, v) => {
          expect(segments.map(({ spans }) => version.text.slice(spans[v]!.start, spans[v]!.end)).join('')).toBe(
            version.text,
          );
        });
      }),
      { numRuns: 400 },
    );
  });

  test('every version has one reading at each place, and readings that are the same are one', () => {
    fc.assert(
      fc.property(versions, (texts) => {
        for (const { readings, spans } of apparatusOf(texts).segments) {
          expect(readings.flatMap(({ versions: of }) => of).toSorted((x, y) => x - y)).toEqual([...texts.keys()]);
          expect(readings[0]!.class).toBeNull();
          expect(readings[0]!.versions[0]).toBe(0);
          const formOnly = readings.every(({ class: kind }) => kind === null || kind === 'punctuation only');
          const wordings = readings.map(
            ({ versions: of }) => new Set(of.map((v) => folded(texts[v]!.text.slice(spans[v]!.start, spans[v]!.end)))),
          );
          // Labels of one speaker are printed in many ways.
          for (const wording of wordings) if (!texts.some(({ turns }) => turns)) expect(wording.size).toBe(1);
          if (!formOnly && !texts.some(({ turns }) => turns))
            expect(new Set(wordings.flatMap((w) => [...w])).size).toBe(readings.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('copies have one reading throughout', () => {
    fc.assert(
      fc.property(text, (version) => {
        const { segments } = apparatusOf([version, version, version]);
        expect(segments.every(({ readings }) => readings.length === 1)).toBe(true);
      }),
    );
  });

  const told = ({ segments }: Apparatus): string[] =>
    segments
      .filter(({ readings }) => readings.length > 1)
      .map(({ readings }) =>
        readings
          .map(
            ({ versions: of, text: written, class: kind, flags }) =>
              `${of.join('')} ${kind ?? 'lemma'}${flags.length > 0 ? ` (${flags.join(', ')})` : ''}: ${written}`,
          )
          .join(' | '),
      );

  const rows: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [
      'a word in three wordings',
      ['There are eleven names on the list.', 'There are seven names on the list.', 'There are no names on the list.'],
      ['0 lemma: eleven | 1 replacement (number): seven | 2 replacement (negation, number): no'],
    ],
    [
      'what the nearest version lacks is found in another',
      [
        'We could accept inspectors before the end of March, if the gates are opened first, and not before that day.',
        'We could accept inspectors before the end of March, and not before that day.',
        'We could accept observers before the end of March, if the gates are opened first.',
      ],
      [
        '01 lemma: inspectors | 2 replacement: observers',
        '02 lemma: if the gates are opened first, | 1 omission (number, condition): ',
        '01 lemma: and not before that day. | 2 omission (negation): ',
      ],
    ],
    [
      'a false start and a word written apart',
      ['We are, we are late in Marlhaven.', 'We are late in Marl Haven.', 'We are late in Marlhaven.'],
      [
        '0 lemma: We are, | 12 filler only: ',
        '0 lemma: we | 12 punctuation only: We',
        '02 lemma: Marlhaven. | 1 punctuation only: Marl Haven.',
      ],
    ],
    [
      'nothing in one of them',
      ['Nobody said a word.', '', 'Nobody said a word.'],
      ['02 lemma: Nobody said a word. | 1 omission (negation, quantity word): '],
    ],
  ];
  test.each(rows)('%s', (_, texts, expected) => {
    const found = told(
      apparatusOf(
        texts.map((written) => ({ text: written })),
        'en',
      ),
    );
    expect(found).toEqual(expected);
  });

  test('words that stand elsewhere in one version are joined to where they stand in the others', () => {
    const [one, two] = [
      'The gates stay closed for now, as the minister said on Monday.',
      'The ferries will sail again in May, weather permitting and crews willing.',
    ];
    const { segments, transpositions } = apparatusOf(
      [{ text: `${one} ${two}` }, { text: `${one} ${two}` }, { text: `${two} ${one}` }],
      'en',
    );
    expect(transpositions).toHaveLength(1);
    const [{ version, segment, otherSegment }] = transpositions as [(typeof transpositions)[number]];
    const moved = segments[segment]!.readings.find(({ versions: of }) => of.includes(version))!.text;
    expect(moved).toBe(segments[otherSegment]!.readings.find(({ versions: of }) => of.includes(0))!.text);
    expect([one, two]).toContain(moved);
  });
});
