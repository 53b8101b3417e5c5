/**
 * Dates as people and machines write them. ISO 8601 is read by hand; the date forms of a header or dateline by
 * chrono-node in the language of their month names. A date counts only if its year stands in it: nothing is filled in
 * from a clock, and a time of day is kept only where it is written.
 */
import * as chrono from 'chrono-node';
import { type Basis, type When, parseWhen } from '#base/index.js';

const YEAR = /(?<!\d)(?:1[6-9]|20)\d\d(?!\d)/;
/** Any day: forms without a year are not accepted, so that it is never seen in a result. */
const NO_DAY = new Date(0);
const pad = (n: number): string => String(n).padStart(2, '0');

const LOCALES: readonly [RegExp, { parse(text: string, day: Date): chrono.ParsedResult[] }][] = [
  [/[іїєґ]|(?:січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня)/i, chrono.uk],
  [/[а-я]/i, chrono.ru],
  [/[年月日]/, chrono.zh.hans],
  [
    /\b(?:janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre)\b/i,
    chrono.fr,
  ],
  [/\b(?:januar|februar|märz|maerz|mai|juni|juli|oktober|dezember)\b/i, chrono.de],
  [/\b(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b/i, chrono.es],
];

/** Reads a written date or instant of any precision; null if it holds none that can be trusted. */
export function readWhen(written: string, basis: Basis): When | null {
  const text = written.trim();
  const iso = parseWhen(
    text.replace(
      /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/,
      (_, y: string, m: string, d: string) => `${y}-${pad(+m)}-${pad(+d)}`,
    ),
    basis,
  );
  if (iso) return iso;
  return numeric(text, basis) ?? human(text, basis);
}

const NUMERIC = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[,\s(-]+(\d{1,2}):(\d{2})\)?)?$/;

/** "10.07.2025 14:37" and "15/07/2025"; 04/09/2012 is two different days, so only its year is known. */
function numeric(text: string, basis: Basis): When | null {
  const m = NUMERIC.exec(text);
  if (!m) return null;
  const [, first = '', mark, second = '', year = '', hour, minute] = m;
  const [a, b] = [Number(first), Number(second)];
  const time = hour === undefined ? '' : `T${pad(Number(hour))}:${minute}`;
  if (mark === '.' || a > 12 || a === b) return parseWhen(`${year}-${pad(b)}-${pad(a)}${time}`, basis);
  if (b > 12) return parseWhen(`${year}-${pad(a)}-${pad(b)}${time}`, basis);
  return parseWhen(year, basis);
}

function human(text: string, basis: Basis): When | null {
  if (text.length > 300 || !YEAR.test(text)) return null;
  const plain = text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1')
    .replace(/(?<=\d\s?)(?:года|году|року|г\.|р\.)/g, '')
    .replace(/(\d{4})\s+[-–—]\s+(?=\d{1,2}:\d)/, '$1, ');
  const locale = LOCALES.find(([mark]) => mark.test(plain))?.[1] ?? chrono.en;
  for (const { start } of locale.parse(plain, NO_DAY)) {
    if (!start.isCertain('year')) continue;
    let at = String(start.get('year'));
    if (start.isCertain('month')) {
      at += `-${pad(start.get('month') ?? 1)}`;
      if (start.isCertain('day')) {
        at += `-${pad(start.get('day') ?? 1)}`;
        if (start.isCertain('hour')) at += `T${pad(start.get('hour') ?? 0)}:${pad(start.get('minute') ?? 0)}`;
        if (start.isCertain('hour') && start.isCertain('second')) at += `:${pad(start.get('second') ?? 0)}`;
        const offset =
          start.isCertain('hour') && start.isCertain('timezoneOffset') ? start.get('timezoneOffset') : null;
        if (offset !== null) at += zone(offset);
      }
    }
    const when = parseWhen(at, basis);
    if (when) return when;
  }
  return null;
}

function zone(minutes: number): string {
  if (minutes === 0) return 'Z';
  const most = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(most / 60))}:${pad(most % 60)}`;
}

/** The day that a file's name begins or ends with: "2025-07-10-readout.txt", "20250710_briefing.html", "19940204.txt". */
export function whenOfName(name: string): When | null {
  const m = /(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/.exec(name);
  return m ? parseWhen(`${m[1]}-${m[3]}-${m[4]}`, 'guessed') : null;
}

/** A date that stands in a short line: a dateline, a title, a line of its own; null if there is none with its day. */
export function whenInLine(line: string): When | null {
  if (line.length > 200 || !YEAR.test(line)) return null;
  const numbers = /(?<!\d)\d{1,2}[./]\d{1,2}[./]\d{4}(?:[,\s]+\d{1,2}:\d{2})?(?!\d)/.exec(line)?.[0];
  const iso = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/.exec(line)?.[0];
  const when = iso ? parseWhen(iso, 'guessed') : numbers ? readWhen(numbers, 'guessed') : human(line, 'guessed');
  return when && when.at.length >= 10 ? when : null;
}
