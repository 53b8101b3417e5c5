/**
 * One look at an address: fetched, kept as it came, and told apart by what the answer says of the address. Whatever came
 * is kept before anything reads it, refusals too: they are evidence of having looked. A status is one witness only; what
 * stands in the body, the readers of places say.
 */
import type { Look } from '#archive/index.js';
import type { Fetched, Validators } from '#capture/index.js';
import { parseAllowed } from '#capture/index.js';
import { parseWhen, type Reference, type When } from '#base/index.js';
import type { PlaceBytes } from '#capture/index.js';
import type { HeldValidators, Source } from '#record/index.js';
import type { FollowEffects } from './follow-effects.js';

/** What an address answered. */
export type Asked =
  /** The server says that what it gave with these validators stands. */
  | { readonly answer: 'same'; readonly status: number; readonly capture: null }
  | {
      readonly answer: 'bytes';
      readonly status: number;
      readonly capture: Reference;
      readonly given: PlaceBytes;
      readonly validators: HeldValidators;
      /** These very bytes were held from this address before. */
      readonly known: boolean;
      readonly retryAfter: number | null;
    }
  | {
      readonly answer: 'missing';
      readonly how: 'gone' | 'not found';
      readonly status: number;
      readonly capture: Reference | null;
      readonly detail: string;
    }
  | {
      readonly answer: 'nothing';
      readonly outcome: 'blocked' | 'failing' | 'withheld by robots';
      readonly status: number | null;
      readonly capture: Reference | null;
      readonly retryAfter: number | null;
      readonly detail: string;
    };

/** A refusal of this length at most is kept: walls are small, and what is not is no evidence. */
const LARGEST_REFUSAL = 2_000_000;

/** So many looks at an address, one asks for all of it whatever is held: a server may answer “not modified” wrongly. */
const LOOKS_TO_A_WHOLE = 5;

/** Whether a look is one that asks without validators. */
export function asksWhole({ token }: Pick<Look, 'token'>): boolean {
  return token % LOOKS_TO_A_WHOLE === 0;
}

/** Asks an address, and keeps what came. Throws OnrecordError `stopped`, and what the archive throws. */
export async function askAddress(
  input: {
    readonly address: string;
    readonly validators: HeldValidators | null;
    readonly source: Pick<Source, 'allow' | 'recipe'>;
  },
  effects: FollowEffects,
): Promise<Asked> {
  const { address, validators, source } = input;
  const outcome = await effects.fetch({
    address,
    allow: source.allow.flatMap((written) => parseAllowed(written) ?? []),
    ...(source.recipe.gap === undefined ? {} : { gap: source.recipe.gap * 1000 }),
    ...(validators === null ? {} : { validators: sendable(validators) }),
    ...(effects.signal === undefined ? {} : { signal: effects.signal }),
  });
  switch (outcome.outcome) {
    case 'refused':
      return {
        answer: 'nothing',
        outcome: outcome.by === 'robots' ? 'withheld by robots' : 'failing',
        status: null,
        capture: null,
        retryAfter: null,
        detail: outcome.message,
      };
    case 'failed':
      return {
        answer: 'nothing',
        outcome: 'failing',
        status: outcome.exchange?.status ?? null,
        capture: null,
        retryAfter: null,
        detail: outcome.message,
      };
    case 'not modified':
      // Without anything held that it belongs to, "not modified" says nothing.
      return validators === null
        ? {
            answer: 'nothing',
            outcome: 'failing',
            status: 304,
            capture: null,
            retryAfter: null,
            detail: 'It answers “not modified” although nothing was asked of it.',
          }
        : { answer: 'same', status: 304, capture: null };
    case 'fetched':
      return read(outcome, address, effects);
  }
}

async function read(fetched: Fetched, asked: string, effects: FollowEffects): Promise<Asked> {
  const { status } = fetched.exchange;
  const retryAfter = fetched.retryAfter === null ? null : fetched.retryAfter * 1000;
  if (status >= 200 && status < 300) {
    const { capture, digest, known } = await keep(fetched, asked, effects);
    return {
      answer: 'bytes',
      status,
      capture,
      known,
      retryAfter,
      given: {
        bytes: fetched.decoded,
        mediaType: fetched.mediaType,
        address: fetched.address,
        headers: Object.fromEntries(fetched.exchange.headers.map(([name, value]) => [name.toLowerCase(), value])),
      },
      validators: { ...fetched.validators, address: fetched.validators.address ?? fetched.address, digest },
    };
  }
  const evidence = fetched.decoded.length > 0 && fetched.decoded.length <= LARGEST_REFUSAL;
  const kept = evidence ? await keep(fetched, asked, effects) : null;
  const capture = kept?.capture ?? null;
  if (kept && !kept.known)
    await effects.archive.refuse([
      { capture: kept.capture, extractor: 'onrecord/0', reason: `The host answered ${status}: no text.` },
    ]);
  const detail = `The host answered ${status}${fetched.exchange.statusText ? ` (${fetched.exchange.statusText})` : ''}.`;
  if (status === 404) return { answer: 'missing', how: 'not found', status, capture, detail };
  if (status === 410) return { answer: 'missing', how: 'gone', status, capture, detail };
  const outcome = [401, 402, 403, 407, 429, 451].includes(status) ? 'blocked' : 'failing';
  return { answer: 'nothing', outcome, status, capture, retryAfter, detail };
}

async function keep(
  { exchange, redirects, decoded, mediaType }: Fetched,
  origin: string,
  { archive }: FollowEffects,
): Promise<{ readonly capture: Reference; readonly digest: string; readonly known: boolean }> {
  const [receipt] = await archive.capture([
    { bytes: decoded, origin, mediaType, at: instantOf(exchange.at), exchange, redirects },
  ]);
  return receipt!;
}

/** The moment of an exchange as a When, to the second. */
function instantOf(at: string): When {
  return parseWhen(`${at.slice(0, 19)}Z`)!;
}

/** Validators as they are sent: what belongs to other bytes is never asked by. */
function sendable({ etag, lastModified, address }: HeldValidators): Validators {
  return { etag, lastModified, address };
}
