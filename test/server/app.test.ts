import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OnrecordError } from '#base/index.js';
import { faultIn } from '#wire/index.js';
import { createApp, listen, type Listening, LONGEST_BODY } from '#server/index.js';
import { HARBOUR } from '../report/harbour.js';
import { type Asked, ask, plainService, serving } from './serving.js';

const asked: Asked = { drafts: [] };
let server: Listening;
beforeAll(async () => {
  server = await serving(plainService(asked), {
    pages: [{ path: '/casefile', html: '<p>ready</p>', title: 'The case file' }],
    now: () => '13 March 2026, 09:12',
  });
});
afterAll(() => server.close());

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const form = (fields: Record<string, string>): string => new URLSearchParams(fields).toString();

function multipart(fields: readonly { name: string; filename?: string; type?: string; body: string }[]): {
  headers: Record<string, string>;
  body: string;
} {
  const parts = fields.map(
    ({ name, filename, type, body }) =>
      `--b\r\nContent-Disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}\r\n${type === undefined ? '' : `Content-Type: ${type}\r\n`}\r\n${body}\r\n`,
  );
  return { headers: { 'Content-Type': 'multipart/form-data; boundary=b' }, body: `${parts.join('')}--b--\r\n` };
}

describe('pages', () => {
  it('shows the form, with what the archive holds and what is ready', async () => {
    const { status, headers, body } = await ask(server.port, '/check');
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/html; charset=utf-8/i);
    expect(body).toContain('<textarea id="draft"');
    expect(body).toContain('214 texts');
    expect(body).toContain('<a href="/casefile">The case file</a>');
  });
  it.each([
    '/',
    '/age',
    '/formula',
    '/sayings',
    '/accounts',
    '/search',
    '/texts',
    '/sheets',
    '/people',
    '/sources',
    '/changes',
    '/morning',
  ])('shows %s, with the links to all others', async (path) => {
    const { status, body } = await ask(server.port, path);
    expect(status).toBe(200);
    if (path !== '/') expect(body).toContain(` href="${path}" aria-current="page">`);
    expect(body).toContain(' href="/check">');
    expect(body).not.toContain('undefined');
  });
  it.each([
    ['/formula?phrase=x&sort=shoe', 400, 'Nothing is sorted by “shoe”'],
    ['/search?words=x&limit=0', 400, 'no number for “limit”'],
    ['/age?text=d9', 404, 'Nothing is held.'],
    ['/texts/d9', 404, 'Nothing is held.'],
  ])('says above the form what is wrong with %s', async (path, status, words) => {
    const answer = await ask(server.port, path);
    expect(answer.status).toBe(status);
    expect(answer.body).toContain(words);
  });
  it('checks a pasted draft and shows the sheet', async () => {
    const pasted = HARBOUR.draft.text.replaceAll('\n', '\r\n');
    const { status, body } = await ask(server.port, '/check', {
      method: 'POST',
      headers: FORM,
      body: form({ draft: pasted }),
    });
    expect(status).toBe(200);
    expect(body).toContain('14 to look at');
    expect(body).toContain('checked 13 March 2026, 09:12');
    expect(body).toContain('href="/check"');
    expect(new TextDecoder().decode(asked.drafts.at(-1)!.bytes)).toBe(HARBOUR.draft.text);
  });
  it('checks a file, which goes before the field', async () => {
    const sent = multipart([
      { name: 'draft', body: 'pasted' },
      { name: 'file', filename: 'talks.md', type: 'text/markdown', body: '# Talks' },
    ]);
    const { status } = await ask(server.port, '/check', { method: 'POST', ...sent });
    expect(status).toBe(200);
    expect(asked.drafts.at(-1)).toEqual({
      bytes: new TextEncoder().encode('# Talks'),
      name: 'talks.md',
      mediaType: 'text/markdown',
    });
  });
  it('takes the field if the form has a file field with nothing in it', async () => {
    const sent = multipart([
      { name: 'draft', body: 'pasted' },
      { name: 'file', filename: '', type: 'application/octet-stream', body: '' },
    ]);
    await ask(server.port, '/check', { method: 'POST', ...sent });
    expect(asked.drafts.at(-1)!.name).toBe('pasted draft');
  });
  it('compares two texts', async () => {
    const { status, body } = await ask(server.port, '/compare', {
      method: 'POST',
      headers: FORM,
      body: form({ first: 'We will go.', second: 'We could go.' }),
    });
    expect(status).toBe(200);
    expect(body).toContain('1 difference');
    expect(body).toMatch(/<del>.*will<\/del>/);
  });
  it('shows a ready page', async () => expect((await ask(server.port, '/casefile')).body).toBe('<p>ready</p>'));
  it('shows a ready page first if it is made for "/", with the form at /check', async () => {
    const other = await serving(plainService(), {
      pages: [{ path: '/', html: '<p>the sheet</p>', title: 'The case file' }],
    });
    expect((await ask(other.port, '/')).body).toBe('<p>the sheet</p>');
    const shown = (await ask(other.port, '/check')).body;
    expect(shown).toContain('<textarea');
    expect(shown).toContain('<a href="/">The case file</a>');
    await other.close();
  });

  const troubles: readonly (readonly [string, string, string, number, string])[] = [
    [
      'an empty form',
      '/check',
      form({ draft: '  ' }),
      422,
      'There was no draft. Paste its text into the field, or choose its file.',
    ],
    ['no form at all', '/check', '', 422, 'There was no draft.'],
    ['a draft that is no text', '/check', form({ draft: 'input-binary' }), 422, 'This is no text. Send text.'],
    ['one text of two', '/compare', form({ first: 'We go.' }), 422, 'Both fields need a text.'],
  ];
  it.each(troubles)('says above the form what is wrong: %s', async (_, path, body, status, sentence) => {
    const answer = await ask(server.port, path, { method: 'POST', headers: FORM, body });
    expect(answer.status).toBe(status);
    expect(answer.body).toContain(sentence);
    expect(answer.body).toContain('<form');
  });
  const failures: readonly (readonly [string, string, number, string])[] = [
    ['an archive in use', 'archive-locked', 503, 'The archive is in use.'],
    ['a fault of ours', 'broken', 500, 'Something broke that should not have.'],
  ];
  it.each(failures)('says so on a page of its own: %s', async (_, draft, status, sentence) => {
    const answer = await ask(server.port, '/check', { method: 'POST', headers: FORM, body: form({ draft }) });
    expect(answer.status).toBe(status);
    expect(answer.body).toContain(sentence);
    expect(answer.body).not.toContain('secret detail');
  });
  it('has a page for what is not there', async () => {
    const { status, body } = await ask(server.port, '/nowhere');
    expect(status).toBe(404);
    expect(body).toContain('There is no such page.');
  });
});

