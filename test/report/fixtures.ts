/**
 * Checks made by hand for tests of what is drawn and encoded. Offsets are worked out from the words, so that a row
 * reads like a draft beside a source.
 */
import { parseWhen } from '#base/index.js';
import type {
  AttentionFlag,
  Change,
  Check,
  Coverage,
  DifferenceClass,
  DraftCheck,
  Quotation,
  Reading,
  Status,
  Wording,
} from '#record/index.js';

/** One difference: draft words, source words, class, flags; a third string in `near` tells equal words apart. */
export type Differing = readonly [
  a: string,
  b: string,
  cls: DifferenceClass,
  flags?: readonly AttentionFlag[],
  move?: number,
];

/** Changes between two texts from their differing words in order; equal words between them must be equal. */
export function changing(a: string, b: string, base: number, rows: readonly Differing[]): Change[] {
  let atA = 0;
  let atB = 0;
  return rows.map(([wordsA, wordsB, cls, flags = [], move]) => {
    const startA = wordsA === '' ? -1 : a.indexOf(wordsA, atA);
    const startB = wordsB === '' ? -1 : b.indexOf(wordsB, atB);
    if ((wordsA !== '' && startA < 0) || (wordsB !== '' && startB < 0))
      throw new RangeError(`${wordsA} / ${wordsB} is not there`);
    const [x, y] =
      startA < 0 ? [atA + (startB - atB), startB] : startB < 0 ? [startA, atB + (startA - atA)] : [startA, startB];
    atA = x + wordsA.length;
    atB = y + wordsB.length;
    return {
      class: cls,
      flags,
      a: { start: x, end: atA, text: wordsA },
      b: { start: base + y, end: base + atB, text: wordsB },
      ...(move === undefined ? {} : { move }),
    };
  });
}

export interface Place {
  readonly before?: string;
  readonly text: string;
  readonly after?: string;
  readonly differing?: readonly Differing[];
  readonly of?: string;
  readonly role?: Reading['role'];
  readonly score?: number;
  readonly document?: number;
  readonly version?: number;
  readonly title?: string;
  readonly kind?: Reading['kind'];
  readonly speaker?: string | null;
  readonly turnKind?: Reading['turnKind'];
  readonly said?: string | null;
  readonly published?: string;
  readonly guessed?: boolean;
  readonly address?: string | null;
}

/** A reading of quoted words; `of` are the quotation's words that this place stands for, all of them unless given. */
export function reading(quoted: string, place: Place): Reading {
  const before = place.before ?? '';
  const start = before.length;
  const from = place.of === undefined ? 0 : quoted.indexOf(place.of);
  const covered = place.of ?? quoted;
  const number = place.document ?? 17;
  const basis = place.guessed === true ? 'guessed' : 'stated';
  const changes = changing(covered, place.text, start, place.differing ?? []).map((change) => {
    const a = { text: change.a.text, start: change.a.start + from, end: change.a.end + from };
    return Object.assign(change, { a });
  });
  return {
    reference: `d${number}v${place.version ?? 1}`,
    document: `d${number}`,
    version: `d${number}v${place.version ?? 1}`,
    capture: `c${number}`,
    title: place.title ?? 'Press conference, Port Sable',
    address: place.address ?? null,
    said: place.said === null ? null : parseWhen(place.said ?? '2026-03-12', basis),
    published: place.published === undefined ? null : parseWhen(place.published, basis),
    kind: place.kind ?? 'verbatim transcript',
    occasion: null,
    body: null,
    speaker: place.speaker === undefined ? 'FOREIGN MINISTER VARGA' : place.speaker,
    turnKind: place.turnKind ?? null,
    start,
    end: start + place.text.length,
    text: place.text,
    before,
    after: place.after ?? '',
    score: place.score ?? 1,
    changes,
    covers: { start: from, end: from + covered.length },
    role: place.role ?? 'matched',
  };
}

