/** What any archive finds again: the half of its promise that reads. Each engine runs all of it. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, RECALL_MARGIN } from '#archive/index.js';
import { words } from '#text/index.js';
import type { TextFilter } from '#record/index.js';
import { add, addAll, HARBOUR, longText, looking, PENSIONS, type SomeFacts } from './given.js';

/** Runs the suite on archives that `open` makes, each empty. */
export function findingSuite(engine: string, open: () => Promise<Archive>): void {
  describe(`finding, as any archive promises it: ${engine}`, () => {
    let archive: Archive;
    beforeEach(async () => {
      archive = await open();
    });
    afterEach(async () => {
      await archive.close();
    });

    describe('recall', () => {
      it('gives the window, its blocks and turns, and the spans of the words found', async () => {
        const written = `Opening.\nlabel: VARGA\n${HARBOUR}\nnote: (Applause)\n${PENSIONS}`;
        await add(archive, 'a.txt', written, { said: '2025-03-01' });
        const [recalled] = await archive.recall([looking('we shall accept inspectors at the northern terminal')]);
        const [candidate] = recalled!.candidates;
        const { text } = await archive.text('d1');
        const { window, hits, blocks, turns } = candidate!;
        expect(text.slice(window.start, window.start + window.text.length)).toBe(window.text);
        expect(hits.map(({ start, end, fragment, words: n }) => [text.slice(start, end), fragment, n])).toEqual([
          ['We', 0, 1],
          ['accept inspectors at the northern terminal', 0, 6],
        ]);
        expect(blocks.map(({ start, end }) => text.slice(start, end))).toContain(HARBOUR);
        expect(turns.map(({ name }) => name)).toEqual(['VARGA']);
        expect(candidate!.version).toEqual((await archive.document('d1'))!.versions[0]);
        expect(recalled!.exact).toEqual({ places: 0, documents: 0, first: null, nearest: null });
        expect(recalled!.bits[0]).toHaveLength(8);
        // A word that is not held is as rare as one that is held once.
        expect(recalled!.bits[0]![1]).toBe(Math.max(...recalled!.bits[0]!));
      });

      it('never finds words across a label, a note, furniture or the end of a text', async () => {
        await add(
          archive,
          'a.txt',
          'the first words\nlabel: VARGA\nthe second words\nnote: (Laughter)\nthe third words',
        );
        await add(archive, 'b.txt', 'other words stand here\nfurniture: share this page');
        for (const across of [
          'words Varga the second',
          'second words laughter the third',
          'third words other words',
          'stand here share this',
        ])
          expect((await archive.recall([looking(across)]))[0]!.exact.places, across).toBe(0);
        for (const within of ['the second words', 'share this page', 'the first words', 'Varga'])
          expect((await archive.recall([looking(within)]))[0]!.exact.places, within).toBe(1);
      });

      it('finds words over the edges of paragraphs', async () => {
        await add(archive, 'a.txt', 'We will accept inspectors\nat the northern terminal.');
        expect((await archive.recall([looking('inspectors at the northern')]))[0]!.exact.places).toBe(1);
      });

      it('counts places and documents, says which was first, and gives the earliest first', async () => {
        await addAll(archive, [
          ['a.txt', `${HARBOUR}\nlabel: X\n${HARBOUR}`, { said: '2025-06-01' }],
          ['b.txt', `One. ${HARBOUR}`, { said: '2024-02-01' }],
          ['c.txt', `Two. ${HARBOUR}`, { published: '2025-01-01' }],
        ]);
        const [recalled] = await archive.recall([looking(HARBOUR)]);
        expect(recalled!.exact).toMatchObject({ places: 4, documents: 3, first: { at: '2024-02-01' } });
        expect(recalled!.candidates.map(({ document }) => document.reference)).toEqual(['d2', 'd3', 'd1', 'd1']);
        await archive.correct(
          'd1',
          { said: { at: '2020', precision: 'year', zone: null, basis: 'corrected' } },
          'desk',
        );
        expect((await archive.recall([looking(HARBOUR)]))[0]!.exact.first?.at).toBe('2020');
      });

      it('puts the preferred speaker and day first among equals', async () => {
        await addAll(archive, [
          ['a.txt', `One. ${HARBOUR}`, { said: '2024-01-01', speaker: 'Per Olsen' }],
          ['b.txt', `Two. ${HARBOUR}`, { said: '2024-02-01', speaker: 'Ilona Varga' }],
          ['c.txt', `Three. ${HARBOUR}`, { said: '2024-03-01' }],
        ]);
        const first = async (speaker: string | null, day: string | null): Promise<string> =>
          (await archive.recall([{ ...looking(HARBOUR), prefer: { speaker, day } }]))[0]!.candidates[0]!.document
            .reference;
        expect(await first(null, null)).toBe('d1');
        expect(await first('varga', null)).toBe('d2');
        expect(await first('varga', '2024-03-01')).toBe('d3');
      });

      it('finds the earliest and the preferred of a formula that is held hundreds of times', async () => {
        const formula = 'The parties agreed to continue their dialogue in a constructive spirit.';
        await addAll(
          archive,
          Array.from({ length: 300 }, (_, i) => [
            `${i}.txt`,
            `${longText(i * 20, 20)} ${formula}`,
            {
              said: `20${10 + (i % 10)}-01-${String(1 + (i % 28)).padStart(2, '0')}`,
              speaker: i === 222 ? 'Olsen' : 'Varga',
            },
          ]),
        );
        const [recalled] = await archive.recall([{ ...looking(formula), prefer: { speaker: 'olsen', day: null } }]);
        expect(recalled!.exact).toMatchObject({ places: 300, documents: 300, first: { at: '2010-01-01' } });
        expect(recalled!.candidates).toHaveLength(10);
        expect(recalled!.candidates[0]!.document.reference).toBe('d223');
        expect(recalled!.candidates[1]!.document.said?.at).toBe('2010-01-01');
      });

      describe('of some of the texts only', () => {
        const FORMULA = 'The parties agreed to continue their dialogue in a constructive spirit.';
        const rows: readonly (readonly [filter: TextFilter, found: string])[] = [
          [{ speaker: 'olsen' }, 'd222'],
          [{ source: 'Harbour Office' }, 'd223'],
          [{ kind: 'readout' }, 'd224'],
          [{ language: 'de' }, 'd225'],
          [{ from: '2031' }, 'd226'],
          [{ to: '2001-12' }, 'd227'],
          [{ speaker: 'olsen', from: '2010', to: '2010-06-01', source: 'assembly' }, 'd222'],
        ];
        const one = (i: number): SomeFacts => ({
          said: i === 225 ? '2031-05-01' : i === 226 ? '2001-05-01' : '2010-01-01',
          speaker: i === 221 ? 'Olsen' : 'Varga',
          source: i === 222 ? 'Harbour Office' : 'Assembly',
          kind: i === 223 ? 'readout' : 'statement',
          language: i === 224 ? 'de' : 'en',
        });

        it('finds the one that passes among hundreds that do not, and counts it alone', async () => {
          await addAll(
            archive,
            Array.from({ length: 300 }, (_, i) => [`${i}.txt`, `${longText(i * 20, 20)} ${FORMULA}`, one(i)]),
          );
          // To the word, altered so that every seed stands in all texts, and bent by grammar.
          for (const asked of [FORMULA, FORMULA.replace('their', 'all')])
            for (const [filter, found] of rows) {
              const [recalled] = await archive.recall([{ ...looking(asked), forms: 'en' }], filter);
              const candidates = recalled!.candidates.map(({ document }) => document.reference);
              expect(candidates, JSON.stringify(filter)).toEqual([found]);
              if (asked === FORMULA) expect(recalled!.exact).toMatchObject({ places: 1, documents: 1 });
            }
          expect((await archive.coverage({ speaker: 'olsen' })).only).toEqual({ speaker: 'olsen' });
          expect((await archive.recall([looking(FORMULA)], { source: 'Nobody' }))[0]!.candidates).toEqual([]);
          expect((await archive.recall([looking(FORMULA)], {}))[0]!.exact.places).toBe(300);
        });

        it('extends no seed by words that only other texts have', async () => {
          await addAll(
            archive,
            Array.from({ length: 80 }, (_, i) => [`${i}.txt`, `${longText(i * 20, 20)} common ground found`, one(0)]),
          );
          await add(archive, 'other.txt', 'No common ground was seen anywhere.', { speaker: 'Olsen' });
          const [recalled] = await archive.recall([looking('common ground found here')], { speaker: 'Olsen' });
          expect(recalled!.candidates.map(({ document }) => document.reference)).toEqual(['d81']);
        });

        it('passes over dropped texts before the cap', async () => {
          const receipts = await addAll(
            archive,
            Array.from({ length: 120 }, (_, i) => [`${i}.txt`, `${longText(i * 20, 20)} ${FORMULA}`, one(0)]),
          );
          for (const { document } of receipts.slice(0, -1)) await archive.drop(document, 'test');
          const [recalled] = await archive.recall([looking(FORMULA.replace('their', 'all'))]);
          expect(recalled!.candidates.map(({ document }) => document.reference)).toEqual(['d120']);
          expect(recalled!.capped).toBe(false);
        });
      });

      it('gives the newest of versions that hold the words alike', async () => {
        await add(archive, 'a.txt', `One. ${HARBOUR}`);
        await add(archive, 'a.txt', `Two. ${HARBOUR}`);
        const [recalled] = await archive.recall([looking(HARBOUR)]);
        expect(recalled!.candidates.map(({ version }) => version.reference)).toEqual(['d1v2']);
        expect(recalled!.exact).toMatchObject({ places: 1, documents: 1 });
      });

      it('brings both halves of words joined from two texts', async () => {
        await add(archive, 'a.txt', longText(0, 400));
        await add(archive, 'b.txt', longText(1000, 400));
        const [recalled] = await archive.recall([looking(`${longText(100, 8)} ${longText(1200, 8)}`)]);
        expect(recalled!.candidates.map(({ document }) => document.reference).toSorted()).toEqual(['d1', 'd2']);
      });

      it('puts the fragments of an abridged quotation into one window', async () => {
        await add(archive, 'a.txt', longText(0, 2000));
        const [recalled] = await archive.recall([looking(longText(300, 8), longText(700, 8))]);
        const [{ window, hits } = { window: { text: '', start: 0 }, hits: [] }] = recalled!.candidates;
        expect(hits.map(({ fragment, words: n }) => [fragment, n])).toEqual([
          [0, 8],
          [1, 8],
        ]);
        expect(window.text).toContain(longText(300 - RECALL_MARGIN, RECALL_MARGIN));
        expect(window.text).toContain(longText(708, RECALL_MARGIN));
        // Measured from the words found, not from the ends of the text.
        expect(words(window.text).count).toBeLessThan(408 + 4 * RECALL_MARGIN);
      });

      it('leaves room in the window for words that were not found', async () => {
        await add(archive, 'a.txt', longText(0, 2000));
        const looked = `${'unheard '.repeat(30)}${longText(1000, 6)} ${'unheard '.repeat(20)}`;
        const [recalled] = await archive.recall([looking(looked)]);
        const [{ window } = { window: { text: '' } }] = recalled!.candidates;
        expect(window.text).toContain(longText(1000 - 30 - RECALL_MARGIN, 30 + RECALL_MARGIN));
        expect(window.text).toContain(longText(1006, 20 + RECALL_MARGIN));
      });

      it('answers an empty archive, words that nobody said and no words at all', async () => {
        expect(await archive.recall([looking('anything')])).toEqual([
          {
            candidates: [],
            bits: [[1]],
            exact: { places: 0, documents: 0, first: null, nearest: null },
            capped: false,
          },
        ]);
        await add(archive, 'a.txt', HARBOUR);
        const answers = await archive.recall([looking('zebra unicorn'), looking(), looking(''), looking('', HARBOUR)]);
        expect(answers.map(({ candidates }) => candidates.length)).toEqual([0, 0, 0, 1]);
        expect(answers[3]!.candidates[0]!.hits[0]!.fragment).toBe(1);
      });

      it('finds words cut from any held text to the word at that place', async () => {
        const languages = [
          HARBOUR,
          PENSIONS,
          'Мы этого не говорили, и вы это знаете.',
          '我们不会接受这样的条件。',
          'L’État n’a jamais cédé, dit-il.',
        ];
        const piece = fc.constantFrom(...languages, 'label: VARGA', 'note: (Laughter)', '— “quoted” – 5,000 x');
        await fc.assert(
          fc.asyncProperty(
            fc.array(piece, { minLength: 1, maxLength: 12 }),
            fc.nat(),
            fc.nat(),
            async (pieces, a, b) => {
              const fresh = await open();
              try {
                const { version } = await add(fresh, 'a.txt', pieces.join('\n'));
                const { text, blocks } = await fresh.text(version);
                const running = blocks.filter(({ kind }) => kind === 'paragraph');
                const block = running[a % Math.max(1, running.length)];
                if (!block) return;
                const list = words(text.slice(block.start, block.end));
                const from = b % list.count;
                const to = Math.min(list.count, from + 1 + (a % 8));
                const looked = { fragments: [list.folded.slice(from, to)], cap: 48, limit: 48 };
                const [recalled] = await fresh.recall([looked]);
                const [start, end] = [block.start + list.starts[from]!, block.start + list.ends[to - 1]!];
                expect(recalled!.candidates.flatMap(({ hits }) => hits)).toContainEqual({
                  start,
                  end,
                  words: to - from,
                  fragment: 0,
                });
              } finally {
                await fresh.close();
              }
            },
          ),
          { numRuns: 30 },
        );
      });

      it('refuses a search of no width', async () => {
        await expect(archive.recall([{ ...looking(HARBOUR), cap: 0 }])).rejects.toThrow(RangeError);
      });
    });

    it('gives the longest runs that are held, in how many texts, since when and by whom', async () => {
      await add(archive, 'later.txt', `Opening.\nlabel: OLSEN\n${HARBOUR}`, { said: '2021-05-01', speaker: 'Varga' });
      await add(archive, 'first.txt', `label: MINISTER TAMM\n${HARBOUR} ${PENSIONS}`, { said: '2019-05-01' });
      const asked = words('They will accept inspectors at the northern terminal, and lower the pensions of widows.');
      const [runs] = await archive.longestMatches([asked.folded], { before: null, except: [] }, 4);
      expect(
        runs!.map(({ from, words: n, texts, first }) => [asked.folded.slice(from, from + n).join(' '), texts, first]),
      ).toMatchObject([
        ['will accept inspectors at the northern terminal', 2, { document: 'd2', speaker: 'MINISTER TAMM' }],
        ['lower the pensions of widows', 1, { document: 'd2', speaker: 'MINISTER TAMM', when: { at: '2019-05-01' } }],
      ]);
    });

    describe('search', () => {
      beforeEach(async () => {
        await addAll(archive, [
          ['a.txt', `${HARBOUR} The inspectors are welcome.`, { source: 'A', speaker: 'Varga' }],
          ['b.txt', `label: OLSEN\nInspectors, again? ${PENSIONS} ${PENSIONS}`, { source: 'B' }],
          ['c.txt', 'Мы примем инспекторов. 我们欢迎检查员。', { source: 'B', language: 'ru' }],
        ]);
      });

      it.each([
        ['inspectors', ['d1', 'd2']],
        ['Inspectors widows', ['d2']],
        ['"northern terminal"', ['d1']],
        ['“northern terminal”', ['d1']],
        ['"terminal northern"', []],
        ['inspect*', ['d1', 'd2']],
        ['инспекторов', ['d3']],
        ['检查员', ['d3']],
        ['zebra', []],
        ['', []],
        ['…', []],
      ])('for %s', async (looked, expected) => {
        const answer = await archive.search(looked, {}, 10);
        expect(answer.hits.map(({ document }) => document.reference).toSorted()).toEqual(expected);
        expect(answer.documents).toBe(expected.length);
      });

      it('shows the words in their context, with who speaks', async () => {
        const [hit] = (await archive.search('"are welcome"', {}, 10)).hits;
        expect([hit!.before, hit!.hit, hit!.after, hit!.speaker]).toEqual([
          `${HARBOUR} The inspectors `,
          'are welcome',
          '.',
          'Varga',
        ]);
        const { text } = await archive.text('d1');
        expect(text.slice(hit!.start, hit!.end)).toBe('are welcome');
        expect((await archive.search('again', {}, 10)).hits[0]!.speaker).toBe('OLSEN');
      });

      it('keeps to the filter and the limit, and says what was searched', async () => {
        const filtered = await archive.search('inspectors', { source: 'B' }, 10);
        expect(filtered.hits.map(({ document }) => document.reference)).toEqual(['d2']);
        expect(filtered.coverage.texts).toBe(2);
        const limited = await archive.search('inspectors', {}, 1);
        expect([limited.hits.length, limited.documents]).toEqual([1, 2]);
      });

      it.each([
        ['inspectors NEAR/2 welcome', ['d1']],
        ['inspectors NEAR/0 welcome', []],
        ['welcome NEAR/1 inspectors', ['d1']],
        ['olsen NEAR/5 inspectors', []],
        ['inspectors -welcome', ['d2']],
        ['welcome OR widows', ['d1', 'd2']],
        ['"north* terminal"', ['d1']],
        ['"no* ter*"', ['d1']],
        ['инспекторов\nwelcome\nzebra', ['d1', 'd3']],
      ])('for %s, in the language of searches', async (looked, expected) => {
        const answer = await archive.search(looked, {}, 10);
        expect(answer.hits.map(({ document }) => document.reference).toSorted()).toEqual(expected);
      });

      it('counts each line of a list by itself, and the lines of each text', async () => {
        const { lines, hits, documents } = await archive.search('inspectors\npension*\nzebra', {}, 10);
        expect(lines.map((line) => [line.words, line.documents, line.places])).toEqual([
          ['inspectors', 2, 3],
          ['pension*', 1, 2],
          ['zebra', 0, 0],
        ]);
        expect(documents).toBe(2);
        expect(hits[0]!.lines).toEqual([0, 1]);
      });

      it('finds what a speaker says, and no words of others in the same text', async () => {
        await addAll(archive, [['d.txt', 'label: OLSEN\nA quiet day.\nlabel: VARGA\nA loud night.', { source: 'B' }]]);
        const of = async (words: string, speaker: string): Promise<number> =>
          (await archive.search(words, { speaker }, 10)).documents;
        expect([await of('quiet', 'Olsen'), await of('quiet', 'Varga')]).toEqual([1, 0]);
        expect([await of('loud', 'varga'), await of('loud', 'Olsen')]).toEqual([1, 0]);
      });

      it('keeps to a body, as it was stated or corrected', async () => {
        await addAll(archive, [['e.txt', 'Inspectors abroad.', { source: 'C', body: 'Foreign Office of Belmark' }]]);
        const of = async (body: string): Promise<number> => (await archive.search('inspectors', { body }, 9)).documents;
        expect([await of('foreign office'), await of('%')]).toEqual([1, 0]);
        await archive.correct('d4', { body: 'Harbour Board' }, 'ann');
        expect([await of('foreign office'), await of('harbour')]).toEqual([0, 1]);
      });

      it('says where what is asked is wrong', async () => {
        await expect(archive.search('inspectors "are', {}, 10)).rejects.toMatchObject({
          code: 'bad-use',
          message: 'Character 12: The quotation mark opens a phrase that nothing closes.',
        });
      });

      it('gives every place of a search in one wording, as the spans of its words', async () => {
        const { text } = await archive.text('d1');
        const places = await archive.placesOf('inspectors NEAR/2 welcome\n"northern terminal"', 'd1v1');
        expect(places.map((parts) => parts.map(({ start, end }) => text.slice(start, end)))).toEqual(
          expect.arrayContaining([['inspectors', 'welcome'], ['northern terminal']]),
        );
        expect(await archive.placesOf('zebra', 'd1v1')).toEqual([]);
      });

      it('keeps searches, and says what is new in each to whoever asks', async () => {
        await archive.keepSearch({ name: 'Inspectors', words: 'inspectors', filter: {} }, 'ann');
        const newer = async (who: string): Promise<readonly string[]> => {
          const [saved] = await archive.savedSearches(who);
          const { hits } = await archive.search(saved!.words, saved!.filter, 10, { after: saved!.looked.mark });
          return hits.filter(({ isNew }) => isNew).map(({ document }) => document.reference);
        };
        expect(await newer('ann')).toEqual([]);
        await add(archive, 'f.txt', 'Inspectors once more.', { source: 'A' });
        expect(await newer('ann')).toEqual(['d4']);
        await archive.lookedAtSearch('INSPECTORS', 'ann', (await archive.search('inspectors', {}, 0)).mark);
        expect([await newer('ann'), await newer('bob')]).toEqual([[], ['d4']]);
        await archive.dropSearch('inspectors', 'ann');
        expect(await archive.savedSearches('ann')).toEqual([]);
        await expect(archive.dropSearch('inspectors', 'ann')).rejects.toMatchObject({ code: 'not-found' });
        expect((await archive.log(2)).map(({ act }) => act)).toEqual(['search removed', 'search kept']);
      });

      it('looks at the newest version only', async () => {
        await add(archive, 'a.txt', PENSIONS, { source: 'A' });
        expect((await archive.search('terminal', {}, 10)).documents).toBe(0);
      });
    });
  });
}
