/** Signing off by page and by API, and the sheets that come of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OnrecordError, parseWhen } from '#base/index.js';
import type { SignRequest } from '#jobs/index.js';
import { type SheetReview, STRICTEST } from '#record/index.js';
import type { Listening } from '#server/index.js';
import { faultIn } from '#wire/index.js';
import { HARBOUR } from '../report/harbour.js';
import { ask, plainService, serving } from './serving.js';

const at = parseWhen('2026-03-13T09:12:00Z')!;
const review: SheetReview = {
  sheet: {
    check: HARBOUR,
    decisions: [],
    open: [],
    style: STRICTEST,
    settings: '',
    earlier: null,
    note: '',
    reference: 'sh4',
    by: 'Jo',
    at,
    digest: '',
    later: null,
  },
  quotations: HARBOUR.checks.map((check) => ({ n: check.quotation.n, now: check, stirred: [], anchors: [] })),
  stirred: [],
  coverage: HARBOUR.coverage,
  rules: HARBOUR.rules,
};
const LINE = {
  reference: 'sh4',
  title: 'Talks',
  by: 'Jo',
  at,
  note: '',
  quotations: 9,
  open: 0,
  earlier: null,
  later: null,
  stirred: 1,
};

const signed: SignRequest[] = [];
let server: Listening;
beforeAll(async () => {
  server = await serving({
    ...plainService(),
    sign: (request) => {
      if (request.by === '') return Promise.reject(new OnrecordError('bad-use', 'Nobody signs.'));
      signed.push(request);
      return Promise.resolve('sh4');
    },
    sheet: (reference) =>
      reference === 'sh4' ? Promise.resolve(review) : Promise.reject(new OnrecordError('not-found', 'No such sheet.')),
    sheets: ({ limit }) => Promise.resolve({ sheets: [LINE].slice(0, limit), more: true }),
  });
});
afterAll(() => server.close());

const post = (path: string, type: string, body: string): ReturnType<typeof ask> =>
  ask(server.port, path, { method: 'POST', headers: { 'Content-Type': type }, body });

describe('signing off', () => {
  it('takes a draft with what was decided, by the API', async () => {
    const decisions = [{ n: 2, decided: 'accepted', status: 'altered in words', at: '2026-03-13T09:11:00Z' }];
    const { status, body } = await post(
      '/api/1/sheets',
      'application/json',
      JSON.stringify({ text: 'words', name: 'talks.md', by: 'Jo', decisions }),
    );
    expect([status, faultIn('sheet-1', JSON.parse(body))]).toEqual([200, null]);
    const { draft, ...rest } = signed.at(-1)!;
    expect(draft.name).toBe('talks.md');
    expect(rest).toEqual({ by: 'Jo', note: '', earlier: null, decisions });
  });

  it('takes a form, and leads to the sheet', async () => {
    const form = new URLSearchParams({ draft: 'a\r\nb', by: 'Jo', note: 'page 3', earlier: 'sh3' });
    const { status, headers } = await post('/sheets', 'application/x-www-form-urlencoded', form.toString());
    expect([status, headers.location]).toEqual([303, '/sheets/sh4']);
    expect(signed.at(-1)).toMatchObject({ by: 'Jo', note: 'page 3', earlier: 'sh3' });
    expect(new TextDecoder().decode(signed.at(-1)!.draft.bytes)).toBe('a\nb');
  });

  it.each([
    ['{}', 400, 'The field \\"text\\" is not as it should be'],
    ['{"text":"x","by":""}', 400, 'Nobody signs.'],
    ['{"text":"x","by":"Jo","decisions":[{"n":1,"decided":"fine"}]}', 400, 'decisions.0.decided'],
  ])('refuses %s', async (body, status, words) => {
    const answer = await post('/api/1/sheets', 'application/json', body);
    expect(answer.status).toBe(status);
    expect(answer.body).toContain(words);
  });
});

describe('sheets', () => {
  it('have an address each, and a list', async () => {
    const one = await ask(server.port, '/sheets/sh4');
    expect([one.status, one.body.includes('Signed off by Jo')]).toEqual([200, true]);
    const list = await ask(server.port, '/sheets?limit=1');
    expect(list.body).toContain('<a href="/sheets/sh4"');
    expect(list.body).toContain('1 quotation wants a look');
    expect(list.body).toContain('/sheets?before=sh4&amp;limit=1');
    expect((await ask(server.port, '/sheets/shoe')).status).toBe(404);
    expect((await ask(server.port, '/sheets?limit=many')).status).toBe(400);
  });
  it('are answered as their schemas say', async () => {
    const list = await ask(server.port, '/api/1/sheets');
    expect(faultIn('sheets-1', JSON.parse(list.body))).toBeNull();
    const one = await ask(server.port, '/api/1/sheet?ref=sh4');
    expect(faultIn('sheet-1', JSON.parse(one.body))).toBeNull();
  });
});
