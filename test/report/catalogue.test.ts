import { describe, expect, it } from 'vitest';
import * as catalogue from '../../src/report/catalogue.js';
import { drawPage, drawTerminal, viewCheck } from '#report/index.js';
import { HARBOUR } from './harbour.js';

/** vocabulary: words that no screen of ours may say. */
const NEVER =
  /\b(lie|lies|lied|liar|fake|false|flip-flop|propaganda|regime|admits?|admitted|claims?|claimed|debunked|truth score)\b/i;

/** Every string of the catalogue; functions are asked with plain arguments. */
function strings(value: unknown, found: string[] = []): string[] {
  if (typeof value === 'string') found.push(value);
  else if (typeof value === 'function') {
    for (const args of [
      [1, 'x', 'y'],
      [2, 'x', 'y'],
      [null, null, null],
    ])
      try {
        strings((value as (...args: unknown[]) => unknown)(...args), found);
      } catch {
        // A function of records: what it says is met in the sheets below.
      }
  } else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) strings(inner, found);
  return found;
}

describe('words on screens', () => {
  const said = strings({ ...catalogue });
  it('are many, and none of those that are never used', () => {
    expect(said.length).toBeGreaterThan(150);
    expect(said.filter((words) => NEVER.test(words))).toEqual([]);
  });
  it('are none of those on a whole sheet either', () => {
    const view = viewCheck(HARBOUR);
    expect(drawTerminal(view)).not.toMatch(NEVER);
    expect(drawPage(view).replace(/<style>.*<\/style>/s, '')).not.toMatch(NEVER);
  });
  it('would be noticed', () => expect('the minister claims').toMatch(NEVER));
});
