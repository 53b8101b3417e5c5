/**
 * Several `onrecord watch` on one archive, killed at any moment and started again: one looks at a time, another takes
 * over, and in the end every text was looked at, is held once, and nothing waits that is due.
 */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Random } from '../../bench/random.js';
import { Desk, outcomeOf } from './onrecord.js';

const LONG = process.env['ONRECORD_LONG_TESTS'] === '1';
const WATCHES = LONG ? 8 : 2;
const KILLS = LONG ? 60 : 2;
const HOSTS = LONG ? 8 : 2;
const TEXTS = LONG ? 60 : 4;

let server: Server;
let port = 0;
/** Pages that were asked for, by host and path. */
const served = new Map<string, number>();
/** Texts are asked for and do not come. */
let isSlow = false;
const base = (host: number): string => `127.0.0.${host + 2}:${port}`;

beforeAll(async () => {
  server = createServer(({ url = '', headers }, response) => {
    const n = /^\/text\/(\d+)$/.exec(url)?.[1];
    const at = `http://${headers.host}`;
    if (url === '/feed.xml') {
      const items = Array.from(
        { length: TEXTS },
        (_, i) => `<item><title>Notice ${i}</title><link>${at}/text/${i}</link></item>`,
      );
      response.setHeader('content-type', 'application/rss+xml');
      return void response.end(
        `<rss version="2.0"><channel><title>Notices of ${headers.host}</title>${items.join('')}</channel></rss>`,
      );
    }
    if (n === undefined) return void response.writeHead(404).end();
    served.set(at + url, (served.get(at + url) ?? 0) + 1);
    if (isSlow) return;
    const words = Array.from({ length: 120 }, (_, i) => `word${n}x${i}`).join(' ');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><html lang="en"><title>Notice ${n}</title><main><h1>Notice ${n}</h1><p>${at} ${words}.</p></main></html>`,
    );
  }).listen(0, '0.0.0.0');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => void server.close());

it(`${WATCHES} at once, killed ${KILLS} times, look at each text once`, { timeout: 3_600_000 }, async () => {
  const desk = new Desk();
  const random = new Random(7);
  const running = new Map<ChildProcess, ReturnType<typeof outcomeOf>>();
  const begin = (): void => {
    const child = desk.start(['watch', '--quiet']);
    running.set(child, outcomeOf(child));
  };
  const end = async (child: ChildProcess, signal: 'SIGKILL' | 'SIGINT'): Promise<void> => {
    const ended = running.get(child)!;
    child.kill(signal);
    await ended;
    running.delete(child);
  };
  try {
    desk.write({ 'archive/settings.json': '{"fetching": {"gap": 0.5}}' });
    for (let host = 0; host < HOSTS; host++) {
      const { code, err } = await desk.run(['follow', `http://${base(host)}/feed.xml`, '--allow-address', base(host)]);
      expect(err).toBe('');
      expect(code).toBe(0);
    }
    served.clear();
    for (let i = 0; i < WATCHES; i++) begin();
    let kills = 0;
    while (kills < KILLS || served.size < HOSTS * TEXTS) {
      const before = served.size;
      // Until something more was asked for, and a moment longer.
      while (served.size === before && before < HOSTS * TEXTS)
        await new Promise((resolve) => void setTimeout(resolve, 20));
      await new Promise((resolve) => void setTimeout(resolve, random.between(0, 400)));
      if (kills >= KILLS) continue;
      kills++;
      await end(random.pick([...running.keys()]), 'SIGKILL');
      begin();
    }
    // Looks that were under way when their process died are looked at again by who comes next.
    await Promise.all([...running.keys()].map((child) => end(child, 'SIGINT')));
    const last = await desk.run(['watch', '--once', '--quiet']);
    expect(last.err).toBe('');
    for (let host = 0; host < HOSTS; host++) {
      const { texts, looks } = (await desk.json(['sources', `s${host + 1}`, '--limit', '1000'])) as {
        texts: { key: string; document: string | null }[];
        looks: { item: string | null }[];
      };
      expect(texts.filter(({ document }) => document === null)).toEqual([]);
      expect(texts).toHaveLength(TEXTS);
      const looked = looks.flatMap(({ item }) => item ?? []);
      expect(looked.toSorted()).toEqual(texts.map(({ key }) => key).toSorted());
    }
    const { documents } = (await desk.json(['list', '--limit', '10000'])) as { documents: { versions: unknown[] }[] };
    expect(documents).toHaveLength(HOSTS * TEXTS);
    expect(documents.filter(({ versions }) => versions.length !== 1)).toEqual([]);
    // A page whose look was not written is asked for again, and not kept twice.
    const status = await desk.json(['status']);
    expect(status['captures']).toBe(HOSTS * (TEXTS + 1));
    expect(await desk.json(['verify'])).toMatchObject({ ok: true, problems: [] });
    const again = [...served.values()].filter((times) => times > 1).length;
    if (LONG) console.table({ watches: WATCHES, kills, texts: served.size, 'asked for again': again });
  } finally {
    for (const child of running.keys()) child.kill('SIGKILL');
    desk.clear();
  }
});

it('one looks, another waits and goes on after it; one from cron says who looks, and ends', {
  timeout: 120_000,
}, async () => {
  const desk = new Desk();
  let first: ChildProcess | null = null;
  try {
    desk.write({ 'archive/settings.json': '{"fetching": {"gap": 0.5}}' });
    await desk.run(['follow', `http://${base(0)}/feed.xml`, '--allow-address', base(0)]);
    served.clear();
    isSlow = true;
    first = desk.start(['watch', '--quiet']);
    const firstEnded = outcomeOf(first);
    while (served.size === 0) await new Promise((resolve) => void setTimeout(resolve, 20));
    const fromCron = await desk.run(['watch', '--once', '--quiet']);
    expect(fromCron).toMatchObject({ code: 3, out: '' });
    expect(fromCron.err).toContain(`is being written by process ${first.pid} on `);
    const second = desk.start(['watch', '--quiet']);
    const secondEnded = outcomeOf(second);
    let said = '';
    second.stderr!.on('data', (text: string) => (said += text));
    while (!said.includes('Waiting for it.')) await new Promise((resolve) => void setTimeout(resolve, 20));
    isSlow = false;
    first.kill('SIGKILL');
    await firstEnded;
    while (served.size < TEXTS) await new Promise((resolve) => void setTimeout(resolve, 20));
    second.kill('SIGINT');
    expect((await secondEnded).code).toBe(130);
  } finally {
    isSlow = false;
    first?.kill('SIGKILL');
    desk.clear();
  }
});
