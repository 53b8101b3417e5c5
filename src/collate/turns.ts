/**
 * Aligns the turns of two records before their words, so that a turn that one of them lacks, an interpreter's turn or
 * a block in another place does not wreck the rest: words are then only looked for where their turn is.
 *
 * Turns that share rare words are candidates, unless one of the two shares them with a better partner; the heaviest
 * chain of candidates in order is kept (a weighted longest increasing subsequence; a turn may stand in several links,
 * since one record may cut a turn in two). Between two links turns are paired by speaker, kind and words (Needleman &
 * Wunsch 1970). What is left stands alone. Cost: near linear in words where turns differ, and cells of the gaps. Rejected: aligning by speakers first,
 * since in a conference of two everybody's turns look alike.
 */
import type { Turn } from '#record/index.js';
import { LABEL, SPOKEN, sameVoice, type TextWords } from './compare-words.js';

/** A turn, or what stands between two turns, by words [from, to). */
export interface Unit {
  readonly from: number;
  readonly to: number;
  /** Index of the turn; -1 for what is in none. */
  readonly turn: number;
}

/**
 * Words [a0, a1) of one text stand against words [b0, b1) of the other; one of the two may be empty. Stretches are
 * in order and tile both texts. `alike` is false where a whole turn was put in the place of another.
 */
export interface Stretch {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
  readonly alike: boolean;
}

/** Words that stand in more turns than this, on either side, tell nothing about which is which. */
const COMMON = 8;
/** Share of the rarer words of the smaller turn that makes two turns candidates. */
const CANDIDATE = 0.25;
/** Below this share of words in common, a turn in the place of another is a replacement, not an alteration. */
const ALIKE = 0.2;
/** What two turns between links must score to be paired. */
const PAIRED = 0.35;
/** Cells that are worth looking at between two links; wider gaps are looked at along the diagonal. */
const CELLS = 250_000;
const BAND = 60;
/** Beyond this, two stretches of so many turns without a rare word in common are strangers. */
const MOST_CELLS = 4_000_000;

/** The turns of a text and what stands between them. */
export function unitsOf({ prepared: { count }, marks, turnOf }: TextWords): Unit[] {
  const units: Unit[] = [];
  let from = 0;
  for (let i = 1; i <= count; i++) {
    if (i < count && turnOf[i] === turnOf[from] && marks[i] !== LABEL) continue;
    units.push({ from, to: i, turn: turnOf[from]! });
    from = i;
  }
  return units;
}

/** Cuts two texts into stretches that belong together, turn by turn; a single one where a text has no turns. */
export function alignTurns(a: TextWords, b: TextWords): Stretch[] {
  const us = unitsOf(a);
  const vs = unitsOf(b);
  const whole = { a0: 0, a1: a.prepared.count, b0: 0, b1: b.prepared.count, alike: true };
  if (a.turns.length < 2 || b.turns.length < 2 || us.length < 2 || vs.length < 2) return [whole];
  const links = chain(candidates(a, us, b, vs));
  const out: Stretch[] = [];
  const bench = new Bench(a, us, b, vs);
  let u = 0;
  let v = 0;
  for (let k = 0; k < links.length; ) {
    const first = links[k]!;
    between(bench, u, first.u, v, first.v, out);
    let last = first;
    // Links that share a turn are one stretch.
    while (k + 1 < links.length && (links[k + 1]!.u === last.u || links[k + 1]!.v === last.v)) last = links[++k]!;
    k++;
    out.push({ a0: us[first.u]!.from, a1: us[last.u]!.to, b0: vs[first.v]!.from, b1: vs[last.v]!.to, alike: true });
    u = last.u + 1;
    v = last.v + 1;
  }
  between(bench, u, us.length, v, vs.length, out);
  return out;
}

interface Link {
  readonly u: number;
  readonly v: number;
  readonly weight: number;
}

