/** Everything a person said, with the office of the day; nothing that is surely or perhaps another's. */
import { describe, expect, it } from 'vitest';
import { showPerson } from '#jobs/index.js';
import { headed, holding } from './holding.js';

describe('a person', () => {
  it('has what was said by name, by office while it was held, and by whole texts', async () => {
    const archive = await holding([
      headed(
        { said: '2024-05-01', title: 'A' },
        'MINISTER VARGA: We sailed.\n\nQUESTION: And now?\n\nMINISTER VARGA: We wait, as one does.',
      ),
      headed({ said: '2026-01-10', title: 'B', speaker: 'Anselm Varga' }, 'The gates are shut, and I regret it.'),
      headed({ said: '2026-01-11', title: 'C' }, 'MINISTER MOREAU: Nothing of Varga here.'),
    ]);
    await archive.keepPeople(
      [
        {
          id: 'varga',
          name: 'Anselm Varga',
          aliases: [],
          mandates: [
            { post: 'Minister of Fisheries', body: 'Ordania', from: '2023-01-01', to: '2025-01-01' },
            { post: 'Minister of Foreign Affairs', body: 'Ordania', from: '2025-01-02', to: null },
          ],
        },
        { id: 'moreau', name: 'Ilse Moreau', aliases: [], mandates: [] },
      ],
      'ann',
    );
    const { said, more } = await showPerson({ named: 'varga', limit: 10 }, { archive });
    expect(
      said.map(({ document, offices, turns, words, opening }) => [
        document.reference,
        offices.map(({ post }) => post).join(),
        turns,
        words,
        opening,
      ]),
    ).toEqual([
      ['d2', 'Minister of Foreign Affairs', 0, 8, 'The gates are shut, and I regret it.'],
      ['d1', 'Minister of Fisheries', 2, 7, 'We sailed.'],
    ]);
    expect(more).toBe(0);
    expect((await showPerson({ named: 'Ilse Moreau', limit: 10 }, { archive })).said.length).toBe(1);
    expect((await showPerson({ named: 'varga', limit: 1 }, { archive })).more).toBe(1);
    await expect(showPerson({ named: 'nobody', limit: 1 }, { archive })).rejects.toMatchObject({ code: 'not-found' });
    await archive.close();
  });
});
