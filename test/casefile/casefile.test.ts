/**
 * The case file as a golden test: its documents are imported as a user would, its draft is checked, and every
 * quotation comes out as casefile/expected.json says. Every value of the closed lists occurs in it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { beforeAll, describe, expect, it } from 'vitest';
import { openTransient } from '#archive/embedded/index.js';
import { extract } from '#extract/index.js';
import { checkDraft, importFiles, importPeople } from '#jobs/index.js';
import {
  ATTENTION_FLAGS,
  ATTRIBUTION_FINDINGS,
  CONTEXT_FLAGS,
  type Check,
  type DraftCheck,
  type Person,
  QUOTATION_KINDS,
  RECORDS_FINDINGS,
  STATUSES,
  WORDINGS,
  identify,
} from '#record/index.js';
import { filesOn } from '../../src/main/files.js';
import { root } from '../architecture/sources.js';

/** The day of the draft. */
const DAY = '2026-03-13';

interface Expected {
  readonly n: number;
  readonly text: string;
  readonly speaker: string | null;
  readonly kind: string;
  readonly status: string | null;
  readonly wording: string | null;
  readonly attribution: string | null;
  readonly records: string | null;
  readonly flags: readonly string[];
  readonly attention: readonly string[];
  readonly documents: readonly string[];
  readonly parts?: readonly string[];
  readonly turns?: readonly { readonly speaker: string | null; readonly turnKind: string; readonly text: string }[];
  readonly inner?: readonly string[];
  readonly block?: boolean;
  readonly sameWordsAs?: number;
}

const expected = JSON.parse(readFileSync(join(root, 'casefile/expected.json'), 'utf8')) as readonly Expected[];

/** What a check found, in the shape and words of expected.json. */
interface Findings {
  readonly draft: DraftCheck;
  readonly ids: ReadonlyMap<string, string>;
  readonly people: readonly Person[];
}

