/**
 * How near two sentences are: the features that stand in both, each with its ground, weighted by rarity. Words that
 * share no row of a table may still be of one family: a long common beginning (inspectors, inspection), and in German
 * a common part of a compound (Umweltprüfung, Umweltverträglichkeitsprüfung; Polizei, Grenzpolizei).
 */
import type { LinkGround, WordLink } from './account.js';
import type { Feature, Told } from './features.js';
import { wordsAt } from './reading.js';

/** Letters that words of one family share at the beginning, at least. */
const FAMILY = 5;
/** Letters that parts of German compounds share. */
const PART = 5;
/** In so many sentences of the encounter a matter stands that one or two of them are about. */
const FEW = 3;
/** Weight before rarity of what is a matter of its own. */
const SPECIFIC = 0.8;
const FAMILY_WORTH = 0.6;
const SYNONYM_WORTH = 0.85;

/** How often each feature stands in the sentences of the encounter. */
export class Rarity {
  readonly #count = new Map<string, number>();
  #sentences = 0;

  add(told: Told): void {
    for (const features of told.features) {
      this.#sentences++;
      for (const key of new Set(features.map(countedAs))) this.#count.set(key, (this.#count.get(key) ?? 0) + 1);
    }
  }

  /** In how many sentences it stands. */
  stands(feature: Feature): number {
    return this.#count.get(countedAs(feature)) ?? 0;
  }

  /** 1 for a feature that stands in two sentences, as one that joins two does; less for what stands in more. */
  of(feature: Feature): number {
    const { base } = feature;
    const count = Math.max(2, this.stands(feature));
    const most = Math.log2(1 + Math.max(4, this.#sentences) / 2);
    return base * Math.max(0.25, Math.log2(1 + Math.max(4, this.#sentences) / count) / most);
  }
}

/** Words of one matter are as rare as the matter. */
function countedAs({ key, matter }: Feature): string {
  return matter === null ? key : `m:${matter}`;
}

/** Two features that stand for each other. */
export interface Match {
  readonly ground: LinkGround;
  readonly a: Feature;
  readonly b: Feature;
  readonly weight: number;
}

export interface Likeness {
  readonly matches: readonly Match[];
  /** A matter or a figure that is matched stands in hardly any other sentence of the encounter. */
  readonly exclusive: boolean;
  /** Sum of the weights of the matches. */
  readonly evidence: number;
  /** Share of each sentence's weight that is matched. */
  readonly coverA: number;
  readonly coverB: number;
}

/** Compares two sets of features. Cost: their product for words of one family, else linear. */
export function likeness(a: readonly Feature[], b: readonly Feature[], rarity: Rarity, german: boolean): Likeness {
  const matches: { ground: LinkGround; a: Feature; b: Feature; weight: number }[] = [];
  const left = new Map(b.map((feature) => [feature.key, feature]));
  const loose: Feature[] = [];
  for (const feature of a) {
    const other = left.get(feature.key);
    if (!other) {
      loose.push(feature);
      continue;
    }
    left.delete(feature.key);
    matches.push({
      ground: feature.ground,
      a: feature,
      b: other,
      weight: Math.min(rarity.of(feature), rarity.of(other)),
    });
  }
  const seek = (ground: LinkGround, worth: number, fits: (x: Feature, y: Feature) => boolean): void => {
    for (const [i, feature] of loose.entries()) {
      if (feature.ground !== 'same word') continue;
      for (const other of left.values()) {
        if (other.ground !== 'same word' || !fits(feature, other)) continue;
        left.delete(other.key);
        loose.splice(i, 1, { ...feature, ground: 'act' });
        matches.push({ ground, a: feature, b: other, weight: worth * Math.min(rarity.of(feature), rarity.of(other)) });
        break;
      }
    }
  };
  seek('synonym', SYNONYM_WORTH, (x, y) => x.matter !== null && x.matter === y.matter);
  seek('word family', FAMILY_WORTH, (x, y) => family(x.stem, y.stem, german));
  halveRepeats(matches);
  const evidence = matches.reduce((sum, { weight }) => sum + weight, 0);
  const total = (features: readonly Feature[]): number =>
    features.reduce((sum, feature) => sum + rarity.of(feature), 0);
  const exclusive = matches.some(
    ({ a: x, b: y, ground }) =>
      ground !== 'act' &&
      ground !== 'date' &&
      ground !== 'name' &&
      (x.matter !== null || ground === 'number') &&
      x.base >= SPECIFIC &&
      rarity.stands(x) + (countedAs(x) === countedAs(y) ? 0 : rarity.stands(y)) <= FEW,
  );
  return {
    matches,
    exclusive,
    evidence,
    coverA: evidence / Math.max(0.01, total(a)),
    coverB: evidence / Math.max(0.01, total(b)),
  };
}

/** A compound is one word: what its second part matches counts half. */
function halveRepeats(matches: { readonly a: Feature; readonly b: Feature; weight: number }[]): void {
  const seen = new Set<string>();
  for (const match of matches.sort((x, y) => y.weight - x.weight)) {
    const [a, b] = [`a${match.a.from}`, `b${match.b.from}`];
    if (seen.has(a) || seen.has(b)) match.weight /= 2;
    seen.add(a).add(b);
  }
}

function family(a: string, b: string, german: boolean): boolean {
  const shorter = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < shorter && a[shared] === b[shared]) shared++;
  if (shared >= FAMILY && shared >= shorter - 4 && shared * 2 >= Math.max(a.length, b.length)) return true;
  if (!german || shorter < PART) return false;
  if (shared >= PART && shared + 1 < Math.max(a.length, b.length)) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.endsWith(short) || (short.length > PART && long.includes(short)) || compound(a, b) || compound(b, a);
}

/** The end of one is the beginning of the other: Tiefseehafen, Hafenprojekt. */
function compound(a: string, b: string): boolean {
  for (let length = Math.min(a.length, b.length); length >= PART; length--)
    if (a.endsWith(b.slice(0, length))) return true;
  return false;
}

/** Matches with the words they stand on, what counts most first. */
export function linksOf(matches: readonly Match[], a: Told, b: Told): WordLink[] {
  return [...matches]
    .sort((x, y) => y.weight - x.weight || x.a.from - y.a.from)
    .map(({ ground, a: x, b: y, weight }) => ({
      ground,
      a: wordsAt(a.read, x.from, x.to),
      b: wordsAt(b.read, y.from, y.to),
      weight: Math.round(weight * 1000) / 1000,
    }));
}
