/**
 * Days as the press writes them: "March 12", "12 марта 2026 года", "3月12日", "on Thursday". Only forms that name one
 * day are read; what needs the day of the draft is counted back from it, for the press reports what has happened.
 * A general date parser was rejected here: it reads "May said" and "second" as dates, and this room may not use one.
 */
import type { When } from '#base/index.js';

/** Months by their first letters, in the languages of the press; the longest stem decides. */
const MONTHS: readonly (readonly [string, number])[] = (
  [
    'january|janvier|januar|jänner|enero|gennaio|janeiro|januari|stycz|январ|січ|jan',
    'february|février|fevrier|februar|febrero|febbraio|fevereiro|februari|lut|феврал|лют|feb',
    'march|mars|märz|marzo|março|maart|mar|марта|март|берез',
    'april|avril|abril|aprile|kwie|апрел|квіт|apr',
    'may|mai|mayo|maggio|maio|mei|maj|мая|май|трав',
    'june|juin|juni|junio|giugno|junho|czerw|июн|черв|jun',
    'july|juillet|juli|julio|luglio|julho|lip|июл|лип|jul',
    'august|août|aout|agosto|augustus|augusti|sierp|август|серп|aug',
    'september|septembre|septiembre|settembre|setembro|wrze|сентябр|верес|sept|sep',
    'october|octobre|oktober|octubre|ottobre|outubro|paźdz|октябр|жовт|oct|okt',
    'november|novembre|noviembre|novembro|listop|ноябр|листоп|nov',
    'december|décembre|decembre|dezember|diciembre|dicembre|dezembro|decembe|grud|декабр|груд|dec|dez',
  ] as const
).flatMap((names, month) => names.split('|').map((name) => [name, month + 1] as const));

/** Weekdays by their first letters; Monday is 1. */
const WEEKDAYS: readonly (readonly [string, number])[] = (
  [
    'monday|lundi|montag|lunes|lunedì|segunda-feira|maandag|måndag|poniedział|понедельник|понеділ|周一|星期一|月曜',
    'tuesday|mardi|dienstag|martes|martedì|terça-feira|dinsdag|tisdag|wtor|вторник|вівтор|周二|星期二|火曜',
    'wednesday|mercredi|mittwoch|miércoles|mercoledì|quarta-feira|woensdag|onsdag|środ|среду|среда|среды|середу|середа|周三|星期三|水曜',
    'thursday|jeudi|donnerstag|jueves|giovedì|quinta-feira|donderdag|torsdag|czwart|четверг|четвер|周四|星期四|木曜',
    "friday|vendredi|freitag|viernes|venerdì|sexta-feira|vrijdag|fredag|piąt|пятниц|п'ятниц|п’ятниц|周五|星期五|金曜",
    'saturday|samedi|samstag|sonnabend|sábado|sabato|zaterdag|lördag|sobot|суббот|субот|周六|星期六|土曜',
    'sunday|dimanche|sonntag|domingo|domenica|zondag|söndag|niedziel|воскресень|неділ|周日|星期日|日曜',
  ] as const
).flatMap((names, day) => names.split('|').map((name) => [name, day + 1] as const));

const TODAY =
  /^(?:today|tonight|aujourd'hui|aujourd’hui|heute|hoy|oggi|hoje|vandaag|idag|dziś|dzisiaj|сегодня|сьогодні|今天|今日)/;
const YESTERDAY = /^(?:yesterday|hier|gestern|ayer|ieri|ontem|gisteren|igår|wczoraj|вчера|вчора|учора|昨天|昨日)$/;

/** A word, a number, or a sign. */
const PARTS = /\p{N}+|[\p{L}\p{M}][\p{L}\p{M}'’-]*|年|月|日/gu;

function named(table: readonly (readonly [string, number])[], word: string): number | null {
  for (const [name, number] of table) {
    if (
      word.startsWith(name) &&
      (name.length > 3 ||
        word === name ||
        word === `${name}.` ||
        /[а-яіїєё\u4e00-\u9fff]/.test(name) ||
        name === 'lip' ||
        name === 'lut')
    )
      return number;
  }
  return null;
}

/**
 * The day that a stretch of text names; null where it names none or more is needed than is known. `day` is the day
 * of the draft, ISO 8601. The basis is *stated* where the text gives the year, else *guessed*.
 */
export function dayIn(stretch: string, day: string | null): When | null {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(stretch);
  if (iso) return when(Number(iso[1]), Number(iso[2]), Number(iso[3]), 'stated');
  const dotted = /\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/.exec(stretch);
  if (dotted) return when(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]), 'stated');
  const han = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日/.exec(stretch);
  if (han) {
    const today = parts(day);
    const month = han[2] !== undefined ? Number(han[2]) : today?.month;
    if (month === undefined) return null;
    return complete(han[1] !== undefined ? Number(han[1]) : null, month, Number(han[3]), day);
  }
  const words = stretch.toLowerCase().match(PARTS) ?? [];
  for (let i = 0; i < words.length; i++) {
    const month = named(MONTHS, words[i]!);
    if (month === null) continue;
    const before =
      numberAt(words, i - 1) ?? (/^de$|^of$|^di$/.test(words[i - 1] ?? '') ? numberAt(words, i - 2) : null);
    const after = numberAt(words, i + 1);
    const of = /^de$|^del$/.test(words[i + 1] ?? '') ? numberAt(words, i + 2) : null;
    if (before !== null && before <= 31) return complete(year(after) ?? year(of), month, before, day);
    if (after !== null && after <= 31)
      return complete(
        year(numberAt(words, i + (/^(?:st|nd|rd|th)$/.test(words[i + 2] ?? '') ? 3 : 2))),
        month,
        after,
        day,
      );
  }
  if (day === null) return null;
  for (const word of words) {
    if (TODAY.test(word)) return shifted(day, 0);
    if (YESTERDAY.test(word)) return shifted(day, -1);
    const weekday = named(WEEKDAYS, word);
    if (weekday === null) continue;
    const today = parts(day);
    if (!today) return null;
    const now = ((new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay() + 6) % 7) + 1;
    return shifted(day, -((now - weekday + 7) % 7));
  }
  return null;
}

function numberAt(words: readonly string[], i: number): number | null {
  const word = words[i];
  return word !== undefined && /^\d+$/.test(word) ? Number(word) : null;
}

function year(number: number | null): number | null {
  return number !== null && number >= 1000 && number <= 2999 ? number : null;
}

/** A day and month with the year that the draft's day gives them: the last such day that is not far ahead of it. */
function complete(stated: number | null, month: number, dayOfMonth: number, day: string | null): When | null {
  if (stated !== null) return when(stated, month, dayOfMonth, 'stated');
  const today = parts(day);
  if (!today) return null;
  const ahead = (month - today.month) * 31 + dayOfMonth - today.day;
  return when(ahead > AHEAD ? today.year - 1 : today.year, month, dayOfMonth, 'guessed');
}

/** Drafts may announce what is planned: so many days ahead a date still belongs to the draft's year. */
const AHEAD = 45;

function parts(day: string | null): { year: number; month: number; day: number } | null {
  const m = day === null ? null : /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  return m ? { year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) } : null;
}

function shifted(day: string, days: number): When | null {
  const today = parts(day);
  if (!today) return null;
  const date = new Date(Date.UTC(today.year, today.month - 1, today.day + days));
  return when(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), 'guessed');
}

function when(y: number, month: number, day: number, basis: 'stated' | 'guessed'): When | null {
  const date = new Date(Date.UTC(y, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return {
    at: `${String(y).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    precision: 'day',
    zone: null,
    basis,
  };
}