describe('the API', () => {
  const JSON_TYPE = { 'Content-Type': 'application/json' };
  const bodies: readonly (readonly [string, Record<string, string>, string])[] = [
    ['JSON', JSON_TYPE, JSON.stringify({ text: HARBOUR.draft.text, name: 'talks.txt' })],
    ['plain text', { 'Content-Type': 'text/plain; charset=utf-8' }, HARBOUR.draft.text],
    ['a body with no type', {}, HARBOUR.draft.text],
  ];
  it.each(bodies)('checks %s', async (_, headers, body) => {
    const answer = await ask(server.port, '/api/1/check', { method: 'POST', headers, body });
    expect(answer.status).toBe(200);
    const found = JSON.parse(answer.body) as { counts: { toLookAt: number } };
    expect(faultIn('check-1', found)).toBeNull();
    expect(found.counts.toLookAt).toBe(14);
  });
  it('passes the media type on', async () => {
    await ask(server.port, '/api/1/check', {
      method: 'POST',
      headers: { 'Content-Type': 'text/html' },
      body: '<p>x</p>',
    });
    expect(asked.drafts.at(-1)!.mediaType).toBe('text/html');
  });
  it('asks only for the texts that are wanted, by the address and by the body', async () => {
    const only = { speaker: 'Varga', from: '2024' };
    await ask(server.port, '/api/1/check?speaker=Varga&from=2024', { method: 'POST', body: 'x' });
    expect(asked.drafts.at(-1)).toMatchObject({ filter: only });
    const body = JSON.stringify({ text: 'x', date: '2025-01-01', language: 'en', only: { speaker: 'Varga' } });
    await ask(server.port, '/api/1/check?from=2024', { method: 'POST', headers: JSON_TYPE, body });
    expect(asked.drafts.at(-1)).toMatchObject({ filter: only, day: '2025-01-01', language: 'en' });
    const wrong = JSON.stringify({ text: 'x', only: { who: 'Varga' } });
    const refused = await ask(server.port, '/api/1/check', { method: 'POST', headers: JSON_TYPE, body: wrong });
    expect([refused.status, refused.body.includes('The field \\"only\\"')]).toEqual([400, true]);
  });
  it('compares and tells its status', async () => {
    const body = JSON.stringify({ a: { text: 'We will go.' }, b: { text: 'We go.', name: 'b' } });
    const compared = JSON.parse(
      (await ask(server.port, '/api/1/compare', { method: 'POST', headers: JSON_TYPE, body })).body,
    ) as { b: { name: string } };
    expect(faultIn('comparison-1', compared)).toBeNull();
    expect(compared.b.name).toBe('b');
    expect(faultIn('status-1', JSON.parse((await ask(server.port, '/api/1/status')).body))).toBeNull();
  });
  const refusals: readonly (readonly [string, string, string, number, string, string])[] = [
    ['POST', '/api/1/check', '{', 400, 'bad-use', 'The body is not JSON.'],
    ['POST', '/api/1/check', '{}', 400, 'bad-use', 'The field "text"'],
    ['POST', '/api/1/compare', '{"a":{"text":"x"}}', 400, 'bad-use', 'The field "b"'],
    ['POST', '/api/1/check', '{"text":"input-binary"}', 422, 'input-binary', 'This is no text.'],
    ['POST', '/api/1/check', '{"text":"archive-locked"}', 503, 'archive-locked', 'The archive is in use.'],
    ['POST', '/api/1/check', '{"text":"broken"}', 500, 'internal', 'Something broke'],
    ['GET', '/api/1/check', '', 405, 'bad-use', 'POST'],
    ['GET', '/api/1/nothing', '', 404, 'not-found', 'There is no such page.'],
  ];
  it.each(refusals)('%s %s %s is refused as problem details', async (method, path, body, status, code, title) => {
    const answer = await ask(server.port, path, { method, headers: JSON_TYPE, body });
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(answer.body)).toMatchObject({ type: 'about:blank', status, code });
    expect((JSON.parse(answer.body) as { title: string }).title).toContain(title);
  });
});

