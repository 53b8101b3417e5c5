/** Pages taken into an archive on disk from a web on loopback ports, with the real fetcher and the real extractor. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openEmbedded } from '#archive/embedded/index.js';
import type { Archive } from '#archive/index.js';
import { type Fetcher, createFetcher } from '#capture/index.js';
import { extract } from '#extract/index.js';
import { addAddresses, isAddress, readAllowed } from '#jobs/index.js';
import { MINISTRY, RELEASES, ministry, wordingAt } from '../capture/web/ministry.js';
import { STATUSES, WALLS, refusing } from '../capture/web/refusing.js';
import { type Answer, type Web, openWeb } from '../capture/web/web.js';

const DAY = 86_400_000;
const html = (head: string, body: string): Answer => ({
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`,
});
const WORDS = '<p>The council said on Monday that the lower town will have water again before the end of the week.</p>';

/** A site that says of itself what is not so, and one of files. */
const PAGES: Readonly<Record<string, (base: string, baseOf: (host: string) => string) => Answer>> = {
  '/plain': () => html('<title>A plain page</title>', `<h1>A plain page</h1>${WORDS}`),
  '/claims': (_, baseOf) =>
    html(
      `<title>Claims</title><link rel="canonical" href="${baseOf(MINISTRY)}/news/4100"><meta name="id" content="n17"><meta name="corrects" content="${baseOf(MINISTRY)}/news/4100">`,
      WORDS,
    ),
  '/front-for-all': (base) => html(`<title>Front</title><link rel="canonical" href="${base}/">`, WORDS),
  '/front-for-all-2': (base) => html(`<title>Front</title><link rel="canonical" href="${base}/">`, WORDS),
  '/moved': () => ({ status: 301, headers: { location: '/plain' } }),
  '/empty': () => ({ body: '' }),
  '/picture': () => ({
    headers: { 'content-type': 'image/png' },
    body: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13),
  }),
  '/text': () => ({
    headers: { 'content-type': 'text/plain; charset=windows-1251' },
    body: Uint8Array.of(0xcc, 0xe8, 0xf0, 0x20, 0xe2, 0xee, 0xe4, 0xe5, 0x2e),
  }),
  '/texts.json': () => ({
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(
      [1, 2].map((n) => ({
        id: `n${n}`,
        title: `Note ${n}`,
        said: '2025-07-10',
        text: `Note ${n} speaks of the harbour.`,
      })),
    ),
  }),
};
const pages = {
  host: 'pages.test',
  answer: ({ path, base, baseOf }: { path: string; base: string; baseOf: (host: string) => string }): Answer =>
    path === '/robots.txt'
      ? { body: 'user-agent: *\ndisallow: /private' }
      : (PAGES[path]?.(base, baseOf) ?? { status: 404, body: 'nothing' }),
};

let web: Web;
let fetcher: Fetcher;
let folder: string;
let archive: Archive;
beforeAll(async () => {
  web = await openWeb([ministry, refusing, pages], '2025-07-05T00:00:00Z');
});
afterAll(() => web.close());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-add-'));
  archive = await openEmbedded(folder, { how: 'write' });
  fetcher = createFetcher({ version: '0', contact: 'desk@example.org', authorities: [], gap: 0 }, web.effects);
});
afterEach(async () => {
  await archive.close();
  rmSync(folder, { recursive: true });
});

const add = (addresses: readonly string[], more: { ignoreRobots?: boolean } = {}) =>
  web.play(
    addAddresses(
      { addresses, allow: web.allow, ignoreRobots: false, ...more },
      { archive, extract, fetch: (request) => fetcher.get(request) },
    ),
  );
const one = async (address: string, more: { ignoreRobots?: boolean } = {}) => {
  const { rows, stop } = await add([address], more);
  expect(stop).toBeNull();
  expect(rows.length).toBe(1);
  return rows[0]!;
};

