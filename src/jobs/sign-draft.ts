/** Signs a draft off: checks it once more, and keeps the findings with what was decided about them. */
import { OnrecordError, parseWhen } from '#base/index.js';
import {
  type Check,
  type Decided,
  type Decision,
  type DraftCheck,
  houseRules,
  type Sheet,
  type Status,
} from '#record/index.js';
import { type CheckEffects, checkDraft, type DraftInput } from './check-draft.js';
import type { Clock } from './effects.js';

/** What somebody decided, as a door hands it over. */
export interface DecisionMade {
  /** Number of the quotation in the draft. */
  readonly n: number;
  readonly decided: Decided;
  /** The status that was seen then; another one now, and nothing is signed. */
  readonly status?: Status | null;
  /** ISO 8601; null: now. */
  readonly at?: string | null;
}

/** Who signs, and what was decided. */
export interface Signature {
  readonly by: string;
  readonly note?: string;
  readonly decisions?: readonly DecisionMade[];
  /** The sheet that the new one takes the place of. */
  readonly earlier?: string | null;
}

export interface SignRequest extends Signature {
  readonly draft: DraftInput;
}

/** A name and a note are lines on a printed page. */
const LONGEST_NAME = 200;
const LONGEST_NOTE = 4000;

/** Checks a draft and keeps a sheet of it. Throws OnrecordError as signCheck does, or if the draft cannot be read. */
export async function signDraft(
  { draft, ...signature }: SignRequest,
  effects: CheckEffects & { readonly clock: Clock },
): Promise<Sheet> {
  return signCheck(await checkDraft(draft, effects), signature, effects);
}

/**
 * Keeps a sheet of what was found just now: the draft's text, each finding, what was decided, what is open. Throws
 * OnrecordError `bad-use` where nobody signs, a decision speaks of no quotation, or a finding is not the one that was
 * decided about.
 */
export async function signCheck(
  check: DraftCheck,
  signature: Signature,
  { archive, clock }: Pick<CheckEffects, 'archive'> & { readonly clock: Clock },
): Promise<Sheet> {
  const by = signature.by.replaceAll(/\s+/g, ' ').trim();
  const note = (signature.note ?? '').trim();
  if (by === '') throw new OnrecordError('bad-use', 'Nobody signs.', 'Say who signs the draft off.');
  if (by.length > LONGEST_NAME || note.length > LONGEST_NOTE)
    throw new OnrecordError('bad-use', 'The name or the note is too long.', 'Keep the note under a page.');
  const { houseStyle: style, digest: settings } = await archive.settings();
  const decisions = (signature.decisions ?? []).map((made) => decision(made, check.checks, by, clock));
  const having = (decided: Decided): ReadonlySet<number> =>
    new Set(decisions.filter((each) => each.decided === decided).map(({ n }) => n));
  const [accepted, asked] = [having('accepted'), having('to ask')];
  const open = check.checks.flatMap(({ quotation: { n }, look }) =>
    (look && !accepted.has(n)) || asked.has(n) ? [n] : [],
  );
  return archive.keepSheet({ check, decisions, open, style, settings, earlier: signature.earlier ?? null, note }, by);
}

function decision(made: DecisionMade, checks: readonly Check[], by: string, clock: Clock): Decision {
  const { n, decided } = made;
  const check = checks.find(({ quotation }) => quotation.n === n);
  if (!check)
    throw new OnrecordError('bad-use', `The draft has no quotation ${n}.`, `It has ${checks.length}, numbered from 1.`);
  if (made.status && made.status !== check.status)
    throw new OnrecordError(
      'bad-use',
      `Quotation ${n} was ${made.status} when it was decided about, and is ${check.status} now.`,
      'Check the draft again and decide anew.',
    );
  const at = made.at ? parseWhen(made.at) : clock();
  if (at === null)
    throw new OnrecordError('bad-use', `"${made.at}" is no moment.`, 'Write it like 2025-07-10T14:37:00Z.');
  const classes = check.readings
    .filter(({ role }) => role === 'matched')
    .flatMap(({ changes }) => changes.map((change) => change.class));
  return { n, decided, by, at, rules: decided === 'accepted' ? (houseRules(check.status, classes) ?? []) : [] };
}
