/**
 * Dates as people and machines write them: ISO 8601 (RFC 3339), RFC 5322, and the forms of headers, datelines and
 * titles with the month names of ten languages. A date counts only if its year stands in it: nothing is filled in from
 * a clock, and a time of day is kept only where it is written. Rejected: chrono-node, which reads much more ("next
 * Friday at noon") and must be held back from doing so, and costs a fifth of a second at start.
 */
import { type Basis, type When, parseWhen } from '#base/index.js';

/** The months of one language a line: names, genitives and short forms, parted by "/". */
const MONTH_NAMES = `
january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec
janvier/janv février/fevrier/févr mars avril/avr mai juin juillet/juil août/aout septembre octobre novembre décembre/decembre/déc
januar/jänner februar/feber märz/maerz april mai juni juli august september oktober/okt november dezember/dez
enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre noviembre diciembre/dic
января/январь/янв февраля/февраль/фев марта/март апреля/апрель/апр мая/май июня/июнь/июн июля/июль/июл августа/август/авг сентября/сентябрь/сен октября/октябрь/окт ноября/ноябрь/ноя декабря/декабрь/дек
січня/січень лютого/лютий березня/березень квітня/квітень травня/травень червня/червень липня/липень серпня/серпень вересня/вересень жовтня/жовтень листопада/листопад грудня/грудень
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
januari februari maart april mei juni juli augustus september oktober november december`;

const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.trim()
    .split('\n')
    .flatMap((line) =>
      line.split(' ').flatMap((names, i) => names.split('/').map((name): [string, number] => [name, i + 1])),
    ),
);

/** Zones that have one meaning; "CST" and "IST" have several. */
const ZONES: Readonly<Record<string, string>> = {
  z: 'Z',
  utc: 'Z',
  gmt: 'Z',
  bst: '+01:00',
  cet: '+01:00',
  cest: '+02:00',
  eet: '+02:00',
  eest: '+03:00',
  msk: '+03:00',
  est: '-05:00',
  edt: '-04:00',
  pst: '-08:00',
  pdt: '-07:00',
  aest: '+10:00',
  aedt: '+11:00',
};

const pad = (n: number): string => String(n).padStart(2, '0');
const YEAR = '((?:1[6-9]|20)\\d\\d)(?!\\d)';
const DAY = '(?<![\\d:.])(\\d{1,2})';
const FORMS: readonly [RegExp, (m: RegExpExecArray) => readonly [number, number, number] | null][] = [
  [new RegExp(`(?<!\\d)${YEAR}[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)`, 'u'), (m) => [+m[1]!, +m[2]!, +m[3]!]],
  [new RegExp(`(?<!\\d)${YEAR}\\s?年\\s?(\\d{1,2})\\s?月\\s?(\\d{1,2})\\s?日`, 'u'), (m) => [+m[1]!, +m[2]!, +m[3]!]],
  [
    new RegExp(
      `${DAY}(?:st|nd|rd|th|er|º|°|\\.)?(?:\\s?[-–—]\\s?\\d{1,2}\\.?)?\\s+(?:of |de |d['’])?(\\p{L}{3,12})\\.?,?\\s+(?:de |del )?${YEAR}`,
      'iu',
    ),
    (m) => named(m[3]!, m[2]!, m[1]!),
  ],
  [
    new RegExp(
      `(?<!\\p{L})(\\p{L}{3,12})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:\\s?[-–—]\\s?\\d{1,2})?,?\\s+${YEAR}`,
      'iu',
    ),
    (m) => named(m[3]!, m[1]!, m[2]!),
  ],
  [new RegExp(`${DAY}([./-])(\\d{1,2})\\2${YEAR}`, 'u'), (m) => numeric(+m[1]!, m[2]!, +m[3]!, +m[4]!)],
];

