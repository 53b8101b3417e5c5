/**
 * Which sentences of two accounts treat the same matter. The nearest are paired first; a sentence left over may join
 * a pair whose one sentence it also comes near, since what one side says in a sentence the other says in three. A
 * person's decisions go before everything.
 *
 * Believed: what two sentences share of what they speak of, weighted by rarity, decides; not what they say of it.
 * Rejected: embeddings (a model, and no reason that can be shown), and alignment in order (Gale and Church 1993),
 * because ministries tell one meeting in two orders.
 */
import type { Told } from './features.js';
import { type Likeness, type Rarity, likeness } from './matching.js';

/** Weight of shared features from which on two sentences are paired: about one rare word and something beside it. */
const EVIDENCE = 1.1;
/** Share of one of the sentences that must stand in the other. */
const COVER = 0.2;
/** One matter that hardly anything else in the encounter speaks of is enough, if no other sentence comes nearer to either. */
const SINGLE = 0.7;
const SINGLE_COVER = 0.1;
/** A sentence that joins a pair must be nearer: it has a rival. */
const JOINING = 1.7;
/** Sentences of different parties ("the Minister asked", "the other side explained") must be nearer. */
const OTHER_PARTY = 0.9;
/** What is shown in grey as the nearest. */
const NEAREST = 0.5;

/** Pairs of sentences up to which chance needs no thought: two accounts of twenty sentences. */
const FEW_PAIRS = 400;

/** Among more pairs of sentences more are alike by chance, and more must be asked of each. */
function crowdOf(pairs: number): number {
  return Math.max(1, 1 + 0.2 * Math.log2(Math.max(1, pairs) / FEW_PAIRS));
}

/** Two units that come near each other; indices from 0. */
export interface Candidate {
  readonly a: number;
  readonly b: number;
  readonly like: Likeness;
  readonly score: number;
  /** Near enough to be paired. */
  readonly fits: boolean;
  /** Near enough if neither sentence has a nearer one. */
  readonly single: boolean;
  /** Near enough to join a pair of one of them. */
  readonly joins: boolean;
}

/** All pairs of units that have anything in common, nearest first. Cost: the product of the numbers of units. */
export function candidates(a: Told, b: Told, rarity: Rarity): Candidate[] {
  const german = a.read.language?.startsWith('de') === true && b.read.language?.startsWith('de') === true;
  const crowd = crowdOf(a.features.length * b.features.length);
  const out: Candidate[] = [];
  a.features.forEach((features, i) => {
    b.features.forEach((others, j) => {
      const like = likeness(features, others, rarity, german);
      if (like.matches.length === 0) return;
      const cover = Math.max(like.coverA, like.coverB);
      const evidence = like.evidence * (sameParty(a, i, b, j) ? 1 : OTHER_PARTY);
      const fits = hasSubstance(like) && evidence >= EVIDENCE * crowd && cover >= COVER;
      const single = like.exclusive && evidence >= SINGLE * crowd && cover >= SINGLE_COVER;
      const place = 0.1 * (1 - Math.abs(i / a.features.length - j / b.features.length));
      out.push({
        a: i,
        b: j,
        like,
        fits,
        single,
        joins: like.evidence >= JOINING * crowd,
        score: evidence * (0.4 + 0.6 * Math.sqrt(Math.min(1, like.coverA) * Math.min(1, like.coverB))) + place,
      });
    });
  });
  return out.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
}

/** Something of weight is shared: furniture alone ("issues", "work") pairs nothing, and neither do names alone. */
function hasSubstance({ matches }: Likeness): boolean {
  return matches.some(
    ({ weight, ground }) => weight >= 0.5 && ground !== 'name' && ground !== 'date' && ground !== 'act',
  );
}

/** A number or an act alone comes near nothing. */
function isOfSomething({ matches }: Likeness): boolean {
  return matches.some(
    ({ weight, ground }) => weight >= NEAREST && ground !== 'number' && ground !== 'date' && ground !== 'act',
  );
}

