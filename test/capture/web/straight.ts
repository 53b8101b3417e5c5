/** Fetches from the sites of the test web without any network in between: a month in a second. */
import { createHash } from 'node:crypto';
import type { FetchOutcome, FetchRequest } from '#capture/index.js';
import type { Site } from './web.js';

export interface Straight {
  readonly fetch: (request: FetchRequest) => Promise<FetchOutcome>;
  /** Addresses that were asked, in order, each with its moment. */
  readonly asked: { readonly address: string; readonly at: number }[];
}

/** `now` is the clock of both sides; hosts are those of the sites, at https. */
export function straightTo(sites: readonly Site[], now: () => number): Straight {
  const asked: { address: string; at: number }[] = [];
  return {
    asked,
    fetch: async ({ address: first, validators }) => {
      let address = first;
      for (let hops = 0; hops < 6; hops++) {
        asked.push({ address, at: now() });
        const url = new URL(address);
        const site = sites.find(({ host }) => host === url.host);
        const failed = (reason: 'dns' | 'reset' | 'redirects', message: string): FetchOutcome => ({
          outcome: 'failed',
          reason,
          message,
          remedy: '',
          address,
          exchange: null,
          redirects: [],
        });
        if (!site) return failed('dns', `${url.host} has no address.`);
        const answer = site.answer({
          path: url.pathname,
          query: url.searchParams,
          headers: {
            ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
            ...(validators?.lastModified ? { 'if-modified-since': validators.lastModified } : {}),
          },
          now: now(),
          base: url.origin,
          baseOf: (host) => `https://${host}`,
        });
        if (answer === null || 'raw' in answer) return failed('reset', `${url.host} broke off its answer.`);
        const { status = 200, headers = {}, body = '' } = answer;
        const decoded = typeof body === 'string' ? new TextEncoder().encode(body) : body;
        const location = headers['location'];
        if (status >= 300 && status < 304 && typeof location === 'string') {
          address = new URL(location, address).href;
          continue;
        }
        const exchange = {
          address,
          at: new Date(now()).toISOString(),
          requestLine: `GET ${url.pathname}${url.search} HTTP/1.1`,
          requestHeaders: [['host', url.host]] as const,
          status,
          statusText: '',
          headers: Object.entries(headers).map(([name, value]) => [name, String(value)] as const),
          body: decoded,
          peer: '127.0.0.1:443',
          certificate: createHash('sha256').update(url.host).digest('hex'),
          timing: { connected: 1, answered: 2, ended: 3 },
        };
        if (status === 304) return { outcome: 'not modified', address, exchange, redirects: [], robots: 'no rules' };
        const header = (name: string): string | null => {
          const value = Object.entries(headers).find(([given]) => given.toLowerCase() === name)?.[1];
          return value === undefined ? null : String(value);
        };
        return {
          outcome: 'fetched',
          address,
          exchange,
          decoded,
          mediaType: header('content-type'),
          validators: { etag: header('etag'), lastModified: header('last-modified'), address },
          retryAfter: header('retry-after') === null ? null : Number(header('retry-after')),
          redirects: [],
          robots: 'no rules',
        };
      }
      return {
        outcome: 'failed',
        reason: 'redirects',
        message: 'It leads in circles.',
        remedy: '',
        address,
        exchange: null,
        redirects: [],
      };
    },
  };
}
