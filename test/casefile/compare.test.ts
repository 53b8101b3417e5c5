/**
 * The four records of the press conference of 12 March, compared: what the official record leaves out and changes,
 * what the corrected transcript mends, what the captions mishear, and all four in one apparatus.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { beforeAll, describe, expect, it } from 'vitest';
import { openTransient } from '#archive/embedded/index.js';
import { applyChanges } from '#collate/index.js';
import { extract } from '#extract/index.js';
import {
  compareTexts,
  compareVersions,
  importFiles,
  importPeople,
  type Side,
  type TextComparison,
  type VersionsComparison,
} from '#jobs/index.js';
import { viewComparison, viewVersions } from '#report/index.js';
import { filesOn } from '../../src/main/files.js';
import { root } from '../architecture/sources.js';

const DOCUMENTS = join(root, 'casefile', 'documents');
const RUSH = '2026-03-12-press-conference-rush.txt';
const RECORD = '2026-03-12-press-conference-record.html';
const CORRECTED = '2026-03-12-press-conference-corrected.txt';
const CAPTIONS = '2026-03-12-press-conference-captions.vtt';

const file = (name: string): Side => ({ bytes: readFileSync(join(DOCUMENTS, name)), name, mediaType: null });

/** Differences that are shown without being asked for: class, what they touch, the words, the minute. */
function shown(compared: TextComparison): (readonly [string, string, string, string, string])[] {
  return viewComparison(compared).differences.map(({ class: kind, flags, a, b, where }) => [
    kind,
    flags.join(' '),
    a,
    b,
    where,
  ]);
}

const RUSH_TO_RECORD: readonly (readonly [string, string, string, string, string])[] = [
  ['omission', '', 'we spoke of the,', '', 'VARGA'],
  ['replacement', '', ', we spoke', 'and', 'VARGA'],
  ['addition', '', '', 'that', 'VARGA'],
  ['replacement', 'negation modality', 'are not going to, we are not going to', 'cannot', 'VARGA'],
  ['omission', '', 'Thank you.', '', 'VARGA'],
  ['replacement', '', ', I have said it', 'and', 'MOREAU'],
  ['omission', 'modality', ', and I will say it on the boat home', '', 'MOREAU'],
  ['replacement', 'number', 'eleven', 'seven', 'MOREAU'],
  ['omission', 'modality', 'You would be, you would be amazed how long that took.', '', 'MOREAU'],
  ['omission', '', ', and is it true that your own harbour master has advised you against it', '', 'QUESTION'],
  ['omission', 'negation', 'No, listen,', '', 'VARGA, answering'],
  ['omission', 'number condition', ', if the gates are opened first', '', 'VARGA, answering'],
  ['omission', '', '(Follow-up.)', '', 'QUESTION'],
  ['omission', '', 'I have been wrong before. (Laughter.)', '', 'MOREAU, answering'],
  ['replacement', '', '(inaudible).', 'spring tide.', 'VARGA (interpretation), answering'],
  ['omission', '', 'I do forgive him.', '', 'MOREAU, answering'],
  ['omission', '', 'Next.', '', 'MOREAU, answering'],
  ['omission', 'negation', 'No, the lady behind you. Yes.', '', 'LINDQVIST, answering'],
];

/** What the captions mishear or leave out, by the minute. */
const MISHEARD: readonly (readonly [string, string, string])[] = [
  ['Vargas', 'Varga', '0:59'],
  ['stable', 'Sable', '1:11'],
  ['community case', 'communiqués', '1:25'],
  ['arrow', 'Harrow', '1:38'],
  ['stable', 'Sable', '2:01'],
  ['Morrow', 'Moreau', '2:18'],
  ['key', 'quay', '2:54'],
  ['key', 'quay', '2:58'],
  ['eleven', 'seven', '3:12'],
  ['key', 'quay', '3:16'],
  ['vessel', 'Vessen', '3:34'],
  ['Karen', 'Karin', '3:43'],
  ['teal', 'Thiel', '3:52'],
  ['a barra', 'Abara', '4:03'],
  ['open', 'opened', '4:35'],
  ['Patrick', 'Petrik', '4:40'],
  ['', '(Follow-up.)', '4:44'],
  ['pen hollow', 'Penhallow', '4:55'],
  ['Gretta Sim', 'Greta Simm', '5:37'],
  ['run shower', 'Rundschau', '5:37'],
  ['(inaudible).', 'spring tide.', '6:50'],
  ['ships chandeliers', 'ship’s chandlers', '7:08'],
  ['and some', '‘Anselm,', '7:36'],
];

