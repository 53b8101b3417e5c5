/** Sites of the test web on real loopback ports, for processes of their own; what stands there goes by the test's clock. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Site } from '../capture/web/web.js';

export interface ServedSite {
  /** "127.0.0.1:34567" */
  readonly host: string;
  /** "http://127.0.0.1:34567" */
  readonly base: string;
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[];
  close(): void;
}

/** Serves a site; `now` says what moment it is there. */
export async function serveSite(site: Site, now: () => number): Promise<ServedSite> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', base);
    asked.push(url.pathname + url.search);
    const answer = site.answer({
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      now: now(),
      base,
      baseOf: () => base,
    });
    if (answer === null) return;
    if ('raw' in answer) return answer.raw(request.socket);
    response.writeHead(answer.status ?? 200, answer.headers as never);
    response.end(answer.body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const base = `http://${host}`;
  return {
    host,
    base,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
