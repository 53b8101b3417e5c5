/**
 * How a sheet that was signed off stands today: its quotations are judged again against all that is held now, and the
 * words that each was traced to are looked for in the newest wording of their text. What was signed stays as it is;
 * both are shown side by side.
 *
 * Words are found in a newer wording where they stand to the letter, nearest to their place; else the differences of
 * the two wordings carry the place over (as ProseMirror's position maps do), and what stands there now is shown.
 *
 * Cost: a check of the draft without reading it, and one comparison for each text that changed.
 */
import type { Archive, DocumentStanding } from '#archive/index.js';
import { compareTexts } from '#collate/index.js';
import { OnrecordError, type Reference } from '#base/index.js';
import type {
  AnchorNow,
  Change,
  Check,
  Document,
  FindingPart,
  PollOutcome,
  QuotationNow,
  Reading,
  Rendering,
  ReviewedLine,
  SheetReview,
} from '#record/index.js';
import { RULES_NOW } from './check-draft.js';
import { type JudgeEffects, judgeQuotations, knownToArchive } from './judge-quotations.js';

/** The sheet of this Reference with how it stands now. Throws OnrecordError `not-found`. */
export async function reviewSheet(reference: string, effects: JudgeEffects): Promise<SheetReview> {
  const sheet = await effects.archive.sheet(reference.trim());
  if (sheet === null)
    throw new OnrecordError('not-found', `The archive holds no sheet ${reference}.`, 'See onrecord sheets.');
  const { check } = sheet;
  const known = await knownToArchive(effects.archive, check.coverage.only);
  const now = await judgeQuotations(
    check.checks.map(({ quotation }) => quotation),
    check.draft,
    known,
    effects,
  );
  const anchors = await new Anchors(effects.archive).of(check.checks);
  const quotations = check.checks.map((then, i): QuotationNow => {
    const stirred = stirredIn(then, now[i]!, anchors[i]!);
    return { n: then.quotation.n, now: now[i]!, stirred, anchors: anchors[i]! };
  });
  return {
    sheet,
    quotations,
    stirred: quotations.filter(({ stirred }) => stirred.length > 0).map(({ n }) => n),
    coverage: known.coverage,
    rules: RULES_NOW,
  };
}

/** What is known of sheets for as long as nothing is written to the archive; owned by whoever serves them. */
export class SheetDesk {
  readonly #stirred = new Map<Reference, number>();
  #revision = '';

  /** How many quotations of a sheet want a look. */
  async stirred(reference: Reference, effects: JudgeEffects): Promise<number> {
    const revision = JSON.stringify(await effects.archive.revision());
    if (revision !== this.#revision) this.#stirred.clear();
    this.#revision = revision;
    const known = this.#stirred.get(reference);
    if (known !== undefined) return known;
    const { stirred } = await reviewSheet(reference, effects);
    this.#stirred.set(reference, stirred.length);
    return stirred.length;
  }
}

/** Sheets newest first, each reviewed unless another has taken its place. */
export async function listSheets(
  wish: { readonly limit: number; readonly before?: Reference },
  effects: JudgeEffects,
  desk = new SheetDesk(),
): Promise<{ readonly sheets: readonly ReviewedLine[]; readonly more: boolean }> {
  const found = await effects.archive.sheets({ ...wish, limit: wish.limit + 1 });
  const sheets: ReviewedLine[] = [];
  for (const line of found.slice(0, wish.limit)) {
    effects.signal?.throwIfAborted();
    sheets.push({ ...line, stirred: line.later === null ? await desk.stirred(line.reference, effects) : null });
  }
  return { sheets, more: found.length > wish.limit };
}

function stirredIn(then: Check, now: Check, anchors: readonly AnchorNow[]): FindingPart[] {
  const flags = (check: Check): string => check.flags.toSorted().join();
  return [
    ...(then.status === now.status ? [] : ['status' as const]),
    ...(then.wording === now.wording ? [] : ['wording' as const]),
    ...(then.attributionFinding === now.attributionFinding ? [] : ['attribution' as const]),
    ...(then.records === now.records ? [] : ['records' as const]),
    ...(flags(then) === flags(now) ? [] : ['context' as const]),
    ...(anchors.every(({ state }) => state === 'same' || state === 'same words, moved') ? [] : ['source' as const]),
  ];
}

/** Why the words cannot be read at their source any more; an outcome that says nothing of the sort has none. */
const REASONS: Readonly<Partial<Record<PollOutcome, readonly [AnchorNow['state'], string]>>> = {
  gone: ['gone', 'Its publisher has taken the text away.'],
  absent: ['gone', 'Its publisher no longer has the text where it stood.'],
  blocked: ['source not reachable', 'Its publisher does not let the text be read.'],
  failing: ['source not reachable', 'Its publisher does not answer.'],
  'withheld by robots': ['source not reachable', 'Its publisher asks programs not to read the text.'],
};

/** Finds where the words of readings stand now; each text is asked for once. */
class Anchors {
  readonly #archive: Archive;
  readonly #documents = new Map<Reference, Document | null>();
  readonly #texts = new Map<Reference, Rendering>();
  readonly #differences = new Map<string, readonly Change[]>();
  #standings: ReadonlyMap<Reference, DocumentStanding> = new Map();