const ANY_YEAR = /(?:1[6-9]|20)\d\d/;
const MONTH_AND_YEAR = new RegExp(`(?<!\\p{L})(\\p{L}{3,12})\\.?,?\\s+(?:de |del )?${YEAR}`, 'iu');
const TIME_BEHIND =
  /^(?:\s*(?:года|року|г\.|р\.))?(?:[\s,|T(–—-]|at |um |в |о |à |a las |alle )*(\d{1,2})(?:[:h](\d{2})(?::(\d{2}))?(?:\.\d+)?)?\s*([ap]\.?\s?m\b\.?)?(?:\s?Uhr)?\s*\(?([+-]\d{2}:?\d{2}|[A-Z]{1,4})?(?![\p{L}\d])/iu;
const TIME_BEFORE = /(?<!\d)(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]\.?\s?m\b\.?)?[\s,|–—-]*(?:on )?(?:\p{L}+,? )?$/iu;

/** Reads a written date or instant of any precision; null if it holds none that can be trusted. */
export function readWhen(written: string, basis: Basis): When | null {
  const text = written.trim();
  return parseWhen(text, basis) ?? (text.length <= 300 ? within(text, basis) : null);
}

/** Whether a written date may mean two days: 04/09/2012. */
export function isAmbiguous(written: string): boolean {
  const m = /^(\d{1,2})[/-](\d{1,2})[/-]\d{4}/.exec(written.trim());
  return m !== null && Number(m[1]) <= 12 && Number(m[2]) <= 12 && m[1] !== m[2];
}

function within(text: string, basis: Basis): When | null {
  if (!ANY_YEAR.test(text)) return null;
  for (const [form, read] of FORMS) {
    const m = form.exec(text);
    const day = m && read(m);
    if (!m || !day) continue;
    const [year, month, date] = day;
    if (month === 0) return parseWhen(String(year), basis);
    const on = `${year}-${pad(month)}-${pad(date)}`;
    const time =
      timeOf(TIME_BEHIND.exec(text.slice(m.index + m[0].length))) ??
      timeOf(TIME_BEFORE.exec(text.slice(0, m.index))) ??
      '';
    return parseWhen(on + time, basis) ?? parseWhen(on, basis);
  }
  const m = MONTH_AND_YEAR.exec(text);
  const month = m && MONTHS.get(m[1]!.toLowerCase());
  return m && month ? parseWhen(`${m[2]}-${pad(month)}`, basis) : null;
}

function named(year: string, month: string, day: string): readonly [number, number, number] | null {
  const number = MONTHS.get(month.toLowerCase());
  return number === undefined ? null : [+year, number, +day];
}

/** Day first, unless only month first is a day; month 0: nobody can say which. */
function numeric(a: number, mark: string, b: number, year: number): readonly [number, number, number] {
  if (mark === '.' || a > 12 || a === b) return [year, b, a];
  return b > 12 ? [year, a, b] : [year, 0, 0];
}

function timeOf(m: RegExpExecArray | null): string | null {
  if (!m) return null;
  const [, hour = '', minute, second, half, zone] = m;
  // A bare number is an hour only with "a.m." or "p.m." behind it.
  if (minute === undefined && half === undefined) return null;
  let hours = Number(hour);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (/^p/i.test(half) ? 12 : 0);
  }
  if (hours > 23 || Number(minute ?? 0) > 59) return null;
  const offset = zone === undefined ? '' : /^[+-]/.test(zone) ? zone : (ZONES[zone.toLowerCase()] ?? '');
  return `T${pad(hours)}:${minute ?? '00'}${second === undefined ? '' : `:${second}`}${offset}`;
}

/** The day in a file's name: "2025-07-10-readout.txt", "20250710_briefing.html", "19940204.txt". */
export function whenOfName(name: string): When | null {
  const m = /(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/.exec(name);
  return m ? parseWhen(`${m[1]}-${m[3]}-${m[4]}`, 'guessed') : null;
}

/** The day in a short line: a dateline, a title, a line of its own; null if there is none with its day. */
export function whenInLine(line: string): When | null {
  if (line.length > 200) return null;
  const when = within(line, 'guessed');
  return when !== null && when.at.length >= 10 ? when : null;
}
