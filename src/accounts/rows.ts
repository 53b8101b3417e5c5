/** From paired sentences to the rows of an encounter, of two sides or more. */
import type { RowKind } from '#record/index.js';
import type { AccountRow, DecidedBy, Nearest, Pairing, PairingDecision } from './account.js';
import { type Bench, changesBetween, distinctionsOf, isClose } from './comparing.js';
import type { Told } from './features.js';
import { type Match, type Rarity, linksOf } from './matching.js';
import { type Candidate, type UnitDecision, candidates, clusters, nearestOf } from './pairing.js';
import { wordsAt } from './reading.js';

/** A row before it is described: for each side the indices of its units. */
export interface RawRow {
  readonly cells: number[][];
  readonly decided: DecidedBy | null;
}

/** All that was compared between two sides. */
export type Compared = ReadonlyMap<string, readonly Candidate[]>;

export function pairKey(s: number, t: number): string {
  return `${s} ${t}`;
}

/** Compares each two sides. */
export function compareAll(told: readonly Told[], rarity: Rarity): Compared {
  const found = new Map<string, readonly Candidate[]>();
  for (let s = 0; s < told.length; s++)
    for (let t = s + 1; t < told.length; t++) found.set(pairKey(s, t), candidates(told[s]!, told[t]!, rarity));
  return found;
}

/** Rows of all sides: those of the first two, to which each further side is added. */
export function rowsOf(told: readonly Told[], compared: Compared, decisions: readonly PairingDecision[]): RawRow[] {
  const rows: RawRow[] = told[0]!.read.units.map((_, i) => ({
    cells: told.map((_side, s) => (s === 0 ? [i] : [])),
    decided: null,
  }));
  const stand = standing(told, decisions);
  for (let side = 1; side < told.length; side++) {
    // A row stands for all its units: what comes near one of them comes near the row.
    const found: Candidate[] = [];
    rows.forEach(({ cells }, r) => {
      const best = new Map<number, Candidate>();
      cells.forEach((units, s) => {
        for (const candidate of compared.get(pairKey(s, side)) ?? []) {
          if (!units.includes(candidate.a)) continue;
          const known = best.get(candidate.b);
          if (!known || candidate.score > known.score) best.set(candidate.b, candidate);
        }
      });
      for (const [unit, candidate] of best) found.push({ ...candidate, a: r, b: unit });
    });
    found.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
    const made = onRows(rows, side, stand);
    const taken = new Set<number>();
    for (const cluster of clusters(
      found,
      made.map(({ unit }) => unit),
    )) {
      // Several rows that one new sentence comes near become one only between the first two sides.
      const [head, ...rest] = cluster.a;
      const row = rows[head!]!;
      for (const unit of cluster.b) {
        row.cells[side]!.push(unit);
        taken.add(unit);
      }
      if (side === 1)
        for (const other of rest) {
          for (const [s, units] of rows[other]!.cells.entries()) row.cells[s]!.push(...units);
          rows[other]!.cells.forEach((units) => units.splice(0));
        }
      const by = made.find(
        ({ unit }) => unit.state === 'paired' && cluster.a.includes(unit.a!) && cluster.b.includes(unit.b!),
      );
      if (by) rows[head!] = { ...row, decided: by.decided };
    }
    for (const { unit, decided } of made)
      if (
        unit.state === 'apart' &&
        unit.a !== null &&
        rows[unit.a]!.cells.filter((cell) => cell.length > 0).length === 1
      )
        rows[unit.a] = { ...rows[unit.a]!, decided };
    for (let r = rows.length - 1; r >= 0; r--)
      if (rows[r]!.cells.every((units) => units.length === 0)) rows.splice(r, 1);
    told[side]!.read.units.forEach((_, unit) => {
      if (taken.has(unit)) return;
      const by = made.find((one) => one.unit.state === 'apart' && one.unit.b === unit);
      insert(rows, { cells: told.map((_side, s) => (s === side ? [unit] : [])), decided: by?.decided ?? null }, side);
    });
  }
  for (const { cells } of rows) for (const units of cells) units.sort((x, y) => x - y);
  return rows;
}

/** Puts a row behind the one that holds what its side tells just before. */
function insert(rows: RawRow[], row: RawRow, side: number): void {
  const unit = row.cells[side]![0]!;
  let at = -1;
  let nearest = -1;
  rows.forEach(({ cells }, r) => {
    const before = Math.max(-1, ...cells[side]!.filter((other) => other < unit));
    if (before >= 0 && before >= nearest) [at, nearest] = [r, before];
  });
  rows.splice(at + 1, 0, row);
}

interface UnitPlace {
  readonly side: number;
  readonly unit: number;
}

/** A decision with the units that it speaks of. */
interface PlacedDecision {
  readonly state: PairingDecision['state'];
  readonly a: UnitPlace;
  readonly b: UnitPlace | null;
  readonly decided: DecidedBy;
}

/** The decisions that stand: those on sentences that are compared, without those that a later one took back. */
function standing(told: readonly Told[], decisions: readonly PairingDecision[]): PlacedDecision[] {
  let out: PlacedDecision[] = [];
  for (const { state, a, b, decided } of decisions) {
    const x = unitAt(told, a);
    const y = b === null ? null : unitAt(told, b);
    if (!x || (b !== null && !y)) continue;
    const later: PlacedDecision = { state, a: x, b: y, decided };
    out = [...out.filter((earlier) => !overrules(later, earlier)), later];
  }
  return out;
}