  constructor(archive: Archive) {
    this.#archive = archive;
  }

  async of(checks: readonly Check[]): Promise<readonly (readonly AnchorNow[])[]> {
    const matched = checks.map(({ readings }) => distinct(readings.filter(({ role }) => role === 'matched')));
    const documents = [...new Set(matched.flat().map(({ document }) => document))];
    this.#standings = new Map((await this.#archive.standings(documents)).map((each) => [each.document, each]));
    for (const document of documents) this.#documents.set(document, await this.#archive.document(document));
    const all: AnchorNow[][] = [];
    for (const readings of matched) {
      const anchors: AnchorNow[] = [];
      for (const reading of readings) anchors.push(await this.#anchor(reading));
      all.push(anchors);
    }
    return all;
  }

  async #anchor({ document: reference, version, start, end, text }: Reading): Promise<AnchorNow> {
    const then = { version, start, end, text };
    const newest = this.#documents.get(reference)?.versions.at(-1)?.reference;
    if (newest === undefined)
      return { ...then, state: 'gone', now: null, changes: [], why: 'The text was dropped from the archive.' };
    const { now, changes } = newest === version ? { now: then, changes: [] } : await this.#carried(then, newest);
    const outcome = this.#standings.get(reference)?.outcome;
    const reason = outcome === undefined ? undefined : REASONS[outcome];
    if (reason !== undefined) return { ...then, state: reason[0], now, changes, why: reason[1] };
    if (now === null) return { ...then, state: 'gone', now, changes, why: 'The newest wording has no such words.' };
    const state = now.text !== text ? 'words changed' : now.start === start ? 'same' : 'same words, moved';
    return { ...then, state, now, changes, why: '' };
  }

  async #carried(then: NonNullable<AnchorNow['now']>, newest: Reference): Promise<Pick<AnchorNow, 'now' | 'changes'>> {
    const { text } = await this.#text(newest);
    const at = nearest(text, then.text, then.start);
    if (at !== null)
      return { now: { version: newest, start: at, end: at + then.text.length, text: then.text }, changes: [] };
    const key = `${then.version} ${newest}`;
    let all = this.#differences.get(key);
    if (all === undefined) {
      all = compareTexts(await this.#text(then.version), { text }).changes.map(({ class: kind, flags, a, b }) => ({
        class: kind,
        flags,
        a,
        b,
      }));
      this.#differences.set(key, all);
    }
    const { start, end } = carry(then, all);
    const words = text.slice(start, end);
    if (!/[\p{L}\p{N}]/u.test(words)) return { now: null, changes: [] };
    const changes = all.filter(
      ({ a, b }) => a.start < then.end && a.end > then.start && b.start < end && b.end > start,
    );
    return { now: { version: newest, start, end, text: words }, changes };
  }

  async #text(version: Reference): Promise<Rendering> {
    const held = this.#texts.get(version) ?? (await this.#archive.text(version));
    this.#texts.set(version, held);
    return held;
  }
}

function distinct(readings: readonly Reading[]): Reading[] {
  return [
    ...new Map(readings.map((reading) => [`${reading.version} ${reading.start} ${reading.end}`, reading])).values(),
  ];
}

/** Where `words` stand in `text`, nearest to `start`; null: nowhere. */
function nearest(text: string, words: string, start: number): number | null {
  const before = text.lastIndexOf(words, start);
  const after = text.indexOf(words, start);
  if (before === -1 || after === -1) return Math.max(before, after) === -1 ? null : Math.max(before, after);
  return start - before <= after - start ? before : after;
}

/** A span of the earlier text in the later one; where a change touches its ends, with all that stands there now. */
function carry(
  { start, end }: { readonly start: number; readonly end: number },
  changes: readonly Change[],
): { readonly start: number; readonly end: number } {
  let from = start;
  let to = end;
  for (const { a, b } of changes.toSorted((x, y) => x.a.start - y.a.start || x.b.start - y.b.start)) {
    if (a.end <= start) from = start + b.end - a.end;
    else if (a.start < start) from = b.start;
    if (a.start < end) to = a.end >= end ? b.end : end + b.end - a.end;
  }
  return { start: from, end: Math.max(from, to) };
}
