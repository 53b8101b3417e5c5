/**
 * Manners: before each hop the site's robots.txt is asked about and our turn at its host is waited for. The rules are
 * two machines without a clock (turns.ts, robots-roll.ts); here they are joined to timers and to the network.
 */
import { OnrecordError } from '#base/index.js';
import type { AddressRefusal, AllowedAddress, ParsedAddress } from './address.js';
import type { FetchEffects } from './effects.js';
import type { NetworkFailure } from './connect.js';
import type { RobotsGround } from './outcome.js';
import { type RobotsAnswer, type RobotsVerdict, RobotsRoll } from './robots-roll.js';
import { type Ended, LONGEST_GAP, type Ticket, Turns } from './turns.js';

/** How a site is to be treated. */
export interface Manner {
  /** Milliseconds between the end of one request to a host and the start of the next, at least. */
  readonly gap: number;
  /** Milliseconds that our turn is waited for at most. */
  readonly patience: number;
  /** False only where a person said so for this Source. */
  readonly robots: boolean;
}

/** Leave to send one request to a host. */
export interface Leave {
  readonly ground: RobotsGround;
  /** Must be called once when the request has ended. */
  end(ended?: Ended): void;
}

/** Waits for a turn at a host, without asking its robots.txt. */
export type TurnTaker = (
  host: string,
  manner: Manner,
  signal: AbortSignal | undefined,
) => Promise<Omit<Leave, 'ground'> | AddressRefusal>;

export interface Manners {
  /** Waits for leave. Rejects with OnrecordError `stopped` when the signal says so. */
  enter(
    address: ParsedAddress,
    allow: readonly AllowedAddress[],
    manner: Manner,
    signal: AbortSignal | undefined,
  ): Promise<Leave | AddressRefusal | NetworkFailure>;
}

/** Asks a site for its robots.txt; a failure of the network is handed on as it is. */
export type AskRobots = (
  site: ParsedAddress,
  allow: readonly AllowedAddress[],
  manner: Manner,
  turns: TurnTaker,
) => Promise<RobotsAnswer | NetworkFailure>;

/** Who we are to a robots.txt. */
export const TOKEN = 'Onrecord';
/** Requests open at once, over all hosts. */
const MOST_OPEN = 16;

/** Manners by these effects; what is known of hosts and sites lives as long as it does. */
export function createManners(effects: FetchEffects, ask: AskRobots): Manners {
  const turns = new Turns(MOST_OPEN);
  const roll = new RobotsRoll(TOKEN);
  const going = new Map<Ticket, () => void>();
  const asking = new Map<string, Promise<NetworkFailure | null>>();
  let wake: { readonly at: number; readonly callOff: () => void } | null = null;

  const now = steady(() => effects.now());

  const advance = (): void => {
    for (let ticket = turns.next(now()); ticket; ticket = turns.next(now())) {
      const go = going.get(ticket)!;
      going.delete(ticket);
      go();
    }
    const at = turns.nextAt();
    if (at === wake?.at) return;
    wake?.callOff();
    wake = null;
    if (at === null) return;
    const callOff = effects.after(Math.max(1, at - now()), () => {
      wake = null;
      advance();
    });
    wake = { at, callOff };
  };

  const turn: TurnTaker = async (host, { gap, patience }, signal) => {
    const barred = turns.barredUntil(host);
    if (barred > now() + patience) return askedToWait(host, barred, now());
    const ticket: Ticket = { host, gap: Math.min(gap, LONGEST_GAP) };
    return new Promise((resolve, reject) => {
      const end = (answer: () => void): void => {
        going.delete(ticket);
        turns.leave(ticket);
        callOff();
        signal?.removeEventListener('abort', stop);
        answer();
        advance();
      };
      const stop = (): void => end(() => reject(new OnrecordError('stopped', 'Stopped.')));
      const callOff = effects.after(patience, () => end(() => resolve(lineTooLong(host))));
      if (signal?.aborted) return stop();
      signal?.addEventListener('abort', stop, { once: true });
      going.set(ticket, () => {
        callOff();
        signal?.removeEventListener('abort', stop);
        resolve({
          end: (ended) => {
            turns.ended(ticket, now(), ended);
            advance();
          },
        });
      });
      turns.ask(ticket);
      advance();
    });
  };

  /**
   * Asks once, however many want to know, and goes on though one of them stops. Null when the roll knows; the failure
   * where the network failed.
   */
  const learn = (
    site: string,
    address: ParsedAddress,
    allow: readonly AllowedAddress[],
    manner: Manner,
  ): Promise<NetworkFailure | null> => {
    const under = asking.get(site);
    if (under) return under;
    const asked = ask(address, allow, manner, turn)
      .then((answer) => {
        const failed = 'failed' in answer;
        roll.learn(site, failed ? { came: 'nothing' } : answer, effects.now());
        return failed ? answer : null;
      })
      .finally(() => asking.delete(site));
    asking.set(site, asked);
    return asked;
  };

  return {
    enter: async (address, allow, manner, signal) => {
      const { url, host } = address;
      const path = url.pathname + url.search;
      let delay = 0;
      let ground: RobotsGround = 'overridden';
      if (manner.robots) {
        let verdict: RobotsVerdict = roll.look(url.origin, path, effects.now());
        if (verdict.kind === 'ask') {
          const failed = await orStopped(learn(url.origin, address, allow, manner), signal);
          verdict = roll.look(url.origin, path, effects.now());
          if (failed && verdict.kind === 'not reachable') return failed;
        }
        switch (verdict.kind) {
          case 'forbidden':
            return forbidden(host);
          case 'not reachable':
          case 'ask':
            return unreachable(host);
          case 'allowed':
            [ground, delay] = ['allowed', verdict.crawlDelay];
            break;
          case 'no rules':
            ground = 'no rules';
        }
      }
      const leave = await turn(host, { ...manner, gap: Math.max(manner.gap, delay) }, signal);
      return 'reason' in leave ? leave : { ...leave, ground };
    },
  };
}

/** A clock that goes on where another is set back, so that no host is left alone for ten years because of it. */
function steady(clock: () => number): () => number {
  let last = -Infinity;
  let off = 0;
  return () => {
    const now = clock();
    if (now + off < last) off = last - now;
    last = now + off;
    return last;
  };
}

async function orStopped<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new OnrecordError('stopped', 'Stopped.'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function forbidden(host: string): AddressRefusal {
  return {
    reason: 'robots',
    message: `${host} asks programs not to fetch this page (robots.txt).`,
    remedy: 'Save the page from a browser and add the file; or, if you may, add it with --ignore-robots.',
  };
}

function unreachable(host: string): AddressRefusal {
  return {
    reason: 'robots not reachable',
    message: `${host} could not say whether programs may fetch this page (its robots.txt answers with an error), so it was left alone.`,
    remedy: 'Try again later; or, if you may, add it with --ignore-robots.',
  };
}

function askedToWait(host: string, until: number, now: number): AddressRefusal {
  const minutes = Math.ceil((until - now) / 60_000);
  return {
    reason: 'asked to wait',
    message: `${host} asked to be left alone for another ${minutes === 1 ? 'minute' : `${minutes} minutes`}.`,
    remedy: 'Try again then.',
  };
}

function lineTooLong(host: string): AddressRefusal {
  return {
    reason: 'asked to wait',
    message: `Too many pages of ${host} are waited for already.`,
    remedy: 'Try again later.',
  };
}
