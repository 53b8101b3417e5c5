import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth, isolate, padded, safe, shortened, wrap } from '#report/index.js';

describe('displayWidth', () => {
  const rows: readonly (readonly [string, number])[] = [
    ['', 0],
    ['plain', 5],
    ['“quoted” – …', 12],
    ['外交部', 6],
    ['「你好」，', 10],
    ['ｆｕｌｌ', 8],
    ['한국어', 6],
    ['日本ご', 6],
    ['e\u0301a\u0308', 2],
    ['й\u0306', 1],
    ['zero\u200bwidth\u00adhere', 13],
    ['אבג', 3],
    ['👍', 2],
    ['≠⇄◌❝', 4],
  ];
  it.each(rows)('%j takes %i columns', (text, width) => expect(displayWidth(text)).toBe(width));
});

describe('safe', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['plain “text”', 'plain “text”'],
    ['\u001b[2J\u001b]0;title\u0007', '␛[2J␛]0;title␇'],
    ['\u009b31m', '⟨U+009B⟩31m'],
    ['a\u202egpj.exe', 'a⟨U+202E⟩gpj.exe'],
    ['\u2067x\u2069', '⟨U+2067⟩x⟨U+2069⟩'],
    ['line\r\nline\u2028line\tend', 'line line line end'],
    ['\u0000\u007f\u0008', '␀␡␈'],
    ['half \ud800 pair', 'half \ufffd pair'],
    ['\u{e0041}tag', '⟨U+E0041⟩tag'],
    ['👩‍👩‍👧 שָׁלוֹם \u200fא', '👩‍👩‍👧 שָׁלוֹם \u200fא'],
  ];
  it.each(rows)('%j is shown as %j', (text, shown) => expect(safe(text)).toBe(shown));
  it('leaves nothing that a terminal obeys', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        // oxlint-disable-next-line no-control-regex
        expect(safe(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });
});

describe('wrap', () => {
  const words = fc.array(
    fc.oneof(
      fc.string({ minLength: 1, maxLength: 12 }),
      fc.constantFrom('外交部发言人', '“Ja”', 'a\u0301', '，', 'a-very-long-word-that-fits-no-line'),
    ),
  );
  it('makes no line wider than it may be, and loses nothing but white space', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 40 }), (parts, width) => {
        const text = safe(parts.join(' '));
        const lines = wrap(text, width);
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
  const rows: readonly (readonly [string, number, readonly string[]])[] = [
    ['one two three', 7, ['one two', 'three']],
    ['我们对此，表示', 6, ['我们对', '此，表', '示']],
    ['他说“你好”。', 6, ['他说', '“你', '好”。']],
    ['abcdefgh', 3, ['abc', 'def', 'gh']],
    ['', 10, []],
  ];
  it.each(rows)('%j at %i', (text, width, lines) => expect(wrap(text, width)).toEqual(lines));
});

describe('padded and shortened', () => {
  it('count columns, not characters', () => {
    expect(padded('外交', 6)).toBe('外交  ');
    expect(shortened('外交部发言人说', 8)).toBe('外交部 …');
    expect(shortened('short', 8)).toBe('short');
  });
});

describe('isolate', () => {
  it('marks right-to-left text alone', () => {
    expect(isolate('שלום')).toBe('\u2068שלום\u2069');
    expect(isolate('salut')).toBe('salut');
  });
});
