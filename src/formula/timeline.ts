/**
 * A formula in time: the texts that hold it by year, month or day, beside the texts held, since a year with few texts
 * has few of everything; its longest silence, and whether it came back. Days that are known to the month or year only
 * are counted there, and in no silence.
 */

/** Texts of a period. `held` are all that are held of it, whatever they say. */
export interface Period {
  /** ISO 8601: "2025", "2025-07" or "2025-07-10". */
  readonly period: string;
  readonly texts: number;
  /** Of them, those that hold the formula to the word. */
  readonly exact: number;
  readonly held: number;
}

export interface Timeline {
  readonly unit: 'year' | 'month' | 'day';
  /** In order, without gaps. */
  readonly periods: readonly Period[];
  /** Texts without a date that hold it. */
  readonly undated: number;
}

/** Texts of one day; null: no date. */
export interface OnDay {
  readonly day: string | null;
  readonly texts: number;
}

/** Most periods of a chart: beyond them the next coarser unit. */
const MOST_DAYS = 62;
const MOST_MONTHS = 48;

/** Counts texts by period over all that is held. */
export function timelineOf(all: readonly OnDay[], exact: readonly OnDay[], held: readonly OnDay[]): Timeline {
  const days = held.flatMap(({ day }) => (day === null ? [] : [day]));
  const from = days[0] ?? '';
  const to = days.reduce((last, day) => (day > last ? day : last), from);
  const undated = all.reduce((sum, { day, texts }) => (day === null ? sum + texts : sum), 0);
  if (from === '') return { unit: 'year', periods: [], undated };
  const unit =
    monthsBetween(from, to) >= MOST_MONTHS || days.some((day) => day.length < 7)
      ? 'year'
      : daysBetween(from, to) >= MOST_DAYS || days.some((day) => day.length < 10)
        ? 'month'
        : 'day';
  const length = unit === 'year' ? 4 : unit === 'month' ? 7 : 10;
  const sums = (list: readonly OnDay[]): Map<string, number> => {
    const sum = new Map<string, number>();
    for (const { day, texts } of list)
      if (day !== null) sum.set(day.slice(0, length), (sum.get(day.slice(0, length)) ?? 0) + texts);
    return sum;
  };
  const [inAll, inExact, inHeld] = [sums(all), sums(exact), sums(held)];
  const periods: Period[] = [];
  for (let period = from.slice(0, length); period <= to.slice(0, length); period = next(period))
    periods.push({
      period,
      texts: inAll.get(period) ?? 0,
      exact: inExact.get(period) ?? 0,
      held: inHeld.get(period) ?? 0,
    });
  return { unit, periods, undated };
}

/** A stretch of time in which a formula is not held, from one use to the next. */
export interface Silence {
  readonly from: string;
  readonly to: string;
  readonly days: number;
  /** Texts held from between. */
  readonly held: number;
}

/** The longest time between two uses; null if fewer than two days of use are known. */
export function longestSilence(uses: readonly OnDay[], held: readonly OnDay[]): Silence | null {
  const days = [...new Set(uses.flatMap(({ day }) => (day !== null && day.length === 10 ? [day] : [])))].toSorted();
  let longest: Silence | null = null;
  for (let i = 1; i < days.length; i++) {
    const [from, to] = [days[i - 1]!, days[i]!];
    const length = daysBetween(from, to);
    if (longest === null || length > longest.days) longest = { from, to, days: length, held: 0 };
  }
  return longest && { ...longest, held: heldBetween(held, longest.from, longest.to) };
}

/** The time since the last use up to the last day of which a text is held; null if it is held on that day. */
export function silenceSince(uses: readonly OnDay[], held: readonly OnDay[]): Silence | null {
  const last = (list: readonly OnDay[]): string =>
    list.reduce((latest, { day }) => (day !== null && day.length === 10 && day > latest ? day : latest), '');
  const [from, to] = [last(uses), last(held)];
  if (from === '' || to <= from) return null;
  return { from, to, days: daysBetween(from, to), held: heldBetween(held, from, `${to}~`) };
}

function heldBetween(held: readonly OnDay[], from: string, to: string): number {
  return held.reduce((sum, { day, texts }) => (day !== null && day > from && day < to ? sum + texts : sum), 0);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(filled(to)) - Date.parse(filled(from))) / 86_400_000);
}

function monthsBetween(from: string, to: string): number {
  const [a, b] = [filled(from), filled(to)];
  return (Number(b.slice(0, 4)) - Number(a.slice(0, 4))) * 12 + Number(b.slice(5, 7)) - Number(a.slice(5, 7));
}

function filled(day: string): string {
  return day + '-01-01'.slice(Math.max(0, day.length - 4));
}

function next(period: string): string {
  if (period.length === 4) return String(Number(period) + 1).padStart(4, '0');
  if (period.length === 7) {
    const [year, month] = [Number(period.slice(0, 4)), Number(period.slice(5))];
    return month === 12 ? `${next(String(year))}-01` : `${period.slice(0, 5)}${String(month + 1).padStart(2, '0')}`;
  }
  return new Date(Date.parse(period) + 86_400_000).toISOString().slice(0, 10);
}
