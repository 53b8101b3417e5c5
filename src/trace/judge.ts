/**
 * The judgment of a quotation: three answers, a headline by precedence, flags from the surroundings, and the
 * readings that bear them out. States of the record only. No government, party or person is named in these rules.
 */
import { type Reference, type When, dayOf } from '#base/index.js';
import { Classifier, FitSpace, Interner } from '#collate/index.js';
import {
  type AttributionFinding,
  type Attribution,
  type Candidate,
  type Check,
  type ContextFlag,
  type Document,
  type HouseStyle,
  type Quotation,
  type Reading,
  type RecordsFinding,
  type Rendering,
  type Status,
  type Wording,
  STATUSES,
  wantsLook,
} from '#record/index.js';
import { contextFlags } from './context.js';
import { type Part, partsOf } from './parts.js';
import { type Held, type Place, hold, spanOf } from './place.js';
import { nearestReading, originalReading, readingOf } from './readings.js';
import { correctedLater, recordsOf } from './records.js';
import { byDate, saidWhen, standingOf } from './standing.js';
import { tracePart } from './trace-part.js';
import { type NamesKnown, type SpeakerFit, fitsOccasion, fitsSpeaker, isAsker } from './who.js';

/** Version of the rules of judgment, shown with every finding. */
export const RULES = 'judgment/1';

/** What the archive found for one part of a quotation; archive's Recalled has this shape. */
export interface Evidence {
  readonly candidates: readonly Candidate[];
  readonly bits: readonly (readonly number[])[];
  readonly exact: Check['seen'];
  readonly capped: boolean;
}

export interface Setting extends NamesKnown {
  readonly style: HouseStyle;
  /** Language of the draft. */
  readonly language: string | null;
  /** Folded words that the draft uses as names of places. */
  readonly places?: ReadonlySet<string>;
  /** Words that the archive holds. */
  readonly words: number;
  /** Documents that a candidate says it translates or corrects, by the name it uses, with their newest text. */
  readonly related: ReadonlyMap<string, { readonly document: Document; readonly rendering: Rendering }>;
}

/** A Check, and whether asking the archive for more places could change it. */
export interface Judgment {
  readonly check: Check;
  readonly settled: boolean;
}

/** Order in which the answers of parts make the answer of the whole: the gravest. */
const GRAVEST: readonly Wording[] = [
  'not held',
  'altered in words',
  'stitched',
  'reordered',
  'inflected',
  'altered in form only',
  'exact with marked edits',
  'exact',
];

/** Readings of the same words that are listed besides the first. */
const ALSO = 8;

/** Judges the quotations of one draft; holds the scratch space and the words met, nothing else. */
export class Judge {
  readonly #setting: Setting;
  readonly #interner = new Interner();
  readonly #space = new FitSpace();
  readonly #classifiers = new Map<string, Classifier>();
  readonly #held = new WeakMap<Candidate, Map<string, Held>>();

  constructor(setting: Setting) {
    this.#setting = setting;
  }

