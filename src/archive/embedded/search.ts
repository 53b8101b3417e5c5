/**
 * Keyword search over the same index that recall uses: phrases, beginnings of words and counts come with a suffix
 * array at no further cost, in every language that can be cut into words. Texts that hold all terms are ranked by
 * BM25 (Robertson and Zaragoza 2009), of each document its newest version; in the best ones the place where most
 * terms stand closest together is shown.
 */
import { bringText, type Finder } from '#index/index.js';
import { words } from '#text/index.js';
import type { SearchHit } from '../promise.js';
import { versionReference } from '#base/index.js';
import type { Held } from './recall.js';
import { BREAK_AT } from './spans.js';

/** BM25's usual constants. */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;
/** Words within which terms are shown as one hit. */
const TOGETHER = 12;
/** Code units shown on each side of a hit. */
const AROUND = 160;
/** Words that begin alike, at most, for one term with a star. */
const MOST_ENDINGS = 500;

/** Ways to write one term: a phrase, or each word that begins with the letters before a star. */
type Term = readonly Uint32Array[];

interface Match {
  readonly segment: number;
  readonly text: number;
  readonly counts: Float64Array;
  score: number;
}

/** The best `limit` hits, one for each document, and how many documents hold all words. `passes` is asked by document. */
export function search(
  held: Held,
  written: string,
  passes: (document: number) => boolean,
  limit: number,
): { readonly hits: readonly SearchHit[]; readonly documents: number } {
  const finder = held.index.finder();
  const terms = termsOf(held, written);
  if (terms.length === 0) return { hits: [], documents: 0 };
  const matches = new Map<number, Match>();
  const texts: number[] = [];
  for (const [t, term] of terms.entries()) {
    let holding = 0;
    for (const phrase of term)
      finder.exact(phrase, (segment, _position, text) => {
        const version = finder.segments[segment]!.texts[text]!;
        let match = matches.get(version);
        if (!match) {
          if (t > 0 || held.roll.hidden[version] !== 0) return;
          const document = held.roll.documents[version]!;
          if (held.roll.newest[document] !== version || !passes(document)) return;
          match = { segment, text, counts: new Float64Array(terms.length), score: 0 };
          matches.set(version, match);
        }
        if (match.counts[t]!++ === 0) holding++;
      });
    texts.push(holding);
  }
  const complete = [...matches.entries()].filter(([, { counts }]) => counts.every((count) => count > 0));
  rank(
    finder,
    complete.map(([, match]) => match),
    texts,
  );
  complete.sort(([v, a], [w, b]) => b.score - a.score || v - w);
  return {
    hits: complete.slice(0, limit).map(([version, match]) => show(held, finder, terms, version, match)),
    documents: complete.length,
  };
}

/** Words in double quotes are one phrase; a star behind a word stands for any ending. */
function termsOf(held: Held, written: string): Term[] {
  const terms: Term[] = [];
  for (const [, phrase, word, star] of written.matchAll(/["“”„«»]([^"“”„«»]+)["“”„«»]|([^\s"“”„«»*]+)(\*?)/g)) {
    const folded = words(phrase ?? word ?? '').folded;
    if (folded.length === 0) continue;
    if (star === '*' && folded.length === 1)
      terms.push(
        held.index.dictionary
          .beginningWith(folded[0]!)
          .slice(0, MOST_ENDINGS)
          .map((id) => Uint32Array.of(id)),
      );
    else terms.push([held.index.idsOf(folded, 0xffffffff)]);
  }
  return terms;
}

function rank(finder: Finder, matches: readonly Match[], texts: readonly number[]): void {
  let all = 0;
  for (const segment of finder.segments) all += segment.texts.length;
  const average = finder.words / Math.max(1, all);
  for (const match of matches) {
    const { starts } = finder.segments[match.segment]!;
    const length = (starts[match.text + 1]! - starts[match.text]!) / average;
    for (const [t, count] of match.counts.entries()) {
      const rarity = Math.log(1 + (all - texts[t]! + 0.5) / (texts[t]! + 0.5));
      const norm = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * length);
      match.score += (rarity * count * (SATURATION + 1)) / (count + norm);
    }
  }
}

/** The hit of one text: the stretch of at most TOGETHER words that holds most terms, the shortest of those. */
function show(held: Held, finder: Finder, terms: readonly Term[], version: number, match: Match): SearchHit {
  const segment = finder.segments[match.segment]!;
  bringText(segment, match.text);
  const { ids, starts } = segment;
  const origin = starts[match.text]!;
  const found: { readonly term: number; readonly start: number; readonly end: number }[] = [];
  const byFirst = new Map<number, { readonly term: number; readonly phrase: Uint32Array }[]>();
  for (const [term, phrases] of terms.entries())
    for (const phrase of phrases) {
      const alike = byFirst.get(phrase[0]!);
      if (alike) alike.push({ term, phrase });
      else byFirst.set(phrase[0]!, [{ term, phrase }]);
    }
  for (let at = origin; at < starts[match.text + 1]!; at++)
    for (const { term, phrase } of byFirst.get(ids[at]!) ?? [])
      if (phrase.every((id, i) => ids[at + i] === id)) found.push({ term, start: at, end: at + phrase.length });
  let best = { start: found[0]!.start, end: found[0]!.end, terms: 1 };
  for (let i = 0; i < found.length; i++) {
    const { start } = found[i]!;
    const seen = new Set<number>();
    for (let j = i; j < found.length && (j === i || found[j]!.end - start <= TOGETHER); j++) {
      seen.add(found[j]!.term);
      const { end } = found[j]!;
      if (seen.size > best.terms || (seen.size === best.terms && end - start < best.end - best.start))
        best = { start, end, terms: seen.size };
    }
  }
  const { text, spans, turns } = held.texts.of(version);
  let start = Infinity;
  let end = 0;
  spans.visit(best.start - origin, best.end - origin, (_entry, from, to) => {
    if (from === BREAK_AT) return;
    start = Math.min(start, from);
    end = to;
  });
  const document = held.documents.byId(held.roll.documents[version]!)!;
  const turn = turns.find((one) => one.start <= start && start < one.end);
  return {
    document,
    version: versionReference(held.roll.documents[version]!, held.roll.numbers[version]!),
    before: text.slice(wordEdge(text, start - AROUND, 1), start),
    hit: text.slice(start, end),
    after: text.slice(end, wordEdge(text, end + AROUND, -1)),
    start,
    end,
    speaker: turn ? (turn.name ?? turn.label) : (document.speaker?.value ?? null),
  };
}

/** The nearest offset in a direction at which no word is cut; the end of the text if there is none near. */
function wordEdge(text: string, offset: number, step: 1 | -1): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return text.length;
  for (let at = offset, left = 24; left > 0; at += step, left--)
    if (/\s/.test(text[at] ?? ' ')) return step === 1 ? at + 1 : at;
  return offset;
}
