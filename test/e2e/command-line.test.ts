/** The built program from the outside: what a newsroom does in its first days, and what it does wrong. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk, type Ran, outcomeOf } from './onrecord.js';

const SPEECH = `title: Remarks on the harbour
date: 2025-07-10
kind: verbatim transcript
source: Foreign Office
language: en

SECRETARY VALE: We need to see a roadmap moving forward before the ferries can sail again.

QUESTION: Is that a threat?

SECRETARY VALE: It is not a threat. It is a timetable, and a modest one.
`;
const REPORT = `title: Vale wants a timetable
date: 2025-07-11
kind: press report
source: The Courier
language: en

“It is a timetable,” Secretary Vale told reporters at the harbour on Thursday, and nobody laughed.
`;
const DRAFT = `Vale was clear. “It is a timetable, and a modest one,” Secretary Vale said.

“We need to see a map moving forward before the ferries can sail again,” Secretary Vale added. “Nobody has ever seen such a herring,” she said.
`;

const desks: Desk[] = [];
const newDesk = (): Desk => {
  const desk = new Desk();
  desks.push(desk);
  return desk;
};
afterAll(() => {
  for (const desk of desks) desk.clear();
});

describe('the first days of an archive', () => {
  const desk = newDesk();
  let added: Ran;
  beforeAll(async () => {
    desk.write({
      'texts/speech.txt': SPEECH,
      'texts/report.txt': REPORT,
      'texts/notes.txt': 'Some words that nobody dated.\n',
      'texts/photo.jpg': Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0),
      'texts/.DS_Store': 'x',
      'draft.txt': DRAFT,
      'people.csv': 'name,aliases,post,from,to\nAda Vale,Secretary Vale,Secretary,2024-01-01,\nBad,,Envoy,never,\n',
    });
    added = await desk.run(['add', 'texts']);
  });

  it('add prints what was read, needs a look and was refused, each with the reason', () => {
    expect(added.err).toBe('');
    expect(added.code).toBe(1);
    expect(added.out).toMatch(/^Read 2\n/);
    expect(added.out).toMatch(/Remarks on the harbour\n +texts\/speech\.txt/);
    expect(added.out).toMatch(/Needs a look 1\n.*notes/);
    expect(added.out).toMatch(/No date was found/);
    expect(added.out).toMatch(/Refused 1\n {2}texts\/photo\.jpg\n.*JPEG|picture|image/);
    expect(added.out).not.toContain('DS_Store');
    expect(added.out).toMatch(/Held now: 3 texts/);
  });
  it('added again nothing changes, and no new wording is made', async () => {
    const again = await desk.json(['add', 'texts']);
    expect(again['rows']).toEqual([
      expect.objectContaining({ path: 'texts/notes.txt', outcome: 'read', detail: 'unchanged' }),
      expect.objectContaining({ path: 'texts/photo.jpg', outcome: 'refused', reasons: [expect.stringMatching(/\S/)] }),
      expect.objectContaining({ path: 'texts/report.txt', outcome: 'read', detail: 'unchanged' }),
      expect.objectContaining({ path: 'texts/speech.txt', outcome: 'read', detail: 'unchanged' }),
    ]);
  });
  it('list is a table of at most 80 columns in order of date', async () => {
    const { out, code } = await desk.run(['list']);
    expect(code).toBe(0);
    const lines = out.split('\n');
    expect(lines.every((line) => [...line].length <= 80)).toBe(true);
    expect(lines.findIndex((line) => line.includes('Remarks on the harbour'))).toBeLessThan(
      lines.findIndex((line) => line.includes('Vale wants a timetable')),
    );
    expect((await desk.run(['list', '--kind', 'press report'])).out).not.toContain('Remarks');
  });
  it('show prints the facts, the versions and the turns', async () => {
    const speech = await referenceOf(desk, 'Remarks on the harbour');
    const { out } = await desk.run(['show', speech]);
    expect(out).toContain(`${speech}  Remarks on the harbour`);
    expect(out).toMatch(/said +10 July 2025/);
    expect(out).toContain(`${speech}v1`);
    expect(out).toMatch(/SECRETARY VALE:?\s+We need to see a roadmap moving forward/);
    const byPath = await desk.run(['show', desk.path('texts/speech.txt'), '--facts']);
    expect(byPath.out).toContain(`${speech}  Remarks`);
    expect(byPath.out).not.toContain('roadmap');
  });
  it('search shows words in their context, the hits one below the other', async () => {
    const { out } = await desk.run(['search', 'timetable']);
    const hits = out.split('\n').filter((line) => line.includes('[timetable]'));
    expect(hits.length).toBeGreaterThanOrEqual(2);
    expect(new Set(hits.map((line) => line.indexOf('[timetable]'))).size).toBe(1);
    expect((await desk.run(['search', 'a modest one'])).out).toContain('[a modest one]');
    const none = await desk.run(['search', 'zeppelin']);
    expect(none.out).toMatch(/stands in none of 3 texts/);
  });
  it('set corrects a guess and status says who did it', async () => {
    const notes = await referenceOf(desk, 'notes');
    const { out, code } = await desk.run([
      'set',
      notes,
      'date=2025-01-02',
      'speaker=Ada Vale',
      'kind=letter',
      '--by',
      'Bea',
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/said +2 January 2025 \(corrected\)/);
    expect(out).toMatch(/speaker +Ada Vale \(corrected by Bea\)/);
    const status = await desk.run(['status']);
    expect(status.out).toMatch(/texts +3/);
    expect(status.out).toMatch(/Bea/);
    const shown = await desk.json(['show', notes]);
    expect(shown).toMatchObject({
      document: { said: { at: '2025-01-02', basis: 'corrected' }, kind: { value: 'letter', ground: 'Bea' } },
    });
  });
  it('a new wording of the same file is a new version', async () => {
    desk.write({ 'texts/report.txt': REPORT.replace('nobody', 'somebody') });
    const { out } = await desk.run(['add', 'texts/report.txt']);
    expect(out).toContain('a new version');
    const reference = await referenceOf(desk, 'Vale wants a timetable');
    const compared = await desk.run(['compare', `${reference}v1`, `${reference}v2`]);
    expect(compared.code).toBe(1);
    expect(compared.out).toContain('somebody');
  });
  it('people import keeps the good rows and names the bad', async () => {
    const { out, code } = await desk.run(['people', 'import', 'people.csv']);
    expect(code).toBe(1);
    expect(out).toMatch(/1 person with 1 office: 1 added/);
    expect(out).toContain('row 3: Bad: the day "never" under from is none');
  });
  it('check finds the sources, says what differs, and writes the page', async () => {
    const { out, code, err } = await desk.run(['check', 'draft.txt', '--page', 'out/sheet.html']);
    expect(err).toBe('');
    expect(code).toBe(1);
    expect(out).toContain('altered in words');
    expect(out.split('\n').every((line) => [...line].length <= 80)).toBe(true);
    expect(readFileSync(desk.path('out/sheet.html'), 'utf8')).toMatch(/^<!doctype html>/i);
    const piped = await desk.run(['check', '-'], { input: DRAFT });
    expect(piped.code).toBe(1);
  });
  it('check searches only the texts that are asked for, and says so', async () => {
    const { out } = await desk.run(['check', 'draft.txt', '--kind', 'press report']);
    expect(out.replace(/\s+/g, ' ')).toMatch(/Searched 1 text\b.*, only those of the kind press report\./);
    const none = await desk.json(['check', 'draft.txt', '--speaker', 'Vale', '--to', '2024', '--held-language', 'en']);
    expect(none['coverage']).toMatchObject({ texts: 0, only: { speaker: 'Vale', to: '2024', language: 'en' } });
    const statuses = (none['quotations'] as { status: string }[]).map(({ status }) => status);
    expect(statuses.every((status) => status === 'not held')).toBe(true);
    const wrong = await desk.run(['check', 'draft.txt', '--kind', 'poem']);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('There is no kind of document "poem"')]);
  });
  it('check --json has the documented shape', async () => {
    const sheet = await desk.json(['check', 'draft.txt']);
    expect(Object.keys(sheet)).toEqual(
      expect.arrayContaining(['schema', 'rules', 'draft', 'coverage', 'counts', 'quotations']),
    );
    const quotations = sheet['quotations'] as Record<string, unknown>[];
    expect(quotations.map(({ text, status }) => [text, status])).toEqual([
      ['It is a timetable, and a modest one,', 'exact'],
      ['We need to see a map moving forward before the ferries can sail again,', 'altered in words'],
      ['Nobody has ever seen such a herring,', 'not held'],
    ]);
    for (const quotation of quotations)
      expect(Object.keys(quotation)).toEqual(
        expect.arrayContaining([
          'n',
          'text',
          'start',
          'end',
          'attribution',
          'kind',
          'status',
          'wording',
          'attributionFinding',
          'records',
          'flags',
          'rule',
          'readings',
        ]),
      );
  });
  it('drop hides a text from every answer', async () => {
    const notes = await referenceOf(desk, 'notes');
    expect((await desk.run(['drop', notes])).out).toContain(`Dropped ${notes}`);
    expect((await desk.run(['list'])).out).not.toContain('notes');
    expect((await desk.run(['search', 'nobody dated'])).out).toContain('stands in none');
    expect((await desk.run(['show', notes])).code).toBe(2);
  });
  it('every command prints JSON with the name of its shape', async () => {
    const speech = await referenceOf(desk, 'Remarks on the harbour');
    const shapes: readonly (readonly [readonly string[], string, readonly string[]])[] = [
      [['list'], 'onrecord/list/1', ['documents', 'more', 'coverage']],
      [['show', speech], 'onrecord/text/1', ['document', 'version', 'capture', 'rendering', 'guesses']],
      [['search', 'roadmap'], 'onrecord/search/1', ['words', 'hits', 'documents', 'coverage']],
      [['status'], 'onrecord/status/1', ['place', 'storeVersion', 'coverage', 'captures', 'sources', 'index', 'log']],
      [['add', 'texts'], 'onrecord/import/1', ['rows', 'files', 'words', 'stop']],
      [['set', speech, 'occasion=a visit'], 'onrecord/document/1', ['document']],
      [['compare', 'draft.txt', 'draft.txt'], 'onrecord/comparison/1', ['differences', 'counts', 'words', 'a', 'b']],
      [
        ['people', 'import', 'people.csv'],
        'onrecord/people/1',
        ['added', 'changed', 'unchanged', 'people', 'problems'],
      ],
    ];
    for (const [args, schema, keys] of shapes) {
      const printed = await desk.json(args);
      expect(printed['schema'], args.join(' ')).toBe(schema);
      expect(Object.keys(printed), args.join(' ')).toEqual(expect.arrayContaining([...keys]));
    }
  });
  it('a pipe that closes early is no failure', () => {
    const program = `${JSON.stringify(process.execPath)} ${JSON.stringify(new URL('../../dist/main/onrecord.js', import.meta.url).pathname)}`;
    const piped = spawnSync('sh', ['-c', `${program} show ${desk.path('texts/speech.txt')} | head -n 1`], {
      cwd: desk.folder,
      encoding: 'utf8',
    });
    expect(piped.stderr).toBe('');
    expect(piped.stdout.split('\n').length).toBe(2);
  });
});

describe('without an archive', () => {
  const desk = newDesk();
  beforeAll(() =>
    desk.write({ 'speech.txt': SPEECH, 'draft.txt': DRAFT, 'exact.txt': '“It is not a threat,” Secretary Vale said.' }),
  );

  it('check --against files says what differs and leaves nothing behind', async () => {
    const { code, out } = await desk.run(['check', 'draft.txt', '--against', 'speech.txt']);
    expect(code).toBe(1);
    expect(out).toContain('altered in words');
    expect(readdirSync(desk.folder).toSorted()).toEqual(['draft.txt', 'exact.txt', 'speech.txt']);
  });
  it('ends with 0 where there is nothing to look at', async () => {
    const { code, out } = await desk.run(['check', 'exact.txt', '--against', 'speech.txt']);
    expect(out).toContain('Nothing to look at');
    expect(code).toBe(0);
  });
  it('compare needs none', async () => {
    const { code, out } = await desk.run(['compare', 'draft.txt', 'exact.txt']);
    expect(code).toBe(1);
    expect(out).toMatch(/difference/);
    expect((await desk.run(['compare', 'draft.txt', 'draft.txt'])).code).toBe(0);
  });
  it('colour is drawn only where it is wanted, and carries nothing alone', async () => {
    const args = ['check', 'draft.txt', '--against', 'speech.txt'];
    const coloured = await desk.run(args, { env: { FORCE_COLOR: '1' } });
    expect(coloured.out).toContain('\u001b[');
    for (const [more, env] of [
      [[], {}],
      [['--no-colour'], { FORCE_COLOR: '1' }],
      [['--no-color'], { FORCE_COLOR: '1' }],
      [[], { NO_COLOR: '1', FORCE_COLOR: '1' }],
    ] as const)
      expect((await desk.run([...args, ...more], { env })).out).not.toContain('\u001b');
  });
});

describe('an archive', () => {
  it('is no source of texts, and its folder may stand among them', async () => {
    const desk = newDesk();
    desk.write({ 'speech.txt': SPEECH });
    for (const detail of ['added', 'unchanged']) {
      const { rows } = await desk.json(['add', '.']);
      expect(rows).toEqual([expect.objectContaining({ path: 'speech.txt', detail })]);
    }
  });
});

describe('which archive is meant', () => {
  it('--archive goes before ONRECORD_ARCHIVE, and that before ./archive', async () => {
    const desk = newDesk();
    desk.write({ 'speech.txt': SPEECH });
    const env = { ONRECORD_ARCHIVE: 'by-environment' };
    expect(await desk.run(['add', 'speech.txt', '--quiet'], { env })).toEqual({ code: 0, out: '', err: '' });
    expect(existsSync(desk.path('by-environment/record.sqlite'))).toBe(true);
    expect((await desk.run(['list', '--archive', 'elsewhere'], { env })).code).toBe(3);
    expect((await desk.run(['list'])).code).toBe(3);
    expect((await desk.run(['list'], { env })).out).toContain('Remarks on the harbour');
  });
});

describe('what goes wrong is said in a sentence', () => {
  const desk = newDesk();
  beforeAll(async () => {
    desk.write({
      'speech.txt': SPEECH,
      'empty.txt': '',
      'binary.txt': Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256),
      'fine.txt': DRAFT,
      'plain.txt': 'Nobody is quoted here.\n',
      'open.txt':
        'He said “this is never closed and goes on.\n\nAnother paragraph follows. “It is not a threat,” Secretary Vale said.\n',
      'russian.txt': Uint8Array.from(
        'Мы готовы к переговорам без предварительных условий, сказал министр. Это наша позиция.',
        (c) => toWindows1251(c),
      ),
      'no-folder': 'a file where an archive is wanted',
      'not-people.csv': 'who\nme\n',
    });
    const huge = openSync(desk.path('huge.txt'), 'w');
    ftruncateSync(huge, 200_000_000);
    closeSync(huge);
    await desk.run(['add', 'speech.txt']);
  });

  const rows: readonly (readonly [string, readonly string[], number, RegExp])[] = [
    ['an empty draft', ['check', 'empty.txt'], 2, /empty/],
    ['a binary draft', ['check', 'binary.txt'], 2, /no text/],
    ['a draft of 200 MB', ['check', 'huge.txt'], 2, /huge\.txt is 200 MB long; at most 100 MB/],
    ['a text of 200 MB', ['add', 'huge.txt'], 2, /200 MB long[^]*jsonl/],
    ['a draft that is not there', ['check', 'gone.txt'], 2, /no file or folder gone\.txt/],
    ['a folder as a draft', ['check', '.'], 2, /folder/],
    ['a text that is not there', ['add', 'gone.txt'], 2, /no file or folder gone\.txt/],
    ['an empty text', ['add', 'empty.txt'], 2, /empty/],
    ['an unknown option', ['list', '--colour-me'], 2, /Unknown option '--colour-me'/],
    ['an unknown command', ['lsit'], 2, /Unknown command 'lsit'[^]*Did you mean list\?/],
    ['a missing argument', ['show'], 2, /Missing required argument/],
    ['a text that is not held', ['show', 'd99'], 2, /No text "d99" is held/],
    ['a version that is not held', ['show', 'd1v7'], 2, /d1 has no version 7/],
    ['an unknown kind', ['set', 'd1', 'kind=rumour'], 2, /no kind of document "rumour"[^]*press report/],
    ['no date', ['set', 'd1', 'date=2025-02-31'], 2, /"2025-02-31" is no date/],
    ['an unknown fact', ['set', 'd1', 'mood=good'], 2, /no fact "mood"/],
    ['no words to search', ['search', '—'], 2, /no word/],
    ['a limit that is none', ['list', '--limit', 'many'], 2, /--limit wants a whole number/],
    ['a width that is none', ['list', '--width', '3'], 2, /--width wants a whole number/],
    ['a day that is none', ['check', 'fine.txt', '--date', 'soon'], 2, /"soon" is no date/],
    ['people that are none', ['people', 'import', 'not-people.csv'], 2, /no column "name"/],
    ['no archive', ['check', 'fine.txt', '--archive', 'elsewhere'], 3, /elsewhere/],
    ['a file for an archive', ['add', 'speech.txt', '--archive', 'no-folder'], 2, /no-folder/],
    [
      'nothing against which to check',
      ['check', 'fine.txt', '--against', 'empty.txt'],
      2,
      /None of the files after --against/,
    ],
    ['a port that is none', ['serve', '--port', 'x'], 2, /--port wants a whole number/],
    [
      'a page that cannot be written',
      ['check', 'fine.txt', '--page', 'speech.txt/sheet.html'],
      3,
      /could not be written/,
    ],
  ];
  it.each(rows)('%s', async (_, args, code, sentence) => {
    const ran = await desk.run(args);
    expect(`${ran.out}${ran.err}`).toMatch(sentence);
    expect(`${ran.out}${ran.err}`).not.toMatch(/\n {4}at |node:internal|\[object|undefined/);
    expect(ran.code).toBe(code);
  });
  it('none of that harmed the archive', async () => {
    expect((await desk.json(['status']))['coverage']).toMatchObject({ texts: 1 });
  });

  it('a draft with no quotation has nothing to look at', async () => {
    const { code, out } = await desk.run(['check', 'plain.txt']);
    expect(out).toContain('No quotation found');
    expect(code).toBe(0);
  });
  it('a mark that is never closed does not swallow the rest', async () => {
    const sheet = await desk.json(['check', 'open.txt']);
    const quotations = sheet['quotations'] as { text: string; status: string }[];
    expect(quotations.map(({ text, status }) => [text, status])).toContainEqual(['It is not a threat,', 'exact']);
  });
  it('another encoding is read as what it is', async () => {
    const { out } = await desk.run(['add', 'russian.txt']);
    const reference = await referenceOf(desk, 'russian');
    expect(out).toContain(reference);
    expect((await desk.run(['show', reference])).out).toContain('без предварительных условий');
  });
  it('an archive that another process writes to is locked to writers and open to readers', async () => {
    execFileSync('mkfifo', [desk.path('notes.jsonl')]);
    const writer = desk.start(['add', 'notes.jsonl']);
    const ended = outcomeOf(writer);
    // It holds the lock from its first batch until the pipe ends.
    const pipe = openSync(desk.path('notes.jsonl'), 'r+');
    writeSync(pipe, Array.from({ length: 70 }, (_, i) => noteLine(i)).join(''));
    const second = await until(
      async () => desk.run(['set', 'd1', 'occasion=x']),
      ({ code }) => code === 3,
    );
    expect(second.err).toMatch(/lock|another|writ/i);
    expect((await desk.run(['list'])).code).toBe(0);
    closeSync(pipe);
    expect((await ended).code).toBe(0);
    expect((await desk.run(['set', 'd1', 'occasion=x'])).code).toBe(0);
  });
});

describe('an archive that cannot be written', () => {
  it('on a read-only folder can be read and not changed', async ({ skip }) => {
    const desk = newDesk();
    desk.write({ 'speech.txt': SPEECH, 'report.txt': REPORT, 'draft.txt': DRAFT });
    await desk.run(['add', 'speech.txt']);
    execFileSync('chmod', ['-R', 'a-w,a+rX', desk.folder]);
    // Nothing is read-only to root: as root the program is run as somebody who has no rights.
    const options = process.getuid?.() === 0 ? { uid: 65_534 } : {};
    if ((await desk.run(['--version'], options)).code !== 0) skip('this folder is closed to a user without rights');
    expect((await desk.run(['list'], options)).out).toContain('Remarks on the harbour');
    expect((await desk.run(['check', 'draft.txt'], options)).code).toBe(1);
    for (const args of [
      ['set', 'd1', 'occasion=x'],
      ['add', 'report.txt'],
      ['drop', 'd1'],
    ]) {
      const { code, out, err } = await desk.run(args, options);
      expect([code, out + err]).toEqual([3, expect.stringMatching(/is read-only[^]*give yourself write access/)]);
    }
    execFileSync('chmod', ['-R', 'u+w', desk.folder]);
    expect((await desk.json(['status']))['coverage']).toMatchObject({ texts: 1 });
  });
  it('of a newer version is left alone', async () => {
    const desk = newDesk();
    desk.write({ 'speech.txt': SPEECH });
    await desk.run(['add', 'speech.txt']);
    // The store's version is SQLite's user_version: four bytes at offset 60 of the file.
    const file = openSync(desk.path('archive/record.sqlite'), 'r+');
    writeSync(file, Uint8Array.of(0, 0, 3, 231), 0, 4, 60);
    closeSync(file);
    for (const args of [['list'], ['add', 'speech.txt'], ['status']]) {
      const { code, err } = await desk.run(args);
      expect([code, err]).toEqual([3, expect.stringMatching(/newer Onrecord[^]*999/)]);
    }
  });
  it('on a full disk keeps what it had, says so, and goes on when there is room', ({ skip }) => {
    const desk = newDesk();
    const words = (i: number): string =>
      Array.from({ length: 400 }, (_, k) => `w${(i * 7919 + k * 104_729) % 99_991}`).join(' ');
    desk.write(
      Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`texts/${i}.txt`, `Date: 2025-07-10\n\n${words(i)}`])),
    );
    // A small disk of memory, in a space of its own that ends with the shell; not every machine allows that.
    const program = `${JSON.stringify(process.execPath)} ${JSON.stringify(new URL('../../dist/main/onrecord.js', import.meta.url).pathname)}`;
    const shell = (script: string) =>
      spawnSync('unshare', ['-rm', 'sh', '-c', script], { cwd: desk.folder, encoding: 'utf8' });
    const disk = 'mkdir -p archive && mount -t tmpfs -o size=2m none archive';
    if (shell(disk).status !== 0) skip('a small disk cannot be made here');
    const { stdout } = shell(`${disk}
      ${program} add texts --quiet 2>&1; echo "code $?"
      ${program} status --json | grep '"texts"' | head -n 1
      mount -o remount,size=64m archive
      ${program} add texts --quiet 2>&1
      ${program} status --json | grep '"texts"' | head -n 1`);
    expect(stdout).toMatch(/disk is full[^]*goes on[^]*code 3/);
    const held = [...stdout.matchAll(/"texts": (\d+)/g)].map((match) => Number(match[1]));
    expect(held[0]).toBeLessThan(300);
    expect(held[1]).toBe(300);
  });
});

describe('Ctrl-C in the middle of an import', () => {
  it('keeps what is done, says so, and the same command goes on', async () => {
    const desk = newDesk();
    const lines = Array.from({ length: 300 }, (_, i) => noteLine(i));
    const path = desk.path('notes.jsonl');
    // Through a pipe the import waits for more lines, so that it is surely in the middle when it is stopped.
    execFileSync('mkfifo', [path]);
    const child = desk.start(['add', 'notes.jsonl']);
    const ended = outcomeOf(child);
    const pipe = openSync(path, 'r+');
    writeSync(pipe, lines.slice(0, 200).join(''));
    await until(
      () => textsHeld(desk),
      (texts) => texts >= 64,
    );
    // In a shell Ctrl-C reaches both ends of the pipe.
    child.kill('SIGINT');
    closeSync(pipe);
    const stopped = await ended;
    expect(stopped.code).toBe(130);
    expect(stopped.err).toMatch(/Stopped\. \d+ texts are done\. Run the same command again to go on/);
    const held = await textsHeld(desk);
    expect(held).toBeGreaterThanOrEqual(64);
    expect(held).toBeLessThan(300);

    rmSync(path);
    writeFileSync(path, lines.join(''));
    const report = await desk.json(['add', 'notes.jsonl']);
    const rows = report['rows'] as { detail: string }[];
    expect(rows.length).toBe(300);
    expect(rows.filter(({ detail }) => detail === 'unchanged').length).toBe(held);
    expect(await textsHeld(desk)).toBe(300);
  });
});

describe('the case file', () => {
  it('is opened with nothing asked, and opened again', async () => {
    const desk = newDesk();
    const first = await desk.run(['casefile', '--no-serve']);
    expect(first.err).toMatch(/The case file: \d+ texts and \d+ people taken into/);
    expect(first.code).toBe(1);
    expect(first.out).toContain('altered in words');
    expect(existsSync(desk.path('onrecord-casefile/sheet.html'))).toBe(true);
    const second = await desk.run(['casefile', '--no-serve']);
    expect(second.err).toMatch(/held in/);
    expect(second.out).toBe(first.out);
  });
  it('serves its sheet until Ctrl-C', async () => {
    const desk = newDesk();
    const child = desk.start(['casefile', '--port', '0']);
    const ended = outcomeOf(child);
    let said = '';
    child.stderr?.on('data', (text: string) => (said += text));
    await until(
      () => Promise.resolve(said),
      (text) => text.includes('Ctrl-C stops'),
    );
    const [address = ''] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said) ?? [];
    expect((await fetch(address)).status).toBe(200);
    const page = await fetch(`${address}casefile`);
    expect(await page.text()).toContain('altered in words');
    child.kill('SIGINT');
    expect((await ended).code).toBe(0);
  });
});

function noteLine(i: number): string {
  const words = `This is note number ${i} about the harbour.`;
  return `${JSON.stringify({ id: `n${i}`, title: `Note ${i}`, kind: 'statement', said: '2025-07-10', language: 'en', text: words })}\n`;
}

async function referenceOf(desk: Desk, title: string): Promise<string> {
  const { documents } = (await desk.json(['list'])) as { documents: { reference: string; title: string }[] };
  const found = documents.find((document) => document.title.includes(title));
  if (!found) throw new Error(`${title} is not held, but ${documents.map((document) => document.title).join('; ')}`);
  return found.reference;
}

async function textsHeld(desk: Desk): Promise<number> {
  const { out } = await desk.run(['status', '--json']);
  return out === '' ? 0 : (JSON.parse(out) as { coverage: { texts: number } }).coverage.texts;
}

async function until<T>(look: () => Promise<T>, done: (seen: T) => boolean): Promise<T> {
  const begun = performance.now();
  while (performance.now() - begun < 40_000) {
    const seen = await look();
    if (done(seen)) return seen;
    await pause(50);
  }
  throw new Error('It did not come about in time.');
}

function toWindows1251(character: string): number {
  const point = character.codePointAt(0)!;
  return point < 0x80 ? point : point - 0x410 + 0xc0;
}
