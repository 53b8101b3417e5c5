/** A formula through time as one view: counts, readings in columns, the chart, who carries it, every place in context. */
import type { Span } from '#base/index.js';
import type { FormulaTrace, HeldText, Timeline } from '#formula/index.js';
import { FORMULA_WORDS as SAY } from './age-words.js';
import { type ApparatusView, viewApparatus } from './apparatus-view.js';
import { coverageLine, sayCoverage } from './catalogue.js';
import { sayDay } from './say-when.js';

export interface KwicView {
  readonly reference: string;
  readonly day: string;
  readonly by: string | null;
  readonly before: string;
  readonly text: string;
  readonly after: string;
  readonly copy: boolean;
  /** Where the words stand in the version. */
  readonly at: Span;
  /** The period of the chart that it is counted in; null: its day is not known. */
  readonly period: string | null;
}

export interface CountView {
  readonly text: string;
  readonly words: string;
  readonly texts: number;
}

export interface FormulaView {
  readonly phrase: string;
  readonly headline: readonly string[];
  readonly none: boolean;
  /** Name and words, in the order in which one asks. */
  readonly facts: readonly { readonly name: string; readonly words: string; readonly reference: string | null }[];
  readonly apparatus: ApparatusView | null;
  /** For each row of the apparatus. */
  readonly counts: readonly string[];
  readonly longer: readonly CountView[];
  readonly timeline: Timeline;
  readonly timelineHelp: string;
  readonly undated: string | null;
  readonly speakers: readonly CountView[];
  readonly bodies: readonly CountView[];
  readonly rows: readonly KwicView[];
  readonly more: number;
  readonly concordance: string;
  readonly searched: string;
  readonly coverageLine: string;
  readonly capped: boolean;
  readonly rules: string;
}

/** Carriers and readings that are listed. */
const LISTED = 20;

/** Makes the view; `limit` rows of the concordance at most. */
export function viewFormula(traced: FormulaTrace, limit: number): FormulaView {
  const { readings, coverage, places, rows } = traced;
  const shown = rows.slice(0, limit);
  const variations = readings.length - (traced.asked ? 1 : 0);
  return {
    phrase: traced.phrase,
    headline: [
      SAY.counts(places, traced.texts),
      ...(variations > 0 ? [SAY.variations(variations)] : []),
      ...(traced.longer.length > 0 && traced.asked ? [SAY.alone(traced.alone)] : []),
    ],
    none: places === 0,
    facts: factsOf(traced),
    apparatus:
      readings.length > 1
        ? viewApparatus(
            traced.apparatus,
            readings.map(() => false),
          )
        : null,
    counts: readings.map((reading) => carried(reading)),
    longer: traced.longer.map((one) => ({ text: one.text, words: carried(one), texts: one.texts })),
    timeline: traced.timeline,
    timelineHelp: SAY.timelineHelp(traced.timeline.unit),
    undated: traced.timeline.undated > 0 ? SAY.undated(traced.timeline.undated) : null,
    speakers: traced.speakers
      .slice(0, LISTED)
      .map((one) => ({ text: one.name ?? SAY.nobody, words: carried(one), texts: one.texts })),
    bodies: traced.bodies
      .slice(0, LISTED)
      .map((one) => ({ text: one.name ?? SAY.noBody, words: carried(one), texts: one.texts })),
    rows: shown.map(({ held, day, before, text, after, copy }) => ({
      reference: held.version,
      day: day === null ? 'undated' : day,
      by: held.speaker ?? held.body,
      before,
      text,
      after,
      copy,
      at: { start: held.start, end: held.end },
      period: periodOf(day, traced.timeline.unit),
    })),
    more: rows.length - shown.length,
    concordance: `${SAY.concordanceOf(shown.length, rows.length)}, ${SAY.sorted[traced.sort]}`,
    searched: SAY.searched(sayCoverage(coverage)),
    coverageLine: coverageLine(coverage),
    capped: traced.capped,
    rules: traced.rules,
  };
}

const UNIT_LENGTHS = { year: 4, month: 7, day: 10 } as const;

function periodOf(day: string | null, unit: FormulaTrace['timeline']['unit']): string | null {
  return day === null || day.length < UNIT_LENGTHS[unit] ? null : day.slice(0, UNIT_LENGTHS[unit]);
}

function dayOf({ said, published }: HeldText): string {
  const when = said ?? published;
  return when === null ? 'undated' : sayDay(when.at.slice(0, 10));
}

function carried({
  texts,
  first,
  last,
}: {
  readonly texts: number;
  readonly first: HeldText;
  readonly last: HeldText;
}): string {
  return SAY.carrier(texts, dayOf(first), dayOf(last));
}

function factsOf({ first, last, silence, since, rows }: FormulaTrace): FormulaView['facts'] {
  const use = (name: string, held: HeldText): FormulaView['facts'][number] => ({
    name,
    words: [dayOf(held), held.title, ...(held.body === null ? [] : [held.body])].join(' · '),
    reference: held.document,
  });
  const back = silence && silence.held > 0 ? rows.find(({ day, copy }) => day === silence.to && !copy) : undefined;
  return [
    ...(first ? [use(SAY.first, first)] : []),
    ...(last ? [use(SAY.last, last)] : []),
    ...(silence
      ? [
          {
            name: SAY.silence,
            words: SAY.silenceOf(silence.days, silence.from, silence.to, silence.held),
            reference: null,
          },
        ]
      : []),
    ...(back ? [use(SAY.revival, back.held)] : []),
    ...(since ? [{ name: SAY.since, words: SAY.sinceOf(since.days, since.held), reference: null }] : []),
  ];
}
