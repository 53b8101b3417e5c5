/** A month of a ministry's site, followed and told: every edit found, nothing called removed that was not. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type ChangesReport, listChanges, listSources, showSource } from '#jobs/index.js';
import { MINISTRY, MINISTRY_RECIPE, ministry, MONTH_BEGINS, on } from '../capture/web/ordania.js';
import { Watcher } from './following.js';

const ALL = { look: null, since: null, search: null, source: null, limit: 100 } as const;

type Line = ChangesReport['lines'][number];
type Edit = Extract<Line, { kind: 'edit' }>;

describe('a month of a ministry', () => {
  let watcher: Watcher;
  let changes: ChangesReport;
  const edits = (): Edit[] => changes.lines.filter((line) => line.kind === 'edit');
  const happened = (kind: string): Exclude<Line, Edit>['happenings'] =>
    changes.lines.flatMap((line) => (line.kind !== 'edit' && line.kind === kind ? line.happenings : []));

  beforeAll(async () => {
    watcher = await Watcher.open([ministry], MONTH_BEGINS);
    await watcher.follow(`https://${MINISTRY}/en/news/`, MINISTRY_RECIPE, [], 2);
    await watcher.until(on(20));
    // The machine is off while more is published than two pages of the list hold.
    watcher.sleep(on(21, 2));
    await watcher.until(on(31));
    changes = await listChanges(ALL, watcher);
  }, 120_000);

  it('holds every text that was published, those too of the days when nobody looked', async () => {
    const { items } = await showSource('s1', 1, watcher.effects);
    const ids = items.map(({ key }) => Number(key.replace('/en', ''))).toSorted((a, b) => a - b);
    const published = [
      ...Array.from({ length: 23 }, (_, i) => 1001 + i),
      1030,
      1031,
      ...Array.from({ length: 26 }, (_, i) => 1040 + i),
      ...Array.from({ length: 8 }, (_, i) => 1070 + i),
    ];
    expect(ids).toEqual(published);
    expect(items.filter(({ document }) => document === null)).toEqual([]);
    expect(happened('gap filled')).toHaveLength(1);
    expect(happened('gap')).toEqual([]);
  });
  it('puts a dropped “not” above all else, with its interval', () => {
    const [first] = edits();
    expect(first).toMatchObject({ flags: ['negation'], differences: [{ class: 'omission', a: { text: 'not ' } }] });
    const { between } = first!.texts[0]!;
    expect(between.after).toBeLessThanOrEqual(on(5, 14));
    expect(between.before).toBeGreaterThanOrEqual(on(5, 14));
    expect(on(5, 14) - between.after!).toBeLessThan(2.5 * 86_400_000);
  });
  it('folds the same edit of many texts into one line', () => {
    const shared = edits().filter(({ texts }) => texts.length > 1);
    expect(shared).toHaveLength(1);
    expect(shared[0]).toMatchObject({ flags: ['number'], differences: [{ a: { text: '14' }, b: { text: '16' } }] });
    expect(shared[0]!.texts.length).toBeGreaterThan(20);
    // Nothing else changed: not the sidebar, whose minutes are others on each load.
    expect(edits().map(({ texts }) => texts.length > 1 || texts[0]!.document.id)).toEqual(['1030/en', true, '1031/en']);
  });
  it('calls removed what was, and nothing else: not in a wall, a failure, a release that went wrong', () => {
    expect(happened('absent').map(({ item }) => item)).toEqual(['1015/en']);
    expect(happened('gone').map(({ item }) => item)).toEqual(['1016/en']);
    const [absent] = happened('absent');
    expect(absent!.between.after).toBeLessThan(on(9));
    expect(absent!.between.before).toBeGreaterThanOrEqual(on(9));
    expect(happened('moved').map(({ item }) => item)).toEqual(['1018/en']);
    expect(happened('back')).toEqual([]);
  });
  it('says when the place was blocked and laid out anew, and when it could be read again', () => {
    expect(happened('blocked').map(({ at }) => at >= on(14) && at < on(15))).toEqual([true]);
    expect(happened('layout changed').map(({ at }) => at >= on(25) && at < on(26))).toEqual([true]);
    expect(happened('read again')).toHaveLength(2);
  });
  it('makes no version of what refuses', async () => {
    const texts = await watcher.archive.list({});
    for (const { versions, id } of texts) {
      expect(versions.length, id!).toBeLessThanOrEqual(3);
      for (const { reference } of versions)
        expect((await watcher.archive.text(reference)).text).not.toMatch(/Enable JavaScript|404|503/);
    }
  });
  it('has learnt the rhythm, and is well at the end', async () => {
    const [listed] = (await listSources(watcher.effects)).sources;
    expect(listed).toMatchObject({ health: 'on time', removed: 2, doubted: 0 });
    expect(listed!.rhythm).toBeGreaterThan(6 * 3_600_000);
    expect(listed!.rhythm).toBeLessThan(2 * 86_400_000);
    expect(listed!.source.state.missed).toEqual([]);
  });
  it('becomes late when it falls silent', async () => {
    const { sources } = await listSources({ ...watcher.effects, now: () => on(31) + 60 * 86_400_000 });
    expect(sources[0]!.health).toBe('late');
  });
  it('tells once of each silence that it fell silent', async () => {
    await watcher.until(on(31) + 18 * 86_400_000);
    changes = await listChanges(ALL, watcher);
    const late = happened('late').map(({ between }) => between.after!);
    expect(late.filter((since) => since >= on(28))).toHaveLength(1);
    expect(new Set(late).size).toBe(late.length);
  });
  it('remembers what somebody has seen', async () => {
    await watcher.archive.following.keepMark('ann', { ...changes.mark, at: watcher.now });
    const seen = await listChanges({ ...ALL, look: 'ann' }, watcher);
    expect(seen).toMatchObject({ lines: [], texts: 0, fresh: 0 });
    expect((await listChanges({ ...ALL, look: 'bo' }, watcher)).lines).toHaveLength(changes.lines.length);
  });
  it.each([
    ['inspectors', 0],
    ['"grain stores"', 1],
    ['16', 1],
    ['not', 1],
  ])('searches inside the changes: %s', async (search, found) => {
    const report = await listChanges({ ...ALL, search }, watcher);
    expect(report.lines.filter(({ kind }) => kind === 'edit')).toHaveLength(found);
  });
  it('asks the host seldom: some hundred times in a month', () => {
    expect(watcher.asked.length).toBeLessThan(1000);
    const places = watcher.asked.filter(({ address }) => address.endsWith('/en/news/'));
    for (const [i, { at }] of places.entries())
      if (i > 1) expect(at - places[i - 1]!.at).toBeGreaterThanOrEqual(9 * 60_000);
  });
});
