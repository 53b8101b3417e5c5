/**
 * What an account states of the encounter itself: when it began and ended, how long it lasted, who asked for it, by
 * what channel, where. Read from the words; where an account is silent there is nothing, and silence is shown.
 */
import type { StatedFact } from './account.js';
import type { Mention } from './mentions.js';
import { type Read, isCapital, wordsAt } from './reading.js';

const BEGINS =
  /^(?:began|begin|begun|started|start|starting|opened|commenced|ouverte?|débuté|débutée|commencé|commencée|начал\p{L}*|открыл\p{L}*|begann|begonnen|eröffnet|comenz\p{L}*|inici\p{L}*|empez\p{L}*)$/u;
const ENDS =
  /^(?:ended|end|ending|concluded|finished|closed|achevée?s?|terminée?s?|terminé|conclue?s?|заверш\p{L}*|законч\p{L}*|endete|endeten|beendet|concluy\p{L}*|termin\p{L}*|finaliz\p{L}*|culmin\p{L}*)$/u;
/** What leads to a time of day, and what follows one. */
const AT =
  /^(?:at|around|about|before|after|shortly|à|vers|avant|après|peu|в|около|после|um|gegen|kurz|vor|nach|a|las|la|hacia)$/u;
const CLOCK = /^(?:am|pm|o'clock|h|heures?|uhr|час|часа|часов|horas|hrs|hours)$/u;
const NOON = /^(?:noon|midday|midi|полдень|mittag|mittags|mediodía)$/u;

const HOUR = /^(?:hours?|heures?|час|часа|часов|horas?|stunden?)$/u;
const MINUTE = /^(?:minutes?|минут|минуты|минуту|minutos?|minuten?)$/u;
const HALF = /^(?:half|demie?|полчаса|media|medio|halbe|halben)$/u;
const HOUR_AND_HALF = /^(?:полтора|полутора|eineinhalb|anderthalb)$/u;
const FOR = /^(?:for|pendant|durant|в|течение|durante|lang)$/u;

const ASKED =
  /(?<!\p{L})(?:(?:at|on|upon) the (?:request|initiative|invitation) of|à (?:l['’](?:initiative|invitation)|la demande) (?:de la|de l['’]|des|de|du|d['’])|(?:a|por) (?:solicitud|iniciativa|petición|invitación) (?:de la|del|de)|auf (?:Initiative|Wunsch|Bitte|Einladung|Ersuchen) (?:der|des|von))\s?|по (?:инициативе|просьбе|приглашению)\s/giu;
const CHANNEL =
  /^(?:telephone|phone|telephoned|téléphone|téléphonique|téléphoné|телефонн\p{L}*|телефону|teléfono|telefónic\p{L}*|telefon\p{L}*|video\p{L}*|vidéo\p{L}*|visioconférence|видео\p{L}*)$/u;
const CALL = /^(?:call|appel|llamada|anruf)$/u;
const IN = /^(?:in|at|à|au|en|в|во|на)$/u;
/** An account tells of the encounter itself in its first sentences. */
const HEAD = 4;

/** All that an account states of the encounter, in order of the text. */
export function statedFacts(read: Read, mentions: readonly Mention[], side: number): StatedFact[] {
  const out: StatedFact[] = [];
  read.units.forEach((unit, u) => {
    const { from, to } = read.ranges[u]!;
    const put = (what: StatedFact['what'], start: number, end: number, rest: Partial<StatedFact> = {}): void => {
      if (out.some((known) => known.what === what)) return;
      out.push({
        side,
        what,
        unit: unit.n,
        time: null,
        minutes: null,
        party: null,
        ...wordsAt(read, start, end),
        ...rest,
      });
    };
    for (let i = from; i < to; i++) {
      const word = read.words[i]!;
      const what = BEGINS.test(word) ? 'begins' : ENDS.test(word) ? 'ends' : null;
      if (what !== null) {
        const time = timeFrom(read, i + 1, Math.min(to, i + 10));
        if (time) put(what, i, time.to, { time: time.time });
      }
      if (read.tables.meeting.at(read.words, i, to)?.row === LASTED || (unit.n <= HEAD && FOR.test(word))) {
        const span = durationFrom(read, i + 1, Math.min(to, i + 12));
        // What stands between the verb and the number is how near it is: "nearly an hour".
        if (span) put('lasts', Math.max(i + 1, span.hedge), span.to, { minutes: span.minutes });
      }
      if (unit.n <= HEAD && (CHANNEL.test(word) || (CALL.test(word) && unit.n <= 2)) && !isEarlier(read, i, from))
        put('channel', i, i + 1);
    }
    if (unit.n <= HEAD) {
      const asked = new RegExp(ASKED).exec(unit.text);
      if (asked) {
        const at = unit.start + asked.index + asked[0].length;
        const first = firstWordFrom(read, unit.start + asked.index, from, to);
        const next = firstWordFrom(read, at, from, to);
        const mention = mentions.find((one) => one.to > next && one.from <= next + 3 && one.from < to);
        const end = mention ? Math.max(mention.to, next + 1) : Math.min(to, next + 2);
        put('asked for by', first, end, { party: typeof mention?.party === 'number' ? mention.party : null });
      }
    }
    if (unit.n <= 2) {
      const at = placeIn(read, from, to, mentions);
      if (at) put('place', at.from, at.to);
    }
  });
  return out;
}

/** "Since the telephone conversation of 19 February": another meeting. */
function isEarlier(read: Read, i: number, first: number): boolean {
  return read.words.slice(Math.max(first, i - BEFORE), i).some((word) => EARLIER.test(word));
}

const BEFORE = 5;
const EARLIER =
  /^(?:latest|last|previous|earlier|recent|since|during|after|following|depuis|dernier|dernière|précédent\p{L}*|после|ходе|последн\p{L}*|предыдущ\p{L}*|desde|última|último|anterior|seit|nach|letzten|jüngsten)$/u;

/** Row of MEETING_WORDS that says how long it lasted. */
const LASTED = 2;

function firstWordFrom(read: Read, offset: number, from: number, to: number): number {
  let k = from;
  while (k < to - 1 && read.starts[k]! < offset) k++;
  return k;
}

/** A time of day within words [from, to): "at 9.30", "à 14 heures", "в 10 часов 30 минут", "at 3 p.m.". */
function timeFrom(read: Read, from: number, to: number): { time: string; to: number } | null {
  for (let i = from; i < to; i++) {
    const word = read.words[i]!;
    if (NOON.test(word)) return { time: '12:00', to: i + 1 };
    const written = /^(\d{1,2})(?:\.(\d{2}))?$/.exec(word);
    if (!written) continue;
    let hour = Number(written[1]);
    let minute = Number(written[2] ?? 0);
    let end = i + 1;
    const next = read.words[i + 1] ?? '';
    const led = AT.test(read.words[i - 1] ?? '');
    const clock = CLOCK.test(next) && end < to + 2;
    const gap = read.account.text.slice(read.ends[i], read.starts[i + 1] ?? read.ends[i]!);
    // "about 10 fishermen": a bare number that counts what follows is no hour.
    const counts =
      !clock && i + 1 < to && written[2] === undefined && gap.trim() === '' && !read.tables.lexicon.functionWord(next);
    if (/^\d\d$/.test(next) && /^[:.]$/.test(gap)) {
      minute = Number(next);
      end = i + 2;
    } else if (clock && /^\d\d$/.test(read.words[i + 2] ?? '') && !MINUTE.test(next)) {
      minute = Number(read.words[i + 2]);
      end = i + 3;
    } else if ((!led && !clock) || counts) continue;
    else if (MINUTE.test(next) || (!led && HOUR.test(next) && !/^(?:h|uhr)$/.test(next))) continue;
    const half = read.words[end];
    if (half === 'am' || half === 'pm' || next === 'am' || next === 'pm') {
      const later = half === 'pm' || next === 'pm';
      end = half === 'am' || half === 'pm' ? end + 1 : Math.max(end, i + 2);
      if (later && hour < 12) hour += 12;
      else if (!later && hour === 12) hour = 0;
    } else if (clock) end = Math.max(end, i + 2);
    if (hour > 24 || minute > 59) continue;
    return {
      time: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
      to: Math.min(end, read.words.length),
    };
  }
  return null;
}

/** A length of time within words [from, to): "nearly an hour", "около трёх часов", "une heure et demie". */
function durationFrom(read: Read, from: number, to: number): { minutes: number; hedge: number; to: number } | null {
  let minutes = 0;
  let end = -1;
  for (let i = from; i < to; i++) {
    const word = read.words[i]!;
    const before = read.words[i - 1] ?? '';
    const two = read.words[i - 2] ?? '';
    if (word === 'полчаса') [minutes, end] = [30, i + 1];
    else if (HOUR.test(word)) {
      const number = /^\d+(?:\.\d+)?$/.test(before) ? Number(before) : null;
      if (HOUR_AND_HALF.test(before)) minutes += 90;
      else if (HALF.test(before) && /^\d+$/.test(read.words[i - 4] ?? ''))
        minutes += (Number(read.words[i - 4]) + 0.5) * 60;
      else if (HALF.test(before) || (HALF.test(two) && /^(?:an|a)$/.test(before))) minutes += 30;
      else if (number === null && HALF.test(two)) minutes += 30;
      else if (number !== null || /^(?:an|one|une|una|eine|einer|1|час)$/.test(before) || word === 'час')
        minutes += (number ?? 1) * 60;
      else continue;
      end = i + 1;
      // "an hour and a half", "une heure et demie", "hora y media".
      for (const k of [i + 2, i + 3])
        if (k < to && HALF.test(read.words[k]!) && /^(?:and|et|y|und|с)$/.test(read.words[i + 1]!)) {
          minutes += 30;
          end = k + 1;
          break;
        }
    } else if (MINUTE.test(word) && /^\d+$/.test(before)) {
      minutes += Number(before);
      end = i + 1;
    }
    if (end > 0 && i > end + 2) break;
  }
  return end < 0 ? null : { minutes, hedge: from, to: end };
}

/** Where it took place: the first name behind in, at, à, в that is no party. */
function placeIn(
  read: Read,
  from: number,
  to: number,
  mentions: readonly Mention[],
): { from: number; to: number } | null {
  for (let i = from; i + 1 < to; i++) {
    if (!IN.test(read.words[i]!)) continue;
    const start = i + 1;
    if (!isCapital(read, start) || mentions.some((mention) => start >= mention.from && start < mention.to)) continue;
    if (read.tables.lexicon.date(read.words[start]!)) continue;
    let end = start + 1;
    while (
      end < to &&
      isCapital(read, end) &&
      /^[\s\u00a0-]$/u.test(read.account.text.slice(read.ends[end - 1], read.starts[end])) &&
      !mentions.some((mention) => end >= mention.from && end < mention.to)
    )
      end++;
    return { from: start, to: end };
  }
  return null;
}
