/**
 * The main job: a draft's quotations, each traced to the exact words in held texts. Nothing of the draft is kept.
 * The archive is asked for all quotations at once, and again with a wider search only for those that the first
 * answer left open: three reads at most.
 */
import type { Archive, Recalled, RecallRequest } from '#archive/index.js';
import { ERROR_CODES, type ErrorCode, OnrecordError } from '#base/index.js';
import { attribute, readQuotations } from '#quotations/index.js';
import {
  type Check,
  type Document,
  type DraftCheck,
  type Quotation,
  type Rendering,
  knownPeople,
} from '#record/index.js';
import { bendsWords, FOLDING, foldWord } from '#text/index.js';
import type { Extractor } from './effects.js';
import { Judge, RULES, isOwnText, judgeDraft, placesIn, relatedNames } from '#trace/index.js';

export interface DraftInput {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mediaType: string | null;
  /** Language of the draft; found out where it is not given. */
  readonly language?: string | null;
  /** Its day where somebody says so, ISO 8601: goes before the date in the draft. */
  readonly day?: string | null;
}

export interface CheckEffects {
  readonly archive: Archive;
  /** Reads the draft; here and now where nothing is given. */
  readonly extract?: Extractor;
  /** The draft's day, ISO 8601: what "on Thursday" is reckoned from. The draft's own date goes before it. */
  readonly day: string;
  readonly signal?: AbortSignal;
  /** Called with the number of quotations that are judged. */
  readonly progress?: (progress: { readonly done: number; readonly total: number }) => void;
}

/** Places up to which a seed is followed, read by read. */
const CAPS = [48, 256, 2048] as const;
/** What matters for a text that is to be held, and says nothing to the writer of a draft. */
const OF_HELD_TEXTS: ReadonlySet<string> = new Set(['date-missing', 'language-unknown', 'kind-unknown']);
/** Candidates asked for, read by read. */
const LIMITS = [24, 32, 48] as const;

/** Checks every quotation of a draft. Throws OnrecordError if the draft cannot be read. */
export async function checkDraft(draft: DraftInput, effects: CheckEffects): Promise<DraftCheck> {
  const { archive } = effects;
  // The parsers are the heaviest part of all; jobs that read nothing do not load them.
  const extract = effects.extract ?? (await import('#extract/index.js')).extract;
  const { value, problems } = await extract({ bytes: draft.bytes, name: draft.name, mediaType: draft.mediaType });
  const text = value[0];
  if (!text) {
    const [problem] = problems;
    const code = problem && isErrorCode(problem.code) ? problem.code : 'input-unreadable';
    throw new OnrecordError(code, problem?.message ?? `${draft.name} holds no text.`);
  }
  const { rendering, facts } = text;
  const language = draft.language ?? facts.language?.value ?? null;
  const day = draft.day ?? (facts.said ?? facts.published)?.at.slice(0, 10) ?? effects.day;
  const [coverage, settings, people] = await Promise.all([archive.coverage(), archive.settings(), archive.people()]);
  const names = { people, aliases: settings.aliases, known: knownPeople(people, settings.aliases) };
  const quotations = readQuotations(rendering, language);
  const found = attribute(rendering, quotations.value, { ...names, language, day });
  const related: Related = new Map();
  const judge = new Judge({
    ...names,
    style: settings.houseStyle,
    language,
    words: coverage.words,
    related,
    places: placesIn(rendering.text),
  });
  const open = found.map((quotation) => ({ quotation, parts: judge.parts(quotation, rendering.text) }));
  const checks = new Map<Quotation, Check>();
  const evidence = new Map<Quotation, readonly Recalled[]>();
  for (let read = 0; read < CAPS.length && open.length > 0; read++) {
    effects.signal?.throwIfAborted();
    const requests = open.flatMap(({ quotation, parts }) =>
      parts.map(
        ({ quoted }): RecallRequest => ({
          fragments: quoted.fragments,
          forms: bendsWords(quoted.words.language) ? quoted.words.language : null,
          cap: CAPS[read]!,
          limit: LIMITS[read]!,
          prefer: {
            speaker: surnameOf(quotation.attribution.speaker),
            day: quotation.attribution.when?.at.slice(0, 10) ?? null,
          },
        }),
      ),
    );
    const recalled = await archive.recall(requests);
    let k = 0;
    for (const { quotation, parts } of open) {
      const answers = recalled.slice(k, k + parts.length);
      evidence.set(
        quotation,
        answers.map((r) => ({
          ...r,
          candidates: r.candidates.filter((c) => !isOwnText(c, rendering.text, quotation)),
        })),
      );
      k += parts.length;
    }
    await addRelated(related, archive, recalled);
    const still: typeof open = [];
    for (const item of open) {
      const { check, settled } = judge.judge(item.quotation, item.parts, evidence.get(item.quotation)!);
      checks.set(item.quotation, check);
      if (!settled) still.push(item);
      effects.progress?.({ done: checks.size - still.length, total: found.length });
    }
    open.splice(0, open.length, ...still);
  }
  return {
    draft: { name: draft.name, title: facts.title || null, text: rendering.text, language },
    rules: `${RULES}, ${FOLDING}`,
    coverage,
    checks: judgeDraft(
      found.map((quotation) => checks.get(quotation)!),
      language,
    ),
    links: rendering.links,
    problems: [...problems, ...text.problems, ...quotations.problems].filter(({ code }) => !OF_HELD_TEXTS.has(code)),
  };
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_CODES, code);
}

function surnameOf(speaker: string | null): string | null {
  const last = speaker?.trim().split(/\s+/).at(-1);
  return last ? foldWord(last) : null;
}

type Related = Map<string, { readonly document: Document; readonly rendering: Rendering }>;

/** The texts that candidates say they translate or correct, and the translations themselves, whole. */
async function addRelated(related: Related, archive: Archive, recalled: readonly Recalled[]): Promise<void> {
  const candidates = recalled.flatMap((r) => r.candidates);
  const add = async (name: string, document: Document | null): Promise<void> => {
    const newest = document?.versions.at(-1);
    if (document && newest && !related.has(name))
      related.set(name, { document, rendering: await archive.text(newest.reference) });
  };
  for (const name of relatedNames(candidates)) await add(name, await archive.document(name));
  for (const { document } of candidates) if (document.translationOf !== null) await add(document.reference, document);
}
