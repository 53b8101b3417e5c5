import { expect, test } from 'vitest';
import { applyChanges, compareTexts } from '#collate/index.js';

/** Paragraphs of invented words; a move must be found whole beside other moves; of two that crossed, the shorter moved. */
const P = {
  ferries: 'The ferries between the two shores will sail again once the ice has gone from the narrow strait.',
  gates: 'Minister, the harbour gates were closed in November and nobody has opened them, Minister, to this very day.',
  crews: 'Fourteen crews have waited aboard their vessels since the autumn storms began to blow.',
  lamp: 'An old lamp burns in the canteen, Minister, for the pilots who come home late at night.',
  count: 'We will count the licences tomorrow and publish a list of pilots in the evening paper.',
  short: 'The treaty of Aske stands.',
  day: '17 May 2026',
  later: '20 May 2026',
} as const;
type Name = keyof typeof P;

const text = (names: readonly Name[]): string => names.map((name) => P[name]).join('\n\n');

const rows: readonly (readonly [string, Name[], Name[], string[]])[] = [
  [
    'two moved to one place are two moves, each whole',
    ['ferries', 'gates', 'crews', 'lamp', 'count'],
    ['ferries', 'count', 'crews', 'gates', 'lamp'],
    ['move count', 'move crews'],
  ],
  [
    'a sentence of five words beside a longer move',
    ['ferries', 'short', 'gates', 'lamp', 'crews', 'count'],
    ['ferries', 'gates', 'lamp', 'count', 'short', 'crews'],
    ['move crews', 'move short'],
  ],
];

test.each(rows)('%s', (_, from, to, moves) => {
  const [a, b] = [text(from), text(to)];
  const { changes } = compareTexts({ text: a }, { text: b }, 'en');
  expect(applyChanges(a, changes)).toBe(b);
  const gone = changes.filter(({ move, a: { text: words } }) => move !== undefined && words !== '');
  const names = gone.map(({ a: { text: words } }) => {
    const name = (Object.keys(P) as Name[]).find((one) => P[one] === words.trim());
    return `move ${name ?? words}`;
  });
  expect(names.toSorted()).toEqual(moves.toSorted());
  expect(changes.filter((change) => change.class !== 'move' && change.class !== 'punctuation only')).toEqual([]);
});

test('a date that changed beside a paragraph that was moved away is one replacement', () => {
  const a = text(['ferries', 'crews', 'day', 'gates', 'lamp', 'count']);
  const b = text(['ferries', 'later', 'gates', 'lamp', 'crews', 'count']);
  const { changes } = compareTexts({ text: a }, { text: b }, 'en');
  expect(applyChanges(a, changes)).toBe(b);
  expect(changes.map((c) => c.class).filter((c) => c !== 'punctuation only')).toEqual(['move', 'replacement', 'move']);
});

test('"No." in the place of "Yes." is a replacement', () => {
  const { changes } = compareTexts(
    { text: 'Will you come? Yes. Thank you.' },
    { text: 'Will you come? No. Thank you.' },
    'en',
  );
  expect(changes.map((c) => [c.class, c.a.text, c.b.text])).toEqual([['replacement', 'Yes', 'No']]);
});
