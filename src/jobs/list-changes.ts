/**
 * What has changed in texts that are held, for somebody who looked before: each text once, its words as they were then
 * against its words as they are now, ranked by what the difference touches and never by how much of the page it covers.
 * A dropped "not" goes before a rewritten menu. An edit that many texts have is one line. Nothing is left out: what is
 * noise comes last.
 *
 * Cost: one comparison for each text that changed.
 */
import type { HeldRevision, Mark } from '#archive/index.js';
import { compareTexts, type Difference } from '#collate/index.js';
import type { Reference } from '#base/index.js';
import type { AttentionFlag, DifferenceClass, Document, Happening, HappeningKind, Source } from '#record/index.js';
import { words } from '#text/index.js';
import { mainText } from './compare-texts.js';
import { type Effects, stopped } from './effects.js';
import { momentOf } from './hold-item.js';

/** A text that changed, with the wording before and the wording now. */
export interface ChangedText {
  readonly document: Document;
  readonly source: Reference | null;
  readonly before: Reference;
  readonly after: Reference;
  /** Wordings from the one to the other; more than one step where it changed more than once. */
  readonly steps: number;
  /** When the first of the new wordings was captured. */
  readonly first: number;
  /** It changed after the one moment, when the words before still stood, and before the other; null: not known. */
  readonly between: { readonly after: number | null; readonly before: number };
}

/** One line: an edit of one text, the same edit of several, or something that befell texts besides. */
export type ChangeLine =
  | {
      readonly kind: 'edit';
      readonly rank: number;
      readonly flags: readonly AttentionFlag[];
      /** Differences by class. */
      readonly classes: Readonly<Partial<Record<DifferenceClass, number>>>;
      /** The differences, those that touch most first; offsets count in the main texts of the first of the texts. */
      readonly differences: readonly Difference[];
      readonly texts: readonly ChangedText[];
      /** It was changed and changed back: what differs is what stood there in between. */
      readonly reverted: boolean;
      /** The main text before, for the words around. */
      readonly text: string;
    }
  | {
      readonly kind: HappeningKind;
      readonly rank: number;
      readonly source: Source | null;
      readonly happenings: readonly Happening[];
    };

export interface ChangesReport {
  readonly lines: readonly ChangeLine[];
  /** Lines beyond the limit. */
  readonly more: number;
  readonly texts: number;
  /** Texts held for the first time. */
  readonly fresh: number;
  readonly since: { readonly look: string | null; readonly at: number | null };
  /** The mark of all that was looked at. */
  readonly mark: Pick<Mark, 'revision' | 'happening'>;
}

export interface ChangesRequest {
  /** Whose mark counts; null: all there ever was. */
  readonly look: string | null;
  /** Only what was seen since, milliseconds since 1970; goes before the mark. */
  readonly since: number | null;
  /** Only edits with these words among those that changed. */
  readonly search: string | null;
  readonly source: Reference | null;
  readonly limit: number;
}

/** What a difference touches, heaviest first; a change of class only weighs as its class does. */
const FLAG_RANK: Readonly<Record<AttentionFlag, number>> = {
  negation: 100,
  number: 70,
  modality: 60,
  condition: 60,
  date: 55,
  name: 50,
  'quantity word': 45,
  place: 40,
  tense: 30,
};
const CLASS_RANK: Readonly<Record<DifferenceClass, number>> = {
  'speaker change': 50,
  omission: 22,
  replacement: 20,
  addition: 18,
  move: 10,
  continuation: 8,
  'filler only': 3,
  'grammar only': 3,
  'punctuation only': 1,
};
const HAPPENING_RANK: Readonly<Record<HappeningKind, number>> = {
  gone: 90,
  absent: 85,
  back: 35,
  'layout changed': 28,
  gap: 26,
  late: 25,
  blocked: 24,
  'marked as edited': 15,
  moved: 12,
  'gap filled': 6,
  'read again': 5,
};
/** An edit of so many texts is one line. */
const SHARED = 3;
const BATCH = 500;
/** Looks that are gone through for the last that saw the words before. */
const LOOKS_BACK = 500;

