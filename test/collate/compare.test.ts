import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ComparisonText, applyChanges, compareTexts } from '#collate/index.js';
import { record } from './given.js';

const word = fc.constantFrom(
  ...'the of we will not accept inspectors at northern terminal before March gates open five 5,000 don’t organise organize café café Ξένος שלום المفاوضات 门 闸 今天 開放 नमस्ते'.split(
    ' ',
  ),
);
const gap = fc.constantFrom(' ', ' ', ' ', ', ', '. ', ' – ', '? ', '\r\n', '\n', '\u200f ', '  ');
const line = fc.array(fc.tuple(word, gap), { maxLength: 25 }).map((parts) => parts.map(([w, g]) => w + g).join(''));
const label = fc.constantFrom('', 'MR. VARGA', 'Foreign Minister Varga', 'MOREAU', 'QUESTION', '>>');
const turn = fc.tuple(label, fc.array(fc.oneof(line, fc.constant('(Laughter.)')), { maxLength: 3 }));
const turns = fc.array(turn, { maxLength: 14 });
const picks = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('drop', 'move', 'edit', 'label', 'double')), {
  maxLength: 6,
});

type Made = readonly (readonly [string, string[]])[];

/** The turns with some dropped, moved, doubled, touched up, or given to another. */
function edited(made: Made, edits: readonly (readonly [number, number, string])[]): Made {
  const out = [...made];
  for (const [from, to, kind] of edits) {
    if (out.length === 0) break;
    const at = from % out.length;
    const [label, paragraphs] = out[at]!;
    if (kind === 'drop') out.splice(at, 1);
    else if (kind === 'move') out.splice(to % out.length, 0, ...out.splice(at, 1));
    else if (kind === 'double') out.splice(to % out.length, 0, out[at]!);
    else if (kind === 'label') out[at] = ['SARRAT', paragraphs];
    else out[at] = [label, paragraphs.map((p) => p.replace('the ', 'no '))];
  }
  return out;
}

const made = (list: Made): ComparisonText =>
  record(...list.map(([label, paragraphs]) => [label, ...paragraphs] as const));

const pairs: fc.Arbitrary<readonly [ComparisonText, ComparisonText]> = fc.oneof(
  fc.tuple(turns, turns).map(([x, y]) => [made(x), made(y)] as const),
  fc.tuple(turns, picks).map(([x, edits]) => [made(x), made(edited(x, edits))] as const),
  fc.tuple(turns, line).map(([x, y]) => [made(x), { text: y }] as const),
  fc.tuple(line, line).map(([x, y]) => [{ text: x }, { text: y }] as const),
);

describe('two records compared', () => {
  test('applying the differences to the first gives the second, to the character', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        expect(applyChanges(a.text, compareTexts(a, b).changes)).toBe(b.text);
      }),
      { numRuns: 600 },
    );
  });

  test('differences are in order on both sides, hold the words they name, and name a turn that is there', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const { changes, remarks } = compareTexts(a, b);
        let [atA, atB] = [0, 0];
        const ends = new Map<number, string[]>();
        for (const change of changes) {
          expect(change.a.start).toBeGreaterThanOrEqual(atA);
          expect(change.b.start).toBeGreaterThanOrEqual(atB);
          expect(a.text.slice(change.a.start, change.a.end)).toBe(change.a.text);
          expect(b.text.slice(change.b.start, change.b.end)).toBe(change.b.text);
          expect(change.a.text).not.toBe(change.b.text);
          [atA, atB] = [change.a.end, change.b.end];
          if (change.move !== undefined)
            ends.set(change.move, [...(ends.get(change.move) ?? []), change.a.text === '' ? 'here' : 'away']);
        }
        // Each move has two ends, and nothing else is a move.
        for (const end of ends.values()) expect(end.toSorted()).toEqual(['away', 'here']);
        for (const remark of remarks) {
          expect(remark.difference).toBeLessThan(changes.length);
          expect(remark.turn.a).toBeLessThan(a.turns?.length ?? 0);
          expect(remark.turn.b).toBeLessThan(b.turns?.length ?? 0);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('a record does not differ from itself', () => {
    fc.assert(
      fc.property(turns, (list) => {
        const { changes, remarks } = compareTexts(made(list), made(list));
        expect([changes, remarks]).toEqual([[], []]);
      }),
    );
  });
});
