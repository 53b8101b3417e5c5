/** What happens is told to the pages that are open, and long work is stopped by its name. */
import { get, type IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { Live, type Listening, type Service } from '#server/index.js';
import { draftCheck } from '../report/fixtures.js';
import { ask, plainService, serving } from './serving.js';

const NOTHING = { captures: 0, versions: 0, acts: 0, polls: 0, happenings: 0 };
const WORK = 'work-0001';

const open: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
});

async function live(service: Partial<Service>, most?: number): Promise<{ server: Listening; live: Live }> {
  const all = { ...plainService(), ...service };
  const teller = new Live({ revision: () => all.revision(), every: 5, ...(most !== undefined && { most }) });
  const server = await serving(all, { live: teller });
  open.push(server, teller);
  return { server, live: teller };
}

/** Listens; `next` is the next event that has this name. */
async function listen(
  port: number,
): Promise<{ next: (event: string) => Promise<unknown>; ended: Promise<void>; close: () => void }> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: '/api/events', agent: false, headers: { host: 'localhost' } }, resolve).on(
      'error',
      reject,
    );
  });
  expect(answer.headers['content-type']).toBe('text/event-stream');
  let came = '';
  const waiting = new Set<() => void>();
  answer.setEncoding('utf8');
  answer.on('data', (piece: string) => {
    came += piece;
    for (const wake of waiting) wake();
  });
  answer.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => {
    answer.on('close', resolve);
  });
  const next = async (event: string): Promise<unknown> => {
    for (;;) {
      const found = new RegExp(`event: ${event}\\ndata: (.*)\\n\\n`).exec(came);
      if (found) {
        came = came.slice(found.index + found[0].length);
        return JSON.parse(found[1]!);
      }
      await new Promise<void>((resolve) => {
        waiting.add(resolve);
      });
      waiting.clear();
    }
  };
  const close = (): void => void answer.destroy();
  open.push({ close });
  return { next, ended, close };
}

describe('the stream of events', () => {
  it('tells the revision first, and each time that it has grown', async () => {
    let versions = 3;
    const { server } = await live({ revision: () => Promise.resolve({ ...NOTHING, versions }) });
    const one = await listen(server.port);
    const other = await listen(server.port);
    expect(await one.next('revision')).toEqual({ ...NOTHING, versions: 3 });
    expect(await other.next('revision')).toEqual({ ...NOTHING, versions: 3 });
    versions = 4;
    expect(await one.next('revision')).toEqual({ ...NOTHING, versions: 4 });
    expect(await other.next('revision')).toEqual({ ...NOTHING, versions: 4 });
  });

  it('goes on when the archive could not be asked for once', async () => {
    let looks = 0;
    const { server } = await live({
      revision: () =>
        ++looks === 2 ? Promise.reject(new Error('busy')) : Promise.resolve({ ...NOTHING, acts: looks }),
    });
    const one = await listen(server.port);
    expect(await one.next('revision')).toEqual({ ...NOTHING, acts: 1 });
    expect(await one.next('revision')).toEqual({ ...NOTHING, acts: 3 });
  });

  it('has room for so many, and for another when one has left', async () => {
    const { server } = await live({}, 2);
    const one = await listen(server.port);
    await listen(server.port);
    const third = await ask(server.port, '/api/events', { headers: { host: 'localhost' } });
    expect([third.status, JSON.parse(third.body)]).toMatchObject([
      400,
      { title: 'Too many windows listen to what happens.' },
    ]);
    one.close();
    await expect
      .poll(
        async () =>
          listen(server.port).then(
            () => true,
            () => false,
          ),
        { timeout: 5000 },
      )
      .toBe(true);
  });

  it('ends when the server stops', async () => {
    const { server, live: teller } = await live({});
    const one = await listen(server.port);
    await one.next('revision');
    teller.close();
    await one.ended;
    expect(await teller.listen()).toBeNull();
  });

  it.each(['POST', 'PUT'])('is not there for %s', async (method) => {
    const { server } = await live({});
    expect((await ask(server.port, '/api/events', { method, headers: { host: 'localhost' } })).status).toBe(404);
  });
});

describe('long work', () => {
  const post = (port: number, path: string, body: string): ReturnType<typeof ask> =>
    ask(port, path, { method: 'POST', headers: { host: 'localhost', 'content-type': 'application/json' }, body });

  it('tells how far it is under its name, and stops when it is asked to', async () => {
    const stopped: boolean[] = [];
    const { server } = await live({
      checkDraft: async (_, work) => {
        work!.progress({ done: 1, total: 9, current: 'talks.md' });
        await new Promise<void>((resolve) => {
          work!.signal.addEventListener('abort', () => resolve(), { once: true });
        });
        stopped.push(work!.signal.aborted);
        return draftCheck('x', []);
      },
    });
    const one = await listen(server.port);
    const checked = post(server.port, `/api/1/check?work=${WORK}`, '{"text":"x"}');
    expect(await one.next('work')).toEqual({ work: WORK, done: 1, total: 9, current: 'talks.md' });
    expect(JSON.parse((await post(server.port, '/api/1/stop', `{"work":"${WORK}"}`)).body)).toMatchObject({
      stopped: true,
    });
    expect((await checked).status).toBe(200);
    expect(stopped).toEqual([true]);
    expect(JSON.parse((await post(server.port, '/api/1/stop', `{"work":"${WORK}"}`)).body)).toMatchObject({
      stopped: false,
    });
  });

  it('stops a check that nobody waits for', async () => {
    let left = (): void => undefined;
    const gone = new Promise<void>((resolve) => {
      left = resolve;
    });
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const { server } = await live({
      checkDraft: async (_, work) => {
        begin();
        work!.signal.addEventListener('abort', () => left(), { once: true });
        await gone;
        return draftCheck('x', []);
      },
    });
    const leaving = new AbortController();
    const asked = fetch(`http://127.0.0.1:${server.port}/api/1/check`, {
      method: 'POST',
      body: 'words',
      signal: leaving.signal,
    }).catch(() => null);
    await begun;
    leaving.abort();
    await gone;
    expect(await asked).toBeNull();
  });
});