export interface Row {
  readonly quoted: string;
  /** The words as they stand in the draft, if pieces of it are interrupted; joined by one space they are `quoted`. */
  readonly pieces?: readonly string[];
  readonly speaker?: string | null;
  readonly cue?: string;
  readonly likely?: boolean;
  readonly occasion?: string;
  readonly kind?: Quotation['kind'];
  readonly labels?: readonly string[];
  readonly status: Status;
  readonly wording?: Wording;
  readonly attributionFinding?: Check['attributionFinding'];
  readonly records?: Check['records'];
  readonly flags?: Check['flags'];
  readonly look?: boolean;
  readonly notes?: readonly string[];
  readonly differsFrom?: readonly number[];
  readonly seen?: readonly [places: number, documents: number, first: string | null, nearest?: string];
  readonly places?: readonly Place[];
}

const WORDING_OF: Partial<Record<Status, Wording>> = {
  'wrong speaker': 'exact',
  'wrong occasion': 'exact',
  'records disagree': 'exact',
  'second-hand only': 'exact',
  'follows a translation': 'exact',
};

/** A check on a quotation of a draft; the n-th row is the n-th quotation, found from where the one before ended. */
export function checksOf(text: string, rows: readonly Row[]): Check[] {
  let at = 0;
  return rows.map((row, i) => {
    const words = row.pieces ?? [row.quoted];
    const spans = words.map((piece) => {
      const start = text.indexOf(piece, at);
      if (start < 0) throw new RangeError(`not in the draft behind ${at}: ${piece}`);
      at = start + piece.length;
      return { start, end: at };
    });
    const find = (what: string | undefined): { start: number; end: number; text: string } | null => {
      const start = what === undefined ? -1 : text.indexOf(what);
      return start < 0 ? null : { start, end: start + what!.length, text: what! };
    };
    const speaker = row.speaker === undefined ? 'Varga' : row.speaker;
    const first = spans[0]!.start;
    at = (row.pieces ?? []).length > 1 ? at : first + 1;
    return {
      quotation: {
        n: i + 1,
        start: first,
        end: spans.at(-1)!.end,
        text: row.quoted,
        pieces: spans,
        joins: spans
          .slice(1)
          .map((span, k) => (text.slice(spans[k]!.end, span.start).includes('\n') ? 'paragraph' : 'interruption')),
        turns: (row.labels ?? []).map((label) => ({
          label,
          start: text.indexOf(label) + label.length + 2,
          end: spans.at(-1)!.end,
        })),
        nested: [],
        block: false,
        kind: row.kind ?? 'direct',
        attribution: {
          speaker,
          named: speaker === null ? null : find(speaker),
          cue: speaker === null ? null : find(row.cue ?? 'said'),
          certainty: speaker === null ? 'unknown' : row.likely === true ? 'likely' : 'sure',
          occasion: find(row.occasion),
          when: null,
        },
      },
      status: row.status,
      wording: row.wording ?? WORDING_OF[row.status] ?? (row.status as Wording),
      attributionFinding: row.attributionFinding ?? 'agrees',
      records: row.records ?? 'only one held',
      flags: row.flags ?? [],
      rule: row.status.replaceAll(' ', '-'),
      look: row.look ?? (row.kind === undefined && !row.status.startsWith('exact')),
      notes: row.notes ?? [],
      differsFrom: row.differsFrom ?? [],
      seen: {
        places: row.seen?.[0] ?? row.places?.length ?? 0,
        documents: row.seen?.[1] ?? row.places?.length ?? 0,
        first: row.seen?.[2] ? parseWhen(row.seen[2]) : null,
        nearest: row.seen?.[3] ? parseWhen(row.seen[3]) : null,
      },
      readings: (row.places ?? []).map((place) => reading(row.quoted, place)),
    };
  });
}

export const COVERAGE: Coverage = {
  texts: 214,
  words: 1_204_332,
  sources: 16,
  speakers: 31,
  from: '2025-01-01',
  to: '2026-03-14',
  undated: 3,
  languages: [
    { language: 'en', texts: 190 },
    { language: 'ru', texts: 24 },
  ],
};

export function draftCheck(text: string, rows: readonly Row[], more: Partial<DraftCheck> = {}): DraftCheck {
  return {
    draft: { name: 'harbour-talks.docx', title: 'Harbour talks end with “a frank exchange”', text, language: 'en' },
    rules: 'folding/1 marks/1 judgment/1',
    coverage: COVERAGE,
    checks: checksOf(text, rows),
    links: [],
    problems: [],
    ...more,
  };
}
