import { describe, expect, it } from 'vitest';
import { extract } from '#extract/index.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('extract', () => {
  it('reads a transcript with a header into turns', async () => {
    const text =
      'title: Remarks at Port Sable\nsaid: 2025-03-04\nkind: transcript\n\nMINISTER BERG: We will not yield.\n\nQUESTION: Why not?\n\nMINISTER BERG: Because.\n';
    const { value, problems } = await extract({ bytes: bytes(text), name: 'a.txt', mediaType: null });
    expect(problems).toEqual([]);
    expect(value[0]!.facts).toMatchObject({
      title: 'Remarks at Port Sable',
      kind: { value: 'verbatim transcript', basis: 'stated' },
    });
    expect(value[0]!.rendering.turns.map(({ kind, name }) => [kind, name])).toEqual([
      ['speech', 'MINISTER BERG'],
      ['question', null],
      ['answer', 'MINISTER BERG'],
    ]);
  });
});
