/** What fetching needs of the world besides the network; tests give a clock of their own, names and their machines. */
import { lookup } from 'node:dns/promises';

export interface FetchEffects {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls once after so many milliseconds; what comes back calls it off. */
  after(milliseconds: number, call: () => void): () => void;
  /** The IP addresses that a name stands for, best first. Rejects where there are none. */
  lookup(host: string): Promise<readonly string[]>;
}

/** The clock, timers and names of this machine. Waiting keeps no process alive. */
export function onThisMachine(): FetchEffects {
  return {
    now: () => Date.now(),
    after: (milliseconds, call) => {
      const timer = setTimeout(call, milliseconds);
      return () => clearTimeout(timer);
    },
    lookup: async (host) => (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address),
  };
}
