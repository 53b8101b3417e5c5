import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Archive } from '#archive/index.js';
import { findRepeats } from '#jobs/index.js';
import { headed, holding } from './holding.js';

const FORMULA = 'we remain committed to a lasting settlement of the harbour question';

const OPENINGS = [
  'Envoys came early.',
  'Nobody waited at Aske.',
  'The mayor wrote to us twice.',
  'It rained on both quays.',
  'A pilot asked for leave.',
  'Two cranes stood idle.',
  'Somebody sang below deck.',
];

/** Texts that have the formula, each with words of its own around it. */
function texts(): string[] {
  return OPENINGS.map((opening, i) =>
    headed(
      { date: `2025-0${i + 1}-1${i}`, speaker: i % 2 === 0 ? 'Anselm Varga' : 'Ilse Moreau' },
      `${opening} ${i % 2 ? 'Today' : 'As ever'} ${FORMULA}${i < 4 ? ', and to free passage' : ''}. ${OPENINGS[6 - i]!.toUpperCase()}`,
    ),
  );
}

describe('the words that texts repeat', () => {
  let archive: Archive;
  beforeAll(async () => {
    archive = await holding([...texts(), headed({ date: '2025-09-09' }, 'The tide table for the northern quay.')]);
  });
  afterAll(() => archive.close());
  const asked = { words: 5, texts: 3, limit: 10, filter: {} };

  test('are listed once and as long as they are, with how often, since when and until when', async () => {
    const { repeats, coverage } = await findRepeats(asked, { archive });
    expect(repeats.map(({ text, texts: n, places }) => [text, n, places])).toEqual([
      [FORMULA, 7, 7],
      [`${FORMULA}, and to free passage`, 4, 4],
      [`As ever ${FORMULA}`, 4, 4],
      [`Today ${FORMULA}`, 3, 3],
    ]);
    expect(repeats[0]!.words).toBe(11);
    expect([repeats[0]!.first.said?.at, repeats[0]!.last.said?.at]).toEqual(['2025-01-10', '2025-07-16']);
    expect(coverage.texts).toBe(8);
  });

  test('keep a longer run where it stands in fewer texts by itself', async () => {
    const { repeats } = await findRepeats({ ...asked, words: 12, texts: 2 }, { archive });
    expect(repeats.map(({ text, texts: n }) => [text, n])).toContainEqual([`${FORMULA}, and to free passage`, 4]);
  });

  test('are those of one speaker where one is named', async () => {
    const { repeats } = await findRepeats({ ...asked, filter: { speaker: 'Ilse Moreau' } }, { archive });
    expect(repeats[0]!.texts).toBe(3);
    expect(repeats[0]!.text.endsWith(FORMULA)).toBe(true);
    expect(repeats[0]!.text.startsWith('Today')).toBe(true);
  });

  test('are none where nothing repeats so often', async () => {
    expect((await findRepeats({ ...asked, texts: 8 }, { archive })).repeats).toEqual([]);
  });
});
