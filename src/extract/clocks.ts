/**
 * Dates by the clock of a place: read as any date is, with the order of numbers and the zone that the place goes by
 * where it writes none. Nothing is invented: a day stays a day, and a time that a site puts there by itself is left out.
 */
import { type When, parseWhen } from '#base/index.js';
import type { Clock } from '#record/index.js';
import { readWhen } from './dates.js';

const NUMBERS = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/;
const OFFSET = /^(?:Z|[+-]\d{2}:\d{2})$/;

/** Reads a written date by a clock; null if it holds none that can be trusted. */
export function readClock(written: string, clock: Pick<Clock, 'order' | 'zone' | 'precision'>): When | null {
  const m = clock.order === undefined ? null : NUMBERS.exec(written);
  const plain = m
    ? `${written.slice(0, m.index)}${m[4]}-${two(m[clock.order === 'day first' ? 3 : 1]!)}-${two(m[clock.order === 'day first' ? 1 : 3]!)}${written.slice(m.index + m[0].length)}`
    : written;
  const when = readWhen(plain, 'stated') ?? readSeconds(plain) ?? readByMachine(plain);
  if (when === null) return null;
  if (clock.precision === 'day') return parseWhen(when.at.slice(0, 10));
  if (when.zone !== null || clock.zone === undefined || when.at.length <= 10) return when;
  return { ...when, zone: offsetAt(clock.zone, when.at) };
}

/** Seconds since 1970, as scripts and interfaces count. */
function readSeconds(written: string): When | null {
  const m = /^\s*(\d{10})(\d{3})?\s*$/.exec(written);
  return m ? parseWhen(`${new Date(Number(m[1]) * 1000).toISOString().slice(0, 19)}Z`) : null;
}

const TWO_DIGITS = /\b(\d{1,2} [A-Za-z]{3,9} )(\d{2})( \d{1,2}:\d{2})/;
const ASCTIME = /^[A-Za-z]{3} ([A-Za-z]{3}) +(\d{1,2}) (\d{1,2}:\d{2}:\d{2}) (\d{4})$/;
const BASIC = /^(\d{4})(\d{2})(\d{2})[Tt](\d{2})(\d{2})(\d{2})(Z|[+-]\d{4})?$/;

/**
 * Forms that only machines write, and people could mean otherwise: years of two digits as RFC 5322, section 4.3, reads
 * them, the form of C's asctime, and ISO 8601 without strokes.
 */
function readByMachine(written: string): When | null {
  const plain = written
    .trim()
    .replace(
      TWO_DIGITS,
      (_, day: string, year: string, time: string) => `${day}${Number(year) < 50 ? 20 : 19}${year}${time}`,
    )
    .replace(ASCTIME, '$2 $1 $4 $3')
    .replace(BASIC, '$1-$2-$3T$4:$5:$6$7');
  return plain === written.trim() ? null : readWhen(plain, 'stated');
}

/** The offset of a zone at a wall clock time; null if the zone is not known. */
export function offsetAt(zone: string, at: string): string | null {
  if (OFFSET.test(zone)) return zone;
  const wall = Date.parse(`${at.length === 16 ? `${at}:00` : at}Z`);
  const first = minutesAt(zone, wall);
  if (first === null) return null;
  // Near a change of the clocks the offset at the instant counts, not the one at the number taken for UTC.
  const minutes = minutesAt(zone, wall - first * 60_000) ?? first;
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(String(Math.floor(size / 60)))}:${two(String(size % 60))}`;
}

function minutesAt(zone: string, instant: number): number | null {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(instant);
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const m = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name);
    return m ? (m[1] === '-' ? -1 : 1) * (Number(m[2] ?? 0) * 60 + Number(m[3] ?? 0)) : null;
  } catch {
    return null;
  }
}

const two = (digits: string): string => digits.padStart(2, '0');
