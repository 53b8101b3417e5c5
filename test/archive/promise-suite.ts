/** What any archive keeps, whatever it is made of: each engine runs all of it, and of the finding suite. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '#archive/index.js';
import { OnrecordError } from '#base/index.js';
import { digestOf } from '#custody/index.js';
import type { Person } from '#record/index.js';
import { findingSuite } from './finding-suite.js';
import {
  add,
  addAll,
  AT,
  facts,
  holders,
  HARBOUR,
  longText,
  looking,
  PENSIONS,
  rendering,
  type SomeFacts,
} from './given.js';

const CAST: readonly Person[] = [
  { id: 'varga', name: 'Ilona Varga', aliases: ['I. Varga'], mandates: [] },
  { id: 'olsen', name: 'Per Olsen', aliases: [], mandates: [{ post: 'envoy', body: null, from: '2025', to: null }] },
];

/** Runs the suite on archives that `open` makes, each empty. */
export function promiseSuite(engine: string, open: () => Promise<Archive>): void {
  findingSuite(engine, open);
  describe(`the promise of the archive: ${engine}`, () => {
    let archive: Archive;
    beforeEach(async () => {
      archive = await open();
    });
    afterEach(async () => {
      await archive.close();
    });

    describe('capture', () => {
      it('keeps bytes untouched, with where and when they came from', async () => {
        const bytes = Uint8Array.from([0, 255, 10, 13, 0x1f, 0x8b, 65]);
        const [receipt] = await archive.capture([{ bytes, origin: '/in/a.bin', mediaType: null, at: AT }]);
        expect(receipt).toEqual({
          capture: 'c1',
          digest: digestOf(bytes),
          known: false,
          parsedBy: null,
          held: [],
          refused: null,
        });
        expect([...(await archive.bytes('c1'))]).toEqual([...bytes]);
        expect(await archive.captureOf('c1')).toEqual({
          reference: 'c1',
          origin: '/in/a.bin',
          mediaType: null,
          digest: digestOf(bytes),
          size: 7,
          at: AT,
        });
      });

      it('keeps the same bytes of the same origin once, those of another origin again', async () => {
        const one = { bytes: Buffer.from('words'), origin: 'a.txt', mediaType: 'text/plain', at: AT };
        const other = { ...one, origin: 'b.txt' };
        const changed = { ...one, bytes: Buffer.from('other words') };
        const receipts = await archive.capture([one, other, one, changed]);
        expect(receipts.map(({ capture, known }) => [capture, known])).toEqual([
          ['c1', false],
          ['c2', false],
          ['c1', true],
          ['c3', false],
        ]);
        expect((await archive.capture([one]))[0]).toMatchObject({ capture: 'c1', known: true });
        expect((await archive.status()).captures).toBe(3);
      });

      it('tells what came of known bytes', async () => {
        await add(archive, 'a.txt', HARBOUR, { title: 'Harbour' });
        const capture = { bytes: Buffer.from('%PDF'), origin: 'b.pdf', mediaType: null, at: AT };
        await archive.capture([capture]);
        await archive.refuse([{ capture: 'c2', extractor: 'test/1', reason: 'It holds no text.' }]);
        const again = await archive.capture([
          { bytes: Buffer.from(HARBOUR), origin: 'a.txt', mediaType: 'text/plain', at: AT },
          capture,
        ]);
        expect(again.map(({ parsedBy, held, refused }) => ({ parsedBy, held, refused }))).toEqual([
          { parsedBy: 'test/1', held: [{ document: 'd1', title: 'Harbour' }], refused: null },
          { parsedBy: 'test/1', held: [], refused: 'It holds no text.' },
        ]);
      });

      it('does nothing for an empty batch', async () => {
        expect(await archive.capture([])).toEqual([]);
        expect(await archive.hold([])).toEqual([]);
      });

      it('knows no capture that it did not make', async () => {
        await expect(archive.bytes('c7')).rejects.toMatchObject({ code: 'not-found' });
        await expect(archive.hold([{ capture: 'c7', facts: facts(), rendering: rendering(HARBOUR) }])).rejects.toThrow(
          RangeError,
        );
      });
    });

    describe('hold', () => {
      it('makes a document that is found at once', async () => {
        expect(await add(archive, 'a.txt', HARBOUR)).toEqual({
          outcome: 'added',
          document: 'd1',
          version: 'd1v1',
          words: 14,
        });
        expect(await holders(archive, 'accept inspectors at the northern terminal')).toEqual(['d1']);
        expect(await archive.text('d1v1')).toEqual(rendering(HARBOUR));
      });

      it('changes nothing for the same text again', async () => {
        await add(archive, 'a.txt', HARBOUR);
        const before = await archive.document('d1');
        expect(await add(archive, 'a.txt', HARBOUR)).toMatchObject({
          outcome: 'unchanged',
          version: 'd1v1',
          words: 14,
        });
        expect(await archive.document('d1')).toEqual(before);
        expect((await archive.recall([looking(HARBOUR)]))[0]!.exact).toMatchObject({ places: 1, documents: 1 });
      });

      it('makes a version of a new wording, and finds both', async () => {
        await add(archive, 'a.txt', HARBOUR, { title: 'First' });
        const changed = HARBOUR.replace('will', 'may');
        expect(await add(archive, 'a.txt', changed, { title: 'Second' })).toMatchObject({
          outcome: 'new version',
          document: 'd1',
          version: 'd1v2',
        });
        const document = (await archive.document('d1'))!;
        expect(document.title).toBe('Second');
        expect(document.versions.map(({ reference, number, capture }) => [reference, number, capture])).toEqual([
          ['d1v1', 1, 'c1'],
          ['d1v2', 2, 'c2'],
        ]);
        for (const [wording, version] of [
          [HARBOUR, 'd1v1'],
          [changed, 'd1v2'],
        ] as const) {
          const [recalled] = await archive.recall([looking(wording)]);
          expect(recalled!.candidates[0]!.version.reference).toBe(version);
        }
      });

      it('does not take furniture for wording', async () => {
        await add(archive, 'a.txt', `${HARBOUR}\nfurniture: Share this page with friends`);
        const again = await add(archive, 'a.txt', `${HARBOUR}\nfurniture: Read also: ten recipes for winter`);
        expect(again).toMatchObject({ outcome: 'unchanged', words: 14 });
        expect(await holders(archive, 'share this page with friends')).toEqual(['d1']);
      });

      it('makes a version of an earlier wording that comes back, not of an old capture that is read again', async () => {
        await add(archive, 'a.txt', HARBOUR);
        await add(archive, 'a.txt', PENSIONS);
        // The first capture, read again by another extractor.
        const [again] = await archive.hold([
          { capture: 'c1', facts: facts({ title: 'Old' }), rendering: rendering(HARBOUR, 'test/2') },
        ]);
        expect(again).toMatchObject({ outcome: 'unchanged', version: 'd1v1' });
        expect((await archive.document('d1'))!.title).toBe('Statement');
        const [c3] = await archive.capture([
          { bytes: Buffer.from(`${HARBOUR}\n`), origin: 'a.txt', mediaType: null, at: AT },
        ]);
        expect(
          await archive.hold([{ capture: c3!.capture, facts: facts(), rendering: rendering(HARBOUR) }]),
        ).toMatchObject([{ outcome: 'new version', version: 'd1v3' }]);
      });

      it.each<[string, SomeFacts, SomeFacts, boolean]>([
        ['the id within one source', { id: '7', source: 'S' }, { id: '7', source: 'S' }, true],
        ['an id of another source', { id: '7', source: 'S' }, { id: '7', source: 'T' }, false],
        ['an id where no source is known', { id: '7' }, { id: '7' }, false],
        ['the address', { address: 'https://example.org/a' }, { address: 'http://EXAMPLE.org/a/#top' }, true],
        [
          'the address with traces of the way',
          { address: 'https://example.org/a?p=1' },
          { address: 'https://example.org/a?p=1&utm_source=x' },
          true,
        ],
        ['another address', { address: 'https://example.org/a?p=1' }, { address: 'https://example.org/a?p=2' }, false],
        ['nothing but likeness', {}, {}, false],
      ])('knows a document by %s', async (_, first, second, same) => {
        await add(archive, 'in/a.txt', HARBOUR, first);
        const { outcome } = await add(archive, 'in/b.txt', PENSIONS, second);
        expect(outcome).toBe(same ? 'new version' : 'added');
      });

      it('tells several texts of one capture apart by their order', async () => {
        const [{ capture } = { capture: '' }] = await archive.capture([
          { bytes: Buffer.from('two'), origin: 'two.json', mediaType: null, at: AT },
        ]);
        const both = [HARBOUR, PENSIONS].map((text) => ({ capture, facts: facts(), rendering: rendering(text) }));
        expect((await archive.hold(both)).map(({ outcome, document }) => [outcome, document])).toEqual([
          ['added', 'd1'],
          ['added', 'd2'],
        ]);
        expect((await archive.hold(both)).map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
      });

      it('takes a better layout of the same characters', async () => {
        await add(archive, 'a.txt', `Varga\n${HARBOUR}`);
        const better = rendering(`label: Varga\n${HARBOUR}`, 'test/2');
        await archive.hold([{ capture: 'c1', facts: facts(), rendering: better }]);
        expect(await archive.text('d1')).toEqual(better);
        expect(await holders(archive, HARBOUR)).toEqual(['d1']);
      });

      it('holds a text without words', async () => {
        expect(await add(archive, 'a.txt', '…')).toMatchObject({ outcome: 'added', words: 0 });
        expect((await archive.text('d1')).text).toBe('…');
      });
    });

    describe('facts', () => {
      it('are those of the newest version, but a correction stays', async () => {
        await add(archive, 'a.txt', HARBOUR, { title: 'First', said: '2025-01-01', speaker: 'Varga' });
        const corrected = await archive.correct(
          'd1',
          { said: { at: '2024-12-31', precision: 'day', zone: null, basis: 'stated' }, title: 'Mended' },
          'desk',
        );
        expect(corrected.said).toEqual({ at: '2024-12-31', precision: 'day', zone: null, basis: 'corrected' });
        await add(archive, 'a.txt', PENSIONS, { title: 'Second', said: '2025-02-02', speaker: 'Olsen' });
        const document = (await archive.document('d1'))!;
        expect([document.title, document.said?.at, document.speaker?.value]).toEqual(['Mended', '2024-12-31', 'Olsen']);
      });

      it('that are corrected are logged with who and when, newest first', async () => {
        await add(archive, 'a.txt', HARBOUR, { title: 'First' });
        await archive.correct('d1', { title: 'Mended' }, 'Jo');
        await archive.keepPeople(CAST, 'Kim');
        await archive.drop('d1', 'Lee');
        const log = await archive.log(10);
        expect(log.map(({ by, act, reference, detail }) => [by, act, reference, detail])).toEqual([
          ['Lee', 'dropped', 'd1', 'Mended'],
          ['Kim', 'people imported', null, '2 new, 0 changed'],
          ['Jo', 'corrected', 'd1', 'title: First → Mended'],
        ]);
        expect(log.every(({ at }) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(at.at))).toBe(true);
        expect(await archive.log(1)).toHaveLength(1);
      });

      it('cannot be corrected of what is not held', async () => {
        await expect(archive.correct('d9', { title: 'x' }, 'desk')).rejects.toThrow(OnrecordError);
        await expect(archive.drop('nothing', 'desk')).rejects.toMatchObject({ code: 'not-found' });
      });
    });

    describe('dropping', () => {
      it('hides a document from every answer and keeps its bytes', async () => {
        await add(archive, 'a.txt', HARBOUR, { id: '1', source: 'S' });
        await add(archive, 'b.txt', HARBOUR, { id: '2', source: 'S' });
        expect(await holders(archive, HARBOUR)).toEqual(['d1', 'd2']);
        await archive.drop('d1', 'desk');
        expect(await holders(archive, HARBOUR)).toEqual(['d2']);
        expect((await archive.recall([looking(HARBOUR)]))[0]!.exact).toMatchObject({ places: 1, documents: 1 });
        expect((await archive.list({})).map(({ reference }) => reference)).toEqual(['d2']);
        expect((await archive.search('inspectors', {}, 10)).documents).toBe(1);
        expect((await archive.coverage()).texts).toBe(1);
        expect(await archive.document('d1')).toBeNull();
        expect(Buffer.from(await archive.bytes('c1')).toString()).toBe(HARBOUR);
        expect((await archive.status()).dropped).toBe(1);
      });
    });

    describe('people', () => {
      it('are added, and replaced by id', async () => {
        expect(await archive.keepPeople(CAST, 'desk')).toEqual({ added: 2, changed: 0 });
        const elder = { ...CAST[0]!, aliases: ['Ilona V.'] };
        expect(await archive.keepPeople([elder, CAST[1]!], 'desk')).toEqual({ added: 0, changed: 1 });
        expect(await archive.people()).toEqual([CAST[1], elder]);
      });
    });

    describe('pairings', () => {
      const place = (version: string, start: number, end: number) => ({
        version,
        start,
        end,
        text: HARBOUR.slice(start, end),
      });
      beforeEach(async () => {
        await addAll(archive, [
          ['a.txt', HARBOUR, { id: '1' }],
          ['b.txt', HARBOUR, { id: '2' }],
          ['c.txt', PENSIONS, { id: '3' }],
        ]);
      });

      it('are kept with who and when, oldest first, and logged', async () => {
        const paired = { state: 'paired', a: place('d1v1', 0, 20), b: place('d2v1', 3, 30) } as const;
        const apart = { state: 'apart', a: place('d2v1', 3, 30), b: null } as const;
        await archive.keepPairings([paired], 'Jo');
        await archive.keepPairings([apart], 'Kim');
        const kept = await archive.pairings(['d1', 'd2']);
        expect(kept).toEqual([
          { ...paired, by: 'Jo', at: kept[0]!.at },
          { ...apart, by: 'Kim', at: kept[1]!.at },
        ]);
        expect(kept[0]!.at.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
        const log = await archive.log(2);
        expect(log.map(({ by, act, reference, detail }) => [by, act, reference, detail])).toEqual([
          ['Kim', 'apart', 'd2v1', ''],
          ['Jo', 'paired', 'd1v1', 'with d2v1'],
        ]);
      });

      it('are those of the documents asked for, on either side', async () => {
        await archive.keepPairings([{ state: 'paired', a: place('d1v1', 0, 20), b: place('d2v1', 0, 20) }], 'Jo');
        expect(await archive.pairings(['d1'])).toHaveLength(1);
        expect(await archive.pairings(['d2v1'])).toHaveLength(1);
        expect(await archive.pairings(['d3'])).toEqual([]);
      });

      it('cannot be kept of what is not held, and then none of the batch is', async () => {
        const good = { state: 'paired', a: place('d1v1', 0, 20), b: place('d2v1', 0, 20) } as const;
        await expect(archive.keepPairings([good, { ...good, b: place('d9v1', 0, 20) }], 'Jo')).rejects.toMatchObject({
          code: 'not-found',
        });
        expect(await archive.pairings(['d1'])).toEqual([]);
      });
    });

    describe('listing', () => {
      const given: readonly [string, string, SomeFacts][] = [
        ['a.txt', HARBOUR, { source: 'Ministry', published: '2025-03-01', kind: 'release', speaker: 'Ilona Varga' }],
        ['b.txt', PENSIONS, { source: 'Assembly', said: '2024-05', kind: 'official report', language: 'de' }],
        ['c.txt', `label: FOREIGN MINISTER VARGA\n${PENSIONS}`, { source: 'Assembly', said: '2026-01-10T10:00' }],
        ['d.txt', `${HARBOUR} Yes.`, {}],
      ];
      beforeEach(async () => {
        await addAll(archive, given);
      });

      it.each([
        [{}, ['d2', 'd1', 'd3', 'd4']],
        [{ source: 'assembly' }, ['d2', 'd3']],
        [{ kind: 'release' }, ['d1']],
        [{ language: 'de' }, ['d2']],
        [{ speaker: 'varga' }, ['d1', 'd3']],
        [{ speaker: 'Ilona Varga' }, ['d1']],
        [{ speaker: 'Olsen' }, []],
        [{ from: '2025' }, ['d1', 'd3']],
        [{ to: '2025' }, ['d2', 'd1']],
        [{ from: '2024-05-20', to: '2025-03-01' }, ['d2', 'd1']],
        [{ from: '2024-06', to: '2025-02-28' }, []],
        [{ limit: 2 }, ['d2', 'd1']],
        [{ source: 'Assembly', from: '2026' }, ['d3']],
      ])('filters by %j, in order of said, published, captured', async (filter, expected) => {
        expect((await archive.list(filter)).map(({ reference }) => reference)).toEqual(expected);
      });

      it('counts what is held', async () => {
        expect(await archive.coverage()).toEqual({
          texts: 4,
          words: 14 + 15 + 18 + 15,
          sources: 2,
          speakers: 2,
          from: '2024-05',
          to: '2026-01-10',
          undated: 1,
          languages: [
            { language: 'en', texts: 3 },
            { language: 'de', texts: 1 },
          ],
        });
        expect(await archive.coverage({ source: 'Assembly' })).toMatchObject({ texts: 2, words: 33, sources: 1 });
      });

      it('says how it stands with the archive', async () => {
        const status = await archive.status();
        expect(status).toMatchObject({
          captures: 4,
          versions: 4,
          dropped: 0,
          people: 0,
          coverage: { texts: 4 },
          sources: [
            { source: 'Assembly', texts: 2, from: '2024-05', to: '2026-01-10' },
            { source: '', texts: 1, from: null, to: null },
            { source: 'Ministry', texts: 1, from: '2025-03-01', to: '2025-03-01' },
          ],
        });
        expect(status.captureBytes).toBe(given.reduce((sum, [, written]) => sum + Buffer.byteLength(written), 0));
      });
    });

    describe('a document', () => {
      beforeEach(async () => {
        await add(archive, '/in/a.txt', HARBOUR, { id: 'MFA-17', source: 'S', address: 'https://example.org/17' });
        await add(archive, '/in/b.txt', PENSIONS);
      });
      it.each([
        ['d1', 'd1'],
        ['D1', 'd1'],
        ['d1v1', 'd1'],
        ['MFA-17', 'd1'],
        ['http://example.org/17/', 'd1'],
        ['/in/b.txt', 'd2'],
        ['d3', null],
        ['nothing', null],
      ])('is named by %s', async (named, expected) => {
        expect((await archive.document(named))?.reference ?? null).toBe(expected);
      });
      it('has no text under a name that is not held', async () => {
        await expect(archive.text('d1v2')).rejects.toMatchObject({ code: 'not-found' });
      });
    });

    it('reads settings that nobody wrote as the strictest', async () => {
      expect(await archive.settings()).toMatchObject({
        houseStyle: { formMayDiffer: false, fillersMayBeDropped: false },
        aliases: [],
        languages: [],
        digest: digestOf(''),
      });
    });

    it('does writes in the order in which they were asked for', async () => {
      const receipts = await Promise.all(
        Array.from({ length: 20 }, (_, i) => add(archive, `${i}.txt`, longText(i * 50, 50))),
      );
      expect(receipts.map(({ outcome }) => outcome)).toEqual(Array<string>(20).fill('added'));
      for (let i = 0; i < 20; i++) expect(await holders(archive, longText(i * 50 + 10, 12))).toHaveLength(1);
    });

    it('can be closed twice and not used after', async () => {
      await archive.close();
      await archive.close();
      for (const question of [archive.list({}), archive.people(), archive.log(1), archive.bytes('c1')])
        await expect(question).rejects.toThrow('closed');
      await expect(archive.capture([])).rejects.toThrow('closed');
    });
  });
}
