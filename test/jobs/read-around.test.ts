/** What stands around the words of a text: lit words that never move silently, and who took words up later. */
import { describe, expect, it } from 'vitest';
import { readAround, traceUptake } from '#jobs/index.js';
import { headed, holding, take } from './holding.js';

const OLD = [
  'We will open the gates on the first day of April if the inspectors are there.',
  'The ferry sails at noon. Nobody asked the harbour master, and he did not say.',
  'Fourteen crews are waiting in the inner basin.',
].join('\n\n');
const NEW = [
  'Fourteen crews are waiting in the inner basin.',
  'We will open the gates on the second day of April if the inspectors are there.',
  'The ferry sails at noon. The harbour master was asked.',
].join('\n\n');

describe('words that an address names', () => {
  it.each([
    ['The ferry sails at noon.', 'same', 'The ferry sails at noon.'],
    ['on the first day of April', 'changed', 'on the second day of April'],
    ['Fourteen crews are waiting', 'moved', 'Fourteen crews are waiting'],
    ['he did not say', 'gone', ''],
  ])('%s: %s', async (words, state, now) => {
    const head = { id: 'a', source: 'Ministry', address: 'https://mfa.example/a' };
    const archive = await holding([headed(head, OLD)]);
    await take(archive, [headed(head, NEW)]);
    const { text } = await archive.text('d1v1');
    const start = text.indexOf(words);
    const at = { start, end: start + words.length };
    const { lit } = await readAround({ named: 'd1v1', at, words: null }, { archive });
    expect([lit!.state, lit!.words, lit!.newest]).toEqual([state, now, 'd1v2']);
    if (lit!.span) {
      const newest = await archive.text('d1v2');
      expect(newest.text.slice(lit!.span.start, lit!.span.end)).toBe(now);
    }
    expect(lit!.live).toMatch(/^https:\/\/mfa\.example\/a#:~:text=/);
    await archive.close();
  });

  it('means the place that was named, not another with the same words', async () => {
    const head = { id: 'a', source: 'Ministry' };
    const archive = await holding([
      headed(head, 'Peace is near. The gates are shut.\n\nPeace is near, he said twice.'),
    ]);
    await take(archive, [headed(head, 'Peace is near. The gates are open.\n\nPeace is far, he said twice.')]);
    const { text } = await archive.text('d1v1');
    const start = text.lastIndexOf('near');
    const { lit } = await readAround({ named: 'd1v1', at: { start, end: start + 4 }, words: null }, { archive });
    // Another "near" stands in the newest wording, where it stood before.
    expect([lit!.state, lit!.words]).toEqual(['changed', 'far']);
    await archive.close();
  });

  it('has none where the wording has no such place', async () => {
    const archive = await holding([headed({}, OLD)]);
    const { lit } = await readAround({ named: 'd1', at: { start: 5, end: 99_999 }, words: null }, { archive });
    expect(lit).toBeNull();
    await archive.close();
  });
});

describe('who took words up', () => {
  const WORDS = 'the gates will stand open on the morning after the inspectors have walked the whole quay';
  const said = (day: string, words: string, kind = 'statement'): string =>
    headed({ published: day, kind, title: `Of ${day}` }, words);

  it('are later texts with runs that no earlier text has; how often each passage was', async () => {
    const archive = await holding([
      said('2026-03-01', `As ever, we reserve the right to respond in an appropriate and proportionate manner.`),
      said(
        '2026-03-10',
        `Listen: ${WORDS}. We reserve the right to respond in an appropriate and proportionate manner.`,
      ),
      said('2026-03-11', `The minister said that “${WORDS}”.`, 'press report'),
      said('2026-03-12', 'They hope the gates will stand open on the morning after Easter.', 'press report'),
      said('2026-03-13', 'We reserve the right to respond in an appropriate and proportionate manner.'),
      said('2026-03-14', 'Nothing of it.'),
    ]);
    const { texts, heat, least } = await traceUptake({ document: 'd2' }, { archive });
    expect(least).toBeLessThanOrEqual(9);
    expect(texts.map(({ document }) => document.reference)).toEqual(['d3', 'd4']);
    const { text } = await archive.text('d2');
    expect(heat.map(({ start, end, texts: count }) => [text.slice(start, end), count])).toEqual([
      ['the gates will stand open on the morning after', 2],
      [' the inspectors have walked the whole quay', 1],
    ]);
    for (const { version, runs } of texts) {
      const there = (await archive.text(version)).text;
      for (const run of runs) expect(there.slice(run.there.start, run.there.end)).toBe(text.slice(run.start, run.end));
    }
    await archive.close();
  });
});
