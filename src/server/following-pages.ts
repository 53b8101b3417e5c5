/** The pages of what is followed: following, sources, changes, the morning desk. Decode, run one job, draw. */
import { OnrecordError } from '#base/index.js';
import {
  DOOR_WORDS,
  type DeskOptions,
  drawChangesPage,
  drawFollowPage,
  drawMorningPage,
  drawSourcePage,
  drawSourcesPage,
  type FollowFields,
} from '#report/index.js';
import type { Source } from '#record/index.js';
import {
  decodeFollowRequest,
  decodeSeenRequest,
  encodeRecipe,
  type FollowOrder,
  RECIPE_FIELDS,
  recipeFields,
  recipeOfFields,
  SOURCE_ACTS,
  writeRecipe,
} from '#wire/index.js';
import type { Context, Hono } from 'hono';
import { ofInput } from './failures.js';
import { changesAsked } from './following-api.js';
import type { FollowingService } from './following.js';
import { asked, countOf, type Form, formOf } from './sent.js';

/** Lines of changes and looks at a source that a page shows unless asked for more. */
const LINES = 40;
const LOOKS = 40;
const MOST = 1000;

/** What these pages take from those around them. */
export interface DeskPages {
  /** The frame of a page: the bar, what is held, and what was wrong. */
  readonly options: (path: string, trouble?: OnrecordError) => Promise<DeskOptions>;
  readonly send: (c: Context, page: string, trouble?: OnrecordError) => Response;
}

export function mountFollowing(app: Hono, following: FollowingService, { options, send }: DeskPages): void {
  app.get('/follow', async (c) => {
    const named = asked(c, 'source');
    const source = named === null ? null : (await following.source(named, 1)).source;
    const fields = source === null ? { ...c.req.query() } : fieldsOf(source);
    const recipe = source === null ? '' : writeRecipe(source.recipe);
    return send(c, drawFollowPage({ fields, preview: null, recipe }, await options('/sources')));
  });
  app.post('/follow', async (c) => {
    const fields = fieldsSent(await formOf(c));
    try {
      const { preview, source } = await following.follow(orderOf(fields));
      if (source !== null) return c.redirect(`/sources/${source.reference}`, 303);
      const { name, address, recipe } = preview;
      const shown = {
        ...fieldsOf({ name, address, recipe, allow: [] }),
        pages: fields['pages'],
        allow: fields['allow'],
      };
      return send(
        c,
        drawFollowPage({ fields: shown, preview, recipe: writeRecipe(recipe) }, await options('/sources')),
      );
    } catch (error) {
      const trouble = ofInput(error);
      const page = drawFollowPage(
        { fields, preview: null, recipe: fields['base'] ?? '' },
        await options('/sources', trouble),
      );
      return send(c, page, trouble);
    }
  });

  app.get('/sources', async (c) =>
    send(
      c,
      drawSourcesPage({ ...(await following.sources()), watching: following.watching }, await options('/sources')),
    ),
  );
  app.get('/sources/:id', async (c) => {
    const report = await following.source(c.req.param('id'), countOf(c, 'limit', LOOKS, MOST));
    const recipe = writeRecipe(report.source.recipe);
    return send(c, drawSourcePage({ ...report, recipe }, await options('/sources')));
  });
  app.post('/sources/:id', async (c) => {
    const named = c.req.param('id');
    const wanted = textOf(await formOf(c), 'act');
    const act = SOURCE_ACTS.find((known) => known === wanted);
    if (act === undefined)
      throw new OnrecordError('bad-use', DOOR_WORDS.wrongAct(wanted), DOOR_WORDS.wrongActHelp(SOURCE_ACTS.join(', ')));
    const { reference } = await following.act(named, act);
    return c.redirect(`/sources/${reference}`, 303);
  });

  app.get('/changes', async (c) => {
    const [report, { sources }] = await Promise.all([following.changes(changesAsked(c, LINES)), following.sources()]);
    const looker = report.since.look ?? following.looker;
    const view = { ...report, looker, sources: sources.map(({ source }) => source) };
    return send(c, drawChangesPage(view, c.req.query(), await options('/changes')));
  });
  app.get('/morning', async (c) => {
    const report = await following.morning({ look: asked(c, 'look'), all: asked(c, 'all') !== null });
    const looker = report.changes.since.look ?? following.looker;
    return send(c, drawMorningPage(report, looker, await options('/morning')));
  });
  for (const path of ['/changes', '/morning'])
    app.post(path, async (c) => {
      const form = await formOf(c);
      const [revision, happening] = ['revision', 'happening'].map((name) => Number(textOf(form, name) || Number.NaN));
      const { look, mark } = decodeSeenRequest(
        JSON.stringify({ look: textOf(form, 'look') || undefined, mark: { revision, happening } }),
      );
      await following.looked(look, mark);
      return c.redirect(path, 303);
    });
}

