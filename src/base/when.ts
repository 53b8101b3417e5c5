/**
 * A When is a date or instant that knows how much of it is known. Order is partial: 2025-07 and 2025-07-10 are
 * tied, a day without a zone is tied with the instants of that day. Written forms follow ISO 8601 (RFC 3339 for
 * full instants, EDTF level 0 for reduced precision).
 */

export const PRECISIONS = ['year', 'month', 'day', 'minute', 'second'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** How something about a text became known: its publisher states it, we guessed it, or a person corrected it. */
export const BASES = ['stated', 'guessed', 'corrected'] as const;
export type Basis = (typeof BASES)[number];

/** A date or instant. `at` is ISO 8601 to exactly `precision`, without the zone: "2025", "2025-07-10T14:37". */
export interface When {
  readonly at: string;
  readonly precision: Precision;
  /** UTC offset "+03:00" or "Z"; null: zone unknown. */
  readonly zone: string | null;
  readonly basis: Basis;
}

const WRITTEN =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

/** Reads an ISO 8601 date or instant of any precision from year to second; null if it is none or no such day exists. */
export function parseWhen(written: string, basis: Basis = 'stated'): When | null {
  const m = WRITTEN.exec(written.trim());
  if (!m) return null;
  const [, year, month, day, hour, minute, second, zone] = m;
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return null;
  if (day !== undefined && (Number(day) < 1 || Number(day) > daysIn(Number(year), Number(month)))) return null;
  if (hour !== undefined && (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 60)) return null;
  let at = year!;
  let precision: Precision = 'year';
  if (month !== undefined) [at, precision] = [`${at}-${month}`, 'month'];
  if (day !== undefined) [at, precision] = [`${at}-${day}`, 'day'];
  if (hour !== undefined) [at, precision] = [`${at}T${hour}:${minute}`, 'minute'];
  if (second !== undefined) [at, precision] = [`${at}:${second}`, 'second'];
  const offset =
    zone === undefined ? null : zone === 'Z' || zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  return { at, precision, zone: offset, basis };
}

/** The ISO 8601 form with the zone behind it, as parseWhen reads it. */
export function writeWhen(when: When): string {
  return when.at + (when.zone ?? '');
}

/** The day as "2025-07-10", or the month or year if no more is known. */
export function dayOf(when: When): string {
  return when.at.slice(0, 10);
}

/**
 * Negative if `a` is surely earlier, positive if surely later, 0 if tied: equal, or not decidable from what is
 * known. Instants that both state a zone compare as instants, everything else as written, to the coarser precision.
 */
export function compareWhen(a: When, b: When): number {
  if (a.zone !== null && b.zone !== null && a.at.length > 10 && b.at.length > 10) {
    const length = Math.min(a.at.length, b.at.length);
    return instant(a.at.slice(0, length), a.zone) - instant(b.at.slice(0, length), b.zone);
  }
  // A written day without a zone may be off by one against an instant elsewhere; beyond the day nothing is sure.
  const length = Math.min(a.at.length, b.at.length, a.zone === b.zone ? Infinity : 10);
  const x = a.at.slice(0, length);
  const y = b.at.slice(0, length);
  return x < y ? -1 : x > y ? 1 : 0;
}

function instant(at: string, zone: string): number {
  return Date.parse(at + (at.length === 16 ? ':00' : '') + zone);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
