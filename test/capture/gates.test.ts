/**
 * The gates: whatever a page, a name server or a redirect says, nothing inside a network is called. Canaries listen on
 * this machine at a port that is open to fetching, and every call of any socket is watched.
 */
import { createServer, Socket, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FetchOutcome, type Fetcher, createFetcher, parseAllowed } from '#capture/index.js';
import { isPublic } from '../../src/capture/address.js';
import { type Web, openWeb } from './web/web.js';

const canaries: Server[] = [];
let songs = 0;
let port = 0;
let web: Web;
let calls: string[] = [];
/** What names stand for in a test: each lookup takes the next. */
let answers: (readonly string[])[] = [];
let fetcher: Fetcher;

beforeAll(async () => {
  const listen = (at: string, on: number): Promise<Server | null> =>
    new Promise((resolve) => {
      const server = createServer((socket) => {
        songs++;
        socket.destroy();
      });
      server.on('error', () => resolve(null)).listen(on, at, () => resolve(server));
    });
  const first = (await listen('0.0.0.0', 0))!;
  ({ port } = first.address() as AddressInfo);
  canaries.push(first);
  // Not every machine has IPv6.
  const second = await listen('::1', port);
  if (second) canaries.push(second);
  web = await openWeb([
    {
      host: 'open.test',
      answer: ({ path, query }) =>
        path === '/robots.txt'
          ? { status: 404 }
          : { status: 302, headers: { location: Buffer.from(query.get('to') ?? '/').toString('latin1') } },
    },
  ]);
  const lookup = (host: string): Promise<readonly string[]> =>
    host === 'open.test'
      ? Promise.resolve(['127.0.0.1'])
      : answers.length > 0
        ? Promise.resolve(answers.length > 1 ? answers.shift()! : answers[0]!)
        : Promise.reject(new Error('ENOTFOUND'));
  fetcher = createFetcher(
    { version: '0', contact: null, authorities: [], gap: 0, ports: [port] },
    { ...web.effects, lookup },
  );
  // oxlint-disable-next-line typescript/unbound-method -- called on the socket that it was called on
  const connect = Socket.prototype.connect;
  vi.spyOn(Socket.prototype, 'connect').mockImplementation(function watched(this: Socket, ...given: unknown[]) {
    const [first] = given.flat() as { host?: string; port?: number }[];
    calls.push(`${first?.host}:${first?.port}`);
    // Nothing outside is called by a test: the public internet takes no calls here.
    if (first?.host !== '127.0.0.1' && first?.host !== '::1') {
      queueMicrotask(() => this.destroy(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })));
      return this;
    }
    return connect.apply(this, given as never);
  });
});
afterEach(() => {
  answers = [];
  calls = [];
  songs = 0;
});
afterAll(async () => {
  vi.restoreAllMocks();
  for (const canary of canaries) canary.close();
  await web.close();
});

const get = (address: string, allow = web.allow): Promise<FetchOutcome> =>
  web.play(fetcher.get({ address, allow, ignoreRobots: true }));

/** Addresses that must never be called: each way in which a network has an inside. */
const INSIDE = [
  '127.0.0.1',
  '127.0.0.2',
  '127.255.255.254',
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '10.255.255.255',
  '172.16.0.1',
  '172.31.255.254',
  '192.168.0.1',
  '192.168.1.254',
  '169.254.169.254',
  '169.254.0.1',
  '100.64.0.1',
  '100.100.100.200',
  '100.127.255.254',
  '192.0.0.1',
  '192.0.0.192',
  '192.0.2.1',
  '192.88.99.1',
  '198.18.0.1',
  '198.19.255.254',
  '198.51.100.7',
  '203.0.113.9',
  '224.0.0.1',
  '239.255.255.250',
  '240.0.0.1',
  '255.255.255.255',
  '168.63.129.16',
  '172.17.0.1',
] as const;

const numbers = (ip: string): number[] => ip.split('.').map(Number);
const whole = (ip: string): number => numbers(ip).reduce((sum, part) => sum * 256 + part, 0);
const hex = (n: number, width = 0): string => n.toString(16).padStart(width, '0');
const pairs = (ip: string): string => {
  const [a, b, c, d] = numbers(ip) as [number, number, number, number];
  return `${hex(a * 256 + b)}:${hex(c * 256 + d)}`;
};
const digits = (ip: string, zero: number): string =>
  ip.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