describe('a page that is added', () => {
  it('is held with what it states of itself, and kept as it came', async () => {
    const release = RELEASES[2]!;
    const address = web.address(MINISTRY, `/news/${release.id}`);
    const row = await one(address);
    expect(row).toMatchObject({
      path: address,
      outcome: 'read',
      document: 'd1',
      detail: 'added',
      title: release.title,
    });
    const document = (await archive.document(address))!;
    expect(document).toMatchObject({
      title: release.title,
      source: 'Ministry of Works',
      address,
      id: null,
      language: { value: 'en', basis: 'stated' },
      published: { at: '2025-07-02T18:00:00', precision: 'second', zone: 'Z', basis: 'stated' },
    });
    const { text } = await archive.text('d1');
    expect(text).toContain(wordingAt(release, web.clock.now()).paragraphs[0]);
    const seen = web.seen.findLast(({ path }) => path === `/news/${release.id}`)!;
    expect(seen.headers['user-agent']).toBe('Onrecord/0 (+desk@example.org)');
    const capture = await archive.captureOf('d1');
    expect(capture).toMatchObject({ origin: address, mediaType: 'text/html; charset=utf-8' });
    expect(new TextDecoder().decode(await archive.bytes('d1'))).toContain('Visits today: 1,204');
  });
  it('says so when nothing has changed, and is a new version when something has', async () => {
    const release = RELEASES.find(
      ({ wordings, published }) => wordings[2]?.paragraphs.length === 3 && published > web.clock.now(),
    )!;
    web.clock.jump(release.published + 3600_000 - web.clock.now());
    const address = web.address(MINISTRY, `/news/${release.id}`);
    expect((await one(address)).detail).toBe('added');
    const again = await one(address);
    expect(again).toMatchObject({ outcome: 'read', detail: 'unchanged', document: 'd1' });
    expect(again.reasons.join(' ')).toMatch(/^Unchanged since 2025-/);
    web.clock.jump(DAY);
    expect((await one(address)).detail).toBe('new version');
    web.clock.jump(3 * DAY);
    expect((await one(address)).detail).toBe('new version');
    const versions = (await archive.document(address))!.versions;
    expect(versions.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect((await archive.text('d1v1')).text).toContain('will not be delayed');
    expect((await archive.text('d1v3')).text).toContain('nobody will have to move');
  });
  it('that goes back to what it said is a new version too', async () => {
    const release = RELEASES.find(
      ({ wordings, published }) =>
        wordings.length === 3 && wordings[2]!.paragraphs === wordings[0]!.paragraphs && published > web.clock.now(),
    )!;
    const address = web.address(MINISTRY, `/news/${release.id}`);
    const details: (string | null)[] = [];
    for (const { from } of release.wordings) {
      web.clock.jump(from + 3600_000 - web.clock.now());
      details.push((await one(address)).detail, (await one(address)).detail);
    }
    expect(details).toEqual(['added', 'unchanged', 'new version', 'unchanged', 'new version', 'unchanged']);
    const [first, second, third] = await Promise.all(['d1v1', 'd1v2', 'd1v3'].map((v) => archive.text(v)));
    expect(third!.text).toBe(first!.text);
    expect(second!.text).not.toBe(first!.text);
  });
  it('is the page that a redirect leads to', async () => {
    const row = await one(web.address('pages.test', '/moved'));
    expect(row).toMatchObject({ outcome: expect.stringMatching(/read|look/) as string, title: 'A plain page' });
    expect((await archive.document('d1'))!.address).toBe(web.address('pages.test', '/plain'));
  });
  it('may be a text in an old encoding, or several texts', async () => {
    await one(web.address('pages.test', '/text'));
    expect((await archive.text('d1')).text).toBe('Мир воде.');
    const { rows } = await add([web.address('pages.test', '/texts.json')]);
    expect(rows.map(({ title, detail }) => [title, detail])).toEqual([
      ['Note 1', 'added'],
      ['Note 2', 'added'],
    ]);
  });
});

describe('what a page claims of others', () => {
  it('makes it no version of their texts', async () => {
    await one(web.address(MINISTRY, '/news/4100'));
    await one(web.address('pages.test', '/claims'));
    const [theirs, its] = await Promise.all(['d1', 'd2'].map((d) => archive.document(d)));
    expect(theirs!.versions.length).toBe(1);
    expect(its).toMatchObject({ id: null, corrects: null, address: web.address('pages.test', '/claims') });
    expect(its!.other).toMatchObject({ id: 'n17' });
  });
  it('makes no one text of a site whose pages all call themselves the front page', async () => {
    await one(web.address('pages.test', '/front-for-all'));
    await one(web.address('pages.test', '/front-for-all-2'));
    expect((await archive.list({})).length).toBe(2);
  });
});

describe('what is no text', () => {
  const held = async (): Promise<number> => (await archive.list({})).length;
  it.each(STATUSES)('an answer of status %i is kept as evidence and said in a sentence', async (status) => {
    const row = await one(web.address('refusing.test', `/status/${status}`));
    expect(row.outcome).toBe('refused');
    expect(row.reasons.join(' ')).toContain(String(status));
    expect(await held()).toBe(0);
    expect((await archive.status()).captures).toBe(1);
  });
  it.each([
    ['an empty answer', 'pages.test', '/empty', /nothing/],
    ['a picture', 'pages.test', '/picture', /picture/],
    ['a feed', MINISTRY, '/feed.xml', /feed/],
    ['a page that robots.txt forbids', 'pages.test', '/private/x', /robots\.txt/],
    ['a circle', 'refusing.test', '/cookie-loop', /circle/],
  ])('%s', async (_, host, path, said) => {
    const row = await one(web.address(host, path));
    expect(row).toMatchObject({ outcome: 'refused', document: null });
    expect(row.reasons.join(' ')).toMatch(said);
    expect(await held()).toBe(0);
  });
  it.each(Object.keys(WALLS).filter((path) => path !== '/cookie-loop'))(
    'the wall %s, whatever its status',
    async (path) => {
      const row = await one(web.address('refusing.test', path));
      expect(row).toMatchObject({ outcome: 'refused', document: null });
      expect(await held()).toBe(0);
      expect((await archive.status()).captures).toBe(1);
      // Added again it is no text either.
      expect((await one(web.address('refusing.test', path))).outcome).toBe('refused');
    },
  );
  it('is not an article that quotes a wall', async () => {
    const row = await one(web.address('refusing.test', '/quotes-a-wall'));
    expect(row).toMatchObject({ title: 'Why our readers saw a wall', document: 'd1' });
  });
  it('is fetched in spite of robots.txt where a person says so', async () => {
    const row = await one(web.address('pages.test', '/private/x'), { ignoreRobots: true });
    expect(row.reasons.join(' ')).toMatch(/404/);
  });
  it('stops no others', async () => {
    const { rows } = await add([
      'https://nobody.test/',
      'gopher://old.test/',
      web.address('refusing.test', '/status/404'),
      web.address('pages.test', '/plain'),
    ]);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused', 'needs a look']);
  });
});

it('tells addresses from paths', () => {
  expect(
    ['https://a.test/b', 'HTTP://a', 'ftp://a', 'a.txt', './a:b', 'c:\\texts', '-', '/a//b'].map(isAddress),
  ).toEqual([true, true, true, false, false, false, false, false]);
  expect(() => readAllowed(['localhost'])).toThrow('host and a port');
});
