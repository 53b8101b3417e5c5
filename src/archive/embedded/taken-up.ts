/**
 * Which later texts have words of a text: its runs that stand in them and in no earlier one. A run that somebody had
 * said before is a phrase of many, and who says it afterwards need not have it from here; so words that stand in a run
 * of an earlier text do not make a later text one that quotes this. Near-copies of the text itself are left out. Of each
 * document the newest version speaks. Nothing is judged: quoting is what it looks like, and may be a common source.
 */
import { compareWhen } from '#base/index.js';
import { type SharedRun, visitShared } from '#index/index.js';
import type { HeldRunAt, TakenUp } from '../taken-up-promise.js';
import { whenOf } from './documents.js';
import { spanOf, textOf } from './search-places.js';
import type { Looked } from './uses.js';

/** Words of a run that no earlier text has, at least. */
const OWN_WORDS = 4;
/** Words that stand in more places than these are everybody's. */
const COMMON = 2000;

/** The later texts that have runs of at least `least` words of a version, in order of time. */
export function takenUpOf(looked: Looked, version: number, least: number): TakenUp {
  const { held, kin, scope } = looked;
  const { roll } = held;
  const finder = held.index.finder();
  const placed = textOf(finder, version);
  const { coverage } = scope.covers();
  if (placed === null) return { texts: [], commonStarts: 0, coverage };
  const segment = finder.segments[placed.segment]!;
  segment.cold?.ids(segment.starts[placed.text]!, segment.starts[placed.text + 1]!);
  const ids = segment.ids.slice(segment.starts[placed.text], segment.starts[placed.text + 1]);
  const own = roll.documents[version]!;
  const copies = new Set([own, ...kin.copiesOf(finder, version)]);
  const order = orderAround(looked, own);
  const takes = (other: number): boolean => {
    const document = roll.documents[other]!;
    return roll.newest[document] === other && !copies.has(document) && scope.counts(other);
  };
  const before = new Uint8Array(ids.length);
  const later = new Map<number, SharedRun[]>();
  const commonStarts = visitShared(finder, ids, { least, most: COMMON, takes }, (run) => {
    if (order(roll.documents[run.text]!) < 0) before.fill(1, run.from, run.from + run.length);
    else later.set(run.text, [...(later.get(run.text) ?? []), run]);
  });
  const isOwn = ({ from, length }: SharedRun): boolean => {
    let words = 0;
    for (let i = from; i < from + length; i++) words += 1 - before[i]!;
    return words >= OWN_WORDS;
  };
  const kept = [...later.entries()]
    .map(([other, runs]) => ({ other, runs: runs.filter(isOwn) }))
    .filter(({ runs }) => runs.length > 0)
    .sort((a, b) => roll.moments[a.other]! - roll.moments[b.other]! || a.other - b.other);
  const leads = kin.leads(
    finder,
    kept.map(({ other }) => ({ version: other, ...textOf(finder, other)! })),
  );
  return {
    texts: kept.map(({ other, runs }, i) => ({
      document: held.documents.byId(roll.documents[other]!)!,
      version: held.documents.byId(roll.documents[other]!)!.versions.at(-1)!.reference,
      lead: leads[i] === 1,
      runs: runs.map(
        ({ from, length, at }): HeldRunAt => ({
          ...spanOf(held, version, from, from + length),
          words: length,
          there: spanOf(held, other, at, at + length),
        }),
      ),
    })),
    commonStarts,
    coverage,
  };
}

/** How documents stand to one in time: negative surely earlier, else later or not decidable. */
function orderAround({ held }: Looked, own: number): (document: number) => number {
  const when = (id: number): ReturnType<typeof whenOf> => {
    const document = held.documents.byId(id);
    return document && (whenOf(document) ?? document.versions[0]?.captured ?? null);
  };
  const mine = when(own);
  const known = new Map<number, number>();
  return (document) => {
    let order = known.get(document);
    if (order === undefined) {
      const other = when(document);
      order = mine && other ? compareWhen(other, mine) : 0;
      known.set(document, order);
    }
    return order;
  };
}