/** Pairs of turns that share rare words which neither shares with a better partner; in order of u, then v. */
function candidates(a: TextWords, us: readonly Unit[], b: TextWords, vs: readonly Unit[]): Link[] {
  const size = Math.max(greatest(a.prepared.ids), greatest(b.prepared.ids)) + 1;
  const inA = new Uint16Array(size);
  const inB = new Uint16Array(size);
  const distinctA = distinct(a, us, inA);
  const distinctB = distinct(b, vs, inB);
  const total = us.length + vs.length;
  const weightOf = (id: number): number => Math.log2(1 + total / (inA[id]! + inB[id]!));
  const isRare = (id: number): boolean => inA[id]! <= COMMON && inB[id]! <= COMMON;
  const where = new Map<number, number[]>();
  const sums = (sets: readonly Int32Array[]): Float64Array =>
    Float64Array.from(sets, (set) => set.reduce((sum, id) => (isRare(id) ? sum + weightOf(id) : sum), 0));
  const weightA = sums(distinctA);
  const weightB = sums(distinctB);
  distinctB.forEach((set, v) => {
    for (const id of set) {
      if (!isRare(id) || inA[id] === 0) continue;
      const places = where.get(id);
      if (places) places.push(v);
      else where.set(id, [v]);
    }
  });
  const found: Link[] = [];
  const shared = new Float64Array(vs.length);
  distinctA.forEach((set, u) => {
    const touched: number[] = [];
    for (const id of set) {
      for (const v of where.get(id) ?? []) {
        if (shared[v] === 0) touched.push(v);
        shared[v]! += weightOf(id);
      }
    }
    for (const v of touched.sort((x, y) => x - y)) {
      const weight = shared[v]!;
      shared[v] = 0;
      if (weight >= CANDIDATE * Math.min(weightA[u]!, weightB[v]!)) found.push({ u, v, weight });
    }
  });
  const bestOfA = new Int32Array(us.length).fill(-1);
  const bestOfB = new Int32Array(vs.length).fill(-1);
  found.forEach(({ u, v, weight }, k) => {
    if (bestOfA[u]! < 0 || weight > found[bestOfA[u]!]!.weight) bestOfA[u] = k;
    if (bestOfB[v]! < 0 || weight > found[bestOfB[v]!]!.weight) bestOfB[v] = k;
  });
  /** What u and v share beyond the words that v, or u, shares with its best partner. */
  const own = (set: Int32Array, other: Int32Array, better: Int32Array): number => {
    const shares = new Set(other);
    const taken = new Set(better);
    let sum = 0;
    for (const id of set) if (shares.has(id) && !taken.has(id) && isRare(id)) sum += weightOf(id);
    return sum;
  };
  return found.filter(({ u, v }, k) => {
    const [ofU, ofV] = [bestOfA[u] === k, bestOfB[v] === k];
    if (ofU && ofV) return true;
    // One record may cut a turn in two: then each part has words of its own to share.
    const limit = CANDIDATE * Math.min(weightA[u]!, weightB[v]!);
    if (ofU) return own(distinctA[u]!, distinctB[v]!, distinctA[found[bestOfB[v]!]!.u]!) >= limit;
    return ofV && own(distinctB[v]!, distinctA[u]!, distinctB[found[bestOfA[u]!]!.v]!) >= limit;
  });
}

/** The distinct spoken words of each turn; `inUnits` counts the turns of each word. */
function distinct({ prepared, marks }: TextWords, units: readonly Unit[], inUnits: Uint16Array): Int32Array[] {
  const last = new Int32Array(inUnits.length).fill(-1);
  return units.map(({ from, to }, u) => {
    const own: number[] = [];
    for (let i = from; i < to; i++) {
      const id = prepared.ids[i]!;
      if (marks[i] !== SPOKEN || last[id] === u) continue;
      last[id] = u;
      own.push(id);
      if (inUnits[id]! < 0xffff) inUnits[id]!++;
    }
    return Int32Array.from(own);
  });
}

function greatest(ids: Int32Array): number {
  let most = 0;
  for (const id of ids) if (id > most) most = id;
  return most;
}

/** The heaviest chain of links in order of both texts. Cost: n log n, by a Fenwick tree of maxima over v. */
function chain(links: readonly Link[]): Link[] {
  const width = links.reduce((most, { v }) => Math.max(most, v), 0) + 1;
  const best = new Int32Array(width + 1).fill(-1);
  const sums = new Float64Array(links.length);
  const before = new Int32Array(links.length).fill(-1);
  let end = -1;
  for (let k = 0; k < links.length; k++) {
    const { v, weight } = links[k]!;
    let from = -1;
    for (let x = v + 1; x > 0; x -= x & -x)
      if (best[x]! >= 0 && (from < 0 || sums[best[x]!]! > sums[from]!)) from = best[x]!;
    before[k] = from;
    sums[k] = weight + (from < 0 ? 0 : sums[from]!);
    for (let x = v + 1; x <= width; x += x & -x) if (best[x]! < 0 || sums[best[x]!]! < sums[k]!) best[x] = k;
    if (end < 0 || sums[k]! > sums[end]!) end = k;
  }
  const out: Link[] = [];
  for (let k = end; k >= 0; k = before[k]!) out.push(links[k]!);
  return out.reverse();
}

/** Compares two turns by their words and speakers. */
class Bench {
  readonly us: readonly Unit[];
  readonly vs: readonly Unit[];
  readonly #a: TextWords;
  readonly #b: TextWords;
  readonly #counts = new Map<number, number>();

