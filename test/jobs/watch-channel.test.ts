/** Six weeks of a public channel, followed and told: edits near and far, what was taken away, and what nobody ever saw. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ChangesReport, listChanges, listSources, readRecipe, showSource } from '#jobs/index.js';
import { root } from '../architecture/sources.js';
import { CHANNEL_BEGINS, channel, onDay, POSTS, QUIET } from '../capture/web/channel.js';
import { Watcher } from './following.js';

const ALL = { look: null, since: null, search: null, source: null, limit: 100 } as const;
const DAY = 86_400_000;
const ADDRESS = 'https://t.me/s/Ordania_Port';

type Line = ChangesReport['lines'][number];
type Edit = Extract<Line, { kind: 'edit' }>;

describe('six weeks of a channel', () => {
  let watcher: Watcher;
  let changes: ChangesReport;
  const happened = (kind: string): Exclude<Line, Edit>['happenings'] =>
    changes.lines.flatMap((line) => (line.kind !== 'edit' && line.kind === kind ? line.happenings : []));

  beforeAll(async () => {
    watcher = await Watcher.open([channel], CHANNEL_BEGINS);
    const file = join(root, 'recipes/channel-page.json');
    const recipe = readRecipe(readFileSync(file), 'channel-page.json');
    watcher.sleep(onDay(2));
    await watcher.follow(ADDRESS, null, [{ ...recipe, rhythm: 360 }]);
    await watcher.until(onDay(43));
    changes = await listChanges(ALL, watcher);
  }, 120_000);

  it('holds every post that was to be seen, those too of the hour with eighty', async () => {
    const { items } = await showSource('s1', 1, watcher.effects);
    const held = new Set(items.map(({ key }) => Number(key)));
    expect(POSTS.map(({ number }) => number).filter((number) => !held.has(number))).toEqual([]);
    expect(items.filter(({ document }) => document === null)).toEqual([]);
  });
  it('makes a version of each edit, soon after it was posted and nine days later', () => {
    const edits = changes.lines.filter((line) => line.kind === 'edit');
    expect(edits.map(({ texts }) => texts[0]!.document.id)).toEqual(['24', '30']);
    expect(edits[0]).toMatchObject({ flags: ['negation'], differences: [{ a: { text: 'not ' } }] });
    expect(edits[1]).toMatchObject({ differences: [{ a: { text: 'cargo' }, b: { text: 'passengers' } }] });
    const at = POSTS.find(({ number }) => number === 30)!.wordings[1]!.from;
    expect(edits[1]!.texts[0]!.between.before).toBeGreaterThanOrEqual(at);
    expect(edits[1]!.texts[0]!.between.before - at).toBeLessThan(10 * DAY);
  });
  it('says of a post that is marked and has the same words just that', () => {
    expect(happened('marked as edited').map(({ item }) => item)).toEqual(['33']);
  });
  it('calls taken away what was, with its interval: from the first page, from far behind it, and the last of all', () => {
    const absent = happened('absent');
    expect(absent.map(({ item }) => Number(item)).toSorted((a, b) => a - b)).toEqual([40, 43, QUIET]);
    for (const { item, between, at } of absent) {
      const { gone } = POSTS.find(({ number }) => number === Number(item))!;
      expect(between.after).toBeLessThanOrEqual(gone!);
      expect(between.before).toBeGreaterThanOrEqual(gone!);
      expect(at - gone!).toBeGreaterThanOrEqual(2 * DAY);
    }
    expect(happened('back')).toEqual([]);
  });
  it('says nothing of numbers that nobody saw', async () => {
    const { items } = await showSource('s1', 1, watcher.effects);
    expect(items.filter(({ key }) => Number(key) % 17 === 5)).toEqual([]);
  });
  it('fills the gap of the hour with eighty at once, and that of the day without older posts when it can', async () => {
    const [open] = happened('gap');
    expect(happened('gap')).toHaveLength(1);
    expect(open!.at).toBeLessThan(onDay(36, 7));
    const filled = happened('gap filled');
    expect(filled).toHaveLength(2);
    expect(filled.map(({ at }) => Math.floor((at - onDay(1)) / DAY) + 1)).toEqual([30, 37]);
    const [source] = (await listSources(watcher.effects)).sources;
    expect(source).toMatchObject({ removed: 3, doubted: 0 });
    expect(source!.source.state.missed).toEqual([]);
  });
  it('reads older posts again as they grow older, and ever more seldom', () => {
    const again = watcher.asked.filter(({ address }) => address.includes('?before='));
    expect(again.length).toBeLessThan(150);
    expect(watcher.asked.length - again.length).toBeLessThan(42 * 17);
  });
});
