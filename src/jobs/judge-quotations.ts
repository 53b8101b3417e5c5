/**
 * Judges quotations against what is held now. The archive is asked for all of them at once, and again with a wider
 * search only for those that the first answer left open: three reads at most. The findings of a draft's quotations do
 * not hang on one another until they are compared at the end, so another thread may judge some of them.
 */
import type { Archive, Recalled, RecallRequest, Settings } from '#archive/index.js';
import type { Check, Coverage, Document, NamesContext, Quotation, Rendering, TextFilter } from '#record/index.js';
import { knownPeople } from '#record/index.js';
import { bendsWords, foldWord } from '#text/index.js';
import { Judge, isOwnText, judgeDraft, placesIn, relatedNames } from '#trace/index.js';

export interface JudgeEffects {
  readonly archive: Archive;
  readonly signal?: AbortSignal;
  /** Waited for before each piece of thinking: where one thread serves many, the others have their turn. */
  readonly giveWay?: () => Promise<void>;
  /** Called with the number of quotations that are judged. */
  readonly progress?: (progress: { readonly done: number; readonly total: number }) => void;
  readonly elsewhere?: JudgeElsewhere;
}

/** Another thread that judges against the same archive. */
export interface JudgeElsewhere {
  /** Quotations that are judged here while it starts and learns to be quick. */
  readonly headStart: number;
  /** What `judgeShare` finds there. */
  readonly judge: (share: JudgeShare) => Promise<readonly Check[]>;
}

/** Some quotations of a draft, and all that judging them takes besides the archive. */
export interface JudgeShare {
  readonly found: readonly Quotation[];
  readonly draft: { readonly text: string; readonly language: string | null };
  readonly known: Known;
}

/** What is known to an archive besides its texts. */
export interface Known {
  readonly coverage: Coverage;
  readonly settings: Settings;
  readonly names: Omit<NamesContext, 'day'>;
}

/** Fewer than so many are not worth another thread. */
const WORTH_SHARING = 50;
/** Places up to which a seed is followed, read by read. */
const CAPS = [48, 256, 2048] as const;
/** Candidates asked for, read by read. */
const LIMITS = [24, 32, 48] as const;

/** Whom and what the archive knows now; of its texts only those of a filter are searched. */
export async function knownToArchive(archive: Archive, filter: TextFilter = {}): Promise<Known> {
  const [coverage, settings, people] = await Promise.all([
    archive.coverage(filter),
    archive.settings(),
    archive.people(),
  ]);
  const names = { people, aliases: settings.aliases, known: knownPeople(people, settings.aliases) };
  return { coverage, settings, names };
}

/** The finding of each quotation of a draft, in their order. */
export async function judgeQuotations(
  found: readonly Quotation[],
  draft: JudgeShare['draft'],
  known: Known,
  effects: JudgeEffects,
): Promise<readonly Check[]> {
  const { elsewhere, progress } = effects;
  const theirs = elsewhere ? Math.floor((found.length - elsewhere.headStart) / 2) : 0;
  const shared = elsewhere && theirs >= WORTH_SHARING;
  const own = shared ? found.length - theirs : found.length;
  const others = shared ? elsewhere.judge({ found: found.slice(own), draft, known }) : [];
  const [first, second] = await Promise.all([
    judgeShare(
      { found: found.slice(0, own), draft, known },
      {
        ...effects,
        ...(progress && { progress: ({ done }) => progress({ done, total: found.length }) }),
      },
    ),
    others,
  ]);
  return judgeDraft([...first, ...second], draft.language);
}

/** The finding of each quotation, before those of one draft are compared. */
export async function judgeShare(
  { found, draft, known: { coverage, settings, names } }: JudgeShare,
  effects: Omit<JudgeEffects, 'elsewhere'>,
): Promise<readonly Check[]> {
  const { archive } = effects;
  const { text, language } = draft;
  const related: Related = new Map();
  const judge = new Judge({
    ...names,
    style: settings.houseStyle,
    language,
    words: coverage.words,
    related,
    places: placesIn(text),
  });
  const open = found.map((quotation) => ({ quotation, parts: judge.parts(quotation, text) }));
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
    const recalled = await archive.recall(requests, coverage.only);
    let k = 0;
    for (const { quotation, parts } of open) {
      const answers = recalled.slice(k, k + parts.length);
      evidence.set(
        quotation,
        answers.map((r) => ({
          ...r,
          candidates: r.candidates.filter((c) => !isOwnText(c, text, quotation)),
        })),
      );
      k += parts.length;
    }
    await addRelated(related, archive, recalled);
    const still: typeof open = [];
    for (const item of open) {
      await effects.giveWay?.();
      const { check, settled } = judge.judge(item.quotation, item.parts, evidence.get(item.quotation)!);
      checks.set(item.quotation, check);
      if (!settled) still.push(item);
      effects.progress?.({ done: checks.size - still.length, total: found.length });
    }
    open.splice(0, open.length, ...still);
  }
  return found.map((quotation) => checks.get(quotation)!);
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
