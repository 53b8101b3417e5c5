import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EDIT, FitSpace, Interner, align, applyChanges, compareTexts, fit, prepare } from '#collate/index.js';
import { surface } from '#text/index.js';

const word = fc.constantFrom(
  ...'the of we will not accept inspectors at northern terminal before end March could ferry gates open five 5,000 Rubio said that peace plan don’t organise organize'.split(
    ' ',
  ),
);
const gap = fc.constantFrom(' ', ' ', ' ', ', ', '. ', ' – ', '\n\n', '  ');
const prose = fc.array(fc.tuple(word, gap), { maxLength: 120 }).map((parts) =>
  parts
    .map(([w, g]) => w + g)
    .join('')
    .trim(),
);

describe('differences of two texts', () => {
  test('applying them to the first gives the second, to the character', () => {
    fc.assert(
      fc.property(prose, prose, (a, b) => {
        expect(applyChanges(a, compareTexts({ text: a }, { text: b }).changes)).toBe(b);
      }),
      { numRuns: 300 },
    );
  });

  test('spans are in order, do not overlap and hold the text they name', () => {
    fc.assert(
      fc.property(prose, prose, (a, b) => {
        let atA = 0;
        let atB = 0;
        for (const c of compareTexts({ text: a }, { text: b }).changes) {
          expect(c.a.start).toBeGreaterThanOrEqual(atA);
          expect(c.b.start).toBeGreaterThanOrEqual(atB);
          expect(a.slice(c.a.start, c.a.end)).toBe(c.a.text);
          expect(b.slice(c.b.start, c.b.end)).toBe(c.b.text);
          expect(c.a.text === c.b.text).toBe(false);
          atA = c.a.end;
          atB = c.b.end;
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a text does not differ from itself', () => {
    fc.assert(
      fc.property(prose, (a) => {
        expect(compareTexts({ text: a }, { text: a }).changes).toEqual([]);
      }),
    );
  });

  test('long texts with blocks moved, dropped and added come together again', () => {
    fc.assert(
      fc.property(
        fc.array(prose, { minLength: 8, maxLength: 30 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        (paragraphs, picks) => {
          const b = [...paragraphs];
          picks.forEach((p, k) => {
            const i = p % b.length;
            if (k % 3 === 0) b.splice(i, 1, `${b[i]} not`);
            else if (k % 3 === 1) b.push(...b.splice(i, 1));
            else if (b.length > 2) b.splice(i, 1);
          });
          const x = paragraphs.join('\n\n');
          const y = b.join('\n\n');
          expect(applyChanges(x, compareTexts({ text: x }, { text: y }).changes)).toBe(y);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('placing a quotation', () => {
  const plain = fc.array(word, { minLength: 12, maxLength: 60 }).map((ws) => ws.join(' '));
  test('words cut from a source cost nothing, and k edits no more than k', () => {
    fc.assert(
      fc.property(
        plain,
        fc.nat(),
        fc.nat(),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom('drop', 'add', 'swap')), { maxLength: 4 }),
        (text, from, length, edits) => {
          const interner = new Interner();
          const source = prepare(text, interner);
          const start = from % (source.count - 8);
          const size = 8 + (length % (source.count - start - 7));
          const words = source.folded.slice(start, start + size);
          for (const [at, kind] of edits) {
            const i = at % words.length;
            if (kind === 'drop' && words.length > 2) words.splice(i, 1);
            else if (kind === 'add') words.splice(i, 0, 'zebra');
            else words[i] = 'giraffe';
          }
          const quoted = prepare(words.join(' '), interner);
          const found = fit(quoted, 0, quoted.count, source, 0, source.count, new FitSpace());
          expect(found.cost).toBeLessThanOrEqual(edits.length * EDIT);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('aligned pairs are in order and the same words', () => {
    fc.assert(
      fc.property(prose, prose, (x, y) => {
        const interner = new Interner();
        const a = prepare(x, interner);
        const b = prepare(y, interner);
        let i = -1;
        let j = -1;
        for (const p of align(a, b, new FitSpace())) {
          expect(p.a).toBeGreaterThan(i);
          expect(p.b).toBeGreaterThan(j);
          i = p.a + p.an - 1;
          j = p.b + p.bn - 1;
          if (p.kind === 'same' && p.an === 1 && p.bn === 1) expect(a.ids[p.a]).toBe(b.ids[p.b]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('surface is the judge of sameness: folding never decides', () => {
    expect(surface('we  will\nnot')).toBe('we will not');
  });
});
