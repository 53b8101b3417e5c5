/** The main job: a draft's quotations, each traced to the exact words in held texts. Nothing of the draft is kept. */
import { ERROR_CODES, type ErrorCode, OnrecordError } from '#base/index.js';
import { attribute, readQuotations } from '#quotations/index.js';
import type { DraftCheck, TextFilter } from '#record/index.js';
import { FOLDING } from '#text/index.js';
import { RULES } from '#trace/index.js';
import type { Extractor } from './effects.js';
import { type JudgeEffects, judgeQuotations, knownToArchive } from './judge-quotations.js';
import { mindFilter } from './look-up.js';

export interface DraftInput {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mediaType: string | null;
  /** Language of the draft; found out where it is not given. */
  readonly language?: string | null;
  /** Its day where somebody says so, ISO 8601: goes before the date in the draft. */
  readonly day?: string | null;
  /** Only these of the texts held are searched. */
  readonly filter?: TextFilter;
}

export interface CheckEffects extends JudgeEffects {
  /** Reads the draft; here and now where nothing is given. */
  readonly extract?: Extractor;
  /** The draft's day, ISO 8601: what "on Thursday" is reckoned from. The draft's own date goes before it. */
  readonly day: string;
}

/** What matters for a text that is to be held, and says nothing to the writer of a draft. */
const OF_HELD_TEXTS: ReadonlySet<string> = new Set(['date-missing', 'language-unknown', 'kind-unknown']);

/** The rules by which findings are made now. */
export const RULES_NOW = `${RULES}, ${FOLDING}`;

/** Checks every quotation of a draft. Throws OnrecordError if the draft cannot be read, `bad-use` for a filter that can match nothing. */
export async function checkDraft(draft: DraftInput, effects: CheckEffects): Promise<DraftCheck> {
  const { filter = {} } = draft;
  mindFilter(filter);
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
  const known = await knownToArchive(effects.archive, filter);
  await effects.giveWay?.();
  const quotations = readQuotations(rendering, language);
  await effects.giveWay?.();
  const found = attribute(rendering, quotations.value, { ...known.names, language, day });
  const checks = await judgeQuotations(found, { text: rendering.text, language }, known, effects);
  return {
    draft: { name: draft.name, title: facts.title || null, text: rendering.text, language },
    rules: RULES_NOW,
    coverage: known.coverage,
    checks,
    links: rendering.links,
    problems: [...problems, ...text.problems, ...quotations.problems].filter(({ code }) => !OF_HELD_TEXTS.has(code)),
  };
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_CODES, code);
}
