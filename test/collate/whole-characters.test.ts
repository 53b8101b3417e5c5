import { expect, test } from 'vitest';
import { applyChanges, compareTexts } from '#collate/index.js';

/** What differs is shown in whole characters, as a reader sees them. */
const rows: readonly [a: string, b: string, from: string, to: string, kind: string, flags: string][] = [
  ['We are glad 👍 today.', 'We are glad 👎 today.', '👍', '👎', 'punctuation only', ''],
  ['Well done 👍🏻 all.', 'Well done 👍🏿 all.', '👍🏻', '👍🏿', 'punctuation only', ''],
  ['With love 🇺🇦 today.', 'With love 🇺🇸 today.', '🇺🇦', '🇺🇸', 'punctuation only', ''],
  ['With 🇺🇦🇫🇷 today.', 'With 🇺🇦🇫🇮 today.', '🇫🇷', '🇫🇮', 'punctuation only', ''],
  ['Our 👨‍👩‍👧 here.', 'Our 👨‍👩‍👦 here.', '👨‍👩‍👧', '👨‍👩‍👦', 'punctuation only', ''],
  ['Our ❤️ here.', 'Our ❤ here.', '❤️', '❤', 'punctuation only', ''],
  ['Glad 👍👍 today.', 'Glad 👍 today.', '👍', '', 'punctuation only', ''],
  ['Ends 😀', 'Ends 🙀', '😀', '🙀', 'punctuation only', ''],
  ['An area of 300 km² is closed.', 'An area of 300 km³ is closed.', '²', '³', 'replacement', 'number'],
  ['An area of 300 km² is closed.', 'An area of 300 km is closed.', '²', '', 'omission', 'number'],
  ['Emissions of CO₂ fell.', 'Emissions of CO fell.', '₂', '', 'omission', 'number'],
  ['About 10⁶ of them.', 'About 10⁹ of them.', '⁶', '⁹', 'replacement', 'number'],
  ['The treaty¹ was signed.', 'The treaty² was signed.', '¹', '²', 'punctuation only', ''],
];

test.each(rows)('%s → %s', (a, b, from, to, kind, flags) => {
  const { changes } = compareTexts({ text: a }, { text: b }, 'en');
  expect(changes.map((c) => [c.a.text, c.b.text, c.class, c.flags.join(' ')])).toEqual([[from, to, kind, flags]]);
  expect(applyChanges(a, changes)).toBe(b);
});

test.each([
  ['300 km² were closed', '300 km2 were closed'],
  ['the CO₂ of the towns', 'the CO2 of the towns'],
])('%s is %s in another form', (a, b) => {
  const { changes } = compareTexts({ text: a }, { text: b }, 'en');
  expect(changes.map((c) => c.class)).toEqual(['punctuation only']);
});