/** Whether the first acts of two units may be those of one party. */
function sameParty(a: Told, i: number, b: Told, j: number): boolean {
  const subject = (told: Told, unit: number): number | 'joint' | null =>
    told.acts.find((act) => act.unit === unit + 1 && act.subject !== null)?.subject ?? null;
  const x = subject(a, i);
  const y = subject(b, j);
  return x === null || y === null || x === y;
}

/** A pair, or one sentence with several: one of the two lists has one entry. */
export interface Cluster {
  readonly a: number[];
  readonly b: number[];
}

/** Decisions on units, by their indices; `b` or `a` null: that unit stands alone. */
export interface UnitDecision {
  readonly state: 'paired' | 'apart';
  readonly a: number | null;
  readonly b: number | null;
}

/** Puts the units of two accounts together. */
export function clusters(found: readonly Candidate[], decisions: readonly UnitDecision[]): Cluster[] {
  const out: Cluster[] = [];
  const ofA = new Map<number, Cluster>();
  const ofB = new Map<number, Cluster>();
  const join = (cluster: Cluster, a: number, b: number): void => {
    if (!cluster.a.includes(a)) cluster.a.push(a);
    if (!cluster.b.includes(b)) cluster.b.push(b);
    ofA.set(a, cluster);
    ofB.set(b, cluster);
  };
  const open = (a: number, b: number): void => {
    const cluster: Cluster = { a: [], b: [] };
    out.push(cluster);
    join(cluster, a, b);
  };
  const alone = (side: 'a' | 'b', unit: number): boolean =>
    decisions.some(
      (decision) =>
        decision.state === 'apart' && decision[side] === unit && decision[side === 'a' ? 'b' : 'a'] === null,
    );
  const parted = (a: number, b: number): boolean =>
    alone('a', a) ||
    alone('b', b) ||
    decisions.some((decision) => decision.state === 'apart' && decision.a === a && decision.b === b);
  const decided = new Set<string>();
  for (const { state, a, b } of decisions) {
    if (state !== 'paired' || a === null || b === null) continue;
    const known = ofA.get(a) ?? ofB.get(b);
    if (known) join(known, a, b);
    else open(a, b);
    decided.add(`a${a}`).add(`b${b}`);
  }
  const best = bestOf(found);
  const free = (candidate: Candidate): boolean =>
    (candidate.fits || (candidate.single && best.has(candidate))) &&
    !parted(candidate.a, candidate.b) &&
    !decided.has(`a${candidate.a}`) &&
    !decided.has(`b${candidate.b}`);
  for (const candidate of found) {
    if (!free(candidate)) continue;
    const { a, b, joins } = candidate;
    const [x, y] = [ofA.get(a), ofB.get(b)];
    if (!x && !y) open(a, b);
    else if (x && !y && x.a.length === 1 && joins) join(x, a, b);
    else if (y && !x && y.b.length === 1 && joins) join(y, a, b);
  }
  for (const { a, b } of out) {
    a.sort((x, y) => x - y);
    b.sort((x, y) => x - y);
  }
  return out;
}

/** The candidates than which no other pair of either unit is as near. `found` is in order, nearest first. */
function bestOf(found: readonly Candidate[]): ReadonlySet<Candidate> {
  const nearest = new Map<string, { readonly score: number; count: number }>();
  const names = ({ a, b }: Candidate): string[] => [`a${a}`, `b${b}`];
  for (const candidate of found)
    for (const name of names(candidate)) {
      const known = nearest.get(name);
      if (!known) nearest.set(name, { score: candidate.score, count: 1 });
      else if (known.score === candidate.score) known.count++;
    }
  return new Set(
    found.filter((candidate) =>
      names(candidate).every((name) => {
        const known = nearest.get(name)!;
        return known.score === candidate.score && known.count === 1;
      }),
    ),
  );
}

/** The nearest unit of the other side for a unit that has no partner; null if none comes near. */
export function nearestOf(found: readonly Candidate[], side: 'a' | 'b', unit: number): Candidate | null {
  return (
    found.find(
      (candidate) => candidate[side] === unit && candidate.like.evidence >= NEAREST && isOfSomething(candidate.like),
    ) ?? null
  );
}