describe('the press conference of 12 March', () => {
  let record: TextComparison;
  let captions: TextComparison;
  let corrected: TextComparison;
  let all: VersionsComparison;
  beforeAll(async () => {
    record = await compareTexts({ a: file(RUSH), b: file(RECORD) }, { extract });
    captions = await compareTexts({ a: file(CAPTIONS), b: file(CORRECTED) }, { extract });
    corrected = await compareTexts({ a: file(RUSH), b: file(CORRECTED) }, { extract });
    all = await compareVersions({ versions: [RUSH, RECORD, CORRECTED, CAPTIONS].map(file) }, { extract });
  });

  it('is the second record when the differences are applied to the first', () => {
    for (const { a, b, changes } of [record, captions, corrected]) expect(applyChanges(a.text, changes)).toBe(b.text);
  });

  it('rush draft and official record: every difference, none twice, none of a label', () => {
    // What stands before the first word and behind the last one spoken differs as a whole.
    const found = shown(record);
    expect(found.slice(2, -2)).toEqual(RUSH_TO_RECORD);
    expect(found.slice(0, 2).map(([kind]) => kind)).toEqual(['omission', 'addition']);
    expect(found.slice(-2).map(([kind]) => kind)).toEqual(['omission', 'addition']);
  });

  it('says that the second half of a question is missing, where, and that the answer stays', async () => {
    expect(record.remarks).toEqual([
      {
        kind: 'part of a question missing',
        missingIn: 'b',
        turn: { a: 5, b: 5 },
        difference: record.changes.findIndex(({ a }) => a.text.includes('harbour master')),
        part: 'second half',
        answered: true,
      },
    ]);
    const [remark] = viewComparison(record).remarks;
    expect(remark!.sentence).toBe(
      'The question’s second half is missing in the second text; the answer there then answers something else.',
    );
    expect(viewComparison(record).differences.find(({ n }) => n === remark!.n)!.a).toContain('harbour master');
    // Turned round, it is missing in the first.
    const back = await compareTexts({ a: file(RECORD), b: file(RUSH) }, { extract });
    expect(back.remarks.map(({ missingIn }) => missingIn)).toEqual(['a']);
  });

  it('shows by which rule each record was edited', () => {
    const { sides } = viewComparison(record);
    expect([sides.a.rule, sides.b.rule]).toEqual([
      'typed while people speak, not compared with the sound',
      'repetitions go, meaning stays',
    ]);
  });

  it('rush draft and corrected transcript: seven for eleven, the spring tide, and false starts folded', () => {
    const view = viewComparison(corrected);
    const inside = view.differences.filter(({ where }) => where !== '').map(({ a, b }) => [a, b]);
    expect(inside).toEqual([
      ['eleven', 'seven'],
      ['(inaudible).', 'spring tide.'],
      ['(The press conference ended at 12.04.)', ''],
    ]);
    expect(view.folded.find(({ title }) => title.includes('filler'))!.pairs.map(({ a }) => a)).toEqual([
      'We are,',
      ', of the',
      'we are not going to,',
      ', a little',
      'You would be,',
      'Well, the answer is,',
      ', it is',
      'I would be,',
      ', leave the',
    ]);
    expect(corrected.remarks).toEqual([]);
  });

  it('captions: what was misheard, with the minute and second of the recording', () => {
    const found = shown(captions).slice(1);
    expect(found.map(([, , a, b, where]) => [a, b, /at ([\d:]+)$/.exec(where)?.[1]])).toEqual(MISHEARD);
    const [first] = captions.changes.filter(({ a }) => a.text === 'Vargas');
    expect(first!.time).toEqual({ a: { from: 59.12, to: 63.52 }, b: null });
  });

  it('four records in one apparatus, each read along giving its text', () => {
    const { segments } = all.apparatus;
    all.versions.forEach(({ text }, v) => {
      expect(segments.map(({ spans }) => text.slice(spans[v]!.start, spans[v]!.end)).join('')).toBe(text);
    });
    const { places } = viewVersions(all);
    const row = (words: string): (readonly [string, string | null, string | null])[] =>
      places
        .find(({ cells }) => cells[0]!.text === words)!
        .cells.map(({ text, as, class: kind }) => [as === null ? text : '', as, kind]);
    expect(row('eleven')).toEqual([
      ['eleven', null, null],
      ['seven', null, 'replacement'],
      ['', 'B', 'replacement'],
      ['', 'A', null],
    ]);
    expect(row('if the gates are opened first.')).toEqual([
      ['if the gates are opened first.', null, null],
      ['', null, 'omission'],
      ['', 'A', null],
      ['if the gates are open first.', null, 'replacement'],
    ]);
    expect(row('we are not going to, we are not going to')).toEqual([
      ['we are not going to, we are not going to', null, null],
      ['that we cannot', null, 'replacement'],
      ['we are not going to', null, 'filler only'],
      ['', 'A', null],
    ]);
    expect(row('and is it true that your own harbour master has advised you against it?')[1]).toEqual([
      '',
      null,
      'omission',
    ]);
    expect(viewVersions(all).remarks.map(({ sentence }) => sentence)).toEqual([
      'The question’s second half is missing in B; the answer there then answers something else.',
    ]);
  });

  it('held texts are compared by reference, id and address as files are', async () => {
    const archive = await openTransient();
    const files = filesOn(process.stdin, { home: root });
    const clock = (): { at: string; precision: 'day'; zone: null; basis: 'stated' } => ({
      at: '2026-03-13',
      precision: 'day',
      zone: null,
      basis: 'stated',
    });
    await importFiles(
      { paths: [RUSH, RECORD].map((name) => join(DOCUMENTS, name)) },
      { archive, files, clock, extract },
    );
    await importPeople({ path: join(root, 'casefile', 'people.json'), by: 'a test' }, { archive, files });
    const held = await archive.document('2026-03-12-press-conference-rush');
    for (const a of [held!.reference, held!.versions[0]!.reference, held!.address!]) {
      const found = await compareTexts(
        { a: { held: a }, b: { held: 'https://mfa.ordania.example/en/press/records/2026/0312' } },
        { archive, extract },
      );
      expect(shown(found)).toEqual(shown(record));
    }
    await expect(compareTexts({ a: { held: 'd99' }, b: file(RUSH) }, { archive, extract })).rejects.toMatchObject({
      code: 'not-found',
    });
    await archive.close();
  });
});