/** Lists what changed since somebody looked. Throws `stopped`. */
export async function listChanges(request: ChangesRequest, effects: Effects): Promise<ChangesReport> {
  const { archive, signal } = effects;
  const { following } = archive;
  const mark = request.look === null || request.since !== null ? null : await following.mark(request.look);
  const present = await following.present();
  const changed = await changedSince(mark?.revision ?? 0, request, effects);
  const compared: Compared[] = [];
  for (const text of changed) {
    if (signal?.aborted) throw stopped();
    compared.push(await compare(text, effects));
  }
  const sources = new Map((await following.sources()).map((source) => [source.reference, source]));
  const happenings: Happening[] = [];
  for (let after = mark?.happening ?? 0; ; ) {
    const batch = await following.happenings({ after, limit: BATCH });
    happenings.push(...batch);
    if (batch.length < BATCH) break;
    after = batch.at(-1)!.number;
  }
  const told = happenings.filter(
    ({ source, at, title, detail }) =>
      (request.source === null || source === request.source) &&
      (request.since === null || at >= request.since) &&
      (request.search === null || holdsWords(`${title ?? ''} ${detail}`, request.search)),
  );
  const lines = [...editLines(compared, request.search), ...happeningLines(told, sources)].toSorted(
    (a, b) => b.rank - a.rank,
  );
  const shown = lines.slice(0, request.limit);
  return {
    lines: await Promise.all(shown.map((line) => withInterval(line, effects))),
    more: lines.length - shown.length,
    texts: changed.length,
    fresh: await following.newTexts(mark?.revision ?? 0),
    since: { look: request.look, at: request.since ?? mark?.at ?? null },
    mark: present,
  };
}

/** Texts that have new wordings, each once: from the wording before the first of them to the newest. */
async function changedSince(
  after: number,
  { since, source }: ChangesRequest,
  { archive }: Effects,
): Promise<ChangedText[]> {
  const byDocument = new Map<Reference, HeldRevision[]>();
  for (let from = after; ; ) {
    const batch = await archive.following.revisions({ after: from, limit: BATCH });
    for (const revision of batch) {
      if (source !== null && revision.source !== source) continue;
      const { reference } = revision.document;
      const captured = capturedAt(revision.document, revision.after);
      if (since !== null && (captured === null || captured < since)) continue;
      byDocument.set(reference, [...(byDocument.get(reference) ?? []), revision]);
    }
    if (batch.length < BATCH) break;
    from = batch.at(-1)!.number;
  }
  return [...byDocument.values()].map((revisions) => {
    const [first, last] = [revisions[0]!, revisions.at(-1)!];
    return {
      document: last.document,
      source: last.source,
      before: first.before,
      after: last.after,
      steps: revisions.length,
      first: capturedAt(last.document, first.after) ?? 0,
      between: { after: null, before: capturedAt(last.document, last.after) ?? 0 },
    };
  });
}

function capturedAt({ versions }: Document, version: Reference): number | null {
  return momentOf(versions.find(({ reference }) => reference === version)?.captured ?? null);
}

interface Compared {
  readonly text: ChangedText;
  readonly before: string;
  readonly differences: readonly Difference[];
  readonly reverted: boolean;
}

async function compare(text: ChangedText, { archive }: Effects): Promise<Compared> {
  const language = text.document.language?.value ?? null;
  const between = async (from: Reference, to: Reference): Promise<Compared> => {
    const [a, b] = [mainText(await archive.text(from)), mainText(await archive.text(to))];
    const { changes } = compareTexts(a, b, language);
    return { text, before: a.text, differences: changes, reverted: false };
  };
  const whole = await between(text.before, text.after);
  if (whole.differences.length > 0 || text.steps === 1) return whole;
  // Changed and changed back: what stood there in between is what is worth seeing.
  const { versions } = text.document;
  const first = versions.findIndex(({ reference }) => reference === text.before);
  const middle = versions[first + 1];
  return middle ? { ...(await between(text.before, middle.reference)), reverted: true } : whole;
}

function rankOf({ flags, class: kind, a, b }: Difference): number {
  const words = Math.max(a.text.length, b.text.length) / 6;
  return Math.max(CLASS_RANK[kind], ...flags.map((flag) => FLAG_RANK[flag])) + Math.min(8, Math.log2(1 + words));
}

