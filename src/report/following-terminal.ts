/** What is followed, in a terminal: the preview of a place, all Sources with how they are, one Source with its looks. */
import type { DocumentFacts, Health, Poll, Recipe, Source, SourceItem } from '#record/index.js';
import type { When } from '#base/index.js';
import { isolate, padded, safe, shortened, wrap } from './display-text.js';
import {
  HEALTH_SIGNS,
  isWell,
  KIND_NAMES,
  OUTCOME_WORDS,
  sayAgo,
  sayDue,
  sayInstant,
  sayRhythm,
  sayStretch,
} from './following-words.js';
import { type Paint, paintFor } from './paint.js';
import { numeral, sayWhen } from './say-when.js';
import type { TerminalOptions } from './terminal-check.js';

const WIDEST = 100;
const INDENT = 4;

/** What a preview needs to be drawn. */
export interface DrawnPreview {
  readonly name: string;
  readonly address: string;
  readonly why: string;
  readonly recipe: Recipe;
  readonly rhythm: number | null;
  readonly reading: {
    readonly items: readonly { readonly title: string | null; readonly published: When | null }[];
    readonly next: string | null;
    readonly problems: readonly { readonly message: string }[];
  };
  readonly texts: readonly {
    readonly item: { readonly title: string | null; readonly published: When | null };
    readonly text: {
      readonly facts: Pick<DocumentFacts, 'title' | 'published' | 'said' | 'language' | 'speaker' | 'kind'>;
    } | null;
    readonly words: number | null;
    readonly opening: string | null;
    readonly problems: readonly { readonly message: string }[];
  }[];
  readonly others: readonly { readonly address: string; readonly recipe: Recipe; readonly why: string }[];
}

/** Titles that are listed beside the texts that were read. */
const LISTED = 8;

