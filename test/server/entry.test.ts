/** A server that others can reach lets in who has the token, by the names it was given, and nobody else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, listen, type Listening, mindToken } from '#server/index.js';
import { ask, plainService } from './serving.js';

const TOKEN = 'a-token-of-some-length';
let server: Listening;
beforeAll(async () => {
  const access = { reached: { host: '0.0.0.0', names: ['desk.example'] }, token: TOKEN };
  server = await listen({ app: createApp(plainService(), { access }), port: 0, host: '0.0.0.0', demanded: true });
});
afterAll(() => server.close());

const bearer = { Authorization: `Bearer ${TOKEN}` };
const form = (fields: Record<string, string>): { method: string; headers: Record<string, string>; body: string } => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
});

describe('without the token', () => {
  it.each(['/', '/check', '/texts', '/sheets/sh1', '/enter', '/nowhere'])(
    '%s shows the form and nothing else',
    async (path) => {
      const { status, body, headers } = await ask(server.port, path);
      expect(status).toBe(401);
      expect(headers['www-authenticate']).toContain('Bearer');
      expect(body).toContain('name="token"');
      expect(body).not.toContain('214 texts');
    },
  );
  it.each(['/api/1/status', '/api/events', '/mcp', '/api/1/texts'])('%s is refused as a problem', async (path) => {
    const { status, body } = await ask(server.port, path);
    expect([status, JSON.parse(body)]).toMatchObject([401, { title: 'This server wants a token.' }]);
  });
  it.each([
    ['another token', { Authorization: 'Bearer another-token-altogether' }],
    ['a beginning of it', { Authorization: `Bearer ${TOKEN.slice(0, -1)}` }],
    ['an empty one', { Authorization: 'Bearer ' }],
    ['the token as a password', { Authorization: `Basic ${Buffer.from(`x:${TOKEN}`).toString('base64')}` }],
    ['the token as a cookie', { Cookie: `onrecord=${TOKEN}` }],
  ])('%s is refused', async (_, headers: Record<string, string>) => {
    expect((await ask(server.port, '/api/1/status', { headers })).status).toBe(401);
  });
  it('nothing is written, and a draft is not read', async () => {
    for (const path of ['/api/1/check', '/api/1/sheets', '/api/1/set', '/texts', '/check'])
      expect((await ask(server.port, path, { method: 'POST', body: '{"text":"x"}' })).status).toBe(401);
  });
});

describe('with the token', () => {
  it('programs send it with each request', async () => {
    expect((await ask(server.port, '/api/1/status', { headers: bearer })).status).toBe(200);
    expect((await ask(server.port, '/', { headers: { authorization: `bearer ${TOKEN}` } })).status).toBe(200);
  });

  it('a browser sends it once, and is led on to where it wanted to go', async () => {
    const entered = await ask(server.port, '/enter', form({ token: TOKEN, way: '/sheets' }));
    expect([entered.status, entered.headers.location]).toEqual([303, '/sheets']);
    const [set] = entered.headers['set-cookie']!;
    expect(set).toMatch(/^onrecord=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Strict/);
    expect(set).not.toContain(TOKEN);
    const Cookie = `other=1; ${set!.split(';')[0]}`;
    expect((await ask(server.port, '/sheets', { headers: { Cookie } })).status).toBe(200);
    // The cookie is no token.
    const value = set!.split(';')[0]!.split('=')[1]!;
    expect((await ask(server.port, '/', { headers: { Authorization: `Bearer ${value}` } })).status).toBe(401);
  });

  it('a wrong one leads nowhere', async () => {
    const { status, headers, body } = await ask(server.port, '/enter', form({ token: 'wrong', way: '/sheets' }));
    expect([status, headers['set-cookie']]).toEqual([401, undefined]);
    expect(body).toContain('This is not the token.');
  });

  it.each(['//evil.example/', 'https://evil.example/', '/\\evil.example', 'evil', '/x\r\nSet-Cookie: a=b'])(
    'no form leads to %j',
    async (way) => {
      const { headers } = await ask(server.port, '/enter', form({ token: TOKEN, way }));
      expect(headers.location).toBe('/');
    },
  );
});

describe('names', () => {
  it.each([
    ['localhost', 200],
    ['192.168.1.4:4321', 200],
    ['[fe80::1]:4321', 200],
    ['desk.example', 200],
    ['DESK.example:80', 200],
    ['evil.example', 421],
    ['192.168.1.4.evil.example', 421],
  ])('asked for as "%s", with the token, it answers %i', async (Host, status) => {
    expect((await ask(server.port, '/', { headers: { ...bearer, Host } })).status).toBe(status);
  });

  it('takes no writing that another site sends with a browser’s cookie', async () => {
    const entered = await ask(server.port, '/enter', form({ token: TOKEN, way: '/' }));
    const Cookie = entered.headers['set-cookie']![0]!.split(';')[0]!;
    for (const Origin of ['https://evil.example', 'http://desk.example:81', 'null']) {
      const headers = { Cookie, Origin, Host: 'desk.example', 'Content-Type': 'text/plain' };
      expect((await ask(server.port, '/api/1/check', { method: 'POST', headers, body: 'x' })).status).toBe(403);
    }
    const own = { Cookie, Origin: 'https://desk.example', Host: 'desk.example', 'Content-Type': 'text/plain' };
    expect((await ask(server.port, '/api/1/check', { method: 'POST', headers: own, body: 'x' })).status).toBe(200);
  });
});

describe('a token', () => {
  it.each(['', 'short', 'with a space in its middle', 'naïve-token-of-length'])('“%s” is refused', (token) => {
    expect(() => mindToken(token)).toThrow('A token has at least 16 characters');
  });
  it('of good length is taken', () => {
    expect(() => mindToken(TOKEN)).not.toThrow();
  });
});
