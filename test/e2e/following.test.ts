/**
 * Following from the outside: two ministries on real ports, the built program on a calendar that jumps from day to day.
 * An edit and a removal are found, told and proven.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultIn } from '#wire/index.js';
import { root } from '../architecture/sources.js';
import { MINISTRY_START, ministry as works } from '../capture/web/ministry.js';
import { MINISTRY_RECIPE, ministry as foreign, on } from '../capture/web/ordania.js';
import { Desk, type Ran } from './onrecord.js';
import { type ServedSite, serveSite } from './sites.js';

const HOUR = 3_600_000;
const CLOCK = pathToFileURL(join(root, 'test/e2e/shifted-clock.mjs')).href;

describe('two ministries, followed for a week', { timeout: 240_000 }, () => {
  const desk = new Desk();
  let moment = on(5);
  let [feed, news]: ServedSite[] = [];
  const at = (when: number, args: readonly string[]): Promise<Ran> => {
    moment = when;
    const env = { NODE_OPTIONS: `--import ${CLOCK}`, SHIFT_MS: String(when - Date.now()) };
    return desk.run(args, { env });
  };
  const json = async (when: number, args: readonly string[]): Promise<Record<string, unknown>> =>
    JSON.parse((await at(when, [...args, '--json'])).out) as Record<string, unknown>;
  const fits = ({ out }: Ran): void => {
    for (const line of out.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(80);
  };
  const followed: Ran[] = [];
  const watched: Ran[] = [];

  beforeAll(async () => {
    feed = await serveSite(works, () => MINISTRY_START + 1.6 * 24 * HOUR + (moment - on(5)));
    news = await serveSite(foreign, () => moment);
    desk.write({
      'archive/settings.json': '{"fetching": {"gap": 0.5}, "watch": ["before the gates are open"]}',
      'ministry.json': JSON.stringify({ ...MINISTRY_RECIPE, addresses: [] }),
    });
    followed.push(await at(on(5), ['follow', `${feed.base}/feed.xml`, '--allow-address', feed.host]));
    followed.push(
      await at(on(5), ['follow', `${news.base}/en/news/`, '--recipe', 'ministry.json', '--allow-address', news.host]),
    );
    // The words of the fifth at 14:00; the look that misses a text first, and those that make sure.
    for (const when of [on(5, 1), on(5, 16), on(10, 2), on(10, 9), on(11, 10)])
      watched.push(await at(when, ['watch', '--once']));
  }, 240_000);
  afterAll(() => {
    feed?.close();
    news?.close();
    desk.clear();
  });

  it('shows what would be taken, and keeps nothing of it', async () => {
    const args = ['follow', `${feed!.base}/feed.xml`, '--preview', '--archive', 'none', '--allow-address', feed!.host];
    const ran = await at(on(5), args);
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out).toMatch(/^Ministry of Works\n.*feed\.xml\nfeed · 3 texts listed now\n/);
    expect(ran.out).toMatch(/45 words\n +The Ministry of Works states that work on the ferry/);
    fits(ran);
    expect(existsSync(desk.path('none'))).toBe(false);
  });
  it('follows both, by what was found out and by the recipe that was named', () => {
    expect(followed.map(({ code, err }) => [code, err])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect(followed[0]!.out).toContain('Followed as s1: Ministry of Works.');
    expect(followed[1]!.out).toContain('Followed as s2: Ministry of Foreign Affairs of Ordania, news.');
    followed.forEach(fits);
  });
  it('tells each look that found something, and sums up', () => {
    expect(watched.map(({ err }) => err).join('')).toBe('');
    expect(watched[0]!.out).toMatch(/13 new texts, 0 changed\. Next look in /);
    expect(watched[1]!.out).toMatch(/changed +On the northern terminal\n +New words\./);
    expect(watched[4]!.out).toMatch(/! gone: Statement 16 on the harbour dues/);
    watched.forEach(fits);
  });
  it('shows the dropped “not” as what it is, and says between which looks a text was taken away', async () => {
    const ran = await at(on(11, 11), ['changes']);
    expect(ran.code).toBe(1);
    const edit = ran.out.split('\n\n').find((lines) => lines.includes('On the northern terminal')) ?? '';
    expect(edit).toMatch(/^d\d+ +On the northern terminal\n +touches negation · 1 omission/);
    expect(edit).toMatch(/^ {2}5 July 2031, between 01:\d\d and 16:\d\d UTC$/m);
    expect(ran.out).toMatch(/1 text is gone\n/);
    expect(ran.out.replaceAll(/\s+/g, ' ')).toMatch(/between 5 July, 16:\d\d and 10 July 2031, 02:\d\d UTC/);
    fits(ran);
  });
  it('remembers what was seen', async () => {
    await at(on(11, 11), ['changes', '--looked', '--quiet']);
    const { out, code } = await at(on(11, 12), ['changes']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Since 11 July 2031, 11:\d\d UTC: 0 texts have new words, 0 texts held/);
  });
  it('says how the sources are', async () => {
    const ran = await at(on(11, 11), ['sources']);
    expect(ran.out).toContain('Ministry of Foreign Affairs of Ordania, news  on time');
    expect(ran.out).toMatch(/1 removed/);
    fits(ran);
  });
  it('shows the morning: what came with what is new in it, changes, what does not answer', async () => {
    const ran = await at(on(11, 12), ['morning', '--all']);
    expect(ran.code).toBe(1);
    expect(ran.out.replaceAll(/\s+/g, ' ')).toMatch(
      /On the northern terminal .*? 3 new sentences of 4; formula “before the gates are open” to the word/,
    );
    fits(ran);
    expect(faultIn('morning-1', await json(on(11, 12), ['morning', '--all']))).toBeNull();
  });
  it('lets a source rest, and looks again', async () => {
    expect((await at(on(12), ['pause', 's1'])).out).toBe(
      's1 Ministry of Works is not looked at until you resume it.\n',
    );
    const before = feed!.asked.length;
    await at(on(12), ['watch', '--once', '--quiet', 's1']);
    expect(feed!.asked.length).toBe(before);
    expect(await json(on(12), ['resume', 's1'])).toMatchObject({ health: 'on time', paused: null });
    await at(on(12), ['watch', '--once', '--quiet', 's1']);
    expect(feed!.asked.length).toBeGreaterThan(before);
  });
  it('refuses a feed where a text is wanted, and says what to do', async () => {
    const { code, out } = await at(on(12), ['add', `${feed!.base}/feed.xml`, '--allow-address', feed!.host]);
    expect(code).toBe(2);
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(/It is a feed, a list of texts.* follow the feed: onrecord follow/);
  });
  it('kept all that came: the archive verifies', async () => {
    const verified = await json(on(12), ['verify']);
    expect(verified).toMatchObject({ ok: true, problems: [] });
    expect(Number(verified['captures'])).toBeGreaterThan(25);
  });
});
