import { describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS } from '#record/index.js';
import { readSettings } from '../../src/jobs/set-facts.js';

const by = 'ann';
const when = (at: string, precision: string, zone: string | null = null) => ({
  at,
  precision,
  zone,
  basis: 'corrected',
});
const marked = (value: string) => ({ value, basis: 'corrected', ground: by });

const good: readonly (readonly [string, unknown])[] = [
  ['date=2025-07-10', { said: when('2025-07-10', 'day') }],
  ['said=2025', { said: when('2025', 'year') }],
  ['published=2025-07-10T14:37+03:00', { published: when('2025-07-10T14:37', 'minute', '+03:00') }],
  ['date=', { said: null }],
  ['speaker=Marco Rubio', { speaker: marked('Marco Rubio') }],
  ['speaker=', { speaker: null }],
  ['Title = A = B', { title: 'A = B' }],
  ['translationof=d3', { translationOf: 'd3' }],
  ['language=RU', { language: marked('ru') }],
  ['occasion=', { occasion: null }],
  ...DOCUMENT_KINDS.map((kind) => [`kind=${kind.toUpperCase()}`, { kind: marked(kind) }] as const),
];
const bad: readonly (readonly [string, string])[] = [
  ['date=2025-02-30', '"2025-02-30" is no date.'],
  ['date=yesterday', '"yesterday" is no date.'],
  ['kind=speech', 'There is no kind of document "speech".'],
  ['kind=', 'There is no kind of document "".'],
  ['language=Klingonish', '"Klingonish" is no code of a language.'],
  ['language=english', '"english" is no code of a language.'],
  ['title=', 'A title cannot be empty.'],
  ['mood=good', 'There is no fact "mood" to be set.'],
  ['speaker', '"speaker" is no setting.'],
  ['=x', '"=x" is no setting.'],
];

describe('settings', () => {
  it.each(good)('%s', (setting, facts) => expect(readSettings([setting], by)).toEqual(facts));
  it.each(bad)('%s is refused', (setting, message) => {
    expect(() => readSettings([setting], by)).toThrow(expect.objectContaining({ code: 'bad-use', message }) as Error);
  });
  it('none at all are refused', () => expect(() => readSettings([], by)).toThrow('Nothing is to be set.'));
});
