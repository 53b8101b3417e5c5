/** Sayings with their witnesses as one view: each under its primary source, its readings in columns, who says it when. */
import type { QuotedText, Saying, SayingsTrace, Witness } from '#formula/index.js';
import { SAYING_WORDS as SAY } from './age-words.js';
import { type ApparatusView, letterOf, viewApparatus } from './apparatus-view.js';
import { coverageLine, sayCoverage } from './catalogue.js';

export interface WitnessView {
  readonly day: string;
  /** Letter of its reading; none for the lemma's. */
  readonly sigil: string;
  readonly who: string;
  readonly what: string;
  readonly title: string;
  readonly reference: string;
  readonly address: string | null;
  readonly text: string;
  readonly lemma: boolean;
  readonly partial: boolean;
  readonly copy: boolean;
}

export interface SayingView {
  readonly text: string;
  readonly counts: string;
  readonly lemma: WitnessView | null;
  readonly apparatus: ApparatusView | null;
  /** For each row of the apparatus: how many texts have it. */
  readonly names: readonly string[];
  readonly witnesses: readonly WitnessView[];
  readonly capped: boolean;
  /** Some witness reads otherwise. */
  readonly differs: boolean;
}

export interface SayingsView {
  readonly title: string;
  readonly sayings: readonly SayingView[];
  readonly none: string | null;
  readonly searched: string;
  readonly coverageLine: string;
  readonly rules: string;
  readonly toLookAt: boolean;
}

/** Makes the view. */
export function viewSayings({ document, sayings, coverage, rules }: SayingsTrace): SayingsView {
  const views = sayings.map(viewSaying);
  const [only] = sayings;
  return {
    title: document ? SAY.of(document.title) : only ? `“${only.text}”` : SAY.title,
    sayings: views,
    none: sayings.length === 0 ? SAY.noQuotation : null,
    searched: `${SAY.searched(sayCoverage(coverage))} ${SAY.notHeld}`,
    coverageLine: coverageLine(coverage),
    rules,
    toLookAt: views.some(({ differs }) => differs),
  };
}

function viewSaying({ text, lemma, witnesses, readings, apparatus, capped }: Saying): SayingView {
  const letters = readings.map((_, i) => letterOf(i));
  const views = witnesses.map((witness, i) => viewWitness(witness, letters[witness.reading] ?? '', i === lemma));
  return {
    text,
    counts: [
      SAY.witnesses(witnesses.length),
      readings.length === 1 ? SAY.allAlike : SAY.readings(readings.length),
    ].join(' · '),
    lemma: lemma === null ? null : views[lemma]!,
    apparatus:
      readings.length > 1
        ? viewApparatus(
            apparatus,
            readings.map(({ partial }) => partial),
          )
        : null,
    names: readings.map(({ texts }, i) => `${i === 0 && lemma !== null ? `${SAY.lem} · ` : ''}${SAY.times(texts)}`),
    witnesses: views,
    capped,
    differs: readings.length > 1,
  };
}

function viewWitness(
  { held, day, text, partial, quoted, speaker, copy, standing }: Witness,
  sigil: string,
  lemma: boolean,
): WitnessView {
  return {
    day: day ?? 'undated',
    sigil,
    who: quoted ? SAY.quotes(speaker) : SAY.says(speaker ?? (standing === 'machine' ? null : held.body)),
    what: standing === 'record' || standing === 'press' ? held.kind : `${held.kind} (${SAY.standing[standing]})`,
    title: held.title,
    reference: held.version,
    address: held.address,
    text,
    lemma,
    partial,
    copy,
  };
}

/** Words of the text that so many texts quote; level 1 to 5 by how many of the most. */
export interface HeatRun {
  readonly text: string;
  readonly times: number;
  readonly level: number;
  /** Numbers of the quoters, from 1. */
  readonly by: readonly number[];
}

export interface QuoterView {
  readonly n: number;
  readonly day: string;
  readonly title: string;
  readonly kind: string;
  readonly reference: string;
  readonly address: string | null;
  readonly quotations: readonly string[];
}

export interface QuotedView {
  readonly title: string;
  readonly language: string | null;
  readonly headline: string;
  readonly paragraphs: readonly { readonly label: boolean; readonly runs: readonly HeatRun[] }[];
  readonly quoters: readonly QuoterView[];
  readonly searched: string;
  readonly coverageLine: string;
  readonly rules: string;
}

const LEVELS = 5;

/** Makes the view of a text and who quotes it. */
export function viewQuoted(traced: QuotedText): QuotedView {
  const { text, blocks, runs, quoters, coverage } = traced;
  const most = Math.max(1, ...runs.map(({ by }) => by.length));
  const cut = (start: number, end: number): HeatRun[] => {
    const found: HeatRun[] = [];
    let at = start;
    for (const run of runs) {
      if (run.end <= start || run.start >= end) continue;
      const [from, to] = [Math.max(run.start, start), Math.min(run.end, end)];
      if (from > at) found.push({ text: text.slice(at, from), times: 0, level: 0, by: [] });
      const times = run.by.length;
      found.push({
        text: text.slice(from, to),
        times,
        level: Math.ceil((LEVELS * times) / Math.max(most, LEVELS)),
        by: run.by.map((n) => n + 1),
      });
      at = to;
    }
    if (at < end) found.push({ text: text.slice(at, end), times: 0, level: 0, by: [] });
    return found;
  };
  return {
    title: SAY.quotedTitle(traced.document.title),
    language: traced.language,
    headline: quoters.length === 0 ? SAY.noQuoter : SAY.quoters(quoters.length),
    paragraphs: blocks.map(({ start, end, kind }) => ({
      label: kind === 'label' || kind === 'heading',
      runs: cut(start, end),
    })),
    quoters: quoters.map(({ held, quotations }, i) => ({
      n: i + 1,
      day: (held.said ?? held.published)?.at.slice(0, 10) ?? 'undated',
      title: held.title,
      kind: held.kind,
      reference: held.document,
      address: held.address,
      quotations: quotations.map((quotation) => quotation.text),
    })),
    searched: `${SAY.searched(sayCoverage(coverage))} ${SAY.notHeld}`,
    coverageLine: coverageLine(coverage),
    rules: traced.rules,
  };
}
