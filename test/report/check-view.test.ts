import { describe, expect, it } from 'vitest';
import { STATUSES } from '#record/index.js';
import { drawTerminal, viewCheck } from '#report/index.js';
import { COVERAGE, draftCheck, type Row } from './fixtures.js';
import { HARBOUR } from './harbour.js';

const view = viewCheck(HARBOUR);
const finding = (n: number) => [...view.findings, ...view.apart].find((each) => each.n === n)!;

/** The view of one quotation in a draft that is nothing but it. */
const one = (row: Row, text = `Varga said: “${row.quoted}”`) => {
  const { findings, apart } = viewCheck(draftCheck(text, [row]));
  return [...findings, ...apart][0]!;
};

describe('viewCheck', () => {
  it('puts the worst first, then the order of the draft', () => {
    const places = view.findings.map(({ status, n }) => STATUSES.indexOf(status) * 100 + n);
    expect(places).toEqual(places.toSorted((x, y) => x - y));
    expect(view.findings[0]!.status).toBe('not held');
    expect(view.findings.at(-1)!.status).toBe('exact');
  });
  it('counts in the strip what it lists, exact first', () => {
    expect(view.strip.map(({ count, words }) => `${count} ${words}`).join(' · ')).toBe(
      '3 exact · 1 exact with marked edits · 1 altered in form only · 1 inflected · 1 follows a translation · ' +
        '1 second-hand only · 1 records disagree · 1 reordered · 1 stitched · 3 altered in words · 1 wrong occasion · ' +
        '1 wrong speaker · 1 not held',
    );
    expect(view.verdict).toBe('14 to look at');
    expect(view.toLookAt).toBe(14);
    expect(view.remarks).toBe(1);
  });
  it('sets fragments, scare quotes and titles apart', () => {
    expect(view.apart.map(({ kind, mark }) => [kind, mark])).toEqual([
      ['fragment', '…'],
      ['scare', '‘’'],
      ['title', '§'],
    ]);
    expect(view.apartCounts).toBe('1 fragment, 1 scare quote and 1 title');
  });
  it('keeps a fragment among the findings if there is something to look at', () => {
    const row: Row = { quoted: 'no deal', kind: 'fragment', status: 'not held', look: true };
    expect(viewCheck(draftCheck('“no deal”', [row])).findings).toHaveLength(1);
  });
  it('gathers attention flags, also those of another record', () => {
    expect(finding(2).attention).toEqual(['modality', 'date']);
    expect(finding(12).attention).toEqual(['negation', 'quantity word', 'tense']);
  });
  it('shows each place of a stitched quotation and the words that join them', () => {
    const { parts, rest } = finding(3);
    expect(parts.map(({ join, source }) => [join.map(({ a }) => a.trim()).join(), source.label])).toEqual([
      ['', 'source 1'],
      ['and', 'source 2'],
    ]);
    expect(rest.map(({ a }) => a.trim())).toEqual(['are a matter of weeks,']);
    expect(
      finding(3)
        .draftPairs.map(({ a }) => a)
        .join(''),
    ).toBe(HARBOUR.checks[2]!.quotation.text);
  });
  it('takes a bracket of the draft between two places for no fault', () => {
    const row: Row = {
      quoted: 'the gates [of Harrow] and the ferries … by May',
      status: 'stitched',
      places: [
        { text: 'the gates', of: 'the gates' },
        { text: 'the ferries', of: 'the ferries' },
        { text: 'by May', of: 'by May' },
      ],
    };
    const marked = one(row).draftPairs.map(({ kind, a }) => `${kind}: ${a.trim()}`);
    expect(marked).toEqual([
      'same: the gates',
      'same: ',
      'marked: [of Harrow]',
      'only a: and',
      'same: the ferries',
      'same: ',
      'marked: …',
      'same: ',
      'same: by May',
    ]);
    const drawn = drawTerminal(viewCheck(draftCheck(`Varga said: “${row.quoted}”`, [row])));
    expect(drawn).toContain('[of Harrow] and\n               ----------- ^^^ in none of the sources');
    expect(drawn).toContain('- marked in the draft');
  });
  it('takes labels inside the marks for no words', () => {
    expect(finding(18).parts.map(({ join }) => join)).toEqual([[], []]);
    expect(finding(18).draftPairs.filter(({ kind }) => kind === 'only a')).toEqual([]);
  });
  it('says when words are held in many places', () => {
    expect(finding(7).seen).toBe('Held in 412 places of 31 texts, first on 3 May 2019.');
    expect(finding(5).also).toHaveLength(3);
    expect(finding(5).alsoMore).toBe(1);
  });
  it('gives what is not held its coverage and the nearest passages', () => {
    expect(finding(6).searched).toBe(
      '214 texts from 16 sources, 1 January 2025 – 14 March 2026, in English and Russian (3 undated)',
    );
    expect(finding(6).nearest.map(({ shares }) => shares)).toEqual([33, 17]);
    expect(finding(6).seen).toBeNull();
  });

  const banners: readonly (readonly [string, Row, string])[] = [
    [
      'a question taken for the answer',
      {
        quoted: 'is it open',
        status: 'exact',
        flags: ['in a question'],
        places: [{ text: 'is it open', turnKind: 'question' }],
      },
      'In the source this is the question, not the answer.',
    ],
    [
      'words in a question of one’s own',
      {
        quoted: 'is it open',
        status: 'exact',
        flags: ['in a question'],
        places: [{ text: 'is it open', turnKind: 'answer' }],
      },
      'In the source these words stand in a question.',
    ],
    [
      'another’s words',
      { quoted: 'trust', status: 'exact', flags: ['speaker quoting another'], places: [{ text: 'trust' }] },
      'In the source the speaker is quoting somebody else here.',
    ],
    [
      'negated',
      { quoted: 'agreed', status: 'exact', flags: ['negated'], places: [{ text: 'agreed' }] },
      'In the source a negation governs these words; it may stand just outside the marks.',
    ],
    [
      'conditional',
      { quoted: 'agreed', status: 'exact', flags: ['conditional'], places: [{ text: 'agreed' }] },
      'In the source these words hang on a condition; it may stand just outside the marks.',
    ],
    [
      'later corrected',
      { quoted: 'agreed', status: 'exact', flags: ['later corrected'], places: [{ text: 'agreed' }] },
      'A later record corrects the text that holds these words.',
    ],
    [
      'wrong speaker',
      {
        quoted: 'agreed',
        status: 'wrong speaker',
        attributionFinding: 'wrong speaker',
        places: [{ text: 'agreed', speaker: 'MR BRANDT' }],
      },
      'The draft gives these words to Varga; in the source MR BRANDT speaks them.',
    ],
    [
      'wrong occasion, unnamed',
      {
        quoted: 'agreed',
        status: 'wrong occasion',
        attributionFinding: 'wrong occasion',
        places: [{ text: 'agreed' }],
      },
      'The draft places these words elsewhere; they are held from 12 March 2026.',
    ],
    [
      'second-hand',
      {
        quoted: 'agreed',
        status: 'second-hand only',
        attributionFinding: 'second-hand only',
        places: [{ text: 'agreed' }],
      },
      'Held only as others report these words; no text of the speaker’s own side holds them.',
    ],
    [
      'records that disagree',
      { quoted: 'agreed', status: 'records disagree', records: 'disagree', places: [{ text: 'agreed' }] },
      'Records disagree at these words.',
    ],
    [
      'a translation',
      {
        quoted: 'agreed',
        status: 'follows a translation',
        records: 'follows a translation',
        places: [{ text: 'agreed' }, { text: 'согласовали', role: 'original' }],
      },
      'The draft follows a translation; the original is shown below it.',
    ],
    [
      'a translation alone',
      {
        quoted: 'agreed',
        status: 'follows a translation',
        records: 'follows a translation',
        places: [{ text: 'agreed' }],
      },
      'The draft follows a translation; the original is not held at this place.',
    ],
    [
      'nobody named',
      {
        quoted: 'agreed',
        status: 'altered in words',
        attributionFinding: 'unknown',
        speaker: null,
        places: [{ text: 'agreed' }],
      },
      'The draft names nobody as the speaker.',
    ],
    [
      'nobody speaks',
      {
        quoted: 'agreed',
        status: 'altered in words',
        attributionFinding: 'unknown',
        places: [{ text: 'agreed', speaker: null }],
      },
      'The source does not say who speaks.',
    ],
  ];
  it.each(banners)('has a banner for %s', (_, row, sentence) => {
    expect(one(row).banners).toContain(sentence);
    expect(one(row).brief).toBe(false);
  });

  it('is brief where there is nothing to say', () => {
    const row: Row = { quoted: 'we agreed', status: 'exact', places: [{ text: 'we agreed' }] };
    expect(one(row).brief).toBe(true);
    expect(one({ ...row, flags: ['negated'] }).brief).toBe(false);
    expect(one({ ...row, notes: ['See there.'] }).brief).toBe(false);
    expect(one({ ...row, look: true }).brief).toBe(false);
  });
  it('never shows a changed quotation as the same, even if no change speaks of it', () => {
    const pairs = one({ quoted: 'we will agree', status: 'exact', places: [{ text: 'we could agree' }] }).draftPairs;
    expect(pairs.some(({ kind }) => kind === 'changed')).toBe(true);
  });

  const verdicts: readonly (readonly [string, readonly Row[], string])[] = [
    ['no quotation', [], 'No quotation found'],
    ['nothing to look at', [{ quoted: 'agreed', status: 'exact', places: [{ text: 'agreed' }] }], 'Nothing to look at'],
    ['something', [{ quoted: 'agreed', status: 'not held' }], '1 to look at'],
  ];
  it.each(verdicts)('says %s', (_, rows, verdict) => {
    expect(viewCheck(draftCheck('He said: “agreed”', rows)).verdict).toBe(verdict);
  });
  it('says that an empty archive was not searched', () => {
    const coverage = {
      ...COVERAGE,
      texts: 0,
      words: 0,
      sources: 0,
      speakers: 0,
      from: null,
      to: null,
      undated: 0,
      languages: [],
    };
    const empty = viewCheck(draftCheck('“agreed”', [{ quoted: 'agreed', status: 'not held' }], { coverage }));
    expect(empty.findings[0]!.searched).toBe('no text: the archive is empty');
  });
});

