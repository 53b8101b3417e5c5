/** Dates, numbers and languages in words, in English, the same on every machine. */
import { dayOf, type When } from '#base/index.js';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** Whole numbers with a comma at the thousands: "22,814". */
export function numeral(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** An ISO 8601 day, month or year: "10 July 2025", "July 2025", "2025". */
export function sayDay(day: string): string {
  const [year = '', month, date] = day.split('-');
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  if (name === undefined) return year;
  return date === undefined ? `${name} ${year}` : `${Number(date)} ${name} ${year}`;
}

/** A When as one says it, with its zone where it is known: "10 July 2025, 14:37 UTC+03:00". */
export function sayWhen(when: When): string {
  const day = sayDay(dayOf(when));
  if (when.at.length <= 10) return day;
  const zone = when.zone === null ? '' : when.zone === 'Z' ? ' UTC' : ` UTC${when.zone}`;
  return `${day}, ${when.at.slice(11).replace(/(:\d\d):00$/, '$1')}${zone}`;
}

/** From one day to another, said once where they are the same: "1 January – 14 March 2025". Null: no date known. */
export function saySpan(from: string | null, to: string | null): string | null {
  if (from === null || to === null) return from === null && to === null ? null : sayDay((from ?? to)!);
  if (from === to) return sayDay(from);
  const [first, last] = [sayDay(from), sayDay(to)];
  const year = ` ${to.slice(0, 4)}`;
  return `${from.slice(0, 4) === to.slice(0, 4) && first.endsWith(year) && first !== year.trim() ? first.slice(0, -year.length) : first} – ${last}`;
}

/** Language subtags by their English names: "English, French and Russian"; null for none. */
export function sayLanguages(subtags: readonly string[]): string | null {
  if (subtags.length === 0) return null;
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });
  const said = subtags.map((subtag) => {
    try {
      return names.of(subtag) ?? subtag;
    } catch {
      return subtag;
    }
  });
  return said.length === 1 ? said[0]! : `${said.slice(0, -1).join(', ')} and ${said.at(-1)}`;
}
