/**
 * A real article about one meeting, as it was downloaded, against passages of two real sources. What is expected was
 * found by reading. The article is not ours: no more than the first words of each quotation stand here.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openTransient } from '#archive/embedded/index.js';
import { parseWhen } from '#base/index.js';
import { extract } from '#extract/index.js';
import { checkDraft, importFiles } from '#jobs/index.js';
import type { Check, DraftCheck, Status } from '#record/index.js';
import { projectRoot } from '../../bench/pm-transcripts.js';
import { files } from '../../bench/trial.js';

const FOLDER = join(projectRoot(), '..', 'shared', 'data', 'kuala-lumpur');
const READOUT = 'foreign-ministry-readout.txt';
const TRANSCRIPT = 'secretary-remarks-transcript.txt';
const LAVROV = 'Lavrov';
const RUBIO = 'Rubio';

/**
 * Number, how it begins, status, surname that the attribution must hold (null: not looked at, because a reader could
 * take it either way), and a part of the address where the words stand.
 */
const EXPECTED: readonly (readonly [
  n: number,
  begins: string,
  status: Status,
  speaker: string | null,
  place: string | null,
])[] = [
  [1, 'the resumption of', 'stitched', LAVROV, 'mid.ru'],
  [2, 'It has been', 'exact', LAVROV, 'mid.ru'],
  [3, 'bullshit', 'not held', null, null],
  // Of the official record, which is not held and says nearly what the transcript says.
  [4, 'a new idea', 'not held', RUBIO, null],
  [5, 'Hopefully, it', 'not held', RUBIO, null],
  [6, 'new idea', 'not held', null, null],
  [7, 'Again, I', 'exact', RUBIO, 'state.gov'],
  [8, 'disappointed in', 'not held', 'Trump', null],
  [9, 'a major statement', 'not held', 'Trump', null],
  [10, 'deal', 'not held', 'Trump', null],
  [11, 'and NATO', 'not held', 'Trump', null],
  [12, 'We are calm', 'not held', 'Peskov', null],
  [13, 'the Kremlin highly', 'not held', 'Peskov', null],
  [14, 'We react', 'not held', 'Peskov', null],
  [15, 'bomb the', 'not held', null, null],
  [16, 'The Kremlin cannot', 'not held', 'Peskov', null],
  [17, 'The President', 'not held', 'Dmitriev', null],
  [18, 'wishing the', 'not held', 'Dmitriev', null],
  [19, 'last night', 'not held', null, null],
  [20, 'On July 10', 'exact', LAVROV, 'mid.ru'],
  [21, 'They have', 'exact', null, 'mid.ru'],
  [22, 'I’m not going', 'exact', RUBIO, 'state.gov'],
  [23, 'roadmap we', 'reordered', null, 'state.gov'],
  [24, 'What concrete', 'exact', null, 'state.gov'],
  [25, 'Can I ask', 'exact', null, 'state.gov'],
  [26, 'Yes. Well', 'exact', RUBIO, 'state.gov'],
  [27, 'So, my point', 'exact', RUBIO, 'state.gov'],
  [28, 'But when', 'exact', RUBIO, 'state.gov'],
  [29, 'Now, I would', 'exact', RUBIO, 'state.gov'],
];

describe.skipIf(!existsSync(FOLDER))('an article about Kuala Lumpur (needs ../shared/data)', () => {
  let found: DraftCheck;
  const check = (n: number): Check => found.checks[n - 1]!;
  const matched = (n: number): Check['readings'] => check(n).readings.filter(({ role }) => role === 'matched');

  beforeAll(async () => {
    const archive = await openTransient();
    try {
      const moment = parseWhen('2025-07-13T12:00Z')!;
      const paths = [READOUT, TRANSCRIPT].map((name) => join(FOLDER, 'sources', name));
      const { rows } = await importFiles({ paths }, { archive, files, clock: () => moment, extract });
      expect(rows.map(({ outcome }) => outcome)).toEqual(['read', 'read']);
      const bytes = readFileSync(join(FOLDER, 'article.txt'));
      found = await checkDraft({ bytes, name: 'article.txt', mediaType: null }, { archive, day: '2025-07-13' });
    } finally {
      await archive.close();
    }
  });

  it('finds every quotation, and no other', () => {
    expect(found.checks.length).toBe(EXPECTED.length);
  });

  it.each(EXPECTED)('%i, “%s …”: %s', (n, begins, status, speaker, place) => {
    const { quotation, readings, ...rest } = check(n);
    expect(quotation.text.startsWith(begins)).toBe(true);
    expect(rest.status).toBe(status);
    if (speaker !== null) expect(quotation.attribution.speaker).toContain(speaker);
    if (place === null) expect(readings.every(({ role }) => role === 'nearest')).toBe(true);
    else for (const { address } of matched(n)) expect(address).toContain(place);
    if (place !== null) expect(matched(n).length).toBeGreaterThan(0);
    if (status === 'exact') for (const { changes } of matched(n)) expect(changes).toEqual([]);
  });

  it('shows both places of the stitched one, each to the word', () => {
    const [first, second] = matched(1);
    expect(first!.text).toMatch(/^the resumption of direct flights/);
    expect(second!.text).toMatch(/^(?:of )?continued efforts .* missions$/);
    expect(first!.end).toBeLessThan(second!.start);
  });

  it('makes the reversal of the roadmap visible', () => {
    const [reading] = matched(23);
    expect(reading!.text).toBe('We need to see a roadmap');
    expect(
      reading!.changes.some(
        ({ a, b, class: kind }) => kind === 'move' || a.text.includes('roadmap') !== b.text.includes('roadmap'),
      ),
    ).toBe(true);
  });

  it('finds the ones that are closed with a second opening mark whole', () => {
    expect(check(22).quotation.pieces).toHaveLength(2);
    expect(check(22).quotation.text).toMatch(/build on there\.$/);
    expect(check(25).quotation.text).toMatch(/not heard before\?$/);
  });

  it('judges question and answer inside one pair of marks turn by turn', () => {
    expect(matched(24).map(({ turnKind }) => turnKind)).toEqual(['question', 'answer']);
    expect(check(24).quotation.text).not.toContain('RUBIO');
  });

  it('says with what it did not find something, what was searched and what comes nearest', () => {
    expect(found.coverage.texts).toBe(2);
    expect(check(4).readings.some(({ text }) => text.includes('a concept that we’ll'))).toBe(true);
    expect(check(5).readings.some(({ text }) => text.includes('hopefully it will lead to something'))).toBe(true);
  });
});
