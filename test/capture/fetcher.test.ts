/** One fetch after another against a server with every fault: what comes of each, and how soon. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FetchOutcome, type Fetcher, createFetcher } from '#capture/index.js';
import { PAGE, faulty } from './web/faulty.js';
import { type Web, openWeb } from './web/web.js';

let web: Web;
let fetcher: Fetcher;
beforeAll(async () => {
  web = await openWeb([faulty]);
  fetcher = createFetcher({ version: '0', contact: null, authorities: [], gap: 0 }, web.effects);
});
afterAll(() => web.close());

const get = (path: string, more: object = {}): Promise<FetchOutcome> =>
  web.play(fetcher.get({ address: web.address('faulty.test', path), allow: web.allow, ...more }));

describe('a server with every fault', () => {
  const rows: readonly [path: string, outcome: string, more?: object][] = [
    ['/page', 'fetched 200'],
    ['/missing', 'fetched 404'],
    ['/moved', 'fetched 200'],
    ['/hop/5', 'fetched 200'],
    ['/hop/6', 'failed redirects'],
    ['/circle', 'failed redirects'],
    ['/self', 'failed redirects'],
    ['/nowhere', 'failed redirects'],
    ['/inside', 'refused port'],
    ['/silent', 'failed timeout'],
    ['/stalls', 'failed timeout'],
    ['/says-more', 'failed lied about length'],
    ['/breaks-off', 'failed reset'],
    ['/hangs-up', 'failed reset'],
    ['/resets', 'failed reset'],
    ['/no-http', 'failed malformed'],
    ['/long-head', 'failed malformed'],
    ['/huge', 'failed too large'],
    ['/endless', 'failed too large', { limits: { bytes: 5_000_000 } }],
    ['/unasked-304', 'failed malformed'],
    ['/gzip', 'fetched 200'],
    ['/br', 'fetched 200'],
    ['/deflate', 'fetched 200'],
    ['/deflate-raw', 'fetched 200'],
    ['/twice', 'fetched 200'],
    ['/damaged', 'failed malformed'],
    ['/unknown-coding', 'failed malformed'],
    ['/bomb', 'failed bomb'],
    ['/bomb-br', 'failed bomb'],
    ['/bomb-twice', 'failed bomb'],
  ];
  it.each(rows)('%s: %s', async (path, expected, more) => {
    const got = await get(path, more);
    const said = got.outcome === 'fetched' ? got.exchange.status : got.outcome === 'not modified' ? '' : got.reason;
    expect(`${got.outcome} ${said}`).toBe(expected);
    if (got.outcome === 'fetched' && got.exchange.status === 200)
      expect(new TextDecoder().decode(got.decoded)).toBe(PAGE);
    if (got.outcome === 'failed' || got.outcome === 'refused') {
      expect(got.message).toMatch(/[.]$/);
      expect(got.remedy).not.toBe('');
    }
  });
});

it('keeps what went over the wire', async () => {
  const got = await get('/moved');
  if (got.outcome !== 'fetched') throw new Error(got.outcome);
  expect(got.redirects.map(({ status }) => status)).toEqual([301]);
  expect(got.address).toBe(web.address('faulty.test', '/page'));
  expect(got.exchange.peer).toBe(`127.0.0.1:${new URL(got.address).port}`);
  expect(got.exchange.requestHeaders.flat()).toEqual(web.seen.at(-1)!.rawHeaders);
  expect(got.validators).toEqual({ etag: '"one"', lastModified: null, address: got.address });
});