function overrules(later: PlacedDecision, earlier: PlacedDecision): boolean {
  if (later.state === earlier.state) return false;
  const touches = ({ a, b }: PlacedDecision, place: UnitPlace): boolean =>
    [a, b].some((one) => one !== null && one.side === place.side && one.unit === place.unit);
  // Who sets a sentence apart from all takes back its pairs; who pairs it takes back that it stands alone.
  const [paired, apart] = later.state === 'paired' ? [later, earlier] : [earlier, later];
  return touches(paired, apart.a) && (apart.b === null || touches(paired, apart.b));
}

/** Decisions as far as they speak of a row and a unit of `side`. */
function onRows(
  rows: readonly RawRow[],
  side: number,
  decisions: readonly PlacedDecision[],
): { unit: UnitDecision; decided: DecidedBy }[] {
  const rowOf = ({ side: other, unit }: UnitPlace): number =>
    rows.findIndex(({ cells }) => cells[other]!.includes(unit));
  return decisions.flatMap(({ state, a: x, b: y, decided }): { unit: UnitDecision; decided: DecidedBy }[] => {
    if (y === null) {
      if (x.side === side) return [{ unit: { state, a: null, b: x.unit }, decided }];
      const r = rowOf(x);
      return r >= 0 && x.side < side ? [{ unit: { state, a: r, b: null }, decided }] : [];
    }
    const [low, high] = x.side < y.side ? [x, y] : [y, x];
    const r = rowOf(low);
    return high.side === side && r >= 0 ? [{ unit: { state, a: r, b: high.unit }, decided }] : [];
  });
}

/** The unit that a decision speaks of: the one that shares most with its span. */
function unitAt(told: readonly Told[], { account, span }: PairingDecision['a']): { side: number; unit: number } | null {
  for (const [side, { read }] of told.entries()) {
    if (read.account.name !== account && read.account.version !== account) continue;
    let best = -1;
    let most = 0;
    read.units.forEach(({ start, end }, unit) => {
      const common = Math.min(end, span.end) - Math.max(start, span.start);
      if (common > most) [best, most] = [unit, common];
    });
    if (best >= 0) return { side, unit: best };
  }
  return null;
}

/** Rows described: what was paired on what ground, what differs, what comes nearest to an empty cell. */
export function describe(
  rows: readonly RawRow[],
  ofRow: readonly number[],
  told: readonly Told[],
  compared: Compared,
  rarity: Rarity,
  bench: Bench,
): AccountRow[] {
  return rows.map(({ cells, decided }, r): AccountRow => {
    const pairings = pairingsOf(cells, told, compared, rarity, bench);
    const kind = kindOf(cells, pairings);
    return {
      kind,
      topic: ofRow[r]!,
      cells: cells.map((units) => units.map((unit) => unit + 1)),
      pairings,
      nearest:
        pairings.length === 0
          ? cells.flatMap((units, s) => (units.length > 0 ? [] : nearestTo(s, cells, told, compared)))
          : [],
      decided,
    };
  });
}

const ONLY: readonly RowKind[] = ['only A', 'only B', 'only C', 'only D', 'only E', 'only F'];

function kindOf(cells: readonly (readonly number[])[], pairings: readonly Pairing[]): RowKind {
  if (pairings.length === 0) return ONLY[cells.findIndex((units) => units.length > 0)]!;
  return pairings.some(({ distinctions }) => distinctions.length > 0) ? 'both, different' : 'both alike';
}

function pairingsOf(
  cells: readonly (readonly number[])[],
  told: readonly Told[],
  compared: Compared,
  rarity: Rarity,
  bench: Bench,
): Pairing[] {
  const out: Pairing[] = [];
  for (let s = 0; s < cells.length; s++)
    for (let t = s + 1; t < cells.length; t++) {
      const found = compared.get(pairKey(s, t)) ?? [];
      const [a, b] = [told[s]!, told[t]!];
      const matched = cells[s]!.flatMap((i) =>
        cells[t]!.map((j) => ({
          i,
          j,
          like: found.find((candidate) => candidate.a === i && candidate.b === j)?.like ?? null,
        })),
      );
      const all: Match[] = matched.flatMap(({ like }) => like?.matches ?? []);
      for (const { i, j, like } of matched) {
        const matches = like?.matches ?? [];
        const [unitA, unitB] = [a.read.units[i]!, b.read.units[j]!];
        const changes = changesBetween(a.read, unitA, b.read, unitB, bench);
        const close = isClose(changes, unitA, unitB);
        out.push({
          sides: [s, t],
          units: [i + 1, j + 1],
          links: linksOf(matches, a, b),
          // What another sentence of the row carries is not lacking.
          distinctions: distinctionsOf(a, i, b, j, all, rarity, close ? changes : null),
          changes,
          close,
          score: Math.round(Math.min(1, Math.max(like?.coverA ?? 0, like?.coverB ?? 0)) * 1000) / 1000,
        });
      }
    }
  return out;
}

function nearestTo(
  empty: number,
  cells: readonly (readonly number[])[],
  told: readonly Told[],
  compared: Compared,
): Nearest[] {
  const s = cells.findIndex((units) => units.length > 0);
  const unit = cells[s]![0]!;
  const low = s < empty;
  const best = nearestOf(compared.get(low ? pairKey(s, empty) : pairKey(empty, s)) ?? [], low ? 'a' : 'b', unit);
  if (!best) return [];
  const index = low ? best.b : best.a;
  const { read } = told[empty]!;
  const { from, to } = read.ranges[index]!;
  const links = linksOf(best.like.matches, told[low ? s : empty]!, told[low ? empty : s]!);
  return [{ side: empty, unit: index + 1, words: wordsAt(read, from, to), links }];
}