describe('the draft', () => {
  const laid = (text: string, rows: readonly Row[]) =>
    viewCheck(draftCheck(text, rows)).paragraphs.map(({ runs }) =>
      runs.map(({ text: words, n }) => (n === null ? words : `<${n}>${words}`)),
    );

  it('is shown whole, every run in its place', () => {
    const shown = view.paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n\n');
    expect(shown).toBe(HARBOUR.draft.text);
    const opened = view.paragraphs.flatMap(({ opens }) => opens);
    expect(opened.toSorted((x, y) => x - y)).toEqual(HARBOUR.checks.map(({ quotation }) => quotation.n));
    const closed = view.paragraphs.flatMap(({ runs }) => runs.flatMap(({ closes }) => closes));
    expect(closed.toSorted((x, y) => x - y)).toEqual(opened.toSorted((x, y) => x - y));
  });
  it('boxes quotations with their marks', () => {
    expect(
      laid('He said “yes” and «no».', [
        { quoted: 'yes', status: 'exact' },
        { quoted: 'no', status: 'exact' },
      ]),
    ).toEqual([['He said ', '<1>“yes”', ' and ', '<2>«no»', '.']]);
  });
  it('boxes a quotation within a quotation, and both pieces of an interrupted one', () => {
    expect(
      laid('“He said ‘trust me’ to us,” she said, “twice.”', [
        {
          quoted: 'He said ‘trust me’ to us, twice.',
          pieces: ['He said ‘trust me’ to us,', 'twice.'],
          status: 'exact',
        },
      ]),
    ).toEqual([['<1>“He said ‘trust me’ to us,”', ' she said, ', '<1>“twice.”']]);
    const nested = draftCheck('“He said ‘trust me’ to us.”', [
      { quoted: 'He said ‘trust me’ to us.', status: 'exact' },
      { quoted: 'trust me', status: 'exact' },
    ]);
    expect(viewCheck(nested).paragraphs[0]!.runs.map(({ text, n, closes }) => [text, n, closes])).toEqual([
      ['“He said ', 1, []],
      ['‘trust me’', 2, [2]],
      [' to us.”', 1, [1]],
    ]);
  });
  it('parts paragraphs at line ends, but not those of lines filled by hand', () => {
    expect(laid('One.\nTwo.\n\nThree.', [])).toEqual([['One.'], ['Two.'], ['Three.']]);
    const filled = `${'word '.repeat(12).trim()}\n${'word '.repeat(12).trim()}\nend.\n\n${'word '.repeat(12).trim()}\nend.`;
    expect(laid(filled, [])).toHaveLength(2);
  });
});