/** The same machine, spelled as a host of an address. */
const SPELLINGS: Readonly<Record<string, (ip: string) => string>> = {
  plain: (ip) => ip,
  'with a final dot': (ip) => `${ip}.`,
  'one number': (ip) => String(whole(ip)),
  'one number in hexadecimal': (ip) => `0x${hex(whole(ip))}`,
  'one number in capitals': (ip) => `0X${hex(whole(ip), 8).toUpperCase()}`,
  'one number in octal': (ip) => `0${whole(ip).toString(8)}`,
  'parts in hexadecimal': (ip) =>
    numbers(ip)
      .map((part) => `0x${hex(part)}`)
      .join('.'),
  'parts in octal': (ip) =>
    numbers(ip)
      .map((part) => `0${part.toString(8)}`)
      .join('.'),
  'parts in long octal': (ip) =>
    numbers(ip)
      .map((part) => `0000${part.toString(8)}`)
      .join('.'),
  'parts of each kind': (ip) =>
    numbers(ip)
      .map((part, i) => (i % 2 ? `0x${hex(part)}` : `0${part.toString(8)}`))
      .join('.'),
  'two parts': (ip) => `${numbers(ip)[0]}.${whole(ip) % 2 ** 24}`,
  'three parts': (ip) => `${numbers(ip).slice(0, 2).join('.')}.${whole(ip) % 2 ** 16}`,
  'full-width digits': (ip) => digits(ip, 0xff10),
  'mathematical digits': (ip) => digits(ip, 0x1d7ce),
  'circled digits': (ip) =>
    ip.replace(/[1-9]/g, (digit) => String.fromCodePoint(0x245f + Number(digit))).replaceAll('0', '⓪'),
  'ideographic dots': (ip) => ip.replaceAll('.', '。'),
  'full-width dots': (ip) => ip.replaceAll('.', '．'),
  'half-width dots': (ip) => ip.replaceAll('.', '｡'),
  escaped: (ip) => [...ip].map((character) => `%${hex(character.charCodeAt(0))}`).join(''),
  'escaped dots': (ip) => ip.replaceAll('.', '%2e'),
  'soft hyphens within': (ip) => ip.replaceAll('.', '\u00ad.'),
  'mapped into IPv6': (ip) => `[::ffff:${ip}]`,
  'mapped in hexadecimal': (ip) => `[::ffff:${pairs(ip)}]`,
  'mapped, written out': (ip) => `[0000:0000:0000:0000:0000:FFFF:${pairs(ip)}]`,
  'compatible IPv6': (ip) => `[::${ip}]`,
  'translated (RFC 6145)': (ip) => `[::ffff:0:${pairs(ip)}]`,
  NAT64: (ip) => `[64:ff9b::${pairs(ip)}]`,
  'NAT64, dotted': (ip) => `[64:ff9b::${ip}]`,
  'local NAT64': (ip) => `[64:ff9b:1::${pairs(ip)}]`,
  '6to4': (ip) => `[2002:${pairs(ip)}::1]`,
  Teredo: (ip) => `[2001:0:${pairs(ip)}::1]`,
  'with a zone': (ip) => `[::ffff:${ip}%25eth0]`,
  'behind a user': (ip) => `www.example.org@${ip}`,
  'behind a user and a password': (ip) => `www.example.org:80@${ip}`,
};

