/**
 * The runs of words that stand in most texts. All runs that repeat pass by once, in the order of their words; a run
 * that stands in more texts than the least of those kept is counted by text and kept. A part of a longer run says
 * nothing of its own where the longer one stands in nearly as many texts.
 */
import { visitRepeats } from '#index/index.js';
import type { HeldRepeat, RepeatsWish } from '../promise.js';
import type { Looked } from './uses.js';

/** Runs kept for each that is asked for: parts of longer ones and copies fall out later. */
const KEPT = 8;
/** A part is left out where a run that has it stands in so large a share of its texts. */
const NEARLY = 0.7;

/** The runs of at least `words` words that stand in most texts, most first. */
export function repeatsOf({ held, scope }: Looked, wish: RepeatsWish): HeldRepeat[] {
  const { segments } = held.index.whole();
  const { roll } = held;
  const stamps = segments.map(({ texts }) => new Uint32Array(texts.length));
  const textOf = segments.map(({ ids, starts }) => {
    // Which text each stretch of STRETCH words begins in: most places are then found without a search.
    const coarse = new Uint32Array((ids.length >>> STRETCH) + 1);
    for (let at = 0, text = 0; at < coarse.length; at++) {
      while (starts[text + 1]! <= at << STRETCH) text++;
      coarse[at] = text;
    }
    return coarse;
  });
  let round = 0;
  let kept: { ids: Uint32Array; texts: number; places: number }[] = [];
  let least = wish.texts;
  const most = Math.max(64, KEPT * wish.limit);
  // Of the versions of a text the newest speaks.
  const counts = (version: number): boolean =>
    roll.newest[roll.documents[version]!] === version && scope.counts(version);
  visitRepeats(segments, { least: wish.words, places: wish.texts, counts }, (repeat) => {
    if (repeat.places < least) return;
    round++;
    let texts = 0;
    for (const [s, { suffixes, starts, texts: versions }] of segments.entries()) {
      const stamp = stamps[s]!;
      const coarse = textOf[s]!;
      for (let i = repeat.lows[s]!; i < repeat.highs[s]!; i++) {
        const position = suffixes[i]!;
        let text = coarse[position >>> STRETCH]!;
        while (starts[text + 1]! <= position) text++;
        if (stamp[text] === round || !counts(versions[text]!)) continue;
        stamp[text] = round;
        texts++;
      }
    }
    if (texts < least) return;
    const { segment, position, length, places } = repeat;
    kept.push({ ids: segments[segment]!.ids.slice(position, position + length), texts, places });
    if (kept.length < 2 * most) return;
    kept = kept.toSorted((a, b) => b.texts - a.texts).slice(0, most);
    least = Math.max(least, kept.at(-1)!.texts);
  });
  const { dictionary } = held.index;
  const runs = kept
    .toSorted((a, b) => b.texts - a.texts || b.ids.length - a.ids.length)
    .slice(0, most)
    .map(({ ids, texts, places }) => ({ words: Array.from(ids, (id) => dictionary.word(id)), texts, places }));
  return withoutParts(runs);
}

/** Words of a stretch, as a power of two. */
const STRETCH = 8;

function withoutParts(runs: readonly HeldRepeat[]): HeldRepeat[] {
  const written = runs.map(({ words }) => ` ${words.join(' ')} `);
  return runs.filter(
    ({ texts }, i) =>
      !runs.some(
        (other, j) =>
          other.texts >= NEARLY * texts && written[j]!.length > written[i]!.length && written[j]!.includes(written[i]!),
      ),
  );
}
