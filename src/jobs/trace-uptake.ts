/** Which later texts took up words of a held text, and how often each of its passages was. */
import type { TakenUp } from '#archive/index.js';
import type { Reference, Span } from '#base/index.js';
import { cutSentences, formulaWords, isUnspaced } from '#formula/index.js';
import type { Document } from '#record/index.js';
import type { Effects } from './effects.js';
import { findVersion } from './find-document.js';

/** Runs of one text; a stretch is taken up by so many texts, near-copies once. */
export interface Uptake extends TakenUp {
  readonly document: Document;
  readonly version: Reference;
  /** Words that a run has at least. */
  readonly least: number;
  /** The text cut where the number of texts changes; stretches that none took up are left out. */
  readonly heat: readonly (Span & { readonly texts: number })[];
}

/** Longer runs are not asked for as a beginning: the index orders places by so many words. */
const MOST = 32;

/** Finds who took up words of a held text. Throws OnrecordError `not-found`. */
export async function traceUptake(
  { document: named }: { readonly document: string },
  { archive }: Effects,
): Promise<Uptake> {
  const { document, version } = await findVersion(named, archive);
  const rendering = await archive.text(version.reference);
  const words = cutSentences(rendering, document.language?.value ?? null).flatMap((sentence) => sentence.words);
  const { words: held } = await archive.coverage();
  const least = Math.min(MOST, formulaWords(Math.log2(Math.max(2, held)), isUnspaced(words)));
  const taken = await archive.takenUp(version.reference, least);
  return { ...taken, document, version: version.reference, least, heat: heatOf(taken) };
}

function heatOf({ texts }: TakenUp): (Span & { texts: number })[] {
  const leading = texts.filter(({ lead }) => lead).map(({ runs }) => joined(runs));
  const edges = [...new Set(leading.flat().flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const heat: { start: number; end: number; texts: number }[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const [start, end] = [edges[i]!, edges[i + 1]!];
    const count = leading.filter((runs) => runs.some((run) => run.start <= start && end <= run.end)).length;
    const last = heat.at(-1);
    if (count === 0) continue;
    if (last && last.end === start && last.texts === count) last.end = end;
    else heat.push({ start, end, texts: count });
  }
  return heat;
}

function joined(runs: readonly Span[]): Span[] {
  const joint: { start: number; end: number }[] = [];
  for (const { start, end } of runs.toSorted((a, b) => a.start - b.start)) {
    const last = joint.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joint.push({ start, end });
  }
  return joint;
}