describe('who may ask', () => {
  const own = (port: number): string => `http://127.0.0.1:${port}`;
  const hosts: readonly (readonly [string, number])[] = [
    ['localhost', 200],
    ['127.0.0.1', 200],
    ['[::1]', 200],
    ['LOCALHOST', 200],
    ['evil.example', 421],
    ['localhost.evil.example', 421],
    ['127.0.0.1.evil.example', 421],
    ['10.0.0.7', 421],
  ];
  it.each(hosts)('asked for as "%s" it answers %i', async (host, status) => {
    for (const header of [host, `${host}:${server.port}`])
      expect((await ask(server.port, '/', { headers: { Host: header } })).status).toBe(status);
  });

  const origins: readonly (readonly [string, (port: number) => Record<string, string>, number])[] = [
    ['our own page', (port) => ({ Origin: own(port), 'Sec-Fetch-Site': 'same-origin' }), 200],
    ['no browser', () => ({}), 200],
    ['typed by a person', () => ({ 'Sec-Fetch-Site': 'none' }), 200],
    ['another site', () => ({ Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }), 403],
    ['another port of this machine', (port) => ({ Origin: `http://127.0.0.1:${port + 1}` }), 403],
    ['a page without an origin', () => ({ Origin: 'null' }), 403],
    ['another site that hides its origin', () => ({ 'Sec-Fetch-Site': 'cross-site' }), 403],
    ['a sister site', () => ({ 'Sec-Fetch-Site': 'same-site' }), 403],
  ];
  it.each(origins)('sent by %s', async (_, headers, status) => {
    const drafts = asked.drafts.length;
    for (const path of ['/check', '/api/1/check']) {
      const sent = {
        method: 'POST',
        headers: { Host: `127.0.0.1:${server.port}`, 'Content-Type': 'text/plain', ...headers(server.port) },
        body: 'x',
      };
      const answer = await ask(server.port, path, sent);
      // A page that is sent plain text finds no draft in it.
      expect(answer.status).toBe(status === 200 && path === '/check' ? 422 : status);
    }
    expect(asked.drafts.length).toBe(drafts + (status === 200 ? 1 : 0));
  });

  it.each(['/', '/check', '/api/1/status', '/nowhere', '/casefile'])(
    '%s may not be framed, cached, sniffed or made to act',
    async (path) => {
      const { headers } = await ask(server.port, path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'referrer-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['access-control-allow-origin']).toBeUndefined();
    },
  );
});

describe('how much may be sent', () => {
  it('takes a draft just under the limit, and answers a longer one with a sentence', async () => {
    const drafts = asked.drafts.length;
    const fits = await ask(server.port, '/api/1/check', {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body: 'x'.repeat(LONGEST_BODY),
    });
    expect(fits.status).toBe(200);
    const long = 'x'.repeat(LONGEST_BODY + 1);
    for (const headers of [{}, { 'Transfer-Encoding': 'chunked' }]) {
      const answer = await ask(server.port, '/api/1/check', {
        method: 'POST',
        headers: { 'Content-Type': 'text/plain', ...headers },
        body: long,
      });
      expect(answer.status).toBe(413);
      expect(JSON.parse(answer.body)).toMatchObject({ code: 'input-too-large', title: 'This is longer than 10 MB.' });
    }
    expect(asked.drafts.length).toBe(drafts + 1);
  });
});

describe('listen', () => {
  const app = createApp(plainService());
  const taken = async (): Promise<{ port: number; free: () => void }> => {
    const blocker = createServer();
    const port = await new Promise<number>((resolve) =>
      blocker.listen(0, '127.0.0.1', () => resolve((blocker.address() as { port: number }).port)),
    );
    return { port, free: () => void blocker.close() };
  };
  it('takes the next free port, unless this one is meant', async () => {
    const { port, free } = await taken();
    const next = await listen({ app, port });
    expect(next.port).toBeGreaterThan(port);
    expect(next.address).toBe(`http://127.0.0.1:${next.port}/`);
    expect((await ask(next.port, '/')).status).toBe(200);
    await next.close();
    await expect(ask(next.port, '/')).rejects.toThrow('ECONNREFUSED');
    await expect(listen({ app, port, strict: true })).rejects.toMatchObject({
      code: 'address-in-use',
      message: `Port ${port} is in use.`,
    });
    free();
  });
  it.each(['0.0.0.0', '::', 'example.org', '192.168.1.4'])(
    'refuses to listen on %s, which others can reach',
    async (host) => {
      await expect(listen({ app, port: 0, host })).rejects.toBeInstanceOf(OnrecordError);
    },
  );
});
