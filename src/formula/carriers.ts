import type { HeldText } from './held-at.js';

/** Somebody who uses a formula: a speaker by the name most often printed, or a body. */
export interface Carrier {
  /** Null: the texts do not say. */
  readonly name: string | null;
  /** Other names, as printed, that mean the same. */
  readonly names: readonly string[];
  readonly texts: number;
  readonly places: number;
  readonly first: HeldText;
  readonly last: HeldText;
}

/** A place of use, in order of time; `text` is the same for near-copies. */
export interface CarriedAt {
  readonly name: string | null;
  readonly held: HeldText;
  readonly text: string;
}

/** Who carries a formula, most texts first. `sameAs` gives all printed names of the one who is printed as this. */
export function carriersOf(places: readonly CarriedAt[], sameAs: (name: string) => readonly string[]): Carrier[] {
  const byName = new Map<string | null, CarriedAt[]>();
  for (const place of places) {
    const own = byName.get(place.name);
    if (own) own.push(place);
    else byName.set(place.name, [place]);
  }
  const order = [...byName].toSorted(([, a], [, b]) => b.length - a.length);
  const taken = new Set<string | null>();
  const carriers: Carrier[] = [];
  for (const [name, own] of order) {
    if (taken.has(name)) continue;
    const others =
      name === null ? [] : sameAs(name).filter((other) => other !== name && byName.has(other) && !taken.has(other));
    const all = [...own, ...others.flatMap((other) => byName.get(other)!)];
    for (const each of [name, ...others]) taken.add(each);
    // Of several names each list is in order of time; together they are put in order by their place in the whole.
    const inTime =
      others.length === 0 ? all : places.filter((place) => place.name === name || others.includes(place.name ?? ''));
    carriers.push({
      name,
      names: others,
      texts: new Set(all.map(({ text }) => text)).size,
      places: all.length,
      first: inTime[0]!.held,
      last: inTime.at(-1)!.held,
    });
  }
  return carriers.toSorted((a, b) => b.texts - a.texts || (a.name ?? '~').localeCompare(b.name ?? '~', 'en'));
}
