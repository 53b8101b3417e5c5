/** The pages of accounts: rows side by side, rows paired otherwise by hand, and notes of some of them. */
import { OnrecordError } from '#base/index.js';
import { spanInWhole } from '#jobs/index.js';
import {
  ACCOUNT_FIELDS,
  type DeskOptions,
  DOOR_WORDS,
  drawAccountsForm,
  drawAccountsPage,
  drawNotePage,
  viewAccounts,
  viewNote,
} from '#report/index.js';
import type { Context, Hono } from 'hono';
import { comparedOf, type Form, formOf, sentOrAsked, titleOf } from './sent.js';
import type { Compared, Service } from './service.js';

/** Mounts a reading: its answer, or its form with what was wrong above it. */
export type MountReading = (
  path: string,
  form: (c: Context, options: DeskOptions) => string | Promise<string>,
  answer: (c: Context) => Promise<string | null>,
) => void;

export function mountAccounts(
  app: Hono,
  service: Service,
  reading: MountReading,
  nav: (path: string) => DeskOptions,
): void {
  reading(
    '/accounts',
    (c, options) => drawAccountsForm(c.req.query(), options),
    async (c) => {
      const texts = textsIn(await sentOrAsked(c));
      if (c.req.method !== 'POST' && texts.length === 0) return null;
      if (texts.length < 2) throw new OnrecordError('input-empty', DOOR_WORDS.oneOfTwo);
      const held = heldOf(texts);
      const view = viewAccounts(await service.accounts({ texts }));
      return drawAccountsPage(view, nav('/accounts'), held && { texts: held });
    },
  );
  app.get('/accounts/note', async (c) => {
    const texts = textsIn(c.req.query());
    if (texts.length < 2) throw new OnrecordError('input-empty', DOOR_WORDS.oneOfTwo);
    const rows = (c.req.queries('row') ?? []).map(Number).filter((n) => Number.isInteger(n) && n > 0);
    const compared = await service.accounts({ texts });
    const versions = compared.encounter.sides.flatMap(({ account }) => account.version ?? []);
    const shown = new Map(
      await Promise.all(versions.map(async (version) => [version, (await service.show(version)).rendering] as const)),
    );
    const note = viewNote(compared, rows, (version, span) => spanInWhole(shown.get(version)!, span));
    return c.html(drawNotePage(note, new URL(c.req.url).origin, addressOf(heldOf(texts) ?? []), nav('/accounts')));
  });
  app.post('/accounts/pair', async (c) => {
    const form = await formOf(c);
    const texts = textsIn(form);
    const held = heldOf(texts);
    if (held === null || held.length < 2) throw new OnrecordError('bad-use', DOOR_WORDS.onlyHeld);
    const [pair, unpair] = [paired(form), namesIn(form['unpair'])];
    await service.accounts({ texts, ...(pair.length > 0 && { pair }), ...(unpair.length > 0 && { unpair }) });
    return c.redirect(addressOf(held), 303);
  });
}

function textsIn(form: Form): Compared[] {
  return ACCOUNT_FIELDS.flatMap((name, i) => comparedOf(form[name], titleOf(i)) ?? []);
}

/** The names of texts that are all held; null where one was pasted. */
function heldOf(texts: readonly Compared[]): string[] | null {
  const held = texts.flatMap((text) => ('held' in text ? [text.held] : []));
  return held.length === texts.length ? held : null;
}

function addressOf(held: readonly string[]): string {
  const asked = new URLSearchParams(held.map((text, i) => [ACCOUNT_FIELDS[i]!, text]));
  return `/accounts?${asked.toString()}#rows`;
}

/** "a3=b5" as it was sent, or from two fields. */
function paired(form: Form): string[] {
  const [first, second] = [namesIn(form['first']), namesIn(form['second'])];
  return [...namesIn(form['pair']), ...(first[0] && second[0] ? [`${first[0]}=${second[0]}`] : [])];
}

function namesIn(value: Form[string] | undefined): string[] {
  return [value ?? []].flat().filter((name): name is string => typeof name === 'string' && name !== '');
}
