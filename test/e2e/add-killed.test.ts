/**
 * `onrecord add https://…` killed at any moment: what was captured before is whole, the archive opens at once, and the
 * same command brings the rest, each page once.
 */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Desk, outcomeOf } from './onrecord.js';

const KILLS = process.env['ONRECORD_LONG_TESTS'] === '1' ? 100 : 3;
const PAGES = 12;
let server: Server;
let base = '';
let served = 0;
beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    const n = /^\/page\/(\d+)$/.exec(url)?.[1];
    if (n === undefined) return void response.writeHead(404).end();
    served++;
    const words = Array.from({ length: 200 }, (_, i) => `word${n}x${i}`).join(' ');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><html lang="en"><title>Page ${n}</title><main><h1>Page ${n}</h1><p>${words}.</p></main></html>`,
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

it(`loses nothing in ${KILLS} kills`, { timeout: 1_800_000 }, async () => {
  const pages = Array.from({ length: PAGES }, (_, n) => `http://${base}/page/${n}`);
  const args = ['add', '--allow-address', base, ...pages];
  let captured = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const desk = new Desk();
    try {
      desk.write({ 'archive/settings.json': '{"fetching": {"gap": 0.5}}' });
      const before = served;
      const child = desk.start(args);
      const ended = outcomeOf(child);
      // Killed while so many pages are under way, and a little later.
      const wanted = 1 + (kill % 4);
      while (served - before < wanted && child.exitCode === null)
        await new Promise((resolve) => void setTimeout(resolve, 5));
      await new Promise((resolve) => void setTimeout(resolve, (kill * 37) % 120));
      child.kill('SIGKILL');
      await ended;
      const status = await desk.json(['status']);
      // The page before the last that was served had been captured before the last was asked for.
      expect(Number(status['captures'])).toBeGreaterThanOrEqual(served - before - 1);
      captured += Number(status['captures']);
      const verified = await desk.json(['verify']);
      expect(verified).toMatchObject({ ok: true, problems: [] });
      if (kill > 0) continue;
      const again = await desk.json(args);
      expect((again['rows'] as { outcome: string }[]).filter(({ outcome }) => outcome === 'refused')).toEqual([]);
      const { documents } = (await desk.json(['list'])) as { documents: unknown[] };
      expect(documents.length).toBe(PAGES);
    } finally {
      desk.clear();
    }
  }
  expect(captured).toBeGreaterThan(0);
});