  /** The parts of a quotation, each with the fragments that the archive is to be asked for. */
  parts(quotation: Quotation, draft: string): readonly Part[] {
    return partsOf(quotation, draft, this.#interner, this.#setting.language);
  }

  /** Judges a quotation by what was found for each of its parts, in the same order. */
  judge(quotation: Quotation, parts: readonly Part[], evidence: readonly Evidence[]): Judgment {
    const findings = parts.map((part, k) => this.#part(quotation, part, evidence[k]!));
    const gravest = findings.reduce((x, y) => (GRAVEST.indexOf(y.wording) < GRAVEST.indexOf(x.wording) ? y : x));
    const attributionFinding = worstOf(
      ['wrong speaker', 'wrong occasion', 'second-hand only', 'unknown', 'agrees'] as const,
      findings.map((f) => f.attribution),
    );
    const records = worstOf(
      ['disagree', 'follows a translation', 'agree', 'only one held', null] as const,
      findings.map((f) => f.records),
    );
    const status = headline(gravest.wording, attributionFinding, records);
    const flags = [...new Set(findings.flatMap((f) => f.flags))];
    const readings = findings.flatMap((f) => f.readings);
    const notes = [...new Set(findings.flatMap((f) => f.notes))];
    const classes = readings.filter((r) => r.role === 'matched').flatMap((r) => r.changes.map((c) => c.class));
    const judged = quotation.kind === 'direct';
    const check: Check = {
      quotation,
      status,
      wording: gravest.wording,
      attributionFinding,
      records,
      flags,
      rule: ruleOf(status, quotation, findings.length),
      look:
        judged &&
        (flags.length > 0 || (wantsLook(this.#setting.style, status, classes) && !isShapeOnly(status, readings))),
      notes,
      differsFrom: [],
      seen: findings[0]!.seen,
      readings,
    };
    return { check, settled: findings.every((f) => f.settled) };
  }

  #hold(candidate: Candidate, language: string): Held {
    let byLanguage = this.#held.get(candidate);
    if (!byLanguage) this.#held.set(candidate, (byLanguage = new Map()));
    let held = byLanguage.get(language);
    if (!held) byLanguage.set(language, (held = hold(candidate, this.#interner, language)));
    return held;
  }

  #classifierOf(language: string): Classifier {
    let classifier = this.#classifiers.get(language);
    if (!classifier) this.#classifiers.set(language, (classifier = new Classifier(language, this.#setting.places)));
    return classifier;
  }

  #part(quotation: Quotation, part: Part, evidence: Evidence): PartFinding {
    const { language } = part.quoted.words;
    const classifier = this.#classifierOf(language);
    const helds = evidence.candidates.map((c) => this.#hold(c, language));
    const traced = tracePart(part, helds, evidence, this.#setting.words, this.#space, classifier.lexicon);
    const settled = !evidence.capped || (traced.wording !== 'not held' && traced.wording !== 'altered in words');
    if (traced.wording === 'not held') {
      return {
        wording: 'not held',
        attribution: 'unknown',
        records: null,
        flags: [],
        notes: [],
        seen: { places: 0, documents: 0, first: null, nearest: null },
        readings: traced.nearest.map((p) => nearestReading(p, part, classifier)),
        settled,
      };
    }
    const attribution = part.label ? { ...quotation.attribution, speaker: part.label } : quotation.attribution;
    const ordered = this.#ordered(traced.places, attribution);
    // Each part of joined words has a speaker and surroundings of its own.
    const parts = traced.stitches.map(({ place, leg }): Place => ({ ...place, legs: [leg] }));
    const main = ordered[0]!;
    const { finding, disagreeing } = recordsOf(main.place, traced, this.#setting.related);
    // Other words held elsewhere are no witness to these, unless the records disagree on them.
    const witnesses = [...traced.places, ...disagreeing];
    const who =
      parts.length > 0
        ? worstOf(
            ['wrong speaker', 'wrong occasion', 'second-hand only', 'unknown', 'agrees'] as const,
            parts.map((place) => this.#who(this.#ordered([place], attribution), attribution, [place])),
          )
        : this.#who(ordered, attribution, witnesses);
    const later = correctedLater(main.place, traced, this.#setting.related);
    const shown = { asQuestion: isAsker(attribution.speaker, this.#setting), nested: quotation.nested.length > 0 };
    const flags: ContextFlag[] = [
      ...new Set((parts.length > 0 ? parts : [main.place]).flatMap((place) => contextFlags(place, shown))),
    ];
    if (later.corrected) flags.push('later corrected');
    const notes: string[] = [];
    const readings: Reading[] = [];
    if (traced.stitches.length > 0) {
      for (const s of traced.stitches) readings.push(readingOf(s.place, part, classifier, 'matched', s.leg));
    } else readings.push(readingOf(main.place, part, classifier, 'matched'));
    if (traced.stitches.length === 0) {
      // Another record may have the same words in another form.
      const form = traced.others.filter((p) => p.edits === 0 && p.bent === 0 && p.legs.length === 1);
      const also = [...ordered.slice(1).map((o) => o.place), ...form];
      for (const place of also.slice(0, ALSO)) readings.push(readingOf(place, part, classifier, 'also'));
    }
    for (const place of disagreeing) readings.push(readingOf(place, part, classifier, 'disagrees'));
    for (const place of later.places)
      if (!disagreeing.includes(place)) readings.push(readingOf(place, part, classifier, 'disagrees'));
    if (finding === 'follows a translation') {
      const original = originalReading(main.place, this.#setting.related, part);
      if (original) readings.push(original);
    }
    const seen =
      evidence.exact.places >= ordered.length && SAME_WORDS.has(traced.wording) && part.quoted.fragments.length === 1
        ? evidence.exact
        : seenAt(ordered, attribution.when);
    return { wording: traced.wording, attribution: who, records: finding, flags, notes, seen, readings, settled };
  }

  /** Places of the finding, the one to show first: right speaker, right occasion, best standing, earliest. */
  #ordered(places: readonly Place[], attribution: Attribution): Ordered[] {
    const rows = places.map((place): Ordered => {
      const at = spanOf(place);
      const held = place.held;
      return {
        place,
        speaker: fitsSpeaker(attribution, held, at, this.#setting),
        occasion: fitsOccasion(attribution, held),
      };
    });
    const speaker: readonly SpeakerFit[] = ['same', 'unsure', 'in a question', 'different'];
    const standing = ['record', 'translation', 'machine', 'press'] as const;
    return rows.sort((x, y) => {
      const dx = x.place.held.candidate;
      const dy = y.place.held.candidate;
      return (
        Number(isFurniture(x.place)) - Number(isFurniture(y.place)) ||
        standing.indexOf(standingOf(dx.document)) - standing.indexOf(standingOf(dy.document)) ||
        speaker.indexOf(x.speaker) - speaker.indexOf(y.speaker) ||
        Number(x.occasion === false) - Number(y.occasion === false) ||
        Number(isOld(dx)) - Number(isOld(dy)) ||
        Number(x.occasion === null) - Number(y.occasion === null) ||
        byDate(dx.document, dy.document) ||
        spanOf(x.place).start - spanOf(y.place).start
      );
    });
  }

  #who(ordered: readonly Ordered[], attribution: Attribution, held: readonly Place[]): AttributionFinding {
    if (held.every((p) => standingOf(p.held.candidate.document) === 'press')) return 'second-hand only';
    // A witness of lower standing says nothing of who spoke while a better one is at hand; the best stands first.
    const best = standingOf(ordered[0]!.place.held.candidate.document);
    const rows = ordered.filter((o) => standingOf(o.place.held.candidate.document) === best);
    if (attribution.speaker === null)
      return rows.length > 0 && rows.every((o) => o.occasion === false) ? 'wrong occasion' : 'unknown';
    const fitting = rows.filter((o) => o.speaker === 'same');
    if (fitting.length > 0) return fitting.every((o) => o.occasion === false) ? 'wrong occasion' : 'agrees';
    const unsure = rows.filter((o) => o.speaker === 'unsure');
    if (unsure.length > 0) return unsure.every((o) => o.occasion === false) ? 'wrong occasion' : 'unknown';
    return 'wrong speaker';
  }
}

interface PartFinding {
  readonly wording: Wording;
  readonly attribution: AttributionFinding;
  readonly records: RecordsFinding | null;
  readonly flags: readonly ContextFlag[];
  readonly notes: readonly string[];
  readonly seen: Check['seen'];
  readonly readings: readonly Reading[];
  readonly settled: boolean;
}

interface Ordered {
  readonly place: Place;
  readonly speaker: SpeakerFit;
  /** false: another occasion than the draft names; null: not known or not named. */
  readonly occasion: boolean | null;
}

/** The words stand in a menu, a list of links or another piece of the page that is not the text. */
function isFurniture(place: Place): boolean {
  const at = spanOf(place);
  return place.held.candidate.blocks.some((b) => b.kind === 'furniture' && b.start <= at.start && at.start < b.end);
}

/** The words stand in a wording that its publisher has since replaced. */
function isOld(candidate: Candidate): boolean {
  return candidate.document.versions.at(-1)?.reference !== candidate.version.reference;
}

/** Wordings whose words are the source's own, so that all their places can be counted without reading them. */
const SAME_WORDS: ReadonlySet<Wording> = new Set<Wording>(['exact', 'altered in form only']);

function seenAt(ordered: readonly Ordered[], named: When | null): Check['seen'] {
  const documents = [...new Set(ordered.map((o) => o.place.held.candidate.document))].sort(byDate);
  const dated = documents.flatMap((document) => saidWhen(document) ?? []);
  const away = (when: When): number => Math.abs(Date.parse(dayOf(when)) - Date.parse(dayOf(named!)));
  return {
    places: ordered.length,
    documents: documents.length,
    first: documents[0] ? saidWhen(documents[0]) : null,
    nearest: named && dated.length > 0 ? dated.reduce((x, y) => (away(y) < away(x) ? y : x)) : null,
  };
}

/** The status by the precedence table: of all that applies, what stands first in STATUSES. */
function headline(wording: Wording, attribution: AttributionFinding, records: RecordsFinding | null): Status {
  const applies = new Set<Status>([wording]);
  if (wording !== 'not held') {
    if (attribution !== 'agrees' && attribution !== 'unknown') applies.add(attribution);
    if (records === 'disagree') applies.add('records disagree');
    if (records === 'follows a translation') applies.add('follows a translation');
  }
  return STATUSES.find((s) => applies.has(s))!;
}

function ruleOf(status: Status, quotation: Quotation, parts: number): string {
  const rule = `${RULES}: ${status.replaceAll(' ', '-')}`;
  if (quotation.kind !== 'direct') return `${rule}, set apart as ${quotation.kind}`;
  return parts > 1 ? `${rule}, turn by turn` : rule;
}

const SHAPES = /[\s“”„‟"'‘’‚‛`´«»‹›「」『』\-‐‑‒–—―…\p{Default_Ignorable_Code_Point}]|\.{3}/gu;

/** The form differs in shapes of marks and dashes or in characters nobody sees: a matter of fonts, nothing to look at. */
function isShapeOnly(status: Status, readings: readonly Reading[]): boolean {
  if (status !== 'altered in form only') return false;
  return readings
    .filter((r) => r.role === 'matched')
    .every((r) => r.changes.every((c) => c.a.text.replace(SHAPES, '') === c.b.text.replace(SHAPES, '')));
}

function worstOf<T>(order: readonly T[], values: readonly T[]): T {
  return order.find((v) => values.includes(v)) ?? order[order.length - 1]!;
}

/** References of the Documents that candidates say they translate or correct, by the name they use. */
export function relatedNames(candidates: readonly Candidate[]): ReadonlySet<string> {
  const names = new Set<Reference>();
  for (const { document } of candidates) {
    if (document.translationOf) names.add(document.translationOf);
    if (document.corrects) names.add(document.corrects);
  }
  return names;
}