const MORE = [
  'http://localhost:P/',
  'http://localhost.:P/',
  'http://LOCALHOST:P/',
  'http://foo.localhost:P/',
  'http://[::]:P/',
  'http://[::1]:P/',
  'http://[0:0:0:0:0:0:0:1]:P/',
  'http://[::1%25lo]:P/',
  'http://[fe80::1]:P/',
  'http://[fe80::1%25eth0]:P/',
  'http://[fc00::1]:P/',
  'http://[fd00:ec2::254]:P/',
  'http://[fec0::1]:P/',
  'http://[ff02::1]:P/',
  'http://[100::1]:P/',
  'http://[2001:db8::1]:P/',
  'http://[2001:10::1]:P/',
  'http://[2001:20::1]:P/',
  'http://[2001:2::1]:P/',
  'http://[3fff::1]:P/',
  'http://[5f00::1]:P/',
  'http://[4000::1]:P/',
  'http://[fe80::5efe:127.0.0.1]:P/',
  'http:\\\\127.0.0.1:P\\',
  'http:/127.0.0.1:P/',
  'http:127.0.0.1:P',
  'http:///127.0.0.1:P/',
  '\u0000http://127.0.0.1:P/',
  ' http://127.0.0.1:P/',
  'ht\ntp://127.0.0.1:P/',
  'http://127.0.0.1:P\t/',
  'http://127\t.0.0.1:P/',
  'http://127.0.0.1:0P/',
  'http://127.0.0.1:P#@www.example.org/',
  'http://127.0.0.1:P?@www.example.org/',
  'http://www.example.org\\@127.0.0.1:P/',
  'HTTP://127.0.0.1:P/',
  'http://①②⑦.⓪.⓪.①:P/',
  'http://0:P/',
  'http://0x0:P/',
  'http://1.1.1.1&@127.0.0.1:P/',
  'http://127.0.0.1.:P/',
  'http://[::ffff:7f00:1]:P/',
  'https://127.0.0.1:P/',
  'https://[::1]:P/',
  'ftp://127.0.0.1:P/',
  'file:///etc/passwd',
  'gopher://127.0.0.1:P/_x',
  'dict://127.0.0.1:P/',
  'ws://127.0.0.1:P/',
  'data:text/html,x',
  'javascript:1',
  'unix:/var/run/docker.sock',
  'view-source:http://127.0.0.1:P/',
  'blob:http://127.0.0.1:P/x',
  '//127.0.0.1:P/',
  '127.0.0.1:P',
  '',
  'http://',
  'http://:P/',
  'http://.:P/',
  'http://%00:P/',
  'http://[::ffff:127.0.0.1:P/',
  'http://www.example.org:22/',
  'http://www.example.org:25/',
  'http://www.example.org:6379/',
  'http://www.example.org:0/',
  'http://www.example.org:65536/',
].map((written) => written.replaceAll('P', '@PORT@'));

const withPort = (written: string): string => written.replaceAll('@PORT@', String(port));

async function checkRefused(address: string): Promise<void> {
  const before = calls.length;
  // What is refused before the network is asked needs no time to pass.
  const isPage = address.startsWith(web.address('open.test'));
  const got = isPage ? await get(address) : await fetcher.get({ address, allow: web.allow, ignoreRobots: true });
  const inside = calls.slice(before).filter((call) => call !== `127.0.0.1:${new URL(web.address('open.test')).port}`);
  expect({ address, outcome: got.outcome === 'failed' ? got.reason : got.outcome, inside }).toEqual({
    address,
    // A name that stands for nothing is no refusal; it is no call either.
    outcome: expect.stringMatching(/^(?:refused|dns|redirects)$/) as string,
    inside: [],
  });
}

describe('every spelling of every address inside', () => {
  it.each(Object.keys(SPELLINGS))('%s', async (name) => {
    for (const ip of INSIDE) await checkRefused(`http://${SPELLINGS[name]!(ip)}:${port}/`);
    expect(songs).toBe(0);
  });
  it('other spellings, schemes and ports', async () => {
    for (const written of MORE) await checkRefused(withPort(written));
    expect(songs).toBe(0);
  });
  it('by way of a redirect from a page that may be fetched', async () => {
    const ways = [
      ...INSIDE.flatMap((ip) =>
        ['plain', 'one number', 'mapped into IPv6', 'NAT64'].map((name) => `http://${SPELLINGS[name]!(ip)}:${port}/`),
      ),
      ...MORE.map(withPort),
    ];
    for (const way of ways) {
      // No header can hold these.
      if (/[\0\n]/.test(way)) continue;
      // What leads back to the page itself goes round in a circle.
      await checkRefused(web.address('open.test', `/?to=${encodeURIComponent(way)}`));
    }
    expect(songs).toBe(0);
  });
  it('by way of a name', async () => {
    for (const ip of [
      ...INSIDE,
      '::1',
      '::',
      'fe80::1',
      'fd00::1',
      '::ffff:127.0.0.1',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      'not an address',
      '',
    ]) {
      answers = [[ip]];
      await checkRefused(`http://inside.example:${port}/`);
    }
    answers = [[]];
    await checkRefused(`http://inside.example:${port}/`);
    expect(songs).toBe(0);
  });
  it('is more than a thousand ways in', () => {
    expect(Object.keys(SPELLINGS).length * INSIDE.length + 2 * MORE.length + 4 * INSIDE.length).toBeGreaterThan(1000);
  });
});