function textOf(form: Form, name: string): string {
  const value = form[name];
  return typeof value === 'string' ? value.trim() : '';
}

const OWN_FIELDS = ['address', 'name', 'kind', 'pages', 'allow', 'base', 'do', 'other'] as const;

function fieldsSent(form: Form): FollowFields {
  const sent = [...OWN_FIELDS, ...RECIPE_FIELDS].filter((name) => form[name] !== undefined);
  return Object.fromEntries(sent.map((name) => [name, textOf(form, name)]));
}

/** The fields of the form for a place as it is read. */
function fieldsOf({
  name,
  address,
  recipe,
  allow,
}: Pick<Source, 'name' | 'address' | 'recipe' | 'allow'>): FollowFields {
  const base = writeRecipe(recipe);
  return { address, name, kind: recipe.kind, base, allow: allow.join(' '), ...recipeFields(recipe) };
}

/**
 * What the form asks for: the place as it is found out, as a kind that was chosen, or as its recipe says. Throws
 * OnrecordError `bad-use`.
 */
function orderOf(fields: FollowFields): FollowOrder {
  const { address = '', name = '', kind = '', base = '', pages = '', allow = '', other = '' } = fields;
  if (other !== '') {
    const [, as, place] = /^(.*?) (\S+)$/.exec(other) ?? [];
    return orderOf({ address: place ?? address, kind: as, allow, ...(fields['do'] && { do: fields['do'] }) });
  }
  const written = RECIPE_FIELDS.some((field) => (fields[field] ?? '') !== '');
  const [known] = /(?<="kind":\s*")[^"]*/.exec(base) ?? [''];
  // Another kind than the one that was seen is found out anew, unless somebody wrote down where its entries stand.
  const anew = kind !== '' && kind !== known && (fields['entry'] ?? '') === '';
  const recipe = (base === '' && !written) || anew ? null : recipeFrom(fields);
  return decodeFollowRequest(
    JSON.stringify({
      address,
      keep: fields['do'] === 'keep',
      name: name || undefined,
      kind: kind || undefined,
      recipe: recipe === null ? undefined : encodeRecipe(recipe),
      pages: pages === '' ? undefined : Number(pages),
      allow: allow.split(/[\s,]+/).filter((place) => place !== ''),
    }),
  );
}

function recipeFrom(fields: FollowFields): FollowOrder['recipe'] {
  const { address = '', name = '', base = '', entry = '', kind = '' } = fields;
  const host = URL.canParse(address) ? new URL(address).host : address;
  const recipe = recipeOfFields(
    base,
    {
      name: name !== '' || base !== '' ? name : host,
      kind: kind !== '' || base !== '' ? kind : entry === '' ? 'single page' : 'list page',
    },
    fields,
  );
  if (typeof recipe !== 'string') return recipe;
  throw new OnrecordError('bad-use', DOOR_WORDS.wrongRecipe(recipe), DOOR_WORDS.wrongRecipeHelp);
}
