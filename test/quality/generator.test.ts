/**
 * The generator of the quality bench, held to its word: every class really is what it says, by comparisons that share
 * nothing with the generator's own search. On invented texts, and on real ones where they stand beside the project.
 */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Case, CLASS_NAMES, makeCases } from '../../bench/classes.js';
import { Corpus, type HeldText, tokensOf } from '../../bench/corpus.js';
import { makeDrafts } from '../../bench/drafts.js';
import { distance } from '../../bench/edits.js';
import { compared, supplyOf } from '../../bench/makers.js';
import { plainLines } from '../../bench/plain-lines.js';
import { ARCHIVE, transcriptsIn, withUnpacked } from '../../bench/pm-transcripts.js';
import { Random } from '../../bench/random.js';
import { inventedTexts } from './invented-texts.js';

const words = (text: string): string[] => tokensOf(text).map(({ word }) => word);

/** All held words of a speaker, or of everybody, as one string that can be searched without an index. */
class Shelf {
  readonly #texts: readonly {
    readonly speaker: string | null;
    readonly id: string;
    readonly words: string;
    readonly surface: string;
  }[];

  constructor(texts: readonly HeldText[]) {
    this.#texts = texts.map(({ id, speaker, plain }) => ({
      id,
      speaker,
      words: ` ${words(plain).join(' ')} `,
      surface: plain.normalize('NFC').replace(/\s+/g, ' '),
    }));
  }

  holdsWords(phrase: string, only: (text: { speaker: string | null; id: string }) => boolean = () => true): boolean {
    const wanted = ` ${words(phrase).join(' ')} `;
    return this.#texts.some((text) => only(text) && text.words.includes(wanted));
  }

  holdsSurface(phrase: string): boolean {
    return this.#texts.some(({ surface }) => surface.includes(compared(phrase)));
  }
}

/** What must be true of a case of this class; throws where it is not. */
function checkCase(one: Case, shelf: Shelf, reports: ReadonlyMap<string, string>): void {
  const put = one.pieces.join(' ');
  const [made = ''] = one.made;
  const edits = distance(words(made), words(put));
  const at = (id: string): boolean => one.expect.places.flat().includes(id);
  expect(one.pieces.every((piece) => piece.trim() === piece && piece !== '')).toBe(true);
  if (one.expect.wording[0] === 'exact' && one.class !== 'second-hand') {
    const whole = one.class === 'exact: interrupted at a comma' ? one.pieces.join(', ') : put;
    expect(shelf.holdsSurface(whole)).toBe(true);
    expect(one.expect.places.flat().length).toBeGreaterThan(0);
  }
  if (one.expect.wording[0] === 'altered in words') {
    expect(shelf.holdsWords(put)).toBe(false);
    expect(shelf.holdsWords(made, ({ id }) => at(id))).toBe(true);
    expect(edits).toBeGreaterThan(0);
  }
  const counted = /^(\d) words? edited/.exec(one.class);
  if (counted) expect(edits).toBe(Number(counted[1]));
  switch (one.class) {
    case 'first or last word edited':
    case 'number changed':
    case 'negation dropped':
    case 'negation added':
    case 'modal changed':
    case 'name changed':
      expect(edits).toBe(1);
      break;
    case 'reordered':
      expect(words(put).toSorted()).toEqual(words(made).toSorted());
      expect(shelf.holdsWords(put)).toBe(false);
      break;
    case 'brackets: first letter':
      expect(put.replace(/^\[(.)\]/, '$1').toLowerCase()).toBe(made.toLowerCase());
      break;
    case 'ellipsis':
    case 'ellipsis over a sentence':
      for (const fragment of put.split(/\s?(?:\[\.\.\.\]|\[…\]|…|\.\.\.|\. \. \.)\s/))
        expect(shelf.holdsSurface(fragment)).toBe(true);
      expect(put).toMatch(/…|\.\s?\.\s?\./);
      break;
    case 'brackets':
      expect(put).toMatch(/\[[^\]]+\]/);
      for (const fragment of put.split(/\s?\[[^\]]+\]\s?/)) expect(shelf.holdsSurface(fragment)).toBe(true);
      break;
    case 'wrong speaker':
      expect(shelf.holdsWords(put, ({ speaker }) => speaker === one.claimed)).toBe(false);
      break;
    case 'second-hand':
      expect(shelf.holdsWords(put)).toBe(false);
      expect(` ${words(reports.get(one.expect.places[0]![0]!)!).join(' ')} `).toContain(` ${words(put).join(' ')} `);
      break;
    default:
  }
  if (one.class.startsWith('form: ') && !/digits|dash/.test(one.class)) expect(words(put)).toEqual(words(made));
  if (one.expect.wording[0] === 'altered in form only') expect(shelf.holdsSurface(put)).toBe(false);
  if (one.expect.wording[0] === 'stitched' || one.expect.wording[0] === 'not held')
    expect(shelf.holdsWords(put)).toBe(false);
  if (one.expect.wording[0] === 'stitched') for (const part of one.made) expect(shelf.holdsSurface(part)).toBe(true);
}

