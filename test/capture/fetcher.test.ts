/** One fetch after another against a server with every fault: what comes of each, and how soon. */
import { execFileSync, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FetchOutcome, type Fetcher, type Validators, createFetcher, onThisMachine } from '#capture/index.js';
import { PAGE, faulty } from './web/faulty.js';
import { type Site, type Web, openWeb } from './web/web.js';

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

describe('asking for what has changed', () => {
  const site: Site = {
    host: 'changing.test',
    answer: ({ path, headers, base }) => {
      if (path === '/robots.txt') return { status: 404 };
      if (path === '/old') return { status: 301, headers: { location: `${base}/new` } };
      // Its validators are those of the whole house, as some send them.
      if (headers['if-none-match'] === '"house"') return { status: 304, headers: { etag: '"house"' } };
      return { headers: { etag: '"house"', 'last-modified': 'Tue, 01 Jul 2025 06:00:00 GMT' }, body: `page ${path}` };
    },
  };
  let changing: Web;
  beforeAll(async () => {
    changing = await openWeb([site]);
  });
  afterAll(() => changing.close());
  const ask = (path: string, validators?: Validators): Promise<FetchOutcome> =>
    changing.play(
      createFetcher({ version: '0', contact: null, authorities: [], gap: 0 }, changing.effects).get({
        address: changing.address('changing.test', path),
        allow: changing.allow,
        ...(validators ? { validators } : {}),
      }),
    );

  it('sends both validators and hears that nothing has', async () => {
    const first = await ask('/a');
    if (first.outcome !== 'fetched') throw new Error(first.outcome);
    expect((await ask('/a', first.validators)).outcome).toBe('not modified');
    const { headers } = changing.seen.at(-1)!;
    expect(headers['if-none-match']).toBe('"house"');
    expect(headers['if-modified-since']).toBe('Tue, 01 Jul 2025 06:00:00 GMT');
  });
  it('sends them to no other address: "not modified" there would speak of another text', async () => {
    const first = await ask('/a');
    if (first.outcome !== 'fetched') throw new Error(first.outcome);
    expect(await ask('/old', first.validators)).toMatchObject({
      outcome: 'fetched',
      address: changing.address('changing.test', '/new'),
    });
  });
  it('sends nothing that no header can hold', async () => {
    expect((await ask('/a', { etag: '"x"\r\nevil: 1', lastModified: null })).outcome).toBe('fetched');
    expect(changing.seen.at(-1)!.headers['evil']).toBeUndefined();
  });
});

describe.skipIf(spawnSync('openssl', ['version']).status !== 0)('certificates (needs openssl)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-tls-'));
  let server: Server;
  let other: Server;
  const made = (name: string): { key: Buffer; cert: Buffer } => {
    const at = (what: string): string => join(folder, `${name}.${what}`);
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '2',
        '-subj',
        `/CN=${name}`,
        '-addext',
        `subjectAltName=DNS:${name}`,
        '-keyout',
        at('key'),
        '-out',
        at('cert'),
      ],
      { stdio: 'ignore' },
    );
    return { key: readFileSync(at('key')), cert: readFileSync(at('cert')) };
  };
  const open = (name: string): Promise<Server> =>
    new Promise((resolve) => {
      const one = createServer(
        made(name),
        ({ url }, response) => void (url === '/robots.txt' ? response.writeHead(404).end() : response.end('safe')),
      );
      one.listen(0, '127.0.0.1', () => resolve(one));
    });
  beforeAll(async () => {
    server = await open('secure.test');
    other = await open('somebody-else.test');
  });
  afterAll(() => {
    server.close();
    other.close();
    rmSync(folder, { recursive: true });
  });
  const ask = (one: Server, trusted: boolean): Promise<FetchOutcome> => {
    const { port } = one.address() as AddressInfo;
    const authorities = trusted
      ? ['secure.test', 'somebody-else.test'].map((name) => readFileSync(join(folder, `${name}.cert`), 'utf8'))
      : [];
    return createFetcher(
      { version: '0', contact: null, authorities, gap: 0 },
      { ...onThisMachine(), lookup: () => Promise.resolve(['127.0.0.1']) },
    ).get({ address: `https://secure.test:${port}/`, allow: [{ host: 'secure.test', port }] });
  };
  it('are kept by their digest', async () => {
    const got = await ask(server, true);
    const digest = new X509Certificate(readFileSync(join(folder, 'secure.test.cert'))).fingerprint256
      .replaceAll(':', '')
      .toLowerCase();
    expect(got).toMatchObject({ outcome: 'fetched', exchange: { certificate: digest } });
  });
  it('that nobody vouches for, or of another host, end the fetch', async () => {
    expect(await ask(server, false)).toMatchObject({ outcome: 'failed', reason: 'tls' });
    expect(await ask(other, true)).toMatchObject({ outcome: 'failed', reason: 'tls' });
  });
});
