/** Pages of sheets that were signed off: the list, one of them, and signing without script. */
import { OnrecordError } from '#base/index.js';
import {
  type DeskOptions,
  DOOR_WORDS,
  drawSheetPage,
  drawSheetsPage,
  sheetLink,
  viewSheet,
  viewSheets,
} from '#report/index.js';
import type { Hono } from 'hono';
import { sheetsWish } from './api.js';
import { formOf, pasted } from './sent.js';
import type { Service } from './service.js';

/** Mounts the pages; `desk` gives what stands around each. */
export function mountSheets(app: Hono, service: Service, desk: (path: string) => Promise<DeskOptions>): void {
  app.get('/sheets', async (c) => {
    const wish = sheetsWish(c);
    const { sheets, more } = await service.sheets(wish);
    const last = sheets.at(-1)?.reference;
    const older = more && last !== undefined ? `/sheets?before=${last}&limit=${wish.limit}` : null;
    return c.html(drawSheetsPage(viewSheets(sheets), older, await desk('/sheets')));
  });
  app.post('/sheets', async (c) => {
    const form = await formOf(c);
    const words = (name: string): string => (typeof form[name] === 'string' ? form[name] : '');
    const draft = pasted(form['draft'], words('name') || DOOR_WORDS.pasted);
    if (draft === null) throw new OnrecordError('input-empty', DOOR_WORDS.noDraft);
    const earlier = words('earlier').trim();
    const signed = await service.sign({
      draft,
      by: words('by'),
      note: words('note'),
      earlier: earlier === '' ? null : earlier,
    });
    return c.redirect(sheetLink(signed), 303);
  });
  app.get('/sheets/:ref', async (c) =>
    c.html(drawSheetPage(viewSheet(await service.sheet(c.req.param('ref'))), await desk('/sheets'))),
  );
}
