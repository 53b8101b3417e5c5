/**
 * A small web on loopback ports: each site is a host name of its own with a server of its own, written here, that
 * publishes, edits, stalls and lies by a virtual clock. Names are resolved by the web itself, so nothing outside is
 * ever asked. `play` lets the clock run whenever the network has come to rest.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { AllowedAddress, FetchEffects } from '#capture/index.js';
import { VirtualClock } from './virtual-clock.js';

/** What a site is asked. */
export interface Asked {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  /** The virtual instant, milliseconds since 1970. */
  readonly now: number;
  /** "http://host:port" of the site itself. */
  readonly base: string;
  /** The same of another site of this web. */
  readonly baseOf: (host: string) => string;
}

/** What a site answers: a page, or what is done to the socket; null never answers. */
export type Answer =
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string | readonly string[]>>;
      readonly body?: string | Uint8Array;
    }
  | { readonly raw: (socket: Socket) => void }
  | null;

export interface Site {
  readonly host: string;
  answer(asked: Asked): Answer;
}

/** One request that a site saw. */
export interface Seen {
  readonly host: string;
  readonly path: string;
  readonly at: number;
  readonly headers: IncomingMessage['headers'];
  readonly rawHeaders: readonly string[];
  /** Requests of this host that were open at once, this one included. */
  readonly open: number;
}

export interface Web {
  readonly clock: VirtualClock;
  readonly effects: FetchEffects;
  readonly allow: readonly AllowedAddress[];
  readonly seen: readonly Seen[];
  /** "http://host:port" and the path. */
  address(host: string, path?: string): string;
  /** Waits for the promise and lets time pass while the network rests. */
  play<T>(promise: Promise<T>): Promise<T>;
  /** Lets everything happen that is due within so many milliseconds. */
  pass(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

/** Turns of the event loop, and milliseconds, without any stir after which the network is taken to rest. */
const RESTING_TURNS = 12;
const RESTING_MS = 3;
/** After a name was looked up a call is on its way, or its refusal. */
const CALLING_MS = 10;

/** Opens the sites. Close it in afterAll. */
export async function openWeb(sites: readonly Site[], start?: string): Promise<Web> {
  const clock = new VirtualClock(start);
  const seen: Seen[] = [];
  const sockets = new Set<Socket>();
  const open = new Map<string, number>();
  const ports = new Map<string, number>();
  let stirs = 0;
  /** A site that cannot answer is a fault of the test. */
  let fault: Error | null = null;
  let calling = false;
  /** Sockets whose site has still to answer, or its answer to arrive. */
  const talking = new Set<Socket>();
  const baseOf = (host: string): string => `http://${host}:${ports.get(host)}`;

  const serve = (site: Site, request: IncomingMessage, response: ServerResponse): void => {
    stirs++;
    const url = new URL(request.url ?? '/', 'http://site');
    const count = (open.get(site.host) ?? 0) + 1;
    open.set(site.host, count);
    const { headers, rawHeaders } = request;
    seen.push({
      host: site.host,
      path: url.pathname + url.search,
      at: clock.now(),
      headers,
      rawHeaders,
      open: count,
    });
    response.on('close', () => {
      open.set(site.host, open.get(site.host)! - 1);
      stirs++;
    });
    const answer = site.answer({
      path: url.pathname,
      query: url.searchParams,
      headers,
      now: clock.now(),
      base: baseOf(site.host),
      baseOf,
    });
    if (answer === null || 'raw' in answer) talking.delete(request.socket);
    if (answer === null) return;
    if ('raw' in answer) return answer.raw(request.socket);
    const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : (answer.body ?? new Uint8Array());
    response.sendDate = false;
    response.writeHead(answer.status ?? 200, { date: new Date(clock.now()).toUTCString(), ...answer.headers } as never);
    response.end(body);
  };

  const servers = await Promise.all(
    sites.map(async (site): Promise<Server> => {
      const server = createServer((request, response) => {
        try {
          serve(site, request, response);
        } catch (error) {
          fault ??= error as Error;
          request.socket.destroy();
        }
      });
      server.on('connection', (socket) => {
        stirs++;
        calling = false;
        sockets.add(socket);
        talking.add(socket);
        socket
          .on('error', () => {})
          .on('close', () => {
            sockets.delete(socket);
            talking.delete(socket);
            stirs++;
          });
      });
      await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
      ports.set(site.host, (server.address() as AddressInfo).port);
      return server;
    }),
  );

  const rest = async (): Promise<void> => {
    let since = performance.now();
    for (let turns = 0, last = -1; ; turns++) {
      const quiet = performance.now() - since;
      if (stirs !== last || talking.size > 0) [turns, last, since] = [0, stirs, performance.now()];
      else if (turns >= RESTING_TURNS && quiet >= (calling ? CALLING_MS : RESTING_MS)) break;
      await new Promise((resolve) => void setImmediate(resolve));
    }
    calling = false;
  };

  return {
    clock,
    seen,
    effects: {
      now: clock.now,
      after: clock.after,
      lookup: (host) => {
        stirs++;
        calling = true;
        return ports.has(host) ? Promise.resolve(['127.0.0.1']) : Promise.reject(new Error('ENOTFOUND'));
      },
    },
    allow: [...ports].map(([host, port]) => ({ host, port })),
    address: (host, path = '/') => baseOf(host) + path,
    play: async (promise) => {
      let settled = false;
      const done = promise.finally(() => (settled = true));
      done.catch(() => {});
      for (;;) {
        await rest();
        if (fault !== null) throw fault;
        if (settled) return done;
        clock.step();
      }
    },
    pass: async (milliseconds) => {
      const until = clock.now() + milliseconds;
      do await rest();
      while (clock.step(until));
      clock.jump(until - clock.now());
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map((server) => new Promise((resolve) => void server.close(resolve))));
    },
  };
}