/** The preview of a place: what it is, what it lists, how its first texts would be held. */
export function drawPreview(preview: DrawnPreview, options: TerminalOptions = {}): string {
  const { width, paint } = settle(options);
  const lines: string[] = [];
  const put = putter(lines, width);
  put(safe(preview.name), 0, paint.strong);
  put(safe(preview.address), 0, paint.faint);
  const { items, next, problems } = preview.reading;
  put(
    `${KIND_NAMES[preview.recipe.kind]} · ${numeral(items.length)} ${items.length === 1 ? 'text' : 'texts'} listed now${preview.rhythm === null ? '' : `, one about every ${sayRhythm(preview.rhythm)}`}${next === null ? '' : ' · older ones on further pages'}`,
    0,
  );
  put(safe(preview.why), 0, paint.faint);
  for (const { message } of problems) put(`! ${safe(message)}`, 0, paint.warn);
  for (const { item, text, words, opening, problems: own } of preview.texts) {
    const when = text?.facts.said ?? text?.facts.published ?? item.published;
    lines.push('');
    put(safe(text?.facts.title ?? item.title ?? 'without a title'), 2, paint.strong);
    put(
      [when ? sayWhen(when) : 'no date', words === null ? null : `${numeral(words)} words`].filter(Boolean).join(' · '),
      INDENT,
      paint.faint,
    );
    if (opening) put(safe(opening), INDENT);
    for (const { message } of own) put(`! ${safe(message)}`, INDENT, paint.warn);
  }
  const rest = items.slice(preview.texts.length, preview.texts.length + LISTED);
  if (rest.length > 0) lines.push('');
  for (const { title, published } of rest)
    lines.push(
      `  ${padded(published ? published.at.slice(0, 10) : '–', 11)}${isolate(shortened(safe(title ?? ''), width - 14))}`,
    );
  const left = items.length - preview.texts.length - rest.length;
  if (left > 0) put(`and ${numeral(left)} more`, 2, paint.faint);
  if (preview.others.length > 0) {
    lines.push('');
    put('Other ways to follow it:', 0);
    for (const { address, recipe, why } of preview.others) {
      put(`--as "${recipe.kind}"  ${safe(why)}`, 2);
      if (address !== preview.address) put(safe(address), INDENT, paint.faint);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** What a listed Source needs to be drawn. */
export interface DrawnSource {
  readonly source: Source;
  readonly health: Health;
  readonly rhythm: number | null;
  readonly silence: number | null;
  readonly removed: number;
  readonly doubted: number;
  readonly waiting: number;
  readonly next: number | null;
}

/** All Sources, what is wrong first. */
export function drawSources(
  { sources, now }: { readonly sources: readonly DrawnSource[]; readonly now: number },
  options: TerminalOptions & { readonly sum?: boolean } = {},
): string {
  const { width, paint } = settle(options);
  const lines: string[] = [];
  const put = putter(lines, width);
  for (const listed of sources) {
    if (lines.length > 0) lines.push('');
    head(listed, now, lines, width, paint);
  }
  const troubled = sources.filter(({ health }) => !isWell(health)).length;
  if (sources.length > 0 && options.sum !== false) {
    lines.push('');
    put(
      `${numeral(sources.length)} followed${troubled === 0 ? '' : `, ${numeral(troubled)} to look at`}.`,
      0,
      paint.faint,
    );
  }
  return `${lines.join('\n')}\n`;
}

function head(listed: DrawnSource, now: number, lines: string[], width: number, paint: Paint): void {
  const { source, health, rhythm, silence, removed, doubted, next } = listed;
  const { state } = source;
  const put = putter(lines, width);
  const well = isWell(health);
  const mark = well ? paint.tone('exact') : paint.warn;
  const name = shortened(safe(source.name), width - 8 - health.length);
  lines.push(
    `${mark(HEALTH_SIGNS[health])} ${paint.strong(padded(source.reference, 4))}${isolate(name)}  ${mark(health)}`,
  );
  put(safe(source.address), 6, paint.faint);
  put(
    `${numeral(source.held)} of ${numeral(source.items)} texts held · last new ${sayAgo(state.lastNew, now)} · looked ${sayAgo(state.lastLook, now)} · next ${source.ended === null ? sayDue(next, now) : 'never'}`,
    6,
  );
  if (health === 'late' && silence !== null && rhythm !== null)
    put(
      `Usually there is something new every ${sayRhythm(rhythm)}; it has been silent for ${sayStretch(now - (state.lastNew ?? now))}.`,
      6,
      paint.warn,
    );
  if (state.problem !== null && !well) put(safe(state.problem), 6, paint.warn);
  if (health === 'empty') put('It answers, and lists nothing.', 6, paint.warn);
  if (!well && state.lastRead !== null) put(`Last read ${sayInstant(state.lastRead)}.`, 6, paint.faint);
  if (removed + doubted > 0)
    put(
      [
        removed > 0 ? `${numeral(removed)} removed` : '',
        doubted > 0 ? `${numeral(doubted)} missed, being looked at again` : '',
      ]
        .filter(Boolean)
        .join(' · '),
      6,
      paint.warn,
    );
  for (const { from, to } of state.missed.slice(0, 3))
    put(`Gap: entries may have been missed between ${momentOrNumber(from)} and ${momentOrNumber(to)}.`, 6, paint.warn);
}

function momentOrNumber(written: string): string {
  return /^\d+$/.test(written) ? `number ${written}` : sayInstant(Date.parse(written));
}

/** One Source with where its texts stand and its last looks. */
export function drawSource(
  report: DrawnSource & {
    readonly items: readonly SourceItem[];
    readonly polls: readonly Poll[];
    readonly now: number;
  },
  options: TerminalOptions = {},
): string {
  const { width, paint } = settle(options);
  const lines: string[] = [];
  const put = putter(lines, width);
  const { source, items, polls, now, rhythm } = report;
  head(report, now, lines, width, paint);
  put(
    `${KIND_NAMES[source.recipe.kind]} · followed since ${sayInstant(source.since)} · ${rhythm === null ? 'rhythm not known yet' : `something new every ${sayRhythm(rhythm)}`} · ${numeral(report.waiting)} looks planned`,
    6,
    paint.faint,
  );
  const odd = items.filter(({ standing }) => standing.misses > 0 || !standing.outcome.startsWith('present'));
  if (odd.length > 0) {
    lines.push('');
    put('Texts that do not stand as they did', 0, paint.strong);
    for (const { key, title, document, standing } of odd.slice(0, MOST_ODD)) {
      put(`${document ?? '–'}  ${safe(title ?? key)}`, 2);
      const seen = standing.lastSeen === null ? 'never seen' : `last seen ${sayInstant(standing.lastSeen)}`;
      const doubt =
        standing.misses > 0 && standing.outcome !== 'gone' && standing.outcome !== 'absent'
          ? `, missed ${standing.misses} times since`
          : '';
      put(`${OUTCOME_WORDS[standing.outcome]} since ${sayInstant(standing.since)}, ${seen}${doubt}`, 6, paint.faint);
    }
    if (odd.length > MOST_ODD) put(`and ${numeral(odd.length - MOST_ODD)} more`, 2, paint.faint);
  }
  lines.push('');
  put('Last looks', 0, paint.strong);
  for (const { at, item, outcome, detail } of polls) {
    const what = item === null ? 'the place' : (items.find(({ key }) => key === item)?.title ?? item);
    lines.push(
      `  ${paint.faint(new Date(at).toISOString().slice(0, 16).replace('T', ' '))}  ${padded(OUTCOME_WORDS[outcome], 15)}${isolate(shortened(safe(what), width - 36))}`,
    );
    if (outcome !== 'present-same' || item === null) put(safe(detail), 20, paint.faint);
  }
  return `${lines.join('\n')}\n`;
}

const MOST_ODD = 20;

/** One look as a line of a log. */
export function drawLook(
  look: {
    readonly at: number;
    readonly name: string;
    readonly item: string | null;
    readonly outcome: Poll['outcome'];
    readonly detail: string;
    readonly fresh: number;
    readonly changed: number;
    readonly happenings: readonly string[];
  },
  options: TerminalOptions = {},
): string {
  const { width, paint } = settle(options);
  const time = new Date(look.at).toISOString().slice(11, 19);
  const trouble = !look.outcome.startsWith('present') && look.outcome !== 'moved';
  const brush = trouble ? paint.warn : look.fresh + look.changed > 0 ? paint.tone('exact') : paint.faint;
  const what = safe(look.item === null ? look.name : look.item);
  const room = width - 10 - 15;
  const word = look.fresh > 0 || (look.item === null && look.outcome === 'present-changed') ? 'new' : null;
  const first = `${paint.faint(time)}  ${brush(padded(word ?? OUTCOME_WORDS[look.outcome], 15))}${isolate(shortened(what, room))}`;
  const more =
    look.item === null || (look.outcome !== 'present-same' && look.fresh === 0)
      ? wrap(safe(look.detail), room).map((line) => ' '.repeat(25) + paint.faint(line))
      : [];
  const happened = look.happenings.flatMap((words) =>
    wrap(`! ${safe(words)}`, room).map((line) => ' '.repeat(25) + paint.warn(line)),
  );
  return `${[first, ...more, ...happened].join('\n')}\n`;
}

function settle({ width = 80, colour = false }: TerminalOptions): { readonly width: number; readonly paint: Paint } {
  return { width: Math.max(40, Math.min(WIDEST, width)), paint: paintFor(colour) };
}

function putter(lines: string[], width: number) {
  return (text: string, indent: number, brush: (line: string) => string = (line) => line): void => {
    for (const line of wrap(text, width - indent)) lines.push(' '.repeat(indent) + brush(isolate(line)));
  };
}
