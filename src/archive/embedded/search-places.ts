/**
 * The places of a search in one text: its words as numbers of the dictionary, where each of its phrases and chains
 * stands, and which of them somebody speaks. One pass over the words of the text, whatever the search asks for.
 */
import { BREAK, bringText, type Finder, nearChains, type Slot, type TermPlace, UNKNOWN } from '#index/index.js';
import { type SearchPhrase, type SearchQuery, words } from '#text/index.js';
import type { Held } from './recall.js';
import { BREAK_AT } from './spans.js';

/** A phrase in word numbers. */
export type Slots = readonly Slot[];

/** A condition in word numbers; `places`: about how many places its rarest term has. */
export interface Clause {
  readonly terms: readonly { readonly phrases: readonly Slots[]; readonly within: number; readonly places: number }[];
  readonly absent: boolean;
  readonly places: number;
}

/** A text in a segment: the index of both. */
export interface TextAt {
  readonly segment: number;
  readonly text: number;
}

/** Where a clause stands in a text: positions from the text's first word, end excluded, and the words that count. */
export interface Stretch extends TermPlace {
  readonly line: number;
  readonly clause: number;
  readonly parts: readonly TermPlace[];
}

/** The conditions of a line, in word numbers. */
export function clausesIn(held: Held, finder: Finder, { clauses }: SearchQuery): Clause[] {
  return clauses.map(({ terms, absent }) => {
    const numbered = terms.map(({ phrases, within }) => {
      const slots = phrases.map((phrase) => slotsOf(held, phrase));
      return { phrases: slots, within, places: slots.reduce((sum, some) => sum + rarest(finder, some), 0) };
    });
    return { terms: numbered, absent, places: Math.min(...numbered.map(({ places }) => places)) };
  });
}

function slotsOf(held: Held, phrase: SearchPhrase): Slots {
  return phrase.map(({ word, beginning }) =>
    beginning ? Uint32Array.from(held.index.dictionary.beginningWith(word)) : held.index.idsOf([word], UNKNOWN),
  );
}

function rarest(finder: Finder, slots: Slots): number {
  return slots.reduce(
    (least, slot) =>
      Math.min(
        least,
        slot.reduce((sum, id) => sum + finder.count(id), 0),
      ),
    Infinity,
  );
}

/** Whether words of a text, by their positions from its first, are those of whom the filter names. */
export type Speaks = (version: number, start: number, end: number) => boolean;

/** Words are somebody's if the turn they stand in is; where no turn is, if the document is. */
export function speakerTest(held: Held, speaker: string | undefined): Speaks | null {
  const wanted = words(speaker ?? '').folded;
  if (wanted.length === 0) return null;
  return (version, start, end) => {
    const names = new Set(words(speakerAt(held, version, spanOf(held, version, start, end).start) ?? '').folded);
    return wanted.every((word) => names.has(word));
  };
}

/** Who speaks at a place of a version, as printed. */
export function speakerAt(held: Held, version: number, at: number): string | null {
  const turn = held.texts.of(version).turns.find(({ start, end }) => start <= at && at < end);
  if (turn) return turn.name ?? turn.label;
  return held.documents.byId(held.roll.documents[version]!)?.speaker?.value ?? null;
}

/** Code units of words of a version, by their positions from its first. */
export function spanOf(held: Held, version: number, from: number, to: number): TermPlace {
  let start = Infinity;
  let end = 0;
  held.texts.of(version).spans.visit(from, to, (_entry, first, last) => {
    if (first === BREAK_AT) return;
    start = Math.min(start, first);
    end = last;
  });
  return { start, end };
}

/** Finds the places of lines in texts, one text after the other. */
export class TextSearch {
  readonly #finder: Finder;
  readonly #lines: readonly (readonly Clause[])[];
  /** What may begin with a word: the terms that have such a phrase. */
  readonly #byFirst = new Map<number, { readonly term: number; readonly rest: readonly ReadonlySet<number>[] }[]>();
  readonly #terms: { readonly line: number; readonly clause: number; readonly term: number }[] = [];

  constructor(finder: Finder, lines: readonly (readonly Clause[])[]) {
    this.#finder = finder;
    this.#lines = lines;
    for (const [line, clauses] of lines.entries())
      for (const [clause, { terms, absent }] of clauses.entries()) {
        if (absent) continue;
        for (const [term, { phrases }] of terms.entries()) {
          this.#terms.push({ line, clause, term });
          for (const phrase of phrases) this.#enter(phrase);
        }
      }
  }

  #enter([first, ...others]: Slots): void {
    const rest = others.map((slot) => new Set(slot));
    const entry = { term: this.#terms.length - 1, rest };
    for (const id of first ?? []) {
      const alike = this.#byFirst.get(id);
      if (alike) alike.push(entry);
      else this.#byFirst.set(id, [entry]);
    }
  }

  /** Every stretch of a text in which a clause stands, in the order of the text. */
  stretches({ segment: s, text }: TextAt): Stretch[] {
    const segment = this.#finder.segments[s]!;
    bringText(segment, text);
    const origin = segment.starts[text]!;
    const end = segment.starts[text + 1]!;
    const ids = segment.ids.subarray(origin, end);
    const found: TermPlace[][] = this.#terms.map(() => []);
    for (let at = 0; at < ids.length; at++) {
      if (ids[at] === BREAK) continue;
      for (const { term, rest } of this.#byFirst.get(ids[at]!) ?? [])
        if (rest.every((slot, i) => slot.has(ids[at + 1 + i]!)))
          found[term]!.push({ start: at, end: at + 1 + rest.length });
    }
    const stretches: Stretch[] = [];
    let next = 0;
    for (const [line, clauses] of this.#lines.entries())
      for (const [clause, { terms, absent }] of clauses.entries()) {
        if (absent) continue;
        const near = terms.map(({ within }) => ({ places: once(found[next++]!), within }));
        for (const parts of nearChains(near, ids))
          stretches.push({
            line,
            clause,
            parts,
            start: Math.min(...parts.map((part) => part.start)),
            end: Math.max(...parts.map((part) => part.end)),
          });
      }
    return stretches.sort((a, b) => a.start - b.start || a.end - b.end);
  }
}

/** Places in order, each once: two phrases of one term may stand at the same words. */
export function once(places: readonly TermPlace[]): TermPlace[] {
  return places
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .filter(({ start, end }, i, all) => all[i - 1]?.start !== start || all[i - 1]?.end !== end);
}

/** Where the words of a version stand in the index; null if it is not there. */
export function textOf(finder: Finder, version: number): TextAt | null {
  for (const [segment, { texts }] of finder.segments.entries()) {
    const text = texts.indexOf(version);
    if (text >= 0) return { segment, text };
  }
  return null;
}
