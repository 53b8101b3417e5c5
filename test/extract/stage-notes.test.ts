import { describe, expect, it } from 'vitest';
import { isNote } from '../../src/extract/stage-notes.js';

describe('notes of the stenographer', () => {
  it.each([
    ['Laughter', true],
    ['Laughter and applause.', true],
    ['inaudible', true],
    ['In Russian.', true],
    ['in Russian, via interpreter', true],
    ['speaks in Mandarin', true],
    ['Break', true],
    ['смех в зале', true],
    ['in Canberra', false],
    ['in Parliament', false],
    ['the term ends in June', false],
    ['a break with the past', false],
    ['as it then was', false],
    ['Greece, Spain, Germany', false],
  ])('%s: %s', (words, note) => {
    expect(isNote(words)).toBe(note);
  });
});