async function findings(draftName: string): Promise<Findings> {
  const archive = await openTransient();
  const files = filesOn(process.stdin, { home: root });
  const clock = () => ({ at: '2026-03-13T09:00:00', precision: 'second', zone: 'Z', basis: 'stated' }) as const;
  const { rows, stop } = await importFiles(
    { paths: [join(root, 'casefile/documents')] },
    { archive, files, clock, extract },
  );
  expect(stop).toBeNull();
  expect(rows.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
  const { people } = await importPeople({ path: join(root, 'casefile/people.json'), by: 'test' }, { archive, files });
  const draft = await checkDraft(
    { bytes: readFileSync(join(root, 'casefile', draftName)), name: draftName, mediaType: null },
    { archive, day: DAY },
  );
  const ids = new Map<string, string>();
  for (const document of await archive.list({})) {
    const { origin } = await archive.captureOf(document.versions.at(-1)!.capture);
    ids.set(document.reference, document.id ?? origin.replace(/^.*\//, '').replace(/\.[a-z]+$/, ''));
  }
  await archive.close();
  return { draft, ids, people };
}

/** Question and answer in one pair of marks: the labels of expected.json are no words of the quotation. */
const wordsOf = ({ text, turns }: Expected): string => (turns ? turns.map((turn) => turn.text).join(' ') : text);
const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** A name as printed stands for the whole one: "the Group" for "Harbour Observation Group". */
const shortens = (printed: string, whole: string): boolean =>
  whole.toLowerCase().includes(printed.toLowerCase().replace(/^the /, ''));

describe.each(['draft.md', 'draft.docx'])('%s', (draftName) => {
  let found: Findings;
  beforeAll(async () => {
    found = await findings(draftName);
  });
  const checkOf = (wanted: Expected): Check => {
    const words = collapse(wordsOf(wanted));
    const check = found.draft.checks.find(({ quotation }) => collapse(quotation.text) === words);
    if (!check) throw new Error(`“${words}” was not found in the draft`);
    return check;
  };

  it('has the quotations that a careful reader finds, in their order', () => {
    expect(found.draft.checks.map(({ quotation }) => collapse(quotation.text))).toEqual(
      expected.map((wanted) => collapse(wordsOf(wanted))),
    );
  });

  it.each(expected.filter(({ sameWordsAs }) => sameWordsAs !== undefined))(
    '$n: is seen to differ from $sameWordsAs of the same words',
    (wanted) => {
      const check = checkOf(wanted);
      const same = checkOf(expected.find(({ n }) => n === wanted.sameWordsAs)!);
      expect(check.differsFrom).toContain(same.quotation.n);
      expect(same.differsFrom).toContain(check.quotation.n);
    },
  );

  describe.each(expected)('$n: $text', (wanted) => {
    it('is found as it should be', () => {
      const check = checkOf(wanted);
      const judged = wanted.status !== null;
      const speaker = check.quotation.attribution.speaker;
      const person = speaker === null ? null : identify(speaker, { people: found.people, aliases: [], day: DAY });
      const name = person?.name ?? speaker;
      expect({
        kind: check.quotation.kind,
        ...(judged
          ? {
              status: check.status,
              wording: check.wording,
              attribution: wanted.attribution === null ? null : check.attributionFinding,
              records: wanted.records === null ? null : check.records,
              flags: check.flags.toSorted(),
              attention: attentionIn(check),
              speaker: nameAsWanted(name, person !== null, wanted.speaker),
            }
          : {}),
        ...(wanted.block === undefined ? {} : { block: check.quotation.block }),
        ...(wanted.parts === undefined ? {} : { parts: check.quotation.pieces.length }),
        ...(wanted.inner === undefined
          ? {}
          : { inner: check.quotation.nested.map(({ start, end }) => found.draft.draft.text.slice(start, end)) }),
        ...(wanted.turns === undefined ? {} : { turns: check.quotation.turns.length }),
      }).toEqual({
        kind: wanted.kind,
        ...(judged
          ? {
              status: wanted.status,
              wording: wanted.wording,
              attribution: wanted.attribution,
              records: wanted.records,
              flags: wanted.flags.toSorted(),
              attention: wanted.attention.toSorted(),
              speaker: wanted.speaker,
            }
          : {}),
        ...(wanted.block === undefined ? {} : { block: wanted.block }),
        ...(wanted.parts === undefined ? {} : { parts: wanted.parts.length }),
        ...(wanted.inner === undefined ? {} : { inner: wanted.inner }),
        ...(wanted.turns === undefined ? {} : { turns: wanted.turns.length }),
      });
    });

    it('shows the documents that it should', () => {
      const { readings } = checkOf(wanted);
      const shown = [...new Set(readings.map(({ document }) => found.ids.get(document) ?? document))];
      expect(shown).toEqual(expect.arrayContaining([...wanted.documents]));
      const matched = readings.find(({ role }) => role === 'matched');
      if (matched && wanted.documents.length > 0) expect(wanted.documents).toContain(found.ids.get(matched.document));
    });
  });
});

/** The wanted name where the printed one stands for it: a body shortened, nobody by name; else what was printed. */
function nameAsWanted(name: string | null, isPerson: boolean, wanted: string | null): string | null {
  if (wanted === null) return isPerson ? name : null;
  return name !== null && !isPerson && shortens(name, wanted) ? wanted : name;
}

/** Attention flags of the changes at the places that the status speaks of. */
function attentionIn({ readings }: Check): string[] {
  const flags = readings
    .filter(({ role }) => role === 'matched')
    .flatMap(({ changes }) => changes.flatMap((c) => c.flags));
  return [...new Set(flags)].toSorted();
}

describe('every value of the closed lists occurs in the case file:', () => {
  const lists: readonly (readonly [string, readonly string[], (entry: Expected) => readonly (string | null)[]])[] = [
    ['kind', QUOTATION_KINDS, ({ kind }) => [kind]],
    ['status', STATUSES, ({ status }) => [status]],
    ['wording', WORDINGS, ({ wording }) => [wording]],
    ['attribution', ATTRIBUTION_FINDINGS, ({ attribution }) => [attribution]],
    ['records', RECORDS_FINDINGS, ({ records }) => [records]],
    ['context flag', CONTEXT_FLAGS, ({ flags }) => flags],
    ['attention flag', ATTENTION_FLAGS, ({ attention }) => attention],
  ];
  const rows = lists.flatMap(([list, values, valuesOf]) => values.map((value) => ({ list, value, valuesOf })));
  it.each(rows)('$list: $value', ({ value, valuesOf }) => {
    expect(expected.flatMap((entry) => [...valuesOf(entry)])).toContain(value);
  });
});
