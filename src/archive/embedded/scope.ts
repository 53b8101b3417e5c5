/**
 * Which versions count: not hidden, of documents that pass a filter, and surely earlier than a given When. Nearly all
 * are decided by the day in the roll; only those of the days around it are looked at with all that is known of their
 * date, since zones and unknown hours make the order partial.
 */
import { compareWhen, parseReference, type When } from '#base/index.js';
import type { Coverage } from '#record/index.js';
import type { Scope } from '../promise.js';
import type { Documents } from './documents.js';
import { whenOf } from './documents.js';
import type { Roll } from './roll.js';

export class ScopeTest {
  readonly #roll: Roll;
  readonly #documents: Documents;
  readonly #scope: Scope;
  readonly #except: ReadonlySet<number>;
  readonly #passing: ReadonlySet<number> | null;
  /** Days, YYYYMMDD: before the first all count, behind the second none does. */
  readonly #surelyBefore: number;
  readonly #surelyAfter: number;
  #words: number | null = null;
  #share: number | null = null;
  /** Of documents near the border: negative earlier, 0 tied, positive later. */
  readonly #near = new Map<number, number>();

  constructor(roll: Roll, documents: Documents, scope: Scope) {
    this.#roll = roll;
    this.#documents = documents;
    this.#scope = scope;
    this.#except = new Set(
      scope.except.flatMap((named) => {
        const referred = parseReference(named);
        return referred && referred.thing !== 'capture' ? [referred.document] : [];
      }),
    );
    this.#passing =
      scope.filter && Object.keys(scope.filter).length > 0 ? new Set(documents.passing(scope.filter)) : null;
    [this.#surelyBefore, this.#surelyAfter] = scope.before ? borders(scope.before) : [Infinity, Infinity];
  }

  /** No row of a later moment counts. */
  get latest(): string {
    return this.#surelyAfter === Infinity ? '9999' : `${written(this.#surelyAfter)}~`;
  }

  /** Words of the texts that count, each in its newest version. */
  get words(): number {
    if (this.#words === null) {
      const { newest, words } = this.#roll;
      this.#words = 0;
      for (const version of newest) if (version > 0 && this.counts(version)) this.#words += words[version]!;
    }
    return this.#words;
  }

  /** Roughly the share of the versions held that count, above 0 and at most 1. */
  get share(): number {
    this.#share ??= this.#countShare();
    return this.#share;
  }

  #countShare(): number {
    const { last, moments } = this.#roll;
    if (this.#passing) return Math.max(1, this.#passing.size) / Math.max(1, last);
    if (this.#surelyBefore === Infinity) return 1;
    let before = 1;
    for (let version = 1; version <= last; version++) if (moments[version]! < this.#surelyBefore * 1e6) before++;
    return Math.min(1, before / Math.max(1, last));
  }

  /** Whether a version counts. */
  counts(version: number): boolean {
    const { hidden, documents, moments } = this.#roll;
    if (hidden[version] !== 0) return false;
    const document = documents[version]!;
    if (this.#except.has(document) || this.#passing?.has(document) === false) return false;
    const day = Math.floor(moments[version]! / 1e6);
    if (day < this.#surelyBefore && isWhole(day)) return true;
    return day > this.#surelyAfter ? false : this.#order(document) < 0;
  }

  #order(document: number): number {
    const { before } = this.#scope;
    if (!before) return -1;
    let order = this.#near.get(document);
    if (order === undefined) {
      const held = this.#documents.byId(document);
      const when = held && (whenOf(held) ?? held.versions[0]?.captured);
      order = when ? compareWhen(when, before) : 0;
      this.#near.set(document, order);
    }
    return order;
  }

  /** What the documents that count cover, and how many are left out because their order is not known. */
  covers(): { readonly coverage: Coverage; readonly tied: number } {
    const { before, filter = {} } = this.#scope;
    const except = [...this.#except];
    if (!before) return { coverage: this.#documents.coverageBut(filter, except), tied: 0 };
    const { newest, hidden, moments } = this.#roll;
    const first = written(this.#surelyBefore);
    const besides: number[] = [];
    let tied = 0;
    for (let document = 1; document < newest.length; document++) {
      const version = newest[document]!;
      if (version === 0 || hidden[version] !== 0 || this.#except.has(document)) continue;
      if (this.#passing?.has(document) === false) continue;
      const day = Math.floor(moments[version]! / 1e6);
      if (day > this.#surelyAfter || (day < this.#surelyBefore && isWhole(day))) continue;
      const order = this.#order(document);
      if (order < 0) besides.push(document);
      else {
        // A year or month that is not over by then sorts before its days.
        if (written(day) < first) except.push(document);
        if (order === 0) tied++;
      }
    }
    return { coverage: this.#documents.coverageUpTo(filter, first, besides, except), tied };
  }
}

/** The days, YYYYMMDD, around a When between which nothing is sure. */
function borders({ at }: When): readonly [number, number] {
  const digits = Number(at.slice(0, 10).replace(/\D/g, '').padEnd(8, '0'));
  if (at.length < 10) return [digits, at.length === 4 ? digits + 9999 : digits + 99];
  const day = Date.parse(at.slice(0, 10));
  return [dayNumber(day - 86_400_000), dayNumber(day + 86_400_000)];
}

function dayNumber(instant: number): number {
  const day = new Date(instant);
  return day.getUTCFullYear() * 10_000 + (day.getUTCMonth() + 1) * 100 + day.getUTCDate();
}

/** Whether a day, YYYYMMDD, is known to the day: a year alone is that year's day 0. */
function isWhole(day: number): boolean {
  return day % 100 !== 0;
}

/** A day, YYYYMMDD, as ISO 8601 writes it, to compare with the rows. */
function written(day: number): string {
  if (day === Infinity) return '9999';
  const digits = String(day).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** A day of the roll as ISO 8601, as precise as it is known. */
export function dayOfMoment(moment: number): string {
  const digits = String(Math.floor(moment / 1e6)).padStart(8, '0');
  const parts = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)];
  return parts.slice(0, parts[1] === '00' ? 1 : parts[2] === '00' ? 2 : 3).join('-');
}