  constructor(a: TextWords, us: readonly Unit[], b: TextWords, vs: readonly Unit[]) {
    this.#a = a;
    this.#b = b;
    this.us = us;
    this.vs = vs;
  }

  /** Spoken words that stand in both, each as often as in both, as a share of all (Dice). */
  likeness(u: number, v: number): number {
    const counts = this.#counts;
    counts.clear();
    const x = this.us[u]!;
    const y = this.vs[v]!;
    let size = 0;
    for (let i = x.from; i < x.to; i++) {
      if (this.#a.marks[i] !== SPOKEN) continue;
      const id = this.#a.prepared.ids[i]!;
      counts.set(id, (counts.get(id) ?? 0) + 1);
      size++;
    }
    let both = 0;
    for (let j = y.from; j < y.to; j++) {
      if (this.#b.marks[j] !== SPOKEN) continue;
      const id = this.#b.prepared.ids[j]!;
      const left = counts.get(id) ?? 0;
      size++;
      if (left > 0) {
        both++;
        counts.set(id, left - 1);
      }
    }
    return size === 0 ? 1 : (2 * both) / size;
  }

  score(u: number, v: number, likeness: number): number {
    const x = this.us[u]!.turn;
    const y = this.vs[v]!.turn;
    if (x < 0 !== y < 0) return likeness - 0.5;
    let score = 1.5 * likeness;
    if (x < 0) return score + 0.4;
    const [p, q]: [Turn, Turn] = [this.#a.turns[x]!, this.#b.turns[y]!];
    const voices = sameVoice(this.#a.voices[x]!, p.kind, this.#b.voices[y]!, q.kind);
    if (voices === 'same') score += 0.3;
    else if (voices === 'different') score -= 0.5;
    return score;
  }
}

/** Pairs what can be paired of turns [u0, u1) and [v0, v1), which no link holds. */
function between(bench: Bench, u0: number, u1: number, v0: number, v1: number, out: Stretch[]): void {
  const { us, vs } = bench;
  const m = u1 - u0;
  const n = v1 - v0;
  const pairs: { u: number; v: number; alike: boolean }[] = [];
  if (m > 0 && n > 0 && m * n <= MOST_CELLS) {
    const near = (i: number, j: number): boolean => m * n <= CELLS || Math.abs((i * n) / m - j) <= BAND;
    const width = n + 1;
    const best = new Float64Array((m + 1) * width);
    const step = new Uint8Array((m + 1) * width);
    const likeness = new Float32Array((m + 1) * width);
    for (let i = 1; i <= m; i++) {
      for (let j = 1; j <= n; j++) {
        const at = i * width + j;
        const [up, left] = [best[at - width]!, best[at - 1]!];
        best[at] = Math.max(up, left);
        step[at] = up >= left ? UP : LEFT;
        if (!near(i, j)) continue;
        likeness[at] = bench.likeness(u0 + i - 1, v0 + j - 1);
        const gain = bench.score(u0 + i - 1, v0 + j - 1, likeness[at]) - PAIRED;
        // Turns that are alone between two links are in each other's place, if anything speaks for it.
        const enough = gain > 0 || (m === 1 && n === 1 && gain > -PAIRED);
        if (enough && best[at - width - 1]! + Math.max(gain, 0) + TIE > best[at]) {
          best[at] = best[at - width - 1]! + Math.max(gain, 0) + TIE;
          step[at] = PAIR;
        }
      }
    }
    for (let i = m, j = n; i > 0 && j > 0; ) {
      const at = i * width + j;
      if (step[at] === PAIR) pairs.push({ u: u0 + --i, v: v0 + --j, alike: likeness[at]! >= ALIKE });
      else if (step[at] === UP) i--;
      else j--;
    }
  }
  let u = u0;
  let v = v0;
  const alone = (toU: number, toV: number): void => {
    for (; u < toU; u++)
      out.push({ a0: us[u]!.from, a1: us[u]!.to, b0: placeIn(vs, v), b1: placeIn(vs, v), alike: true });
    for (; v < toV; v++)
      out.push({ a0: placeIn(us, u), a1: placeIn(us, u), b0: vs[v]!.from, b1: vs[v]!.to, alike: true });
  };
  for (const pair of pairs.reverse()) {
    alone(pair.u, pair.v);
    out.push({ a0: us[u]!.from, a1: us[u]!.to, b0: vs[v]!.from, b1: vs[v]!.to, alike: pair.alike });
    u++;
    v++;
  }
  alone(u1, v1);
}

const UP = 1;
const LEFT = 2;
const PAIR = 3;
const TIE = 1e-6;

/** The word at which unit `u` begins; behind the last, the end. */
function placeIn(units: readonly Unit[], u: number): number {
  return u < units.length ? units[u]!.from : (units.at(-1)?.to ?? 0);
}