/** Cases of these texts, all of them held to their class; the classes that came about. */
function checkGenerator(
  held: readonly HeldText[],
  apart: readonly HeldText[],
  elsewhere: readonly HeldText[],
  count: number,
): Set<string> {
  const random = new Random(7);
  const supply = supplyOf(new Corpus(held), apart, elsewhere, random);
  const cases = makeCases(supply, count);
  const shelf = new Shelf(held);
  const reports = new Map(supply.reports.map(({ id, text }) => [id, text]));
  for (const one of cases) {
    try {
      checkCase(one, shelf, reports);
    } catch (cause) {
      throw new Error(`${one.class}: “${one.pieces.join(' // ')}” of “${one.made.join(' // ')}”`, { cause });
    }
  }
  for (const draft of makeDrafts(cases, 30, random))
    for (const [i, one] of draft.cases.entries()) {
      const [first = ''] = one.pieces;
      expect(draft.text.slice(draft.starts[i]).startsWith(first.slice(0, -1))).toBe(true);
    }
  return new Set(cases.map((one) => one.class));
}

describe('the generator of quotations', () => {
  it('makes every class as it says, of invented texts', { timeout: 60_000 }, () => {
    const all = inventedTexts(3, 260);
    const found = checkGenerator(all.slice(0, 200), all.slice(200), inventedTexts(4, 20), 500);
    expect(CLASS_NAMES.filter((name) => !found.has(name))).toEqual([]);
  });

  it('makes the same drafts from the same seed, and others from another', () => {
    const texts = inventedTexts(5, 40);
    const drafts = (seed: number): string[] => {
      const random = new Random(seed);
      return makeDrafts(makeCases(supplyOf(new Corpus(texts), [], [], random), 60), 20, random).map(({ text }) => text);
    };
    expect(drafts(1)).toEqual(drafts(1));
    expect(drafts(1)).not.toEqual(drafts(2));
  });

  it.skipIf(!existsSync(ARCHIVE))(
    'makes every class as it says, of real texts (needs ../shared/data)',
    { timeout: 120_000 },
    async () => {
      const texts = await withUnpacked(ARCHIVE, async (folder) => {
        const found: HeldText[] = [];
        for (const { id, speaker, published, kind, html } of transcriptsIn(folder, () => {}))
          if (Number(id) % 29 === 0)
            found.push({ id, speaker: speaker ?? null, day: published ?? null, kind, plain: plainLines(html) });
        return found;
      });
      const held = texts.filter((_, i) => i % 12 !== 0);
      const found = checkGenerator(
        held,
        texts.filter((_, i) => i % 12 === 0),
        [],
        400,
      );
      expect(CLASS_NAMES.filter((name) => !found.has(name))).toEqual(['not held: other subject']);
    },
  );
});

describe('the search of the bench', () => {
  it('finds every place of a phrase, and nothing else', () => {
    const texts = inventedTexts(11, 30);
    const corpus = new Corpus(texts);
    const random = new Random(2);
    for (let i = 0; i < 200; i++) {
      const from = random.below(corpus.size - 12);
      const length = random.between(4, 9);
      const phrase = Array.from({ length }, (_, k) => corpus.word(from + k));
      const wanted: number[] = [];
      for (let at = 0; at + length <= corpus.size; at++)
        if (
          phrase.every((word, k) => corpus.word(at + k) === word) &&
          corpus.textOf(at) === corpus.textOf(at + length - 1)
        )
          wanted.push(at);
      expect(corpus.places(phrase).toSorted((a, b) => a - b)).toEqual(wanted);
    }
  });
});