describe('a name that changes what it stands for', () => {
  it('is resolved once: the machine that was judged is the one that is called', async () => {
    answers = [['93.184.216.34'], ['127.0.0.1']];
    const got = await get(`http://rebinding.example:${port}/`);
    expect(got).toMatchObject({ outcome: 'failed', reason: 'unreachable' });
    expect(calls).toEqual([`93.184.216.34:${port}`]);
    expect(songs).toBe(0);
  });
  it('calls those of its machines that are outside, and no other', async () => {
    answers = [['127.0.0.1', '93.184.216.34', '10.0.0.1', '2606:2800:220:1::1']];
    await get(`http://mixed.example:${port}/`);
    expect(calls).toEqual([`93.184.216.34:${port}`, `2606:2800:220:1::1:${port}`]);
  });
  it('takes a public machine behind NAT64 for what it is', () => {
    expect(isPublic('64:ff9b::5db8:d822')).toBe(true);
    expect(isPublic('64:ff9b::7f00:1')).toBe(false);
    expect(isPublic('2606:2800:220:1::1')).toBe(true);
  });
});

describe('an address that a person opened', () => {
  const opened = (written: string) => [parseAllowed(written.replace('P', String(port)))!];
  it('is called, in whatever spelling', async () => {
    for (const host of ['127.0.0.1', '2130706433', '0x7f.1', '127.0.0.1.'])
      await get(`http://${host}:${port}/`, opened('127.0.0.1:P'));
    expect(songs).toBe(4);
  });
  it('opens nothing besides', async () => {
    answers = [['127.0.0.1']];
    const others = [
      `http://127.0.0.2:${port}/`,
      `http://localhost:${port}/`,
      `http://other.example:${port}/`,
      `http://[::1]:${port}/`,
      'http://127.0.0.1:8080/',
      'http://127.0.0.1/',
    ];
    for (const other of others) expect(await get(other, opened('127.0.0.1:P'))).toMatchObject({ outcome: 'refused' });
    expect(songs).toBe(0);
  });
  it('is not open to those whom a page elsewhere sends there', async () => {
    const way = web.address('open.test', `/?to=${encodeURIComponent(`http://127.0.0.1:${port}/`)}`);
    answers = [['93.184.216.34']];
    const lead = await web.play(
      createFetcher(
        { version: '0', contact: null, authorities: [], gap: 0, ports: [port, Number(new URL(way).port)] },
        { ...web.effects, lookup: () => Promise.resolve(['127.0.0.1']) },
      ).get({ address: way, allow: opened('127.0.0.1:P'), ignoreRobots: true }),
    );
    expect(lead).toMatchObject({ outcome: 'refused', reason: 'special address' });
    expect(songs).toBe(0);
  });
  it('is read from what a person writes', () => {
    expect(['127.0.0.1:8080', '[::1]:80', 'Desk.Example:8080', '2130706433:80'].map(parseAllowed)).toEqual([
      { host: '127.0.0.1', port: 8080 },
      { host: '::1', port: 80 },
      { host: 'desk.example', port: 8080 },
      { host: '127.0.0.1', port: 80 },
    ]);
    expect(
      ['127.0.0.1', 'http://127.0.0.1:80', '127.0.0.1:0', '127.0.0.1:70000', 'a b:80', ':80'].map(parseAllowed),
    ).toEqual([null, null, null, null, null, null]);
  });
});