function keyOf({ a, b }: Difference): string {
  return `${a.text.trim()}\u0000${b.text.trim()}`;
}

/** A line for each edit that several texts share, and one for what else changed in each text. */
function editLines(compared: readonly Compared[], search: string | null): ChangeLine[] {
  const having = new Map<string, Compared[]>();
  for (const one of compared)
    for (const key of new Set(one.differences.map(keyOf))) {
      const list = having.get(key);
      if (list) list.push(one);
      else having.set(key, [one]);
    }
  const lines: ChangeLine[] = [];
  const told = new Set<string>();
  for (const one of compared) {
    const own = one.differences.filter((difference) => having.get(keyOf(difference))!.length < SHARED);
    // Of a text whose every edit is shared the shared lines tell all.
    if (own.length > 0 || one.differences.length === 0) lines.push(lineOf(own, [one.text], one));
    for (const difference of one.differences) {
      const key = keyOf(difference);
      const sharing = having.get(key)!;
      if (sharing.length < SHARED || told.has(key)) continue;
      told.add(key);
      lines.push(
        lineOf(
          [difference],
          sharing.map(({ text }) => text),
          one,
        ),
      );
    }
  }
  if (search === null) return lines;
  return lines.filter(
    (line) => line.kind === 'edit' && line.differences.some(({ a, b }) => holdsWords(`${a.text} ${b.text}`, search)),
  );
}

function lineOf(
  differences: readonly Difference[],
  texts: readonly ChangedText[],
  { before, reverted }: Compared,
): ChangeLine {
  const sorted = differences.toSorted((x, y) => rankOf(y) - rankOf(x));
  const classes: Partial<Record<DifferenceClass, number>> = {};
  for (const { class: kind } of differences) classes[kind] = (classes[kind] ?? 0) + 1;
  return {
    kind: 'edit',
    rank: sorted[0] ? rankOf(sorted[0]) : 0,
    flags: [...new Set(sorted.flatMap(({ flags }) => flags))].toSorted((x, y) => FLAG_RANK[y] - FLAG_RANK[x]),
    classes,
    differences: sorted,
    texts,
    reverted,
    text: before,
  };
}

/** A line for each kind of happening of each source. */
function happeningLines(happenings: readonly Happening[], sources: ReadonlyMap<Reference, Source>): ChangeLine[] {
  const groups = new Map<string, Happening[]>();
  for (const happening of happenings) {
    const key = `${happening.source} ${happening.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), happening]);
  }
  return [...groups.values()].map((group) => {
    const [{ kind, source }] = group as [Happening];
    return { kind, rank: HAPPENING_RANK[kind], source: sources.get(source) ?? null, happenings: group };
  });
}

/** Whether all words of a search stand in a text; those in double quotes one behind the other. */
function holdsWords(text: string, search: string): boolean {
  const held = ` ${words(text).folded.join(' ')} `;
  const phrases = [...search.matchAll(/"([^"]+)"|(\S+)/g)].map(
    ([, phrase, word]) => words(phrase ?? word ?? '').folded,
  );
  return phrases.every((phrase) => phrase.length === 0 || held.includes(` ${phrase.join(' ')} `));
}

/** When the last look was that still saw the words before. */
async function withInterval(line: ChangeLine, { archive }: Effects): Promise<ChangeLine> {
  if (line.kind !== 'edit') return line;
  const texts = await Promise.all(
    line.texts.map(async (text): Promise<ChangedText> => {
      const key = text.document.id;
      if (text.source === null || key === null) return text;
      const own = await archive.following.polls({ source: text.source, item: key, limit: LOOKS_BACK });
      // The words of a post stand in the place itself: looks at that tell of them.
      const polls = own.length > 0 ? own : await archive.following.polls({ source: text.source, limit: LOOKS_BACK });
      const last = polls.find(
        ({ at, outcome, item }) =>
          at < text.first && outcome.startsWith('present') && (own.length > 0 || item === null),
      );
      return { ...text, between: { ...text.between, after: last?.at ?? null } };
    }),
  );
  return { ...line, texts };
}
